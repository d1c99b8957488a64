/* Results side by side: what their folders say, and in which rows and cells two plans differ. */
#include "explain/comparison.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/files.h"
#include "base/memory.h"
#include "read/plan_differences.h"
#include "read/result_facts_read.h"
#include "scratch.h"
#include "write/comparison_write.h"
#include "write/json_values.h"

static Arena *arena;
static Messages *messages;
static char folder[SCRATCH_SIZE];
static CadreError err;

static const char *path_of(const char *name) { return arena_print(arena, "%s/%s", folder, name); }

static void put(const char *name, const char *text)
{
    cr_assert_eq(file_replace(path_of(name), text, strlen(text), &err), CADRE_OK, "%s", err.text);
}

static void make_folder(const char *name) { cr_assert_eq(folder_create(path_of(name), &err), CADRE_OK, "%s", err.text); }

static void set_up(void)
{
    arena = arena_create(NULL);
    messages = messages_create(arena);
    cr_assert(scratch_folder(folder, "comparison"));
}

static void tear_down(void)
{
    char command[SCRATCH_SIZE + 16];
    files_fail_after(-1, 0);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}

TestSuite(comparison, .init = set_up, .fini = tear_down);

/* --- facts --- */

static FactPerson people[] = {{"a", "Ana", 1, 1, 200}, {"b", "", 2, 0, 350}, {"c", "Cy", 0, 0, 0}};
static FactGroup groups[] = {{"Data", 2, 1, 700, 600, 0}, {"Math", 1, 0, 500, 500, 2000}};
static FactSeat seats[] = {
    {"a", "Ana", "Data", "lead", true, 800}, {"b", "", "Data", "member", false, 600}, {"b", "", "Math", "member", false, 500}};
static FactShortage shortages[] = {{"coverage", "Data", "", "Writing", "4", "", "", 2, 1, 2000},
                                   {"role", "Data", "scribe", "", "", "", "", 1, 0, 20000},
                                   {"size", "Math", "", "", "", "", "", 4, 2, 4000}};
static FactSetting settings[] = {{"hours", "4"}, {"weight_fit", "50"}};

static ResultFacts facts_of(void)
{
    ResultFacts facts = {.folder = "r", .parts = {1900, 400, 500, 26000}, .proved = true, .floor = -1, .changes = -1};
    facts.objective = facts.bound = objective_value(facts.parts);
    facts.people = people;
    facts.groups = groups;
    facts.seats = seats;
    facts.shortages = shortages;
    facts.settings = settings;
    facts.n_people = facts.n_seats = facts.n_shortages = 3;
    facts.n_groups = facts.n_settings = 2;
    return facts;
}

Test(comparison, a_result_equals_itself)
{
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_expect(comparison_equal(&at) && at.same_settings && at.differences.n == 0);
    cr_expect_eq(at.load[0].people, 2);
    cr_expect_eq(at.load[0].most_groups, 2);
    cr_expect_eq(at.load[0].hours, 550);
}

Test(comparison, each_shortage_is_opened_grown_lessened_or_closed)
{
    FactShortage later[] = {{"coverage", "Data", "", "Writing", "4", "", "", 3, 1, 4000},
                            {"mix", "Data", "", "", "", "site", "Oak", 1, 3, 2000},
                            {"size", "Math", "", "", "", "", "", 4, 3, 2000}};
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    b.shortages = later;
    result_facts_sort(&b);
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(at.shortages.n, 4);
    cr_expect_not(comparison_equal(&at));
    static const ShortageChangeKind kinds[] = {SHORTAGE_OPENED, SHORTAGE_GROWN, SHORTAGE_LESSENED, SHORTAGE_CLOSED};
    static const char *const names[] = {"mix", "coverage", "size", "role"};
    for (int i = 0; i < 4; i++) {
        const ShortageChange *change = &at.shortages.items[i];
        cr_expect_eq(change->kind, kinds[i]);
        cr_expect_str_eq((change->after ? change->after : change->before)->kind, names[i]);
    }
}

