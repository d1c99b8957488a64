/* greedy.h: a good feasible solution fast, without proof: the best gains first, then adds, drops, swaps and transfers while any
 * of them gains. Deterministic. */
#ifndef SOLVE_GREEDY_H
#define SOLVE_GREEDY_H

#include "solve/placement.h"
#include "solve/step.h"

typedef struct GreedyLimits {
    int64_t flips;     /* of pairs, tries included */
    double deadline_s; /* on the monotonic clock; 0: none */
} GreedyLimits;

/**
 * Improve a placement that keeps all absolute rules and that the step admits; it stays so and never gets worse.
 * cut_short: set to true where the deadline stopped it. Errors: CADRE_NO_MEMORY.
 */
CadreStatus greedy_improve(Placement *placement, const Step *step, const GreedyLimits *limits, bool *cut_short, Arena *arena,
                           CadreError *err);

#endif
