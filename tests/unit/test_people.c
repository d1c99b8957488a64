/* test_people.c: meanings of columns, checklists, choices, sites, and the merging of answers. */
#include <criterion/criterion.h>
#include <string.h>

#include "unit/people_case.h"

static PeopleCase people;

static void start(void) { people_case_start(&people); }
static void end(void) { people_case_end(&people); }

TestSuite(people, .init = start, .fini = end);

static void expect_messages(const char *expected)
{
    const char *text = "";
    for (const char *at = expected; *at; at++)
        text = *at == '%' ? arena_print(people.reading.arena, "%s%s", text, people.reading.folder)
                          : arena_print(people.reading.arena, "%s%c", text, *at);
    cr_expect_str_eq(people.messages, text);
}

static void columns(const char *rows)
{
    people_case_sheet(&people, "columns.csv",
                      arena_print(people.reading.arena, "survey,header,means,name,scale,separator\n%s", rows));
}

Test(people, columns_csv_is_held_to_the_surveys)
{
    columns(
        ",ID,id,,,\n,Mathh,skill,,,\nother.csv,Art,skill,,,\na.csv,Math,skil,,,\n,Team,choice,best,,\n,When,timestamp,,ymd,\n"
        ",Rate,skill,,agreemnt,\n,List,skills,,7,|\n");
    people_case_survey(&people, "a.csv", "Id,Math,Team,When,Rate,List,Extra\n1,2,Team,2026-01-01,3,x,y\n");
    people_case_read(&people);
    expect_messages("error columns.csv:3:2: unknown survey column \"Mathh\"; expected a header of the surveys, in full, the "
                    "nearest is \"Math\"\n"
                    "warning columns.csv:4:1: unknown survey \"other.csv\"; expected the base name of a survey that is given\n"
                    "error columns.csv:5:3: unknown meaning \"skil\"; expected one that cadre help columns lists, the "
                    "nearest is \"skill\"\n"
                    "error columns.csv:6:4: a choice has no rank in \"best\"; expected \"name\" to be 1 for the first choice, "
                    "2 for the second, ...\n"
                    "error columns.csv:7:5: \"scale\" is \"ymd\"; expected dmy or mdy, or blank\n"
                    "error columns.csv:8:5: unknown scale \"agreemnt\"; expected a scale of scales.csv, 0-5 or 0-10, or blank, "
                    "the nearest is "
                    "\"agreement\"\n"
                    "error columns.csv:9:5: \"scale\" is \"7\"; expected the level of a tick, 0 to 5, or blank\n"
                    "error columns.csv:9:6: \"separator\" is \"|\"; expected , or ; or blank\n"
                    "warning a.csv:1:7: \"Extra\" is ignored; expected columns.csv to name it\n");
}

Test(people, a_survey_that_is_not_given_is_told_once)
{
    columns(",ID,id,,,\nother.csv,Art,skill,,,\nother.csv,Math,skill,,,\n");
    people_case_survey(&people, "a.csv", "Id\n1\n");
    people_case_read(&people);
    expect_messages(
        "warning columns.csv:3:1: unknown survey \"other.csv\"; expected the base name of a survey that is given\n");
}

Test(people, columns_of_one_header_that_disagree_are_told)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,Art,skill,,,\n,Hours,hours,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math,Art,Math,Art,Hours,Hours\n1,2,3,,3,4,4\n2,,1,5,1,,2\n");
    people_case_survey(&people, "b.csv", "Id,Math,Hours,Math,Math,Hours\n3,2,3,,4,5\n4,1,2,1,,3\n");
    people_case_read(&people);
    expect_messages(
        "warning b.csv:1:5: \"Math\" is the header of column 2 too, and 1 row says different things in the two, the "
        "first in line 2: the highest counts; expected another header for one of them where they ask different "
        "things\n"
        "warning b.csv:1:6: \"Hours\" is the header of column 3 too, and 2 rows say different things in the two, "
        "the first in line 2: the highest counts; expected another header for one of them where they ask "
        "different things\n");
    cr_expect_eq(people_case_level(&people, "3", "Math"), 4);
}

