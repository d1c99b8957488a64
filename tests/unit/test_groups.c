/* test_groups.c: groups.csv and roles.csv -> groups, copies, slots, roles. */
#include <criterion/criterion.h>
#include <string.h>

#include "unit/plan_fixture.h"

Test(groups, one_sheet_is_a_plan)
{
    Fixture fixture = fixture_begin();
    fixture_topics(&fixture, "family nights;Maths");
    fixture_sheet(&fixture, "groups",
                  "group,focus,min_size,max_size,leaders,hours,weight\nReading,,,,,,\nFamily  Nights,Maths,2,6,2,\"1,5\",3\n"
                  "Garden,,,5,0,,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_assert_eq(fixture.model->n_groups, 3);
    const Group *family = &fixture.model->groups[0], *reading = &fixture.model->groups[2];
    cr_expect_str_eq(family->name, "Family  Nights");
    cr_expect_eq(family->min_size, 2);
    cr_expect_eq(family->max_size, 6);
    cr_expect_eq(family->hours, 150);
    cr_expect_eq(family->weight, 3);
    cr_expect_eq(family->site, -1);
    cr_expect_eq(family->topics[0], 0);
    cr_expect_eq(family->topics[1], 0);
    cr_expect_eq(family->topics[2], 1);
    cr_expect_eq(reading->topics[0], -1);
    cr_expect_eq(reading->topics[2], -1);
    cr_expect_eq(reading->min_size, 0);
    cr_expect_eq(reading->max_size, NO_LIMIT);
    cr_expect_eq(reading->hours, 100);
    cr_expect_eq(reading->weight, 1);
    cr_expect_str_eq(fixture_roles(&fixture, "Reading"), "lead 1-1 w3; member 0-* w1");
    cr_expect_str_eq(fixture_roles(&fixture, "Family  Nights"), "lead 2-2 w3; member 0-6 w1");
    cr_expect_str_eq(fixture_roles(&fixture, "Garden"), "member 0-5 w1");
    cr_expect(fixture.model->roles[fixture_role(&fixture, "Reading", "lead")].leads);
    cr_expect_not(fixture.model->roles[fixture_role(&fixture, "Reading", "member")].leads);
    fixture_end(&fixture);
}

Test(groups, each_makes_a_copy_where_staff_are)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site,kind\nPLC,EACH,Team\nBoard,oak,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_assert_eq(fixture.model->n_groups, 3);
    cr_expect_str_eq(fixture.model->groups[0].name, "Board");
    cr_expect_eq(fixture.model->groups[0].site, 1);
    cr_expect_str_eq(fixture.model->groups[1].name, "PLC @ Elm");
    cr_expect_str_eq(fixture.model->groups[2].name, "PLC @ Oak");
    cr_expect_str_eq(fixture.model->groups[2].base_name, "PLC");
    cr_expect_eq(fixture.model->groups[2].site, 1);
    fixture_end(&fixture);
}

Test(groups, each_is_every_site_of_the_sheet)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nPLC,each\nBoard,Ash Hill\n");
    fixture_sheet(&fixture, "sites", "site,aliases\nElm,\nOak,\nAsh,Ash Hill; Ash School\n");
    fixture_sheet(&fixture, "roles", "group,role\nPLC @ ash school,Chair\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_eq(fixture.model->n_groups, 4);
    cr_expect_str_eq(fixture_roles(&fixture, "PLC @ Ash"), "Chair 1-1 w1");
    cr_expect_str_eq(fixture_roles(&fixture, "PLC @ Oak"), "lead 1-1 w3; member 0-* w1");
    cr_expect_eq(fixture.model->groups[fixture_group(&fixture, "Board")].site, 2);
    fixture_end(&fixture);
}

