/* Balance: roles and hours over people, who is at the limit, and the shares of those who serve and lead. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/balance.h"
#include "unit/model_builder.h"

enum { N_PEOPLE = 6 };

static Arena *arena;
static CadreError err;
static Model *model;
static PersonRow people[N_PEOPLE];
static int page[N_PEOPLE];
static Balance balance;

static void set_up(void)
{
    arena = arena_create(NULL);
    model = builder_model(arena, 0);
}

static void tear_down(void) { arena_release(arena); }

TestSuite(balance, .init = set_up, .fini = tear_down);

static void person(const char *position, int groups, int leads, int used, int given)
{
    int index = builder_person(model, arena_print(arena, "p%d", model->n_staff));
    if (*position) builder_attribute(model, "position", position);
    people[index] = (PersonRow){.person = index, .groups = groups, .leads = leads, .hours = used, .hours_left = given - used};
    page[index] = index;
}

static void make(void)
{
    static Assignment none;
    static int zero[N_PEOPLE + 1];
    ResultRows rows = {.people = people, .n_people = model->n_staff};
    ResultIndex index = {.model = model, .rows = &rows};
    ResultScope scope = {.site = SCOPE_ALL, .people = page, .n_people = model->n_staff};
    Holdings holdings = {.model = model, .assignments = &none, .first = zero, .leads = zero};
    cr_assert_eq(leading_rows_make(&rows.leading, &holdings, arena, &err), CADRE_OK);
    cr_assert_eq(balance_make(&balance, &index, &scope, arena, &err), CADRE_OK);
}

static const char *rows_text(void)
{
    const char *text = "";
    for (int i = 0; i < balance.rows.n; i++) {
        BalanceRow row = balance.rows.items[i];
        text = arena_print(arena, "%s%s:%d,%d,%d ", text, row.value, row.staff, row.serving, row.leading_roles);
    }
    return text;
}

Test(balance, roles_and_hours_of_each)
{
    person("", 0, 0, 0, 400);
    person("", 1, 0, 199, 400);
    person("", 1, 1, 200, 400);
    person("", 2, 0, 400, 400);
    person("", 9, 0, 500, 900);
    person("", 0, 0, 0, 0);
    make();
    cr_assert(balance.staff == 6 && balance.serving == 4 && balance.leading_roles == 1 && balance.away == 0);
    cr_assert(balance.roles[0] == 2 && balance.roles[1] == 2 && balance.roles[2] == 1);
    cr_assert_eq(balance.roles[BALANCE_ROLES_MOST], 1);
    cr_assert(balance.hours[HOURS_NONE_GIVEN] == 1 && balance.hours[HOURS_NONE_USED] == 1);
    cr_assert(balance.hours[HOURS_UNDER_HALF] == 1 && balance.hours[HOURS_HALF] == 2 && balance.hours[HOURS_ALL] == 1);
}

/* The least that any role takes is an hour and a half. Who has no part is at no limit. */
Test(balance, who_can_take_no_other_role)
{
    builder_group(model, "Team");
    builder_role(model, "member", 1, 9, false);
    builder_role(model, "lead", 1, 1, true);
    model->groups[0].hours = 150;
    model->roles[1].hours = 100;
    person("", 1, 0, 150, 300);
    person("", 1, 0, 150, 299);
    person("", 3, 0, 150, 999);
    person("", 0, 0, 0, 100);
    make();
    cr_assert_eq(balance.at_limit.n, 2);
    AtLimit hours = balance.at_limit.items[0], groups = balance.at_limit.items[1];
    cr_assert(hours.row == 1 && hours.hours && !hours.groups);
    cr_assert(groups.row == 2 && groups.groups && !groups.hours);
}

Test(balance, shares_without_those_away)
{
    person("aide", 1, 0, 100, 400);
    person("teacher", 2, 2, 100, 400);
    person("teacher", 0, 0, 0, 400);
    person("", 1, 1, 100, 400);
    person("teacher", 0, 0, 0, 400);
    model->staff[4].away = true;
    make();
    cr_assert(balance.staff == 4 && balance.away == 1 && balance.serving == 3 && balance.leading_roles == 3);
    cr_assert_str_eq(rows_text(), "aide:1,1,0 teacher:2,1,2 :1,1,1 ");
}

Test(balance, nobody)
{
    make();
    cr_assert(balance.staff == 0 && balance.rows.n == 0 && balance.at_limit.n == 0);
}
