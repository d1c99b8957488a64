/* Drafting a plan and running a folder: read -> draft -> write the sheets; then, for a run, the stages of pipeline.c. */
#include <string.h>

#include "base/files.h"
#include "read/draft_plan.h"
#include "read/survey_folder.h"
#include "write/changes_write.h"
#include "write/draft_write.h"
#include "write/json_values.h"

enum { DOUBTS_SHOWN = 12, CHANGES_SHOWN = 20 };

static const char *join(Arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    return arena_print(arena, "%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name);
}

static CadreStatus write_sheet(const char *folder, const DraftSheet *sheet, Arena *arena, CadreError *err)
{
    const char *text, *name = arena_print(arena, "%s.csv", sheet->name), *path = name ? join(arena, folder, name) : NULL;
    size_t size;
    if (!path) return error_no_memory(err);
    TRY(draft_sheet_text(&text, &size, sheet, arena, err));
    return file_replace(path, text, size, err);
}

static CadreStatus write_draft(const Draft *draft, const char *folder, Arena *arena, CadreError *err)
{
    if (!folder_exists(folder)) TRY(folder_create(folder, err));
    for (int i = 0; i < draft->n_sheets; i++)
        if (draft->sheets[i].changed) TRY(write_sheet(folder, &draft->sheets[i], arena, err));
    return CADRE_OK;
}

static bool has_changed(const Draft *draft)
{
    bool changed = false;
    for (int i = 0; i < draft->n_sheets; i++) changed |= draft->sheets[i].changed;
    return changed;
}

/* How a draft is told. */
typedef struct InitReport {
    FILE *print; /* or NULL */
    bool json;
    bool quiet;     /* say nothing where nothing was written */
    bool then_more; /* other text follows */
} InitReport;

static CadreStatus report_draft(const Draft *draft, const char *folder, const InitReport *report, Arena *arena, CadreError *err)
{
    const char *text;
    if (!report->print || (report->quiet && !has_changed(draft))) return CADRE_OK;
    if (report->json)
        TRY(draft_json_text(&text, draft, arena, err));
    else
        TRY(draft_report_text(&text, draft, folder, DOUBTS_SHOWN, arena, err));
    fputs(text, report->print);
    if (report->then_more) fputc('\n', report->print);
    return CADRE_OK;
}

static CadreStatus init(const CadreInputs *inputs, bool update, const CadreListener *listener, const InitReport *report,
                        Arena *arena, CadreError *err)
{
    Draft draft = {0};
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    CadreStatus status = draft_make(&draft, inputs, update, arena, messages, err);
    CadreError told;
    CadreStatus found = messages_flush(messages, listener, &told);
    if (status == CADRE_OK && found != CADRE_OK) *err = told;
    if (status != CADRE_OK || found != CADRE_OK) return status != CADRE_OK ? status : found;
    TRY(write_draft(&draft, inputs->plan, arena, err));
    return report_draft(&draft, inputs->plan, report, arena, err);
}

CadreStatus cadre_init(const CadreInputs *inputs, bool update, const CadreListener *listener, FILE *print, bool json,
                       CadreError *err)
{
    Arena *arena = arena_create(NULL);
    if (!arena) return error_no_memory(err);
    json_memory_use();
    CadreStatus status = init(inputs, update, listener, &(InitReport){.print = print, .json = json}, arena, err);
    arena_release(arena);
    return status;
}

static CadreStatus list_surveys(CadreInputs *inputs, const CadreListener *listener, Arena *arena, CadreError *err)
{
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    if (!folder_exists(inputs->plan))
        messages_add(messages, CADRE_ERROR, (Origin){inputs->plan, 0, 0},
                     "there is no such folder; expected one with surveys in it");
    else
        TRY(survey_folder_list(&inputs->surveys, &inputs->n_surveys, inputs->plan, arena, messages, err));
    return messages_flush(messages, listener, err);
}

/* What is found in the surveys is told when they are read to be solved; here only what keeps them from it. */
static void pass_error(void *data, const CadreMessage *message)
{
    const CadreListener *listener = data;
    if (message->severity == CADRE_ERROR && listener->message) listener->message(listener->data, message);
}

static CadreStatus run(const char *folder, const CadreSolveOptions *options, const CadreListener *listener, bool *certified,
                       Arena *arena, CadreError *err)
{
    CadreInputs inputs = {.plan = folder, .redact = options->redact};
    CadreSolveOptions solve = *options;
    ResultSnapshot before, after;
    const char *text;
    FILE *print = options->json ? NULL : options->print;
    TRY(list_surveys(&inputs, listener, arena, err));
    if (!(solve.out = join(arena, folder, "result"))) return error_no_memory(err);
    json_memory_use();
    TRY(read_snapshot(&before, solve.out, arena, err));
    InitReport report = {.print = print, .quiet = before.there, .then_more = true};
    CadreListener passed_on = listener ? *listener : (CadreListener){0},
                  errors_only = {.data = &passed_on, .message = pass_error};
    TRY(init(&inputs, true, &errors_only, &report, arena, err));
    TRY(cadre_solve(&inputs, &solve, listener, certified, err));
    if (!before.there || !print) return CADRE_OK;
    TRY(read_snapshot(&after, solve.out, arena, err));
    if (!result_same_names(&before, &after)) return CADRE_OK; /* nobody is the same in both */
    TRY(changes_text(&text, &before, &after, CHANGES_SHOWN, arena, err));
    fputs(text, print);
    return CADRE_OK;
}

CadreStatus cadre_run(const char *folder, const CadreSolveOptions *options, const CadreListener *listener, bool *certified,
                      CadreError *err)
{
    Arena *arena = arena_create(NULL);
    if (!arena) return error_no_memory(err);
    CadreStatus status = run(folder, options, listener, certified, arena, err);
    arena_release(arena);
    return status;
}
