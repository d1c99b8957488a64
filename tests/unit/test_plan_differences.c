/* In which rows and cells two plans differ. */
#include "read/plan_differences.h"

#include "folder_case.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(plan_differences, .init = folder_case_begin, .fini = folder_case_end);

static InputTables *plan_of(const char *name)
{
    InputTables *tables;
    CadreInputs inputs = {.plan = path_of(name)};
    cr_assert_eq(read_tables(&tables, &inputs, arena, messages, &err), CADRE_OK, "%s", err.text);
    return tables;
}

/* Each difference as "SHEET,KEY,COLUMN,BEFORE,AFTER/LINES" in a line. */
static const char *told_of(PeopleMatch matches, bool same_surveys)
{
    InputDifferences found = {0};
    const char *text = "";
    cr_assert_eq(plan_differences(&found, plan_of("first"), plan_of("other"), &matches, same_surveys, arena, &err), CADRE_OK,
                 "%s", err.text);
    for (int i = 0; i < found.n; i++) {
        const InputDifference *at = &found.items[i];
        text = arena_print(arena, "%s%s,%s,%s,%s,%s/%d\n", text, at->sheet, at->key, at->column, at->before, at->after,
                           at->n_lines);
    }
    return text;
}

static const char *told(void) { return told_of((PeopleMatch){0}, true); }

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

Test(plan_differences, rows_are_found_by_their_keys_in_any_order_and_spelling)
{
    make_plans("roles", "group,role,min,max\nILT,Chair,1,1\nMath,Scribe,1,2\n",
               "role,group,max,min\nscribe,MATH,2,1\nChair,ILT,3,1\n");
    cr_expect_str_eq(told(), "roles,ILT/Chair,max,1,3/1\n");
}

Test(plan_differences, rows_added_and_dropped_have_all_their_cells)
{
    make_plans("roles", "group,role,min,leads\nILT,Chair,1,yes\n", "group,role,min,leads\nILT,Scribe,2,\n");
    cr_expect_str_eq(told(), "roles,ILT/Chair,-,min: 1; leads: yes,/1\nroles,ILT/Scribe,+,,min: 2/2\n");
}

Test(plan_differences, a_longer_key_tells_rows_apart_and_where_none_does_they_have_no_lines)
{
    make_plans("needs", "group,role,skill,level,people\nILT,,Data,3,1\nILT,,Data,4,1\nMath,,Data,2,1\nMath,,Data,2,2\n",
               "group,role,skill,level,people\nMath,,Data,2,2\nMath,,Data,2,3\nILT,,Data,4,2\nILT,,Data,3,1\n");
    cr_expect_str_eq(told(), "needs,ILT//Data/4,people,1,2/1\n"
                             "needs,Math//Data/2,-,people: 1,/0\nneeds,Math//Data/2,+,,people: 3/0\n");
}

Test(plan_differences, people_have_an_id_or_an_email_and_fields_of_their_own)
{
    make_plans("people", "id,email,Grade Level\n,ann@x.org,3\nT2,b@x.org,4\n",
               "email,id,grade_level,Years\nANN@x.org,,4,\nb@x.org,T2,4,7\n");
    cr_expect_str_eq(told(), "people,T2,Years,,7/1\npeople,ann@x.org,Grade Level,3,4/1\n");
}

Test(plan_differences, what_was_done_before_is_one_difference)
{
    make_plans("previous", "person,group,role\nT1,ILT,Chair\nT2,ILT,Scribe\n",
               "person,group,role\nT2,ILT,Scribe\nT3,ILT,Chair\nT4,Math,Chair\n");
    cr_expect_str_eq(told(), "previous,,,2 rows,3 rows, 2 of them new/3\n");
}

Test(plan_differences, sites_and_columns_that_only_one_plan_has_are_one_difference)
{
    make_plans("sites", "site,network\nOak,North\nElm,North\n", "site\n");
    remove(path_of("other/sites.csv"));
    cr_expect_str_eq(told(), "sites,,,2 rows,/0\n");
    put("other/sites.csv", "site,network\nOak,North\nElm,South\n");
    cr_expect_str_eq(told(), "sites,Elm,network,North,South/1\n");
}

Test(plan_differences, the_roster_row_of_who_is_matched_is_compared_with_theirs)
{
    PersonMatch match[] = {{"B@x.org", "T2", "Bo"}, {"T1", "a@x.org", "Ana"}};
    make_plans("people", "id,email,hours\nT1,,3\n,B@x.org,4\nT3,,4\n", "id,email,hours\n,A@x.org,5\nT2,,4\n,c@x.org,4\n");
    cr_expect_str_eq(told_of((PeopleMatch){match, 2, 2}, true),
                     "people,T1,email,,A@x.org/1\npeople,T1,hours,3,5/1\npeople,T3,-,hours: 4,/1\n"
                     "people,B@x.org,id,,T2/1\npeople,c@x.org,+,,hours: 4/2\n");
}

Test(plan_differences, how_surveys_are_read_goes_with_them_where_they_differ)
{
    InputDifferences found = {0};
    PeopleMatch none = {0};
    make_plans("scales", "scale,answer,level\nown,often,3\n", "scale,answer,level\nown,often,4\n");
    cr_assert_eq(plan_differences(&found, plan_of("first"), plan_of("other"), &none, false, arena, &err), CADRE_OK);
    cr_expect(found.n == 1 && found.items[0].about == ABOUT_READING);
}

Test(plan_differences, many_of_a_sheet_are_one_more_together)
{
    const char *first = "group,role\n", *other = "group,role,min\n", *last = "";
    for (int i = 0; i <= DIFFERENCES_FEW; i++) {
        first = arena_print(arena, "%sILT,R%d\n", first, i);
        other = arena_print(arena, "%sILT,R%d,2\n", other, i);
    }
    make_plans("roles", first, other);
    for (const char *line = told(); *line; line = strchr(line, '\n') + 1) last = line;
    cr_expect_str_eq(last, "roles,,all,,11/0\n");
}