Test(people, of_the_rows_that_say_who_or_when_one_is_enough)
{
    columns(",Email Address,email,,,\n,Username,email,,,\n,Marca temporal,timestamp,,,\n,Timestamp,timestamp,,,\n"
            ",Your id,id,,,\n,Math,skill,,,\n,Art,skill,,,\n");
    people_case_survey(&people, "a.csv", "Timestamp,Username,Math\n2026-01-02 8:00,a@x.org,2\n");
    people_case_read(&people);
    expect_messages("error columns.csv:6:2: unknown survey column \"Your id\"; expected a header of the surveys, in full\n"
                    "error columns.csv:8:2: unknown survey column \"Art\"; expected a header of the surveys, in full\n");
    cr_expect_eq(people_case_level(&people, "a@x.org", "Math"), 2);
}

Test(people, a_row_for_one_survey_beats_a_row_for_any)
{
    columns(",Id,id,,,\n,Math,skill,,,\nb.csv,math,interest,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math\n1,2\n");
    people_case_survey(&people, "b.csv", "Id,Math\n1,4\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 2);
    cr_expect_eq(people_case_interest(&people, "1", "Math"), 4);
    cr_expect(people.model.interest_asked[0]);
}

Test(people, two_meanings_of_one_column_are_an_error)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,math,interest,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math\n1,2\n");
    people_case_read(&people);
    expect_messages("error columns.csv:4:2: \"Math\" has another meaning in line 3; expected one row for a column\n");
}

Test(people, a_header_that_branches_repeat_means_the_same)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,School,site,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math,School,Math,School\n1,2,North,,\n2,,,4,South\n3,1,North,5,South\n");
    people_case_read(&people);
    expect_messages(
        "warning a.csv:1:4: \"Math\" is the header of column 2 too, and 1 row says different things in the two, the "
        "first in line 4: the highest counts; expected another header for one of them where they ask different "
        "things\n"
        "error a.csv:4:5: the row has a second site, \"South\"; expected one\n");
    cr_expect_eq(people_case_level(&people, "2", "Math"), 4);
    cr_expect_eq(people_case_level(&people, "3", "Math"), 5);
}

Test(people, the_name_is_in_the_last_brackets)
{
    columns(",Id,id,,,\n,Rate [these] [Math],skill,,,\n,Rate [these] [Art],interest,Drawing,,\n");
    people_case_survey(&people, "a.csv", "Id,rate [THESE]  [math],Rate [these] [Art]\n1,2,3\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 2);
    cr_expect_eq(people_case_interest(&people, "1", "Drawing"), 3);
    cr_expect_str_eq(names_get(people.model.skills, 1), "Math");
}

Test(people, ticks_have_their_levels)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n,Grow,interests,,4,\n,Areas,focuses,,,\n");
    people_case_survey(&people, "a.csv",
                       "Id,Skills,Grow,Areas\n1,Math;Art,Art,Reading\n2,math;Art,Art;Drums,Reading;Safety\n3,,Drums,Safety\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 3);
    cr_expect_eq(people_case_level(&people, "1", "Drums"), LEVEL_NONE, "no option of that column");
    cr_expect_eq(people_case_level(&people, "3", "Math"), LEVEL_NONE, "a blank cell is no answer");
    cr_expect_eq(people_case_interest(&people, "1", "Art"), 4);
    cr_expect_eq(people_case_interest(&people, "1", "Drums"), 0);
    cr_expect_eq(people_case_rating(&people, "1", "Reading"), 5);
    cr_expect_eq(people_case_rating(&people, "1", "Safety"), LEVEL_NONE);
}

Test(people, a_skill_is_known_by_ticks_where_no_survey_asks_its_level)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n,More,skills,,5,\n,Art,skill,,,\n,Knot,skill,,,\n");
    people_case_survey(&people, "a.csv", "Id,Skills,More,Art,Knot\n1,Math;Art,Chess,2,3\n2,Math,Math;Art,,0\n");
    people_case_read(&people);
    const Model *model = &people.model;
    cr_expect_eq(model->tick_level[names_find(model->skills, "Math")], 5, "the highest");
    cr_expect_eq(model->tick_level[names_find(model->skills, "Chess")], 5);
    cr_expect_eq(model->tick_level[names_find(model->skills, "Art")], 0, "a column asks its level");
    cr_expect_eq(model->tick_level[names_find(model->skills, "Knot")], 0);
}

Test(people, a_grid_of_crosses_is_known_by_ticks)
{
    columns(",Id,id,,,\n,Art,skill,,,\n");
    people_case_survey(&people, "a.csv", "Id,Art\n1,x\n2,\n");
    people_case_read(&people);
    cr_expect_eq(people.model.tick_level[0], 3);
}

