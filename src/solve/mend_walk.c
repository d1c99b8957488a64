/* F(0), F(1), ... of one part, each from what the one before left behind. */
#include "solve/clock.h"
#include "solve/mend_ask.h"
#include "solve/near_solve.h"

/* F(moves), from what F(moves - 1) left behind. */
static CadreStatus value_find(MendValue *value, PartMending *mending, int moves, int64_t bound, Arena *arena, CadreError *err)
{
    Model *model = ARENA_NEW(arena, Model);
    Messages *messages = messages_create(arena);
    Program program;
    SolveOutcome outcome;
    if (!model || !messages) return error_no_memory(err);
    *model = mending->of.part.model;
    model->settings.max_changes = moves;
    TRY(program_make(&program, model, &mending->of.scores, arena, messages, err));
    if (messages_errors(messages) > 0) {
        *value = (MendValue){.bound = INT64_MIN};
        return CADRE_OK;
    }
    TRY(mend_ask(value, &outcome, mending, &program, arena, err));
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
static CadreStatus walk_idly(Walk *walk, PartMending *mending, const MendValue *priced, int moves, int64_t bound,
                             CadreError *err)
{
    MendValue *values = mending->out->values;
    mending->out->best.limits.time = true;
    if (priced && (!walk->at.found || priced->value > walk->at.value)) {
        walk->at = *priced;
        TRY(mend_keep(&values[moves], mending, priced, err));
    } else {
        values[moves] = values[moves - 1];
    }
    values[moves].bound = bound;
    return CADRE_OK;
}

/* Take the next F. Where it is the priced one, and proved, nothing need be solved. */
static CadreStatus walk_on(Walk *walk, PartMending *mending, const MendValue *priced, int moves, CadreError *err)
{
    MendPart *out = mending->out;
    BundlePool *keep = bundle_pool_create(walk->arena);
    if (!keep) return error_no_memory(err);
    int64_t bound = mend_bound(mending, out->whole.bound, moves);
    bool is_priced = moves == out->priced_moves;
    out->n_values = moves + 1;
    if (clock_past(mending->deadline_s) && (is_priced || walk->at.found))
        return walk_idly(walk, mending, is_priced ? priced : NULL, moves, bound, err);
    mending->solve.start = is_priced ? &priced->solution : walk->at.found ? &walk->at.solution : &mending->held;
    if (is_priced && priced->value == bound) {
        walk->at = *priced;
    } else {
        if (walk->pool) mending->solve.pool = walk->pool;
        mending->solve.keep = keep;
        TRY(value_find(&walk->at, mending, moves, bound, walk->arena, err));
        if (bundle_pool_size(keep) > 0) pool_take(walk, keep);
    }
    return mend_keep(&out->values[moves], mending, &walk->at, err);
}

/* What the present F is solved with lives until the next one is there. */
static CadreStatus walk_run(PartMending *mending, const MendValue *priced, int steps, Arena *arena, CadreError *err)
{
    MendPart *out = mending->out;
    CadreStatus status = CADRE_OK;
    int64_t n = out->moves < steps + (int64_t)1 ? out->moves : steps + (int64_t)1;
    Walk walk = {.before = NULL};
    out->values = ARENA_ARRAY(mending->keeper, MendValue, n);
    if (!out->values) return error_no_memory(err);
    mending->solve.value_only = true;
    for (int moves = 0; moves < n && status == CADRE_OK; moves++) {
        walk.arena = arena_create(arena);
        status = walk.arena ? walk_on(&walk, mending, priced, moves, err) : error_no_memory(err);
        if (walk.before && walk.before != walk.pool_arena) arena_release(walk.before);
        walk.before = walk.arena;
    }
    return status;
}

void mend_part_walk(MendPart *out, const MendTask *task, int number, int steps, Arena *keeper)
{
    PartMending mending;
    MendValue priced = out->priced;
    Arena *arena = arena_create(NULL);
    CadreStatus status = mend_open(&mending, out, task, number, keeper, arena, &out->error);
    if (status == CADRE_OK)
        status = near_of_part(&priced.solution, &out->priced.solution, task->whole->model, &task->components->index, number,
                              &mending.of.part.model, arena, &out->error);
    mending.solve.may_find_none = true;
    mending.solve.pool = out->pool && bundle_pool_size(out->pool) > 0 ? out->pool : NULL;
    if (status == CADRE_OK) status = walk_run(&mending, &priced, steps, arena, &out->error);
    out->status = status;
    arena_release(arena);
}
