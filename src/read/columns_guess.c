/* columns_guess.c: two rounds over all columns. The first finds the skills; the second asks again, now that an interest can be
 * told to be one in a skill that is rated elsewhere. Then each survey keeps one column of a kind that people have once. */
#include "read/columns_guess.h"

#include <string.h>

#include "base/text.h"
#include "read/guess_column.h"
#include "read/guess_rankings.h"
#include "read/survey_questions.h"

enum { SENTENCE = 4 }; /* words: no name of a skill */

typedef struct Columns {
    GuessColumn *items; /* by survey, column */
    int n;
} Columns;

/* Some forms export a question that has no rows as `Question. [Question]`. */
static bool repeats_question(const GuessColumn *column)
{
    if (strcmp(column->question_words, column->label_words) == 0) return true;
    return cues_count_words(column->label_words) >= SENTENCE && strstr(column->question_words, column->label_words);
}

/* What the file's own name says of all its questions ("staff interests.csv"). */
static CadreStatus file_hint(int *out, const Table *table, const Guesser *guesser, CadreError *err)
{
    static const char *const skills[] = {" skill",     " knowledge",    " competenc", " talent",
                                         " habilidad", " conocimiento", " destreza"};
    static const char *const interests[] = {" interest", " interes"};
    const char *words = cue_words(guesser->scratch, table->base_name);
    if (!words) return error_no_memory(err);
    *out = 0;
    for (size_t i = 0; i < sizeof interests / sizeof *interests; i++)
        if (strstr(words, interests[i])) *out = CUE_INTEREST;
    for (size_t i = 0; i < sizeof skills / sizeof *skills; i++)
        if (strstr(words, skills[i])) *out = CUE_SKILL;
    return CADRE_OK;
}

/* A form that gives every option a column of its own writes the option's name where it is ticked: a yes, for which a scale is
 * drafted. */
static CadreStatus take_own_ticks(GuessColumn *column, const Guesser *guesser, CadreError *err)
{
    Shape *shape = &column->shape;
    if (!guesser->drafting || !column->grid || shape->answers.n != 1) return CADRE_OK;
    char *answer = text_name_key(guesser->scratch, shape->answers.text[0]);
    char *label = text_name_key(guesser->scratch, column->label);
    if (!answer || !label) return error_no_memory(err);
    if (strcmp(answer, label) == 0) shape->levels = shape->only_yes_no = true;
    return CADRE_OK;
}

static CadreStatus describe(GuessColumn *out, const Table *table, int survey, int column, const char *header,
                            const Scales *scales, const Guesser *guesser, CadreError *err)
{
    *out = (GuessColumn){.table = table, .column = column};
    out->meaning =
        (ColumnMeaning){.survey = survey, .column = column, .name = "", .scale = "", .origin = table_origin(table, -1, column)};
    out->question = columns_question(guesser->scratch, header);
    out->label = columns_default_name(guesser->arena, header);
    if (!out->question || !out->label) return error_no_memory(err);
    out->question_words = cue_words(guesser->scratch, columns_after_code(out->question));
    out->label_words = cue_words(guesser->scratch, columns_after_code(out->label));
    const char *parenthesis = strchr(out->label, '(');
    size_t head_length = parenthesis && parenthesis > out->label ? (size_t)(parenthesis - out->label) : strlen(out->label);
    const char *head = arena_copy_n(guesser->scratch, out->label, head_length);
    out->head_words = head ? cue_words(guesser->scratch, columns_after_code(head)) : NULL;
    if (!out->question_words || !out->label_words || !out->head_words) return error_no_memory(err);
    out->grid = !repeats_question(out);
    TRY(file_hint(&out->file_hint, table, guesser, err));
    bool asks_for_all = cues_first(out->question_words, CUE_ALL_THAT_APPLY).kind != 0;
    TRY(shape_read(&out->shape, table, column, asks_for_all, scales, guesser->scratch, err));
    return take_own_ticks(out, guesser, err);
}

