/* test_times.c: time stamps of many kinds, and which answer is the later. */
#include <criterion/criterion.h>
#include <string.h>

#include "read/times.h"
#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(times, .init = start, .fini = end);

/* The reading of one text as the only cell of a column; known false where it is none. */
static AnswerTime parse(const char *text, const char *order)
{
    Reading *reading = &people.reading;
    const char *header = "Timestamp";
    Table table = {.file = "t.csv", .n_columns = 1, .n_rows = 1, .header = &header, .cells = &text, .line = (int[]){2}};
    Distinct answers;
    AnswerTime times[1];
    cr_assert_eq(distinct_column(&answers, &table, 0, reading->arena, &reading->err), CADRE_OK);
    cr_assert_eq(times_read(times, &table, 0, 0, &answers, order, reading->arena, reading->messages, &reading->err), CADRE_OK);
    return times[0];
}

Test(times, all_these_are_one_moment)
{
    const char *const texts[] = {"2026/09/18 3:41:07 PM CST",
                                 "9/18/2026 15:41:07",
                                 "2026-09-18T15:41:07Z",
                                 "2026-09-18 15:41:07+02:00",
                                 "18.09.2026 15:41:07",
                                 "18/9/2026 3:41:07 p.m.",
                                 "9/18/26 15:41:07",
                                 "2026/09/18 3:41:07 p. m. GMT-5",
                                 "2026-09-18 15:41:07.0",
                                 "9/18/2026, 3:41:07\u202fPM",
                                 "Sep 18, 2026 3:41:07 PM",
                                 "September 18 2026 15:41:07",
                                 "Fri, Sept. 18, 2026, 15:41:07",
                                 "18 Sep 2026 15:41:07",
                                 "18-sep-26 15:41:07",
                                 "18 de septiembre de 2026 15:41:07",
                                 "vie. 18 sept 2026 15:41:07",
                                 "viernes, 18 de setiembre de 2026, 3:41:07 p. m."};
    AnswerTime first = parse(texts[0], "");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        AnswerTime time = parse(texts[i], "");
        cr_expect(time.known, "%s", texts[i]);
        cr_expect_eq(times_compare(time, first), TIME_EQUAL, "%s", texts[i]);
    }
    cr_expect_str_eq(reading_messages(&people.reading), "");
}

Test(times, months_by_name)
{
    const char *const english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const char *const spanish[] = {"ene.",  "febrero", "marzo", "abr",     "mayo", "junio",
                                   "julio", "ago",     "sept.", "octubre", "nov",  "Diciembre"};
    Arena *arena = people.reading.arena;
    for (int i = 0; i < 12; i++) {
        AnswerTime plain = parse(arena_print(arena, "2026-%02d-08 15:41", i + 1), "");
        AnswerTime first = parse(arena_print(arena, "%s 8, 2026 3:41 PM", english[i]), "");
        AnswerTime second = parse(arena_print(arena, "8 de %s de 2026 15:41", spanish[i]), "");
        cr_expect_eq(times_compare(first, plain), TIME_EQUAL, "%s", english[i]);
        cr_expect_eq(times_compare(second, plain), TIME_EQUAL, "%s", spanish[i]);
    }
    cr_expect_eq(times_compare(parse("mar 8, 2026", ""), parse("mar, 8 sep 2026", "")), TIME_EARLIER); /* March; a Tuesday */
    const char *const wrong[] = {"Sap 8, 2026", "Se 8, 2026",        "Sep 31, 2026", "8 Sep",
                                 "8 Sep 226",   "before 8 Sep 2026", "Sep 2026"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) cr_expect_not(parse(wrong[i], "").known, "%s", wrong[i]);
}

Test(times, the_29th_of_february)
{
    const char *const leap[] = {"2024-02-29", "2/29/2000", "29.02.2028", "Feb 29, 2024"};
    const char *const other[] = {"2026-02-29", "2/29/1900", "29/2/2027", "29 feb 2025"};
    for (int i = 0; i < 4; i++) {
        cr_expect(parse(leap[i], "").known, "%s", leap[i]);
        cr_expect_not(parse(other[i], "").known, "%s", other[i]);
    }
}

Test(times, midnight_and_noon)
{
    cr_expect_eq(times_compare(parse("2026-09-18 12:00 AM", ""), parse("2026-09-18", "")), TIME_EQUAL);
    cr_expect_eq(times_compare(parse("2026-09-18 12:00 PM", ""), parse("2026-09-18 12:00", "")), TIME_EQUAL);
    cr_expect_eq(times_compare(parse("2026-09-18 12:59 AM", ""), parse("2026-09-18 1:00", "")), TIME_EARLIER);
}

Test(times, these_are_none)
{
    const char *const texts[] = {"soon",  "2026-13-01 10:00", "31/31/2026 10:00", "2026-09-18 25:00", "2026-09-18 10:61",
                                 "13:00", "2026-02-30"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) cr_expect_not(parse(texts[i], "").known, "%s", texts[i]);
    cr_expect_str_eq(
        reading_messages(&people.reading),
        "error t.csv:2:1: \"soon\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or 9/8/2026 3:41 PM\n"
        "error t.csv:2:1: \"2026-13-01 10:00\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or "
        "9/8/2026 3:41 PM\n"
        "error t.csv:2:1: \"31/31/2026 10:00\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or "
        "9/8/2026 3:41 PM\n"
        "error t.csv:2:1: \"2026-09-18 25:00\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or "
        "9/8/2026 3:41 PM\n"
        "error t.csv:2:1: \"2026-09-18 10:61\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or "
        "9/8/2026 3:41 PM\n"
        "error t.csv:2:1: \"13:00\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or 9/8/2026 3:41 "
        "PM\n"
        "error t.csv:2:1: \"2026-02-30\" is no time stamp; expected a date and a time as 2026-09-08 15:41:07 or 9/8/2026 "
        "3:41 PM\n");
}

