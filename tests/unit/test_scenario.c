#include "read/scenario.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "scratch.h"

static Arena *arena;
static Messages *messages;
static char folder[SCRATCH_SIZE];
static CadreError err;
static PlanSheets plan;
static char told[8192]; /* errors and warnings, one a line: FILE:LINE:COLUMN: TEXT */

static void write_sheet(const char *name, const char *text)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    cr_assert_eq(file_replace(path, text, strlen(text), &err), CADRE_OK, "%s", err.text);
}

static void set_up(void)
{
    arena = arena_create(NULL);
    messages = messages_create(arena);
    told[0] = '\0';
    cr_assert(scratch_folder(folder, "scenario"));
    write_sheet("groups.csv", "group,kind,hours\nILT,team,2\nMath,PLC,1\nArt/Music,PLC,1\n");
    write_sheet("roles.csv", "group,role,min,leads\nILT,Chair,1,yes\nILT,Member,2,\nkind:PLC,Facilitator,1,yes\n*,Scribe,1,\n");
    write_sheet("needs.csv", "group,role,skill,level\nILT,,Literacy,3\nILT,,Literacy,4\nILT,Chair,Data,4\n"
                             "Math,Facilitator,Data,2\nkind:PLC,,Literacy,2\n*,,Data,1\n");
    write_sheet("mix.csv", "group,field,value\nILT,Grade Level,each\n*,site,each\n");
    write_sheet("people.csv", "id,email,name,hours\nT1,Ann@x.org,Ann,4\nT2,ben@x.org,Ben,5\n");
    write_sheet("pairs.csv", "person,other,rule,group\nT1,T2,apart,ILT\nT1,T2,together,\n");
    write_sheet("previous.csv", "person,group,role\nT1,ILT,Chair\nT2,Math,Facilitator\n");
    write_sheet("settings.csv", "setting,value\nweight_fit,40\n");
}

static void tear_down(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}

TestSuite(scenario, .init = set_up, .fini = tear_down);

static void hear(void *data, const CadreMessage *message)
{
    (void)data;
    if (message->severity == CADRE_NOTE) return;
    const char *slash = strrchr(message->file, '/');
    size_t used = strlen(told);
    snprintf(told + used, sizeof told - used, "%s:%d:%d: %s\n", slash ? slash + 1 : message->file, message->line,
             message->column, message->text);
}

static void read_plan(void) { cr_assert_eq(plan_sheets_read(&plan, folder, arena, messages, &err), CADRE_OK); }

static void lay(const char *name, const char *lines)
{
    write_sheet(name, arena_print(arena, "sheet,key,column,value\n%s", lines));
    cr_assert_eq(scenario_apply(&plan, arena_print(arena, "%s/%s", folder, name), arena, messages, &err), CADRE_OK);
}

/* Everything told, as a user reads it. */
static const char *hear_all(void)
{
    const CadreListener listener = {.message = hear};
    messages_flush(messages, &listener, &err);
    return told;
}

/* Lay one scenario over the plan and expect exactly these errors and warnings. */
static void expect(const char *lines, const char *messages_expected)
{
    read_plan();
    lay("s.csv", lines);
    cr_assert_str_eq(hear_all(), messages_expected);
}

/* The rows of a sheet as text: cells of spec columns joined by `,`, rows by `;`. */
static const char *rows_of(SheetKind kind)
{
    const Sheet *sheet = &plan.sheets[kind];
    const char *text = "";
    for (int row = 0; row < sheet->table.n_rows; row++) {
        if (row) text = arena_print(arena, "%s; ", text);
        for (int i = 0, n = 0; i < sheet->spec->n_columns; i++)
            if (sheet->column[i] >= 0) text = arena_print(arena, "%s%s%s", text, n++ ? "," : "", sheet_cell(sheet, row, i));
    }
    return text;
}

static void expect_rows(SheetKind kind, const char *expected) { cr_assert_str_eq(rows_of(kind), expected); }

static void expect_origin(SheetKind kind, int row, int column, const char *file, int line, int cell)
{
    Origin origin = sheet_origin(&plan.sheets[kind], row, column);
    const char *name = strrchr(origin.file, '/') + 1;
    cr_assert(strcmp(name, file) == 0 && origin.line == line && origin.column == cell, "%s:%d:%d", name, origin.line,
              origin.column);
}

