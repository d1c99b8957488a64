/* The results of a sweep: one for each distinct set of assignments, of the first point that has it, judged before it counts. */
#include <string.h>

#include "base/hash.h"
#include "explain/result.h"
#include "pipeline_sweep.h"
#include "verify/verify.h"
#include "write/sweep_folder.h"

typedef struct FirstFault {
    CadreMessage message;
    int n;
} FirstFault;

static void hear_fault(void *data, const CadreMessage *message)
{
    FirstFault *first = data;
    if (message->severity == CADRE_ERROR && first->n++ == 0) first->message = *message;
}

/* Any violation is a fault of the system, never a result. */
static CadreStatus outcome_judge(const Model *model, const char *folder, const char *name, Arena *arena, CadreError *err)
{
    ResultFiles files;
    FirstFault first = {.n = 0};
    CadreListener listener = {.data = &first, .message = hear_fault};
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(read_result(&files, folder, arena, messages, err));
    if (messages_errors(messages) == 0) TRY(verify_result(model, &files, arena, messages, err));
    CadreStatus status = messages_flush(messages, &listener, err);
    if (status != CADRE_INPUT) return status;
    return error_set(err, CADRE_SOLVER, "%s failed its verification: line %d, column %d: %s (%d in all)", name,
                     first.message.line, first.message.column, first.message.text, first.n);
}

typedef struct OutcomeWriting {
    const Sweep *sweep;
    const char *name;
    const char *path; /* of the result within the folder written aside */
    int point;
} OutcomeWriting;

/* The inputs of the outcome, where they are told: the plan's, and the scenario beside it, so that results can be compared and
 * priced. */
static CadreStatus facts_make(RunFacts *out, const OutcomeWriting *at, const char *scenario, Arena *arena, CadreError *err)
{
    const RunFacts *plan = &at->sweep->run->facts;
    *out = *plan;
    if (!plan->inputs) return CADRE_OK; /* redacted: they are not told */
    int n = plan->inputs->n_scenarios;
    CadreInputs *inputs = ARENA_NEW(arena, CadreInputs);
    const char **scenarios = ARENA_ARRAY(arena, const char *, n + 1);
    const char *outcome = arena_print(arena, "%s/%s", at->sweep->out, at->name);
    const char *path = outcome ? sweep_scenario_path(outcome, arena) : NULL;
    char *sha256 = ARENA_ARRAY(arena, char, 65);
    out->files = ARENA_ARRAY(arena, RunFile, plan->n_files + 1);
    if (!inputs || !scenarios || !path || !sha256 || !out->files) return error_no_memory(err);
    for (int i = 0; i < plan->n_files; i++) out->files[i] = plan->files[i];
    for (int i = 0; i < n; i++) scenarios[i] = plan->inputs->scenarios[i];
    hash_sha256(sha256, scenario, strlen(scenario));
    out->files[out->n_files++] = (RunFile){path, (int64_t)strlen(scenario), sha256, 0};
    scenarios[n] = path;
    *inputs = *plan->inputs;
    inputs->scenarios = scenarios;
    inputs->n_scenarios = n + 1;
    out->inputs = inputs;
    return CADRE_OK;
}

/* Nobody is named from here on. */
static CadreStatus outcome_redact(SolveOutcome *outcome, ScoreTable *scores, Model **model, const Run *run,
                                  const SweepPoint *point, Arena *arena, CadreError *err)
{
    Veil *veil = ARENA_NEW(arena, Veil);
    if (!veil) return error_no_memory(err);
    TRY(pipeline_veil(veil, run, *model, arena, err));
    for (int i = 0; i < point->n_shortages; i++) redact_shortage(&point->shortages[i], &veil->map);
    TRY(redact_solution(&outcome->solution, &point->outcome.solution, veil->place, arena, err));
    *model = &veil->ordered;
    return score_run(scores, *model, 1, arena, err);
}

static CadreStatus result_put(const OutcomeWriting *at, const char *scenario, Arena *arena, CadreError *err)
{
    const Sweep *sweep = at->sweep;
    SweepPoint *point = &sweep->points[at->point];
    Table changes;
    Model *model;
    ScoreTable scores;
    ResultRows rows;
    RunFacts facts;
    const char *fresh;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(facts_make(&facts, at, scenario, arena, err));
    TRY(vary_table(&changes, &sweep->grid, at->point, arena, err));
    TRY(sweep_read(&model, sweep, &changes, arena, messages, err));
    if (facts.surveys) facts.surveys = model->surveys;
    SolveOutcome outcome = point->outcome;
    if (pipeline_redacts(sweep->run))
        TRY(outcome_redact(&outcome, &scores, &model, sweep->run, point, arena, err));
    else
        TRY(sweep_score(&scores, sweep, point, model, NULL, arena, err));
    TRY(result_rows_make(&rows, model, &scores, &outcome, point->shortages, point->n_shortages, NULL, arena, err));
    ReportInput result = {model, &rows, &outcome, 1, facts.files, facts.n_files, 1};
    TRY(result_write_aside(&fresh, at->path, &result, arena, err));
    CadreStatus status = outcome_judge(model, fresh, at->name, arena, err);
    if (status == CADRE_OK) return result_commit(fresh, at->path, &facts, arena, err);
    result_discard(fresh);
    return status;
}

static CadreStatus scenario_put(const char **text, const OutcomeWriting *at, Arena *arena, CadreError *err)
{
    const VaryGrid *grid = &at->sweep->grid;
    const char **cells = ARENA_ARRAY(arena, const char *, 4 * grid->n);
    if (!cells) return error_no_memory(err);
    for (int i = 0; i < grid->n; i++) {
        const Vary *vary = &grid->varies[i];
        const char *const line[] = {vary->sheet, vary->key, vary->column, vary_value(grid, at->point, i)};
        memcpy(cells + 4 * i, line, sizeof line);
    }
    return sweep_scenario_write(text, at->path, cells, grid->n, arena, err);
}

static CadreStatus outcome_write(Sweep *sweep, int number, Arena *arena, CadreError *err)
{
    OutcomeWriting at = {.sweep = sweep};
    while (sweep->frontier[at.point].outcome != number + 1) at.point++;
    at.name = sweep_outcome_name(number + 1, sweep->n_outcomes, arena);
    at.path = at.name ? arena_print(arena, "%s/%s", sweep->aside, at.name) : NULL;
    if (!at.path) return error_no_memory(err);
    const char *scenario;
    TRY(scenario_put(&scenario, &at, arena, err));
    return result_put(&at, scenario, arena, err);
}

static CadreStatus outcome_task(Sweep *sweep, int number, Arena *keeper, CadreError *err)
{
    (void)keeper;
    Arena *arena = arena_create(NULL);
    CadreStatus status = arena ? outcome_write(sweep, number, arena, err) : error_no_memory(err);
    arena_release(arena);
    return status;
}

CadreStatus sweep_outcomes_write(Sweep *sweep, CadreError *err)
{
    return sweep_parallel(sweep, outcome_task, sweep->n_outcomes, "write", err);
}
