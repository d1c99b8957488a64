/* A sweep: read the tables once -> solve the plan as it is -> solve each point of the grid from there -> compare -> write a
 * result for each outcome aside, judge it -> put all in place -> print. */
#include "pipeline_sweep.h"

#include <omp.h>
#include <string.h>

#include "read/vary.h"
#include "write/frontier_write.h"
#include "write/sweep_folder.h"

static CadreStatus plan_read_once(Sweep *sweep, const CadreInputs *inputs, CadreError *err)
{
    Run *run = sweep->run;
    InputTables *tables;
    ReadResult read = {0};
    pipeline_stage(run, "read");
    CadreStatus status = read_tables(&tables, inputs, run->arena, run->messages, err);
    if (status == CADRE_OK) status = read_changed(&read, tables, NULL, run->arena, run->messages, err);
    TRY(pipeline_flush(run, status, err));
    sweep->tables = tables;
    sweep->base = read.model;
    return pipeline_facts(run, &read, err);
}

/* The plan's own best, as `cadre solve` finds it. */
static CadreStatus plan_solve(Sweep *sweep, Frontier *frontier, CadreError *err)
{
    Run *run = sweep->run;
    SolveOutcome outcome;
    SeatMap map;
    TRY(pipeline_program(&sweep->program, &sweep->scores, run, sweep->base, sweep->threads, run->arena, err));
    sweep->pools = pool_set_create(run->arena);
    sweep->parts = part_programs_create(run->arena);
    if (!sweep->pools || !sweep->parts) return error_no_memory(err);
    pipeline_stage(run, "solve");
    SolveOptions options = {.method = "bundles",
                            .threads = sweep->threads,
                            .gap_points = 1,
                            .keep_pools = sweep->pools,
                            .keep_parts = sweep->settings_only ? sweep->parts : NULL,
                            .listener = &run->listener};
    TRY(pipeline_flush(run, solve_run(&outcome, &sweep->program, &options, run->arena, run->messages, err), err));
    sweep->best_solution = outcome.solution;
    frontier->own_changes = outcome.changes;
    frontier->changes_from = sweep->base->mends ? "the result to be mended" : sweep->base->has_previous ? "previous.csv" : NULL;
    TRY(seat_map_make(&map, sweep->base, sweep->base, run->arena, err));
    TRY(frontier_seats(&sweep->best, &map, sweep->base, &outcome.solution, run->arena, err));
    return frontier_measure(&frontier->own, &sweep->program, &sweep->best, &sweep->best, run->arena, err);
}

static CadreStatus points_solve(Sweep *sweep, CadreError *err)
{
    Arena *arena = sweep->run->arena;
    sweep->points = ARENA_ARRAY(arena, SweepPoint, sweep->grid.n_points);
    sweep->frontier = ARENA_ARRAY(arena, FrontierPoint, sweep->grid.n_points);
    sweep->keepers = ARENA_ARRAY(arena, Arena *, sweep->threads);
    if (!sweep->points || !sweep->frontier || !sweep->keepers) return error_no_memory(err);
    for (int i = 0; i < sweep->threads; i++)
        if (!(sweep->keepers[i] = arena_create(arena))) return error_no_memory(err);
    pipeline_stage(sweep->run, "sweep");
    return sweep_solve(sweep, err);
}