Test(scenario, sets_cells_and_keeps_their_origin)
{
    expect("Groups, ilt ,Hours,3\nroles.csv,ILT / chair,min,2\n", "");
    expect_rows(SHEET_GROUPS, "ILT,team,3; Math,PLC,1; Art/Music,PLC,1");
    expect_rows(SHEET_ROLES, "ILT,Chair,2,yes; ILT,Member,2,; kind:PLC,Facilitator,1,yes; *,Scribe,1,");
    expect_origin(SHEET_GROUPS, 0, GROUPS_HOURS, "s.csv", 2, 4);
    expect_origin(SHEET_GROUPS, 0, GROUPS_GROUP, "groups.csv", 2, 1);
    expect_origin(SHEET_GROUPS, 1, GROUPS_HOURS, "groups.csv", 3, 3);
}

Test(scenario, adds_a_column_that_the_file_lacks)
{
    expect("groups,Math,max_size,6\npeople,T2,grade,5\n", "");
    expect_rows(SHEET_GROUPS, "ILT,team,,2; Math,PLC,6,1; Art/Music,PLC,,1");
    expect_origin(SHEET_GROUPS, 1, GROUPS_MAX_SIZE, "s.csv", 2, 4);
    expect_origin(SHEET_GROUPS, 0, GROUPS_MAX_SIZE, "groups.csv", 2, 4);
    const Sheet *people = &plan.sheets[SHEET_PEOPLE];
    cr_assert_eq(people->n_other_columns, 1);
    cr_assert_str_eq(people->table.header[people->other_columns[0]], "grade");
    cr_assert_str_eq(table_cell(&people->table, 1, people->other_columns[0]), "5");
    cr_assert_str_eq(table_cell(&people->table, 0, people->other_columns[0]), "");
}

Test(scenario, names_needs_with_role_and_level)
{
    expect("needs,ILT//Literacy/4,weight,7\nneeds,ILT/Chair/Data,level,5\nneeds,*//data,must,yes\n", "");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,3,,; ILT,,Literacy,4,7,; ILT,Chair,Data,5,,; Math,Facilitator,Data,2,,; "
                             "kind:PLC,,Literacy,2,,; *,,Data,1,,yes");
}

Test(scenario, looks_keys_up_as_they_stood)
{
    expect("needs,ILT//Literacy/3,level,4\nneeds,ILT//Literacy/4,level,3\ngroups,Math,group,Maths\ngroups,Math,hours,5\n", "");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,4; ILT,,Literacy,3; ILT,Chair,Data,4; Math,Facilitator,Data,2; "
                             "kind:PLC,,Literacy,2; *,,Data,1");
    expect_rows(SHEET_GROUPS, "ILT,team,2; Maths,PLC,5; Art/Music,PLC,1");
}

Test(scenario, names_people_by_id_or_email)
{
    expect("people,t1,hours,9\npeople,BEN@x.org,hours,8\npeople,cy@x.org,+,\npeople,cy@x.org,name,Cy\npeople,T9,+,\n", "");
    expect_rows(SHEET_PEOPLE, "T1,Ann@x.org,Ann,9; T2,ben@x.org,Ben,8; ,cy@x.org,Cy,; T9,,,");
    expect_origin(SHEET_PEOPLE, 2, PEOPLE_EMAIL, "s.csv", 4, 2);
    expect_origin(SHEET_PEOPLE, 2, PEOPLE_NAME, "s.csv", 5, 4);
}

Test(scenario, compares_fields_as_headers_do)
{
    expect("mix,ILT/grade_level/EACH,min,2\n", "");
    expect_rows(SHEET_MIX, "ILT,Grade Level,each,2; *,site,each,");
}

Test(scenario, settings_need_no_plus)
{
    expect("settings,Weight Fit,value,60\nsettings,seed,value,7\nsettings,everyone,+,300\n", "");
    expect_rows(SHEET_SETTINGS, "weight_fit,60; seed,7; everyone,300");
    expect_origin(SHEET_SETTINGS, 1, SETTINGS_SETTING, "s.csv", 3, 2);
}

