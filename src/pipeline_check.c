/* Checking: read -> score -> formulate -> can the rules be kept -> overview -> print. Findings are held until all are there, so
 * that errors come first. */
#include "base/files.h"
#include "base/findings.h"
#include "explain/overview.h"
#include "pipeline_run.h"
#include "solve/solve.h"
#include "write/overview_write.h"

/* Read and formulate as far as the input is sound; *sound: the program may be used. */
static CadreStatus check_stages(ReadResult *read, Responses *responses, Program *program, bool *sound, Run *run,
                                const CadreInputs *inputs, CadreError *err)
{
    ScoreTable *scores = ARENA_NEW(run->arena, ScoreTable);
    if (!scores) return error_no_memory(err);
    TRY(pipeline_read(read, responses, run, inputs, err));
    TRY(pipeline_program(program, scores, run, read->model, 0, run->arena, err));
    *sound = true;
    return pipeline_flush(run, solve_check(program, run->arena, run->messages, err), err);
}

/* Hand on what was kept, errors first; it stays in that order. */
static CadreStatus tell_held(Run *run, int most_alike, CadreError *err)
{
    CadreMessage *told = NULL;
    int n = 0;
    TRY(findings_sort(run->log.items, run->log.n, run->arena, err));
    TRY(findings_fold(&told, &n, run->log.items, run->log.n, most_alike, run->arena, err));
    for (int i = 0; i < n; i++) pipeline_tell(run, &told[i]);
    run->held = false;
    return CADRE_OK;
}

static CadreStatus write_reminders(const Overview *overview, const char *path, Arena *arena, CadreError *err)
{
    const char *text;
    size_t size;
    TRY(reminders_text(&text, &size, overview, arena, err));
    return file_replace(path, text, size, err);
}

static CadreStatus report_check(Run *run, const Overview *overview, const CadreCheckOptions *options, CadreError *err)
{
    CheckReport report = {.overview = overview,
                          .errors = run->count[CADRE_ERROR],
                          .warnings = run->count[CADRE_WARNING],
                          .notes = run->count[CADRE_NOTE],
                          .messages = run->log.items,
                          .n_messages = run->log.n,
                          .reminders = options->missing};
    const char *text = "";
    if (options->print && options->json) TRY(check_report_json(&text, &report, run->arena, err));
    if (options->print && !options->json)
        TRY(check_report_text(&text, &report, terminal_width(options->print), run->arena, err));
    if (options->missing && reminders_known(overview)) TRY(write_reminders(overview, options->missing, run->arena, err));
    pipeline_print(run, options->print, text);
    return CADRE_OK;
}

static CadreStatus check(Run *run, const CadreInputs *inputs, const CadreCheckOptions *options, CadreError *err)
{
    ReadResult read = {0};
    Responses responses = {0};
    Program program;
    Overview overview;
    bool sound = false;
    CadreError fault;
    run->held = true;
    if (options->missing) TRY(reminders_target_check(options->missing, run->arena, err));
    CadreStatus status = check_stages(&read, &responses, &program, &sound, run, inputs, err);
    TRY(tell_held(run, options->most_alike, status == CADRE_OK ? err : &fault));
    if (status != CADRE_OK && status != CADRE_INPUT) return status;
    pipeline_stage(run, "overview");
    if (read.staff_sound) TRY(overview_make(&overview, read.model, &responses, sound ? &program : NULL, run->arena, err));
    TRY(report_check(run, read.staff_sound ? &overview : NULL, options, err));
    return status;
}

CadreStatus cadre_check(const CadreInputs *inputs, const CadreCheckOptions *options, const CadreListener *listener,
                        CadreError *err)
{
    Run run;
    CadreStatus status = pipeline_begin(&run, listener, err);
    if (status == CADRE_OK) status = check(&run, inputs, options, err);
    arena_release(run.arena);
    return status;
}
