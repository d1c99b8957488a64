#include <math.h>

#include "solve/branch_tree.h"

static const double ray_most = 1e8; /* far beyond any price */

void branch_cut_apply(Branch *branch, const Cut *cut)
{
    NearProgram *near = branch->near;
    LinearColumn *columns = near->linear.columns.items;
    if (cut->kind == CUT_MOST && cut->value < columns[cut->slack].high) columns[cut->slack].high = cut->value;
    if (cut->kind == CUT_LEAST && cut->value > columns[cut->slack].low) columns[cut->slack].low = cut->value;
    if (cut->kind != CUT_ON && cut->kind != CUT_OFF) return;
    if (cut->kind == CUT_ON) near->linear.rows.items[near->n_rules + cut->rank].low = 1;
    for (int column = near->first_column[cut->rank]; column < near->first_column[cut->rank + 1]; column++)
        if (bundle_has(near_bundle(near, column), cut->pair) != (cut->kind == CUT_ON)) columns[column].high = 0;
}

void branch_cuts_apply(Branch *branch, int node)
{
    NearProgram *near = branch->near;
    for (int column = 0; column < near->linear.columns.n; column++) {
        near->linear.columns.items[column].low = branch->root_low[column];
        near->linear.columns.items[column].high = branch->root_high[column];
    }
    for (int rank = 0; rank < near->n_people; rank++)
        near->linear.rows.items[near->n_rules + rank].low = branch->root_least[rank];
    for (; node >= 0; node = branch->nodes.items[node].parent) branch_cut_apply(branch, &branch->nodes.items[node].cut);
}

/* The bound at the duals of the relaxation, moved along its ray. */
static Scaled bound_at(Branch *branch, double along)
{
    const NearProgram *near = branch->near;
    const EngineRelaxation *relaxed = &branch->relaxed;
    for (int row = 0; row < near->linear.rows.n; row++) {
        double dual = relaxed->dual[row] + (relaxed->has_ray ? along * relaxed->ray[row] : 0);
        branch->dual[row] = linear_dual_whole(dual, NEAR_SCALE, &near->linear.rows.items[row]);
    }
    near_worths(branch->worth, near, branch->dual);
    branch->here = near_bound(branch->best, near, branch->dual, branch->worth);
    return branch->here;
}

/* Where there is no point the bound falls without end one way along the ray. */
static Scaled bound_along_ray(Branch *branch, Scaled bound)
{
    for (double along = 1; along < ray_most && !branch_closes(branch, scaled_floor(bound, NEAR_SCALE)); along *= 16)
        for (int way = -1; way <= 1; way += 2) {
            Scaled other = bound_at(branch, way * along);
            if (other < bound) bound = other;
        }
    return bound;
}

CadreStatus branch_relax(Branch *branch, Scaled *bound, CadreError *err)
{
    int64_t wanted = branch_wanted(branch, branch->limits->gap);
    EngineLimits limits = {
        .seconds = run_seconds(branch->run), .has_cutoff = wanted != INT64_MIN, .cutoff = (double)wanted - 0.1};
    TRY(engine_relax(&branch->relaxed, branch->engine, &limits, err));
    branch->n_iterations += branch->relaxed.iterations;
    branch->n_nodes++;
    *bound = bound_at(branch, 0);
    if (branch->relaxed.end == ENGINE_INFEASIBLE && branch->relaxed.has_ray) *bound = bound_along_ray(branch, *bound);
    return CADRE_OK;
}

/* What a solution of interest may lose; less than nothing where there is none. */
static Scaled room_below(const Branch *branch, Scaled bound) { return bound - (Scaled)branch_wanted(branch, 1) * NEAR_SCALE; }

void branch_columns_close(Branch *branch)
{
    NearProgram *near = branch->near;
    LinearColumn *columns = near->linear.columns.items;
    Scaled room = room_below(branch, branch->here);
    if (room < 0) return;
    for (int rank = 0; rank < near->n_people; rank++)
        for (int column = near->first_column[rank]; column < near->first_column[rank + 1]; column++)
            if (branch->best[rank] - branch->worth[column] > room) columns[column].high = 0;
    for (int slack = 0; slack < near->n_slacks; slack++) {
        if (branch->worth[slack] >= 0) continue;
        Scaled most = columns[slack].low + room / -branch->worth[slack];
        if (most < columns[slack].high) columns[slack].high = (int64_t)most;
    }
}

void branch_root_keep(Branch *branch)
{
    const NearProgram *near = branch->near;
    branch->root_bound = branch->here;
    for (int rank = 0; rank < near->n_people; rank++)
        for (int column = near->first_column[rank]; column < near->first_column[rank + 1]; column++)
            branch->root_loss[column] = branch->best[rank] - branch->worth[column];
}

void branch_root_close(Branch *branch)
{
    Scaled room = room_below(branch, branch->root_bound);
    for (int column = branch->near->n_slacks; column < branch->near->linear.columns.n; column++)
        if (branch->root_loss[column] > room) branch->root_high[column] = 0;
}
