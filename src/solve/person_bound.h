/* person_bound.h: a bound without a solver: the sum of the best that each person could earn if no rule about groups held. */
#ifndef SOLVE_PERSON_BOUND_H
#define SOLVE_PERSON_BOUND_H

#include "solve/step.h"

/* No solution that the step admits has a greater value. Errors: CADRE_NO_MEMORY. Cost O(pairs log pairs of a person). */
CadreStatus person_bound(int64_t *bound, const Program *program, const Step *step, Arena *arena, CadreError *err);

#endif
