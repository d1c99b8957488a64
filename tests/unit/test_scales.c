/* test_scales.c: answer words and numbers -> levels. */
#include <criterion/criterion.h>
#include <string.h>

#include "read/scales.h"
#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(scales, .init = start, .fini = end);

/* One survey of ids a, b, c, ... whose answers about Math are given; columns.csv with a scale. */
static void read_answers(const char *scale, const char *const answers[], int n)
{
    Arena *arena = people.reading.arena;
    const char *survey = "Id,Math\n";
    for (int i = 0; i < n; i++) survey = arena_print(arena, "%s%c,\"%s\"\n", survey, 'a' + i, answers[i]);
    people_case_survey(&people, "s.csv", survey);
    people_case_sheet(&people, "columns.csv", arena_print(arena, "header,means,scale\nId,id,\nMath,skill,%s\n", scale));
    people_case_read(&people);
}

#define READ(scale, ...)                                                                                                       \
    do {                                                                                                                       \
        const char *const answers_[] = {__VA_ARGS__};                                                                          \
        read_answers(scale, answers_, (int)(sizeof answers_ / sizeof *answers_));                                              \
    } while (0)

static int level(const char *key) { return people_case_level(&people, key, "Math"); }

Test(scales, a_number_may_begin_an_answer)
{
    const struct {
        const char *answer;
        int hundredths;
    } cases[] = {{"4", 400},
                 {"4.0", 400},
                 {"4,0", 400},
                 {"3 - often", 300},
                 {"2) some", 200},
                 {"5. always", 500},
                 {"1(none)", 100},
                 {"1 (None at all)", 100},
                 {"2=low", 200},
                 {"3: mid", 300},
                 {"2-3", -1},
                 {"10 - 100", -1},
                 {"10 \u2013 100", -1},
                 {"10\u00a0-\u00a0100", -1},
                 {"3\u00a0hours", 300},
                 {"3 or 4", -1},
                 {"3 To 4 hours", -1},
                 {"3 a 4", -1},
                 {"3 o\u00a04", -1},
                 {"3 orders", 300},
                 {"3 or more", 300},
                 {"3 a week", 300},
                 {"1,000", -1},
                 {"-1", -1},
                 {"4th", -1},
                 {"12 years", 1200},
                 {"", -1},
                 {"4/5", -1},
                 {"3.Good", -1},
                 {"10", 1000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(scales_number(cases[i].answer), cases[i].hundredths, "%s", cases[i].answer);
}

Test(scales, numbers_to_five_stand_for_themselves)
{
    READ("", "0", "4.0", "5", "");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("a"), 0);
    cr_expect_eq(level("b"), 4);
    cr_expect_eq(level("c"), 5);
    cr_expect_eq(level("d"), LEVEL_NONE);
}

Test(scales, numbers_to_ten_are_halved_down)
{
    READ("", "1", "7", "10", "3");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("a"), 0);
    cr_expect_eq(level("b"), 3);
    cr_expect_eq(level("c"), 5);
    cr_expect_eq(level("d"), 1);
}

Test(scales, a_named_range_holds_whatever_the_answers)
{
    READ("0-10", "4", "5");
    cr_expect_eq(level("a"), 2);
    cr_expect_eq(level("b"), 2);
}

Test(scales, a_number_over_ten_is_an_error)
{
    READ("", "11", "3");
    cr_expect_str_eq(people.messages,
                     "error s.csv:2:2: \"11\" is no level; expected a whole number from 0 to 5, or 0 to 10 where no "
                     "column of the question goes beyond\n");
}

Test(scales, one_built_in_scale_knows_all_the_rest)
{
    READ("", "Never", "sometimes -- when I can", "Always (daily)", "N/A", "3", "Once  a WEEK", "often\u00a0-\u00a0yes");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("g"), 4);
    cr_expect_eq(level("a"), 0);
    cr_expect_eq(level("b"), 3);
    cr_expect_eq(level("c"), 5);
    cr_expect_eq(level("d"), LEVEL_NONE);
    cr_expect_eq(level("e"), 3);
    cr_expect_eq(level("f"), 4);
}

Test(scales, words_of_two_scales_are_an_error_at_the_stranger)
{
    READ("", "Never", "Often", "Novice");
    cr_expect_str_eq(
        people.messages,
        "error s.csv:4:2: \"Novice\" (1 cell) is an answer that no scale knows; expected a number from 0 to 5 or an "
        "answer of the scale \"frequency\", which knows 2 other answers of this column, or a row for it in scales.csv\n");
}

Test(scales, accents_and_case_do_not_matter)
{
    READ("", "jamas", "SIEMPRE");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("a"), 0);
    cr_expect_eq(level("b"), 5);
}

Test(scales, one_number_over_five_is_told_before_all_are_halved)
{
    READ("", "1", "4", "10", "3", "2");
    cr_expect_str_eq(
        people.messages,
        "warning s.csv:4:2: the question is read as 0-10 because of \"10\", and its numbers are halved, but 1 of 5 "
        "is over 5; expected 0 to 5 if it is a typo, else the scale 0-10 in columns.csv\n");
    cr_expect_eq(level("b"), 2);
}

Test(scales, one_number_over_five_is_no_surprise_where_the_scale_is_named)
{
    READ("0-10", "1", "4", "10", "3", "2");
    cr_expect_str_eq(people.messages, "");
}

