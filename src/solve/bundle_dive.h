/* bundle_dive.h: a good solution soon: bundles that the relaxation likes best are fixed, a few at a time, and columns are
 * generated for the rest as it goes. */
#ifndef SOLVE_BUNDLE_DIVE_H
#define SOLVE_BUNDLE_DIVE_H

#include "solve/bundle_rounds.h"
#include "solve/method.h"

/**
 * Dive from the relaxation that `engine` holds of `master`, and take what is found into `out`. Leaves columns of the master
 * fixed. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: some dozens of relaxations and pricings.
 */
CadreStatus bundle_dive(StepOutcome *out, SolveRun *run, const Step *step, BundleMaster *master, Engine *engine,
                        const PricingFacts *facts, const RoundLimits *limits, Arena *arena, CadreError *err);

#endif
