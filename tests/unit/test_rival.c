/* What decided between a holder and a rival: the one exchange looked at locally must be worth what a whole evaluation says, and
 * each decision has its words. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/result.h"
#include "explain/rival.h"
#include "program/program.h"
#include "solve/solve.h"
#include "unit/model_builder.h"
#include "unit/tiny_school.h"

enum { TINY_SEEDS = 1500 };

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(rival, .init = open_arena, .fini = close_arena, .timeout = 600);

typedef struct Solved {
    const Model *model;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    Holdings holdings;
    Rivals rivals;
} Solved;

static void look(Solved *solved)
{
    cr_assert_eq(holdings_make(&solved->holdings, solved->model, &solved->scores, &solved->outcome.solution, arena, &err), 0);
    cr_assert_eq(rivals_make(&solved->rivals, &solved->holdings, &solved->outcome, arena, &err), CADRE_OK);
}

static bool solve(Solved *solved, const Model *model)
{
    static const SolveOptions plain = {.method = "compact", .threads = 1, .gap_points = 1};
    Messages *messages = messages_create(arena);
    *solved = (Solved){.model = model};
    cr_assert_eq(score_run(&solved->scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&solved->program, model, &solved->scores, arena, messages, &err), CADRE_OK);
    if (messages_errors(messages)) return false;
    if (solve_run(&solved->outcome, &solved->program, &plain, arena, messages, &err) != CADRE_OK) return false;
    look(solved);
    return true;
}

typedef struct Worth {
    bool feasible;
    int64_t objective, changes;
} Worth;

static Worth evaluate(const Solved *solved, Assignment *assignments, int n)
{
    Solution solution = {assignments, n};
    ObjectiveParts parts;
    Worth worth;
    solution_sort(&solution);
    cr_assert_eq(program_evaluate(&parts, &worth.feasible, NULL, NULL, &solved->program, &solution, arena, &err), CADRE_OK);
    worth.objective = objective_value(parts);
    worth.changes = program_changes(&solved->program, &solution);
    return worth;
}

/* With other[at] in the seat at[at]; where places are changed, the rival's seat goes to the holder. */
static Worth exchange(const Solved *solved, int at, int rival, int rival_role)
{
    int n = solved->outcome.solution.n;
    Assignment *changed = ARENA_ARRAY(arena, Assignment, n + 1);
    memcpy(changed, solved->outcome.solution.assignments, (size_t)n * sizeof *changed);
    int holder = changed[at].person;
    for (int i = 0; i < n; i++)
        if (changed[i].person == rival && changed[i].role == rival_role) changed[i].person = holder;
    changed[at].person = rival;
    return evaluate(solved, changed, n);
}

static bool absolute(Decision decision)
{
    return decision == DECIDED_LIMIT || decision == DECIDED_MUST || decision == DECIDED_APART || decision == DECIDED_TOGETHER ||
           decision == DECIDED_CHANGES;
}

static void check_exchange(const Solved *solved, unsigned seed, int at, int rival, int seen[])
{
    Assignment seat = solved->outcome.solution.assignments[at];
    Rivalry between = rivalry_find(&solved->rivals, seat.person, seat.role, rival);
    Worth now = evaluate(solved, solved->outcome.solution.assignments, solved->outcome.solution.n);
    seen[between.decision]++;
    if (between.decision == DECIDED_POINTS) return;
    if (between.obstacle == OBSTACLE_IN_GROUP) {
        Worth then = exchange(solved, at, rival, between.rival_role);
        bool even = then.feasible && then.objective == now.objective && then.changes <= now.changes;
        if (between.in_group == IN_GROUP_EVEN) cr_expect(even, "seed %u: %d and %d", seed, seat.person, rival);
        if (between.in_group <= IN_GROUP_LIMIT) cr_expect(!then.feasible, "seed %u: %d and %d", seed, seat.person, rival);
        return;
    }
    Worth then = exchange(solved, at, rival, -1);
    bool floored = solved->outcome.floor >= 0 && (between.decision == DECIDED_COVERAGE || between.decision == DECIDED_MIX);
    cr_expect_eq(then.feasible, !absolute(between.decision), "seed %u: %d and %d: %d", seed, seat.person, rival,
                 (int)between.decision);
    if (!then.feasible || floored) return;
    cr_expect_eq(then.objective - now.objective, between.gain, "seed %u: %d and %d", seed, seat.person, rival);
    cr_expect_eq(then.changes > now.changes, between.changes, "seed %u: %d and %d", seed, seat.person, rival);
    cr_expect_neq(between.decision, DECIDED_OPEN, "seed %u: the optimum is proved", seed);
}