/* Count, for each column, the labels of its question that the plan knows. */
static CadreStatus count_grids(Columns *columns, const Guesser *guesser, CadreError *err)
{
    Names *questions = names_create(guesser->scratch, NAME_STYLE_NAME);
    int *question = ARENA_ARRAY(guesser->scratch, int, columns->n + 1);
    int *n_skills = ARENA_ARRAY(guesser->scratch, int, columns->n + 1); /* [question] */
    int *n_topics = ARENA_ARRAY(guesser->scratch, int, columns->n + 1);
    if (!questions || !question || !n_skills || !n_topics) return error_no_memory(err);
    for (int i = 0; i < columns->n; i++) {
        const GuessColumn *column = &columns->items[i];
        question[i] = names_add(questions, column->question);
        if (question[i] < 0) return error_no_memory(err);
        n_skills[question[i]] += column->grid && names_find(guesser->plan.skills, column->label) >= 0;
        n_topics[question[i]] += column->grid && names_find(guesser->plan.topics, column->label) >= 0;
    }
    for (int i = 0; i < columns->n; i++) {
        columns->items[i].grid_skills = n_skills[question[i]];
        columns->items[i].grid_topics = n_topics[question[i]];
    }
    return CADRE_OK;
}

static CadreStatus gather_skills(const Columns *columns, const Guesser *guesser, CadreError *err)
{
    for (int i = 0; i < columns->n; i++) {
        const GuessColumn *column = &columns->items[i];
        bool is_skill = column->meaning.means == MEANS_SKILL && guess_mostly_levels(column);
        if (is_skill && names_add(guesser->skill_names, column->meaning.name) < 0) return error_no_memory(err);
        for (int j = 0; column->meaning.means == MEANS_SKILLS && j < column->shape.n_options; j++)
            if (names_add(guesser->skill_names, column->shape.options[j]) < 0) return error_no_memory(err);
    }
    return CADRE_OK;
}

static bool is_had_once(MeansKind means)
{
    return means == MEANS_ID || means == MEANS_EMAIL || means == MEANS_NAME || means == MEANS_TIMESTAMP ||
           means == MEANS_SITE || means == MEANS_POSITION || means_is_amount(means);
}

/* First and last name in columns of their own are one name. */
static bool is_other_part_of_name(const GuessColumn *column, const GuessColumn *other)
{
    static const char *const firsts[] = {" first", " given ", " nombre", " recipientfirst", NULL};
    static const char *const lasts[] = {" last", " family ", " surname ", " apellido", " recipientlast", NULL};
    bool first[2] = {false}, last[2] = {false};
    const char *const words[] = {column->label_words, other->label_words};
    for (int side = 0; side < 2; side++) {
        for (int i = 0; firsts[i]; i++) first[side] |= strstr(words[side], firsts[i]) != NULL;
        for (int i = 0; lasts[i]; i++) last[side] |= strstr(words[side], lasts[i]) != NULL;
    }
    bool whole = (first[0] && last[0]) || (first[1] && last[1]);
    return !whole && ((first[0] && last[1]) || (last[0] && first[1]) || (last[0] && last[1]));
}

static void forget(GuessColumn *column)
{
    column->meaning.means = MEANS_IGNORE;
    column->meaning.name = "";
    column->meaning.rank = 0;
}

/* Of several columns of one kind: the end of an answer rather than its start, then the first column. */
static bool gives_way(const GuessColumn *column, const GuessColumn *other)
{
    bool starts = strstr(column->label_words, " start") || strstr(column->label_words, " inicio ");
    bool other_starts = strstr(other->label_words, " start") || strstr(other->label_words, " inicio ");
    return starts != other_starts ? starts : column->column > other->column;
}

static bool is_field(MeansKind means) { return means == MEANS_FIELD || means == MEANS_FIELDS; }

static bool collides(const GuessColumn *column, const GuessColumn *other)
{
    MeansKind means = column->meaning.means;
    if (column == other) return false;
    if (means == MEANS_NAME && is_other_part_of_name(column, other)) return false;
    if (is_had_once(means)) return means == other->meaning.means;
    return is_field(means) && is_field(other->meaning.means) && strcmp(column->meaning.name, other->meaning.name) == 0;
}

