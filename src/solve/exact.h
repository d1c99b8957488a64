/* exact.h: the text-book program of a step to its end: relaxation, safe bound, columns fixed by it, branch and bound for
 * something better.
 */
#ifndef SOLVE_EXACT_H
#define SOLVE_EXACT_H

#include "solve/compact.h"
#include "solve/glpk_engine.h"
#include "solve/method.h"

/**
 * Solve the text-book program and take what is found into `out` (step_take).
 * bound: nothing that it holds has a value above it; where the search came to its end it is the value of the best, and
 * INT64_MIN where the program holds nothing and nothing is known. A limit that cut it short is marked in run->limits.
 * start: the point of out->solution in the columns, or NULL where it is none of them.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
 */
CadreStatus exact_solve(StepOutcome *out, int64_t *bound, SolveRun *run, const Step *step, Compact *compact,
                        const int64_t *start, const EngineLimits *limits, Arena *arena, CadreError *err);

/* Whether a step needs no more work. */
bool step_is_done(const StepOutcome *out, const EngineLimits *limits);

/* Mark what cut the run short. */
void run_note_end(SolveRun *run, EngineEnd end);

/* Take the start, bettered by the greedy search in so many flips (0: not at all), into `out`. Errors: CADRE_NO_MEMORY. */
CadreStatus step_start(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t flips, Arena *arena,
                       CadreError *err);

#endif
