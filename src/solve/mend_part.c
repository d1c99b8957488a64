#include "solve/mend_part.h"

#include "solve/clock.h"
#include "solve/steps.h"
#include "solve/what_if_start.h"

/* A best one, where moves count or not, in the part's indices. */
typedef struct Best {
    MendValue value;
    int64_t moves;
} Best;

typedef struct Mending {
    MendPart *out;
    PartProgram *of;
    SolveOptions options;
    Solution held;               /* what fits of the result */
    int64_t worth, priced_bound; /* nothing has more, each of its moves counting `worth`; INT64_MAX: not known */
    double deadline_s;
    Arena *keeper;
} Mending;

/* Solve; *found is false where the rules cannot be kept, and `bound` then less than any value. */
static CadreStatus ask(MendValue *value, SolveOutcome *outcome, Mending *mending, const Program *program, Arena *arena,
                       CadreError *err)
{
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    mending->options.time_limit_s = clock_left(mending->deadline_s);
    CadreStatus status = steps_run(outcome, program, &mending->options, arena, messages, err);
    *value = (MendValue){.bound = INT64_MIN};
    if (status == CADRE_INPUT) return CADRE_OK;
    if (status != CADRE_OK) return status;
    outcome_add_limits(&mending->out->best.limits, outcome->limits);
    bool found = !outcome->none_found;
    *value = (MendValue){found, objective_value(outcome->parts), found ? outcome->bound : INT64_MAX, outcome->solution};
    return CADRE_OK;
}

/* A value's solution in the whole's indices. */
static CadreStatus value_keep(MendValue *out, const Mending *mending, const MendValue *value, CadreError *err)
{
    *out = *value;
    return value->found ? part_solution_keep(&out->solution, &mending->of->part, mending->keeper, err) : CADRE_OK;
}

/* What the plan allows of the result's assignments, with few moves more: a guess. */
static CadreStatus held_fit(Solution *out, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    int n = model->mends ? model->n_held : model->n_previous;
    Solution held = {ARENA_ARRAY(arena, Assignment, n), 0};
    if (!held.assignments) return error_no_memory(err);
    for (int i = 0; i < n; i++)
        if (rows[i].role >= 0) held.assignments[held.n++] = (Assignment){rows[i].person, rows[i].role};
    return what_if_start(out, program, &held, arena, err);
}

/* The program in which each move counts `worth` points. */
static CadreStatus priced_make(Program *out, const Program *program, int64_t worth, Arena *arena, CadreError *err)
{
    *out = *program;
    out->pair_value = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    if (!out->pair_value) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        out->pair_value[pair] = program->pair_value[pair] - (program->pair_changed[pair] ? worth : 0);
    return CADRE_OK;
}

static CadreStatus best_find(Best *whole, Mending *mending, BundlePool *pool, Arena *arena, CadreError *err)
{
    SolveOutcome best;
    SolveLimits *limits = &mending->out->best.limits, met;
    TRY(held_fit(&mending->held, &mending->of->program, arena, err));
    mending->options.start = &mending->held;
    mending->options.keep = pool;
    TRY(ask(&whole->value, &best, mending, &mending->of->program, arena, err));
    if (!whole->value.found) return error_set(err, CADRE_SOLVER, "no solution was found within the limits");
    met = *limits;
    mending->out->best = best;
    *limits = met;
    whole->moves = program_changes(&mending->of->program, &best.solution);
    mending->options.keep = NULL;
    return CADRE_OK;
}