/* Keep one column of each kind that people have once; the others are ignored, or fields under their own header. */
static void settle_doubles(GuessColumn *columns, int n)
{
    for (int i = 0; i < n; i++) {
        GuessColumn *column = &columns[i];
        for (int j = 0; j < n; j++) {
            if (!collides(column, &columns[j]) || !gives_way(column, &columns[j])) continue;
            if (is_field(column->meaning.means) && strcmp(column->meaning.name, column->label) != 0)
                column->meaning.name = column->label;
            else
                forget(column);
            break;
        }
    }
}

/* An id of the answer tells nobody apart where there is an e-mail or a name. The `ID` of a Microsoft form counts its answers
 * from 1, so it never does: another form, or the roster, gives the same numbers to other people. */
static void settle_ids(GuessColumn *columns, int n)
{
    bool known_otherwise = false, timed_form = false;
    for (int i = 0; i < n; i++) {
        known_otherwise |= columns[i].meaning.means == MEANS_EMAIL || columns[i].meaning.means == MEANS_NAME;
        timed_form |=
            strstr(columns[i].label_words, " completion time ") || strstr(columns[i].label_words, " hora de finalizacion ");
    }
    for (int i = 0; i < n; i++) {
        bool counts_answers = timed_form && strcmp(columns[i].label_words, " id ") == 0;
        bool of_answer = counts_answers || cues_first(columns[i].label_words, CUE_RESPONSE).kind;
        if (columns[i].meaning.means == MEANS_ID && of_answer && (known_otherwise || counts_answers)) forget(&columns[i]);
    }
}

static CadreStatus guess_all(Columns *columns, const Table *surveys, int n_surveys, const Guesser *guesser, CadreError *err)
{
    TRY(count_grids(columns, guesser, err));
    TRY(guess_rankings(columns->items, columns->n, guesser->scratch, err));
    for (int i = 0; i < columns->n; i++) guess_column(&columns->items[i], guesser);
    TRY(gather_skills(columns, guesser, err));
    for (int i = 0; i < columns->n; i++) guess_column(&columns->items[i], guesser);
    for (int survey = 0, first = 0; survey < n_surveys; first += surveys[survey++].n_columns) {
        settle_ids(columns->items + first, surveys[survey].n_columns);
        settle_doubles(columns->items + first, surveys[survey].n_columns);
    }
    return CADRE_OK;
}

static CadreStatus guess_with(ColumnMeanings *out, Guesser *guesser, const PlanSheets *plan, const Table *surveys,
                              int n_surveys, const Scales *scales, CadreError *err)
{
    Columns columns = {0};
    for (int survey = 0; survey < n_surveys; survey++) columns.n += surveys[survey].n_columns;
    columns.items = ARENA_ARRAY(guesser->scratch, GuessColumn, columns.n + 1);
    ColumnMeaning *items = ARENA_ARRAY(guesser->arena, ColumnMeaning, columns.n + 1);
    guesser->skill_names = names_create(guesser->scratch, NAME_STYLE_NAME);
    if (!columns.items || !items || !guesser->skill_names) return error_no_memory(err);
    TRY(plan_names_read(&guesser->plan, plan, guesser->arena, err));
    for (int survey = 0, i = 0; survey < n_surveys; survey++) {
        const char *const *asked;
        TRY(survey_questions(&asked, &surveys[survey], guesser->scratch, err));
        for (int column = 0; column < surveys[survey].n_columns; column++, i++)
            TRY(describe(&columns.items[i], &surveys[survey], survey, column, asked[column], scales, guesser, err));
    }
    TRY(guess_all(&columns, surveys, n_surveys, guesser, err));
    for (int i = 0; i < columns.n; i++) items[i] = columns.items[i].meaning;
    *out = (ColumnMeanings){items, columns.n};
    return CADRE_OK;
}

CadreStatus columns_guess(ColumnMeanings *out, const PlanSheets *plan, const Table *surveys, int n_surveys,
                          const Scales *scales, bool drafting, Arena *arena, CadreError *err)
{
    Guesser guesser = {.drafting = drafting, .arena = arena, .scratch = arena_create(NULL)};
    if (!guesser.scratch) return error_no_memory(err);
    CadreStatus status = guess_with(out, &guesser, plan, surveys, n_surveys, scales, err);
    arena_release(guesser.scratch);
    return status;
}
