/* Cells that a spreadsheet has changed are named as such, never read as what they were turned into. */
#include <criterion/criterion.h>
#include <string.h>

#include "read/damage.h"
#include "read/scales.h"
#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(damage, .init = start, .fini = end);

static void expect_damage(Damage damage, const char *const *texts)
{
    for (; *texts; texts++) cr_expect_eq(damage_of(*texts), damage, "%s", *texts);
}

Test(damage, days_of_a_month)
{
    static const char *const dates[] = {"5-Mar", "05-Mar", "5-mar",  "Mar-05", "mar-05", "5/mar",  "5 Mar", "05. mar",
                                        "5.mar", "3-may",  "12-dic", "ene-03", "1-Sept", "30-Jun", NULL};
    static const char *const others[] = {"5",      "3-5",   "5-Marble", "Mar 5",  "March", "May",       "0-Mar", "32-Mar",
                                         "5mar",   "5-Ma",  "K-2",      "Mar",    "x-5",   "5 mar x",   "",      "5-",
                                         "5-Mar-", "Mar-0", "mar-32",   "3 days", "12:30", "5 markets", "#1",    NULL};
    expect_damage(DAMAGE_DATE, dates);
    expect_damage(DAMAGE_NONE, others);
}

Test(damage, dates_with_a_year)
{
    static const char *const dates[] = {"2026-03-05",          "3/5/2026", "05/03/26",   "5-Mar-26",
                                        "2026-03-05 00:00:00", "5.3.2026", "5 Mar 2026", NULL};
    expect_damage(DAMAGE_FULL_DATE, dates);
}

Test(damage, days_as_spreadsheets_count_them)
{
    static const char *const serials[] = {"36526", "46086", "73050", NULL};
    static const char *const numbers[] = {"36525", "73051", "4608", "460860", "46086.5", NULL};
    expect_damage(DAMAGE_SERIAL, serials);
    expect_damage(DAMAGE_NONE, numbers);
}

Test(damage, faults_of_formulas)
{
    static const char *const faults[] = {"#NAME?", "#REF!", "#VALUE!", "####", "#N/A", NULL};
    static const char *const others[] = {"#", "##", "#1 choice", "# of years", NULL};
    expect_damage(DAMAGE_FAULT, faults);
    expect_damage(DAMAGE_NONE, others);
}

Test(damage, scientific_ids)
{
    static const char *const cut[] = {"1.23E+05", "1E+11", "9,87654E+12", "1.5e+10"}, *const whole[] = {
                                                                                          "1E5",      "12.3E+05",  "E+05",
                                                                                          "1.23E-05", "1.23E+5",   "1.23",
                                                                                          "0E+05",    "1.23E+05x", ""};
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) cr_expect(damage_is_scientific(cut[i]), "%s", cut[i]);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) cr_expect(!damage_is_scientific(whole[i]), "%s", whole[i]);
}

Test(damage, a_date_is_no_number)
{
    cr_expect_eq(scales_number("5 Mar"), -1);
    cr_expect_eq(scales_number("05. mar"), -1);
    cr_expect_eq(scales_number("5 Mar 2026"), -1);
    cr_expect_eq(scales_number("5 marbles"), 5 * SCALE_UNIT);
    cr_expect_eq(scales_number("3 may be more"), 3 * SCALE_UNIT);
}

static void expect_told(const char *line)
{
    cr_expect(strstr(people.messages, line), "expected:\n%s\nthere is:\n%s", line, people.messages);
}

static const char export_again[] = "; expected the text as it was: export the survey again and do not save it from a "
                                   "spreadsheet, or format the column as text there and fill it in again\n";

Test(damage, ratings_and_amounts)
{
    people_case_sheet(&people, "columns.csv", "header,means\nId,id\nMath,skill\nHours,hours\n");
    people_case_survey(&people, "a.csv", "Id,Math,Hours\na,5-Mar,05-Mar\nb,5-Mar,46086\nc,3 Mar,2\nd,46086,2\ne,#NAME?,2\n");
    people_case_read(&people);
    const char *date = arena_print(people.reading.arena,
                                   "error a.csv:2:2: \"5-Mar\" (2 cells) is a date, which spreadsheets make of a text such as "
                                   "\"3-5\"%s",
                                   export_again);
    expect_told(date);
    expect_told("error a.csv:2:3: \"05-Mar\" (1 cell) is a date, ");
    expect_told("error a.csv:3:3: \"46086\" (1 cell) is a date as spreadsheets count days, ");
    expect_told("error a.csv:4:2: \"3 Mar\" (1 cell) is a date, ");
    expect_told("error a.csv:5:2: \"46086\" (1 cell) is a date as spreadsheets count days, ");
    expect_told("error a.csv:6:2: \"#NAME?\" (1 cell) is what a spreadsheet shows in place of ");
    cr_expect_eq(messages_errors(people.reading.messages), 6, "%s", people.messages);
}

/* scales.csv is asked first: who means it may say so. */
Test(damage, a_scale_may_know_a_date)
{
    people_case_sheet(&people, "columns.csv", "header,means\nId,id\nMath,skill\n");
    people_case_sheet(&people, "scales.csv", "scale,answer,level\nmonths,5 Mar,4\n");
    people_case_survey(&people, "a.csv", "Id,Math\na,5 Mar\n");
    people_case_read(&people);
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 4);
}

