#include "solve/exact.h"

#include <math.h>

#include "solve/greedy.h"

typedef struct Exact {
    StepOutcome *out;
    SolveRun *run;
    const Step *step;
    Compact *compact;
    EngineLimits limits;
    Engine *engine;
    Arena *arena;
    int64_t bound;
} Exact;

bool step_is_done(const StepOutcome *out, const EngineLimits *limits)
{
    return out->found && (out->bound - out->value < limits->gap || out->value >= limits->enough);
}

void run_note_end(SolveRun *run, EngineEnd end)
{
    if (end == ENGINE_TIME) run->limits.time = true;
    if (end == ENGINE_NODES) run->limits.nodes = true;
    if (end == ENGINE_ITERATIONS) run->limits.rounds = true;
}

CadreStatus step_start(StepOutcome *out, SolveRun *run, const Step *step, const Solution *start, int64_t flips, Arena *arena,
                       CadreError *err)
{
    if (!start) return CADRE_OK;
    TRY(step_take(out, run, step, start, err));
    if (!out->found || flips == 0) return CADRE_OK;
    Placement placement;
    GreedyLimits limits = {flips, run->deadline_s};
    Solution better;
    TRY(placement_make(&placement, run->program, arena, err));
    placement_load(&placement, start);
    TRY(greedy_improve(&placement, step, &limits, &run->limits.time, arena, err));
    run->work.flips += placement.flips;
    TRY(placement_solution(&better, &placement, arena, err));
    return step_take(out, run, step, &better, err);
}

/* The value of the best known: nothing in the program is better. */
static void bound_by_best(Exact *at)
{
    int64_t best = at->out->found ? at->out->value : INT64_MIN;
    if (best < at->bound) at->bound = best;
}

/* Whether the program can hold nothing better than what is known. */
static bool nothing_better(const Exact *at) { return at->out->found && at->bound <= at->out->value; }

/* Solve the relaxation and bound by its duals; where it was not solved its last duals are as good as any. */
static CadreStatus relax(Exact *at, EngineRelaxation *relaxation, CadreError *err)
{
    int64_t bound;
    at->limits.seconds = run_seconds(at->run);
    *relaxation = (EngineRelaxation){.dual = ARENA_ARRAY(at->arena, double, at->compact->linear.rows.n)};
    if (!relaxation->dual) return error_no_memory(err);
    TRY(engine_relax(relaxation, at->engine, &at->limits, err));
    at->run->work.iterations += relaxation->iterations;
    run_note_end(at->run, relaxation->end);
    TRY(linear_safe_bound(&bound, NULL, &at->compact->linear, relaxation->dual, at->arena, err));
    if (bound < at->bound) at->bound = bound;
    if (relaxation->end == ENGINE_INFEASIBLE) bound_by_best(at);
    return CADRE_OK;
}

/* Only what is better than the solution at hand is looked for from here on. */
static CadreStatus tighten(Exact *at, EngineRelaxation *relaxation, CadreError *err)
{
    int64_t fixed;
    TRY(linear_tighten(&at->compact->linear, &fixed, relaxation->dual, at->out->value + 1, at->arena, err));
    at->run->work.fixed += fixed;
    TRY(engine_rebound(at->engine, err));
    return relax(at, relaxation, err);
}

/* The tree's bound, in floating point, as a whole number that is safely not below it. */
static int64_t whole_bound(double bound)
{
    if (!(bound < 9e18)) return INT64_MAX;
    double margin = 1e-3 + 1e-9 * fabs(bound);
    return (int64_t)floor(bound + margin);
}

/* What the search says about solutions better than the start. Its word counts only where it claims no more than the integers
 * show; a point that is worse than the start says that nothing better was left. */
static CadreStatus take_search(Exact *at, const EngineSearch *search, CadreError *err)
{
    StepOutcome *out = at->out;
    Solution solution;
    if (search->found) {
        TRY(compact_solution(&solution, at->compact, search->point, at->arena, err));
        TRY(step_take(out, at->run, at->step, &solution, err));
        if (!out->found || search->objective >= (double)out->value + 0.5) return CADRE_OK;
    }
    if (search->end == ENGINE_DONE || search->end == ENGINE_INFEASIBLE) bound_by_best(at);
    if (search->end == ENGINE_NODES || search->end == ENGINE_TIME || search->end == ENGINE_GAP) {
        int64_t bound = whole_bound(search->bound);
        if (bound < at->bound) at->bound = bound;
    }
    return CADRE_OK;
}

static CadreStatus search(Exact *at, const int64_t *start, CadreError *err)
{
    EngineSearch found;
    at->limits.seconds = run_seconds(at->run);
    TRY(engine_search(&found, at->engine, at->out->found ? start : NULL, &at->limits, at->arena, err));
    at->run->work.nodes += found.nodes;
    run_note_end(at->run, found.end);
    return take_search(at, &found, err);
}

static CadreStatus run_all(Exact *at, const int64_t *start, CadreError *err)
{
    EngineRelaxation relaxation;
    TRY(relax(at, &relaxation, err));
    if (relaxation.end == ENGINE_DONE && at->out->found && !nothing_better(at)) TRY(tighten(at, &relaxation, err));
    if (relaxation.end != ENGINE_DONE || nothing_better(at)) return CADRE_OK;
    return search(at, start, err);
}

CadreStatus exact_solve(StepOutcome *out, int64_t *bound, SolveRun *run, const Step *step, Compact *compact,
                        const int64_t *start, const EngineLimits *limits, Arena *arena, CadreError *err)
{
    const LinearProgram *linear = &compact->linear;
    Exact at = {
        .out = out, .run = run, .step = step, .compact = compact, .limits = *limits, .arena = arena, .bound = INT64_MAX};
    run->work.columns = linear->columns.n;
    run->work.rows = linear->rows.n;
    run->work.coefficients = linear->entries.n;
    TRY(engine_open(&at.engine, linear, arena, err));
    CadreStatus status = run_all(&at, start, err);
    engine_close(at.engine);
    *bound = at.bound;
    return status;
}