Test(groups, slots_in_two_languages)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups",
                  "group,meets\nA,Tue 15:30-16:30\nB,Martes 16:00\nC,tuesday 16:30 \xE2\x80\x93 17:00; Mi\xC3\xA9 8:05\n"
                  "D,wed. 9:00-9:30\nE,after  school\nF,After school\n");
    fixture_read(&fixture);
    const Model *model = fixture.model;
    cr_expect(model_groups_clash(model, 0, 1));
    cr_expect_not(model_groups_clash(model, 0, 2));
    cr_expect(model_groups_clash(model, 1, 2));
    cr_expect(model_groups_clash(model, 2, 3));
    cr_expect_not(model_groups_clash(model, 0, 3));
    cr_expect(model_groups_clash(model, 4, 5));
    cr_expect_not(model_groups_clash(model, 0, 4));
    cr_expect_str_eq(
        fixture.text,
        "groups.csv:6:2: warning: \"after  school\" is no time that can be compared, so it only clashes with the same "
        "text; expected a day and 24-hour times as Tue 15:30-16:30\n"
        "groups.csv:7:2: warning: \"After school\" is no time that can be compared, so it only clashes with the same "
        "text; expected a day and 24-hour times as Tue 15:30-16:30\n");
    fixture_end(&fixture);
}

Test(groups, other_slot_texts_are_no_times)
{
    static const char *const texts[] = {"Tue 3:30 PM", "Tue 16:30-15:30", "Mon/Wed 15:30", "Tue 24:30",
                                        "Tue 15:60",   "Tue 15:30-15:30", "Tue",           "15:30",
                                        "Tue 15",      "Tue 15:300"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Fixture fixture = fixture_begin();
        fixture_sheet(&fixture, "groups", arena_print(fixture.arena, "group,meets\nA,%s\n", texts[i]));
        fixture_read(&fixture);
        cr_expect(strstr(fixture.text, "is no time that can be compared"), "%s", texts[i]);
        fixture_end(&fixture);
    }
}

Test(groups, every_fault_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(
        &fixture, "groups",
        "group,site,min_size,max_size,weight,hours,leaders\nILT,Elk,,,,,\nilt,,,,,,\nA @ Elm,,,,,,\nkind:X,,,,,,\n*,,,,,,\n"
        "B,,5,4,0,x,-1\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "groups.csv:2:2: error: unknown site \"Elk\"; expected a site that sites.csv or a staff member has, each, or blank for "
        "a "
        "group open to all, the nearest is \"Elm\"\n"
        "groups.csv:3:1: error: the group \"ilt\" is already in line 2; expected each group once\n"
        "groups.csv:4:1: error: the group name \"A @ Elm\" holds \" @ \", which stands between a group and its site; expected "
        "a "
        "name without it\n"
        "groups.csv:5:1: error: \"kind:X\" cannot be a group's name, it stands for several groups; expected another name\n"
        "groups.csv:6:1: error: \"*\" cannot be a group's name, it stands for several groups; expected another name\n"
        "groups.csv:7:4: error: \"max_size\" is 4 but \"min_size\" is 5; expected a max_size of at least min_size\n"
        "groups.csv:7:5: error: \"weight\" is \"0\"; expected a whole number from 1 to 10\n"
        "groups.csv:7:6: error: \"hours\" is \"x\"; expected a number from 0 to 10000 with at most two decimals\n"
        "groups.csv:7:7: error: \"leaders\" is \"-1\"; expected a whole number from 0 to 100000\n");
    fixture_end(&fixture);
}

