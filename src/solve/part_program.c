#include "solve/part_program.h"

#include <string.h>

/* Those of the whole: what has a basis for anyone in the part's groups has it there too. */
static CadreStatus part_scores(ScoreTable *out, const Program *whole, const ModelPart *part, const PartIndex *index, int number,
                               Arena *arena, CadreError *err)
{
    const Model *model = whole->model;
    int *role = ARENA_ARRAY(arena, int, model->n_roles);
    if (!role) return error_no_memory(err);
    for (int i = 0; i < model->n_roles; i++) {
        int group = model->roles[i].group;
        bool is_own = index->part_of_group[group] == number;
        role[i] = is_own ? part->model.groups[index->group[group]].first_role + i - model->groups[group].first_role : -1;
    }
    return score_part(out, whole->scores, part->staff, part->model.n_staff, role, arena, err);
}

CadreStatus part_program_make(PartProgram *out, const Program *whole, const Components *components, int number, Arena *arena,
                              CadreError *err)
{
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    int first_person = components->first_person[number], first_group = components->first_group[number];
    TRY(model_part_make(&out->part, whole->model, &components->index, number, components->people + first_person,
                        components->first_person[number + 1] - first_person, components->groups + first_group,
                        components->first_group[number + 1] - first_group, arena, err));
    TRY(part_scores(&out->scores, whole, &out->part, &components->index, number, arena, err));
    return program_make(&out->program, &out->part.model, &out->scores, arena, messages, err);
}

/* --- kept --- */

typedef struct KeptPart {
    Arena *arena; /* of its own, as parts are solved by several threads */
    PartProgram program;
    bool made;
} KeptPart;

struct PartPrograms {
    Arena *arena;
    Settings settings;
    KeptPart *parts; /* [n] */
    int n;
};

PartPrograms *part_programs_create(Arena *arena)
{
    PartPrograms *programs = ARENA_NEW(arena, PartPrograms);
    if (programs) programs->arena = arena;
    return programs;
}

CadreStatus part_programs_room(PartPrograms *programs, int n, const Settings *settings, CadreError *err)
{
    programs->n = 0;
    programs->settings = *settings;
    programs->parts = ARENA_ARRAY(programs->arena, KeptPart, n);
    if (!programs->parts) return error_no_memory(err);
    for (int i = 0; i < n; i++)
        if (!(programs->parts[i].arena = arena_create(programs->arena))) return error_no_memory(err);
    programs->n = n;
    return CADRE_OK;
}

bool part_programs_fit(const PartPrograms *programs, const Program *whole, const Components *components)
{
    if (programs->n != components->n || !program_same_rules(&programs->settings, &whole->model->settings)) return false;
    for (int i = 0; i < programs->n; i++)
        if (!programs->parts[i].made) return false;
    return true;
}

CadreStatus part_programs_keep(PartProgram **out, PartPrograms *programs, const Program *whole, const Components *components,
                               int number, CadreError *err)
{
    KeptPart *part = &programs->parts[number];
    TRY(part_program_make(&part->program, whole, components, number, part->arena, err));
    part->made = true;
    *out = &part->program;
    return CADRE_OK;
}

CadreStatus part_programs_revalue(PartProgram *out, const PartPrograms *programs, const Program *whole,
                                  const Components *components, int number, Arena *arena, CadreError *err)
{
    const PartProgram *part = &programs->parts[number].program;
    TRY(model_part_of_settings(&out->part, &part->part, whole->model, arena, err));
    TRY(part_scores(&out->scores, whole, &out->part, &components->index, number, arena, err));
    return program_revalue(&out->program, &part->program, &out->part.model, &out->scores, arena, err);
}

/* --- answers --- */

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
