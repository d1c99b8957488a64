#include "pipeline_run.h"

#include <omp.h>
#include <string.h>

#include "base/files.h"
#include "program/program.h"
#include "verify/verify.h"
#include "write/json_values.h"

void pipeline_tell(const Run *run, const CadreMessage *message)
{
    if (run->outer && run->outer->message) run->outer->message(run->outer->data, message);
}

static void hear_message(void *data, const CadreMessage *message)
{
    Run *run = data;
    run->count[message->severity]++;
    if (!LIST_PUSH(run->arena, &run->log, *message)) run->log_lost = true;
    if (!run->held) pipeline_tell(run, message);
}

static void hear_progress(void *data, const char *stage, double done)
{
    Run *run = data;
    if (run->outer && run->outer->progress) run->outer->progress(run->outer->data, stage, done);
}

static void hear_trace(void *data, const char *line)
{
    Run *run = data;
    if (run->outer && run->outer->trace) run->outer->trace(run->outer->data, line);
}

CadreStatus pipeline_begin(Run *run, const CadreListener *outer, CadreError *err)
{
    *run = (Run){.arena = arena_create(NULL), .outer = outer};
    if (!run->arena) return error_no_memory(err);
    run->messages = messages_create(run->arena);
    if (!run->messages) return error_no_memory(err);
    run->listener = (CadreListener){.data = run, .message = hear_message, .progress = hear_progress, .trace = hear_trace};
    struct tm day;
    time_t now = time(NULL);
    strftime(run->facts.started, sizeof run->facts.started, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &day));
    json_memory_use();
    return CADRE_OK;
}

void pipeline_end_stage(Run *run)
{
    struct timespec now, began = run->stage_began;
    clock_gettime(CLOCK_MONOTONIC, &now);
    run->stage_began = now;
    if (run->facts.n_stages == 0) return;
    RunStage *stage = &run->facts.stages[run->facts.n_stages - 1];
    stage->seconds = (double)(now.tv_sec - began.tv_sec) + (double)(now.tv_nsec - began.tv_nsec) / 1e9;
    hear_progress(run, stage->name, 1);
}

void pipeline_stage(Run *run, const char *name)
{
    pipeline_end_stage(run);
    run->facts.stages[run->facts.n_stages++] = (RunStage){.name = name};
    hear_progress(run, name, 0);
}

/* The last stage is over: nothing of its progress is left where the text goes. */
void pipeline_print(Run *run, FILE *print, const char *text)
{
    pipeline_end_stage(run);
    if (print) fputs(text, print);
}

/* Tell what a stage found; its own fault comes first, wrong input after that. */
CadreStatus pipeline_flush(Run *run, CadreStatus status, CadreError *err)
{
    CadreError flushed;
    CadreStatus told = messages_flush(run->messages, &run->listener, &flushed);
    if (run->log_lost) return error_no_memory(err);
    if (status == CADRE_OK || (status == CADRE_INPUT && told == CADRE_INPUT)) {
        if (told != CADRE_OK) *err = flushed;
        return told;
    }
    return status;
}

CadreStatus pipeline_facts(Run *run, const ReadResult *read, CadreError *err)
{
    run->facts.n_files = read->n_files;
    run->facts.files = ARENA_ARRAY(run->arena, RunFile, read->n_files);
    if (!run->facts.files) return error_no_memory(err);
    for (int i = 0; i < read->n_files; i++)
        run->facts.files[i] =
            (RunFile){read->files[i].path, read->files[i].bytes, read->files[i].sha256, read->files[i].survey};
    run->facts.surveys = read->model->surveys;
    return CADRE_OK;
}

CadreStatus pipeline_read(ReadResult *read, Responses *responses, Run *run, const CadreInputs *inputs, CadreError *err)
{
    pipeline_stage(run, "read");
    TRY(pipeline_flush(run, read_inputs(read, responses, inputs, run->arena, run->messages, err), err));
    run->facts.inputs = inputs;
    return pipeline_facts(run, read, err);
}

CadreStatus pipeline_program(Program *program, ScoreTable *scores, Run *run, const Model *model, int threads, Arena *arena,
                             CadreError *err)
{
    run->facts.threads = threads > 0 ? threads : omp_get_max_threads();
    pipeline_stage(run, "score");
    TRY(score_run(scores, model, run->facts.threads, run->arena, err));
    pipeline_stage(run, "formulate");
    return pipeline_flush(run, program_make(program, model, scores, arena, run->messages, err), err);
}

CadreStatus pipeline_judge_folder(ResultFiles *files, Run *run, const Model *model, const char *folder, Messages *messages,
                                  CadreError *err)
{
    TRY(read_result(files, folder, run->arena, messages, err));
    return messages_errors(messages) > 0 ? CADRE_OK : verify_result(model, files, run->arena, messages, err);
}

CadreStatus pipeline_judge(ResultFiles *files, Run *run, const Model *model, const char *folder, CadreError *err)
{
    pipeline_stage(run, "verify");
    CadreStatus status = pipeline_flush(run, pipeline_judge_folder(files, run, model, folder, run->messages, err), err);
    if (status != CADRE_INPUT) return status;
    const char *mending = arena_print(run->arena, "%s/mending.csv", folder), *hint = "";
    if (mending && file_exists(mending))
        hint = arena_print(run->arena, "; it was mended, so give --from and --scenario %s/scenario.csv too", folder);
    return error_set(err, status,
                     "%s: %d violation%s; expected a result of these sheets: where they have changed since, solve again%s",
                     folder, run->count[CADRE_ERROR], run->count[CADRE_ERROR] == 1 ? "" : "s", hint ? hint : "");
}
