/* draft_columns.c: rows of columns.csv, one a header, and the doubts about them. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/drafter.h"
#include "read/guess_cues.h"
#include "read/times.h"

enum { SHARED_WORDS = 4, DOUBTFUL = 75, NAME_LENGTH = 120 };

/* Columns of one header over all surveys: the surest meaning stands for all. */
typedef struct HeaderRow {
    int column;   /* Drafter.columns */
    bool differs; /* another survey means something else by it */
} HeaderRow;

static bool same_meaning(const ColumnMeaning *a, const ColumnMeaning *b)
{
    return a->means == b->means && a->rank == b->rank && strcmp(a->name, b->name) == 0 && strcmp(a->scale, b->scale) == 0;
}

/* Whether every date of the column reads day first and month first, and if so which keeps the rows in order. */
static CadreStatus time_order(const char **order, const Drafter *drafter, const DraftColumn *column)
{
    const Table *table = &drafter->surveys[column->meaning.survey];
    Messages *unheard = messages_create(drafter->scratch);
    AnswerTime *times = ARENA_ARRAY(drafter->scratch, AnswerTime, column->answers.n + 1);
    if (!unheard || !times) return error_no_memory(drafter->err);
    TRY(times_read(times, table, column->meaning.column, 0, &column->answers, "", drafter->scratch, unheard, drafter->err));
    int descents[2] = {0}, last = -1;
    bool unclear = false;
    for (int row = 0; row < table->n_rows; row++) {
        int here = column->answers.of_row[row];
        if (here < 0 || !times[here].known) continue;
        unclear |= times[here].reading[0] != times[here].reading[1];
        for (int way = 0; way < 2 && last >= 0; way++) descents[way] += times[here].reading[way] < times[last].reading[way];
        last = here;
    }
    *order = !unclear || descents[0] == descents[1] ? "" : descents[0] < descents[1] ? "dmy" : "mdy";
    return CADRE_OK;
}

/* The words of two headers that are the same from the start, in bytes of the first; whole words only. */
static size_t shared_start(const char *a, const char *b, int *n_words)
{
    size_t end = 0, i = 0;
    *n_words = 0;
    for (; a[i] && a[i] == b[i]; i++)
        if (a[i] == ' ') {
            end = i + 1;
            ++*n_words;
        }
    return end;
}

static char *clean_name(Arena *arena, const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && strchr(" ?.:!", text[length - 1])) length--;
    return arena_copy_n(arena, text, length);
}

/* Of questions without rows that begin alike, what differs is what they are about. */
static CadreStatus shorten_name(const Drafter *drafter, int at)
{
    DraftColumn *column = &drafter->columns[at];
    const char *own = columns_after_code(column->header), *best = own;
    int most = SHARED_WORDS - 1;
    if (!means_is_level(column->meaning.means) || strchr(column->header, '[')) return CADRE_OK;
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *other = &drafter->columns[i];
        if (i == at || other->meaning.means != column->meaning.means || other->meaning.survey != column->meaning.survey)
            continue;
        int n_words;
        size_t end = shared_start(own, columns_after_code(other->header), &n_words);
        if (n_words <= most || text_is_blank(own + end)) continue;
        most = n_words;
        best = own + end;
    }
    char *name = best == column->header ? NULL : clean_name(drafter->arena, best);
    if (best == column->header) return CADRE_OK;
    if (!name) return error_no_memory(drafter->err);
    if (*name && strcmp(column->meaning.name, column->header) == 0) column->meaning.name = name;
    return CADRE_OK;
}

