/* How many answers each survey has, and from which day to which; how a day is said. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "explain/date_words.h"
#include "model/redact.h"
#include "read/times.h"
#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(survey_days, .init = start, .fini = end);

/* "4: 2026-09-01 to 2026-09-11, 1 undated, 1 replaced, 1 left out"; both readings where they differ. */
static const char *told(const SurveyAnswers *at)
{
    Arena *arena = people.reading.arena;
    const char *text = arena_print(arena, "%d:", at->n_rows);
    if (at->few) text = arena_print(arena, "%s few", text);
    if (survey_answers_dated(at)) text = arena_print(arena, "%s %s to %s", text, at->first_day[0], at->last_day[0]);
    if (!survey_answers_clear(at)) text = arena_print(arena, "%s or %s to %s", text, at->first_day[1], at->last_day[1]);
    if (at->n_undated > 0) text = arena_print(arena, "%s, %d undated", text, at->n_undated);
    if (at->n_replaced > 0) text = arena_print(arena, "%s, %d replaced", text, at->n_replaced);
    return at->n_left_out > 0 ? arena_print(arena, "%s, %d left out", text, at->n_left_out) : text;
}

/* The days of one survey whose columns are guessed. */
static const char *days_of(const char *text)
{
    people_case_survey(&people, "s.csv", text);
    people_case_read(&people);
    cr_assert_eq(people.model.n_surveys, 1);
    return told(&people.model.surveys[0]);
}

Test(survey_days, google)
{
    cr_expect_str_eq(days_of("Timestamp,Email Address,How well do you know? [Math]\n"
                             "2026/09/19 3:41:07 PM CST,ann@x.org,1\n2026/09/01 11:59:59 PM CST,bo@x.org,2\n"
                             "2026/09/11 12:00:01 AM CST,cy@x.org,3\n"),
                     "3: 2026-09-01 to 2026-09-19");
}

Test(survey_days, google_in_spanish_with_the_day_first)
{
    cr_expect_str_eq(days_of("Marca temporal,Dirección de correo electrónico,¿Cuánto sabe? [Datos]\n"
                             "13/10/2026 8:00:00,ann@x.org,1\n6/3/2026 9:17:29,bo@x.org,2\n1/12/2026 9:17:29,cy@x.org,2\n"),
                     "3: 2026-03-06 to 2026-12-01");
}

Test(survey_days, microsoft_by_completion)
{
    cr_expect_str_eq(days_of("ID,Start time,Completion time,Email,Name,I can read data\n"
                             "1,9/1/26 8:00:00,9/14/26 8:01:00,ann@x.org,Ann,Agree\n"
                             "2,9/2/26 8:00:00,9/3/26 0:01:00,bo@x.org,Bo,Disagree\n"),
                     "2: 2026-09-03 to 2026-09-14");
}

Test(survey_days, qualtrics_by_end)
{
    cr_expect_str_eq(
        days_of("StartDate,EndDate,RecordedDate,RecipientEmail,Q1_1\nStart Date,End Date,Recorded Date,Recipient "
                "Email,How well do you know? - Math\n"
                "\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\",\"{\"\"ImportId\"\":\"\"c\"\"}\","
                "\"{\"\"ImportId\"\":\"\"d\"\"}\",\"{\"\"ImportId\"\":\"\"e\"\"}\"\n"
                "2026-09-01 23:50:00,2026-09-02 00:10:00,2026-09-02 00:10:01,ann@x.org,1\n"
                "2026-09-07 10:00:00,2026-09-07 10:10:00,2026-09-07 10:10:01,bo@x.org,2\n"),
        "2: 2026-09-02 to 2026-09-07");
}

Test(survey_days, limesurvey_with_unfinished_answers)
{
    cr_expect_str_eq(days_of("id. Response ID,submitdate. Date submitted,lastpage. Last page,M. How well do you know Math?\n"
                             "3,2026-09-06 08:00:00,4,1\n4,,1,\n5,2026-09-05 09:17:29,4,2\n"),
                     "3: 2026-09-05 to 2026-09-06, 1 undated");
}

Test(survey_days, limesurvey_that_keeps_no_dates)
{
    cr_expect_str_eq(days_of("id. Response ID,submitdate. Date submitted,lastpage. Last page,M. How well do you know Math?\n"
                             "3,1980-01-01 00:00:00,4,1\n4,1980-01-01 00:00:00,4,2\n"),
                     "2:, 2 undated");
}

