/* Results side by side: what their folders say, and in which rows and cells two plans differ. */
#include "explain/comparison.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "folder_case.h"
#include "read/result_facts_read.h"
#include "write/comparison_write.h"
#include "write/json_values.h"

TestSuite(comparison, .init = folder_case_begin, .fini = folder_case_end);

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

Test(comparison, who_is_matched_neither_comes_nor_goes)
{
    FactPerson later_people[] = {{"ana@x.org", "Ana", 1, 0, 200}, {"b", "", 2, 0, 350}, {"cy", "Cy", 0, 0, 0}};
    FactSeat later_seats[] = {{"ana@x.org", "Ana", "Data", "member", false, 800},
                              {"b", "", "Data", "member", false, 600},
                              {"b", "", "Math", "member", false, 500}};
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    b.people = later_people;
    b.seats = later_seats;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(at.people.n, 3);
    cr_assert_eq(at.matches.n, 2);
    const PersonChange *ana = &at.people.items[0];
    cr_expect(ana->before && ana->after && ana->lost.n == 1 && ana->gained.n == 1);
    cr_expect_str_eq(person_change_key(ana), "a");
    cr_expect_str_eq(ana->after->person, "ana@x.org");
    cr_expect_eq(at.groups.items[0].gone.n + at.groups.items[0].come.n, 0, "she stays in the group");
}

Test(comparison, rows_of_a_survey_that_changed_may_be_other_people)
{
    FactPerson by_row[] = {{"s-1.csv-2", "s-1.csv-2", 1, 0, 100}, {"s-1.csv-x", "", 0, 0, 0}, {"s.csv-3", "s.csv-3", 0, 0, 0}};
    SnapshotFile before[] = {{"old/s-1.csv", "aa"}, {"old/s.csv", "cc"}}, after[] = {{"new/s-1.csv", "bb"}, {"s.csv", "cc"}};
    ResultFacts a = facts_of(), b = facts_of();
    Comparison at;
    a.people = b.people = by_row;
    a.n_seats = b.n_seats = 0;
    a.snapshot.files.items = before;
    b.snapshot.files.items = after;
    a.snapshot.files.n = b.snapshot.files.n = 2;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    cr_expect_eq(at.n_by_row, 1);
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
    file_remove(path_of("table/report.html"));
    cr_expect_eq(comparisons_target_check(path_of("table"), arena, &err), CADRE_OK, "those of earlier versions have no page");
    cr_assert_eq(comparisons_write(path_of("table"), &at, 1, arena, &err), CADRE_OK, "%s", err.text);
    cr_expect(strstr(read_back("table/report.html"), "second"));
    file_remove(path_of("table/people.csv"));
    cr_expect_eq(comparisons_target_check(path_of("table"), arena, &err), CADRE_INPUT, "all or none");
    put("table/people.csv", "");
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
    FactSeat later_seats[] = {{"ana@x.org", "Ana", "Data", "member", false, 800}};
    FactPerson later_people[] = {{"ana@x.org", "Ana", 1, 0, 200}, {"b", "", 2, 0, 350}, {"c", "Cy", 0, 0, 0}};
    Comparison at;
    const char *text;
    b.people = later_people;
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