static CadreStatus add_row(Drafter *drafter, const DraftColumn *column, bool with_survey)
{
    const ColumnMeaning *meaning = &column->meaning;
    char *usual = columns_default_name(drafter->scratch, column->header);
    const char *separator = column->separator == ';' ? ";" : ",";
    const char *rank = meaning->rank ? arena_print(drafter->arena, "%d", meaning->rank) : "";
    const char *scale = meaning->scale;
    if (!usual || !rank) return error_no_memory(drafter->err);
    if (meaning->means == MEANS_TIMESTAMP && !*scale) TRY(time_order(&scale, drafter, column));
    const char *cells[] = {
        [COLUMNS_SURVEY] = with_survey ? drafter->surveys[meaning->survey].base_name : "",
        [COLUMNS_HEADER] = column->header,
        [COLUMNS_MEANS] = means_names[meaning->means],
        [COLUMNS_NAME] = meaning->rank                       ? rank
                         : strcmp(meaning->name, usual) == 0 ? ""
                                                             : meaning->name,
        [COLUMNS_SCALE] = scale,
        [COLUMNS_SEPARATOR] = means_is_checklist(meaning->means) && column->separator ? separator : "",
    };
    return drafter_add(drafter, SHEET_COLUMNS, cells);
}

/* The surest of the columns that share a header within one survey; across surveys they may differ. */
static bool beats(const ColumnMeaning *a, const ColumnMeaning *b)
{
    if ((a->means == MEANS_IGNORE) != (b->means == MEANS_IGNORE)) return a->means != MEANS_IGNORE;
    return a->sure > b->sure;
}

static CadreStatus add_headers(Drafter *drafter)
{
    Names *headers = names_create(drafter->scratch, NAME_STYLE_HEADER);
    int *best =
        ARENA_ARRAY(drafter->scratch, int, (drafter->n_columns + 1) * (drafter->n_surveys + 1)); /* [header][survey], + 1 */
    bool *differs = ARENA_ARRAY(drafter->scratch, bool, drafter->n_columns + 1);
    if (!headers || !best || !differs) return error_no_memory(drafter->err);
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        if (column->of_plan || text_is_blank(column->header)) continue;
        int header = names_add(headers, column->header);
        if (header < 0) return error_no_memory(drafter->err);
        int *slot = &best[header * drafter->n_surveys + column->meaning.survey];
        if (*slot == 0 || beats(&column->meaning, &drafter->columns[*slot - 1].meaning)) *slot = i + 1;
    }
    for (int header = 0; header < names_count(headers); header++) {
        const int *slots = &best[header * drafter->n_surveys];
        const DraftColumn *first = NULL;
        int n_have = 0;
        for (int survey = 0; survey < drafter->n_surveys; survey++) {
            if (!slots[survey]) continue;
            const DraftColumn *here = &drafter->columns[slots[survey] - 1];
            if (!first) first = here;
            n_have++;
            differs[header] |= !same_meaning(&first->meaning, &here->meaning);
        }
        bool of_each = differs[header] || n_have < drafter->n_surveys; /* a survey may be read without the others */
        for (int survey = 0; survey < drafter->n_surveys; survey++) {
            if (!slots[survey]) continue;
            TRY(add_row(drafter, &drafter->columns[slots[survey] - 1], of_each));
            if (!of_each) break;
        }
    }
    return CADRE_OK;
}

/* By how sure, then as they stand. */
typedef struct Doubt {
    int column, sure;
} Doubt;

static int by_sureness(const void *left, const void *right)
{
    const Doubt *a = left, *b = right;
    return a->sure != b->sure ? (a->sure > b->sure) - (a->sure < b->sure) : (a->column > b->column) - (a->column < b->column);
}

static CadreStatus tell_doubt(Drafter *drafter, const DraftColumn *column, const char *question, int n_columns)
{
    const ColumnMeaning *meaning = &column->meaning;
    const char *rows = n_columns > 1 ? arena_print(drafter->scratch, " (%d columns)", n_columns) : "";
    if (!rows) return error_no_memory(drafter->err);
    if (meaning->means == MEANS_IGNORE)
        return drafter_tell(drafter, true, "columns.csv", "\"%.100s\"%s is ignored, %d %% sure", question, rows, meaning->sure);
    return drafter_tell(drafter, true, "columns.csv", "\"%.100s\"%s is taken for %s, %d %% sure", question, rows,
                        means_names[meaning->means], meaning->sure);
}

