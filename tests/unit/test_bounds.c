/* What a proof stands on, held to what is tried out: pricing, bounds at any duals, cuts. */
#include <criterion/criterion.h>

#include "solve/bundle_near.h"
#include "solve/half_cuts.h"
#include "solve/solve.h"
#include "unit/tiny_school.h"

static Arena *arena;
static CadreError err;
static uint64_t state;

static void set_up(void)
{
    arena = arena_create(NULL);
    state = 88172645463325252;
}
static void tear_down(void) { arena_release(arena); }

TestSuite(bounds, .init = set_up, .fini = tear_down, .timeout = 60);

static int64_t draw(int64_t low, int64_t high)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return low + (int64_t)(state % (uint64_t)(high - low + 1));
}

/* A small school as a program, and its optimum. */
typedef struct Case {
    ScoreTable scores;
    Program program;
    PricingFacts facts;
    BundleMaster master;
    Step step;
    int64_t optimum;
} Case;

static Case *case_make(unsigned seed)
{
    Case *made = ARENA_NEW(arena, Case);
    const Model *model = small_school(arena, 20, 6, seed);
    SolveOptions options = {.method = "bundles", .threads = 1, .gap_points = 1};
    SolveOutcome outcome;
    made->step = (Step)STEP_INIT;
    cr_assert_eq(score_run(&made->scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&made->program, model, &made->scores, arena, messages_create(arena), &err), CADRE_OK);
    cr_assert_eq(solve_run(&outcome, &made->program, &options, arena, messages_create(arena), &err), CADRE_OK);
    cr_assert(outcome.proved);
    made->optimum = objective_value(outcome.parts);
    cr_assert_eq(pricing_facts_make(&made->facts, &made->program, arena, &err), CADRE_OK);
    cr_assert_eq(master_make(&made->master, &made->program, &made->step, made->program.pair_value, NULL, arena, &err),
                 CADRE_OK);
    return made;
}

/* Any duals of the signs that their rows allow; now and then as large as prices. */
static void duals_draw(int64_t dual[], const Case *of)
{
    for (int rule = 0; rule < of->program.n_rules; rule++) {
        int64_t most = draw(0, 9) ? 1000 : 1000000;
        dual[rule] = linear_dual_whole((double)draw(-most, most) / 3, LINEAR_SCALE, &of->master.linear.rows.items[rule]);
    }
}

typedef struct Greatest {
    int64_t worth;
    int n;
} Greatest;

static bool take(void *data, const BundleFound *bundle)
{
    Greatest *greatest = data;
    if (greatest->n++ == 0 || bundle->worth > greatest->worth) greatest->worth = bundle->worth;
    return true;
}

Test(bounds, best_bundle_is_the_greatest_of_all)
{
    int n_found = 0;
    for (unsigned seed = 1; seed <= 10; seed++) {
        Case *of = case_make(seed);
        int64_t *reduced = ARENA_ARRAY(arena, int64_t, of->program.n_pairs);
        PricingSearch *search = pricing_search_create(&of->facts, 0, arena);
        for (int trial = 0; trial < 20; trial++) {
            for (int64_t pair = 0; pair < of->program.n_pairs; pair++) /* whole points: ties are frequent */
                reduced[pair] = draw(-4, 12) * 100 * LINEAR_SCALE;
            PricingPrices prices = {reduced, NULL, trial % 2 == 0};
            for (int rank = 0; rank < of->program.n_people; rank++) {
                Greatest greatest = {0};
                BundleFound best;
                int64_t nodes = 0;
                bool cut = false, any = pricing_best(&best, search, &prices, rank, INT64_MAX, &nodes, &cut);
                int64_t worth = best.worth;
                cr_assert(pricing_enumerate(search, &prices, rank, 1, INT64_MAX, take, &greatest));
                cr_assert_eq(any, greatest.n > 0, "seed %u", seed);
                if (any) cr_assert_eq(worth, greatest.worth, "seed %u", seed);
                n_found += any;
            }
        }
    }
    cr_assert(n_found > 1000);
}

