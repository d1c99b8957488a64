#include <stdlib.h>
#include <string.h>

#include "program/group_rules.h"

int64_t program_changes(const Program *program, const Solution *solution)
{
    int64_t changes = 0;
    for (int i = 0; i < solution->n; i++) {
        int64_t pair = program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role);
        changes += pair < 0 ? program->model->has_previous : program->pair_changed[pair];
    }
    return changes;
}

static int compare_names(const Names *names, int a, int b)
{
    if (a == b) return 0;
    if (a < 0 || b < 0) return a < b ? -1 : 1;
    return strcmp(names_get(names, a), names_get(names, b));
}

static int by_key(const void *left, const void *right, void *data)
{
    const Model *model = data;
    const Shortage *a = left, *b = right;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    int order = compare_names(model->skills, a->skill, b->skill);
    if (order == 0) order = (a->level > b->level) - (a->level < b->level);
    if (order == 0) order = compare_names(model->fields, a->field, b->field);
    if (order == 0 && a->field >= 0) order = compare_names(model->field_values[a->field], a->value, b->value);
    if (order == 0) order = (a->needed > b->needed) - (a->needed < b->needed);
    if (order == 0) order = (a->cost > b->cost) - (a->cost < b->cost);
    return order ? order : (a->source > b->source) - (a->source < b->source);
}

static int by_person(const void *left, const void *right)
{
    const Assignment *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    return (a->role > b->role) - (a->role < b->role);
}

/* What each person earns; false where a person rule is broken, also by one who has nothing. */
static CadreStatus bundles_evaluate(ObjectiveParts *parts, bool *kept, const Program *program, const Solution *solution,
                                    Arena *arena, CadreError *err)
{
    Assignment *sorted = ARENA_ARRAY(arena, Assignment, solution->n);
    int *roles = ARENA_ARRAY(arena, int, solution->n);
    if (!sorted || !roles) return error_no_memory(err);
    if (solution->n) memcpy(sorted, solution->assignments, (size_t)solution->n * sizeof *sorted);
    if (solution->n > 1) qsort(sorted, (size_t)solution->n, sizeof *sorted, by_person);
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
    if (evaluation.shortages.n > 1)
        qsort_r(evaluation.shortages.items, (size_t)evaluation.shortages.n, sizeof(Shortage), by_key,
                (void *)(uintptr_t)program->model);
    *shortages = evaluation.shortages.items;
    *n_shortages = evaluation.shortages.n;
    return CADRE_OK;
}
