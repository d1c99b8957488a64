/* What one program leaves to the next that is much like it: points of a part, bundles, answers. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "solve/bundle_pool.h"
#include "solve/pool_set.h"
#include "solve/solve.h"
#include "unit/model_builder.h"
#include "unit/tiny_school.h"

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(near, .init = open_arena, .fini = close_arena, .timeout = 300);

static Program program_of(const Model *model)
{
    Program program;
    ScoreTable *scores = ARENA_NEW(arena, ScoreTable);
    Messages *messages = messages_create(arena);
    cr_assert_eq(score_run(scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&program, model, scores, arena, messages, &err), CADRE_OK);
    return program;
}

static CadreStatus solve(SolveOutcome *out, const Program *program, SolveOptions options)
{
    options.method = "bundles";
    options.threads = 1;
    options.gap_points = 1;
    return solve_run(out, program, &options, arena, messages_create(arena), &err);
}

static int64_t work_of(const SolveOutcome *outcome)
{
    int64_t all = 0;
    for (int i = 0; i < outcome->n_work; i++) all += outcome->work[i].count;
    return all;
}

/* --- points --- */

static void check_same_scores(const ScoreTable *a, const ScoreTable *b, unsigned seed)
{
    cr_assert_eq(a->n_staff, b->n_staff, "seed %u", seed);
    cr_assert_eq(a->n_pairs, b->n_pairs, "seed %u", seed);
    for (int i = 0; i <= a->n_staff; i++) cr_assert_eq(a->first_pair[i], b->first_pair[i], "seed %u", seed);
    for (int64_t i = 0; i < a->n_pairs; i++) {
        cr_assert_eq(a->role[i], b->role[i], "seed %u", seed);
        cr_assert_eq(a->points[i], b->points[i], "seed %u", seed);
    }
}

Test(near, points_of_a_part_are_those_of_its_own_model)
{
    enum { SCHOOLS = 3, SEEDS = 200 };
    for (unsigned seed = 0; seed < SEEDS; seed++) {
        const Model *whole = tiny_district(arena, seed, SCHOOLS, -1);
        ScoreTable scores;
        cr_assert_eq(score_run(&scores, whole, 1, arena, &err), CADRE_OK);
        for (int school = 0, person = 0, role = 0; school < SCHOOLS; school++) {
            const Model *part = tiny_district(arena, seed, SCHOOLS, school);
            int *staff = ARENA_ARRAY(arena, int, part->n_staff), *roles = ARENA_ARRAY(arena, int, whole->n_roles);
            ScoreTable own, taken;
            for (int i = 0; i < part->n_staff; i++) staff[i] = person + i;
            for (int i = 0; i < whole->n_roles; i++) roles[i] = i >= role && i < role + part->n_roles ? i - role : -1;
            cr_assert_eq(score_run(&own, part, 1, arena, &err), CADRE_OK);
            cr_assert_eq(score_part(&taken, &scores, staff, part->n_staff, roles, arena, &err), CADRE_OK);
            check_same_scores(&own, &taken, seed);
            person += part->n_staff;
            role += part->n_roles;
        }
    }
}

/* A role that the part lacks leaves no gap, nor does a person. */
Test(near, points_of_a_part_leave_out_what_is_not_in_it)
{
    static const int64_t first_pair[] = {0, 2, 3, 5};
    static const int32_t role[] = {0, 2, 1, 1, 2};
    static const int16_t points[] = {10, 20, 30, 40, 50};
    const ScoreTable whole = {
        .n_staff = 3, .n_pairs = 5, .first_pair = (int64_t *)first_pair, .role = (int32_t *)role, .points = (int16_t *)points};
    static const int staff[] = {0, 2}, roles[] = {-1, 0, 1};
    ScoreTable part;
    cr_assert_eq(score_part(&part, &whole, staff, 2, roles, arena, &err), CADRE_OK);
    cr_expect_eq(part.n_staff, 2);
    cr_expect_eq(part.n_pairs, 3);
    cr_expect_eq(score_find(&part, 0, 0), -1);
    cr_expect_eq(part.points[score_find(&part, 0, 1)], 20);
    cr_expect_eq(part.points[score_find(&part, 1, 0)], 40);
    cr_expect_eq(part.points[score_find(&part, 1, 1)], 50);
}

/* --- bundles --- */

