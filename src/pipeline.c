/* The stages of each command in order: start reading here.
 *
 *   read -> score -> formulate -> solve -> explain -> write aside -> verify what was written -> put it in place -> print
 *
 * Everything that a run makes lives in one arena. Findings about the input are flushed to the listener after each stage that
 * can make them, so that a user sees all of a stage's at once. */
#include <omp.h>
#include <string.h>
#include <time.h>

#include "explain/result.h"
#include "pipeline_mend.h"
#include "pipeline_run.h"
#include "program/program.h"
#include "read/read.h"
#include "score/score.h"
#include "solve/clock.h"
#include "solve/solve.h"
#include "verify/verify.h"
#include "write/json_values.h"
#include "write/write.h"

enum {                         /* of the repairs that a solve works out */
       REPAIR_WAYS = 4,        /* of people, for each shortage */
       REPAIR_WORK = 16000000, /* what_if_work over all questions: about a second on one processor */
       QUESTION_WORK = 400000, /* nodes * bundles of one question */
};

static CadreStatus solve_stage(SolveOutcome *outcome, Run *run, const Program *program, const CadreSolveOptions *options,
                               BundlePool *keep, CadreError *err)
{
    SolveOptions solve = {.method = options->method,
                          .keep = keep,
                          .write_model = options->write_model,
                          .threads = run->facts.threads,
                          .gap_points = options->gap_points,
                          .time_limit_s = options->time_limit_s,
                          .listener = &run->listener};
    pipeline_stage(run, "solve");
    return pipeline_flush(run, solve_run(outcome, program, &solve, run->arena, run->messages, err), err);
}

/* What a solver says of its own solution is counted again from the assignments. */
static CadreStatus count_again(Shortage **shortages, int *n_shortages, Run *run, const Program *program,
                               const SolveOutcome *outcome, CadreError *err)
{
    ObjectiveParts parts;
    bool feasible;
    TRY(program_evaluate(&parts, &feasible, shortages, n_shortages, program, &outcome->solution, run->arena, err));
    if (!feasible || objective_value(parts) != objective_value(outcome->parts))
        return error_set(err, CADRE_SOLVER, "the solver's solution does not hold what it says of it");
    return CADRE_OK;
}

/* The first violation, for the fault that it is here. */
typedef struct FirstViolation {
    CadreMessage message;
    int n;
} FirstViolation;

static void hear_violation(void *data, const CadreMessage *message)
{
    FirstViolation *first = data;
    if (message->severity != CADRE_ERROR) return;
    if (first->n++ == 0) first->message = *message;
}

/* The judge's view of the folder written aside: any violation is a fault of the system, never a result. */
static CadreStatus verify_stage(Run *run, const Model *model, const char *aside, CadreError *err)
{
    pipeline_stage(run, "verify");
    Messages *messages = messages_create(run->arena);
    if (!messages) return error_no_memory(err);
    ResultFiles files;
    TRY(pipeline_judge_folder(&files, run, model, aside, messages, err));
    FirstViolation first = {.n = 0};
    CadreListener listener = {.data = &first, .message = hear_violation};
    CadreStatus status = messages_flush(messages, &listener, err);
    if (status != CADRE_INPUT) return status;
    const char *slash = strrchr(first.message.file, '/'), *file = slash ? slash + 1 : first.message.file;
    return error_set(err, CADRE_SOLVER, "the result failed its own verification: %s, line %d, column %d: %s (%d in all)", file,
                     first.message.line, first.message.column, first.message.text, first.n);
}

/* Written aside, judged there, then put in place. */
static CadreStatus write_stage(Run *run, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                               const CadreSolveOptions *options, CadreError *err)
{
    const char *aside;
    pipeline_stage(run, "write");
    ReportInput result = {model, rows, outcome, options->gap_points, run->facts.files, run->facts.n_files, run->facts.threads};
    TRY(result_write_aside(&aside, options->out, &result, run->arena, err));
    CadreStatus status = verify_stage(run, model, aside, err);
    if (status != CADRE_OK) {
        result_discard(aside);
        return status;
    }
    pipeline_end_stage(run);
    return result_commit(aside, options->out, &run->facts, run->arena, err);
}