/* Columns as the sheet says. */
static const char *days_by_sheet(const char *columns, const char *text)
{
    people_case_sheet(&people, "columns.csv",
                      arena_print(people.reading.arena, "header,means,scale\n%sMath,skill,\n", columns));
    return days_of(text);
}

Test(survey_days, of_a_row_with_several_time_stamps_the_latest)
{
    cr_expect_str_eq(days_by_sheet("A,timestamp,\nB,timestamp,\nId,id,\n",
                                   "A,B,Id,Math\n2026-09-01,2026-09-02,a,1\n2026-09-09,2026-09-08,b,1\n,2026-09-03,c,1\n"),
                     "3: 2026-09-02 to 2026-09-09");
}

Test(survey_days, both_readings_where_nothing_tells)
{
    cr_expect_str_eq(days_by_sheet("When,timestamp,\nId,id,\n", "When,Id,Math\n9/8/2026,a,1\n9/12/2026,b,1\n"),
                     "2: 2026-08-09 to 2026-12-09 or 2026-09-08 to 2026-09-12");
}

Test(survey_days, the_named_order_tells)
{
    cr_expect_str_eq(days_by_sheet("When,timestamp,mdy\nId,id,\n", "When,Id,Math\n9/8/2026,a,1\n9/12/2026,b,1\n"),
                     "2: 2026-09-08 to 2026-09-12");
}

Test(survey_days, no_time_stamp_is_read)
{
    cr_expect_str_eq(days_by_sheet("Id,id,\n", "When,Id,Math\n9/8/2026,a,1\n9/12/2026,b,1\n"), "2:, 2 undated");
}

Test(survey_days, replaced_and_left_out_in_any_order)
{
    static const char columns[] = "When,timestamp,\nId,id,\n";
    const char *const rows[] = {"2026-09-05,a,1\n", "2026-09-20,,2\n", "2026-09-07,a,3\n", ",b,3\n", "2026-09-06,a,2\n"};
    Arena *arena = arena_create(NULL);
    const char *text = "When,Id,Math\n", *turned = text;
    for (int i = 0; i < 5; i++) {
        text = arena_print(arena, "%s%s", text, rows[i]);
        turned = arena_print(arena, "%s%s", turned, rows[4 - i]);
    }
    cr_expect_str_eq(days_by_sheet(columns, text), "5: 2026-09-05 to 2026-09-20, 1 undated, 2 replaced, 1 left out");
    end();
    start();
    cr_expect_str_eq(days_by_sheet(columns, turned), "5: 2026-09-05 to 2026-09-20, 1 undated, 2 replaced, 1 left out");
    arena_release(arena);
}

Test(survey_days, a_leap_second_is_of_its_own_day)
{
    cr_expect_str_eq(
        days_by_sheet("When,timestamp,\nId,id,\n", "When,Id,Math\n2026-09-30 23:59:60,a,1\n2026-12-31 23:59:60.9,b,1\n"),
        "2: 2026-09-30 to 2026-12-31");
}

/* Worked out with Python's datetime. */
Test(survey_days, real_exports)
{
    const char *root = getenv("CADRE_REAL_DATA");
    if (!root) cr_skip("CADRE_REAL_DATA is not set");
    static const char *const surveys[][2] = {
        {"dask2019_googleform.csv", "259: 2019-06-25 to 2019-07-23"},
        {"g2g_teacher_pre_survey_googleform.csv", "17: 2022-05-19 to 2022-05-25"},
        {"learningr2018_en_formresponses.tsv", "3062: 2018-12-06 to 2019-01-01"},
        {"rse2018_public_merged.csv", "1838: 2018-09-03 to 2019-01-03, 841 undated"},
        {"spack2020_googleform.csv", "170: 2020-10-06 to 2020-11-18"},
        {"pstat197_background-clean.csv", "51:, 51 undated"},
        {"carpentries_amy_applications.csv", "2231:, 2231 undated"},
    };
    for (size_t i = 0; i < sizeof surveys / sizeof *surveys; i++) {
        end();
        start();
        people.surveys[people.n_surveys++] = arena_print(people.reading.arena, "%s/surveys/%s", root, surveys[i][0]);
        people_case_read(&people);
        cr_expect_str_eq(told(&people.model.surveys[0]), surveys[i][1], "%s", surveys[i][0]);
    }
}

