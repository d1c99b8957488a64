#include "solve/branch.h"
#include "solve/bundle_dive.h"
#include "solve/bundle_near.h"
#include "solve/bundle_step.h"
#include "solve/clock.h"

enum {
    TRY_WORK = 400000,      /* nodes * bundles of a search that need not end: a second or so */
    WORK_MORE = 16,         /* times more for the next */
    WORK_LEAST = 1000,      /* bundles that a node is counted for at the least */
    FIRST_ROOM = 8,         /* points below the bound that the first enumeration reaches */
    ROOM_MOST = 1000000000, /* and the last, where no solution is known */
};

/* Search the bundles that the master has open for a solution of value `least` or more. work: nodes * bundles. */
static CadreStatus search_open(int64_t *near_bound, BundlesStep *at, int64_t least, int64_t work, const MasterBasis *from,
                               CadreError *err)
{
    NearProgram near;
    CadreStatus status;
    Arena *scratch = arena_create(at->arena);
    unsigned char *basis = scratch ? basis_grown(from, &at->master, scratch) : NULL;
    if (!scratch) return error_no_memory(err);
    TRY_OR(done, basis ? CADRE_OK : error_no_memory(err));
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

static int64_t work_least(const BundlesStep *at) { return TRY_WORK < at->caps.work ? TRY_WORK : at->caps.work; }

CadreStatus bundles_search_master(BundlesStep *at, CadreError *err)
{
    int64_t none;
    SolveLimits before = at->run->limits;
    TRY(search_open(&none, at, INT64_MIN + 1, work_least(at), &at->slices.list.items[0].basis, err));
    before.time = at->run->limits.time;
    at->run->limits = before; /* a limit on trying cuts no proof short */
    bundles_bound(at, at->out->bound);
    return CADRE_OK;
}

/* Narrow at->master down to what a solution of `slice`, in the tree and at the values of `total`'s step, of value `least` or
 * more can use; *whole is false where that is too much to look. */
static CadreStatus narrow(bool *whole, BundlesStep *at, const Slice *slice, const BundleMaster *total, int64_t least,
                          CadreError *err)
{
    int n_near = 0;
    BundlePrices prices;
    Arena *scratch = arena_create(at->arena);
    *whole = false;
    if (!scratch) return error_no_memory(err);
    CadreStatus status = bundle_prices_make(&prices, total, &at->state->facts, at->round_limits.threads,
                                            at->round_limits.search_nodes, scratch, err);
    if (status == CADRE_OK) {
        prices.duals = slice->duals;
        bundle_prices_run(&prices);
        if (!prices.cut)
            status = bundle_narrow(&at->master, whole, &n_near, &prices, bundle_prices_bound(&prices), least, &at->round_limits,
                                   scratch, err);
    }
    arena_release(scratch);
    if (status != CADRE_OK) return status;
    if (!*whole && clock_past(at->round_limits.seconds_end)) at->run->limits.time = true;
    if (!*whole && !at->run->limits.time) at->run->limits.memory = true;
    if (!*whole) return CADRE_OK;
    at->run->work.enumerated += n_near;
    run_trace(at->run, "%s: %d bundles can be part of a solution of %lld or more", step_goal_name(at->step), n_near,
              (long long)least);
    return CADRE_OK;
}

/* From the point of the slice's rounds, which is mostly whole; what is near takes part from the first fixing on. */
static CadreStatus dive(BundlesStep *at, CadreError *err)
{
    TRY(bundle_dive(at->out, at->run, at->step, &at->master, at->engine, &at->state->facts, &at->round_limits, at->arena, err));
    run_trace(at->run, "%s: a dive; best %lld", step_goal_name(at->step), (long long)at->out->value);
    return CADRE_OK;
}

static void less(int64_t *value, int64_t other)
{
    if (other < *value) *value = other;
}

/* The least value that is still of interest. */
static int64_t value_wanted(const BundlesStep *at, int64_t bound)
{
    return at->out->found ? at->out->value + 1 : bound - ROOM_MOST;
}

/* A little below the slice's bound first, where bundles are few and the optimum likely. What could not be searched to its end
 * is searched again with more work, after a dive has shown how far down it may have to go; what holds nothing makes room for
 * more. *stuck: the slice can't be done. */
static CadreStatus slice_search(bool *stuck, BundlesStep *at, int index, CadreError *err)
{
    const StepOutcome *out = at->out;
    Slice *slice = &at->slices.list.items[index];
    int64_t wanted = value_wanted(at, slice->bound), near_bound;
    int64_t least = slice->bound - 2 * slice->room <= wanted ? wanted : slice->bound - slice->room;
    bool whole = false;
    TRY(bundles_load(at, index, index, err));
    if (slice->known) TRY(narrow(&whole, at, slice, &at->master, least, err));
    *stuck = !whole;
    if (!whole) return slice->dived ? CADRE_OK : dive(at, err);
    TRY(search_open(&near_bound, at, least, slice->work, &slice->basis, err));
    bool searched = near_bound < least || (out->found && near_bound < out->value + at->limits.gap);
    less(&slice->bound, near_bound);
    *stuck = at->run->limits.time || (!out->found && least == wanted) || (!searched && slice->work == at->caps.work);
    bool is_open = !out->found || slice->bound >= out->value + at->limits.gap;
    if (!*stuck && !slice->dived && is_open) TRY(dive(at, err));
    if (searched) slice->room *= 4;
    if (!searched || !slice->dived)
        slice->work = slice->work * WORK_MORE < at->caps.work ? slice->work * WORK_MORE : at->caps.work;
    slice->dived = true;
    return CADRE_OK;
}

CadreStatus bundles_prove(BundlesStep *at, CadreError *err)
{
    SolveLimits before = at->run->limits;
    for (bool stuck = false; !stuck;) {
        int slice = slices_best(&at->slices, INT64_MIN);
        bundles_bound(at, at->slices.list.items[slice].bound);
        if (bundles_done(at)) break;
        if (at->step->goal == GOAL_TOTAL) run_tell_gap(at->run, at->out);
        at->run->limits = before; /* a limit on trying cuts no proof short */
        if (at->slices.list.items[slice].room == 0) {
            at->slices.list.items[slice].room = FIRST_ROOM;
            at->slices.list.items[slice].work = work_least(at);
        }
        if (!at->slices.list.items[slice].tested)
            TRY(bundles_split(at, slice, err));
        else
            TRY(slice_search(&stuck, at, slice, err));
        stuck = stuck || at->run->limits.time;
        if (stuck) {
            bundles_bound(at, at->slices.list.items[slices_best(&at->slices, INT64_MIN)].bound);
            return CADRE_OK;
        }
    }
    at->run->limits = before;
    return CADRE_OK;
}

/* The last step's columns, in their order. */
static void columns_carry(BundlesStep *at)
{
    const BundleMaster *last = &at->state->last_master;
    for (int i = 0; i < last->columns.n; i++) {
        const BundleColumn *column = &last->columns.items[i];
        if (!column->only_near) master_add(&at->master, column->rank, column->pairs, column->n_pairs);
    }
}

/* The same within one slice of the total step; *whole: it was looked through. */
static CadreStatus changes_in_slice(bool *whole, int64_t *bound, BundlesStep *at, int index, CadreError *err)
{
    BundlesState *state = at->state;
    const Slice *slice = &state->last_slices.list.items[index];
    slices_apply(&state->last_slices, index, &state->last_master);
    slices_apply(&state->last_slices, index, &at->master);
    *whole = false;
    if (slice->known) TRY(narrow(whole, at, slice, &state->last_master, at->step->total_least, err));
    if (!*whole) return CADRE_OK;
    int64_t least = at->out->found ? at->out->value + 1 : INT64_MIN + 1;
    return search_open(bound, at, least, at->caps.work, &slice->basis, err);
}

CadreStatus bundles_fewest_changes(BundlesStep *at, CadreError *err)
{
    const Slices *slices = &at->state->last_slices;
    int64_t greatest = INT64_MIN;
    for (int i = 0; i < slices->list.n; i++) {
        bool whole;
        int64_t bound = INT64_MIN;
        if (slices->list.items[i].split || slices->list.items[i].bound < at->step->total_least) continue;
        TRY(master_make(&at->master, at->run->program, at->step, at->value, at->barred, at->arena, err));
        columns_carry(at);
        TRY(changes_in_slice(&whole, &bound, at, i, err));
        if (!whole) return CADRE_OK;
        if (bound > greatest) greatest = bound;
        if (at->out->found && greatest < at->out->value) greatest = at->out->value;
    }
    bundles_bound(at, greatest);
    return CADRE_OK;
}