/* People to whom many roles are open, of all hours, and worth as much as they take of them: many searches need a table. Of
 * three groups two may overlap with the third and not with each other, so that cliques clash. */
static Case *wide_case(unsigned seed)
{
    Case *made = ARENA_NEW(arena, Case);
    Model *model = small_school(arena, 6, 36, seed);
    made->step = (Step)STEP_INIT;
    for (int person = 0; person < model->n_staff; person++) {
        Person *at = &model->staff[person];
        at->hours = (int)draw(2, 7) * 50 + (int)draw(0, 1) * 7;
        at->max_groups = seed % 4 == 0 ? 30 : (int)draw(2, 5);
        at->max_leads = (int)draw(0, 3);
        if (seed % 8 == 1) at->hours = (int)draw(0, 1) * 2000000000;
    }
    for (int group = 0; group < model->n_groups; group++) {
        Group *at = &model->groups[group];
        at->hours = (int)draw(seed % 8 == 1 ? 0 : 1, 4) * (seed % 3 ? 25 : 13);
        for (int role = at->first_role; role < at->first_role + at->n_roles; role++) {
            model->roles[role].hours = (int)draw(0, 3) * 25;
            model->roles[role].leads = draw(0, 2) == 0;
        }
    }
    for (int slot = 0; slot < model->n_slots; slot++) {
        int start = 60 * (int)draw(0, 9);
        model->slots[slot].day = (int)draw(0, 3);
        model->slots[slot].start = start;
        model->slots[slot].end = start + 90;
    }
    cr_assert_eq(score_run(&made->scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&made->program, model, &made->scores, arena, messages_create(arena), &err), CADRE_OK);
    cr_assert_eq(pricing_facts_make(&made->facts, &made->program, arena, &err), CADRE_OK);
    return made;
}

/* A must pin of a role that is open to the first person. */
static void must_add(Case *of)
{
    Model *model = ARENA_NEW(arena, Model);
    Program *program = &of->program;
    *model = *program->model;
    model->pins = ARENA_ARRAY(arena, Pin, 1);
    model->pin_roles = ARENA_ARRAY(arena, int, 1);
    program->musts = ARENA_ARRAY(arena, int, 1);
    program->first_must = ARENA_ARRAY(arena, int, model->n_staff + 1);
    model->pins[0] = (Pin){.person = program->person[0], .rule = PIN_MUST, .n_roles = 1};
    model->pin_roles[0] = program->pair_role[draw(program->first_pair[0], program->first_pair[1] - 1)];
    for (int person = program->person[0]; person < model->n_staff; person++) program->first_must[person + 1] = 1;
    program->model = model;
}

Test(bounds, a_table_changes_no_best_bundle)
{
    int64_t n_tables = 0, n_must = 0;
    for (unsigned seed = 1; seed <= 32; seed++) {
        Case *of = wide_case(seed);
        int64_t *reduced = ARENA_ARRAY(arena, int64_t, of->program.n_pairs);
        bool *barred = ARENA_ARRAY(arena, bool, of->program.n_pairs);
        if (seed % 2) must_add(of);
        PricingSearch *search = pricing_search_create(&of->facts, 0, arena);
        for (int trial = 0; trial < 6; trial++) {
            for (int64_t pair = 0; pair < of->program.n_pairs; pair++) {
                int32_t hours = of->facts.hours[pair];
                reduced[pair] = (hours * draw(2, 3) + draw(trial == 5 ? -900 : 0, trial % 2 ? 400 : 40)) * LINEAR_SCALE;
                barred[pair] = trial % 3 == 0 && draw(0, 3) == 0;
            }
            PricingPrices prices = {reduced, barred, trial != 1};
            for (int rank = 0; rank < of->program.n_people; rank++) {
                Greatest greatest = {0};
                BundleFound best;
                int64_t nodes = 0, worth;
                bool must = seed % 2 && rank == 0, cut = false;
                bool any = pricing_best(&best, search, &prices, rank, INT64_MAX, &nodes, &cut);
                worth = best.worth;
                if (!pricing_enumerate(search, &prices, rank, must ? INT64_MIN / 2 : 1, 1000000, take, &greatest)) continue;
                cr_assert(!cut && any == (greatest.n > 0), "seed %u", seed);
                if (any) cr_assert_eq(worth, greatest.worth, "seed %u trial %d rank %d", seed, trial, rank);
                n_must += must && any;
            }
        }
        n_tables += pricing_tables(search);
    }
    cr_assert(n_tables > 80 && n_must > 20, "%lld tables, %lld musts", (long long)n_tables, (long long)n_must);
}

