#include "solve/near_solve.h"

#include "solve/bundle_pool.h"
#include "solve/pool_set.h"
#include "solve/steps.h"
#include "solve/what_if_start.h"

CadreStatus near_of_part(Solution *out, const Solution *whole, const Model *whole_model, const PartIndex *index, int number,
                         const Model *part, Arena *arena, CadreError *err)
{
    int n = 0;
    *out = (Solution){ARENA_ARRAY(arena, Assignment, whole->n), 0};
    if (!out->assignments) return error_no_memory(err);
    for (int i = 0; i < whole->n; i++) {
        Assignment at = whole->assignments[i];
        int group = whole_model->roles[at.role].group;
        if (index->part_of_person[at.person] != number || index->part_of_group[group] != number) continue;
        int first = part->groups[index->group[group]].first_role;
        out->assignments[n++] = (Assignment){index->person[at.person], first + at.role - whole_model->groups[group].first_role};
    }
    out->n = n;
    solution_sort(out);
    return CADRE_OK;
}

/* Where the start is as good in every way it stays: programs side by side should not differ without need. */
static CadreStatus start_prefer(SolveOutcome *out, const Program *program, const Solution *start, Arena *arena, CadreError *err)
{
    ObjectiveParts parts;
    bool feasible;
    if (!out->proved || out->floor >= 0) return CADRE_OK;
    TRY(program_evaluate(&parts, &feasible, NULL, NULL, program, start, arena, err));
    if (!feasible || objective_value(parts) != objective_value(out->parts)) return CADRE_OK;
    if (program_moves(program, start) != program_moves(program, &out->solution)) return CADRE_OK;
    out->solution = *start;
    out->parts = parts;
    return CADRE_OK;
}

/* What a looser program came to, where this one allows it and values it the same: nothing is better then, and among what is as
 * good nothing that counts less. *known: it is taken. */
static CadreStatus answer_take(bool *known, SolveOutcome *out, const Program *program, const SolveOptions *options,
                               Arena *arena, CadreError *err)
{
    ObjectiveParts parts;
    *known = false;
    const SolveOutcome *answer = options->pools_by_settings ? pool_set_answer(options->pools, program->model) : NULL;
    if (!answer) return CADRE_OK;
    TRY(program_evaluate(&parts, known, NULL, NULL, program, &answer->solution, arena, err));
    *known = *known && objective_value(parts) == objective_value(answer->parts);
    if (!*known) return CADRE_OK;
    *out = *answer;
    out->parts = parts;
    out->solution.assignments = ARENA_ARRAY(arena, Assignment, answer->solution.n);
    if (!out->solution.assignments) return error_no_memory(err);
    for (int i = 0; i < answer->solution.n; i++) out->solution.assignments[i] = answer->solution.assignments[i];
    for (int i = 0; i < out->n_work; i++) out->work[i].count = 0;
    return CADRE_OK;
}

static CadreStatus pools_take(SolveOptions *mine, const SolveOptions *options, const Model *model, int part, CadreError *err)
{
    if (model->settings.fairness == FAIRNESS_FLOOR) return CADRE_OK;
    if (options->pools) mine->pool = pool_set_find(options->pools, model);
    return options->keep_pools ? pool_set_open(&mine->keep, options->keep_pools, part, model, err) : CADRE_OK;
}

CadreStatus near_solve(SolveOutcome *out, const Program *program, int part, const SolveOptions *options, Arena *arena,
                       Messages *messages, CadreError *err)
{
    const Model *model = program->model;
    SolveOptions mine = *options;
    Program compared = *program;
    Solution start;
    bool known = false;
    TRY(pools_take(&mine, options, model, part, err));
    TRY(answer_take(&known, out, program, options, arena, err));
    if (known && mine.keep && mine.pool) TRY(bundle_pool_copy(mine.keep, mine.pool, err));
    if (options->near && !known) {
        if (!(options->near_without_previous && model_counts_changes(model)))
            TRY(program_compare(&compared, options->near, arena, err));
        TRY(what_if_start(&start, &compared, options->start ? options->start : options->near, arena, err));
        mine.start = &start;
    }
    if (!known) TRY(steps_run(out, &compared, &mine, arena, messages, err));
    if (options->near && !known) TRY(start_prefer(out, &compared, &start, arena, err));
    if (options->near) out->changes = model_counts_changes(model) ? program_changes(program, &out->solution) : -1;
    bool keeps = options->keep_pools && model->settings.fairness != FAIRNESS_FLOOR;
    return keeps ? pool_set_answer_keep(options->keep_pools, part, out, &model->settings, err) : CADRE_OK;
}
