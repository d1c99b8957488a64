/* Who answered which survey, and how. */
#include <criterion/criterion.h>
#include <string.h>

#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(responses, .init = start, .fini = end);

static void columns(const char *rows)
{
    people_case_sheet(&people, "columns.csv", arena_print(people.reading.arena, "header,means\n%s", rows));
}

/* "ann:a.csv*2 bo:a.csv!" - the number of answers where it is not one, ! where late. */
static const char *responses_text(void)
{
    const char *text = "";
    Arena *arena = people.reading.arena;
    for (int i = 0; i < people.responses.items.n; i++) {
        const Response *at = &people.responses.items.items[i];
        const char *times = at->n_rows > 1 ? arena_print(arena, "*%d", at->n_rows) : "";
        text = arena_print(arena, "%s%s%s:%s%s%s", text, i ? " " : "", people.model.staff[at->person].key,
                           people.responses.surveys[at->survey].name, times, at->late ? "!" : "");
    }
    return text;
}

/* "ann:rate=3" of each grid that someone gave one answer to. */
static const char *same_text(void)
{
    const char *text = "";
    for (int i = 0; i < people.responses.same.n; i++) {
        const SameAnswer *at = &people.responses.same.items[i];
        text = arena_print(people.reading.arena, "%s%s%s:%s=%s", text, i ? " " : "", people.model.staff[at->person].key,
                           people.responses.grids[at->grid].question, at->answer);
    }
    return text;
}

Test(responses, rows_late_and_repeated)
{
    columns("When,timestamp\nEmail,email\nMath,skill\nArt,skill\n");
    people_case_sheet(&people, "settings.csv", "setting,value\ncloses,2026-09-10\n");
    people_case_sheet(&people, "people.csv", "email\nann@x.org\nbo@x.org\ncy@x.org\n");
    people_case_survey(&people, "a.csv",
                       "When,Email,Math\n2026-09-01,ann@x.org,1\n2026-09-11,ann@x.org,2\n2026-09-10 23:59,bo@x.org,1\n"
                       "2026-09-02,,3\n");
    people_case_survey(&people, "b.csv", "When,Email,Art\n2026-09-02,bo@x.org,1\n2026-09-01,di@x.org,1\n");
    people_case_read(&people);
    const Responses *responses = &people.responses;
    cr_expect_str_eq(responses_text(), "ann@x.org:a.csv*2! bo@x.org:a.csv bo@x.org:b.csv di@x.org:b.csv");
    cr_expect_eq(responses->n_surveys, 2);
    cr_expect_eq(responses->n_forms, 2);
    cr_expect_eq(responses->surveys[0].n_rows, 4);
    cr_expect_eq(responses->surveys[0].n_left_out, 1);
    cr_expect_eq(responses->surveys[1].n_left_out, 0);
    cr_expect(responses->has_roster);
    cr_expect(responses->on_roster[people_case_person(&people, "cy@x.org")]);
    cr_expect_not(responses->on_roster[people_case_person(&people, "di@x.org")]);
}

/* Each school may export the form on its own. */
Test(responses, exports_of_one_form)
{
    columns("Email,email\nMath,skill\nArt,skill\n");
    people_case_survey(&people, "north.csv", "Email,Math\nann@x.org,1\n");
    people_case_survey(&people, "art.csv", "Email,Art\nann@x.org,1\n");
    people_case_survey(&people, "south.csv", "Email,Math\nbo@x.org,1\n");
    people_case_read(&people);
    cr_expect_eq(people.responses.n_forms, 2);
    cr_expect_eq(people.responses.surveys[0].form, people.responses.surveys[2].form);
    cr_expect_neq(people.responses.surveys[0].form, people.responses.surveys[1].form);
    cr_expect_not(people.responses.has_roster);
}

Test(responses, surveys_that_ask_no_name)
{
    columns("Email,email\nMath,skill\nArt,skill\n");
    people_case_survey(&people, "a.csv", "Email,Math\nann@x.org,1\n");
    people_case_survey(&people, "b.csv", "Art\n1\n");
    people_case_read(&people);
    cr_expect(people.responses.surveys[0].names_people);
    cr_expect_not(people.responses.surveys[1].names_people);
    cr_expect_str_eq(responses_text(), "ann@x.org:a.csv b.csv-2:b.csv");
}

static const char grid[] =
    "Id,id\nHow good? [a],skill\nHow good? [b],skill\nHow good? [c],skill\nHow good? [d],skill\nHow good? "
    "[e],skill\n";
static const char grid_header[] = "Id,How good? [a],How good? [b],How good? [c],How good? [d],How good? [e]\n";

static void read_grid(const char *rows)
{
    columns(grid);
    people_case_survey(&people, "a.csv", arena_print(people.reading.arena, "%s%s", grid_header, rows));
    people_case_read(&people);
}

Test(responses, one_answer_to_all_rows_of_a_grid)
{
    read_grid("ann,3,3,3,3,3\nbo,3,3,3,3,2\ncy,Never,Never,Never,Never,Never\ndi,3,3,3,3,\n");
    cr_expect_str_eq(same_text(), "ann:How good?=3 cy:How good?=Never");
    cr_expect_eq(people.responses.grids[0].n_rows, 5);
}

/* 4 and 5 of 0-10 are one level, and two answers. */
Test(responses, answers_of_one_level_are_not_one_answer)
{
    read_grid("ann,4,5,4,5,4\nbo,9,1,9,1,9\ncy,6,6,6,6,6\n");
    cr_expect_str_eq(same_text(), "cy:How good?=6");
}

/* Only the row that counts is looked at. */
Test(responses, the_answer_that_counts)
{
    columns(arena_print(people.reading.arena, "When,timestamp\n%s", grid));
    people_case_survey(&people, "a.csv",
                       arena_print(people.reading.arena, "When,%s%s", grid_header,
                                   "2026-09-02,ann,1,2,3,4,5\n2026-09-01,ann,3,3,3,3,3\n2026-09-01,bo,1,2,3,4,5\n"
                                   "2026-09-02,bo,3,3,3,3,3\n"));
    people_case_read(&people);
    cr_expect_str_eq(same_text(), "bo:How good?=3");
}

Test(responses, a_grid_to_tick_says_nothing)
{
    read_grid("ann,No,No,No,No,No\nbo,Yes,No,No,Yes,No\n");
    cr_expect_str_eq(same_text(), "");
}

Test(responses, four_rows_are_no_grid)
{
    columns("Id,id\nRate [a],skill\nRate [b],skill\nRate [c],skill\nRate [d],skill\n");
    people_case_survey(&people, "a.csv", "Id,Rate [a],Rate [b],Rate [c],Rate [d]\nann,3,3,3,3\nbo,1,2,3,4\n");
    people_case_read(&people);
    cr_expect_str_eq(same_text(), "");
}

/* Some forms export a grid as columns side by side, or number its rows. */
Test(responses, grids_without_brackets)
{
    columns("Id,id\na,skill\nb,skill\nc,skill\nd,skill\ne,skill\nf,interest\nQ2_1,skill\nQ2_2,skill\nQ2_3,skill\nQ2_4,skill\n"
            "Q2_5,skill\n");
    people_case_survey(&people, "a.csv",
                       "Id,a,b,c,d,e,f,Q2_1,Q2_2,Q2_3,Q2_4,Q2_5\nann,3,3,3,3,3,1,1,2,3,4,5\nbo,1,2,3,4,5,1,4,4,4,4,4\n");
    people_case_read(&people);
    cr_expect_str_eq(same_text(), "ann:a ... e=3 bo:Q2=4");
}
