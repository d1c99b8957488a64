/* Answering a question about a result: read -> judge the result by the sheets -> formulate -> ask -> say. */
#include "explain/explanation.h"
#include "pipeline_run.h"
#include "read/result_known.h"
#include "solve/clock.h"
#include "write/explain_write.h"

enum { QUESTION_WORK = 1000000 }; /* nodes * bundles of one question: some seconds */

static CadreStatus question_names(ResultNames *names, Run *run, const Model *model, const CadreExplainOptions *options,
                                  CadreError *err)
{
    *names = (ResultNames){.person = options->person, .group = options->group, .role = options->role};
    return pipeline_flush(run, result_names_find(names, model, run->arena, run->messages, err), err);
}

static CadreStatus question_ask(Explanation *out, Run *run, const Model *model, const ResultKnown *known,
                                const ResultNames *names, const CadreExplainOptions *options, CadreError *err)
{
    ScoreTable *scores = ARENA_NEW(run->arena, ScoreTable);
    Program *program = ARENA_NEW(run->arena, Program);
    ObjectiveParts parts;
    Shortage *shortages;
    int n_shortages;
    bool feasible;
    if (!scores || !program) return error_no_memory(err);
    TRY(pipeline_program(program, scores, run, model, options->threads, run->arena, err));
    TRY(program_evaluate(&parts, &feasible, &shortages, &n_shortages, program, &known->solution, run->arena, err));
    pipeline_stage(run, "ask");
    ExplainQuestion question = {names->person_at, names->group_at, names->role_at, options->shortages};
    WhatIfOptions what_if = {.threads = run->facts.threads, .work = QUESTION_WORK, .floor = known->floor};
    if (options->time_limit_s > 0) what_if.deadline_s = clock_seconds() + options->time_limit_s;
    return explanation_make(out, &question, program, &known->solution, known->is_best, shortages, n_shortages, &what_if,
                            run->arena, err);
}

static CadreStatus explain(Run *run, const CadreInputs *inputs, const CadreExplainOptions *options, bool *certified,
                           CadreError *err)
{
    ReadResult read;
    ResultFiles files;
    ResultKnown known;
    ResultNames names;
    Explanation explanation;
    const char *text = "";
    TRY(pipeline_read(&read, NULL, run, inputs, err));
    TRY(pipeline_veil_model(&read.model, run, inputs, err));
    TRY(question_names(&names, run, read.model, options, err));
    TRY(pipeline_judge(&files, run, read.model, options->result, err));
    TRY(result_known(&known, &files, read.model, run->arena, err));
    TRY(question_ask(&explanation, run, read.model, &known, &names, options, err));
    *certified = explanation_is_exact(&explanation);
    if (!options->print) return CADRE_OK;
    if (options->json)
        TRY(explanation_json(&text, &explanation, run->arena, err));
    else
        TRY(explanation_text(&text, &explanation, terminal_width(options->print), run->arena, err));
    pipeline_print(run, options->print, text);
    return CADRE_OK;
}

CadreStatus cadre_explain(const CadreInputs *inputs, const CadreExplainOptions *options, const CadreListener *listener,
                          bool *certified, CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = explain(&run, inputs, options, certified, err);
    arena_release(run.arena);
    return status;
}
