#include "solve/bundle_slices.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double fraction_least = 1e-6; /* nearer than this a value is whole, per unit of its coefficients */

int slices_add(Slices *slices, int parent, int slack, int64_t low, int64_t high)
{
    Slice slice = {.parent = parent, .slack = slack, .low = low, .high = high, .bound = INT64_MAX};
    if (parent >= 0) {
        const Slice *from = &slices->list.items[parent];
        slice.bound = from->bound;
        slice.duals = from->duals;
        slice.known = from->known;
    }
    slice.arena = arena_create(slices->arena);
    return slice.arena && LIST_PUSH(slices->arena, &slices->list, slice) ? slices->list.n - 1 : -1;
}

void slices_drop(Slices *slices) { arena_release(slices->list.items[--slices->list.n].arena); }

int slices_best(const Slices *slices, int64_t least)
{
    int best = -1;
    for (int i = 0; i < slices->list.n; i++) {
        const Slice *slice = &slices->list.items[i];
        if (slice->split || slice->bound < least) continue;
        if (best < 0 || slice->bound >= slices->list.items[best].bound) best = i;
    }
    return best;
}

void slices_apply(const Slices *slices, int slice, BundleMaster *master)
{
    const Program *program = master->program;
    LinearColumn *slacks = master->linear.columns.items, *bundles = slacks + program->n_slacks;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        slacks[slack].low = 0;
        slacks[slack].high = program->slacks[slack].high;
    }
    LinearRow *cost = master->cost_row >= 0 ? &master->linear.rows.items[master->cost_row] : NULL;
    if (cost) *cost = (LinearRow){INT64_MIN, master_cost_most(master)};
    for (const Slice *at = &slices->list.items[slice]; at->parent >= 0; at = &slices->list.items[at->parent]) {
        bool is_cost = at->slack == program->n_slacks;
        int64_t *low = is_cost ? &cost->low : &slacks[at->slack].low, *high = is_cost ? &cost->high : &slacks[at->slack].high;
        if (at->low > *low) *low = at->low;
        if (at->high < *high) *high = at->high;
    }
    for (int i = 0; i < master->columns.n; i++) {
        bundles[i].low = 0;
        bundles[i].high = !master->columns.items[i].only_near;
    }
    for (int rank = 0; rank < program->n_people; rank++) {
        int person = program->person[rank];
        master->linear.rows.items[master->first_convexity + rank].low =
            program->first_must[person] < program->first_must[person + 1];
    }
}

bool slices_is_empty(const Slices *slices, int slice, const BundleMaster *master)
{
    const Slice *at = &slices->list.items[slice];
    if (at->parent < 0) return false;
    if (at->slack < master->program->n_slacks)
        return master->linear.columns.items[at->slack].low > master->linear.columns.items[at->slack].high;
    return master->linear.rows.items[master->cost_row].low > master->linear.rows.items[master->cost_row].high;
}

static void fraction_insert(Slice *slice, Fraction new)
{
    int at = slice->n_fractions < SLICE_FRACTIONS ? slice->n_fractions++ : SLICE_FRACTIONS - 1;
    if (at == SLICE_FRACTIONS - 1 && slice->fractions[at].score >= new.score) return;
    for (; at > 0 && slice->fractions[at - 1].score < new.score; at--) slice->fractions[at] = slice->fractions[at - 1];
    slice->fractions[at] = new;
}

/* unit: the greatest coefficient in what `value` is a sum of. */
static void fraction_take(Slice *slice, int slack, double value, double price, double unit)
{
    double above = value - floor(value), nearest = fmin(above, 1 - above);
    if (nearest > fraction_least * unit) fraction_insert(slice, (Fraction){slack, value, nearest * price});
}

static void fractions_take(Slice *slice, const double *value, const BundleMaster *master)
{
    const Program *program = master->program;
    double cost = 0, most = 0;
    slice->n_fractions = 0;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        double price = (double)program->slacks[slack].price;
        fraction_take(slice, slack, value[slack], price, 1);
        cost += value[slack] * price;
        most = fmax(most, price);
    }
    if (master->cost_row >= 0)
        fraction_take(slice, program->n_slacks, cost / (double)master->cost_divisor, most * 2, (double)master->unit_most);
}

CadreStatus slices_keep(Slices *slices, int at, const BundleBound *bound, const BundleMaster *master, Engine *engine,
                        CadreError *err)
{
    Slice *slice = &slices->list.items[at];
    const Program *program = master->program;
    if (bound->known) {
        int64_t whole = scaled_floor(bound->bound, LINEAR_SCALE);
        size_t n_rules = (size_t)program->n_rules;
        if (whole < slice->bound) slice->bound = whole;
        slice->known = true;
        slice->duals = (MasterDuals){ARENA_ARRAY(slice->arena, int64_t, program->n_rules), bound->duals.cost};
        if (!slice->duals.rule) return error_no_memory(err);
        memcpy(slice->duals.rule, bound->duals.rule, n_rules * sizeof *slice->duals.rule);
    }
    fractions_take(slice, bound->slack, master);
    return basis_take(&slice->basis, master, engine, slice->arena, err);
}

CadreStatus basis_take(MasterBasis *out, const BundleMaster *master, Engine *engine, Arena *arena, CadreError *err)
{
    const LinearProgram *linear = &master->linear;
    TRY(engine_extend(engine, err));
    *out = (MasterBasis){ARENA_ARRAY(arena, unsigned char, linear->rows.n + linear->columns.n), linear->columns.n};
    return out->status ? engine_basis_get(out->status, engine, err) : error_no_memory(err);
}

unsigned char *basis_grown(const MasterBasis *basis, const BundleMaster *master, Arena *arena)
{
    const LinearProgram *linear = &master->linear;
    assert(basis->n_columns <= linear->columns.n);
    int n_above = master->total_row >= 0 ? master->total_row : master->first_convexity;
    int n_new = master->total_row >= 0, n_below = linear->rows.n - n_new - n_above + basis->n_columns;
    unsigned char *grown = ARENA_ARRAY(arena, unsigned char, linear->rows.n + linear->columns.n);
    if (!grown) return NULL;
    memset(grown, ENGINE_AT_LOW, (size_t)linear->rows.n + (size_t)linear->columns.n);
    memcpy(grown, basis->status, (size_t)n_above);
    if (n_new) grown[n_above] = ENGINE_BASIC;
    memcpy(grown + n_above + n_new, basis->status + n_above, (size_t)n_below);
    return grown;
}
