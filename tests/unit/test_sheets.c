#include <criterion/criterion.h>
#include <string.h>

#include "read/sheets.h"
#include "unit/reading_support.h"

static Reading reading;
static PlanSheets plan;

static void start(void) { reading_start(&reading); }
static void end(void) { reading_end(&reading); }

TestSuite(sheets, .init = start, .fini = end);

static void read_plan(void)
{
    cr_assert_eq(plan_sheets_read(&plan, reading.folder, reading.arena, reading.messages, &reading.err), CADRE_OK);
}

static void expect_messages(const char *expected)
{
    const char *messages = reading_messages(&reading);
    cr_expect_str_eq(messages, expected);
}

Test(sheets, headers_match_whatever_their_spelling)
{
    reading_text(&reading, "groups.csv", "\xEF\xBB\xBFGroup;MAX SIZE;min_size\n  ILT ;8;\n");
    read_plan();
    expect_messages("note groups.csv:0:0: read as UTF-8, separated by semicolons\n");
    const Sheet *groups = &plan.sheets[SHEET_GROUPS];
    cr_assert(groups->present);
    cr_expect_str_eq(sheet_cell(groups, 0, GROUPS_GROUP), "ILT");
    cr_expect_eq(sheet_int(groups, 0, GROUPS_MAX_SIZE, 0, 1000, 7, reading.messages), 8);
    cr_expect_eq(sheet_int(groups, 0, GROUPS_MIN_SIZE, 0, 1000, 7, reading.messages), 7);
    cr_expect_str_eq(sheet_cell(groups, 0, GROUPS_NEEDS), "");
    cr_expect_not(plan.sheets[SHEET_ROLES].present);
}

Test(sheets, what_is_wrong_with_a_header_is_told_at_once)
{
    reading_text(&reading, "groups.csv", "group,maxsise,nonsense,Group\nILT,8,x,y\n");
    reading_text(&reading, "roles.csv", "group,min\nILT,1\n");
    reading_text(&reading, "people.csv", "name,emial,grade\nAna,a@b.c,2\n");
    read_plan();
    expect_messages(
        "error groups.csv:1:2: unknown column \"maxsise\"; expected \"max_size\" or another of: group, kind, site, focus, "
        "purpose, "
        "min_size, max_size, hours, meets, leaders, needs, weight\n"
        "error groups.csv:1:3: unknown column \"nonsense\"; expected one of: group, kind, site, focus, purpose, min_size, "
        "max_size, "
        "hours, meets, leaders, needs, weight\n"
        "error groups.csv:1:4: the column \"group\" is there twice; expected it only once (column 1)\n"
        "error roles.csv:1:0: the column \"role\" is missing; expected it in the header: the role's name\n"
        "error people.csv:1:0: the columns \"id\" and \"email\" are missing; expected at least one of them in the header\n"
        "warning people.csv:1:2: the column \"emial\" is read as one of the plan's own; is \"email\" meant?\n");
}

Test(sheets, blank_required_cells)
{
    reading_text(&reading, "groups.csv", "group\nILT\n");
    reading_text(&reading, "needs.csv", "group,role,skill,level\nILT,,Literacy,\n,,Data,3\n");
    reading_text(&reading, "people.csv", "id,email,name\n,,Ana\np1,,Bo\n");
    reading_text(&reading, "settings.csv", "setting,value\nmax_changes,\n,3\n");
    read_plan();
    expect_messages("error needs.csv:2:4: \"level\" is blank; expected the level needed, 1-5\n"
                    "error needs.csv:3:1: \"group\" is blank; expected a group, kind:NAME or *\n"
                    "error people.csv:2:1: \"id\" and \"email\" are blank; expected at least one of them\n"
                    "error settings.csv:3:1: \"setting\" is blank; expected the setting's name\n");
}

Test(sheets, open_sheets_keep_their_own_columns)
{
    reading_text(&reading, "groups.csv", "group\nILT\n");
    reading_text(&reading, "people.csv", "Grade,id,,Department\n2,p1,,Art\n");
    reading_text(&reading, "previous.csv",
                 "person,name,site,group,role,leads\n'=p1,Ana,,ILT,lead,yes\n''x,Bo,,ILT,member,no\n");
    read_plan();
    expect_messages("");
    const Sheet *people = &plan.sheets[SHEET_PEOPLE], *previous = &plan.sheets[SHEET_PREVIOUS];
    cr_assert_eq(people->n_other_columns, 2);
    cr_expect_eq(people->other_columns[0], 0);
    cr_expect_eq(people->other_columns[1], 3);
    cr_expect_str_eq(sheet_cell(previous, 0, PREVIOUS_PERSON), "=p1");
    cr_expect_str_eq(sheet_cell(previous, 1, PREVIOUS_PERSON), "'x");
    cr_expect_str_eq(sheet_cell(previous, 0, PREVIOUS_ROLE), "lead");
}

