/* The points of a sweep: each is read, scored, formulated and solved by one thread, from what its neighbour
 * in the grid left behind, the first from what the plan's own best did. Who begins with whom hangs on the grid alone, so that
 * threads change nothing. */
#include <omp.h>
#include <stdatomic.h>
#include <string.h>

#include "pipeline_sweep.h"

/* --- threads --- */

typedef struct TaskAnswer {
    CadreStatus status;
    CadreError error;
} TaskAnswer;

static void tell_progress(const Sweep *sweep, const char *stage, int done, int n)
{
    const CadreListener *listener = &sweep->run->listener;
    if (omp_get_thread_num() == 0 && done < n) listener->progress(listener->data, stage, (double)done / n);
}

CadreStatus sweep_parallel(Sweep *sweep, SweepTask *task, int n, const char *stage, CadreError *err)
{
    TaskAnswer *answers = ARENA_ARRAY(sweep->run->arena, TaskAnswer, n);
    if (!answers) return error_no_memory(err);
    atomic_int next = 0, done = 0;
#pragma omp parallel for schedule(static, 1) num_threads(sweep->threads)
    for (int thread = 0; thread < sweep->threads; thread++) {
        omp_set_num_threads(1); /* of this thread's own tasks: the threads are all at work */
        for (int at; (at = atomic_fetch_add(&next, 1)) < n;) {
            answers[at].status = task(sweep, at, sweep->keepers[thread], &answers[at].error);
            tell_progress(sweep, stage, atomic_fetch_add(&done, 1) + 1, n);
        }
    }
    for (int i = 0; i < n; i++) {
        if (answers[i].status == CADRE_OK) continue;
        *err = answers[i].error;
        return answers[i].status;
    }
    return CADRE_OK;
}

/* --- one point --- */

CadreStatus sweep_read(Model **out, const Sweep *sweep, const Table *changes, Arena *arena, Messages *messages, CadreError *err)
{
    ReadResult read;
    if (sweep->settings_only)
        TRY(read_settings_changed(&read, sweep->tables, sweep->base, changes, arena, messages, err));
    else
        TRY(read_changed(&read, sweep->tables, changes, arena, messages, err));
    *out = read.model;
    return CADRE_OK;
}

CadreStatus sweep_score(ScoreTable *out, const Sweep *sweep, SweepPoint *point, const Model *model, Arena *keeper, Arena *arena,
                        CadreError *err)
{
    const Settings *own = &model->settings, *base = &sweep->base->settings;
    bool same = sweep->settings_only && own->weight_fit == base->weight_fit && own->weight_interest == base->weight_interest &&
                own->weight_growth == base->weight_growth && own->weight_continuity == base->weight_continuity;
    *out = sweep->scores;
    if (same) return CADRE_OK;
    if (point->points) {
        out->points = point->points;
        return CADRE_OK;
    }
    TRY(score_run(out, model, 1, arena, err));
    if (!sweep->settings_only || !keeper) return CADRE_OK; /* settings open no role, and bar none: the pairs are the plan's */
    point->points = ARENA_ARRAY(keeper, int16_t, out->n_pairs);
    if (!point->points) return error_no_memory(err);
    if (out->n_pairs > 0) memcpy(point->points, out->points, (size_t)out->n_pairs * sizeof *point->points);
    return CADRE_OK;
}

static CadreStatus point_program(Program *out, const Sweep *sweep, const Model *model, const ScoreTable *scores, Arena *arena,
                                 Messages *messages, CadreError *err)
{
    bool same_rules = sweep->settings_only && program_same_rules(&sweep->base->settings, &model->settings);
    if (!same_rules) return program_make(out, model, scores, arena, messages, err);
    TRY(program_revalue(out, &sweep->program, model, scores, arena, err));
    return program_check_pins(out, arena, messages, err);
}

typedef struct MessageKeeper {
    SweepPoint *point;
    Arena *arena;
    bool lost;
} MessageKeeper;

static void keep_message(void *data, const CadreMessage *message)
{
    MessageKeeper *keeper = data;
    CadreMessage kept = *message;
    kept.file = arena_copy(keeper->arena, message->file);
    kept.text = arena_copy(keeper->arena, message->text);
    if (!kept.file || !kept.text || !LIST_PUSH(keeper->arena, &keeper->point->messages, kept)) keeper->lost = true;
}

CadreStatus sweep_messages_keep(SweepPoint *point, Messages *messages, Arena *keeper, CadreError *err)
{
    MessageKeeper kept = {.point = point, .arena = keeper};
    CadreListener listener = {.data = &kept, .message = keep_message};
    CadreStatus status = messages_flush(messages, &listener, err);
    if (kept.lost) return error_no_memory(err);
    return status == CADRE_INPUT ? CADRE_OK : status;
}

static CadreStatus answer_keep(Sweep *sweep, SweepPoint *point, FrontierPoint *frontier, const Program *program, Arena *keeper,
                               Arena *arena, CadreError *err)
{
    SolveOutcome *outcome = &point->outcome;
    ObjectiveParts parts;
    SeatMap map;
    bool feasible;
    Assignment *kept = ARENA_ARRAY(keeper, Assignment, outcome->solution.n);
    if (!kept) return error_no_memory(err);
    if (outcome->solution.n) memcpy(kept, outcome->solution.assignments, (size_t)outcome->solution.n * sizeof *kept);
    outcome->solution.assignments = kept;
    TRY(program_evaluate(&parts, &feasible, &point->shortages, &point->n_shortages, program, &outcome->solution, keeper, err));
    if (!feasible || objective_value(parts) != objective_value(outcome->parts))
        return error_set(err, CADRE_SOLVER, "the solver's solution does not hold what it says of it");
    TRY(seat_map_make(&map, program->model, sweep->base, arena, err));
    TRY(frontier_seats(&point->seats, &map, program->model, &outcome->solution, keeper, err));
    TRY(frontier_measure(&frontier->measures, &sweep->program, &sweep->best, &point->seats, arena, err));
    frontier->possible = true;
    frontier->value = objective_value(outcome->parts);
    frontier->bound = outcome->bound;
    frontier->proved = outcome->proved;
    frontier->changes = outcome->changes;
    return CADRE_OK;
}

