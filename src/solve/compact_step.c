/* One step by the text-book program: a start by the greedy search, then the whole program solved to its end. */
#include "solve/compact.h"
#include "solve/exact.h"
#include "solve/person_bound.h"

enum { COEFFICIENTS_MOST = 1000000, ITERATIONS_MOST = 200000, NODES_LEAST = 1000, FLIPS_MOST = 30000000 };
static const int64_t node_work = 400000000; /* nodes * coefficients: minutes, whatever the size */

static void lower_bound_to(StepOutcome *out, int64_t bound)
{
    if (bound < out->bound) out->bound = bound;
    if (out->found && out->bound < out->value) out->bound = out->value; /* the bound spoke of better points only */
}

static CadreStatus make_and_solve(StepOutcome *out, SolveRun *run, const Step *step, EngineLimits *limits, Arena *arena,
                                  CadreError *err)
{
    Compact compact;
    int64_t *start = NULL, bound;
    TRY(compact_make(&compact, run->program, step, arena, err));
    if (out->found) TRY(compact_point(&start, &compact, &out->solution, arena, err));
    limits->nodes = NODES_LEAST + node_work / (compact.linear.entries.n + 1);
    TRY(exact_solve(out, &bound, run, step, &compact, start, limits, arena, err));
    if (bound == INT64_MIN) out->proved = true; /* there is nothing */
    lower_bound_to(out, bound);
    return CADRE_OK;
}

CadreStatus compact_step(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                         CadreError *err)
{
    *out = (StepOutcome){.bound = INT64_MAX};
    Arena *arena = arena_create(run->arena);
    if (!arena) return error_no_memory(err);
    EngineLimits limits = {.iterations = ITERATIONS_MOST, .gap = gap, .enough = enough, .cuts = true};
    run->work.steps++;
    int64_t bound;
    CadreStatus status;
    TRY_OR(done, person_bound(&bound, run->program, step, arena, err));
    TRY_OR(done, step_start(out, run, step, start, FLIPS_MOST, arena, err));
    lower_bound_to(out, bound);
    if (compact_size(run->program) > COEFFICIENTS_MOST)
        run->limits.memory = true;
    else if (!step_is_done(out, &limits))
        TRY_OR(done, make_and_solve(out, run, step, &limits, arena, err));
    if (out->found) out->proved = out->bound - out->value < gap;
done:
    arena_release(arena);
    return status;
}