Test(damage, options_and_fields)
{
    people_case_sheet(&people, "columns.csv",
                      "header,means,name\nId,id,\nTeach,fields,\nGrade,field,\nHired,field,\nSeen,field,\n");
    people_case_survey(&people, "a.csv",
                       "Id,Teach,Grade,Hired,Seen\na,\"K-2, 5-Mar\",5-Mar,2026-03-05,2026-03-05\n"
                       "b,\"5-Mar, 8-Jun\",K-2,2025-08-01,6-8\nc,K-2,,,6-8\n");
    people_case_read(&people);
    expect_told("warning a.csv:2:2: \"5-Mar\" (2 cells) is a date, ");
    expect_told("warning a.csv:3:2: \"8-Jun\" (1 cell) is a date, ");
    expect_told("warning a.csv:2:3: \"5-Mar\" (1 cell) is a date, ");
    expect_told("warning a.csv:2:5: \"2026-03-05\" (1 cell) is a date, ");
    cr_expect_not(strstr(people.messages, ":4: \"2026-03-05\""), "days of hiring are no damage: %s", people.messages);
    cr_expect_eq(messages_errors(people.reading.messages), 0, "%s", people.messages);
}

Test(damage, sheets_of_the_plan)
{
    Reading *reading = &people.reading;
    PlanSheets plan = {0};
    people_case_sheet(&people, "people.csv", "email,name,grade\na@x.org,Ann,5-Mar\nb@x.org,Bo,5-Mar\nc@x.org,#NAME?,K-2\n");
    people_case_sheet(&people, "settings.csv", "setting,value\ncloses,5-Mar\n");
    cr_assert_eq(plan_sheets_read(&plan, reading->folder, reading->arena, reading->messages, &reading->err), CADRE_OK);
    cr_assert_eq(damage_in_sheets(&plan, reading->arena, reading->messages, &reading->err), CADRE_OK);
    cr_expect_str_eq(
        reading_messages(reading),
        "warning people.csv:2:3: \"5-Mar\" (2 cells) is a date, which spreadsheets make of a text such as \"3-5\"; "
        "expected the text as it was: format the column as text in the spreadsheet, then type it again\n"
        "warning people.csv:4:2: \"#NAME?\" (1 cell) is what a spreadsheet shows in place of a text that it took "
        "for a formula or found too wide; expected the text as it was: format the column as text in the "
        "spreadsheet, then type it again\n");
}

static const char id_columns[] = "header,means\nId,id\nMath,skill\n";

Test(damage, ids_in_scientific_notation_join_nobody)
{
    people_case_sheet(&people, "columns.csv", "header,means\nId,id\nName,name\nMath,skill\n");
    people_case_survey(&people, "a.csv", "Id,Name,Math\n1.23E+05,Ann,1\n1.23E+05,Bo,2\n1.24E+05,,3\n");
    people_case_read(&people);
    cr_expect_str_eq(
        people.messages,
        "error a.csv:2:1: the id \"1.23E+05\" (2 cells) is a number that a spreadsheet has cut short, so it may be "
        "several people's; expected it in full: export again, or format the column as text before the ids go in\n"
        "error a.csv:4:1: the id \"1.24E+05\" (1 cell) is a number that a spreadsheet has cut short, so it may be "
        "several people's; expected it in full: export again, or format the column as text before the ids go in\n");
    cr_expect_str_eq(people_case_keys(&people), "Ann Bo");
}

Test(damage, ids_of_the_roster_without_their_zeros)
{
    people_case_sheet(&people, "columns.csv", id_columns);
    people_case_sheet(&people, "people.csv", "id,name\n007,Ann\n0012,Bo\n12,Cy\n1041,Di\n");
    people_case_survey(&people, "a.csv", "Id,Math\n7,1\n12,2\n1041.0,3\n");
    people_case_read(&people);
    const char *expected =
        arena_print(people.reading.arena,
                    "error a.csv:2:1: the id \"7\" is \"007\" of %s/people.csv:2 in another spelling, as spreadsheets drop the "
                    "zeros before a number, like 1 more of this file; expected one spelling: format the column of ids as text "
                    "and fill it in again, or export again\n",
                    people.reading.folder);
    expect_told(expected);
    expect_told("warning people.csv:4:1: the id \"12\" is \"0012\" of ");
}

/* Without a roster nothing says which spelling is right, or that they are one person. */
Test(damage, ids_of_two_surveys_without_their_zeros)
{
    people_case_sheet(&people, "columns.csv", id_columns);
    people_case_survey(&people, "a.csv", "Id,Math\n007,1\n8a,2\n08a,2\n");
    people_case_survey(&people, "b.csv", "Id,Math\n7,1\n");
    people_case_read(&people);
    expect_told("warning b.csv:2:1: the id \"7\" is \"007\" of ");
    cr_expect_not(strstr(people.messages, "8a"), "%s", people.messages);
    cr_expect_str_eq(people_case_keys(&people), "007 08a 7 8a");
}
