/* A result is mended: the plan without a limit on changes -> each number of moves -> the limit that the result keeps. */
#include "pipeline_mend.h"

#include <string.h>

#include "base/files.h"

CadreStatus mend_source_check(const CadreInputs *inputs, Arena *arena, CadreError *err)
{
    const char *slash = strrchr(inputs->from, '/'), *folder = inputs->from;
    ResultSnapshot snapshot;
    if (!folder_exists(folder))
        folder = slash ? arena_copy_n(arena, folder, (size_t)(slash - folder) + 1) : "."; /* its assignments.csv */
    if (!folder) return error_no_memory(err);
    TRY(read_snapshot(&snapshot, folder, arena, err));
    if (!snapshot.redacted) return CADRE_OK;
    return error_set(
        err, CADRE_INPUT,
        "%s: is a redacted result: its people have pseudonyms, and cannot be found among the staff; expected the result with "
        "names (--from): solving the same surveys and plan without --redact makes it",
        inputs->from);
}

CadreStatus mend_target_check(const CadreInputs *inputs, const char *out, Arena *arena, CadreError *err)
{
    const char *sheet = arena_print(arena, "%s/assignments.csv", out);
    if (!sheet) return error_no_memory(err);
    if (!path_same(inputs->from, out) && !path_same(inputs->from, sheet)) return CADRE_OK;
    return error_set(err, CADRE_INPUT,
                     "%s: is the result that is mended (--from); expected another folder, so that the two can be compared",
                     out);
}

static CadreStatus limit_set(Program *program, Model *model, const ScoreTable *scores, int most, Arena *arena, CadreError *err)
{
    Messages *told = messages_create(arena); /* of the plan without the limit already */
    if (!told) return error_no_memory(err);
    model->settings.max_changes = most;
    return program_make(program, model, scores, arena, told, err);
}

CadreStatus mend_stage(Mending *out, SolveOutcome *outcome, Program *program, const ScoreTable *scores, Model *model, Run *run,
                       const CadreInputs *inputs, const CadreSolveOptions *options, Arena *arena, CadreError *err)
{
    *out = (Mending){.from = inputs->from, .worth = options->worth, .most = model->settings.max_changes};
    if (options->moves >= 0 && options->moves < out->most) out->most = options->moves;
    if (model->settings.fairness == FAIRNESS_FLOOR) return limit_set(program, model, scores, out->most, arena, err);
    SolveOptions solve = {.method = options->method,
                          .threads = run->facts.threads,
                          .gap_points = options->gap_points,
                          .time_limit_s = options->time_limit_s,
                          .listener = &run->listener};
    MendOptions mend = {&solve, options->worth, out->most, options->steps};
    TRY(limit_set(program, model, scores, NO_LIMIT, arena, err));
    pipeline_stage(run, "solve");
    TRY(pipeline_flush(run, mend_run(&out->mend, program, &mend, run->arena, run->messages, err), err));
    *outcome = out->mend.outcome;
    int64_t recommended = out->mend.steps[out->mend.recommended].moves;
    TRY(limit_set(program, model, scores, recommended < out->most ? (int)recommended : out->most, arena, err));
    return options->write_model ? solve_write_model(program, options->write_model, arena, err) : CADRE_OK;
}