Test(bounds, a_search_gives_up_when_it_is_late)
{
    Case *of = wide_case(4);
    int64_t *reduced = ARENA_ARRAY(arena, int64_t, of->program.n_pairs);
    for (int64_t pair = 0; pair < of->program.n_pairs; pair++) reduced[pair] = 100 * LINEAR_SCALE;
    PricingSearch *search = pricing_search_create(&of->facts, 1e-9, arena);
    PricingPrices prices = {reduced, NULL, false};
    Greatest greatest = {0};
    for (int rank = 0; rank < of->program.n_people; rank++) /* 30 roles of 72: without a limit this would take for ever */
        if (of->program.model->staff[of->program.person[rank]].hours > 200)
            cr_assert(!pricing_enumerate(search, &prices, rank, 1, INT64_MAX, take, &greatest));
}

Test(bounds, any_duals_bound_the_optimum)
{
    for (unsigned seed = 1; seed <= 10; seed++) {
        Case *of = case_make(seed);
        BundlePrices prices;
        cr_assert_eq(bundle_prices_make(&prices, &of->master, &of->facts, (PricingLimits){1, INT64_MAX, 0}, arena, &err),
                     CADRE_OK);
        for (int trial = 0; trial < 50; trial++) {
            duals_draw(prices.duals.rule, of);
            bundle_prices_run(&prices);
            cr_assert(scaled_floor(bundle_prices_bound(&prices), LINEAR_SCALE) >= of->optimum, "seed %u", seed);
        }
    }
}

/* The same over the bundles near a bound, which hold every solution worth at least `least`. */
Test(bounds, any_duals_bound_the_program_near)
{
    int n_near_all = 0;
    for (unsigned seed = 1; seed <= 10; seed++) {
        Case *of = case_make(seed);
        Engine *engine;
        BundleBound bound;
        NearProgram near;
        RoundLimits limits = {1000, INT64_MAX, 1000000, 0, 1};
        bool whole;
        int n_near;
        cr_assert_eq(engine_open(&engine, &of->master.linear, arena, &err), CADRE_OK);
        RoundGoal goal = {true, of->optimum, INT64_MIN};
        cr_assert_eq(bundle_rounds_run(&bound, &of->master, engine, &of->facts, goal, &limits, arena, &err), CADRE_OK);
        engine_close(engine);
        BundlePrices prices;
        cr_assert_eq(bundle_prices_make(&prices, &of->master, &of->facts, (PricingLimits){1, INT64_MAX, 0}, arena, &err),
                     CADRE_OK);
        prices.duals = bound.duals;
        bundle_prices_run(&prices);
        cr_assert(bundle_prices_bound(&prices) == bound.bound);
        cr_assert_eq(bundle_narrow(&of->master, &whole, &n_near, &prices, bound.bound, of->optimum, &limits, arena, &err),
                     CADRE_OK);
        cr_assert(whole);
        cr_assert_eq(near_make(&near, &of->master, NULL, arena, &err), CADRE_OK);
        int64_t *dual = ARENA_ARRAY(arena, int64_t, near.linear.rows.n);
        Scaled *worth = ARENA_ARRAY(arena, Scaled, near.linear.columns.n), *best = ARENA_ARRAY(arena, Scaled, near.n_people);
        for (int trial = 0; trial < 50; trial++) {
            duals_draw(dual, of);
            for (int row = 0; row < near.n_rules; row++) dual[row] *= NEAR_SCALE / LINEAR_SCALE;
            near_worths(worth, &near, dual);
            cr_assert(scaled_floor(near_bound(best, &near, dual, worth), NEAR_SCALE) >= of->optimum, "seed %u", seed);
        }
        n_near_all += n_near;
    }
    engine_finish();
    cr_assert(n_near_all > 100);
}