Test(comparison, people_and_groups_come_and_go)
{
    FactPerson later_people[] = {{"a", "Ana", 1, 0, 200}, {"d", "Di", 1, 1, 100}};
    FactGroup later_groups[] = {{"Art", 1, 1, 400, 400, 0}, {"Data", 1, 0, 800, 800, 0}};
    FactSeat later_seats[] = {{"a", "Ana", "Data", "member", false, 800}, {"d", "Di", "Art", "lead", true, 400}};
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    b.people = later_people;
    b.groups = later_groups;
    b.seats = later_seats;
    b.n_people = b.n_seats = 2;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(at.people.n, 4);
    cr_assert_eq(at.groups.n, 3);
    cr_expect_str_eq(at.people.items[0].lost.items[0]->role, "lead");
    cr_expect_str_eq(at.people.items[0].gained.items[0]->role, "member");
    cr_expect(at.people.items[1].after == NULL && at.people.items[1].lost.n == 2);
    cr_expect(at.people.items[3].before == NULL && at.people.items[3].gained.n == 1);
    cr_expect(at.groups.items[0].before == NULL && at.groups.items[2].after == NULL);
    cr_expect_eq(at.groups.items[1].come.n, 0, "another role in the group is no coming");
    cr_expect_str_eq(at.groups.items[1].gone.items[0], "b", "who has no name is called by the key");
}

Test(comparison, a_setting_that_differs_is_a_scenario_line)
{
    FactSetting later[] = {{"hours", "3.5"}, {"new_one", "1"}, {"weight_fit", "50"}};
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    b.settings = later;
    b.n_settings = 3;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(at.differences.n, 1, "a setting that the other version does not know is none");
    cr_expect_str_eq(at.differences.items[0].lines[0].key, "hours");
    cr_expect_str_eq(at.differences.items[0].lines[0].value, "3.5");
}

/* --- plans --- */

static InputTables *plan_of(const char *name)
{
    InputTables *tables;
    CadreInputs inputs = {.plan = path_of(name)};
    cr_assert_eq(read_tables(&tables, &inputs, arena, messages, &err), CADRE_OK, "%s", err.text);
    return tables;
}

/* Each difference as "SHEET,KEY,COLUMN,BEFORE,AFTER/LINES" in a line. */
static const char *told(void)
{
    InputDifferences found = {0};
    const char *text = "";
    cr_assert_eq(plan_differences(&found, plan_of("first"), plan_of("other"), arena, &err), CADRE_OK, "%s", err.text);
    for (int i = 0; i < found.n; i++) {
        const InputDifference *at = &found.items[i];
        text = arena_print(arena, "%s%s,%s,%s,%s,%s/%d\n", text, at->sheet, at->key, at->column, at->before, at->after,
                           at->n_lines);
    }
    return text;
}

static void make_plans(const char *sheet, const char *first, const char *other)
{
    static const char group_sheet[] = "group,kind\nILT,team\nMath,PLC\n";
    make_folder("first");
    make_folder("other");
    put("first/groups.csv", group_sheet);
    put("other/groups.csv", group_sheet);
    put(arena_print(arena, "first/%s.csv", sheet), first);
    put(arena_print(arena, "other/%s.csv", sheet), other);
}

Test(comparison, rows_are_found_by_their_keys_in_any_order_and_spelling)
{
    make_plans("roles", "group,role,min,max\nILT,Chair,1,1\nMath,Scribe,1,2\n",
               "role,group,max,min\nscribe,MATH,2,1\nChair,ILT,3,1\n");
    cr_expect_str_eq(told(), "roles,ILT/Chair,max,1,3/1\n");
}

Test(comparison, rows_added_and_dropped_have_all_their_cells)
{
    make_plans("roles", "group,role,min,leads\nILT,Chair,1,yes\n", "group,role,min,leads\nILT,Scribe,2,\n");
    cr_expect_str_eq(told(), "roles,ILT/Chair,-,min: 1; leads: yes,/1\nroles,ILT/Scribe,+,,min: 2/2\n");
}

Test(comparison, a_longer_key_tells_rows_apart_and_where_none_does_they_have_no_lines)
{
    make_plans("needs", "group,role,skill,level,people\nILT,,Data,3,1\nILT,,Data,4,1\nMath,,Data,2,1\nMath,,Data,2,2\n",
               "group,role,skill,level,people\nMath,,Data,2,2\nMath,,Data,2,3\nILT,,Data,4,2\nILT,,Data,3,1\n");
    cr_expect_str_eq(told(), "needs,ILT//Data/4,people,1,2/1\n"
                             "needs,Math//Data/2,-,people: 1,/0\nneeds,Math//Data/2,+,,people: 3/0\n");
}

