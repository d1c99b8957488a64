/* branch.h: branch and bound over the bundles near a bound. Relaxations are GLPK's, every bound is computed from rounded duals
 * in whole numbers: no status of a solver is part of the proof. */
#ifndef SOLVE_BRANCH_H
#define SOLVE_BRANCH_H

#include "solve/exact.h"
#include "solve/near_program.h"

typedef struct BranchLimits {
    int64_t gap, enough; /* as of a step */
    int64_t least;       /* solutions below this are of no interest, but for the first */
    int64_t nodes;
} BranchLimits;

/**
 * Look for something better than out->value among the bundles of `near`, whose columns and rows this tightens.
 * bound: no solution among them has a greater value, unless it is below limits->least; INT64_MIN: there is none.
 * A limit that cut the search short is marked in run->limits.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: a relaxation and O(entries) a node.
 */
CadreStatus branch_solve(StepOutcome *out, int64_t *bound, SolveRun *run, const Step *step, NearProgram *near,
                         const BranchLimits *limits, Arena *arena, CadreError *err);

#endif
