/* survey_levels.c: ratings, question by question: whether its numbers go to 5 or to 10, and whether it is a grid of crosses,
 * hangs on all its columns. A question is one survey's. */
#include "read/levels.h"
#include "read/people_reader.h"

/* Numbers over 5 that may be typos: at most FEW and one in FEW_SHARE of all, or a single one among SINGLE_SHARE. */
enum { FEW = 5, FEW_SHARE = 20, SINGLE_SHARE = 5 };

/* The columns of one survey whose headers agree before their brackets. */
typedef struct Question {
    int greatest;            /* number in hundredths, -1; of all its columns */
    int greatest_rated;      /* of those that are ratings */
    int greatest_open;       /* of the ratings whose scale is no range */
    Origin ignored;          /* the greatest of those that are ignored */
    int n_numbers;           /* cells of the ratings */
    int n_all, n_over;       /* numbers and numbers over 5, in cells of all its columns */
    int over_row;            /* of the first number over 5 */
    Origin over;             /* its place */
    const char *over_text;   /* and answer; NULL where there is none */
    bool is_open;            /* some rating's scale is no range */
    int n_crosses, n_others; /* columns with answers: only crosses, anything else */
} Question;

typedef struct QuestionSet {
    Names *names;
    Question *items; /* [names] */
} QuestionSet;

static int question_of(const PeopleReader *reader, const QuestionSet *questions, const char *header, bool add)
{
    const char *question = columns_question(reader->scratch, header);
    if (!question) return -1;
    return add ? names_add(questions->names, question) : names_find(questions->names, question);
}

static void keep_greatest(int *greatest, int number)
{
    if (number > *greatest) *greatest = number;
}

static void note_numbers(Question *question, NumberTally tally, const Distinct *answers, const Table *table, int column)
{
    question->n_all += tally.n;
    question->n_over += tally.n_over;
    int row = tally.over < 0 ? -1 : answers->first_row[tally.over];
    if (row < 0 || (question->over_text && question->over_row <= row)) return;
    question->over_row = row;
    question->over_text = answers->text[tally.over];
    question->over = table_origin(table, row, column);
}

static void note_rated(const PeopleReader *reader, Question *question, const SurveyColumn *column)
{
    const char *scale = column->meaning->scale;
    NumberTally tally = levels_tally_numbers(reader->scales, &column->answers, scale);
    note_numbers(question, tally, &column->answers, column->table, column->meaning->column);
    question->n_numbers += tally.n;
    question->is_open |= !levels_is_range(scale);
    int greatest = levels_greatest_number(NULL, reader->scales, &column->answers, scale);
    keep_greatest(&question->greatest, greatest);
    keep_greatest(&question->greatest_rated, greatest);
    if (!levels_is_range(scale)) keep_greatest(&question->greatest_open, greatest);
}

/* Columns of the question that are ignored speak for its range too: they are the same question. */
static CadreStatus note_ignored(const PeopleReader *reader, QuestionSet *questions, int survey)
{
    for (int i = 0; i < reader->meanings.n; i++) {
        const ColumnMeaning *meaning = &reader->meanings.items[i];
        const Table *table = &reader->surveys[meaning->survey];
        if (meaning->survey != survey || meaning->means != MEANS_IGNORE) continue;
        int question = question_of(reader, questions, table->header[meaning->column], false);
        if (question < 0) continue;
        Distinct answers;
        TRY(distinct_column(&answers, table, meaning->column, reader->scratch, reader->err));
        int answer = 0, greatest = levels_greatest_number(&answer, reader->scales, &answers, "");
        Question *asked = &questions->items[question];
        note_numbers(asked, levels_tally_numbers(reader->scales, &answers, ""), &answers, table, meaning->column);
        if (greatest <= asked->greatest) continue;
        asked->greatest = greatest;
        asked->ignored = table_origin(table, answers.first_row[answer], meaning->column);
    }
    return CADRE_OK;
}

/* The ratings of one survey by question; question[]: [columns of the survey], -1 for other columns. */
static CadreStatus questions_gather(PeopleReader *reader, QuestionSet *questions, int survey, int question[])
{
    int first = reader->first_column[survey], n = reader->first_column[survey + 1] - first;
    questions->names = names_create(reader->scratch, NAME_STYLE_HEADER);
    questions->items = ARENA_ARRAY(reader->scratch, Question, n + 1);
    if (!questions->names || !questions->items) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) questions->items[i] = (Question){.greatest = -1, .greatest_rated = -1, .greatest_open = -1};
    for (int i = 0; i < n; i++) {
        const SurveyColumn *column = &reader->columns[first + i];
        question[i] = -1;
        if (!means_is_level(column->meaning->means)) continue;
        question[i] = question_of(reader, questions, column->table->header[column->meaning->column], true);
        if (question[i] < 0) return error_no_memory(reader->err);
        note_rated(reader, &questions->items[question[i]], column);
    }
    return names_count(questions->names) > 0 ? note_ignored(reader, questions, survey) : CADRE_OK;
}

