#include "solve/near_solve.h"

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

CadreStatus near_solve(SolveOutcome *out, const Program *program, int part, const SolveOptions *options, Arena *arena,
                       Messages *messages, CadreError *err)
{
    const Model *model = program->model;
    bool is_floor = model->settings.fairness == FAIRNESS_FLOOR;
    SolveOptions mine = *options;
    Program compared = *program;
    Solution start;
    if (options->near) {
        if (!(options->near_without_previous && model->has_previous))
            TRY(program_compare(&compared, options->near, arena, err));
        TRY(what_if_start(&start, &compared, options->start ? options->start : options->near, arena, err));
        mine.start = &start;
    }
    if (options->pools && !is_floor) mine.pool = pool_set_find(options->pools, model);
    if (options->keep_pools && !is_floor) TRY(pool_set_open(&mine.keep, options->keep_pools, part, model, err));
    TRY(steps_run(out, &compared, &mine, arena, messages, err));
    if (options->near) TRY(start_prefer(out, &compared, &start, arena, err));
    if (options->near) out->changes = model_counts_changes(model) ? program_changes(program, &out->solution) : -1;
    return CADRE_OK;
}