Test(groups, the_most_specific_role_row_wins)
{
    static const char roles[] = "group,role,min,max,leads,hours,weight\n*,Chair,1,,yes,,\nkind:plc,chair,2,,yes,0.5,\n"
                                "PLC,CHAIR,0,,,,\nPLC @ Oak,Chair,3,4,,,9\nkind:PLC,Scribe,,,,,\n";
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site,kind,leaders\nPLC,each,PLC,\nGrade 3,,PLC,\nBoard,,,4\n");
    fixture_sheet(&fixture, "roles", roles);
    fixture_read(&fixture);
    cr_expect_str_eq(fixture_roles(&fixture, "Board"), "Chair 1-1 w3");
    cr_expect_str_eq(fixture_roles(&fixture, "Grade 3"), "Scribe 1-1 w1; chair 2-2 w3");
    cr_expect_str_eq(fixture_roles(&fixture, "PLC @ Elm"), "CHAIR 0-1 w1; Scribe 1-1 w1");
    cr_expect_str_eq(fixture_roles(&fixture, "PLC @ Oak"), "Chair 3-4 w9; Scribe 1-1 w1");
    cr_expect_eq(fixture.model->roles[fixture_role(&fixture, "Grade 3", "chair")].hours, 50);
    cr_expect_str_eq(fixture.text,
                     "groups.csv:4:4: warning: \"leaders\" of \"Board\" is not used, because roles.csv has rows for "
                     "it; expected one or the other\n");
    fixture_end(&fixture);
}

Test(groups, positions_match_by_name)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\nILT\n");
    fixture_sheet(&fixture, "roles", "group,role,positions\nILT,Chair,teacher ; Pilot;Coahc\n");
    fixture_read(&fixture);
    const Model *model = fixture.model;
    const Role *chair = &model->roles[0];
    cr_assert_eq(chair->n_positions, 3);
    cr_expect(model_has_attribute(model, 0, FIELD_POSITION, model->role_positions[chair->first_position]));
    for (int person = 0; person < model->n_staff; person++)
        cr_expect_not(model_has_attribute(model, person, FIELD_POSITION, model->role_positions[chair->first_position + 1]));
    cr_expect_str_eq(
        fixture.text,
        "roles.csv:2:3: warning: unknown position \"Pilot\"; expected a position that a staff member has\n"
        "roles.csv:2:3: warning: unknown position \"Coahc\"; expected a position that a staff member has, the nearest "
        "is \"Coach\"\n");
    fixture_end(&fixture);
}

Test(groups, every_fault_of_roles_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,max_size\nLiteracy Team,Team,2\nData Team,Team,\n");
    fixture_sheet(&fixture, "roles",
                  "group,role,min,max,leads,weight\nLitracy Team,Lead,,,,\nkind:Taem,Lead,,,,\nkind:Team,Chair,2,1,perhaps,11\n"
                  "kind:team,chair,,,,\nkind:Team,Scribe,,0,,\nLiteracy Team,Helper,3,,,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "roles.csv:2:1: error: unknown group \"Litracy Team\"; expected a group of groups.csv, kind:NAME or *, the nearest is "
        "\"Literacy Team\"\n"
        "roles.csv:3:1: error: unknown kind \"kind:Taem\"; expected a kind that groups.csv has, the nearest is \"kind:Team\"\n"
        "roles.csv:4:4: error: \"max\" is 1 but \"min\" is 2; expected a max of at least min\n"
        "roles.csv:4:5: error: \"leads\" is \"perhaps\"; expected yes or no\n"
        "roles.csv:4:6: error: \"weight\" is \"11\"; expected a whole number from 1 to 10\n"
        "roles.csv:5:2: error: the role \"chair\" of \"kind:team\" is as specific here as in line 4; expected one row, or one "
        "that "
        "names the group more exactly\n"
        "roles.csv:6:4: error: \"max\" is 0 but \"min\" is 1 (the default); expected a max of at least min\n"
        "groups.csv:2:1: warning: the roles of \"Literacy Team\" need at least 6 people but its \"max_size\" is 2; expected "
        "room "
        "for them all\n");
    fixture_end(&fixture);
}

Test(groups, topics_that_the_plan_lacks)
{
    Fixture fixture = fixture_begin();
    fixture_topics(&fixture, "ILT;Gardn;Chess");
    fixture_sheet(&fixture, "groups", "group,focus\nILT,Garden\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "survey.csv:1:2: warning: unknown group or focus \"Gardn\"; expected a group or focus of "
                                   "groups.csv, the nearest is \"Garden\"\n"
                                   "survey.csv:1:3: warning: unknown group or focus \"Chess\"; expected a group or focus of "
                                   "groups.csv\n");
    fixture_end(&fixture);
}
