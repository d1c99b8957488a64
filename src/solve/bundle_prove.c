/* The proof of a step. Every solution is in one slice that is not split, as each split takes a whole number of a shortage or
 * more, or less. A slice's bound comes from duals in whole numbers, or from a search through all bundles that anything better
 * could use; the step's bound is the greatest of them. */
#include "solve/branch.h"
#include "solve/bundle_dive.h"
#include "solve/bundle_near.h"
#include "solve/bundle_step.h"
#include "solve/clock.h"

enum {
    TRY_WORK = 400000,       /* nodes * bundles of a search that need not end: a second or so */
    WORK_MORE = 16,          /* times more for the next */
    WORK_LEAST = 1000,       /* bundles that a node is counted for at the least */
    FIRST_ROOM = 8,          /* points below the bound that the first enumeration reaches */
    DEPTH_MOST = 1000000000, /* and the last, where no solution is known */
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

typedef enum Narrowed {
    NARROW_NOTHING, /* no solution of the slice has that value: its bound says so now */
    NARROW_WHOLE,
    NARROW_TOO_MUCH, /* to look */
} Narrowed;

static void less(int64_t *value, int64_t other)
{
    if (other < *value) *value = other;
}

/* What a search that could not be ended is told as. */
static void note_too_much(BundlesStep *at, const BundlePrices *prices)
{
    SolveLimits *limits = &at->run->limits;
    if (clock_past(at->round_limits.seconds_end))
        limits->time = true;
    else if (prices->cut)
        limits->rounds = true;
    else
        limits->memory = true;
}

static CadreStatus narrow_at(Narrowed *out, BundlesStep *at, Slice *slice, BundlePrices *prices, int64_t least, Arena *scratch,
                             CadreError *err)
{
    bool whole = false;
    int n_near = 0;
    *out = NARROW_TOO_MUCH;
    prices->duals = slice->duals;
    bundle_prices_run(prices);
    if (!prices->cut) {
        Scaled bound = bundle_prices_bound(prices);
        less(&slice->bound, scaled_floor(bound, LINEAR_SCALE));
        *out = NARROW_NOTHING;
        if (slice->bound < least) return CADRE_OK;
        TRY(bundle_narrow(&at->master, &whole, &n_near, prices, bound, least, &at->round_limits, scratch, err));
        *out = whole ? NARROW_WHOLE : NARROW_TOO_MUCH;
    }
    if (!whole) {
        note_too_much(at, prices);
        return CADRE_OK;
    }
    at->run->work.enumerated += n_near;
    run_trace(at->run, "%s: %d bundles can be part of a solution of %lld or more", step_goal_name(at->step), n_near,
              (long long)least);
    return CADRE_OK;
}

/* Narrow at->master down to what a solution of the slice, of value `least` or more in the step of `total`, can use. */
static CadreStatus narrow(Narrowed *out, BundlesStep *at, Slice *slice, const BundleMaster *total, int64_t least,
                          CadreError *err)
{
    BundlePrices prices;
    Arena *scratch = arena_create(at->arena);
    *out = NARROW_TOO_MUCH;
    if (!scratch) return error_no_memory(err);
    CadreStatus status = CADRE_OK;
    if (slice->known) {
        status = bundle_prices_make(
            &prices, total, &at->state->facts,
            (PricingLimits){at->round_limits.threads, at->round_limits.search_nodes, at->round_limits.seconds_end}, scratch,
            err);
        if (status == CADRE_OK) status = narrow_at(out, at, slice, &prices, least, scratch, err);
    }
    arena_release(scratch);
    return status;
}

/* From the point of the slice's rounds, which is mostly whole; what is near takes part from the first fixing on. */
static CadreStatus dive(BundlesStep *at, CadreError *err)
{
    TRY(bundle_dive(at->out, at->run, at->step, &at->master, at->engine, &at->state->facts, &at->round_limits, at->arena, err));
    run_trace(at->run, "%s: a dive; best %lld", step_goal_name(at->step), (long long)at->out->value);
    return CADRE_OK;
}

/* The least value of which a search is to find something. */
static int64_t least_of_interest(const BundlesStep *at, int64_t bound)
{
    return at->out->found ? at->out->value + 1 : bound - DEPTH_MOST;
}

/* A slice that is too much to look through is dived into once: a better solution leaves less to look at. */
static CadreStatus slice_dive(bool *stuck, BundlesStep *at, Slice *slice, CadreError *err)
{
    int64_t before = at->out->found ? at->out->value : INT64_MIN;
    *stuck = true;
    if (slice->dived) return CADRE_OK;
    slice->dived = true;
    TRY(dive(at, err));
    *stuck = !at->out->found || at->out->value == before;
    return CADRE_OK;
}

/* A little below the slice's bound first, where bundles are few and the optimum likely. What could not be searched to its
 * end is searched again with more work, after a dive has shown how far down it may have to go; what holds nothing makes room
 * for more. The bound falls to what the search shows, though never below a solution found: others of its value count where the
 * fewest changes are asked for. *stuck: the slice can't be done. */
static CadreStatus slice_search(bool *stuck, BundlesStep *at, int index, CadreError *err)
{
    const StepOutcome *out = at->out;
    Slice *slice = &at->slices.list.items[index];
    int64_t interest = least_of_interest(at, slice->bound), near_bound;
    int64_t least = slice->bound - 2 * slice->room <= interest ? interest : slice->bound - slice->room;
    Narrowed narrowed;
    TRY(bundles_load(at, index, index, err));
    TRY(narrow(&narrowed, at, slice, &at->master, least, err));
    if (narrowed == NARROW_NOTHING) return CADRE_OK;
    if (narrowed == NARROW_TOO_MUCH) return slice_dive(stuck, at, slice, err);
    TRY(search_open(&near_bound, at, least, slice->work, &slice->basis, err));
    bool searched = near_bound < least || (out->found && near_bound < out->value + at->limits.gap);
    less(&slice->bound, near_bound);
    *stuck = at->run->limits.time || (!out->found && least == interest) || (!searched && slice->work == at->caps.work);
    bool is_open = !out->found || slice->bound >= out->value + at->limits.gap;
    if (!*stuck && !slice->dived && is_open) TRY(dive(at, err));
    if (searched) slice->room *= 2;
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

/* The last step's columns, in their order, so that its bases fit. */
static void columns_carry(BundlesStep *at)
{
    const BundleMaster *last = &at->state->last_master;
    for (int i = 0; i < last->columns.n; i++) {
        const BundleColumn *column = &last->columns.items[i];
        if (column->only_near)
            master_open(&at->master, column->rank, column->pairs, column->n_pairs);
        else
            master_add(&at->master, column->rank, column->pairs, column->n_pairs);
    }
}

/* No solution over the bundles that are open has a greater value in a step where slacks are worth nothing: everybody's best. */
static CadreStatus people_bound(int64_t *bound, const BundleMaster *master, Arena *arena, CadreError *err)
{
    int n_people = master->program->n_people;
    int64_t *best = ARENA_ARRAY(arena, int64_t, n_people);
    if (!best) return error_no_memory(err);
    for (int rank = 0; rank < n_people; rank++)
        best[rank] = master->linear.rows.items[master->first_convexity + rank].low > 0 ? INT64_MIN : 0;
    for (int i = 0; i < master->columns.n; i++) {
        const LinearColumn *column = &master->linear.columns.items[master->program->n_slacks + i];
        int rank = master->columns.items[i].rank;
        if (column->high > 0 && column->cost > best[rank]) best[rank] = column->cost;
    }
    *bound = 0;
    for (int rank = 0; rank < n_people; rank++)
        if (best[rank] != INT64_MIN) *bound += best[rank];
    return CADRE_OK;
}

/* The same within one slice of the total step; *done: it was looked through. */
static CadreStatus changes_in_slice(bool *done, int64_t *bound, BundlesStep *at, int index, Arena *arena, CadreError *err)
{
    BundlesState *state = at->state;
    Slice *slice = &state->last_slices.list.items[index];
    int64_t least = at->out->found ? at->out->value + 1 : INT64_MIN + 1;
    Narrowed narrowed;
    TRY(master_make(&at->master, at->run->program, at->step, at->value, at->barred, arena, err));
    columns_carry(at);
    slices_apply(&state->last_slices, index, &state->last_master);
    slices_apply(&state->last_slices, index, &at->master);
    TRY(narrow(&narrowed, at, slice, &state->last_master, at->step->total_least, err));
    *done = narrowed != NARROW_TOO_MUCH;
    if (narrowed != NARROW_WHOLE) return CADRE_OK;
    TRY(people_bound(bound, &at->master, arena, err));
    if (at->out->found && *bound <= at->out->value) return CADRE_OK;
    return search_open(bound, at, least, at->caps.work, &slice->basis, err);
}

CadreStatus bundles_fewest_changes(BundlesStep *at, CadreError *err)
{
    const Slices *slices = &at->state->last_slices;
    int64_t greatest = INT64_MIN;
    for (int i = 0; i < slices->list.n; i++) {
        bool done = false;
        int64_t bound = INT64_MIN;
        if (slices->list.items[i].split || slices->list.items[i].bound < at->step->total_least) continue;
        Arena *arena = arena_create(at->arena);
        CadreStatus status = arena ? changes_in_slice(&done, &bound, at, i, arena, err) : error_no_memory(err);
        arena_release(arena);
        if (status != CADRE_OK || !done) return status;
        if (bound > greatest) greatest = bound;
        if (at->out->found && greatest < at->out->value) greatest = at->out->value;
    }
    bundles_bound(at, greatest);
    return CADRE_OK;
}
