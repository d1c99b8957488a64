/* The steps of a run, each one exact question to the method: the floor's three, then the fewest changes. */
#include "solve/steps.h"

#include <string.h>

#include "solve/absolutes.h"
#include "solve/bundles.h"
#include "solve/clock.h"
#include "solve/method.h"

static const Method methods[] = {
    {"bundles", bundles_step},
    {"compact", compact_step},
};
enum { METHODS = sizeof methods / sizeof *methods, ABSOLUTES_NODES = 1000000, ABSOLUTES_ITERATIONS = 1000000 };

static const Method *method_find(const char *name)
{
    for (int i = 0; i < METHODS; i++)
        if (strcmp(methods[i].name, name) == 0) return &methods[i];
    return NULL;
}

bool solve_method_known(const char *name, const char **names)
{
    if (names) *names = "bundles, compact";
    return method_find(name) != NULL;
}

void run_trace(const SolveRun *run, const char *format, ...)
{
    const CadreListener *listener = run->options->listener;
    if (!listener || !listener->trace) return;
    char line[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    listener->trace(listener->data, line);
}

enum { SOLVE_SHARE_TOTAL = 40 }; /* per cent of the work that come before the total's step */

void run_tell_gap(const SolveRun *run, const StepOutcome *out)
{
    const CadreListener *listener = run->options->listener;
    if (!listener || !listener->progress || !out->found) return;
    char stage[80];
    snprintf(stage, sizeof stage, "solve (a value of %lld, at most %lld more)", (long long)out->value,
             (long long)(out->bound - out->value));
    listener->progress(listener->data, stage, SOLVE_SHARE_TOTAL / 100.0);
}

double run_seconds(const SolveRun *run) { return clock_left(run->deadline_s); }

static bool solution_meets_floor(const Program *program, const Step *step, const Solution *solution)
{
    for (int i = 0; i < solution->n; i++)
        if (step_bars(step, program,
                      program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role)))
            return false;
    return true;
}

CadreStatus step_take(StepOutcome *outcome, SolveRun *run, const Step *step, const Solution *solution, CadreError *err)
{
    ObjectiveParts parts;
    bool feasible;
    Arena *scratch = arena_create(run->arena);
    if (!scratch) return error_no_memory(err);
    CadreStatus status = program_evaluate(&parts, &feasible, NULL, NULL, run->program, solution, scratch, err);
    arena_release(scratch);
    if (status != CADRE_OK) return status;
    int64_t changes = feasible ? program_moves(run->program, solution) : 0, value = step_value(step, parts, changes);
    if (!feasible || !step_admits(step, parts) || !solution_meets_floor(run->program, step, solution)) return CADRE_OK;
    if (outcome->found && value <= outcome->value) return CADRE_OK;
    Assignment *copy = ARENA_ARRAY(run->arena, Assignment, solution->n);
    if (!copy) return error_no_memory(err);
    if (solution->n) memcpy(copy, solution->assignments, (size_t)solution->n * sizeof *copy);
    outcome->found = true;
    outcome->solution = (Solution){copy, solution->n};
    outcome->parts = parts;
    outcome->changes = changes;
    outcome->value = value;
    return CADRE_OK;
}

/* --- the floor --- */

/* The distinct points that anyone has in a role the floor speaks of, ascending. */
static CadreStatus floors_list(int **out, int *n, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    int *floors = ARENA_ARRAY(arena, int, POINTS_MAX + 1);
    bool *seen = ARENA_ARRAY(arena, bool, POINTS_MAX + 1);
    if (!floors || !seen) return error_no_memory(err);
    for (int64_t i = 0; i < program->scores->n_pairs; i++)
        if (step_is_floor_role(&model->roles[program->scores->role[i]])) seen[program->scores->points[i]] = true;
    *n = 0;
    for (int points = 0; points <= POINTS_MAX; points++)
        if (seen[points]) floors[(*n)++] = points;
    *out = floors;
    return CADRE_OK;
}

/* The greatest index of `floors` that the solution meets, at least `low`. */
static int floor_reached(const Program *program, const int *floors, int n, int low, const Solution *solution)
{
    while (low + 1 < n && solution_meets_floor(program, &(Step){.floor = floors[low + 1]}, solution)) low++;
    return low;
}