enum { COLUMNS = 7, ROWS = 6 };

static void rows_draw(LinearProgram *linear)
{
    for (int row = 0; row < ROWS; row++) {
        int64_t sum = 0;
        for (int column = 0; column < COLUMNS; column++) {
            int64_t coefficient = draw(0, 1) ? draw(-2, 2) : 0;
            if (coefficient != 0) linear_entry(linear, row, column, coefficient);
            sum += coefficient * draw(0, linear->columns.items[column].high); /* so that some whole point keeps it */
        }
        linear_row(linear, draw(0, 1) ? sum - draw(0, 1) : INT64_MIN, draw(0, 2) ? sum + draw(0, 1) : INT64_MAX);
    }
}

static bool row_kept(const LinearProgram *linear, int row, const int64_t point[])
{
    int64_t sum = 0;
    for (int k = 0; k < linear->entries.n; k++)
        if (linear->entries.items[k].row == row)
            sum += linear->entries.items[k].coefficient * point[linear->entries.items[k].column];
    return sum >= linear->rows.items[row].low && sum <= linear->rows.items[row].high;
}

/* Every whole point that keeps the rows keeps the cuts; the point they were made for keeps none of them. */
static void check_cuts(const LinearProgram *linear, const double value[], int n_cuts)
{
    int64_t point[COLUMNS] = {0};
    for (int at = 0; at < COLUMNS;) {
        bool kept = true;
        for (int row = 0; row < ROWS; row++) kept = kept && row_kept(linear, row, point);
        for (int row = ROWS; kept && row < ROWS + n_cuts; row++) cr_assert(row_kept(linear, row, point));
        for (at = 0; at < COLUMNS && ++point[at] > linear->columns.items[at].high; at++) point[at] = 0;
    }
    for (int row = ROWS; row < ROWS + n_cuts; row++) {
        double sum = 0;
        for (int k = 0; k < linear->entries.n; k++)
            if (linear->entries.items[k].row == row)
                sum += (double)linear->entries.items[k].coefficient * value[linear->entries.items[k].column];
        cr_assert(sum > (double)linear->rows.items[row].high + 1e-6);
    }
}

Test(bounds, cuts_keep_every_whole_point)
{
    int n_all = 0;
    for (int trial = 0; trial < 3000; trial++) {
        Arena *scratch = arena_create(arena);
        NearProgram near = {.linear = {.arena = scratch}};
        int64_t high[COLUMNS];
        double value[COLUMNS];
        int n_cuts;
        for (int column = 0; column < COLUMNS; column++) {
            high[column] = draw(0, 3) ? 1 : draw(0, 2);
            value[column] = (double)high[column] * (double)draw(0, 4) / 4;
            linear_column(&near.linear, 0, 0, high[column]);
        }
        rows_draw(&near.linear);
        cr_assert_eq(half_cuts_add(&n_cuts, &near, value, high, 50, scratch, &err), CADRE_OK);
        check_cuts(&near.linear, value, n_cuts);
        n_all += n_cuts;
        arena_release(scratch);
    }
    cr_assert(n_all > 300, "%d cuts", n_all);
}