static CadreStatus points_compare(Sweep *sweep, Frontier *frontier, CadreError *err)
{
    const VaryGrid *grid = &sweep->grid;
    Arena *arena = sweep->run->arena;
    const char **names = ARENA_ARRAY(arena, const char *, grid->n);
    const char **values = ARENA_ARRAY(arena, const char *, grid->n * grid->n_points);
    FrontierSeats *seats = ARENA_ARRAY(arena, FrontierSeats, grid->n_points);
    if (!names || !values || !seats) return error_no_memory(err);
    for (int i = 0; i < grid->n; i++) names[i] = grid->varies[i].name;
    for (int point = 0; point < grid->n_points; point++) {
        seats[point] = sweep->points[point].seats;
        for (int i = 0; i < grid->n; i++) values[point * grid->n + i] = vary_value(grid, point, i);
    }
    frontier->names = names;
    frontier->values = values;
    frontier->points = sweep->frontier;
    frontier->n_names = grid->n;
    frontier->n_points = grid->n_points;
    TRY(frontier_number(frontier, seats, arena, err));
    frontier_mark(frontier);
    sweep->n_outcomes = frontier->n_outcomes;
    return CADRE_OK;
}

static CadreStatus sweep_write(Sweep *sweep, const Frontier *frontier, const char *path, CadreError *err)
{
    Run *run = sweep->run;
    pipeline_stage(run, "write");
    TRY(sweep_open(&sweep->aside, path, run->arena, err));
    CadreStatus status = sweep_outcomes_write(sweep, err);
    if (status == CADRE_OK) return sweep_commit(sweep->aside, path, frontier, run->arena, err);
    sweep_discard(sweep->aside, run->arena);
    return error_retell(err, status, sweep->aside, path);
}

static CadreStatus sweep_text(const char **text, const Frontier *frontier, const CadreSweepOptions *options, Arena *arena,
                              CadreError *err)
{
    *text = "";
    if (!options->print) return CADRE_OK;
    if (options->json) return frontier_json_text(text, frontier, arena, err);
    return frontier_terminal_text(text, frontier, options->out, terminal_width(options->print), arena, err);
}

/* What is varied stands in frontier.csv as the command says it. */
static CadreStatus varies_nobody(const VaryGrid *grid, CadreError *err)
{
    static const char *const of_people[] = {"people", "pins", "pairs", "previous"};
    for (int i = 0; i < grid->n; i++)
        for (size_t k = 0; k < sizeof of_people / sizeof *of_people; k++)
            if (strncasecmp(grid->varies[i].sheet, of_people[k], strlen(of_people[k])) == 0)
                return error_set(err, CADRE_INPUT,
                                 "--vary %s: names somebody, and the sweep's files would; expected no sheet of people with "
                                 "--redact",
                                 grid->varies[i].name);
    return CADRE_OK;
}

static CadreStatus run_sweep(Run *run, const CadreInputs *inputs, const CadreSweepOptions *options, bool *certified,
                             CadreError *err)
{
    Sweep sweep = {.run = run, .out = options->out, .threads = options->threads > 0 ? options->threads : omp_get_max_threads()};
    Frontier frontier = {.n_points = 0};
    const char *text;
    TRY(vary_parse(&sweep.grid, options->vary, options->n_vary, run->arena, err));
    sweep.settings_only = vary_settings_only(&sweep.grid, run->arena);
    TRY(plan_read_once(&sweep, inputs, err));
    run->facts.inputs = inputs;
    if (inputs->redact) TRY(varies_nobody(&sweep.grid, err));
    TRY(pipeline_redact(run, inputs, options->out, true, err));
    TRY(sweep_target_check(options->out, run->arena, err));
    TRY(plan_solve(&sweep, &frontier, err));
    TRY(points_solve(&sweep, err));
    TRY(points_compare(&sweep, &frontier, err));
    TRY(sweep_text(&text, &frontier, options, run->arena, err));
    TRY(sweep_write(&sweep, &frontier, options->out, err));
    pipeline_print(run, options->print, text);
    *certified = true;
    for (int i = 0; i < frontier.n_points; i++)
        *certified = *certified && (frontier.points[i].proved || !frontier.points[i].possible);
    return CADRE_OK;
}

CadreStatus cadre_sweep(const CadreInputs *inputs, const CadreSweepOptions *options, const CadreListener *listener,
                        bool *certified, CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = run_sweep(&run, inputs, options, certified, err);
    arena_release(run.arena);
    return status;
}