/* One line a question. */
static CadreStatus tell_doubts(Drafter *drafter)
{
    Names *questions = names_create(drafter->scratch, NAME_STYLE_NAME);
    Doubt *doubts = ARENA_ARRAY(drafter->scratch, Doubt, drafter->n_columns + 1);
    int *n_columns = ARENA_ARRAY(drafter->scratch, int, drafter->n_columns + 1), n = 0;
    if (!questions || !doubts || !n_columns) return error_no_memory(drafter->err);
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        if (column->of_plan || column->answers.n == 0 || column->meaning.sure >= DOUBTFUL || text_is_blank(column->header))
            continue;
        char *question = columns_question(drafter->scratch, column->header);
        int at = question ? names_add(questions, question) : -1;
        if (at < 0) return error_no_memory(drafter->err);
        if (n_columns[at]++ == 0) doubts[n++] = (Doubt){i, column->meaning.sure};
    }
    qsort(doubts, (size_t)n, sizeof *doubts, by_sureness);
    for (int i = 0; i < n; i++) {
        const DraftColumn *column = &drafter->columns[doubts[i].column];
        char *question = columns_question(drafter->scratch, column->header);
        int at = question ? names_find(questions, question) : -1;
        if (at < 0) return error_no_memory(drafter->err);
        TRY(tell_doubt(drafter, column, question, n_columns[at]));
    }
    return CADRE_OK;
}

static CadreStatus tell_found(Drafter *drafter)
{
    int n_of[MEANS_COUNT] = {0}, n_rows = 0, n_named = 0;
    for (int i = 0; i < drafter->n_surveys; i++) n_rows += drafter->surveys[i].n_rows;
    for (int i = 0; i < drafter->n_columns; i++)
        if (!text_is_blank(drafter->columns[i].header)) {
            n_of[drafter->columns[i].meaning.means]++;
            n_named += drafter->columns[i].of_plan;
        }
    TRY(drafter_tell(drafter, false, "Read", "%d survey%s, %d row%s of answers", drafter->n_surveys,
                     drafter->n_surveys == 1 ? "" : "s", n_rows, n_rows == 1 ? "" : "s"));
    const char *list = "";
    for (int means = MEANS_IGNORE + 1; means < MEANS_COUNT && list; means++)
        if (n_of[means]) list = arena_print(drafter->scratch, "%s%d %s, ", list, n_of[means], means_names[means]);
    if (!list) return error_no_memory(drafter->err);
    TRY(drafter_tell(drafter, false, "Columns", "%s%d ignore", list, n_of[MEANS_IGNORE]));
    if (n_named == 0) return CADRE_OK;
    return drafter_tell(drafter, false, "", "%d of them as columns.csv says", n_named);
}

static CadreStatus list_guesses(const Drafter *drafter)
{
    enum { CERTAIN = 100 };
    for (int i = 0; i < drafter->n_columns; i++) {
        const DraftColumn *column = &drafter->columns[i];
        DraftGuess guess = {.survey = drafter->surveys[column->meaning.survey].base_name,
                            .header = column->header,
                            .means = means_names[column->meaning.means],
                            .name = column->meaning.name,
                            .sure = column->of_plan ? CERTAIN : column->meaning.sure};
        if (!text_is_blank(column->header) && !LIST_PUSH(drafter->arena, &drafter->draft->guesses, guess))
            return error_no_memory(drafter->err);
    }
    return CADRE_OK;
}

CadreStatus draft_columns_sheet(Drafter *drafter)
{
    TRY(tell_found(drafter));
    for (int i = 0; i < drafter->n_columns; i++)
        if (!drafter->columns[i].of_plan) TRY(shorten_name(drafter, i));
    TRY(list_guesses(drafter));
    if (!drafter_may_write(drafter, SHEET_COLUMNS)) return CADRE_OK;
    TRY(add_headers(drafter));
    return tell_doubts(drafter);
}
