/* bundle_step.h: what the parts of the bundle method share while they answer one step. */
#ifndef SOLVE_BUNDLE_STEP_H
#define SOLVE_BUNDLE_STEP_H

#include "solve/bundle_slices.h"
#include "solve/method.h"

/* What the steps of a run share. */
typedef struct BundlesState {
    PricingFacts facts;
    Arena *last_arena;        /* of the rest */
    BundleMaster last_master; /* of the last total step, and the slices where it ended */
    Slices last_slices;
    bool has_last;
} BundlesState;

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
    Slices slices;
    bool converged; /* of the first slice */
    SolveLimits limits_before;
} BundlesStep;

/* Nothing better than `bound`, or than what is known. */
void bundles_bound(BundlesStep *at, int64_t bound);

/* Done, or shown to have no solution: a step that asks for least cost wants one within cost_most. */
bool bundles_done(const BundlesStep *at);

/* --- bundle_start.c --- */

/* The first columns of at->master: the solution known, single roles, and what must pins ask for. Errors: CADRE_NO_MEMORY. */
CadreStatus bundles_start(BundlesStep *at, CadreError *err);

/* --- bundle_split.c --- */

/* Let the step's master and engine stand as a slice has them, at the basis where the rounds of `from` ended. */
CadreStatus bundles_load(BundlesStep *at, int slice, int from, CadreError *err);

/* Relax the step's master within a slice's slacks and keep what that shows; fresh: the first time. Errors: CADRE_NO_MEMORY,
 * CADRE_SOLVER. */
CadreStatus bundles_evaluate(BundlesStep *at, int slice, bool fresh, CadreError *err);

/* Split a slice by a shortage that its relaxation leaves undecided, if that lowers the bound; it is tested then. */
CadreStatus bundles_split(BundlesStep *at, int slice, CadreError *err);

/* --- bundle_prove.c --- */

/* Search among the columns that the rounds have made. */
CadreStatus bundles_search_master(BundlesStep *at, CadreError *err);

/* Slice by slice, until no open slice can hold anything better. */
CadreStatus bundles_prove(BundlesStep *at, CadreError *err);

/* The fewest changes at the value held: all solutions of that value lie within the bundles near the last total step's slices.
 */
CadreStatus bundles_fewest_changes(BundlesStep *at, CadreError *err);

#endif
