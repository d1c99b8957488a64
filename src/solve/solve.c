/* Solve a program as one, or in parts where it falls apart: each part is a model, a score and a program of its own, largest
 * first. */
#include "solve/solve.h"

#include <omp.h>
#include <stdatomic.h>
#include <string.h>

#include "solve/clock.h"
#include "solve/compact.h"
#include "solve/near_solve.h"
#include "solve/part_program.h"
#include "solve/pool_set.h"
#include "solve/steps.h"

typedef struct PartAnswer {
    CadreStatus status;
    CadreError error;
    SolveOutcome outcome; /* its solution in the whole's indices, kept in a thread's own arena */
} PartAnswer;

typedef struct Parts {
    const Program *whole;
    const SolveOptions *options;
    Components components;
    PartAnswer *answers; /* [components.n] */
    bool parts_fit;      /* options->parts */
    double deadline_s;
    atomic_int n_done;
} Parts;

static CadreStatus part_get(const PartProgram **out, const Parts *parts, int number, Arena *arena, CadreError *err)
{
    const SolveOptions *options = parts->options;
    PartProgram *made;
    if (options->keep_parts) {
        TRY(part_programs_keep(&made, options->keep_parts, parts->whole, &parts->components, number, err));
        *out = made;
        return CADRE_OK;
    }
    *out = made = ARENA_NEW(arena, PartProgram);
    if (!made) return error_no_memory(err);
    if (parts->parts_fit)
        return part_programs_revalue(made, options->parts, parts->whole, &parts->components, number, arena, err);
    return part_program_make(made, parts->whole, &parts->components, number, arena, err);
}

static CadreStatus part_solve(PartAnswer *answer, const Parts *parts, int number, Arena *keeper, Arena *arena, CadreError *err)
{
    const Components *components = &parts->components;
    const PartProgram *part;
    Solution near, start;
    SolveOptions options = *parts->options;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    options.threads = 1;
    options.listener = NULL;
    options.pool = NULL; /* of the whole; the parts have pools of their own */
    options.keep = NULL;
    options.gap_points = parts->options->gap_points / components->n > 1 ? parts->options->gap_points / components->n : 1;
    options.time_limit_s = clock_left(parts->deadline_s);
    const Model *whole = parts->whole->model;
    TRY(part_get(&part, parts, number, arena, err));
    if (options.near) TRY(near_of_part(&near, options.near, whole, &components->index, number, &part->part.model, arena, err));
    if (options.start)
        TRY(near_of_part(&start, options.start, whole, &components->index, number, &part->part.model, arena, err));
    if (options.near) options.near = &near;
    if (options.start) options.start = &start;
    TRY(near_solve(&answer->outcome, &part->program, number, &options, arena, messages, err));
    return part_solution_keep(&answer->outcome.solution, &part->part, keeper, err);
}

static void part_run(Parts *parts, int number, Arena *keeper)
{
    PartAnswer *answer = &parts->answers[number];
    Arena *arena = keeper ? arena_create(NULL) : NULL;
    answer->status = arena ? part_solve(answer, parts, number, keeper, arena, &answer->error) : error_no_memory(&answer->error);
    arena_release(arena);
}

static void report(const SolveOptions *options, double done)
{
    if (options->listener && options->listener->progress) options->listener->progress(options->listener->data, "solve", done);
}

/* keepers: [threads], NULL where there was no memory. */
static void parts_run(Parts *parts, Arena **keepers, int threads)
{
    int n = parts->components.n;
    atomic_int next = 0;
#pragma omp parallel for schedule(static, 1) num_threads(threads)
    for (int thread = 0; thread < threads; thread++) {
        int at;
        while ((at = atomic_fetch_add(&next, 1)) < n) {
            part_run(parts, parts->components.order[at], keepers[thread]);
            int done = atomic_fetch_add(&parts->n_done, 1) + 1;
            if (omp_get_thread_num() == 0 && done < n) report(parts->options, (double)done / n);
        }
    }
}