typedef struct Steps {
    SolveRun run;
    const Method *method;
    bool proved;
    Step base;     /* what the last steps must keep */
    Solution best; /* keeps every absolute rule */
    bool has_best;
    int floor;
    bool none_found;
} Steps;

static CadreStatus ask(StepOutcome *out, Steps *steps, const Step *step, const Solution *start, int64_t gap, int64_t enough,
                       CadreError *err)
{
    return steps->method->step(out, &steps->run, step, start, gap, enough, err);
}

/* Whether some solution of least cost meets floors[middle]; then it becomes the best. */
static CadreStatus floor_ask(bool *reached, Steps *steps, int floor, CadreError *err)
{
    Step step = {.goal = GOAL_COST, .cost_most = steps->base.cost_most, .total_least = INT64_MIN, .floor = floor};
    StepOutcome outcome;
    TRY(ask(&outcome, steps, &step, NULL, 1, -steps->base.cost_most, err));
    *reached = outcome.found;
    if (outcome.found)
        steps->best = outcome.solution;
    else if (!outcome.proved)
        steps->proved = false;
    return CADRE_OK;
}

/* Step 2: the greatest floor, by bisection. What is reached at one floor is reached below it. */
static CadreStatus floor_find(Steps *steps, CadreError *err)
{
    const Program *program = steps->run.program;
    int *floors = NULL, n = 0;
    TRY(floors_list(&floors, &n, program, steps->run.arena, err));
    int low = floor_reached(program, floors, n, n > 0 ? 0 : -1, &steps->best), high = n; /* low is reached, high is not */
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        bool reached;
        TRY(floor_ask(&reached, steps, floors[middle], err));
        if (reached)
            low = floor_reached(program, floors, n, middle, &steps->best);
        else
            high = middle;
    }
    steps->floor = low >= 0 ? floors[low] : 0;
    steps->base.floor = steps->floor;
    return CADRE_OK;
}

static bool has_floor_role(const Model *model)
{
    for (int role = 0; role < model->n_roles; role++)
        if (step_is_floor_role(&model->roles[role])) return true;
    return false;
}

/* No step after this one can be asked. */
static CadreStatus none_found(Steps *steps, CadreError *err)
{
    steps->none_found = true;
    return steps->run.options->may_find_none ? CADRE_OK
                                             : error_set(err, CADRE_SOLVER, "no solution was found within the limits");
}

/* Steps 1 and 2. */
static CadreStatus floor_steps(Steps *steps, CadreError *err)
{
    Step step = {.goal = GOAL_COST, .cost_most = INT64_MAX, .total_least = INT64_MIN};
    StepOutcome outcome;
    TRY(ask(&outcome, steps, &step, steps->has_best ? &steps->best : NULL, 1, 0, err));
    if (!outcome.found) return none_found(steps, err);
    steps->proved = steps->proved && outcome.proved;
    steps->best = outcome.solution;
    steps->has_best = true;
    steps->base.cost_most = outcome.parts.shortages;
    return floor_find(steps, err);
}

/* --- the total, and the fewest changes --- */

static void keep(SolveOutcome *out, Steps *steps, const StepOutcome *outcome)
{
    out->solution = outcome->solution;
    out->parts = outcome->parts;
    out->changes = steps->run.program->counts_moves ? outcome->changes : -1;
}

static CadreStatus total_step(SolveOutcome *out, Steps *steps, CadreError *err)
{
    StepOutcome outcome;
    TRY(ask(&outcome, steps, &steps->base, steps->has_best ? &steps->best : NULL, steps->run.options->gap_points, INT64_MAX,
            err));
    if (!outcome.found) return none_found(steps, err);
    keep(out, steps, &outcome);
    out->bound = outcome.bound;
    steps->proved = steps->proved && outcome.proved;
    out->value_proved = steps->proved;
    return CADRE_OK;
}

static CadreStatus changes_step(SolveOutcome *out, Steps *steps, CadreError *err)
{
    if (!steps->run.program->counts_moves || steps->run.options->value_only || !steps->proved) return CADRE_OK;
    Step step = steps->base;
    StepOutcome outcome;
    step.goal = GOAL_CHANGES;
    step.total_least = objective_value(out->parts);
    TRY(ask(&outcome, steps, &step, &out->solution, 1, INT64_MAX, err));
    steps->proved = steps->proved && outcome.found && outcome.proved;
    if (outcome.found) keep(out, steps, &outcome);
    return CADRE_OK;
}