/* What mends the dearest shortages: of a result that is proved the best, as prices against another say little. */
static CadreStatus repairs_stage(ShortageStories **out, Run *run, const Program *program, const SolveOutcome *outcome,
                                 const Shortage *shortages, int n_shortages, const CadreSolveOptions *options,
                                 const BundlePool *pool, CadreError *err)
{
    *out = NULL;
    bool is_best = outcome->proved && outcome->bound == objective_value(outcome->parts);
    if (options->repairs == 0 || n_shortages == 0 || !is_best) return CADRE_OK;
    pipeline_stage(run, "repairs");
    double left_s = options->time_limit_s - run->facts.stages[run->facts.n_stages - 2].seconds; /* of the solving just done */
    if (options->time_limit_s > 0 && left_s <= 0) return CADRE_OK;
    StoryLimits limits = {options->repairs, REPAIR_WAYS, false, REPAIR_WORK};
    WhatIfOptions what_if = {.threads = run->facts.threads, .work = QUESTION_WORK, .pool = pool, .floor = (int)outcome->floor};
    if (options->time_limit_s > 0) what_if.deadline_s = clock_seconds() + left_s;
    *out = ARENA_NEW(run->arena, ShortageStories);
    if (!*out) return error_no_memory(err);
    return shortage_stories_make(*out, program, &outcome->solution, true, shortages, n_shortages, &limits, &what_if, run->arena,
                                 err);
}

/* The program stays what it is, and so does its answer: from here on the model that it points to names nobody. */
static CadreStatus veil_stage(Veil *veil, Run *run, Model *model, Shortage shortages[], int n_shortages, CadreError *err)
{
    TRY(pipeline_veil(veil, run, model, run->arena, err));
    for (int i = 0; i < n_shortages; i++) redact_shortage(&shortages[i], &veil->map);
    *model = veil->model;
    return CADRE_OK;
}

/* What is explained and written has its people in the order of their pseudonyms. */
static CadreStatus veil_order(SolveOutcome *outcome, ScoreTable *scores, Model **model, Run *run, Veil *veil, CadreError *err)
{
    TRY(redact_solution(&outcome->solution, &outcome->solution, veil->place, run->arena, err));
    *model = &veil->ordered;
    return score_run(scores, *model, run->facts.threads, run->arena, err);
}

static CadreStatus solve(Run *run, const CadreInputs *inputs, const CadreSolveOptions *options, bool *certified,
                         CadreError *err)
{
    ReadResult read;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    Shortage *shortages;
    int n_shortages;
    ShortageStories *repairs;
    ResultRows rows;
    Mending mending = {.from = inputs->from};
    Veil veil;
    const char *text = "";
    if (inputs->from) TRY(mend_source_check(inputs, run->arena, err));
    TRY(pipeline_read(&read, NULL, run, inputs, err));
    TRY(pipeline_redact(run, inputs, options->out, true, err));
    TRY(result_target_check(options->out, run->arena, err));
    if (inputs->from) TRY(mend_target_check(inputs, options->out, run->arena, err));
    Arena *work = arena_create(run->arena); /* a district's program is large, and of no use once it is solved */
    if (!work) return error_no_memory(err);
    TRY(pipeline_program(&program, &scores, run, read.model, options->threads, work, err));
    BundlePool *pool = options->repairs > 0 ? bundle_pool_create(work) : NULL;
    if (!pool && options->repairs > 0) return error_no_memory(err);
    if (inputs->from) TRY(mend_stage(&mending, &outcome, &program, &scores, read.model, run, inputs, options, work, err));
    if (mending.mend.n_steps == 0) TRY(solve_stage(&outcome, run, &program, options, pool, err));
    TRY(count_again(&shortages, &n_shortages, run, &program, &outcome, err));
    if (pipeline_redacts(run)) TRY(veil_stage(&veil, run, read.model, shortages, n_shortages, err));
    TRY(repairs_stage(&repairs, run, &program, &outcome, shortages, n_shortages, options, pool, err));
    arena_release(work);
    pipeline_stage(run, "explain");
    if (pipeline_redacts(run)) TRY(veil_order(&outcome, &scores, &read.model, run, &veil, err));
    TRY(result_rows_make(&rows, read.model, &scores, &outcome, shortages, n_shortages, repairs, run->arena, err));
    if (inputs->from) TRY(notices_make(&mending.notices, read.model, &outcome.solution, run->arena, err));
    if (inputs->from) rows.mending = &mending;
    if (options->print && options->json)
        TRY(result_json_text(&text, read.model, &rows, &outcome, options->gap_points, run->arena, err));
    else if (options->print)
        TRY(terminal_text(&text, read.model, &rows, &outcome, options->out, terminal_width(options->print), run->arena, err));
    TRY(write_stage(run, read.model, &rows, &outcome, options, err));
    pipeline_print(run, options->print, text);
    bool bound_holds = outcome.floor < 0 || outcome.proved; /* the bound of a floor's last step stands on the steps before */
    *certified = bound_holds && outcome.bound - objective_value(outcome.parts) < options->gap_points;
    return CADRE_OK;
}

