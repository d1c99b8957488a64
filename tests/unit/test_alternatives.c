/* The roles that would suit a person best beside those held: the best of each other group, and what is in the way. */
#include <criterion/criterion.h>

#include "explain/alternatives.h"

static Arena *arena;
static CadreError err;

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }
TestSuite(alternatives, .init = set_up, .fini = tear_down);

/* Two people; group 0 has roles 0 and 1, group 1 roles 2 and 3, group 2 role 4, group 3 role 5. */
static Person staff[2] = {
    {.key = "a", .name = "Ann", .email = "", .position = "", .site = -1, .hours = 200, .max_groups = 3, .max_leads = 1},
    {.key = "b", .name = "Bo", .email = "", .position = "", .site = -1, .hours = 900, .max_groups = 3, .max_leads = 1}};
static Group groups[4] = {{.name = "A", .site = -1, .n_roles = 2, .hours = 100, .max_size = NO_LIMIT},
                          {.name = "B", .site = -1, .first_role = 2, .n_roles = 2, .hours = 100, .max_size = NO_LIMIT},
                          {.name = "C", .site = -1, .first_role = 4, .n_roles = 1, .hours = 200, .max_size = NO_LIMIT},
                          {.name = "D", .site = -1, .first_role = 5, .n_roles = 1, .hours = 100, .max_size = NO_LIMIT}};
static Role roles[6] = {{.name = "lead", .max = 1},
                        {.name = "member", .max = 9},
                        {.name = "lead", .group = 1, .max = 1},
                        {.name = "member", .group = 1, .max = 9},
                        {.name = "member", .group = 2, .max = 9},
                        {.name = "member", .group = 3, .max = 9}};
static const int64_t first_pair[3] = {0, 6, 8};
static const int32_t role[8] = {0, 1, 2, 3, 4, 5, 2, 5};
static const int16_t points[8] = {100, 990, 500, 600, 600, 700, 0, 10};
static Assignment held[1] = {{0, 0}};

Test(alternatives, are_the_best_of_other_groups)
{
    Model model = {.n_staff = 2, .n_groups = 4, .n_roles = 6, .staff = staff, .groups = groups, .roles = roles};
    ScoreTable scores = {2, 8, first_pair, role, points};
    Solution solution = {held, 1};
    Holdings holdings;
    Alternatives all;
    cr_assert_eq(holdings_make(&holdings, &model, &scores, &solution, arena, &err), CADRE_OK);
    cr_assert_eq(alternatives_make(&all, &holdings, arena, &err), CADRE_OK);
    cr_assert_eq(all.first[1], 2);
    cr_expect_eq(all.items[0].role, 5, "not role 1, of a group in which Ann serves");
    cr_expect(all.items[0].free);
    cr_expect_eq(all.items[1].role, 3, "the better role of its group, and before its equal in points");
    cr_assert_eq(all.first[2], 3);
    cr_expect_eq(all.items[2].role, 5, "nothing of 0 points");
}

Test(alternatives, say_what_is_in_the_way)
{
    static const int16_t long_hours[8] = {100, 0, 0, 0, 900, 0, 0, 0};
    Model model = {.n_staff = 2, .n_groups = 4, .n_roles = 6, .staff = staff, .groups = groups, .roles = roles};
    ScoreTable scores = {2, 8, first_pair, role, long_hours};
    Solution solution = {held, 1};
    Holdings holdings;
    Alternatives all;
    cr_assert_eq(holdings_make(&holdings, &model, &scores, &solution, arena, &err), CADRE_OK);
    cr_assert_eq(alternatives_make(&all, &holdings, arena, &err), CADRE_OK);
    cr_assert_eq(all.first[2], 1);
    cr_expect(!all.items[0].free);
    cr_expect_str_eq(all.items[0].obstacle, "has 1 hour left and it takes 2");
}