/* The best where each move counts. Where there is no time to find any it is the best of all. */
static CadreStatus priced_find(Best *priced, const Best *whole, Mending *mending, Arena *arena, CadreError *err)
{
    Program program;
    SolveOutcome outcome;
    MendValue value;
    ObjectiveParts parts;
    bool feasible;
    mending->options.may_find_none = true;
    mending->priced_bound = INT64_MAX;
    *priced = *whole;
    if (clock_past(mending->deadline_s)) return CADRE_OK;
    TRY(priced_make(&program, &mending->of->program, mending->worth, arena, err));
    TRY(ask(&value, &outcome, mending, &program, arena, err));
    mending->priced_bound = value.bound;
    if (!value.found) return CADRE_OK;
    TRY(program_evaluate(&parts, &feasible, NULL, NULL, &mending->of->program, &value.solution, arena, err));
    if (!feasible) return error_set(err, CADRE_SOLVER, "the solver's solution does not hold what it says of it");
    value.value = objective_value(parts);
    *priced = (Best){value, program_changes(&mending->of->program, &value.solution)};
    return CADRE_OK;
}

/* No F is above the best's, nor above the priced bound and what the moves are worth. */
static int64_t bound_at(const Mending *mending, int64_t whole_bound, int64_t moves)
{
    if (mending->priced_bound == INT64_MAX) return whole_bound;
    int64_t priced = mending->priced_bound + mending->worth * moves;
    return priced < whole_bound ? priced : whole_bound;
}

/* Whether a is better than b where each move counts so much; of two as good the one with fewer moves. */
static bool better(const Best *a, const Best *b, int64_t worth)
{
    int64_t more = a->value.value - b->value.value, more_moves = a->moves - b->moves;
    return more != worth * more_moves ? more > worth * more_moves : more_moves < 0;
}

/* Short of a proof each of the two may do better at what the other was looked for. So the priced one never has more moves than
 * the best, nor a greater value; with as many moves it is the same. */
static void bests_settle(Best *whole, Best *priced, const Mending *mending)
{
    Best a = *whole, b = *priced;
    int64_t bound = whole->value.bound;
    *whole = better(&b, &a, 0) ? b : a;
    *priced = better(&a, &b, mending->worth) ? a : b;
    if (priced->moves == whole->moves) *priced = *whole;
    whole->value.bound = bound;
    priced->value.bound = bound_at(mending, bound, priced->moves);
}

/* F(moves), from what F(moves - 1) left behind. */
static CadreStatus value_find(MendValue *value, Mending *mending, int moves, int64_t bound, Arena *arena, CadreError *err)
{
    Model *model = ARENA_NEW(arena, Model);
    Messages *messages = messages_create(arena);
    Program program;
    SolveOutcome outcome;
    if (!model || !messages) return error_no_memory(err);
    *model = mending->of->part.model;
    model->settings.max_changes = moves;
    TRY(program_make(&program, model, &mending->of->scores, arena, messages, err));
    if (messages_errors(messages) > 0) {
        *value = (MendValue){.bound = INT64_MIN};
        return CADRE_OK;
    }
    TRY(ask(value, &outcome, mending, &program, arena, err));
    if (value->bound > bound) value->bound = bound;
    return CADRE_OK;
}

typedef struct Walk {
    Arena *arena, *before, *pool_arena; /* of the present number of moves, the one before, and the one that left the pool */
    const BundlePool *pool;
    MendValue at;
} Walk;

static void pool_take(Walk *walk, const BundlePool *pool)
{
    if (walk->pool_arena && walk->pool_arena != walk->before) arena_release(walk->pool_arena);
    walk->pool_arena = walk->arena;
    walk->pool = pool;
}

/* No time is left: what is known holds for one move more. priced: where it has just so many moves, or NULL. */
static CadreStatus walk_idly(Walk *walk, Mending *mending, const MendValue *priced, int moves, int64_t bound, CadreError *err)
{
    MendValue *values = mending->out->values;
    mending->out->best.limits.time = true;
    if (priced && (!walk->at.found || priced->value > walk->at.value)) {
        walk->at = *priced;
        TRY(value_keep(&values[moves], mending, priced, err));
    } else {
        values[moves] = values[moves - 1];
    }
    values[moves].bound = bound;
    return CADRE_OK;
}