Test(rival, exchange_is_worth_what_a_whole_evaluation_says)
{
    int seen[DECIDED_OPEN + 1] = {0};
    for (unsigned seed = 0; seed < TINY_SEEDS; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        Solved solved;
        if (!solve(&solved, tiny_school(arena, seed))) continue;
        for (int at = 0; at < solved.outcome.solution.n; at++)
            for (int rival = 0; rival < solved.model->n_staff; rival++) {
                int role = solved.outcome.solution.assignments[at].role;
                if (score_find(&solved.scores, rival, role) < 0 || holdings_has(&solved.holdings, rival, role)) continue;
                check_exchange(&solved, seed, at, rival, seen);
            }
    }
    for (int decision = DECIDED_POINTS; decision < DECIDED_OPEN; decision++)
        cr_expect_gt(seen[decision], 0, "decision %d is never met", decision);
}

Test(rival, rival_has_most_points_and_ties_go_by_key)
{
    for (unsigned seed = 0; seed < 200; seed++) {
        Solved solved;
        if (!solve(&solved, tiny_school(arena, seed))) continue;
        for (int role = 0; role < solved.model->n_roles; role++) {
            int best = -1;
            for (int person = 0; person < solved.model->n_staff; person++) {
                int points = rival_points(&solved.rivals, person, role);
                if (points < 0 || holdings_has(&solved.holdings, person, role)) continue;
                if (best < 0 || points > rival_points(&solved.rivals, best, role)) best = person;
            }
            cr_expect_eq(solved.rivals.rival[role], best, "seed %u, role %d", seed, role);
        }
    }
}

/* Ana leads group "A" in every test below; who else there is and what the plan says differs. */
static Model *school;
static int ana, bo, lead;

static void set_up(void)
{
    open_arena();
    school = builder_model(arena, 2);
    school->settings.weight_growth = 0;
    ana = builder_person(school, "Ana");
    bo = builder_person(school, "Bo");
}

TestSuite(rival_words, .init = set_up, .fini = close_arena);

static void levels(int of_ana, int of_bo)
{
    builder_level(school, ana, 0, of_ana, LEVEL_NONE);
    builder_level(school, bo, 0, of_bo, LEVEL_NONE);
}

static void group_with_lead(void)
{
    builder_group(school, "A");
    lead = builder_role(school, "lead", 1, 1, true);
    builder_target(school, 0, 4, 1);
}

/* Rows of a result that is not necessarily the best. */
static ResultRows result(const Assignment *assignments, int n)
{
    Solved solved = {.model = school};
    ResultRows rows;
    cr_assert_eq(score_run(&solved.scores, school, 1, arena, &err), CADRE_OK);
    solved.outcome = (SolveOutcome){.solution = {(Assignment *)assignments, n}, .floor = -1, .changes = -1};
    cr_assert_eq(result_rows_make(&rows, school, &solved.scores, &solved.outcome, NULL, 0, NULL, arena, &err), CADRE_OK);
    return rows;
}

/* The reason of Ana in the lead of A. */
static const char *reason(const Assignment *assignments, int n)
{
    ResultRows rows = result(assignments, n);
    for (int i = 0; i < rows.n_assignments; i++)
        if (rows.assignments[i].person == ana && rows.assignments[i].role == lead) return rows.assignments[i].reason;
    return "";
}

static const char *reason_alone(void) { return reason((Assignment[]){{ana, lead}}, 1); }

