#include <string.h>

#include "program/group_rules.h"

int64_t program_changes(const Program *program, const Solution *solution)
{
    int64_t changes = 0;
    for (int i = 0; i < solution->n; i++) {
        int64_t pair = program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role);
        changes += pair < 0 ? model_counts_changes(program->model) : program->pair_changed[pair];
    }
    return changes;
}

int64_t program_moves(const Program *program, const Solution *solution)
{
    int64_t moves = 0;
    for (int i = 0; i < solution->n; i++)
        moves +=
            program->pair_moved[program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role)];
    return moves;
}

/* What each person earns; false where a person rule is broken, also by one who has nothing. */
static CadreStatus bundles_evaluate(ObjectiveParts *parts, bool *kept, const Program *program, const Solution *solution,
                                    Arena *arena, CadreError *err)
{
    Assignment *sorted = ARENA_ARRAY(arena, Assignment, solution->n);
    int *roles = ARENA_ARRAY(arena, int, solution->n);
    if (!sorted || !roles) return error_no_memory(err);
    if (solution->n) memcpy(sorted, solution->assignments, (size_t)solution->n * sizeof *sorted);
    solution_sort(&(Solution){sorted, solution->n});
    for (int i = 0; i < solution->n; i++) roles[i] = sorted[i].role;
    int at = 0;
    for (int person = 0; person < program->model->n_staff; person++) {
        int first = at;
        while (at < solution->n && sorted[at].person == person) at++;
        if (!program_bundle_allowed(program, person, roles + first, at - first)) *kept = false;
        ObjectiveParts earned = program_bundle_parts(program, person, roles + first, at - first);
        parts->points += earned.points;
        parts->everyone += earned.everyone;
        parts->extra_load += earned.extra_load;
    }
    return CADRE_OK;
}

static CadreStatus counts_make(Evaluation *evaluation, CadreError *err)
{
    const Model *model = evaluation->program->model;
    const Solution *solution = evaluation->solution;
    evaluation->role_count = ARENA_ARRAY(evaluation->arena, int, model->n_roles);
    evaluation->group_count = ARENA_ARRAY(evaluation->arena, int, model->n_groups);
    evaluation->group_first = ARENA_ARRAY(evaluation->arena, int, model->n_groups + 1);
    evaluation->group_members = ARENA_ARRAY(evaluation->arena, int, solution->n);
    int *next = ARENA_ARRAY(evaluation->arena, int, model->n_groups);
    if (!evaluation->role_count || !evaluation->group_count || !evaluation->group_first || !evaluation->group_members || !next)
        return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        evaluation->role_count[solution->assignments[i].role]++;
        evaluation->group_count[model->roles[solution->assignments[i].role].group]++;
    }
    for (int group = 0; group < model->n_groups; group++) {
        next[group] = evaluation->group_first[group];
        evaluation->group_first[group + 1] = next[group] + evaluation->group_count[group];
    }
    for (int i = 0; i < solution->n; i++)
        evaluation->group_members[next[model->roles[solution->assignments[i].role].group]++] = i;
    return CADRE_OK;
}

CadreStatus program_evaluate(ObjectiveParts *parts, bool *feasible, Shortage **shortages, int *n_shortages,
                             const Program *program, const Solution *solution, Arena *arena, CadreError *err)
{
    Evaluation evaluation = {.program = program, .solution = solution, .arena = arena};
    ObjectiveParts sum = {0};
    bool kept = true;
    TRY(bundles_evaluate(&sum, &kept, program, solution, arena, err));
    TRY(counts_make(&evaluation, err));
    for (int family = 0; family < n_group_rule_families; family++)
        if (!group_rule_families[family].measure(&evaluation)) kept = false;
    if (evaluation.lost) return error_no_memory(err);
    for (int i = 0; i < evaluation.shortages.n; i++) sum.shortages += evaluation.shortages.items[i].cost;
    *parts = sum;
    *feasible = kept;
    if (!shortages) return CADRE_OK;
    *shortages = evaluation.shortages.items;
    *n_shortages = evaluation.shortages.n;
    return CADRE_OK;
}
