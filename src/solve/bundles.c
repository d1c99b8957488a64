#include "solve/bundles.h"

#include "solve/bundle_pool.h"
#include "solve/bundle_step.h"
#include "solve/compact.h"
#include "solve/exact.h"
#include "solve/person_bound.h"

enum {
    ROUNDS_MOST = 2000,
    SEARCH_NODES_MOST = 20000000, /* of one person's pricing */
    BUNDLES_MOST = 200000,        /* of one enumeration */
    NEAR_WORK = 200000000,        /* and of the last: a minute or two */
    FLIPS_A_PAIR = 16,            /* of the greedy search for a start */
    FLIPS_A_PAIR_NEAR = 3,        /* and where the start is nearly an optimum */
    FLIPS_MOST = 30000000,        /* and where the proof was not found */
    COMPACT_SMALL = 20000,        /* coefficients of one that is always worth a try */
    COMPACT_MOST = 300000,        /* coefficients of a text-book program to fall back on */
};

static const SolveCaps built_in = {ROUNDS_MOST, SEARCH_NODES_MOST, BUNDLES_MOST, NEAR_WORK, COMPACT_MOST, FLIPS_MOST};

static SolveCaps caps_of(const SolveOptions *options)
{
    SolveCaps caps = options->caps;
    return (SolveCaps){caps.rounds ? caps.rounds : built_in.rounds,
                       caps.search_nodes ? caps.search_nodes : built_in.search_nodes,
                       caps.bundles ? caps.bundles : built_in.bundles,
                       caps.work ? caps.work : built_in.work,
                       caps.coefficients ? caps.coefficients : built_in.coefficients,
                       caps.flips ? caps.flips : built_in.flips};
}

static CadreStatus state_get(BundlesState **out, SolveRun *run, CadreError *err)
{
    if (!run->bundles) {
        BundlesState *state = ARENA_NEW(run->arena, BundlesState);
        if (!state) return error_no_memory(err);
        TRY(pricing_facts_make(&state->facts, run->program, run->arena, err));
        run->bundles = state;
    }
    *out = run->bundles;
    return CADRE_OK;
}

static CadreStatus values_make(BundlesStep *at, CadreError *err)
{
    const Program *program = at->run->program;
    at->value = ARENA_ARRAY(at->arena, int64_t, program->n_pairs);
    at->barred = ARENA_ARRAY(at->arena, bool, program->n_pairs);
    if (!at->value || !at->barred) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        at->barred[pair] = step_bars(at->step, program, pair);
        if (at->step->goal == GOAL_TOTAL) at->value[pair] = program->pair_value[pair];
        if (at->step->goal == GOAL_CHANGES) at->value[pair] = -(int64_t)program->pair_moved[pair];
    }
    return CADRE_OK;
}

/* ---- bounds ---- */

void bundles_bound(BundlesStep *at, int64_t bound)
{
    StepOutcome *out = at->out;
    int64_t divisor = at->master.cost_divisor;
    if (at->step->goal == GOAL_COST && divisor > 1 && bound < 0 && bound > INT64_MIN + divisor)
        bound = -((-bound + divisor - 1) / divisor * divisor);
    if (bound < out->bound) out->bound = bound;
    if (out->found && out->bound < out->value) out->bound = out->value;
}

/* Nothing at all is better than `bound`: what is known neither, or the arithmetic is wrong. */
static CadreStatus bound_all(BundlesStep *at, int64_t bound, CadreError *err)
{
    const StepOutcome *out = at->out;
    if (out->found && bound < out->value)
        return error_set(err, CADRE_SOLVER, "a bound of %lld is below a solution of %lld; expected none", (long long)bound,
                         (long long)out->value);
    bundles_bound(at, bound);
    return CADRE_OK;
}

bool bundles_done(const BundlesStep *at)
{
    StepOutcome *out = at->out;
    if (at->step->goal == GOAL_COST && at->step->cost_most != INT64_MAX && out->bound < -at->step->cost_most) return true;
    return step_is_done(out, &at->limits);
}

/* ---- the step ---- */

static int64_t count_binding(const Program *program, const MasterDuals *duals)
{
    int64_t n = 0;
    for (int rule = 0; rule < program->n_rules; rule++) n += duals->rule[rule] != 0;
    return n;
}

static CadreStatus generate(BundlesStep *at, CadreError *err)
{
    TRY(master_make(&at->master, at->run->program, at->step, at->value, at->barred, at->arena, err));
    TRY(bundles_start(at, err));
    TRY(engine_open(&at->engine, &at->master.linear, at->arena, err));
    if (at->run->options->pool) TRY(bundle_pool_basis(at, err));
    at->slices = (Slices){.arena = at->arena};
    if (slices_add(&at->slices, -1, -1, 0, 0) < 0) return error_no_memory(err);
    TRY(bundles_evaluate(at, 0, true, err));
    const Slice *all = &at->slices.list.items[0];
    if (all->known) TRY(bound_all(at, all->bound, err));
    if (at->step->goal == GOAL_TOTAL && all->known) at->run->work.binding = count_binding(at->run->program, &all->duals);
    run_trace(at->run, "%s: %lld rounds, %d columns, %s; best %lld, bound %lld", step_goal_name(at->step),
              (long long)at->run->work.rounds, at->master.columns.n, at->converged ? "converged" : "cut short",
              (long long)at->out->value, (long long)at->out->bound);
    return CADRE_OK;
}

