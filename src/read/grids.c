#include "read/grids.h"

#include <string.h>

enum { ROWS_LEAST = 5, LEVELS_LEAST = 3 };

typedef struct GridFinder {
    const PeopleReader *reader;
    Grids *grids;
    Names *questions; /* of one survey, by which its columns go together */
    int first_grid;   /* of that survey; grids are numbered as questions from there */
} GridFinder;

static const char *header_of(const SurveyColumn *column) { return column->table->header[column->meaning->column]; }

/* What a header shares with the others of its grid: the question before the brackets, or `Q2` of `Q2_1`; "" where it shows
 * nothing. NULL: no memory. */
static const char *shared_part(const char *header, Arena *scratch)
{
    const char *whole = text_trim(scratch, header), *question = columns_question(scratch, header);
    if (!whole || !question) return NULL;
    if (strcmp(whole, question) != 0) return question;
    const char *mark = strrchr(whole, '_');
    bool numbered = mark && mark > whole && mark[1] && mark[1 + strspn(mark + 1, "0123456789")] == '\0';
    return numbered ? arena_copy_n(scratch, whole, (size_t)(mark - whole)) : "";
}

/* Whether the column stands beside the one before it and rates the same kind of thing. */
static bool is_beside(const SurveyColumn *column, const SurveyColumn *before)
{
    return before->meaning->survey == column->meaning->survey && before->meaning->column + 1 == column->meaning->column &&
           before->meaning->means == column->meaning->means;
}

/* The number of the grid, of its survey, that a rating column with nothing shared belongs to. */
static int grid_beside(GridFinder *finder, int column, int before_grid)
{
    const SurveyColumn *columns = finder->reader->columns;
    if (before_grid >= 0 && is_beside(&columns[column], &columns[column - 1])) return before_grid;
    const char *own = arena_print(finder->reader->scratch, "\x1f%d", column); /* no header has this character */
    return own ? names_add(finder->questions, own) : -1;
}

static CadreStatus column_place(GridFinder *finder, int column, int *beside)
{
    const PeopleReader *reader = finder->reader;
    const char *shared = shared_part(header_of(&reader->columns[column]), reader->scratch);
    if (!shared) return error_no_memory(reader->err);
    int grid = *shared ? names_add(finder->questions, shared) : grid_beside(finder, column, *beside);
    *beside = *shared ? -1 : grid;
    if (grid < 0) return error_no_memory(reader->err);
    Grid fresh = {.survey = reader->columns[column].meaning->survey, .question = *shared ? shared : NULL};
    if (finder->first_grid + grid == finder->grids->items.n && !LIST_PUSH(reader->scratch, &finder->grids->items, fresh))
        return error_no_memory(reader->err);
    Grid *found = &finder->grids->items.items[finder->first_grid + grid];
    return LIST_PUSH(reader->scratch, &found->columns, column) ? CADRE_OK : error_no_memory(reader->err);
}

static CadreStatus survey_grids(GridFinder *finder, int survey)
{
    const PeopleReader *reader = finder->reader;
    int beside = -1;
    finder->first_grid = finder->grids->items.n;
    finder->questions = names_create(reader->scratch, NAME_STYLE_HEADER);
    if (!finder->questions) return error_no_memory(reader->err);
    for (int i = reader->first_column[survey]; i < reader->first_column[survey + 1]; i++) {
        if (!means_is_level(reader->columns[i].meaning->means))
            beside = -1;
        else
            TRY(column_place(finder, i, &beside));
    }
    return CADRE_OK;
}

/* Whether people can tell themselves apart in it. */
static bool is_telling(const Grid *grid, const PeopleReader *reader)
{
    bool used[LEVEL_MAX + 1] = {false};
    int n_used = 0;
    for (int i = 0; i < grid->columns.n; i++) {
        const SurveyColumn *column = &reader->columns[grid->columns.items[i]];
        if (column->blank_is_no) return false;
        for (int answer = 0; answer < column->answers.n; answer++)
            if (column->values[answer] >= 0) used[column->values[answer]] = true;
    }
    for (int level = 0; level <= LEVEL_MAX; level++) n_used += used[level];
    return grid->columns.n >= ROWS_LEAST && n_used >= LEVELS_LEAST;
}

/* The question in the model's arena: its text, or the first and the last of columns side by side. */
static const char *question_text(const Grid *grid, const PeopleReader *reader)
{
    if (grid->question) return arena_copy(reader->arena, grid->question);
    const char *first = header_of(&reader->columns[grid->columns.items[0]]);
    const char *last = header_of(&reader->columns[grid->columns.items[grid->columns.n - 1]]);
    return arena_print(reader->arena, "%s ... %s", first, last);
}

CadreStatus grids_find(Grids *out, const PeopleReader *reader)
{
    Grids grids = {0};
    GridFinder finder = {.reader = reader, .grids = &grids};
    for (int survey = 0; survey < reader->n_surveys; survey++) TRY(survey_grids(&finder, survey));
    int kept = 0;
    for (int i = 0; i < grids.items.n; i++) {
        Grid grid = grids.items.items[i];
        if (!is_telling(&grid, reader)) continue;
        if (!(grid.question = question_text(&grid, reader))) return error_no_memory(reader->err);
        grids.items.items[kept++] = grid;
    }
    grids.items.n = kept;
    *out = grids;
    return CADRE_OK;
}

const char *grid_same_answer(const Grid *grid, const PeopleReader *reader, int row)
{
    const char *same = NULL;
    for (int i = 0; i < grid->columns.n; i++) {
        const SurveyColumn *column = &reader->columns[grid->columns.items[i]];
        int answer = column->answers.of_row[row];
        if (answer < 0 || column->values[answer] < 0) return NULL;
        if (same && strcmp(same, column->answers.text[answer]) != 0) return NULL;
        same = column->answers.text[answer];
    }
    return same;
}
