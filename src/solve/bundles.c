#include "solve/bundles.h"

#include <string.h>

#include "solve/branch.h"
#include "solve/bundle_dive.h"
#include "solve/bundle_near.h"
#include "solve/clock.h"
#include "solve/compact.h"
#include "solve/person_bound.h"

enum {
    ROUNDS_MOST = 2000,
    SEARCH_NODES_MOST = 20000000, /* of one person's pricing */
    BUNDLES_MOST = 200000,        /* of one enumeration */
    TRY_WORK = 400000,            /* nodes * bundles of a search that need not end: a second or so */
    WORK_MORE = 16,               /* times more for the next */
    NEAR_WORK = 200000000,        /* and of the last: a minute or two */
    WORK_LEAST = 1000,            /* bundles that a node is counted for at the least */
    FLIPS_A_PAIR = 16,            /* of the greedy search for a start */
    FLIPS_MOST = 30000000,        /* and where the proof was not found */
    STARTERS = 3,                 /* people per seat whose single roles start the master */
    COMPACT_SMALL = 20000,        /* coefficients of one that is always worth a try */
    COMPACT_MOST = 300000,        /* coefficients of a text-book program to fall back on */
    FIRST_ROOM = 8,               /* points below the bound that the first enumeration reaches */
    ROOM_MOST = 1000000000,       /* and the last, where no solution is known */
};

static const SolveCaps built_in = {ROUNDS_MOST, SEARCH_NODES_MOST, BUNDLES_MOST, NEAR_WORK, COMPACT_MOST};

static SolveCaps caps_of(const SolveOptions *options)
{
    SolveCaps caps = options->caps;
    return (SolveCaps){caps.rounds ? caps.rounds : built_in.rounds,
                       caps.search_nodes ? caps.search_nodes : built_in.search_nodes,
                       caps.bundles ? caps.bundles : built_in.bundles, caps.work ? caps.work : built_in.work,
                       caps.coefficients ? caps.coefficients : built_in.coefficients};
}

/* Where the rounds ended: [rows + columns] of the master as it was then; NULL: there was no relaxation. */
typedef struct MasterBasis {
    unsigned char *status;
    int n_columns;
} MasterBasis;

/* What the steps of a run share. */
typedef struct BundlesState BundlesState;
struct BundlesState {
    PricingFacts facts;
    Arena *last_arena; /* of last */
    BundleBound last;  /* of the last total step, and where it ended */
    BundleMaster last_master;
    MasterBasis last_basis;
    bool has_last;
};

typedef struct BundlesStep {
    StepOutcome *out;
    SolveRun *run;
    const Step *step;
    BundlesState *state;
    EngineLimits limits;
    RoundLimits round_limits;
    SolveCaps caps;
    Arena *arena;
    int64_t *value; /* [n_pairs] */
    bool *barred;
    BundleMaster master;
    Engine *engine; /* holds the master of the rounds */
    SolveLimits limits_before;
    BundleBound bound;
    MasterBasis basis;
} BundlesStep;

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
        if (at->step->goal == GOAL_CHANGES) at->value[pair] = -(int64_t)program->pair_changed[pair];
    }
    return CADRE_OK;
}

/* ---- the first columns ---- */

static void add_solution(BundleMaster *master, const Program *program, const Solution *solution, int64_t *pairs)
{
    for (int first = 0, n; first < solution->n; first += n) {
        int person = solution->assignments[first].person;
        for (n = 0; first + n < solution->n && solution->assignments[first + n].person == person; n++) {
            int64_t pair = program_find_pair(program, person, solution->assignments[first + n].role), at = n;
            for (; at > 0 && pairs[at - 1] > pair; at--) pairs[at] = pairs[at - 1];
            pairs[at] = pair;
        }
        master_add(master, program->person_rank[person], pairs, n);
    }
}

/* For each role the few people who earn most in it. */
static void add_singles(BundlesStep *at)
{
    const Program *program = at->run->program;
    const Model *model = program->model;
    for (int role = 0; role < model->n_roles; role++) {
        int wanted = model->roles[role].min > 0 ? STARTERS * model->roles[role].min : STARTERS;
        int64_t above = INT64_MAX;
        while (wanted > 0) { /* the next lower value and all who have it */
            int64_t best = -1;
            for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1]; i++) {
                int64_t value = program->pair_value[program->role_pairs[i]];
                if (value < above && value > best) best = value;
            }
            if (best < 0) break;
            for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1] && wanted > 0; i++) {
                int64_t pair = program->role_pairs[i];
                int person = program->pair_person[pair], in = program->pair_role[pair];
                if (program->pair_value[pair] != best || at->barred[pair] || !program_bundle_allowed(program, person, &in, 1))
                    continue;
                master_add(&at->master, program->person_rank[person], &pair, 1);
                wanted--;
            }
            above = best;
        }
    }
}

