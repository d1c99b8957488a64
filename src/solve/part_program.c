#include "solve/part_program.h"

#include <string.h>

CadreStatus part_program_make(PartProgram *out, const Model *whole, const Components *components, int number, Arena *arena,
                              CadreError *err)
{
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    int first_person = components->first_person[number], first_group = components->first_group[number];
    TRY(model_part_make(&out->part, whole, &components->index, number, components->people + first_person,
                        components->first_person[number + 1] - first_person, components->groups + first_group,
                        components->first_group[number + 1] - first_group, arena, err));
    TRY(score_run(&out->scores, &out->part.model, 1, arena, err));
    return program_make(&out->program, &out->part.model, &out->scores, arena, messages, err);
}

CadreStatus part_solution_keep(Solution *solution, const ModelPart *part, Arena *keeper, CadreError *err)
{
    Assignment *kept = ARENA_ARRAY(keeper, Assignment, solution->n);
    if (!kept) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++)
        kept[i] = (Assignment){part->staff[solution->assignments[i].person], part->roles[solution->assignments[i].role]};
    solution->assignments = kept;
    return CADRE_OK;
}

void outcome_add_work(SolveOutcome *out, const SolveOutcome *part)
{
    if (out->n_work == 0) {
        out->n_work = part->n_work;
        memcpy(out->work, part->work, sizeof out->work);
        return;
    }
    for (int i = 0; i < out->n_work; i++) out->work[i].count += part->work[i].count;
}

void outcome_add_limits(SolveLimits *out, SolveLimits part)
{
    out->nodes = out->nodes || part.nodes;
    out->rounds = out->rounds || part.rounds;
    out->time = out->time || part.time;
    out->memory = out->memory || part.memory;
}
