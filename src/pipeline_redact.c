/* Results in which nobody is named: the model is redacted once the solution is found, before anything is explained, written or
 * printed, so that no name can get past. */
#include <string.h>

#include "pipeline_run.h"
#include "read/redact_key.h"

static bool is_among(const char *path, const char *const paths[], int n, int *at)
{
    for (int i = 0; i < n; i++)
        if (strcmp(paths[i], path) == 0) {
            *at = i;
            return true;
        }
    return false;
}

/* "survey 1", "scenario 2", "people.csv", or "result": a file's own name may hold a person's. NULL: no memory. */
static const char *file_kind(const CadreInputs *inputs, const char *path, Arena *arena)
{
    const char *slash = strrchr(path, '/');
    size_t length = strlen(inputs->plan);
    int at = 0;
    if (is_among(path, inputs->surveys, inputs->n_surveys, &at)) return arena_print(arena, "survey %d", at + 1);
    if (is_among(path, inputs->scenarios, inputs->n_scenarios, &at)) return arena_print(arena, "scenario %d", at + 1);
    bool in_plan = strncmp(path, inputs->plan, length) == 0 && slash && slash + 1 >= path + length && slash <= path + length;
    if (in_plan) return arena_copy(arena, slash + 1);
    return "result";
}

static CadreStatus facts_redact(Run *run, const CadreInputs *inputs, CadreError *err)
{
    for (int i = 0; i < run->facts.n_files; i++) {
        char hex[2 * HASH_KEYED_SIZE + 1];
        RunFile *file = &run->facts.files[i];
        hash_keyed_hex(hex, &run->key, "file", file->sha256);
        *file = (RunFile){file_kind(inputs, file->path, run->arena), -1, arena_copy(run->arena, hex), file->survey};
        if (!file->path || !file->sha256) return error_no_memory(err);
    }
    run->facts.inputs = NULL;
    run->facts.surveys = NULL;
    run->facts.redacted = redact_mark(&run->key, run->arena);
    return run->facts.redacted ? CADRE_OK : error_no_memory(err);
}

CadreStatus pipeline_redact(Run *run, const CadreInputs *inputs, const char *outside, bool may_make, CadreError *err)
{
    if (!inputs->redact) return CADRE_OK;
    CadreStatus status = redact_key_read(&run->key, inputs->redact, outside, may_make, run->arena, run->messages, err);
    TRY(pipeline_flush(run, status, err));
    return facts_redact(run, inputs, err);
}

CadreStatus pipeline_veil(Veil *out, const Run *run, const Model *model, Arena *arena, CadreError *err)
{
    TRY(model_redact(&out->model, &out->map, model, &run->key, arena, err));
    return redact_order(&out->ordered, &out->place, &out->model, arena, err);
}

CadreStatus pipeline_veil_model(Model **model, Run *run, const CadreInputs *inputs, CadreError *err)
{
    TRY(pipeline_redact(run, inputs, NULL, false, err));
    if (!pipeline_redacts(run)) return CADRE_OK;
    Veil *veil = ARENA_NEW(run->arena, Veil);
    if (!veil) return error_no_memory(err);
    TRY(pipeline_veil(veil, run, *model, run->arena, err));
    *model = &veil->ordered;
    return CADRE_OK;
}