static void report(const SolveOptions *options, const char *stage, double done)
{
    if (options->listener && options->listener->progress) options->listener->progress(options->listener->data, stage, done);
}

static CadreStatus all_steps(SolveOutcome *out, Steps *steps, CadreError *err)
{
    const Settings *settings = &steps->run.program->model->settings;
    const SolveOptions *options = steps->run.options;
    report(options, "solve", 0);
    if (settings->fairness == FAIRNESS_FLOOR && has_floor_role(steps->run.program->model)) TRY(floor_steps(steps, err));
    if (steps->none_found) return CADRE_OK;
    report(options, "solve", SOLVE_SHARE_TOTAL / 100.0);
    TRY(total_step(out, steps, err));
    if (steps->none_found) return CADRE_OK;
    report(options, "solve", 0.8);
    TRY(changes_step(out, steps, err));
    report(options, "solve", 1);
    return CADRE_OK;
}

static void account(SolveOutcome *out, const Steps *steps)
{
    const SolveRun *run = &steps->run;
    const WorkCount counts[] = {
        {"steps", run->work.steps},     {"columns", run->work.columns},
        {"rows", run->work.rows},       {"coefficients", run->work.coefficients},
        {"fixed", run->work.fixed},     {"iterations", run->work.iterations},
        {"nodes", run->work.nodes},     {"flips", run->work.flips},
        {"rounds", run->work.rounds},   {"priced", run->work.priced},
        {"slices", run->work.slices},   {"enumerated", run->work.enumerated},
        {"binding", run->work.binding},
    };
    out->n_work = (int)(sizeof counts / sizeof *counts);
    memcpy(out->work, counts, sizeof counts);
    out->method = steps->method->name;
    out->limits = run->limits;
    out->proved = steps->proved;
    out->floor = steps->floor;
    out->none_found = steps->none_found;
}

/* Begin with a solution that somebody knows, where it keeps the absolute rules. */
static CadreStatus start_take(Steps *steps, const Solution *start, CadreError *err)
{
    StepOutcome known = {.found = false};
    Step any = STEP_INIT;
    TRY(step_take(&known, &steps->run, &any, start, err));
    if (!known.found) return CADRE_OK;
    steps->has_best = true;
    steps->best = known.solution;
    return CADRE_OK;
}

static CadreStatus start_find(Steps *steps, Messages *messages, CadreError *err)
{
    EngineLimits limits = {.nodes = ABSOLUTES_NODES, .iterations = ABSOLUTES_ITERATIONS, .gap = 1, .enough = INT64_MAX};
    AbsolutesAnswer answer;
    Messages *told = steps->run.options->clashes_unexplained ? NULL : messages;
    TRY(absolutes_solve(&answer, steps->run.program, &limits, steps->run.arena, told, err));
    if (answer.known && !answer.feasible) return error_set(err, CADRE_INPUT, "rules of the plan contradict each other");
    steps->has_best = answer.feasible;
    steps->best = answer.start;
    return steps->run.options->start ? start_take(steps, steps->run.options->start, err) : CADRE_OK;
}

CadreStatus steps_check(const Program *program, Arena *arena, Messages *messages, CadreError *err)
{
    SolveOptions options = {.gap_points = 1};
    Steps steps = {.run = {.program = program, .options = &options, .arena = arena}};
    CadreStatus status = start_find(&steps, messages, err);
    engine_finish();
    return status;
}

CadreStatus steps_run(SolveOutcome *out, const Program *program, const SolveOptions *options, Arena *arena, Messages *messages,
                      CadreError *err)
{
    SolveOutcome outcome = {.changes = -1};
    Steps steps = {.run = {.program = program, .options = options, .arena = arena}, .proved = true, .floor = -1};
    steps.base = (Step)STEP_INIT;
    steps.method = method_find(options->method);
    if (!steps.method)
        return error_set(err, CADRE_INPUT, "unknown method \"%s\"; expected bundles or compact", options->method);
    if (options->time_limit_s > 0) steps.run.deadline_s = clock_seconds() + options->time_limit_s;
    CadreStatus status = start_find(&steps, messages, err);
    if (status == CADRE_OK) status = all_steps(&outcome, &steps, err);
    engine_finish();
    if (status != CADRE_OK) return status;
    account(&outcome, &steps);
    *out = outcome;
    return CADRE_OK;
}