Test(scenario, adds_rows_in_any_order_of_lines)
{
    expect("roles,Care/Team/Head,leads,yes\nroles,Care/Team/Head,+,\ngroups,Care/Team,kind,team\ngroups,Care/Team,+,\n"
           "needs,Care/Team//Reading/Writing/4,+,\nneeds,Care/Team/Head/Data,level,2\nneeds,Care/Team/Head/Data,+,\n",
           "");
    expect_rows(SHEET_GROUPS, "ILT,team,2; Math,PLC,1; Art/Music,PLC,1; Care/Team,team,");
    expect_rows(SHEET_ROLES, "ILT,Chair,1,yes; ILT,Member,2,; kind:PLC,Facilitator,1,yes; *,Scribe,1,; Care/Team,Head,,yes");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,3; ILT,,Literacy,4; ILT,Chair,Data,4; Math,Facilitator,Data,2; "
                             "kind:PLC,,Literacy,2; *,,Data,1; Care/Team,,Reading/Writing,4; Care/Team,Head,Data,2");
    expect_origin(SHEET_ROLES, 4, ROLES_ROLE, "s.csv", 3, 2);
    expect_origin(SHEET_ROLES, 4, ROLES_LEADS, "s.csv", 2, 4);
}

Test(scenario, an_added_row_beats_older_ones_of_its_key)
{
    expect("needs,ILT//Literacy,+,\nneeds,ILT//Literacy,level,5\nneeds,ILT//Literacy/5,+,\nneeds,ILT//Literacy/5,must,yes\n",
           "");
    cr_assert(strstr(rows_of(SHEET_NEEDS), "; ILT,,Literacy,5,; ILT,,Literacy,5,yes"), "%s", rows_of(SHEET_NEEDS));
}

Test(scenario, adds_a_sheet_that_the_plan_lacks)
{
    expect("pins,T1/ILT/must,+,\npins,T2/Art/Music/never,+,\npins,T2/ILT/Chair/prefer,+,\npins,T1/ILT/must,role,Member\n", "");
    expect_rows(SHEET_PINS, "T1,ILT,Member,must; T2,Art/Music,,never; T2,ILT,Chair,prefer");
    cr_assert(plan.sheets[SHEET_PINS].present);
    expect_origin(SHEET_PINS, 1, PINS_GROUP, "s.csv", 3, 2);
}

Test(scenario, drops_rows)
{
    expect("people,ann@x.org,-,\nneeds,ILT//Literacy/3,-,\nsettings,weight_fit,-,\npairs,T1/T2/together,-,\n", "");
    expect_rows(SHEET_PEOPLE, "T2,ben@x.org,Ben,5");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,4; ILT,Chair,Data,4; Math,Facilitator,Data,2; kind:PLC,,Literacy,2; *,,Data,1");
    expect_rows(SHEET_SETTINGS, "");
    expect_rows(SHEET_PAIRS, "T1,T2,apart,ILT");
    expect_origin(SHEET_NEEDS, 0, NEEDS_LEVEL, "needs.csv", 3, 4);
}

Test(scenario, with_a_group_go_the_rows_that_name_it)
{
    write_sheet("pins.csv", "person,group,role,rule\nT1,ILT @ Oak,,must\nT2,*,,never\nT2,Math,,must\n");
    expect("groups,ilt,-,\n", "");
    expect_rows(SHEET_GROUPS, "Math,PLC,1; Art/Music,PLC,1");
    expect_rows(SHEET_ROLES, "kind:PLC,Facilitator,1,yes; *,Scribe,1,");
    expect_rows(SHEET_NEEDS, "Math,Facilitator,Data,2; kind:PLC,,Literacy,2; *,,Data,1");
    expect_rows(SHEET_MIX, "*,site,each");
    expect_rows(SHEET_PINS, "T2,*,,never; T2,Math,,must");
    expect_rows(SHEET_PAIRS, "T1,T2,together,");
    expect_rows(SHEET_PREVIOUS, "T2,Math,Facilitator");
}

Test(scenario, with_the_last_of_a_kind_go_the_kinds_rows)
{
    expect("groups,Math,-,\ngroups,Art/Music,-,\n", "");
    expect_rows(SHEET_ROLES, "ILT,Chair,1,yes; ILT,Member,2,; *,Scribe,1,");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,3; ILT,,Literacy,4; ILT,Chair,Data,4; *,,Data,1");
}

