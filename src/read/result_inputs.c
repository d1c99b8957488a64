#include "read/result_inputs.h"

#include <string.h>

#include "base/files.h"
#include "read/input_tables.h"
#include "read/result_place.h"

static CadreStatus add_fault(ResultInputs *out, InputFaultKind kind, const char *text, Arena *arena, CadreError *err)
{
    return text && LIST_PUSH(arena, &out->state.faults, (InputFault){kind, text}) ? CADRE_OK : error_no_memory(err);
}

static CadreStatus check_file(ResultInputs *out, const SnapshotFile *file, Arena *arena, CadreError *err)
{
    bool same, there;
    TRY(result_file_same(&same, &there, file, arena, err));
    return same ? CADRE_OK : add_fault(out, there ? INPUT_CHANGED : INPUT_GONE, file->path, arena, err);
}

static const SnapshotFile *listed(const ResultSnapshot *snapshot, const char *path)
{
    for (int i = 0; i < snapshot->files.n; i++)
        if (strcmp(snapshot->files.items[i].path, path) == 0) return &snapshot->files.items[i];
    return NULL;
}

/* The first error, for the fault that it is here. */
typedef struct FirstError {
    const char *text;
} FirstError;

static void hear_error(void *data, const CadreMessage *message)
{
    FirstError *first = data;
    if (message->severity == CADRE_ERROR && !first->text) first->text = message->text;
}

static CadreStatus read_all(ResultInputs *out, const CadreInputs *inputs, Messages *messages, Arena *arena, CadreError *err)
{
    ReadResult read = {0};
    TRY(read_tables(&out->tables, inputs, arena, messages, err));
    if (messages_errors(messages) == 0) TRY(read_changed(&read, out->tables, NULL, arena, messages, err));
    out->model = read.model;
    return CADRE_OK;
}

/* A result that mends another keeps the limit on changes that it worked out, as the last of its scenarios; own: "" of others.
 */
static CadreStatus scenarios_all(const char *const **out, int *n, const ResultSnapshot *snapshot, const char *own, Arena *arena,
                                 CadreError *err)
{
    const char **all = ARENA_ARRAY(arena, const char *, snapshot->scenarios.n + 1);
    if (!all) return error_no_memory(err);
    *n = 0;
    for (int i = 0; i < snapshot->scenarios.n; i++) all[(*n)++] = snapshot->scenarios.items[i];
    if (*own) all[(*n)++] = own;
    *out = all;
    return CADRE_OK;
}

static CadreStatus open_inputs(ResultInputs *out, const ResultSnapshot *snapshot, const char *own, Arena *arena,
                               CadreError *err)
{
    CadreInputs inputs = {
        .plan = snapshot->plan, .surveys = snapshot->surveys.items, .n_surveys = snapshot->surveys.n, .from = snapshot->from};
    TRY(scenarios_all(&inputs.scenarios, &inputs.n_scenarios, snapshot, own, arena, err));
    FirstError first = {NULL};
    CadreListener listener = {.data = &first, .message = hear_error};
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    CadreStatus status = read_all(out, &inputs, messages, arena, err);
    if (status == CADRE_IO) return add_fault(out, INPUT_UNREADABLE, arena_copy(arena, err->text), arena, err);
    if (status == CADRE_OK) status = messages_flush(messages, &listener, err);
    if (status == CADRE_INPUT) return add_fault(out, INPUT_UNREADABLE, first.text ? first.text : "", arena, err);
    return status;
}

/* A sheet that has come into the plan's folder since would count too. */
static CadreStatus check_new_files(ResultInputs *out, const ResultSnapshot *snapshot, const char *own, Arena *arena,
                                   CadreError *err)
{
    const ReadResult *files = &out->tables->files;
    for (int i = 0; i < files->n_files; i++)
        if (!listed(snapshot, files->files[i].path) && strcmp(files->files[i].path, own) != 0)
            TRY(add_fault(out, INPUT_NEW, files->files[i].path, arena, err));
    return CADRE_OK;
}

CadreStatus result_inputs_open(ResultInputs *out, const ResultFacts *facts, Arena *arena, CadreError *err)
{
    ResultSnapshot snapshot;
    *out = (ResultInputs){.state = {.there = false}};
    const char *own = arena_print(arena, "%s/scenario.csv", facts->folder);
    const char *mending = arena_print(arena, "%s/mending.csv", facts->folder);
    if (!own || !mending) return error_no_memory(err);
    if (!facts->snapshot.from || !file_exists(mending)) own = ""; /* a sweep's outcome may count moves and mends nothing */
    if (!facts->snapshot.plan) return add_fault(out, facts->snapshot.redacted ? INPUT_REDACTED : INPUT_UNNAMED, "", arena, err);
    TRY(result_place_find(&snapshot, &facts->snapshot, facts->folder, arena, err));
    for (int i = 0; i < snapshot.files.n; i++) TRY(check_file(out, &snapshot.files.items[i], arena, err));
    if (out->state.faults.n > 0) return CADRE_OK;
    TRY(open_inputs(out, &snapshot, own, arena, err));
    if (out->state.faults.n == 0) TRY(check_new_files(out, &snapshot, own, arena, err));
    out->state.there = out->state.faults.n == 0;
    return CADRE_OK;
}

static const char *file_sum(const InputTables *tables, const char *path)
{
    for (int i = 0; i < tables->files.n_files; i++)
        if (strcmp(tables->files.files[i].path, path) == 0) return tables->files.files[i].sha256;
    return "";
}

static const char *sum_of(const ResultSnapshot *snapshot, const char *path)
{
    const SnapshotFile *file = listed(snapshot, path);
    return file ? file->sha256 : "";
}

bool result_inputs_same_mended(const ResultInputs *a, const ResultInputs *b)
{
    const Table *first = &a->tables->read.plan.held.table, *other = &b->tables->read.plan.held.table;
    if (a->model->mends != b->model->mends) return false;
    return !a->model->mends || strcmp(file_sum(a->tables, first->file), file_sum(b->tables, other->file)) == 0;
}

bool result_inputs_same_surveys(const ResultSnapshot *a, const ResultSnapshot *b)
{
    if (a->surveys.n != b->surveys.n) return false;
    for (int i = 0; i < a->surveys.n; i++)
        if (strcmp(sum_of(a, a->surveys.items[i]), sum_of(b, b->surveys.items[i])) != 0) return false;
    return true;
}