Test(rival_words, more_of_a_skill)
{
    levels(4, 2);
    group_with_lead();
    cr_assert_str_eq(reason_alone(), "Has s0 4 (4 wanted); ahead of Bo, who has s0 2.");
}

Test(rival_words, no_answer_is_not_level_0)
{
    levels(4, LEVEL_NONE);
    group_with_lead();
    cr_assert_str_eq(reason_alone(), "Has s0 4 (4 wanted); ahead of Bo, who gave no level in s0.");
}

Test(rival_words, a_star_is_not_ahead_by_what_nobody_asked)
{
    levels(5, 4);
    group_with_lead();
    cr_assert_str_eq(reason_alone(), "Has s0 5 (4 wanted); Bo (also 1000 points) would do as well: it was decided by lot.");
}

Test(rival_words, who_answered_when_the_rival_did_not)
{
    levels(4, 4);
    school->staff[bo].answered = false;
    group_with_lead();
    cr_assert_str_eq(reason_alone(), "Has s0 4 (4 wanted); Bo (also 1000 points) has not answered a survey.");
}

Test(rival_words, leads_elsewhere)
{
    levels(3, 4);
    group_with_lead();
    builder_group(school, "B");
    int other = builder_role(school, "lead", 1, 1, true);
    cr_assert_str_eq(reason((Assignment[]){{ana, lead}, {bo, other}}, 2),
                     "Has s0 3 (4 wanted); Bo (1000 points) leads B instead.");
    school->staff[bo].max_leads = 0;
    cr_assert_str_eq(reason_alone(), "Has s0 3 (4 wanted); Bo (1000 points) is to lead no group.");
}

Test(rival_words, loads)
{
    levels(4, 4);
    group_with_lead();
    builder_group(school, "B");
    int other = builder_role(school, "member", 0, 2, false);
    cr_assert_str_eq(reason((Assignment[]){{ana, lead}, {bo, other}}, 2),
                     "Has s0 4 (4 wanted); Bo (also 1000 points) has 1 other role, Ana none.");
}

Test(rival_words, inside_the_group)
{
    levels(3, 4);
    group_with_lead();
    int member = builder_role(school, "member", 0, 2, false);
    builder_target(school, 0, 4, 1);
    const Assignment both[] = {{ana, lead}, {bo, member}};
    cr_assert_str_eq(
        reason(both, 2),
        "Has s0 3 (4 wanted); Bo (1000 points) serves here as member, a place that Ana would fill with 250 points fewer.");
    builder_pin(school, ana, PIN_NEVER, member);
    cr_assert_str_eq(reason(both, 2), "Has s0 3 (4 wanted); Bo (1000 points) serves here as member, which Ana may not hold.");
}

Test(rival_words, pins_and_pairs)
{
    levels(3, 4);
    group_with_lead();
    int cy = builder_person(school, "Cy");
    builder_level(school, cy, 0, 0, LEVEL_NONE);
    school->pairs[school->n_pairs++] = (Pair){bo, cy, 0, true, {"pairs.csv", 2, 0}};
    cr_assert_str_eq(reason_alone(), "Has s0 3 (4 wanted); Bo (1000 points) is to serve here only together with Cy.");
    builder_pin(school, ana, PIN_MUST, lead);
    cr_assert_str_eq(reason_alone(), "Has s0 3 (4 wanted); Bo (1000 points): the plan asks for Ana here.");
}

Test(rival_words, coverage_of_the_role_and_mix)
{
    levels(3, 4);
    builder_level(school, ana, 1, 5, LEVEL_NONE);
    group_with_lead();
    school->coverages[school->n_coverages++] = (Coverage){.role = -1, .skill = 1, .level = 4, .people = 1};
    cr_assert_str_eq(reason_alone(),
                     "Has s0 3 (4 wanted); Bo (1000 points) would leave the group with nobody who has s1 4 or more.");
    school->coverages[0].people = 0;
    int value = names_add(school->field_values[FIELD_POSITION], "Coach");
    school->mixes[school->n_mixes++] = (Mix){.field = FIELD_POSITION, .value = value, .max = NO_LIMIT, .min = 1};
    school->attributes[0] = (Attribute){FIELD_POSITION, value};
    school->n_attributes = school->staff[ana].n_attributes = 1;
    cr_assert_str_eq(reason_alone(),
                     "Has s0 3 (4 wanted); Bo (1000 points) would leave the group with nobody who has position Coach.");
}