Test(people, options_that_hold_the_separator_are_taken_out_longest_first)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n");
    people_case_sheet(&people, "options.csv", "header,option\nSkills,\"CPR, AED\"\nSkills,\"CPR, AED, first aid\"\n");
    people_case_survey(&people, "a.csv", "Id,Skills\n1,\"Art, CPR, AED, first aid\"\n2,\"cpr, aed, Art\"\n3,\"Art, AED\"\n");
    people_case_read(&people);
    expect_messages("warning a.csv:4:2: \"AED\" is an option that nobody else ticked and no sheet names; expected one of the "
                    "checklist's own, or a row in options.csv where it holds the separator\n");
    cr_expect_eq(people_case_level(&people, "1", "CPR, AED, first aid"), 3);
    cr_expect_eq(people_case_level(&people, "1", "CPR, AED"), 0);
    cr_expect_eq(people_case_level(&people, "2", "CPR, AED"), 3);
    cr_expect_eq(people_case_level(&people, "2", "Art"), 3);
}

/* A form's "other" line brings many of them: one warning a column. */
Test(people, options_typed_in_by_hand_are_told_together)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n,Teams,focuses,,,\n");
    people_case_survey(&people, "a.csv",
                       "Id,Skills,Teams\n1,Art;Zither;Chess,Garden\n2,Art;Drums,Garden;Moon base\n"
                       "3,Art;Bread;Yoga,Garden\n");
    people_case_read(&people);
    expect_messages(
        "warning a.csv:2:2: \"Chess\", \"Zither\", \"Drums\" and 2 more are options that nobody else ticked and no sheet "
        "names; expected those of the checklist's own, or rows in options.csv where they hold the separator\n"
        "warning a.csv:3:3: \"Moon base\" is an option that nobody else ticked and no sheet names; expected one of the "
        "checklist's own, or a row in options.csv where it holds the separator\n");
}

/* "Would you lead a group?" */
Test(people, yes_is_a_limit_of_one)
{
    columns(",Id,id,,,\n,Lead,max_leads,,,\n,Hours,hours,,,\n");
    people_case_survey(&people, "a.csv", "Id,Lead,Hours\n1,Yes,2\n2,No,2\n3,2,2\n4,N/A,2\n5,Maybe,yes\n");
    people_case_read(&people);
    const Person *staff = people.model.staff;
    cr_expect_eq(staff[0].max_leads, 1);
    cr_expect_eq(staff[1].max_leads, 0);
    cr_expect_eq(staff[2].max_leads, 2);
    cr_expect_eq(staff[3].max_leads, 1, "the setting");
    cr_expect_not_null(strstr(people.messages, "a.csv:6:2: \"Maybe\" is no amount"), "%s", people.messages);
    cr_expect_not_null(strstr(people.messages, "a.csv:6:3: \"yes\" is no amount"), "%s", people.messages);
}

Test(people, options_of_unknown_headers_are_errors)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n");
    people_case_sheet(&people, "options.csv", "header,option\nSkils,\"a, b\"\nId,\"a, b\"\n");
    people_case_survey(&people, "a.csv", "Id,Skills\n1,Art\n2,Art\n");
    people_case_read(&people);
    expect_messages(
        "error options.csv:2:1: unknown survey column \"Skils\"; expected a header of the surveys, in full, the nearest is "
        "\"Skills\"\n"
        "warning options.csv:3:1: \"Id\" is no checklist, so its options play no part; expected means fields, skills, "
        "interests or focuses in columns.csv\n");
}

Test(people, choices_have_points_by_rank)
{
    columns(",Id,id,,,\n,First,choice,,,\n,Choice [2nd],choice,,,\n,Last,choice,7,,\n");
    people_case_survey(&people, "a.csv", "Id,First,Choice [2nd],Last\n1,Team,team,Reading\n2,n/a,Reading,Chess\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_choice(&people, "1", "Team"), 5, "the highest of two");
    cr_expect_eq(people_case_choice(&people, "1", "Reading"), 1);
    cr_expect_eq(people_case_choice(&people, "2", "Reading"), 4);
    int chess = names_find(people.model.topics, "Chess");
    cr_expect(people.topics.only_choice[chess]);
    cr_expect_eq(people.topics.origins[chess].line, 3);
    cr_expect_eq(people.topics.origins[chess].column, 4);
    cr_expect_eq(names_count(people.model.topics), 3);
}

Test(people, the_highest_of_several_answers_in_a_row_counts)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,MATH 2,skill,math,,\n,Skills,skills,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math,MATH 2,Skills\n1,2,4,Math\n2,1,,Math\n3,1,0,Art\n4,,,Art\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 4);
    cr_expect_eq(people_case_level(&people, "2", "Math"), 3);
    cr_expect_eq(people_case_level(&people, "3", "Math"), 1);
    cr_expect_eq(people_case_level(&people, "4", "Math"), 0);
}

