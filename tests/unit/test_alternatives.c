/* The roles next nearest to a person: the best of each group that they could take beside their own, who holds it with how many
 * points, and what decided. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/alternatives.h"
#include "program/program.h"
#include "solve/solve.h"
#include "unit/tiny_school.h"

static Arena *arena;
static CadreError err;

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }
TestSuite(alternatives, .init = set_up, .fini = tear_down, .timeout = 300);

/* Three people; group 0 has roles 0 and 1, group 1 roles 2 and 3, group 2 role 4, group 3 role 5. */
enum { ANN, BO, CY };
static Person staff[3] = {
    {.key = "a", .name = "Ann", .email = "", .position = "", .site = -1, .hours = 200, .max_groups = 3, .max_leads = 1},
    {.key = "b", .name = "Bo", .email = "", .position = "", .site = -1, .hours = 900, .max_groups = 3, .max_leads = 1},
    {.key = "c", .name = "Cy", .email = "", .position = "", .site = -1, .hours = 900, .max_groups = 3, .max_leads = 1}};
static Group groups[4] = {{.name = "A", .site = -1, .n_roles = 2, .hours = 100, .max_size = NO_LIMIT},
                          {.name = "B", .site = -1, .first_role = 2, .n_roles = 2, .hours = 100, .max_size = NO_LIMIT},
                          {.name = "C", .site = -1, .first_role = 4, .n_roles = 1, .hours = 200, .max_size = NO_LIMIT},
                          {.name = "D", .site = -1, .first_role = 5, .n_roles = 1, .hours = 100, .max_size = NO_LIMIT}};
static Role roles[6] = {{.name = "lead", .max = 1, .leads = true, .weight = 3},
                        {.name = "member", .max = 9, .weight = 1},
                        {.name = "lead", .group = 1, .max = 1, .leads = true, .weight = 3},
                        {.name = "member", .group = 1, .max = 1, .weight = 1},
                        {.name = "member", .group = 2, .max = 9, .weight = 1},
                        {.name = "member", .group = 3, .max = 2, .weight = 1}};
static const int64_t first_pair[4] = {0, 6, 9, 11};
static const int32_t role[11] = {0, 1, 2, 3, 4, 5, 2, 3, 5, 3, 5};
static const int16_t points[11] = {100, 990, 500, 600, 600, 700, 0, 650, 720, 640, 710};

static Alternatives find(Assignment *held, int n)
{
    static Model model;
    static ScoreTable scores;
    static SolveOutcome outcome;
    Holdings *holdings = ARENA_NEW(arena, Holdings);
    Rivals *rivals = ARENA_NEW(arena, Rivals);
    Alternatives all;
    model = (Model){.n_staff = 3, .n_groups = 4, .n_roles = 6, .staff = staff, .groups = groups, .roles = roles};
    scores = (ScoreTable){3, 11, first_pair, role, points};
    outcome = (SolveOutcome){.solution = {held, n}, .floor = -1, .changes = -1};
    cr_assert_eq(holdings_make(holdings, &model, &scores, &outcome.solution, arena, &err), CADRE_OK);
    cr_assert_eq(rivals_make(rivals, holdings, &outcome, arena, &err), CADRE_OK);
    cr_assert_eq(alternatives_make(&all, rivals, arena, &err), CADRE_OK);
    return all;
}

Test(alternatives, are_the_best_of_each_group)
{
    Assignment held[] = {{ANN, 0}, {BO, 3}, {BO, 5}, {CY, 5}};
    Alternatives all = find(held, 4);
    cr_assert_eq(all.first[ANN + 1], 3);
    cr_expect_eq(all.items[0].role, 5, "not role 1, a lesser place in the group that Ann leads");
    cr_expect_eq(all.items[1].role, 3, "the better role of its group, and before its equal in points");
    cr_expect_eq(all.items[2].role, 4);
}

