/* test_needs.c: needs.csv and the short form `needs` -> targets, bars, coverages. */
#include <criterion/criterion.h>

#include "unit/plan_fixture.h"

/* "GROUP/ROLE Data 3 x2 must" of every coverage, in order. */
static const char *coverages(const Fixture *fixture)
{
    const Model *model = fixture->model;
    const char *text = "";
    for (int i = 0; i < model->n_coverages; i++) {
        const Coverage *coverage = &model->coverages[i];
        text =
            arena_print(fixture->arena, "%s%s%s/%s %s %d x%d%s", text, *text ? "; " : "", model->groups[coverage->group].name,
                        coverage->role < 0 ? "" : model->roles[coverage->role].name, names_get(model->skills, coverage->skill),
                        coverage->level, coverage->people, coverage->must ? " must" : "");
    }
    return text;
}

Test(needs, short_form_scores_and_bars_nobody)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,needs\nILT,Literacy 4;  data 3 ;\nGarden,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "lead"), "Data 3 w1; Literacy 4 w1");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "member"), "Data 3 w1; Literacy 4 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "ILT", "lead"), "");
    cr_expect_str_eq(fixture_targets(&fixture, "Garden", "lead"), "");
    cr_expect_eq(fixture.model->n_coverages, 0);
    fixture_end(&fixture);
}

Test(needs, rows_hold_before_the_short_form)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site,needs\nILT,,Literacy 4\nPLC,each,Data 2\n");
    fixture_sheet(&fixture, "needs", "group,role,skill,level\nILT,lead,Writing,5\nPLC @ Oak,,Writing,1\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "lead"), "Writing 5 w1");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "member"), "");
    cr_expect_str_eq(fixture_targets(&fixture, "PLC @ Elm", "member"), "Data 2 w1");
    cr_expect_str_eq(fixture_targets(&fixture, "PLC @ Oak", "member"), "Writing 1 w1");
    cr_expect_str_eq(fixture.text,
                     "groups.csv:2:3: warning: \"needs\" of \"ILT\" is not used, because needs.csv has rows for it; "
                     "expected one or the other\n"
                     "groups.csv:3:3: warning: \"needs\" of \"PLC\" is not used, because needs.csv has rows for it; "
                     "expected one or the other\n");
    fixture_end(&fixture);
}

Test(needs, the_most_specific_rank_holds_as_a_whole)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,site\nPLC,Team,each\nILT,Team,\nBoard,,\n");
    fixture_sheet(&fixture, "needs",
                  "group,role,skill,level,weight,must,people\n*,,Data,5,9,yes,\nkind:Team,,Data,2,1,,\nkind:Team,,Data,1,7,,2\n"
                  "kind:Team,,Data,2,4,yes,\nPLC,,Data,3,,,\nPLC @ Oak,,Data,1,,,1\n*,,Writing,1,,,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(fixture_targets(&fixture, "Board", "lead"), "Data 5 w9; Writing 1 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "Board", "lead"), "Data 5");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "lead"), "Data 2 w4; Writing 1 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "ILT", "lead"), "Data 2");
    cr_expect_str_eq(fixture_targets(&fixture, "PLC @ Elm", "lead"), "Data 3 w1; Writing 1 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "PLC @ Elm", "lead"), "");
    cr_expect_str_eq(fixture_targets(&fixture, "PLC @ Oak", "lead"), "Data 1 w1; Writing 1 w1");
    cr_expect_str_eq(coverages(&fixture), "ILT/ Data 1 x2; PLC @ Oak/ Data 1 x1");
    fixture_end(&fixture);
}

Test(needs, a_role_replaces_targets_only)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\nILT\n");
    fixture_sheet(&fixture, "needs",
                  "group,role,skill,level,weight,must,people\nILT,,Data,4,,yes,\nILT,,Literacy,3,,,2\n*,lead,Data,2,5,,\n"
                  "*,LEAD,Literacy,5,2,yes,1\nILT,lead,Writing,3,,yes,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "lead"), "Data 2 w5; Literacy 5 w2; Writing 3 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "ILT", "lead"), "Data 4; Writing 3");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "member"), "Data 4 w1; Literacy 3 w1");
    cr_expect_str_eq(fixture_bars(&fixture, "ILT", "member"), "Data 4");
    cr_expect_str_eq(coverages(&fixture), "ILT/ Literacy 3 x2; ILT/lead Literacy 5 x1 must");
    fixture_end(&fixture);
}