/* The parts in their own order, so that nothing depends on who was done first. */
static CadreStatus parts_merge(SolveOutcome *out, const Parts *parts, Arena *arena, CadreError *err)
{
    const Model *model = parts->whole->model;
    SolveOutcome outcome = {
        .proved = true, .floor = -1, .changes = model_counts_changes(model) ? 0 : -1, .method = parts->options->method};
    LIST(Assignment) assignments = {0};
    for (int number = 0; number < parts->components.n; number++) {
        const PartAnswer *answer = &parts->answers[number];
        if (answer->status != CADRE_OK) {
            *err = answer->error;
            return answer->status;
        }
        const SolveOutcome *part = &answer->outcome;
        outcome.bound += part->bound;
        outcome.proved = outcome.proved && part->proved;
        if (model_counts_changes(model)) outcome.changes += part->changes;
        outcome_add_work(&outcome, part);
        outcome_add_limits(&outcome.limits, part->limits);
        for (int i = 0; i < part->solution.n; i++)
            if (!LIST_PUSH(arena, &assignments, part->solution.assignments[i])) return error_no_memory(err);
    }
    outcome.work[outcome.n_work++] = (WorkCount){"parts", parts->components.n};
    outcome.solution = (Solution){assignments.items, assignments.n};
    solution_sort(&outcome.solution);
    bool feasible;
    TRY(program_evaluate(&outcome.parts, &feasible, NULL, NULL, parts->whole, &outcome.solution, arena, err));
    if (!feasible) return error_set(err, CADRE_SOLVER, "the parts of the plan do not fit together");
    int64_t gap = outcome.bound - objective_value(outcome.parts);
    outcome.proved = outcome.proved && gap < parts->options->gap_points;
    *out = outcome;
    return CADRE_OK;
}

static CadreStatus parts_solve(SolveOutcome *out, Parts *parts, Arena *arena, CadreError *err)
{
    int threads = parts->options->threads < parts->components.n ? parts->options->threads : parts->components.n;
    Arena **keepers = ARENA_ARRAY(arena, Arena *, threads);
    parts->answers = ARENA_ARRAY(arena, PartAnswer, parts->components.n);
    if (!keepers || !parts->answers) return error_no_memory(err);
    if (parts->options->time_limit_s > 0) parts->deadline_s = clock_seconds() + parts->options->time_limit_s;
    for (int thread = 0; thread < threads; thread++) keepers[thread] = arena_create(NULL);
    parts_run(parts, keepers, threads);
    CadreStatus status = parts_merge(out, parts, arena, err);
    for (int thread = 0; thread < threads; thread++) arena_release(keepers[thread]);
    report(parts->options, 1);
    return status;
}

CadreStatus solve_write_model(const Program *program, const char *path, Arena *arena, CadreError *err)
{
    Compact compact;
    Arena *scratch = arena_create(arena);
    if (!scratch) return error_no_memory(err);
    CadreStatus status = compact_make(&compact, program, &(Step)STEP_INIT, scratch, err);
    if (status == CADRE_OK) status = compact_write(&compact, path, scratch, err);
    arena_release(scratch);
    return status;
}

CadreStatus solve_check(const Program *program, Arena *arena, Messages *messages, CadreError *err)
{
    return steps_check(program, arena, messages, err);
}

CadreStatus solve_run(SolveOutcome *out, const Program *program, const SolveOptions *options, Arena *arena, Messages *messages,
                      CadreError *err)
{
    Parts parts = {.whole = program, .options = options};
    if (options->write_model) TRY(solve_write_model(program, options->write_model, arena, err));
    bool is_floor = program->model->settings.fairness == FAIRNESS_FLOOR;
    if (!is_floor) TRY(components_find(&parts.components, program, arena, err));
    int n = parts.components.n > 1 ? parts.components.n : 1;
    if (options->keep_pools) TRY(pool_set_room(options->keep_pools, n, err));
    if (n == 1) return near_solve(out, program, 0, options, arena, messages, err);
    TRY(steps_check(program, arena, messages, err)); /* contradictions are named from the whole */
    if (options->keep_parts) TRY(part_programs_room(options->keep_parts, n, &program->model->settings, err));
    parts.parts_fit = options->parts && part_programs_fit(options->parts, program, &parts.components);
    return parts_solve(out, &parts, arena, err);
}