Test(alternatives, name_the_holder_with_fewest_points)
{
    Assignment held[] = {{ANN, 0}, {BO, 3}, {BO, 5}, {CY, 5}};
    Alternatives all = find(held, 4);
    cr_expect_eq(all.items[0].holder, CY);
    cr_expect_eq(all.items[0].holder_points, 710);
    cr_expect_str_eq(all.items[0].why, "All 2 who hold it have more points, Cy the fewest with 710.");
    cr_expect_str_eq(all.items[1].why, "Held by Bo with 650 points.");
    cr_expect_str_eq(all.items[2].why, "Nobody holds it; Ann has 1 hour left and it takes 2.");
}

Test(alternatives, leading_a_group_where_one_serves_is_one)
{
    Assignment held[] = {{ANN, 1}};
    Alternatives all = find(held, 1);
    cr_expect_eq(all.first[ANN + 1], 3);
    cr_expect_eq(all.items[2].role, 4, "role 0 has fewer points than three others");
    cr_expect_eq(all.first[BO + 1] - all.first[BO], 1, "of two roles with points the better is told as the reason");
    cr_expect_eq(all.items[3].role, 3);
}

static bool is_one(const Holdings *holdings, int person, int of)
{
    int in = holdings_role_in(holdings, person, holdings->model->roles[of].group);
    return in < 0 || (holdings->model->roles[of].leads && !holdings->model->roles[in].leads);
}

/* No role that is left out has more points than the last that is told, unless one of its group is told. */
static void check(const Rivals *rivals, const Alternatives *all, int person, unsigned seed)
{
    const Holdings *holdings = rivals->holdings;
    int first = all->first[person], n = all->first[person + 1] - first;
    int told = holdings_count(holdings, person) == 0 ? holdings_best_role(holdings, person) : -1;
    for (int of = 0; of < holdings->model->n_roles; of++) {
        int have = rival_points(rivals, person, of);
        bool group_told = false;
        for (int i = first; i < first + n; i++) {
            bool same = holdings->model->roles[all->items[i].role].group == holdings->model->roles[of].group;
            group_told |= same && all->items[i].points >= have;
        }
        if (have <= 0 || of == told || holdings_has(holdings, person, of) || !is_one(holdings, person, of)) continue;
        cr_expect(group_told || (n == ALTERNATIVES_MOST && all->items[first + n - 1].points >= have),
                  "seed %u: person %d, role %d", seed, person, of);
    }
    for (int i = first; i < first + n; i++) {
        cr_expect(is_one(holdings, person, all->items[i].role) && !holdings_has(holdings, person, all->items[i].role));
        cr_expect_eq(all->items[i].points, rival_points(rivals, person, all->items[i].role));
        cr_expect_not_null(strstr(all->items[i].why, "."));
    }
}

Test(alternatives, of_random_schools_none_better_is_left_out)
{
    static const SolveOptions plain = {.method = "compact", .threads = 1, .gap_points = 1};
    for (unsigned seed = 0; seed < 300; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        const Model *model = tiny_school(arena, seed);
        Messages *messages = messages_create(arena);
        ScoreTable scores;
        Program program;
        SolveOutcome outcome;
        Holdings holdings;
        Rivals rivals;
        Alternatives all;
        cr_assert_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
        cr_assert_eq(program_make(&program, model, &scores, arena, messages, &err), CADRE_OK);
        if (messages_errors(messages) || solve_run(&outcome, &program, &plain, arena, messages, &err) != CADRE_OK) continue;
        cr_assert_eq(holdings_make(&holdings, model, &scores, &outcome.solution, arena, &err), CADRE_OK);
        cr_assert_eq(rivals_make(&rivals, &holdings, &outcome, arena, &err), CADRE_OK);
        cr_assert_eq(alternatives_make(&all, &rivals, arena, &err), CADRE_OK);
        for (int person = 0; person < model->n_staff; person++) check(&rivals, &all, person, seed);
    }
}