/* Who has a must pin needs a column from the start. */
static CadreStatus add_musts(BundlesStep *at, CadreError *err)
{
    const Program *program = at->run->program;
    int64_t *reduced = ARENA_ARRAY(at->arena, int64_t, program->n_pairs);
    int64_t *none = ARENA_ARRAY(at->arena, int64_t, program->n_rules);
    PricingSearch *search = pricing_search_create(&at->state->facts, at->arena);
    if (!reduced || !none || !search) return error_no_memory(err);
    pricing_reduce(reduced, program, at->value, none, at->run->options->threads);
    PricingPrices prices = {reduced, at->barred, at->master.load_counts};
    for (int rank = 0; rank < program->n_people; rank++) {
        int person = program->person[rank];
        BundleFound found;
        int64_t nodes = 0;
        bool cut = false;
        if (program->first_must[person] == program->first_must[person + 1]) continue;
        if (pricing_best(&found, search, &prices, rank, at->caps.search_nodes, &nodes, &cut))
            master_add(&at->master, rank, found.pairs, found.n_pairs);
    }
    return CADRE_OK;
}

/* ---- bounds ---- */

/* Nothing better than `bound`, or than what is known. */
static void lower_bound_to(BundlesStep *at, int64_t bound)
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
    lower_bound_to(at, bound);
    return CADRE_OK;
}

static CadreStatus note_rounds(BundlesStep *at, CadreError *err)
{
    SolveRun *run = at->run;
    run->work.rounds += at->bound.rounds;
    run->work.priced += at->bound.priced;
    if (at->step->goal == GOAL_TOTAL) run->work.binding = at->bound.binding;
    if (at->bound.cut_rounds || at->bound.cut_search) run->limits.rounds = true;
    if (at->bound.cut_time) run->limits.time = true;
    if (at->bound.known) TRY(bound_all(at, scaled_floor(at->bound.bound, LINEAR_SCALE), err));
    run_trace(run, "%s: %lld rounds, %d columns, %s; best %lld, bound %lld", step_goal_name(at->step),
              (long long)at->bound.rounds, at->master.columns.n, at->bound.converged ? "converged" : "cut short",
              (long long)at->out->value, (long long)at->out->bound);
    return CADRE_OK;
}

/* Done, or shown to have no solution: a step that asks for least cost wants one within cost_most. */
static bool is_done(const BundlesStep *at)
{
    StepOutcome *out = at->out;
    if (at->step->goal == GOAL_COST && at->step->cost_most != INT64_MAX && out->bound < -at->step->cost_most) return true;
    return step_is_done(out, &at->limits);
}

/* ---- integer solutions ---- */

static CadreStatus basis_take(MasterBasis *out, BundlesStep *at, CadreError *err)
{
    const LinearProgram *linear = &at->master.linear;
    TRY(engine_extend(at->engine, err));
    *out = (MasterBasis){ARENA_ARRAY(at->arena, unsigned char, linear->rows.n + linear->columns.n), linear->columns.n};
    return out->status ? engine_basis_get(out->status, at->engine, err) : error_no_memory(err);
}

/* The same with the columns that have come since, and with a row that holds the total where the step has one and the basis not.
 */
static CadreStatus basis_grow(unsigned char **out, const BundlesStep *at, const MasterBasis *basis, Arena *arena,
                              CadreError *err)
{
    const LinearProgram *linear = &at->master.linear;
    int n_above = at->master.total_row >= 0 ? at->master.total_row : at->master.first_convexity;
    int n_new = at->master.total_row >= 0, n_below = linear->rows.n - n_new - n_above + basis->n_columns;
    unsigned char *grown = *out = ARENA_ARRAY(arena, unsigned char, linear->rows.n + linear->columns.n);
    if (!grown) return error_no_memory(err);
    memset(grown, ENGINE_AT_LOW, (size_t)linear->rows.n + (size_t)linear->columns.n);
    memcpy(grown, basis->status, (size_t)n_above);
    if (n_new) grown[n_above] = ENGINE_BASIC;
    memcpy(grown + n_above + n_new, basis->status + n_above, (size_t)n_below);
    return CADRE_OK;
}