Test(scales, a_yes_among_numbers_is_told)
{
    READ("", "1", "TRUE", "5", "x", "n/a");
    const char *expected = "; expected a number from 0 to 5, or a row for it in scales.csv\n";
    cr_expect_str_eq(
        people.messages,
        arena_print(people.reading.arena,
                    "warning s.csv:3:2: \"TRUE\" (1 cell) counts as yes or no, but 2 cells of this question hold a "
                    "number%swarning s.csv:5:2: \"x\" (1 cell) counts as yes or no, but 2 cells of this question "
                    "hold a number%s",
                    expected, expected));
}

Test(scales, a_column_of_yes_in_a_grid_of_numbers_is_told)
{
    people_case_survey(&people, "s.csv", "Id,Rate [Math],Rate [Art]\na,4,TRUE\nb,3,TRUE\n");
    people_case_sheet(&people, "columns.csv", "header,means\nId,id\nRate [Math],skill\nRate [Art],skill\n");
    people_case_read(&people);
    cr_expect(strstr(people.messages, "warning s.csv:2:3: \"TRUE\" (2 cells) counts as yes or no"), "%s", people.messages);
}

Test(scales, yes_is_a_tick)
{
    READ("", "Yes", "no", "s\u00ed", "FALSE", "x");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("a"), 3);
    cr_expect_eq(level("b"), 0);
    cr_expect_eq(level("c"), 3);
    cr_expect_eq(level("d"), 0);
    cr_expect_eq(level("e"), 3);
}

Test(scales, among_crosses_a_blank_is_no)
{
    READ("", "x", "", "X");
    cr_expect_eq(level("a"), 3);
    cr_expect_eq(level("b"), 0);
}

Test(scales, the_plans_scale_comes_first)
{
    people_case_sheet(&people, "scales.csv", "scale,answer,level\nours,3,5\nours,Often,1\nours,skip,\n");
    READ("", "3", "often", "skip", "2", "Never");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(level("a"), 5);
    cr_expect_eq(level("b"), 1);
    cr_expect_eq(level("c"), LEVEL_NONE);
    cr_expect_eq(level("d"), 2);
    cr_expect_eq(level("e"), 0);
}

Test(scales, a_named_scale_leaves_only_numbers)
{
    people_case_sheet(&people, "scales.csv", "scale,answer,level\nours,good,4\n");
    READ("ours", "good - mostly", "2", "Never", "n/a");
    cr_expect_str_eq(people.messages,
                     "error s.csv:4:2: \"Never\" (1 cell) is not on the scale \"ours\"; expected one of its answers "
                     "or a number from 0 to 5\n");
    cr_expect_eq(level("a"), 4);
    cr_expect_eq(level("d"), LEVEL_NONE);
}

Test(scales, scales_of_the_plan_that_disagree_are_an_error)
{
    people_case_sheet(&people, "scales.csv", "scale,answer,level\nours,good,4\ntheirs,good,2\n");
    READ("", "good");
    cr_expect_str_eq(people.messages,
                     "error s.csv:2:2: \"good\" has different levels on scales of scales.csv; expected columns.csv to "
                     "name this column's scale\n");
}

Test(scales, bad_rows_of_scales_csv_are_errors)
{
    people_case_sheet(&people, "scales.csv", "scale,answer,level\nours,good,4\nours,Good,3\nours,bad,x\nours,huge,7\n");
    READ("ours", "good");
    cr_expect_str_eq(
        people.messages,
        "error scales.csv:3:3: \"Good\" has another level on this scale in line 2; expected one level\n"
        "error scales.csv:4:3: \"level\" is \"x\"; expected a whole number from 0 to 5, or blank\n"
        "error scales.csv:5:3: \"level\" is 7; expected a whole number from 0 to 5, more only on a scale for hours or "
        "limits\n");
}

Test(scales, the_question_decides_the_range_of_its_columns)
{
    people_case_survey(&people, "s.csv", "Id,Rate [Math],Rate [Art],Skill\na,8,4,4\n");
    people_case_sheet(&people, "columns.csv",
                      "header,means,name\nId,id,\nRate [Math],skill,\nRate [Art],skill,\nSkill,skill,Drums\n");
    people_case_read(&people);
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 4);
    cr_expect_eq(people_case_level(&people, "a", "Art"), 2);
    cr_expect_eq(people_case_level(&people, "a", "Drums"), 4);
}

Test(scales, hours_may_be_words_of_any_size)
{
    people_case_survey(&people, "s.csv", "Id,Time,Groups\na,about a day,2\nb,2.5 hours,4.0\nc,,1.5\n");
    people_case_sheet(&people, "columns.csv", "header,means,scale\nId,id,\nTime,hours,time\nGroups,max_groups,\n");
    people_case_sheet(&people, "scales.csv", "scale,answer,level\ntime,about a day,8\n");
    people_case_read(&people);
    cr_expect_str_eq(
        people.messages,
        "error s.csv:4:3: \"1.5\" is no amount; expected a whole number from 0 to 1000, or a row for it in scales.csv\n");
    cr_expect_eq(people.model.staff[0].hours, 800);
    cr_expect_eq(people.model.staff[1].hours, 250);
    cr_expect_eq(people.model.staff[1].max_groups, 4);
    cr_expect_eq(people.model.staff[2].hours, 400);
}