Test(scenario, a_kind_that_still_has_a_group_stays)
{
    expect("groups,Math,-,\ngroups,Art/Music,-,\ngroups,Science,+,\ngroups,Science,kind,PLC\n", "");
    expect_rows(SHEET_ROLES, "ILT,Chair,1,yes; ILT,Member,2,; kind:PLC,Facilitator,1,yes; *,Scribe,1,");
}

Test(scenario, with_a_role_go_the_rows_that_name_only_it)
{
    write_sheet("pins.csv", "person,group,role,rule\nT1,ILT,Chair,must\nT2,ILT,,must\nT2,Math,Scribe,must\n");
    expect("roles,ILT/Chair,-,\nroles,kind:PLC/Facilitator,-,\n", "");
    expect_rows(SHEET_ROLES, "ILT,Member,2,; *,Scribe,1,");
    expect_rows(SHEET_NEEDS, "ILT,,Literacy,3; ILT,,Literacy,4; kind:PLC,,Literacy,2; *,,Data,1");
    expect_rows(SHEET_PINS, "T2,ILT,,must; T2,Math,Scribe,must");
    expect_rows(SHEET_PREVIOUS, "T1,ILT,Chair; T2,Math,Facilitator");
}

Test(scenario, a_renamed_group_is_not_a_dropped_one)
{
    expect("groups,ILT,group,Core\ngroups,Math,-,\n", "");
    cr_assert(strstr(rows_of(SHEET_NEEDS), "ILT,Chair,Data,4"));
}

Test(scenario, a_row_dropped_and_added_is_a_new_one)
{
    expect("groups,ILT,+,\ngroups,ILT,-,\nneeds,ILT//Data/2,+,\ngroups,ILT,hours,9\n", "");
    expect_rows(SHEET_GROUPS, "Math,PLC,1; Art/Music,PLC,1; ILT,,9");
    expect_rows(SHEET_NEEDS, "Math,Facilitator,Data,2; kind:PLC,,Literacy,2; *,,Data,1; ILT,,Data,2");
}

Test(scenario, scenarios_lie_one_over_another)
{
    read_plan();
    lay("one.csv", "groups,ILT,hours,3\ngroups,Care,+,\ngroups,Care,hours,1\ngroups,Math,hours,4\n");
    lay("two.csv", "groups,Care,max_size,5\ngroups,ILT,hours,6\ngroups,Art/Music,-,\n");
    cr_assert_str_eq(hear_all(), "");
    expect_rows(SHEET_GROUPS, "ILT,team,,6; Math,PLC,,4; Care,,5,1");
    expect_origin(SHEET_GROUPS, 0, GROUPS_HOURS, "two.csv", 3, 4);
    expect_origin(SHEET_GROUPS, 1, GROUPS_HOURS, "one.csv", 5, 4);
    expect_origin(SHEET_GROUPS, 1, GROUPS_MAX_SIZE, "groups.csv", 3, 0); /* the row: its file has no such column */
    expect_origin(SHEET_GROUPS, 2, GROUPS_GROUP, "one.csv", 3, 2);
    expect_origin(SHEET_GROUPS, 2, GROUPS_MAX_SIZE, "two.csv", 2, 4);
}

Test(scenario, the_later_scenario_may_drop_what_the_earlier_added)
{
    read_plan();
    lay("one.csv", "pins,T1/ILT/must,+,\n");
    lay("two.csv", "groups,ILT,-,\n");
    cr_assert_str_eq(hear_all(), "");
    expect_rows(SHEET_PINS, "");
}

Test(scenario, an_error_in_a_changed_cell_is_in_the_scenario)
{
    expect("groups,Math,hours,many\n", "");
    sheet_hundredths(&plan.sheets[SHEET_GROUPS], 1, GROUPS_HOURS, 10000, 100, messages);
    cr_assert_str_eq(hear_all(),
                     "s.csv:2:4: \"hours\" is \"many\"; expected a number from 0 to 100 with at most two decimals\n");
}