static NumberRange question_range(const Question *question)
{
    if (question->greatest <= LEVEL_MAX * SCALE_UNIT) return RANGE_0_5;
    return question->greatest <= 2 * LEVEL_MAX * SCALE_UNIT ? RANGE_0_10 : RANGE_BEYOND;
}

/* Where only an ignored column goes beyond 10, the ratings tell of nothing: here is why they cannot be 0-10. */
static void tell_ignored(const PeopleReader *reader, const QuestionSet *questions)
{
    for (int i = 0; i < names_count(questions->names); i++) {
        const Question *asked = &questions->items[i];
        bool beyond = question_range(asked) == RANGE_BEYOND && asked->greatest_rated <= 2 * LEVEL_MAX * SCALE_UNIT;
        if (!beyond || asked->greatest_open <= LEVEL_MAX * SCALE_UNIT) continue;
        messages_add(reader->messages, CADRE_ERROR, asked->ignored,
                     SCALE_FORMAT " is no level, and other columns of the question go over 5; expected whole numbers from 0 to "
                                  "10 in all its columns, or the scale 0-10 in columns.csv",
                     SCALE_PRINTED(asked->greatest));
    }
}

/* A single slip of the pen, 10 for 1, would halve what everybody said. */
static void tell_few_over(const PeopleReader *reader, const QuestionSet *questions)
{
    for (int i = 0; i < names_count(questions->names); i++) {
        const Question *asked = &questions->items[i];
        bool few = asked->n_over <= FEW && (asked->n_over == 1 ? SINGLE_SHARE : FEW_SHARE) * asked->n_over <= asked->n_all;
        if (question_range(asked) != RANGE_0_10 || !asked->is_open || !few) continue;
        messages_add(reader->messages, CADRE_WARNING, asked->over,
                     "the question is read as 0-10 because of \"%.100s\", and its numbers are halved, but %d of %d %s over 5; "
                     "expected 0 to 5 if it is a typo, else the scale 0-10 in columns.csv",
                     asked->over_text, asked->n_over, asked->n_all, asked->n_over == 1 ? "is" : "are");
    }
}

static CadreStatus rating_column_read(const PeopleReader *reader, SurveyColumn *column, Question *question)
{
    const ColumnMeaning *meaning = column->meaning;
    LevelColumn levels = {column->table,
                          meaning->column,
                          &column->answers,
                          meaning->scale,
                          meaning->means == MEANS_SKILL ? TICK_SKILL : TICK_INTEREST,
                          question->n_numbers};
    int8_t *values = ARENA_ARRAY(reader->scratch, int8_t, column->answers.n + 1);
    if (!values) return error_no_memory(reader->err);
    bool only_crosses;
    TRY(levels_read(values, &only_crosses, &levels, question_range(question), reader->scales, reader->scratch, reader->messages,
                    reader->err));
    for (int i = 0; i < column->answers.n; i++) column->values[i] = (int)values[i];
    question->n_crosses += only_crosses;
    question->n_others += !only_crosses && column->answers.n > 0;
    return CADRE_OK;
}

static CadreStatus survey_ratings_read(PeopleReader *reader, int survey)
{
    int first = reader->first_column[survey], n = reader->first_column[survey + 1] - first;
    int *question = ARENA_ARRAY(reader->scratch, int, n + 1);
    QuestionSet questions;
    if (!question) return error_no_memory(reader->err);
    TRY(questions_gather(reader, &questions, survey, question));
    tell_ignored(reader, &questions);
    tell_few_over(reader, &questions);
    for (int i = 0; i < n; i++)
        if (question[i] >= 0) TRY(rating_column_read(reader, &reader->columns[first + i], &questions.items[question[i]]));
    for (int i = 0; i < n; i++) {
        if (question[i] < 0) continue;
        const Question *asked = &questions.items[question[i]];
        reader->columns[first + i].blank_is_no = asked->n_crosses > 0 && asked->n_others == 0;
    }
    return CADRE_OK;
}

CadreStatus survey_levels_read(PeopleReader *reader)
{
    for (int survey = 0; survey < reader->n_surveys; survey++) TRY(survey_ratings_read(reader, survey));
    return CADRE_OK;
}
