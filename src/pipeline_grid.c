/* The points of a sweep: each is read, scored, formulated and solved by one thread, from what its neighbour
 * in the grid left behind, the first from what the plan's own best did. Who begins with whom hangs on the grid alone, so that
 * threads change nothing. */
#include <omp.h>
#include <stdatomic.h>
#include <string.h>

#include "base/names.h"
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
    for (int thread = 0; thread < sweep->threads; thread++)
        for (int at; (at = atomic_fetch_add(&next, 1)) < n;) {
            answers[at].status = task(sweep, at, sweep->keepers[thread], &answers[at].error);
            tell_progress(sweep, stage, atomic_fetch_add(&done, 1) + 1, n);
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

static CadreStatus messages_keep(SweepPoint *point, Messages *messages, Arena *keeper, CadreError *err)
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
    TRY(score_run(&scores, model, 1, arena, err));
    TRY(program_make(&program, model, &scores, arena, messages, err));
    if (messages_errors(messages) > 0) return CADRE_OK;
    TRY(seat_map_make(&map, sweep->base, model, arena, err));
    TRY(seat_map_solution(&near, &map, &sweep->best_solution, arena, err));
    SolveOptions options = {
        .method = "bundles", .threads = 1, .gap_points = 1, .pools = sweep->pools, .keep_pools = point->pools, .near = &near};
    if (parent && sweep->frontier[point->parent].possible) {
        TRY(seats_solution(&start, &map, &parent->seats, arena, err));
        options.start = &start;
        if (parent->pools) options.pools = parent->pools;
    }
    CadreStatus status = solve_run(&point->outcome, &program, &options, arena, messages, err);
    if (status == CADRE_INPUT) return CADRE_OK;
    return status == CADRE_OK ? answer_keep(sweep, point, &sweep->frontier[number], &program, keeper, arena, err) : status;
}

static CadreStatus point_run(Sweep *sweep, int number, Arena *keeper, Arena *arena, CadreError *err)
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
    return messages_keep(point, messages, keeper, err);
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
    point->status = arena ? point_run(sweep, number, keeper, arena, &point->error) : error_no_memory(&point->error);
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

/* --- what was found --- */

/* What the command itself says has no line and column. False where it was told already, or there is no memory. */
static bool add_found(Sweep *sweep, const CadreMessage *found)
{
    bool is_vary = strncmp(found->file, "--vary ", 7) == 0;
    Origin origin = {found->file, is_vary ? 0 : found->line, is_vary ? 0 : found->column};
    const char *key = arena_print(sweep->run->arena, "%s:%d:%d:%s", origin.file, origin.line, origin.column, found->text);
    int before = names_count(sweep->told);
    if (!key || names_add(sweep->told, key) != before) return false;
    messages_add(sweep->run->messages, found->severity, origin, "%s", found->text);
    return true;
}

static CadreStatus learn_told(Sweep *sweep, CadreError *err)
{
    Run *run = sweep->run;
    sweep->told = names_create(run->arena, NAME_STYLE_EXACT);
    if (!sweep->told) return error_no_memory(err);
    for (int i = 0; i < run->log.n; i++) {
        const CadreMessage *told = &run->log.items[i];
        const char *key = arena_print(run->arena, "%s:%d:%d:%s", told->file, told->line, told->column, told->text);
        if (!key || names_add(sweep->told, key) < 0) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* The name of a point, as "--vary a=1 --vary b=2". */
static const char *point_name(const VaryGrid *grid, int point, Arena *arena)
{
    const char *name = arena_copy(arena, "");
    for (int i = 0; i < grid->n && name; i++)
        name = arena_print(arena, "%s%s--vary %s=%s", name, i ? " " : "", grid->varies[i].name, vary_value(grid, point, i));
    return name;
}

/* A point whose rules contradict each other: what was found against it is part of the warning. */
static CadreStatus tell_impossible(Sweep *sweep, int number, CadreError *err)
{
    const SweepPoint *point = &sweep->points[number];
    const CadreMessage *first = NULL;
    for (int i = 0; i < point->messages.n && !first; i++)
        if (point->messages.items[i].severity == CADRE_ERROR) first = &point->messages.items[i];
    const char *name = point_name(&sweep->grid, number, sweep->run->arena);
    if (!name) return error_no_memory(err);
    messages_add(sweep->run->messages, CADRE_WARNING, (Origin){name, 0, 0},
                 "nobody can be assigned there, as rules contradict each other; expected rules that can be kept together%s%s",
                 first ? ": " : "", first ? first->text : "");
    return CADRE_OK;
}

static void tell_errors(Sweep *sweep, const SweepPoint *point)
{
    for (int i = 0; i < point->messages.n; i++)
        if (point->messages.items[i].severity == CADRE_ERROR) add_found(sweep, &point->messages.items[i]);
}

static CadreStatus tell_findings(Sweep *sweep, CadreError *err)
{
    for (int number = 0; number < sweep->grid.n_points; number++) {
        const SweepPoint *point = &sweep->points[number];
        for (int i = 0; i < point->messages.n; i++)
            if (point->messages.items[i].severity != CADRE_ERROR) add_found(sweep, &point->messages.items[i]);
        if (!sweep->frontier[number].possible) TRY(tell_impossible(sweep, number, err));
    }
    return pipeline_flush(sweep->run, CADRE_OK, err);
}

static CadreStatus tell_value(Sweep *sweep, int vary, int value, CadreError *err)
{
    Arena *arena = arena_create(sweep->run->arena);
    Messages *messages = arena ? messages_create(arena) : NULL;
    SweepPoint alone = {.unread = true};
    Table changes;
    Model *model;
    if (!messages) return error_no_memory(err);
    TRY(vary_table_of_value(&changes, &sweep->grid, vary, value, arena, err));
    TRY(sweep_read(&model, sweep, &changes, arena, messages, err));
    TRY(messages_keep(&alone, messages, sweep->run->arena, err));
    tell_errors(sweep, &alone);
    arena_release(arena);
    return CADRE_OK;
}

/* Each value is tried by itself, so that all that is wrong is told at once; else it is wrong only together. */
static CadreStatus tell_wrong(Sweep *sweep, CadreError *err)
{
    for (int vary = 0; vary < sweep->grid.n; vary++)
        for (int value = 0; value < sweep->grid.varies[vary].n; value++) TRY(tell_value(sweep, vary, value, err));
    for (int i = 0; i < sweep->grid.n_points && messages_errors(sweep->run->messages) == 0; i++) {
        SweepPoint *point = &sweep->points[i];
        if (!point->unread) TRY(point_run(sweep, i, sweep->keepers[0], sweep->run->arena, err)); /* it was passed over */
        if (point->unread) tell_errors(sweep, point);
    }
    return pipeline_flush(sweep->run, CADRE_OK, err);
}

CadreStatus sweep_solve(Sweep *sweep, CadreError *err)
{
    atomic_init(&sweep->wrong, false);
    TRY(learn_told(sweep, err));
    TRY(points_run(sweep, err));
    return atomic_load(&sweep->wrong) ? tell_wrong(sweep, err) : tell_findings(sweep, err);
}