static CadreStatus verify(Run *run, const CadreInputs *inputs, const char *result, FILE *print, bool json, CadreError *err)
{
    static const char verified[] = "verified: every assignment, rule, shortage and sum agrees with the sheets; that nothing "
                                   "better exists is the solver's proof, which this does not repeat.";
    const char *text = "";
    ReadResult read;
    ResultFiles files;
    CadreStatus status = pipeline_read(&read, NULL, run, inputs, err);
    if (status == CADRE_OK) status = pipeline_veil_model(&read.model, run, inputs, err);
    if (status == CADRE_OK) status = pipeline_judge(&files, run, read.model, result, err);
    if (status != CADRE_OK && (status != CADRE_INPUT || !json)) return status;
    if (json)
        TRY(verdict_json_text(&text, run->log.items, run->log.n, run->arena, err));
    else
        text = arena_print(run->arena, "%s: %s\n", result, verified);
    if (!text) return error_no_memory(err);
    pipeline_print(run, print, text);
    return status;
}

/* Of what cadre_generate made: enough work for a good solution, not for a proof at any price. */
static CadreStatus measure(Run *run, const CadreInputs *inputs, FILE *print, CadreError *err)
{
    enum { MEASURE_WORK = 1000000 };
    ReadResult read;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    Shortage *shortages;
    ObjectiveParts parts;
    bool feasible;
    int n_shortages;
    int64_t binding = 0;
    TRY(pipeline_read(&read, NULL, run, inputs, err));
    read.model->settings.fairness = FAIRNESS_TOTAL; /* the floor's steps are long, and of no account here */
    TRY(pipeline_program(&program, &scores, run, read.model, 0, run->arena, err));
    SolveOptions solve = {.method = "bundles", .threads = run->facts.threads, .gap_points = 1, .caps = {.work = MEASURE_WORK}};
    TRY(pipeline_flush(run, solve_run(&outcome, &program, &solve, run->arena, run->messages, err), err));
    TRY(program_evaluate(&parts, &feasible, &shortages, &n_shortages, &program, &outcome.solution, run->arena, err));
    for (int i = 0; i < outcome.n_work; i++)
        if (strcmp(outcome.work[i].name, "binding") == 0) binding = outcome.work[i].count;
    fprintf(print, "%.1f group rules a group bind; %d shortage(s) in %s solution\n", (double)binding / read.model->n_groups,
            n_shortages, outcome.proved ? "the best" : "a good");
    return CADRE_OK;
}

CadreStatus cadre_measure(const char *generated, FILE *print, CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, NULL, err);
    const char *surveys[2] = {0}, *plan = NULL;
    if (status == CADRE_OK) {
        surveys[0] = arena_print(run.arena, "%s/skills.csv", generated);
        surveys[1] = arena_print(run.arena, "%s/interests.csv", generated);
        plan = arena_print(run.arena, "%s/plan", generated);
        if (!surveys[0] || !surveys[1] || !plan) status = error_no_memory(err);
    }
    CadreInputs inputs = {.surveys = surveys, .n_surveys = 2, .plan = plan};
    if (status == CADRE_OK) status = measure(&run, &inputs, print, err);
    if (status == CADRE_INPUT) {
        fputs("its rules contradict each other: it has no solution\n", print);
        status = CADRE_OK;
    }
    arena_release(run.arena);
    return status;
}

bool cadre_method_known(const char *name, const char **names) { return solve_method_known(name, names); }

CadreStatus cadre_solve(const CadreInputs *inputs, const CadreSolveOptions *options, const CadreListener *listener,
                        bool *certified, CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = solve(&run, inputs, options, certified, err);
    arena_release(run.arena);
    return status;
}

CadreStatus cadre_verify(const CadreInputs *inputs, const char *result, const CadreListener *listener, FILE *print, bool json,
                         CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = verify(&run, inputs, result, print, json, err);
    arena_release(run.arena);
    return status;
}