Test(rival_words, what_was_not_found_is_said)
{
    levels(3, 4);
    group_with_lead();
    cr_assert_str_eq(
        reason_alone(),
        "Has s0 3 (4 wanted); Bo (1000 points) would be the better choice by 750: the search ended before it was found.");
}

Test(rival_words, two_of_one_name_are_told_apart)
{
    levels(4, 2);
    school->staff[bo].name = "Ana";
    group_with_lead();
    cr_assert_str_eq(reason_alone(), "Has s0 4 (4 wanted); ahead of Ana (Bo), who has s0 2.");
}

Test(rival_words, a_member_tells_of_somebody_free_with_more_points)
{
    levels(4, 4);
    group_with_lead();
    int member = builder_role(school, "member", 0, 1, false), cy = builder_person(school, "Cy");
    builder_target(school, 0, 4, 1);
    builder_level(school, cy, 0, 2, LEVEL_NONE);
    school->coverages[school->n_coverages++] = (Coverage){.role = -1, .skill = 0, .level = 2, .people = 2};
    const Assignment with_cy[] = {{ana, lead}, {cy, member}}, with_bo[] = {{ana, lead}, {bo, member}};
    ResultRows rows = result(with_cy, 2);
    cr_assert_str_eq(rows.assignments[1].reason, "Has s0 2 (4 wanted); Bo (1000 points) would be the better choice by 500: "
                                                 "the search ended before it was found.");
    rows = result(with_bo, 2);
    cr_assert_str_eq(rows.assignments[1].reason, "Has s0 4 (4 wanted); one of those asked for here with s0 2 or more.");
}

Test(rival_words, who_has_no_role_is_told_who_holds_it_and_with_what)
{
    levels(4, 2);
    group_with_lead();
    ResultRows rows = result((Assignment[]){{ana, lead}}, 1);
    cr_assert_str_eq(rows.people[bo].reason,
                     "Of all roles lead of A suits this person best, who has s0 2; Ana, who has s0 4, was chosen.");
    builder_level(school, bo, 0, 4, LEVEL_NONE);
    school->coverages[school->n_coverages++] = (Coverage){.role = -1, .skill = 1, .level = 4, .people = 1};
    builder_level(school, ana, 1, 4, LEVEL_NONE);
    rows = result((Assignment[]){{ana, lead}}, 1);
    cr_assert_str_eq(rows.people[bo].reason,
                     "Of all roles lead of A suits this person best (1000 points); Ana (1000 points) was "
                     "chosen, and exchanging the two would not make the whole better.");
    school->staff[bo].max_leads = 0;
    rows = result((Assignment[]){{ana, lead}}, 1);
    cr_assert_str_eq(rows.people[bo].reason,
                     "Of all roles lead of A suits this person best (1000 points), who is to lead no group.");
}

Test(rival_words, who_has_no_role_though_there_is_a_seat)
{
    levels(4, 4);
    builder_group(school, "A");
    lead = builder_role(school, "member", 0, 2, false);
    builder_target(school, 0, 4, 1);
    school->pairs[school->n_pairs++] = (Pair){ana, bo, 0, false, {"pairs.csv", 2, 0}};
    ResultRows rows = result((Assignment[]){{ana, lead}}, 1);
    cr_assert_str_eq(
        rows.people[bo].reason,
        "Of all roles member of A suits this person best (1000 points), who is to be kept apart from Ana, who serves here.");
    school->n_pairs = 0;
    rows = result((Assignment[]){{ana, lead}}, 1);
    cr_assert_str_eq(rows.people[bo].reason,
                     "Of all roles member of A suits this person best (1000 points), who was not chosen, "
                     "though it would add 1,200: the search ended before it was found.");
}