Test(near, a_copy_of_a_pool_does_what_the_pool_does_and_outlives_it)
{
    for (unsigned seed = 0; seed < 20; seed++) {
        Program program = program_of(small_school(arena, 12, 4, seed));
        Arena *passing = arena_create(NULL);
        BundlePool *pool = bundle_pool_create(passing), *copy = bundle_pool_create(arena);
        SolveOutcome first, from_pool, from_copy;
        cr_assert_eq(solve(&first, &program, (SolveOptions){.keep = pool}), CADRE_OK);
        if (bundle_pool_size(pool) == 0) {
            arena_release(passing);
            continue;
        }
        cr_assert_eq(solve(&from_pool, &program, (SolveOptions){.pool = pool}), CADRE_OK);
        cr_assert_eq(bundle_pool_copy(copy, pool, &err), CADRE_OK);
        cr_expect_eq(bundle_pool_size(copy), bundle_pool_size(pool));
        arena_release(passing);
        cr_assert_eq(solve(&from_copy, &program, (SolveOptions){.pool = copy}), CADRE_OK);
        cr_expect_eq(objective_value(from_copy.parts), objective_value(first.parts), "seed %u", seed);
        for (int i = 0; i < from_pool.n_work; i++)
            cr_expect_eq(from_copy.work[i].count, from_pool.work[i].count, "seed %u: %s", seed, from_pool.work[i].name);
    }
}

/* --- answers --- */

static const SolveOutcome *answer_for(const PoolSet *set, Model *model, Settings settings)
{
    model->settings = settings;
    return pool_set_answer(set, model);
}

/* A set that knows what the model came to with settings that leave room on both sides. */
static PoolSet *set_of(const Model *model, bool proved)
{
    PoolSet *set = pool_set_create(arena);
    BundlePool *pool;
    SolveOutcome outcome = {.proved = proved};
    cr_assert_eq(pool_set_room(set, 1, &err), CADRE_OK);
    cr_assert_eq(pool_set_open(&pool, set, 0, model, &err), CADRE_OK);
    cr_assert_eq(pool_set_answer_keep(set, 0, &outcome, &model->settings, &err), CADRE_OK);
    return set;
}

static Model *two_people(void)
{
    Model *model = builder_model(arena, 0);
    builder_person(model, "a");
    builder_person(model, "b");
    builder_group(model, "G");
    builder_role(model, "member", 1, 1, false);
    model->settings.max_changes = 4;
    return model;
}

Test(near, an_answer_is_known_where_settings_are_stricter_and_nowhere_else)
{
    Model *model = two_people();
    const Settings base = model->settings;
    const PoolSet *set = set_of(model, true);
    struct {
        int *setting, stricter; /* -1, 1: which way; 0: either is something else */
    } of[] = {
        {&model->settings.hours, -1},           {&model->settings.max_groups, -1},     {&model->settings.max_leads, -1},
        {&model->settings.max_changes, -1},     {&model->settings.extra_load, 1},      {&model->settings.short_must, 1},
        {&model->settings.short_role, 1},       {&model->settings.short_should, 1},    {&model->settings.everyone, 0},
        {&model->settings.weight_fit, 0},       {&model->settings.weight_interest, 0}, {&model->settings.weight_growth, 0},
        {&model->settings.weight_continuity, 0}};
    cr_expect(pool_set_answer(set, model));
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        for (int way = -1; way <= 1; way += 2) {
            model->settings = base;
            *of[i].setting += way;
            cr_expect_eq(pool_set_answer(set, model) != NULL, way == of[i].stricter, "setting %zu, %d", i, way);
        }
    Settings other = base;
    other.max_changes = NO_LIMIT;
    cr_expect_null(answer_for(set, model, other));
    other = base;
    other.fairness = FAIRNESS_FLOOR;
    cr_expect_null(answer_for(set, model, other));
    other = base;
    other.seed++;
    cr_expect_null(answer_for(set, model, other));
    other = base;
    other.closes = "2026-01-31";
    cr_expect_null(answer_for(set, model, other));
}

Test(near, no_answer_of_others_or_without_proof)
{
    Model *model = two_people();
    cr_expect_null(pool_set_answer(set_of(model, false), model));
    const PoolSet *set = set_of(model, true);
    model->staff[1].key = "c";
    cr_expect_null(pool_set_answer(set, model));
    model->staff[1].key = "b";
    model->roles[0].name = "chair";
    cr_expect_null(pool_set_answer(set, model));
    model->roles[0].name = "member";
    cr_expect(pool_set_answer(set, model));
}

/* Some of the ways in which settings are stricter. */
static void tighten(Model *model, unsigned seed)
{
    Settings *settings = &model->settings;
    if (seed & 1) settings->extra_load += 200;
    if (seed & 2) settings->short_role += 400;
    if (seed & 4) settings->short_should += 150;
    if (seed & 8) settings->hours = 200;
    if (seed & 16 && model->has_previous) settings->max_changes = settings->max_changes < 2 ? settings->max_changes : 2;
    for (int i = 0; i < model->n_staff; i++)
        if (model->staff[i].hours > settings->hours) model->staff[i].hours = settings->hours;
}