/* Keep where a total step ended: the changes step looks among the bundles near it. */
static void keep_last(BundlesStep *at)
{
    BundlesState *state = at->state;
    if (at->step->goal != GOAL_TOTAL || at->slices.list.n == 0) return;
    arena_release(state->last_arena);
    state->last_arena = at->arena;
    state->last_master = at->master;
    state->last_slices = at->slices;
    state->has_last = at->slices.list.items[0].known;
    at->arena = NULL;
}

static CadreStatus best_step(BundlesStep *at, CadreError *err)
{
    TRY(generate(at, err));
    if (at->run->options->pool_only || bundles_done(at) || !at->converged || at->run->limits.time) return CADRE_OK;
    if (at->step->goal != GOAL_COST) return bundles_prove(at, err);
    return bundles_search_master(at, err); /* hardly a bundle costs shortages: near the bound lie nearly all of them */
}

/* What the bundles could not even look for the text-book program may find, where it is small; where it is very small, also what
 * they could not prove. */
static CadreStatus fall_back(BundlesStep *at, int64_t gap, int64_t enough, CadreError *err)
{
    StepOutcome *out = at->out, other;
    SolveRun *run = at->run;
    int64_t size = compact_size(run->program);
    bool searched = at->step->goal == GOAL_TOTAL ? at->converged : at->step->goal == GOAL_CHANGES && at->state->has_last;
    if (size <= COMPACT_SMALL) searched = false;
    if (bundles_done(at) || searched || run->limits.time || size > at->caps.coefficients) return CADRE_OK;
    run->limits = at->limits_before; /* what the bundles could not do does not count where this can */
    TRY(compact_step(&other, run, at->step, out->found ? &out->solution : NULL, gap, enough, err));
    if (out->bound < other.bound) other.bound = out->bound;
    *out = other;
    return CADRE_OK;
}

/* Bundles at hand bring a good solution sooner than a search does; beside a neighbour's optimum there is none to look for. */
static int64_t flips_of(const SolveOptions *options)
{
    if (!options->pool) return FLIPS_A_PAIR;
    return options->near ? 0 : FLIPS_A_PAIR_NEAR;
}

CadreStatus bundles_step(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                         CadreError *err)
{
    *out = (StepOutcome){.bound = INT64_MAX};
    BundlesStep at = {.out = out, .run = run, .step = step, .limits_before = run->limits, .arena = arena_create(run->arena)};
    if (!at.arena) return error_no_memory(err);
    at.limits = (EngineLimits){.iterations = INT32_MAX, .gap = gap, .enough = enough};
    at.caps = caps_of(run->options);
    at.round_limits =
        (RoundLimits){at.caps.rounds, at.caps.search_nodes, at.caps.bundles, run->deadline_s, run->options->threads};
    bool changes = step->goal == GOAL_CHANGES;
    int64_t bound;
    CadreStatus status;
    run->work.steps++;
    TRY_OR(done, state_get(&at.state, run, err));
    TRY_OR(done, values_make(&at, err));
    int64_t flips = flips_of(run->options) * run->program->n_pairs;
    TRY_OR(done, step_start(out, run, step, start, flips, at.arena, err));
    TRY_OR(done, person_bound(&bound, run->program, step, at.arena, err));
    TRY_OR(done, bound_all(&at, bound, err));
    if (!changes && !bundles_done(&at)) TRY_OR(done, best_step(&at, err));
    if (changes) bundles_bound(&at, 0);
    if (changes && at.state->has_last && !bundles_done(&at)) TRY_OR(done, bundles_fewest_changes(&at, err));
    if (!run->options->pool_only) TRY_OR(done, fall_back(&at, gap, enough, err));
    if (out->found && !bundles_done(&at) && !run->options->pool_only) {
        Solution found = out->solution;
        TRY_OR(done, step_start(out, run, step, &found, at.caps.flips, at.arena, err));
    }
    out->proved = out->found ? out->bound - out->value < gap : bundles_done(&at);
    const SolveLimits *limits = &run->limits;
    if (!out->proved && !limits->rounds && !limits->time && !limits->memory) run->limits.nodes = true; /* some node gave up */
    if (run->options->keep && step->goal == GOAL_TOTAL) TRY_OR(done, bundle_pool_fill(run->options->keep, &at, err));
    keep_last(&at);
done:
    engine_close(at.engine);
    arena_release(at.arena);
    return status;
}