Test(sheets, the_plan_must_be_there)
{
    read_plan();
    expect_messages("error groups.csv:0:0: the sheet is missing; expected one row per group in it\n");
    cr_assert_eq(plan_sheets_read(&plan, "/nowhere/plan", reading.arena, reading.messages, &reading.err), CADRE_OK);
    expect_messages("error /nowhere/plan:0:0: there is no such folder; expected the plan's folder with groups.csv in it\n");
}

Test(sheets, a_faulty_sheet_does_not_hide_the_others)
{
    reading_text(&reading, "groups.csv", "");
    reading_text(&reading, "pins.csv", "person,group,rule,role\np1,ILT\n");
    read_plan();
    expect_messages("error groups.csv:0:0: the file is empty; expected a header row\n"
                    "error pins.csv:2:3: the row has 2 cells; expected 4, as the header has\n"
                    "error pins.csv:2:3: \"rule\" is blank; expected must, never or prefer\n");
}

Test(sheets, other_files_in_the_folder)
{
    reading_text(&reading, "groups.csv", "group\nILT\n");
    reading_text(&reading, "Role.csv", "x\n");
    reading_text(&reading, "answers.csv", "x\n");
    reading_text(&reading, "inventory.csv", "x\n");
    reading_text(&reading, "notes.txt", "x\n");
    const char *survey = "inventory.csv";
    CadreInputs inputs = {.plan = reading.folder, .surveys = &survey, .n_surveys = 1};
    cr_assert_eq(plan_folder_check(&inputs, reading.arena, reading.messages, &reading.err), CADRE_OK);
    expect_messages(
        "warning Role.csv:0:0: is no sheet of a plan and is passed over; expected \"roles.csv\"\n"
        "warning answers.csv:0:0: is no sheet of a plan and is passed over; expected \"groups.csv\", \"roles.csv\", "
        "\"needs.csv\" and so on\n");
}

Test(sheets, cells_as_values)
{
    reading_text(&reading, "groups.csv", "group,max_size,min_size,hours\nA,x,2000,1.255\nB,-1,4.5,41\nC,0,1000.0,\"2,5\"\n");
    reading_text(&reading, "roles.csv", "group,role,leads\nA,a,maybe\nA,b,Yes\nA,c,S\u00cd\nA,d,x\nA,e,FALSE\nA,f,\n");
    read_plan();
    Messages *messages = reading.messages;
    const Sheet *groups = &plan.sheets[SHEET_GROUPS], *roles = &plan.sheets[SHEET_ROLES];
    const int sizes[] = {9, 9, 0}, least[] = {0, 0, 1000}, hours[] = {100, 100, 250};
    for (int row = 0; row < 3; row++) {
        cr_expect_eq(sheet_int(groups, row, GROUPS_MAX_SIZE, 0, 1000, 9, messages), sizes[row]);
        cr_expect_eq(sheet_int(groups, row, GROUPS_MIN_SIZE, 0, 1000, 0, messages), least[row]);
        cr_expect_eq(sheet_hundredths(groups, row, GROUPS_HOURS, 4000, 100, messages), hours[row]);
    }
    const bool leads[] = {true, true, true, true, false, true};
    for (int row = 0; row < 6; row++) cr_expect_eq(sheet_yes(roles, row, ROLES_LEADS, true, messages), leads[row]);
    expect_messages("error groups.csv:2:2: \"max_size\" is \"x\"; expected a whole number from 0 to 1000\n"
                    "error groups.csv:2:3: \"min_size\" is \"2000\"; expected a whole number from 0 to 1000\n"
                    "error groups.csv:2:4: \"hours\" is \"1.255\"; expected a number from 0 to 40 with at most two decimals\n"
                    "error groups.csv:3:2: \"max_size\" is \"-1\"; expected a whole number from 0 to 1000\n"
                    "error groups.csv:3:3: \"min_size\" is \"4.5\"; expected a whole number from 0 to 1000\n"
                    "error groups.csv:3:4: \"hours\" is \"41\"; expected a number from 0 to 40 with at most two decimals\n"
                    "error roles.csv:2:3: \"leads\" is \"maybe\"; expected yes or no\n");
}

Test(sheets, every_spec_is_whole)
{
    for (int kind = 0; kind < SHEET_COUNT; kind++) {
        cr_expect(sheet_specs[kind].name && sheet_specs[kind].help && sheet_specs[kind].n_columns > 0);
        for (int i = 0; i < sheet_specs[kind].n_columns; i++)
            cr_expect(sheet_specs[kind].columns[i].name && sheet_specs[kind].columns[i].help);
    }
}