Test(scenario, tells_unknown_sheets_keys_and_columns)
{
    expect(
        "group,ILT,hours,3\ngroups,ITL,hours,3\ngroups,ILT,our,3\nneeds,ILT//Litracy,level,2\npins,T1/ILT/must,role,x\n",
        "s.csv:2:1: unknown sheet \"group\"; expected a sheet of a plan, as groups, needs or settings, the nearest is "
        "\"groups\"\n"
        "s.csv:3:2: no row of groups.csv has the key \"ITL\"; expected group of a row, or a line with + that adds it, the "
        "nearest is \"ILT\"\n"
        "s.csv:4:3: groups.csv has no column \"our\"; expected one of its columns, + or -\n"
        "s.csv:5:2: no row of needs.csv has the key \"ILT//Litracy\"; expected group/role/skill or group/role/skill/level of "
        "a row, or a line with + that adds it, the nearest is \"ILT//Literacy\"\n"
        "s.csv:6:2: the plan has no pins.csv; expected a line with + that adds \"T1/ILT/must\"\n");
}

Test(scenario, tells_ambiguous_keys)
{
    read_plan();
    lay("s.csv", "needs,ILT//Literacy,weight,2\n");
    const char *expected =
        arena_print(arena,
                    "s.csv:2:2: the key \"ILT//Literacy\" names 2 rows of needs.csv, as %s/needs.csv:2 and %s/needs.csv:3; "
                    "expected a key that only one has, group/role/skill or group/role/skill/level\n",
                    folder, folder);
    cr_assert_str_eq(hear_all(), expected);
}

Test(scenario, tells_repeated_lines)
{
    read_plan();
    lay("s.csv", "groups,ILT,hours,3\ngroups,ilt,hours,3\ngroups,Math,-,\ngroups,MATH,-,\ngroups,New,+,\ngroups,new,+,\n"
                 "groups,Art/Music,+,\nsettings,seed,value,1\nsettings,Seed,value,2\ngroups,Math,hours,2\n");
    const char *expected = arena_print(
        arena,
        "s.csv:3:2: the cell is already set in line 2; expected each cell once\n"
        "s.csv:5:2: the row is already dropped by line 4; expected each row once\n"
        "s.csv:7:2: the row \"new\" of groups.csv is already added by line 6; expected each row once\n"
        "s.csv:8:2: the row \"Art/Music\" is already in %s/groups.csv:4; expected a row that is not there, or lines that set "
        "its cells\n"
        "s.csv:10:2: the cell is already set in line 9; expected each cell once\n"
        "s.csv:11:2: the row \"Math\" of groups.csv is dropped by line 4; expected a row that stays\n",
        folder);
    cr_assert_str_eq(hear_all(), expected);
}

Test(scenario, tells_rows_that_are_not_whole)
{
    expect("needs,ILT//Math,+,\nneeds,ILT/Math,+,\nneeds,*//Data,level,\npins,T1/ILT,+,must\n",
           "s.csv:2:2: the row added to needs.csv has no \"level\"; expected it in the key or in a line of its own: the level "
           "needed, 1-5\n"
           "s.csv:3:2: \"ILT/Math\" is not a key of needs.csv; expected group/role/skill or group/role/skill/level, blanks "
           "kept\n"
           "s.csv:4:4: \"level\" is blank; expected the level needed, 1-5\n"
           "s.csv:5:2: \"T1/ILT\" is not a key of pins.csv; expected person/group/rule or person/group/role/rule, blanks kept\n"
           "s.csv:5:4: the value \"must\" of a line with + is not used; expected it blank, and a line of its own for each "
           "cell\n");
}

Test(scenario, tells_a_sheet_that_is_no_scenario)
{
    read_plan();
    write_sheet("s.csv", "sheet,key,colum,value\ngroups,ILT,hours,3\n");
    cr_assert_eq(scenario_apply(&plan, arena_print(arena, "%s/s.csv", folder), arena, messages, &err), CADRE_OK);
    cr_assert(
        strstr(hear_all(), "s.csv:1:3: unknown column \"colum\"; expected \"column\" or another of: sheet, key, column, value"),
        "%s", told);
    expect_rows(SHEET_GROUPS, "ILT,team,2; Math,PLC,1; Art/Music,PLC,1");
}

Test(scenario, tells_a_file_that_is_not_there)
{
    read_plan();
    cr_assert_eq(scenario_apply(&plan, arena_print(arena, "%s/none.csv", folder), arena, messages, &err), CADRE_OK);
    cr_assert(strstr(hear_all(), "none.csv:0:0: cannot be read: "), "%s", told);
}