Test(needs, order_of_rows_changes_nothing)
{
    static const char *const orders[2] = {
        "group,role,skill,level,weight,people\nILT,,Data,2,9,1\nILT,,Data,3,1,2\nILT,,Data,3,4,\n",
        "group,role,skill,level,weight,people\nILT,,Data,3,4,\nILT,,Data,3,1,2\nILT,,Data,2,9,1\n"};
    for (int i = 0; i < 2; i++) {
        Fixture fixture = fixture_begin();
        fixture_sheet(&fixture, "groups", "group\nILT\n");
        fixture_sheet(&fixture, "needs", orders[i]);
        fixture_read(&fixture);
        cr_expect_str_eq(fixture_targets(&fixture, "ILT", "lead"), "Data 3 w4");
        cr_expect_str_eq(coverages(&fixture), "ILT/ Data 3 x2; ILT/ Data 2 x1");
        fixture_end(&fixture);
    }
}

Test(needs, every_fault_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,needs\nILT,Team,\nBoard,Team,Litracy 4; Data; Data 6; 3\n");
    fixture_sheet(&fixture, "roles", "group,role\nILT,Facilitator\n");
    fixture_sheet(
        &fixture, "needs",
        "group,role,skill,level,weight,must,people\nILT,Facilitater,Data,3,,,\nILT,Scribe,Data,3,,,\nILT,lead,Data,3,,,\n"
        "ILT,,Dta,0,0,maybe,0\nTLI,,Data,3,,,\nILT,,Data,,,,\nILT,,Chess,3,,,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "needs.csv:2:2: error: unknown role \"Facilitater\"; expected a role that ILT has, the nearest is \"Facilitator\"\n"
        "needs.csv:3:2: error: unknown role \"Scribe\"; expected a role that ILT has\n"
        "needs.csv:4:2: error: unknown role \"lead\"; expected a role that ILT has\n"
        "needs.csv:5:3: error: unknown skill \"Dta\"; expected a skill that a survey asks about, the nearest is \"Data\"\n"
        "needs.csv:5:4: error: \"level\" is \"0\"; expected a whole number from 1 to 5\n"
        "needs.csv:5:5: error: \"weight\" is \"0\"; expected a whole number from 1 to 10\n"
        "needs.csv:5:6: error: \"must\" is \"maybe\"; expected yes or no\n"
        "needs.csv:5:7: error: \"people\" is \"0\"; expected a whole number from 1 to 100000\n"
        "needs.csv:6:1: error: unknown group \"TLI\"; expected a group of groups.csv, kind:NAME or *\n"
        "needs.csv:7:4: error: \"level\" is blank; expected the level needed, 1-5\n"
        "needs.csv:8:3: error: unknown skill \"Chess\"; expected a skill that a survey asks about\n"
        "groups.csv:3:3: error: unknown skill \"Litracy\"; expected a skill that a survey asks about, the nearest is "
        "\"Literacy\"\n"
        "groups.csv:3:3: error: \"Data\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; Data 3\n"
        "groups.csv:3:3: error: \"Data 6\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; Data "
        "3\n"
        "groups.csv:3:3: error: \"3\" is no need; expected a skill, a blank and a level from 1 to 5, as Literacy 4; Data 3\n");
    fixture_end(&fixture);
}

Test(needs, a_role_that_only_some_groups_have_holds_there)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,needs\nILT,Team,\nBoard,Team,Data 1\n");
    fixture_sheet(&fixture, "roles", "group,role\nILT,Scribe\n");
    fixture_sheet(&fixture, "needs", "group,role,skill,level\nkind:Team,Scribe,Writing,2\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(fixture_targets(&fixture, "ILT", "Scribe"), "Writing 2 w1");
    cr_expect_str_eq(fixture_targets(&fixture, "Board", "lead"), "Data 1 w1");
    fixture_end(&fixture);
}