/* Search the bundles that the master has open for a solution of value `least` or more. work: nodes * bundles. */
static CadreStatus search_open(int64_t *near_bound, BundlesStep *at, int64_t least, int64_t work, const MasterBasis *from,
                               CadreError *err)
{
    NearProgram near;
    unsigned char *basis;
    CadreStatus status;
    Arena *scratch = arena_create(at->arena);
    if (!scratch) return error_no_memory(err);
    TRY_OR(done, basis_grow(&basis, at, from, scratch, err));
    TRY_OR(done, near_make(&near, &at->master, basis, scratch, err));
    BranchLimits limits = {at->limits.gap, at->limits.enough, least, 1 + work / (WORK_LEAST + near.linear.columns.n)};
    TRY_OR(done, branch_solve(at->out, near_bound, at->run, at->step, &near, &limits, scratch, err));
    if (*near_bound < least - 1) *near_bound = least - 1;
    run_trace(at->run, "%s: best %lld, bound %lld; %lld nodes so far", step_goal_name(at->step), (long long)at->out->value,
              (long long)*near_bound, (long long)at->run->work.nodes);
done:
    arena_release(scratch);
    return status;
}

/* Narrow the master down to all bundles that a solution of value `least` or more (of the step that made `bound`) can use;
 * *whole is false where they are too many to look. */
static CadreStatus narrow(bool *whole, BundlesStep *at, const BundleBound *bound, int64_t least, CadreError *err)
{
    int n_near;
    TRY(bundle_narrow(&at->master, whole, &n_near, bound, least, &at->state->facts, &at->round_limits, at->arena, err));
    if (!*whole && clock_past(at->round_limits.seconds_end)) at->run->limits.time = true;
    if (!*whole && !at->run->limits.time) at->run->limits.memory = true;
    if (!*whole) return CADRE_OK;
    at->run->work.enumerated += n_near;
    run_trace(at->run, "%s: %d bundles can be part of a solution of %lld or more", step_goal_name(at->step), n_near,
              (long long)least);
    return CADRE_OK;
}

static int64_t work_least(const BundlesStep *at) { return TRY_WORK < at->caps.work ? TRY_WORK : at->caps.work; }

/* Among the columns that the rounds have made. */
static CadreStatus search_master(BundlesStep *at, CadreError *err)
{
    int64_t none;
    SolveLimits before = at->run->limits;
    TRY(search_open(&none, at, INT64_MIN + 1, work_least(at), &at->basis, err));
    before.time = at->run->limits.time;
    at->run->limits = before; /* a limit on trying cuts no proof short */
    lower_bound_to(at, at->out->bound);
    return CADRE_OK;
}

/* The least value that is still of interest. */
static int64_t value_wanted(const BundlesStep *at) { return at->out->found ? at->out->value + 1 : at->out->bound - ROOM_MOST; }

static CadreStatus dive(BundlesStep *at, CadreError *err)
{
    TRY(bundle_dive(at->out, at->run, at->step, &at->master, at->engine, &at->state->facts, &at->round_limits, at->arena, err));
    lower_bound_to(at, at->out->bound);
    run_trace(at->run, "%s: a dive; best %lld, bound %lld", step_goal_name(at->step), (long long)at->out->value,
              (long long)at->out->bound);
    return CADRE_OK;
}

/* A little below the bound first, where bundles are few and the optimum likely. What could not be searched to its end is
 * searched again with more work, after a dive has shown how far down it may have to go; what holds nothing makes room for more.
 */
static CadreStatus prove(BundlesStep *at, CadreError *err)
{
    StepOutcome *out = at->out;
    SolveLimits before = at->run->limits;
    bool dived = false;
    for (int64_t room = FIRST_ROOM, work = work_least(at); !is_done(at);) {
        int64_t wanted = value_wanted(at), least = out->bound - 2 * room <= wanted ? wanted : out->bound - room, near_bound;
        bool whole;
        at->run->limits = before; /* a limit on trying cuts no proof short */
        TRY(narrow(&whole, at, &at->bound, least, err));
        if (!whole) return dived ? CADRE_OK : dive(at, err);
        TRY(search_open(&near_bound, at, least, work, &at->basis, err));
        bool searched = near_bound < least || (out->found && near_bound < out->value + at->limits.gap);
        lower_bound_to(at, near_bound);
        if (at->run->limits.time || (!out->found && least == wanted) || (!searched && work == at->caps.work)) return CADRE_OK;
        if (!dived && !is_done(at)) TRY(dive(at, err));
        if (searched) room *= 4;
        if (!searched || !dived) work = work * WORK_MORE < at->caps.work ? work * WORK_MORE : at->caps.work;
        dived = true;
    }
    at->run->limits = before;
    return CADRE_OK;
}

/* ---- the step ---- */

