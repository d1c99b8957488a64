#include "solve/mend_part.h"

#include "solve/clock.h"
#include "solve/steps.h"

typedef struct Mending {
    MendPart *out;
    PartProgram *of;
    SolveOptions options;
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

/* The assignments of the result, as far as the plan has them. */
static CadreStatus held_solution(Solution *out, const Model *model, Arena *arena, CadreError *err)
{
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    int n = model->mends ? model->n_held : model->n_previous;
    *out = (Solution){ARENA_ARRAY(arena, Assignment, n), 0};
    if (!out->assignments) return error_no_memory(err);
    for (int i = 0; i < n; i++)
        if (rows[i].role >= 0) out->assignments[out->n++] = (Assignment){rows[i].person, rows[i].role};
    solution_sort(out);
    return CADRE_OK;
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

static CadreStatus best_find(Mending *mending, BundlePool *pool, Solution *held, Arena *arena, CadreError *err)
{
    MendPart *out = mending->out;
    MendValue value;
    SolveOutcome best;
    TRY(held_solution(held, &mending->of->part.model, arena, err));
    mending->options.start = held;
    mending->options.keep = pool;
    TRY(ask(&value, &best, mending, &mending->of->program, arena, err));
    if (!value.found) return error_set(err, CADRE_SOLVER, "no solution was found within the limits");
    best.limits = out->best.limits;
    out->best = best;
    out->moves = program_changes(&mending->of->program, &best.solution);
    TRY(value_keep(&out->whole, mending, &value, err));
    out->best.solution = out->whole.solution;
    mending->options.keep = NULL;
    mending->options.start = NULL;
    return CADRE_OK;
}

/* F is at most the priced bound and what the moves are worth. */
static CadreStatus priced_find(MendValue *value, Mending *mending, int64_t worth, Arena *arena, CadreError *err)
{
    MendPart *out = mending->out;
    Program priced;
    SolveOutcome outcome;
    ObjectiveParts parts;
    bool feasible;
    TRY(priced_make(&priced, &mending->of->program, worth, arena, err));
    TRY(ask(value, &outcome, mending, &priced, arena, err));
    if (!value->found) return error_set(err, CADRE_SOLVER, "no solution was found within the limits");
    TRY(program_evaluate(&parts, &feasible, NULL, NULL, &mending->of->program, &value->solution, arena, err));
    if (!feasible) return error_set(err, CADRE_SOLVER, "the solver's solution does not hold what it says of it");
    out->priced_moves = program_changes(&mending->of->program, &value->solution);
    value->value = objective_value(parts);
    value->bound += worth * out->priced_moves;
    return value_keep(&out->priced, mending, value, err);
}

/* F(moves), from what F(moves - 1) left behind. No F is above the best's, nor above the priced bound. */
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

/* Take the next F. Where it is the priced one, and proved, nothing need be solved. */
static CadreStatus walk_on(Walk *walk, Mending *mending, const MendValue *priced, const MendOptions *options, int moves,
                           CadreError *err)
{
    MendPart *out = mending->out;
    BundlePool *keep = bundle_pool_create(walk->arena);
    if (!keep) return error_no_memory(err);
    int64_t bound = priced->bound + options->worth * (moves - out->priced_moves);
    if (bound > out->whole.bound) bound = out->whole.bound;
    bool is_priced = moves == out->priced_moves;
    mending->options.start = is_priced ? &priced->solution : walk->at.found ? &walk->at.solution : NULL;
    if (is_priced && priced->value == bound) {
        walk->at = *priced;
    } else {
        if (walk->pool) mending->options.pool = walk->pool;
        mending->options.keep = keep;
        TRY(value_find(&walk->at, mending, moves, bound, walk->arena, err));
        if (bundle_pool_size(keep) > 0) pool_take(walk, keep);
    }
    TRY(value_keep(&out->values[moves], mending, &walk->at, err));
    out->n_values = moves + 1;
    return CADRE_OK;
}

/* What the present F is solved with lives until the next one is there. */
static CadreStatus walk_run(Mending *mending, const MendValue *priced, const MendOptions *options, Arena *arena,
                            CadreError *err)
{
    MendPart *out = mending->out;
    CadreStatus status = CADRE_OK;
    int64_t n = out->moves < options->steps + (int64_t)1 ? out->moves : options->steps + (int64_t)1;
    Walk walk = {.before = NULL};
    out->values = ARENA_ARRAY(mending->keeper, MendValue, n);
    if (!out->values) return error_no_memory(err);
    mending->options.value_only = true;
    mending->options.may_find_none = true;
    for (int moves = 0; moves < n && status == CADRE_OK; moves++) {
        walk.arena = arena_create(arena);
        status = walk.arena ? walk_on(&walk, mending, priced, options, moves, err) : error_no_memory(err);
        if (walk.before && walk.before != walk.pool_arena) arena_release(walk.before);
        walk.before = walk.arena;
    }
    return status;
}

static CadreStatus part_run(MendPart *out, const Program *whole, const Components *components, int number,
                            const MendOptions *options, double deadline_s, Arena *keeper, Arena *arena, CadreError *err)
{
    PartProgram of;
    Mending mending = {.out = out, .of = &of, .options = *options->solve, .deadline_s = deadline_s, .keeper = keeper};
    BundlePool *pool = bundle_pool_create(arena);
    Solution held;
    MendValue priced;
    if (!pool) return error_no_memory(err);
    if (components->n > 1) {
        mending.options.threads = 1;
        mending.options.listener = NULL;
        mending.options.gap_points =
            options->solve->gap_points / components->n > 1 ? options->solve->gap_points / components->n : 1;
    }
    mending.options.clashes_unexplained = true;
    TRY(part_program_make(&of, whole->model, components, number, arena, err));
    TRY(best_find(&mending, pool, &held, arena, err));
    out->priced = out->whole;
    out->priced_moves = out->moves;
    if (out->moves == 0) return CADRE_OK;
    mending.options.pool = bundle_pool_size(pool) > 0 ? pool : NULL;
    TRY(priced_find(&priced, &mending, options->worth, arena, err));
    return walk_run(&mending, &priced, options, arena, err);
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