Test(survey_days, a_day_and_a_range_in_words)
{
    static const char *const ranges[][3] = {
        {"2026-09-08", "2026-09-08", "8 September 2026"},
        {"2026-09-01", "2026-09-19", "1 to 19 September 2026"},
        {"2026-08-28", "2026-09-03", "28 August to 3 September 2026"},
        {"2025-12-31", "2026-01-01", "31 December 2025 to 1 January 2026"},
        {"2025-05-02", "2026-05-02", "2 May 2025 to 2 May 2026"},
        {"2026-10-09", "2026-11-30", "9 October to 30 November 2026"},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        cr_expect_str_eq(date_range_words(ranges[i][0], ranges[i][1], people.reading.arena), ranges[i][2]);
}

/* However many answers a person gave, with a date or without. */
Test(survey_days, people_are_counted_once)
{
    days_by_sheet("When,timestamp,\nId,id,\n", "When,Id,Math\n2026-09-05,a,1\n2026-09-06,a,1\n,b,1\n2026-09-07,b,2\n,c,1\n"
                                               ",c,1\n2026-09-08,d,1\n2026-09-09,,1\n");
    const SurveyAnswers *at = &people.model.surveys[0];
    cr_expect_str_eq(told(at), "8: 2026-09-05 to 2026-09-09, 3 undated, 3 replaced, 1 left out");
    cr_expect_eq(survey_answers_people(at), 4);
    cr_expect_eq(at->people_dated, 3);
    cr_expect_eq(at->people_undated, 2);
    cr_expect_eq(at->people_replaced, 3);
}

#define DAYS .first_day = {"2026-09-01", "2026-09-01"}, .last_day = {"2026-09-02", "2026-09-02"}

Test(survey_days, of_few_people_a_redacted_result_tells_nothing)
{
    static const HashKey key = {"0123456789abcdef0123456789abcdef", 32};
    static const struct {
        SurveyAnswers answers;
        const char *after;
    } surveys[] = {
        {{.n_rows = 4, .people_dated = 4, DAYS}, "0: few"},
        {{.n_rows = 5, .people_dated = 5, DAYS}, "5: 2026-09-01 to 2026-09-02"},
        {{.n_rows = 6, .n_replaced = 5, .people_replaced = 1, .people_dated = 1, DAYS}, "0: few"},
        {{.n_rows = 8, .n_left_out = 7, .people_dated = 1, DAYS}, "0: few"},
        {{.n_rows = 8, .n_left_out = 8, DAYS}, "0: few"},
        {{.n_rows = 9, .n_undated = 4, .people_dated = 4, .people_undated = 5, DAYS}, "0: few"},
        {{.n_rows = 9, .n_undated = 4, .people_dated = 5, .people_undated = 4, DAYS}, "9: 2026-09-01 to 2026-09-02"},
        {{.n_rows = 19, .n_undated = 9, .people_dated = 9, .people_undated = 4, DAYS}, "19: 2026-09-01 to 2026-09-02"},
        {{.n_rows = 19, .n_undated = 19, .people_undated = 9, .n_replaced = 9, .people_replaced = 4, .n_left_out = 1},
         "19:, 19 undated"},
        {{.n_rows = 19, .n_undated = 19, .people_undated = 9, .n_replaced = 5, .people_replaced = 5, .n_left_out = 5},
         "19:, 19 undated, 5 replaced, 5 left out"},
        {{.n_rows = 0}, "0:"},
    };
    enum { N = sizeof surveys / sizeof *surveys };
    SurveyAnswers before[N];
    RedactMap map;
    Model redacted;
    people_case_survey(&people, "s.csv", "Id,Math\na,1\n");
    people_case_read(&people);
    for (int i = 0; i < N; i++) before[i] = surveys[i].answers;
    people.model.surveys = before;
    people.model.n_surveys = N;
    cr_assert_eq(model_redact(&redacted, &map, &people.model, &key, people.reading.arena, &people.reading.err), CADRE_OK);
    for (int i = 0; i < N; i++) cr_expect_str_eq(told(&redacted.surveys[i]), surveys[i].after, "survey %d", i);
    cr_expect_str_eq(told(&people.model.surveys[0]), "4: 2026-09-01 to 2026-09-02", "the model itself stays");
}
