/* Results of different years: who is who, and where their inputs are. */
#include "model/people_match.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "folder_case.h"
#include "read/plan_differences.h"
#include "read/result_place.h"

TestSuite(years, .init = folder_case_begin, .fini = folder_case_end);

/* The matches of two staffs, each {key, name}, as "before=after;". */
static const char *matched(FactPerson *first, int n_first, FactPerson *other, int n_other)
{
    ResultFacts a = {.people = first, .n_people = n_first}, b = {.people = other, .n_people = n_other};
    PeopleMatch matches;
    const char *text = "";
    result_facts_sort(&a);
    result_facts_sort(&b);
    cr_assert_eq(people_match(&matches, &a, &b, arena, &err), CADRE_OK);
    for (int i = 0; i < matches.n; i++)
        text = arena_print(arena, "%s%s=%s;", text, matches.items[i].before, matches.items[i].after);
    return text;
}

#define MATCHED(first, other) matched(first, sizeof first / sizeof *first, other, sizeof other / sizeof *other)

Test(years, ids_of_one_year_and_emails_or_names_of_another_are_matched_by_name)
{
    FactPerson first[] = {{.person = "T1", .name = "Ana Ruiz"},
                          {.person = "T2", .name = "Bo  Lind"},
                          {.person = "c@x.org", .name = "Cy Moor"},
                          {.person = "Di Voss", .name = "Di Voss"}};
    FactPerson other[] = {{.person = "ana@x.org", .name = "ANA RU\u00cdZ"},
                          {.person = "bo lind", .name = "bo lind"},
                          {.person = "Cy Moor", .name = "Cy Moor"},
                          {.person = "di voss", .name = "di voss"}};
    cr_expect_str_eq(MATCHED(first, other), "Di Voss=di voss;T1=ana@x.org;T2=bo lind;c@x.org=Cy Moor;");
}

Test(years, two_ids_that_differ_are_two_people_and_so_are_two_mailboxes)
{
    FactPerson first[] = {{.person = "T1", .name = "Ana Ruiz"},
                          {.person = "bo@x.org", .name = "Bo Lind"},
                          {.person = "cy@x.org", .name = "Cy Moor"}};
    FactPerson other[] = {{.person = "T9", .name = "Ana Ruiz"},
                          {.person = "bo2@x.org", .name = "Bo Lind"},
                          {.person = "cy@new.org", .name = "Cy Moor"}};
    cr_expect_str_eq(MATCHED(first, other), "cy@x.org=cy@new.org;", "a school that changes its domain keeps its people");
}

Test(years, a_name_that_two_have_matches_nobody_nor_does_none)
{
    FactPerson first[] = {{.person = "T1", .name = "Ana Ruiz"},
                          {.person = "T2", .name = "ana ruiz"},
                          {.person = "T3", .name = "Bo Lind"},
                          {.person = "T4", .name = ""},
                          {.person = "T5", .name = "Cy Moor"}};
    FactPerson other[] = {{.person = "T2", .name = "ana ruiz"},     {.person = "a@x.org", .name = "Ana Ruiz"},
                          {.person = "b@x.org", .name = "Bo Lind"}, {.person = "b2@x.org", .name = "BO LIND"},
                          {.person = "d@x.org", .name = ""},        {.person = "T5", .name = "Cy Moor"},
                          {.person = "cy@x.org", .name = "Cy Moor"}};
    cr_expect_str_eq(MATCHED(first, other), "");
}

Test(years, answers_are_those_of_who_is_matched)
{
    static const char survey[] = "Id,Email,Name,Skill [Data]\nT1,,Ana,3\n",
                      later[] = "Id,Email,Name,Skill [Data]\n,a@x.org,Ana,4\n";
    static const char columns[] = "header,means,name\nId,id,\nEmail,email,\nName,name,\nSkill [Data],skill,Data\n";
    PersonMatch match = {"T1", "a@x.org", "Ana"};
    PeopleMatch matches = {&match, 1, 1};
    InputDifferences found = {0};
    const Model *models[2];
    make_folder("plan");
    put("plan/groups.csv", "group,needs\nILT,Data 3\n");
    put("plan/columns.csv", columns);
    put("first.csv", survey);
    put("other.csv", later);
    for (int i = 0; i < 2; i++) {
        ReadResult read;
        const char *path = path_of(i ? "other.csv" : "first.csv");
        CadreInputs inputs = {.plan = path_of("plan"), .surveys = &path, .n_surveys = 1};
        InputTables *tables;
        cr_assert_eq(read_tables(&tables, &inputs, arena, messages, &err), CADRE_OK, "%s", err.text);
        cr_assert_eq(read_changed(&read, tables, NULL, arena, messages, &err), CADRE_OK, "%s", err.text);
        cr_assert_eq(messages_errors(messages), 0);
        models[i] = read.model;
    }
    cr_assert_eq(answer_differences(&found, models[0], models[1], &matches, arena, &err), CADRE_OK);
    cr_assert_eq(found.n, 1);
    cr_expect_str_eq(found.items[0].key, "T1");
    cr_expect_str_eq(found.items[0].column, "level: Data");
}

/* --- where the inputs are --- */

Test(years, inputs_are_found_above_the_result_where_the_present_folder_has_none)
{
    char sum[65];
    ResultSnapshot found;
    hash_sha256(sum, "1", 1);
    make_folder("school");
    make_folder("school/results");
    make_folder("school/results/first");
    put("school/cadre-test-s.csv", "1");
    put("cadre-test-s.csv", "2");
    SnapshotFile file = {"cadre-test-s.csv", sum};
    const char *surveys[] = {"cadre-test-s.csv"};
    ResultSnapshot snapshot = {.there = true, .plan = "plan"};
    snapshot.files.items = &file;
    snapshot.surveys.items = surveys;
    snapshot.files.n = snapshot.surveys.n = 1;
    cr_assert_eq(result_place_find(&found, &snapshot, path_of("school/results/first"), arena, &err), CADRE_OK);
    cr_expect(strstr(found.files.items[0].path, "/school/cadre-test-s.csv"));
    cr_expect(strstr(found.surveys.items[0], "/school/cadre-test-s.csv") && strstr(found.plan, "/school/plan"));
    file.sha256 = "0";
    cr_assert_eq(result_place_find(&found, &snapshot, path_of("school/results/first"), arena, &err), CADRE_OK);
    cr_expect_str_eq(found.files.items[0].path, "cadre-test-s.csv", "nothing is like it: as it was");
    cr_assert_eq(result_place_find(&found, &snapshot, path_of("nothing"), arena, &err), CADRE_OK);
}