/* Those seats that the model has. */
static CadreStatus seats_solution(Solution *out, const SeatMap *map, const FrontierSeats *seats, Arena *arena, CadreError *err)
{
    Solution known = {ARENA_ARRAY(arena, Assignment, seats->n), 0};
    if (!known.assignments) return error_no_memory(err);
    for (int i = 0; i < seats->n; i++)
        if (seats->items[i].person >= 0)
            known.assignments[known.n++] = (Assignment){seats->items[i].person, seats->items[i].role};
    return seat_map_solution(out, map, &known, arena, err);
}

/* Whether the rules can be kept at all is for the solver to say; what it finds against it is a warning about the point. */
static CadreStatus model_solve(Sweep *sweep, int number, const Model *model, Messages *messages, Arena *keeper, Arena *arena,
                               CadreError *err)
{
    ScoreTable scores;
    Program program;
    SeatMap map;
    Solution near, start;
    SweepPoint *point = &sweep->points[number], *parent = point->parent >= 0 ? &sweep->points[point->parent] : NULL;
    TRY(sweep_score(&scores, sweep, point, model, keeper, arena, err));
    TRY(point_program(&program, sweep, model, &scores, arena, messages, err));
    if (messages_errors(messages) > 0) return CADRE_OK;
    TRY(seat_map_make(&map, sweep->base, model, arena, err));
    TRY(seat_map_solution(&near, &map, &sweep->best_solution, arena, err));
    SolveOptions options = {.method = "bundles",
                            .threads = 1,
                            .gap_points = 1,
                            .pools = sweep->pools,
                            .keep_pools = point->pools,
                            .parts = sweep->settings_only ? sweep->parts : NULL,
                            .near = &near,
                            .near_without_previous = true,
                            .pools_by_settings = sweep->settings_only};
    if (parent && sweep->frontier[point->parent].possible) {
        TRY(seats_solution(&start, &map, &parent->seats, arena, err));
        options.start = &start;
        if (parent->pools) options.pools = parent->pools;
    }
    CadreStatus status = solve_run(&point->outcome, &program, &options, arena, messages, err);
    if (status == CADRE_INPUT) return CADRE_OK;
    return status == CADRE_OK ? answer_keep(sweep, point, &sweep->frontier[number], &program, keeper, arena, err) : status;
}

CadreStatus sweep_point_run(Sweep *sweep, int number, Arena *keeper, Arena *arena, CadreError *err)
{
    Table changes;
    Model *model;
    SweepPoint *point = &sweep->points[number];
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(vary_table(&changes, &sweep->grid, number, arena, err));
    TRY(sweep_read(&model, sweep, &changes, arena, messages, err));
    point->unread = messages_errors(messages) > 0;
    if (point->unread) atomic_store(&sweep->wrong, true);
    if (!atomic_load(&sweep->wrong)) TRY(model_solve(sweep, number, model, messages, keeper, arena, err));
    return sweep_messages_keep(point, messages, keeper, err);
}

/* --- all points --- */

static void point_release(SweepPoint *point)
{
    if (atomic_fetch_sub(&point->waiting, 1) > 1) return;
    arena_release(point->pool_arena); /* all that begin with it are done */
    point->pool_arena = NULL;
}

static void point_task(Sweep *sweep, int number)
{
    SweepPoint *point = &sweep->points[number];
    Arena *arena = arena_create(NULL), *keeper = sweep->keepers[omp_get_thread_num()];
    if (atomic_load(&point->waiting) > 1) point->pool_arena = arena_create(NULL);
    if (point->pool_arena) point->pools = pool_set_create(point->pool_arena);
    point->status = arena ? sweep_point_run(sweep, number, keeper, arena, &point->error) : error_no_memory(&point->error);
    arena_release(arena);
    tell_progress(sweep, "sweep", atomic_fetch_add(&sweep->n_done, 1) + 1, sweep->grid.n_points);
    for (int child = 0; child < sweep->grid.n_points; child++) {
        if (sweep->points[child].parent != number) continue;
#pragma omp task firstprivate(child)
        point_task(sweep, child);
    }
    if (point->parent >= 0) point_release(&sweep->points[point->parent]);
    point_release(point);
}

static CadreStatus points_run(Sweep *sweep, CadreError *err)
{
    int root = -1;
    for (int i = 0; i < sweep->grid.n_points; i++) atomic_init(&sweep->points[i].waiting, 1);
    for (int i = 0; i < sweep->grid.n_points; i++) {
        int parent = sweep->points[i].parent = vary_neighbour(&sweep->grid, i);
        if (parent < 0)
            root = i;
        else
            atomic_fetch_add(&sweep->points[parent].waiting, 1);
    }
#pragma omp parallel num_threads(sweep->threads)
#pragma omp single
    point_task(sweep, root);
    for (int i = 0; i < sweep->grid.n_points; i++) {
        if (sweep->points[i].status == CADRE_OK) continue;
        *err = sweep->points[i].error;
        return sweep->points[i].status;
    }
    return CADRE_OK;
}

CadreStatus sweep_solve(Sweep *sweep, CadreError *err)
{
    atomic_init(&sweep->wrong, false);
    TRY(points_run(sweep, err));
    return sweep_tell(sweep, atomic_load(&sweep->wrong), err);
}