Test(people, the_latest_row_of_a_survey_counts_as_a_whole)
{
    columns(",Id,id,,,\n,When,timestamp,,,\n,Math,skill,,,\n,Art,skill,,,\n");
    people_case_survey(&people, "a.csv", "When,Id,Math,Art\n2026-01-02,1,,4\n2026-01-01,1,3,5\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), LEVEL_NONE);
    cr_expect_eq(people_case_level(&people, "1", "Art"), 4);
}

Test(people, equal_answers_need_no_order)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,Skills,skills,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math,Skills\n1,3,Art;Drums\n1,3.0,Drums;Art\n2,3,Art;Drums\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 3);
}

Test(people, answers_that_nothing_orders_are_an_error)
{
    columns(",Id,id,,,\n,Math,skill,,,\n");
    people_case_survey(&people, "a.csv", "Id,Math\n1,3\n1,4\n");
    people_case_read(&people);
    expect_messages(
        "error a.csv:3:2: the answer of \"1\" on \"Math\" differs from that in %/a.csv:2, and no time stamp says which is "
        "later; expected one of the rows only\n");
}

Test(people, over_surveys_the_later_non_blank_answer_counts)
{
    columns(",Id,id,,,\n,When,timestamp,,,\n,Math,skill,,,\n,Art,skill,,,\n");
    people_case_survey(&people, "a.csv", "When,Id,Math,Art\n2026-01-02,1,4,\n");
    people_case_survey(&people, "b.csv", "When,Id,Math,Art\n2026-01-01,1,2,3\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 4);
    cr_expect_eq(people_case_level(&people, "1", "Art"), 3);
}

Test(people, without_time_stamps_the_survey_named_later_counts)
{
    columns(",Id,id,,,\n,Math,skill,,,\n,Art,skill,,,\n");
    people_case_survey(&people, "b.csv", "Id,Math,Art\n1,4,2\n");
    people_case_survey(&people, "a.csv", "Id,Math,Art\n1,2,\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_eq(people_case_level(&people, "1", "Math"), 2);
    cr_expect_eq(people_case_level(&people, "1", "Art"), 2);
}

Test(people, later_choices_replace_all)
{
    columns(",Id,id,,,\n,1st,choice,,,\n,2nd,choice,,,\n");
    people_case_survey(&people, "a.csv", "Id,1st,2nd\n1,Team,Chess\n2,Team,Chess\n");
    people_case_survey(&people, "b.csv", "Id,1st,2nd\n1,,Reading\n2,,\n");
    people_case_read(&people);
    cr_expect_eq(people_case_choice(&people, "1", "Team"), 0);
    cr_expect_eq(people_case_choice(&people, "1", "Reading"), 4);
    cr_expect_eq(people_case_choice(&people, "2", "Team"), 5);
}

Test(people, the_roster_beats_surveys_beat_settings)
{
    columns(",Id,id,,,\n,Hours,hours,,,\n,Grade,field,,,\n,Job,position,,,\n,Lead,max_leads,,,\n");
    people_case_sheet(&people, "people.csv", "id,hours,grade,position,max_groups,away\n1,2.5,K,,1,yes\n2,,,Coach,,\n3,,,,,\n");
    people_case_sheet(&people, "settings.csv", "setting,value\nhours,6\nmax_leads,2\n");
    people_case_survey(&people, "a.csv", "Id,Hours,Grade,Job,Lead\n1,9,5,Teacher,0\n2,3,4,Aide,\n");
    people_case_read(&people);
    expect_messages("");
    const Person *staff = people.model.staff;
    cr_expect_eq(staff[0].hours, 250);
    cr_expect_eq(staff[1].hours, 300);
    cr_expect_eq(staff[2].hours, 600);
    cr_expect_eq(staff[0].max_groups, 1);
    cr_expect_eq(staff[1].max_groups, 3);
    cr_expect_eq(staff[0].max_leads, 0);
    cr_expect_eq(staff[1].max_leads, 2);
    cr_expect(staff[0].away);
    cr_expect_not(staff[1].away);
    cr_expect_str_eq(staff[0].position, "Teacher");
    cr_expect_str_eq(staff[1].position, "Coach");
    cr_expect(people_case_has(&people, "1", "grade", "K"));
    cr_expect_not(people_case_has(&people, "1", "grade", "5"));
    cr_expect(people_case_has(&people, "2", "Grade", "4"));
    cr_expect(people_case_has(&people, "2", "position", "coach"));
    cr_expect_not(people_case_has(&people, "2", "position", "Aide"));
}

Test(people, each_tick_of_a_fields_checklist_counts)
{
    columns(",Id,id,,,\n,Grades,fields,grade,,\n");
    people_case_survey(&people, "a.csv", "Id,Grades\n1,\"K, 1\"\n2,\"1, K\"\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect(people_case_has(&people, "1", "grade", "k"));
    cr_expect(people_case_has(&people, "1", "grade", "1"));
}

Test(people, sites_go_by_alias_and_bring_their_fields)
{
    columns(",Id,id,,,\n,School,site,,,\n");
    people_case_sheet(&people, "sites.csv",
                      "site,aliases,network,level\nNorth School,North; The North,Blue,primary\nSouth,,Red,\n");
    people_case_survey(&people, "a.csv", "Id,School\n1,the  north\n2,South\n3,Suoth\n4,\n");
    people_case_read(&people);
    expect_messages(
        "error a.csv:4:2: unknown site \"Suoth\"; expected a site or alias of sites.csv, the nearest is \"South\"\n");
    cr_expect_eq(people.model.n_sites, 2);
    cr_expect_str_eq(people.model.sites[0].name, "North School");
    cr_expect_str_eq(people.model.sites[0].network, "Blue");
    cr_expect_eq(people.model.staff[0].site, 0);
    cr_expect_eq(people.model.staff[3].site, -1);
    cr_expect(people_case_has(&people, "1", "site", "north school"));
    cr_expect(people_case_has(&people, "1", "network", "Blue"));
    cr_expect(people_case_has(&people, "1", "level", "primary"));
    cr_expect_not(people_case_has(&people, "2", "level", "primary"));
}

Test(people, bad_sites_are_errors)
{
    columns("");
    people_case_sheet(&people, "sites.csv", "site,aliases\nNorth,N;Main\nSouth,Main\nnorth,\n");
    people_case_read(&people);
    expect_messages("error sites.csv:3:2: \"Main\" stands for \"North\" too; expected a name or alias of one site\n"
                    "error sites.csv:4:1: the site \"north\" has a row already in line 2; expected one\n");
}

Test(people, one_site_is_everyones_and_spelled_as_most_do)
{
    columns(",Id,id,,,\n,School,site,,,\n");
    people_case_sheet(&people, "people.csv", "id,site\n4,\n5,\n");
    people_case_survey(&people, "a.csv", "Id,School\n1,NORTH\n2,North\n3,North\n4,\n");
    people_case_read(&people);
    cr_expect_eq(people.model.n_sites, 1);
    cr_expect_str_eq(people.model.sites[0].name, "North");
    cr_expect_eq(people.model.staff[4].site, 0);
    cr_expect(people_case_has(&people, "5", "site", "North"));
}

Test(people, a_site_that_nobody_has_any_more_is_none)
{
    columns(",Id,id,,,\n,School,site,,,\n");
    people_case_sheet(&people, "people.csv", "id,site\n1,South\n");
    people_case_survey(&people, "a.csv", "Id,School\n1,North\n");
    people_case_read(&people);
    cr_expect_eq(people.model.n_sites, 1);
    cr_expect_str_eq(people.model.sites[0].name, "South");
}

Test(people, numbers_do_not_hang_on_the_order_of_rows)
{
    columns(",Id,id,,,\n,Skills,skills,,,\n,Job,position,,,\n");
    people_case_survey(&people, "a.csv", "Id,Skills,Job\nb,Zeal;Art,Teacher\na,Math;Art,Aide\nc,Math;Zeal,Aide\n");
    people_case_read(&people);
    expect_messages("");
    cr_expect_str_eq(people_case_keys(&people), "a b c");
    cr_expect_str_eq(names_get(people.model.skills, 0), "Art");
    cr_expect_str_eq(names_get(people.model.skills, 2), "Zeal");
    cr_expect_str_eq(names_get(people.model.field_values[FIELD_POSITION], 0), "Aide");
}
