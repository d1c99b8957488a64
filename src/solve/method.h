/* method.h: what a method of solving must do: answer one step. solve_run asks the steps in turn and keeps the accounts. */
#ifndef SOLVE_METHOD_H
#define SOLVE_METHOD_H

#include "solve/solve.h"
#include "solve/step.h"

/* Shared by all steps of a run. */
typedef struct SolveRun {
    const Program *program;
    const SolveOptions *options;
    Arena *arena;
    double deadline_s; /* on the monotonic clock; 0: none */
    SolveLimits limits;
    struct {
        int64_t steps, columns, rows, coefficients, fixed, iterations, nodes, flips, rounds, priced, slices, enumerated,
            binding;
    } work;
    struct BundlesState *bundles; /* what the bundle method keeps between steps; NULL at first */
} SolveRun;

/* The best answer known to a step, and what is proved about it. */
typedef struct StepOutcome {
    bool found; /* some solution is known that the step admits */
    Solution solution;
    ObjectiveParts parts;
    int64_t changes, value;
    int64_t bound; /* nothing that the step admits has a greater value */
    bool proved;   /* bound - value is below the step's gap; where nothing is found: there is nothing */
} StepOutcome;

typedef struct Method {
    const char *name;
    /**
     * start: a solution that keeps all absolute rules and that the step admits, or NULL.
     * gap:   stop when bound - value is below this. enough: stop at this value, INT64_MAX: never.
     * Errors: CADRE_NO_MEMORY, CADRE_SOLVER.
     */
    CadreStatus (*step)(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                        CadreError *err);
} Method;

CadreStatus compact_step(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                         CadreError *err);

/* Take `solution` as the outcome's where it is feasible, admitted and better than what is known; by program_evaluate. */
CadreStatus step_take(StepOutcome *outcome, SolveRun *run, const Step *step, const Solution *solution, CadreError *err);

/* Tell the listener what has just been done. */
void run_trace(const SolveRun *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Tell the listener how near the step is to its proof. */
void run_tell_gap(const SolveRun *run, const StepOutcome *out);

/* Seconds left for a solver; 0 where there is no limit, and hardly any where it has passed. */
double run_seconds(const SolveRun *run);

#endif