static CadreStatus generate(BundlesStep *at, CadreError *err)
{
    int64_t *pairs = ARENA_ARRAY(at->arena, int64_t, at->run->program->n_pairs);
    if (!pairs) return error_no_memory(err);
    TRY(master_make(&at->master, at->run->program, at->step, at->value, at->barred, at->arena, err));
    if (at->out->found) add_solution(&at->master, at->run->program, &at->out->solution, pairs);
    add_singles(at);
    TRY(add_musts(at, err));
    TRY(engine_open(&at->engine, &at->master.linear, at->arena, err));
    int64_t target = at->out->found ? at->out->value : at->out->bound;
    TRY(bundle_rounds_run(&at->bound, &at->master, at->engine, &at->state->facts, target, &at->round_limits, at->arena, err));
    TRY(note_rounds(at, err));
    return basis_take(&at->basis, at, err);
}

/* Keep the bound of a total step: the changes step looks among the bundles near it. */
static void keep_last(BundlesStep *at)
{
    BundlesState *state = at->state;
    if (at->step->goal != GOAL_TOTAL || !at->bound.known) return;
    arena_release(state->last_arena);
    state->last_arena = at->arena;
    state->last = at->bound;
    state->last_master = at->master;
    state->last_basis = at->basis;
    state->has_last = true;
    at->arena = NULL;
}

static CadreStatus best_step(BundlesStep *at, CadreError *err)
{
    TRY(generate(at, err));
    if (is_done(at) || !at->bound.converged || at->run->limits.time) return CADRE_OK;
    if (at->step->goal != GOAL_COST) return prove(at, err);
    return search_master(at, err); /* hardly a bundle costs shortages: near the bound lie nearly all of them */
}

/* The last step's columns, in their order. */
static void columns_carry(BundlesStep *at)
{
    const BundleMaster *last = &at->state->last_master;
    for (int i = 0; i < last->columns.n; i++) {
        const BundleColumn *column = &last->columns.items[i];
        master_add(&at->master, column->rank, column->pairs, column->n_pairs);
    }
}

/* The fewest changes at the value held: all solutions of that value lie within the bundles near the total step's bound. */
static CadreStatus fewest_changes_step(BundlesStep *at, CadreError *err)
{
    int64_t near_bound;
    bool whole;
    lower_bound_to(at, 0);
    if (is_done(at)) return CADRE_OK;
    TRY(master_make(&at->master, at->run->program, at->step, at->value, at->barred, at->arena, err));
    columns_carry(at);
    TRY(narrow(&whole, at, &at->state->last, at->step->total_least, err));
    if (!whole) return CADRE_OK;
    TRY(search_open(&near_bound, at, at->out->found ? at->out->value + 1 : INT64_MIN + 1, at->caps.work, &at->state->last_basis,
                    err));
    lower_bound_to(at, near_bound);
    return CADRE_OK;
}

/* What the bundles could not even look for the text-book program may find, where it is small; where it is very small, also what
 * they could not prove. */
static CadreStatus fall_back(BundlesStep *at, int64_t gap, int64_t enough, CadreError *err)
{
    StepOutcome *out = at->out, other;
    SolveRun *run = at->run;
    int64_t size = compact_size(run->program);
    bool searched = at->step->goal == GOAL_TOTAL ? at->bound.converged : at->step->goal == GOAL_CHANGES && at->state->has_last;
    if (size <= COMPACT_SMALL) searched = false;
    if (is_done(at) || searched || run->limits.time || size > at->caps.coefficients) return CADRE_OK;
    run->limits = at->limits_before; /* what the bundles could not do does not count where this can */
    TRY(compact_step(&other, run, at->step, out->found ? &out->solution : NULL, gap, enough, err));
    if (out->bound < other.bound) other.bound = out->bound;
    *out = other;
    return CADRE_OK;
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
    TRY_OR(done, step_start(out, run, step, start, FLIPS_A_PAIR * run->program->n_pairs, at.arena, err));
    TRY_OR(done, person_bound(&bound, run->program, step, at.arena, err));
    TRY_OR(done, bound_all(&at, bound, err));
    if (!changes && !is_done(&at)) TRY_OR(done, best_step(&at, err));
    if (changes && at.state->has_last) TRY_OR(done, fewest_changes_step(&at, err));
    TRY_OR(done, fall_back(&at, gap, enough, err));
    if (out->found && !is_done(&at)) {
        Solution found = out->solution;
        TRY_OR(done, step_start(out, run, step, &found, FLIPS_MOST, at.arena, err));
    }
    out->proved = out->found ? out->bound - out->value < gap : is_done(&at);
    const SolveLimits *limits = &run->limits;
    if (!out->proved && !limits->rounds && !limits->time && !limits->memory) run->limits.nodes = true; /* some node gave up */
    keep_last(&at);
done:
    engine_close(at.engine);
    arena_release(at.arena);
    return status;
}
