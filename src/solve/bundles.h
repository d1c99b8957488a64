/* bundles.h: the bundle method (DESIGN section 6): column generation over what each person may do, a bound in whole numbers
 * from its duals, then an integer program over every bundle that a better solution could use. */
#ifndef SOLVE_BUNDLES_H
#define SOLVE_BUNDLES_H

#include "solve/method.h"

CadreStatus bundles_step(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                         CadreError *err);

#endif