/* Read as a zone and ignored, these would put the afternoon before the morning. */
Test(times, half_a_day_in_other_words_is_no_zone)
{
    const char *const texts[] = {"9/18/2026 3:41 p", "9/18/2026 3:41:07 de la tarde", "9/18/2026 3:41 nachm.",
                                 "9/18/2026 3:41 in the afternoon", "9/18/2026 3:41 -05:00 PM"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) cr_expect_not(parse(texts[i], "").known, "%s", texts[i]);
    cr_expect(parse("9/18/2026 15:41 America/Port_of_Spain", "").known);
    cr_expect(parse("9/18/2026 3:41 PM (Eastern Standard Time)", "").known);
}

Test(times, a_named_order_decides)
{
    cr_expect_eq(times_compare(parse("3/4/2026", "dmy"), parse("4/3/2026", "mdy")), TIME_EQUAL);
    cr_expect_eq(times_compare(parse("3/4/2026", "dmy"), parse("2026-04-03", "")), TIME_EQUAL);
}

Test(times, an_open_order_is_unclear_only_where_it_matters)
{
    AnswerTime open = parse("3/4/2026", "");
    cr_expect_eq(times_compare(open, parse("2025-12-01", "")), TIME_LATER);
    cr_expect_eq(times_compare(open, parse("2026-03-20", "")), TIME_UNCLEAR);
    cr_expect_eq(times_after_day(open, "2026-05-01"), 0);
    cr_expect_eq(times_after_day(open, "2026-03-03"), 1);
    cr_expect_eq(times_after_day(open, "2026-03-20"), -1);
}

static void read_two_answers(const char *scale, const char *first, const char *second)
{
    Arena *arena = people.reading.arena;
    people_case_survey(&people, "s.csv", arena_print(arena, "When,Id,Math\n%s,a,1\n%s,a,2\n", first, second));
    people_case_sheet(&people, "columns.csv",
                      arena_print(arena, "header,means,scale\nWhen,timestamp,%s\nId,id,\nMath,skill,\n", scale));
    people_case_read(&people);
}

Test(times, the_latest_answer_counts)
{
    read_two_answers("", "2026-09-18 10:00", "2026-09-17 10:00");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 1);
}

Test(times, the_named_order_in_any_case)
{
    read_two_answers("MDY", "9/8/2026 10:00", "8/9/2026 10:00");
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 1);
}

Test(times, an_order_that_hangs_on_dmy_or_mdy_is_an_error)
{
    read_two_answers("", "9/8/2026 10:00", "8/9/2026 10:00");
    cr_expect_str_eq(
        people.messages,
        arena_print(people.reading.arena,
                    "error s.csv:3:3: the answer of \"a\" on \"Math\" differs from that in %s/s.csv:2, and which is later "
                    "hangs on whether their dates have the day or the month first; expected the scale dmy or mdy in "
                    "columns.csv\n",
                    people.reading.folder));
}

Test(times, a_part_over_twelve_tells_the_order_of_the_column)
{
    people_case_survey(&people, "s.csv", "When,Id,Math\n9/8/2026,a,1\n8/9/2026,a,2\n25/8/2026,b,1\n");
    people_case_sheet(&people, "columns.csv", "header,means\nWhen,timestamp\nId,id\nMath,skill\n");
    people_case_read(&people);
    cr_expect_str_eq(people.messages, "");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 2);
}

Test(times, two_orders_in_one_column_are_an_error)
{
    read_two_answers("", "13/8/2026", "8/14/2026");
    cr_expect(strstr(people.messages,
                     "error s.csv:3:1: \"8/14/2026\" has the month first, but \"13/8/2026\" in line 2 has not; "
                     "expected one order in a column\n"),
              "%s", people.messages);
}

Test(times, a_date_against_the_named_order_is_an_error)
{
    read_two_answers("dmy", "8/13/2026", "8/9/2026");
    cr_expect(strstr(people.messages, "error s.csv:2:1: \"8/13/2026\" is not dmy; expected the order that columns.csv names\n"),
              "%s", people.messages);
}

Test(times, equal_time_stamps_order_nothing)
{
    read_two_answers("", "2026-09-18 10:00", "2026-09-18 10:00");
    cr_expect_str_eq(
        people.messages,
        arena_print(people.reading.arena,
                    "error s.csv:3:3: the answer of \"a\" on \"Math\" differs from that in %s/s.csv:2, and no time stamp "
                    "says which is later; expected one of the rows only\n",
                    people.reading.folder));
}

Test(times, answers_after_the_close_count_with_a_warning)
{
    people_case_sheet(&people, "settings.csv", "setting,value\ncloses,2026-09-17\n");
    read_two_answers("", "2026-09-17 23:59", "2026-09-18 00:00");
    cr_expect_str_eq(people.messages,
                     "warning s.csv:3:1: \"a\" answered after 2026-09-17 and counts all the same; expected by then\n");
    cr_expect_eq(people_case_level(&people, "a", "Math"), 2);
}