Test(comparison, people_have_an_id_or_an_email_and_fields_of_their_own)
{
    make_plans("people", "id,email,Grade Level\n,ann@x.org,3\nT2,b@x.org,4\n",
               "email,id,grade_level,Years\nANN@x.org,,4,\nb@x.org,T2,4,7\n");
    cr_expect_str_eq(told(), "people,T2,Years,,7/1\npeople,ann@x.org,Grade Level,3,4/1\n");
}

Test(comparison, what_was_done_before_is_one_difference)
{
    make_plans("previous", "person,group,role\nT1,ILT,Chair\nT2,ILT,Scribe\n",
               "person,group,role\nT2,ILT,Scribe\nT3,ILT,Chair\nT4,Math,Chair\n");
    cr_expect_str_eq(told(), "previous,,,2 rows,3 rows/3\n");
}

/* --- the folder --- */

static const char *read_back(const char *name)
{
    char *bytes;
    size_t size;
    cr_assert_eq(file_read(&bytes, &size, path_of(name), arena, &err), CADRE_OK, "%s", err.text);
    return bytes;
}

Test(comparison, a_folder_is_written_whole_or_not_at_all_over_nothing_but_its_like)
{
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    b.folder = "=b";
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(comparisons_write(path_of("table"), &at, 1, arena, &err), CADRE_OK, "%s", err.text);
    cr_expect(strstr(read_back("table/totals.csv"), "\n'=b,objective,"), "names are guarded");
    b.folder = "second";
    for (long n = 0;; n++) {
        cr_assert_lt(n, 100);
        files_fail_after(n, 28);
        CadreStatus status = comparisons_write(path_of("table"), &at, 1, arena, &err);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) break;
        cr_expect_eq(status, CADRE_IO);
        bool is_first = strstr(read_back("table/totals.csv"), "=b,") && strstr(read_back("table/people.csv"), "=b,");
        bool is_second = strstr(read_back("table/totals.csv"), "second,") && strstr(read_back("table/people.csv"), "second,");
        cr_expect(is_first || is_second);
    }
    cr_expect(strstr(read_back("table/differences.csv"), "result,sheet,"));
    put("table/mine.txt", "mine");
    cr_expect_eq(comparisons_target_check(path_of("table"), arena, &err), CADRE_INPUT);
    cr_expect_eq(comparisons_write(path_of("table"), &at, 1, arena, &err), CADRE_INPUT);
    cr_expect_str_eq(read_back("table/mine.txt"), "mine");
}

Test(comparison, all_that_is_wrong_with_a_folder_is_told)
{
    ResultFacts facts;
    make_folder("r");
    put("r/assignments.csv", "person,name,group,role,leads\na,Ana,Data,lead,yes\n");
    put("r/people.csv", "person,name,groups,leads,hours\na,Ana,9000000000000000000,1,2.5.1\n");
    put("r/groups.csv", "group,size,leads,points_mean,points_min,shortages\n,1,1,,,0\n");
    put("r/result.json", "[1]");
    cr_assert_eq(result_facts_read(&facts, path_of("r"), arena, messages, &err), CADRE_OK);
    cr_expect_eq(messages_errors(messages), 6, "points, two numbers, a blank name, shortages.csv, result.json");
}

/* --- want of memory --- */

static CadreStatus say_all(Arena *within)
{
    ResultFacts a = facts_of(), b = facts_of();
    FactSetting later[] = {{"hours", "3.5"}, {"weight_fit", "50"}};
    FactSeat later_seats[] = {{"a", "Ana", "Data", "member", false, 800}};
    Comparison at;
    const char *text;
    b.settings = later;
    b.seats = later_seats;
    b.n_seats = b.n_shortages = 1;
    TRY(comparison_make(&at, &a, &b, within, &err));
    TRY(comparisons_text(&text, &at, 1, 100, within, &err));
    TRY(comparisons_json(&text, &at, 1, within, &err));
    for (int i = 0; i < COMPARISON_SHEETS; i++) TRY(comparison_sheets[i].make_text(&text, &at, 1, within, &err));
    return CADRE_OK;
}

Test(comparison, no_memory_is_told_wherever_it_ends)
{
    CadreStatus status = CADRE_NO_MEMORY;
    json_memory_use();
    for (long n = 0; status != CADRE_OK; n++) {
        cr_assert_lt(n, 5000);
        memory_fail_after(n);
        Arena *within = arena_create(NULL);
        status = within ? say_all(within) : CADRE_NO_MEMORY;
        memory_fail_after(-1);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY);
        arena_release(within);
    }
}
