#include "solve/mend_part.h"

#include "solve/clock.h"
#include "solve/mend_ask.h"

/* A best one, where moves count or not, in the part's indices. */
typedef struct Best {
    MendValue value;
    int64_t moves;
} Best;

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

static CadreStatus best_find(Best *whole, PartMending *mending, BundlePool *pool, Arena *arena, CadreError *err)
{
    SolveOutcome best;
    SolveLimits *limits = &mending->out->best.limits, met;
    mending->solve.start = &mending->held;
    mending->solve.keep = pool;
    TRY(mend_ask(&whole->value, &best, mending, &mending->of.program, arena, err));
    if (!whole->value.found) return error_set(err, CADRE_SOLVER, "no solution was found within the limits");
    met = *limits;
    mending->out->best = best;
    *limits = met;
    whole->moves = program_changes(&mending->of.program, &best.solution);
    mending->out->exact = best.proved && whole->value.bound == whole->value.value;
    mending->solve.keep = NULL;
    return CADRE_OK;
}

/* The best where each move counts. Where there is no time to find any it is the best of all. */
static CadreStatus priced_find(Best *priced, const Best *whole, PartMending *mending, Arena *arena, CadreError *err)
{
    Program program;
    SolveOutcome outcome;
    MendValue value;
    ObjectiveParts parts;
    bool feasible;
    mending->solve.may_find_none = true;
    bool whole_exact = mending->out->exact;
    mending->out->priced_bound = INT64_MAX;
    mending->out->exact = false;
    *priced = *whole;
    if (clock_past(mending->deadline_s)) return CADRE_OK;
    TRY(priced_make(&program, &mending->of.program, mending->asked->worth, arena, err));
    TRY(mend_ask(&value, &outcome, mending, &program, arena, err));
    mending->out->priced_bound = value.bound;
    if (!value.found) return CADRE_OK;
    mending->out->exact = whole_exact && outcome.proved && value.bound == value.value;
    TRY(program_evaluate(&parts, &feasible, NULL, NULL, &mending->of.program, &value.solution, arena, err));
    if (!feasible) return error_set(err, CADRE_SOLVER, "the solver's solution does not hold what it says of it");
    value.value = objective_value(parts);
    *priced = (Best){value, program_changes(&mending->of.program, &value.solution)};
    return CADRE_OK;
}

/* Whether a is better than b where each move counts so much; of two as good the one with fewer moves. */
static bool better(const Best *a, const Best *b, int64_t worth)
{
    int64_t more = a->value.value - b->value.value, more_moves = a->moves - b->moves;
    return more != worth * more_moves ? more > worth * more_moves : more_moves < 0;
}

/* Short of a proof each of the two may do better at what the other was looked for. So the priced one never has more moves than
 * the best, nor a greater value; with as many moves it is the same. */
static void bests_settle(Best *whole, Best *priced, const PartMending *mending)
{
    Best a = *whole, b = *priced;
    int64_t bound = whole->value.bound;
    *whole = better(&b, &a, 0) ? b : a;
    *priced = better(&a, &b, mending->asked->worth) ? a : b;
    if (priced->moves == whole->moves) *priced = *whole;
    whole->value.bound = bound;
    priced->value.bound = mend_bound(mending, bound, priced->moves);
}

/* The bundles that the best was found with, for the numbers of moves; they outlive the part's program. */
static CadreStatus bests_find(PartMending *mending, Arena *arena, CadreError *err)
{
    MendPart *out = mending->out;
    Best whole, priced;
    if (!(out->pool_arena = arena_create(NULL)) || !(out->pool = bundle_pool_create(out->pool_arena)))
        return error_no_memory(err);
    TRY(best_find(&whole, mending, out->pool, arena, err));
    priced = whole;
    if (whole.moves > 0) {
        mending->solve.pool = bundle_pool_size(out->pool) > 0 ? out->pool : NULL;
        TRY(priced_find(&priced, &whole, mending, arena, err));
        bests_settle(&whole, &priced, mending);
    }
    TRY(mend_keep(&out->whole, mending, &whole.value, err));
    TRY(mend_keep(&out->priced, mending, &priced.value, err));
    out->moves = whole.moves;
    out->priced_moves = priced.moves;
    return CADRE_OK;
}

void mend_part_bests(MendPart *out, const MendTask *task, int number, Arena *keeper)
{
    PartMending mending;
    Arena *arena = arena_create(NULL);
    *out = (MendPart){.priced_bound = INT64_MAX};
    out->status = mend_open(&mending, out, task, number, keeper, arena, &out->error);
    if (out->status == CADRE_OK) out->status = bests_find(&mending, arena, &out->error);
    arena_release(arena);
}