/* Take the next F. Where it is the priced one, and proved, nothing need be solved. */
static CadreStatus walk_on(Walk *walk, Mending *mending, const MendValue *priced, int moves, CadreError *err)
{
    MendPart *out = mending->out;
    BundlePool *keep = bundle_pool_create(walk->arena);
    if (!keep) return error_no_memory(err);
    int64_t bound = bound_at(mending, out->whole.bound, moves);
    bool is_priced = moves == out->priced_moves;
    out->n_values = moves + 1;
    if (clock_past(mending->deadline_s) && (is_priced || walk->at.found))
        return walk_idly(walk, mending, is_priced ? priced : NULL, moves, bound, err);
    mending->options.start = is_priced ? &priced->solution : walk->at.found ? &walk->at.solution : &mending->held;
    if (is_priced && priced->value == bound) {
        walk->at = *priced;
    } else {
        if (walk->pool) mending->options.pool = walk->pool;
        mending->options.keep = keep;
        TRY(value_find(&walk->at, mending, moves, bound, walk->arena, err));
        if (bundle_pool_size(keep) > 0) pool_take(walk, keep);
    }
    return value_keep(&out->values[moves], mending, &walk->at, err);
}

/* What the present F is solved with lives until the next one is there. */
static CadreStatus walk_run(Mending *mending, const MendValue *priced, int steps, Arena *arena, CadreError *err)
{
    MendPart *out = mending->out;
    CadreStatus status = CADRE_OK;
    int64_t n = out->moves < steps + (int64_t)1 ? out->moves : steps + (int64_t)1;
    Walk walk = {.before = NULL};
    out->values = ARENA_ARRAY(mending->keeper, MendValue, n);
    if (!out->values) return error_no_memory(err);
    mending->options.value_only = true;
    for (int moves = 0; moves < n && status == CADRE_OK; moves++) {
        walk.arena = arena_create(arena);
        status = walk.arena ? walk_on(&walk, mending, priced, moves, err) : error_no_memory(err);
        if (walk.before && walk.before != walk.pool_arena) arena_release(walk.before);
        walk.before = walk.arena;
    }
    return status;
}

static CadreStatus part_run(MendPart *out, const Program *program, const Components *components, int number,
                            const MendOptions *options, double deadline_s, Arena *keeper, Arena *arena, CadreError *err)
{
    PartProgram of;
    Mending mending = {
        .out = out, .of = &of, .options = *options->solve, .worth = options->worth, .deadline_s = deadline_s, .keeper = keeper};
    BundlePool *pool = bundle_pool_create(arena);
    Best whole, priced;
    if (!pool) return error_no_memory(err);
    if (components->n > 1) {
        mending.options.threads = 1;
        mending.options.listener = NULL;
        mending.options.gap_points =
            options->solve->gap_points / components->n > 1 ? options->solve->gap_points / components->n : 1;
    }
    mending.options.clashes_unexplained = true;
    TRY(part_program_make(&of, program, components, number, arena, err));
    TRY(best_find(&whole, &mending, pool, arena, err));
    priced = whole;
    if (whole.moves > 0) {
        mending.options.pool = bundle_pool_size(pool) > 0 ? pool : NULL;
        TRY(priced_find(&priced, &whole, &mending, arena, err));
        bests_settle(&whole, &priced, &mending);
    }
    TRY(value_keep(&out->whole, &mending, &whole.value, err));
    TRY(value_keep(&out->priced, &mending, &priced.value, err));
    out->moves = whole.moves;
    out->priced_moves = priced.moves;
    return walk_run(&mending, &priced.value, options->steps, arena, err);
}

void mend_part_run(MendPart *out, const Program *whole, const Components *components, int number, const MendOptions *options,
                   double deadline_s, Arena *keeper)
{
    Arena *arena = arena_create(NULL);
    *out = (MendPart){.status = CADRE_OK};
    out->status = arena ? part_run(out, whole, components, number, options, deadline_s, keeper, arena, &out->error)
                        : error_no_memory(&out->error);
    arena_release(arena);
}
