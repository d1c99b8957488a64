#include "read/survey_tally.h"

/* What LimeSurvey writes where a survey is set to keep no dates: the start of 1980. */
static bool is_no_day(AnswerTime time)
{
    static const int64_t start_of_1980 = 1980 * 12 * 31 * MICROS_OF_DAY;
    return time.reading[0] == start_of_1980 && time.reading[1] == start_of_1980;
}

static bool is_dated(AnswerTime time) { return time.known && !is_no_day(time); }

static SurveyAnswers answers_of(const PeopleReader *reader, int survey)
{
    const Table *table = &reader->surveys[survey];
    SurveyAnswers answers = {.n_rows = table->n_rows, .n_left_out = table->n_rows};
    TimeSpan span = {.n = 0};
    for (int row = 0; row < table->n_rows; row++) {
        AnswerTime time = row_time(reader, survey, row);
        if (is_dated(time)) times_span_add(&span, time);
    }
    answers.n_undated = table->n_rows - span.n;
    for (int i = 0; span.n > 0 && i < 2; i++) {
        times_day(answers.first_day[i], span.first[i]);
        times_day(answers.last_day[i], span.last[i]);
    }
    return answers;
}

CadreStatus survey_tally_open(PeopleReader *reader)
{
    Model *model = reader->model;
    model->surveys = ARENA_ARRAY(reader->arena, SurveyAnswers, reader->n_surveys + 1);
    if (!model->surveys) return error_no_memory(reader->err);
    model->n_surveys = reader->n_surveys;
    for (int survey = 0; survey < reader->n_surveys; survey++) model->surveys[survey] = answers_of(reader, survey);
    return CADRE_OK;
}

/* Whether the person's answers to one survey have dates, all or some. */
static void add_dates(SurveyAnswers *answers, const PeopleReader *reader, const Identity *person, int source)
{
    bool dated = false, undated = false;
    for (int i = 0; i < person->n_rows; i++) {
        IdentityRow row = reader->identities.rows[person->first_row + i];
        if (row.source != source) continue;
        bool has = is_dated(row_time(reader, source - 1, row.row));
        dated |= has;
        undated |= !has;
    }
    answers->people_dated += dated;
    answers->people_undated += undated;
}

void survey_tally_add(PeopleReader *reader, const Merger *merger, const Identity *person)
{
    for (int i = 0; i < merger->n_chosen; i++) {
        SurveyAnswers *answers = &reader->model->surveys[merger->chosen[i].source - 1];
        answers->n_left_out -= merger->n_rows[i];
        answers->n_replaced += merger->n_rows[i] - 1;
        answers->people_replaced += merger->n_rows[i] > 1;
        add_dates(answers, reader, person, merger->chosen[i].source);
    }
}