/* Whether it was taken. What counts is the fewest changes against the first's best, or against previous.csv. */
static bool check_taken(unsigned seed, bool without_previous)
{
    Model *loose = tiny_school(arena, seed), *strict = tiny_school(arena, seed);
    SolveOutcome first, cold, taken;
    PoolSet *pools = pool_set_create(arena);
    loose->settings.fairness = strict->settings.fairness = FAIRNESS_TOTAL;
    tighten(strict, seed);
    Program before = program_of(loose), program = program_of(strict);
    if (solve(&first, &before, (SolveOptions){.keep_pools = pools}) != CADRE_OK) return false;
    SolveOptions near = {.near = &first.solution, .near_without_previous = without_previous};
    if (solve(&cold, &program, near) != CADRE_OK) return false;
    near.pools = pools;
    near.pools_by_settings = true;
    cr_assert_eq(solve(&taken, &program, near), CADRE_OK, "seed %u: %s", seed, err.text);
    cr_expect_eq(objective_value(taken.parts), objective_value(cold.parts), "seed %u", seed);
    cr_expect_eq(taken.bound, cold.bound, "seed %u", seed);
    cr_expect(taken.proved, "seed %u", seed);
    cr_expect_eq(taken.changes, cold.changes, "seed %u", seed);
    return work_of(&taken) == 0 || (taken.n_work > 0 && strcmp(taken.work[taken.n_work - 1].name, "parts") == 0 &&
                                    work_of(&taken) == taken.work[taken.n_work - 1].count);
}

Test(near, answers_of_looser_programs_are_those_of_cold_solves)
{
    int n_taken = 0;
    for (unsigned seed = 0; seed < 1500; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        n_taken += check_taken(seed, true);
    }
    cr_expect_gt(n_taken, 100);
    cr_expect_lt(n_taken, 1400);
}

/* --- the fewest changes --- */

/* Two who are alike, one seat; `held` has it, `pinned` must have it (-1: nobody). */
static SolveOutcome one_seat(int held, int pinned)
{
    Model *model = two_people();
    SolveOutcome outcome;
    model->has_previous = true;
    model->settings.max_changes = NO_LIMIT;
    model->settings.weight_continuity = 0;
    if (held >= 0) builder_previous(model, held, 0);
    if (pinned >= 0) builder_pin(model, pinned, PIN_MUST, 0);
    Program program = program_of(model);
    cr_assert_eq(solve(&outcome, &program, (SolveOptions){.keep = NULL}), CADRE_OK);
    cr_expect(outcome.proved);
    cr_expect_eq(outcome.solution.n, 1);
    return outcome;
}

Test(near, the_fewest_changes_are_as_many_as_they_must_be)
{
    for (int held = 0; held < 2; held++) {
        SolveOutcome stays = one_seat(held, -1);
        cr_expect_eq(stays.changes, 0);
        cr_expect_eq(stays.solution.assignments[0].person, held);
        cr_expect_eq(one_seat(held, held).changes, 0);
        cr_expect_eq(one_seat(held, 1 - held).changes, 1);
    }
    cr_expect_eq(one_seat(-1, -1).changes, 1);
    cr_expect_eq(one_seat(-1, 0).changes, 1);
}

/* Whatever request for memory fails, it ends with that word: an answer is taken, its pool copied. */
Test(near, every_allocation_may_fail)
{
    Model *model = small_school(arena, 12, 4, 3);
    Program program = program_of(model);
    PoolSet *pools = pool_set_create(arena);
    SolveOutcome first, taken;
    cr_assert_eq(solve(&first, &program, (SolveOptions){.keep_pools = pools}), CADRE_OK);
    for (long n = 0;; n++) {
        Arena *kept = arena;
        arena = arena_create(NULL);
        PoolSet *own = pool_set_create(arena);
        Messages *messages = messages_create(arena);
        SolveOptions options = {.method = "bundles",
                                .threads = 1,
                                .gap_points = 1,
                                .near = &first.solution,
                                .pools = pools,
                                .keep_pools = own,
                                .pools_by_settings = true};
        memory_fail_after(n);
        CadreStatus status = solve_run(&taken, &program, &options, arena, messages, &err);
        memory_fail_after(-1);
        int64_t work = status == CADRE_OK ? work_of(&taken) : 0;
        arena_release(arena);
        arena = kept;
        cr_assert_lt(n, 10000);
        if (status != CADRE_OK) cr_assert_eq(status, CADRE_NO_MEMORY, "request %ld: %s", n, err.text);
        if (status != CADRE_OK) continue;
        cr_expect_eq(work, 0);
        break;
    }
}
