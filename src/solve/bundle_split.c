/* Slices are split where that lowers the bound of both sides, by what their relaxations, with pricing, show. */
#include <math.h>
#include <string.h>

#include "solve/bundle_step.h"

enum {
    SLICES_MOST = 1000,
    SPLIT_LEAST = 2, /* points by which a split lowers the bound of both sides, or it is not worth two searches */
    SPLIT_CLEAR = 8, /* and when no other split need be tried */
};

static int64_t wanted(const BundlesStep *at) { return at->out->found ? at->out->value + at->limits.gap : INT64_MIN; }

static void note_rounds(BundlesStep *at, const BundleBound *bound)
{
    SolveRun *run = at->run;
    run->work.rounds += bound->rounds;
    run->work.priced += bound->priced;
    if (bound->cut_rounds || bound->cut_search) run->limits.rounds = true;
    if (bound->cut_time) run->limits.time = true;
}

CadreStatus bundles_load(BundlesStep *at, int slice, int from, CadreError *err)
{
    Arena *scratch = arena_create(at->arena);
    if (!scratch) return error_no_memory(err);
    slices_apply(&at->slices, slice, &at->master);
    CadreStatus status = engine_rebound(at->engine, err);
    unsigned char *basis = basis_grown(&at->slices.list.items[from].basis, &at->master, scratch);
    if (status == CADRE_OK) status = basis ? engine_basis_set(at->engine, basis, false, err) : error_no_memory(err);
    arena_release(scratch);
    return status;
}

static CadreStatus evaluate(BundlesStep *at, int slice, bool fresh, Arena *scratch, CadreError *err)
{
    StepOutcome *out = at->out;
    BundleBound bound;
    RoundGoal goal = {fresh && !at->run->options->pool, out->found ? out->value : out->bound, wanted(at)};
    if (!fresh) TRY(bundles_load(at, slice, at->slices.list.items[slice].parent, err));
    if (slices_is_empty(&at->slices, slice, &at->master)) {
        at->slices.list.items[slice].bound = INT64_MIN;
        return CADRE_OK;
    }
    TRY(bundle_rounds_run(&bound, &at->master, at->engine, &at->state->facts, goal, &at->round_limits, scratch, err));
    note_rounds(at, &bound);
    if (fresh) at->converged = bound.converged;
    return slices_keep(&at->slices, slice, &bound, &at->master, at->engine, err);
}

CadreStatus bundles_evaluate(BundlesStep *at, int slice, bool fresh, CadreError *err)
{
    Arena *scratch = arena_create(at->arena);
    if (!scratch) return error_no_memory(err);
    CadreStatus status = evaluate(at, slice, fresh, scratch, err);
    arena_release(scratch);
    return status;
}

static int64_t greater(int64_t a, int64_t b) { return a > b ? a : b; }

/* Both sides of a shortage. *gain: by how much the bound is less in both; all of it where nothing of interest is left in one.
 */
static CadreStatus sides_try(int64_t *gain, BundlesStep *at, int slice, const Fraction *fraction, CadreError *err)
{
    Slices *slices = &at->slices;
    int64_t below = (int64_t)floor(fraction->value), most = INT64_MAX;
    if (fraction->slack < at->run->program->n_slacks) most = at->run->program->slacks[fraction->slack].high;
    int low = slices_add(slices, slice, fraction->slack, INT64_MIN, below),
        high = slices_add(slices, slice, fraction->slack, below + 1, most);
    if (low < 0 || high < 0) return error_no_memory(err);
    TRY(bundles_evaluate(at, low, false, err));
    TRY(bundles_evaluate(at, high, false, err));
    int64_t bound = slices->list.items[slice].bound, bound_low = slices->list.items[low].bound,
            bound_high = slices->list.items[high].bound, least = wanted(at);
    *gain = bound_low < least || bound_high < least ? INT64_MAX : bound - greater(bound_low, bound_high);
    run_trace(at->run, "%s: slice %d of bound %lld split at %.3f of shortage %d: %lld and %lld", step_goal_name(at->step),
              slice, (long long)bound, fraction->value, fraction->slack, (long long)bound_low, (long long)bound_high);
    return CADRE_OK;
}

/* Keep the last two slices in the place of those that were best so far, or drop them. */
static void sides_keep(Slices *slices, int first, bool better)
{
    if (better && slices->list.n > first + 2) {
        Slice sides[2];
        memcpy(sides, slices->list.items + first, sizeof sides);
        memcpy(slices->list.items + first, slices->list.items + first + 2, sizeof sides);
        memcpy(slices->list.items + first + 2, sides, sizeof sides);
    }
    if (better && slices->list.n == first + 2) return;
    slices_drop(slices);
    slices_drop(slices);
}

CadreStatus bundles_split(BundlesStep *at, int slice, CadreError *err)
{
    Slices *slices = &at->slices;
    int first = slices->list.n;
    int64_t most = SPLIT_LEAST - 1;
    for (int i = 0; i < slices->list.items[slice].n_fractions && most < SPLIT_CLEAR; i++) {
        if (first + 4 > SLICES_MOST || at->run->limits.time) break;
        Fraction fraction = slices->list.items[slice].fractions[i];
        int64_t gain = 0;
        TRY(sides_try(&gain, at, slice, &fraction, err));
        sides_keep(slices, first, gain > most);
        if (gain > most) most = gain;
    }
    slices->list.items[slice].tested = true;
    slices->list.items[slice].split = slices->list.n > first;
    at->run->work.slices += slices->list.n - first;
    return CADRE_OK;
}
