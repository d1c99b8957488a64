/* So many holders of a role, or members of a group, at a level of a skill or above, priced. */
#include <string.h>

#include "program/group_rules.h"

static int by_content(const void *left, const void *right, void *data)
{
    const Model *model = data;
    int first = *(const int *)left, second = *(const int *)right;
    const Coverage *a = &model->coverages[first], *b = &model->coverages[second];
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    int skills = strcmp(names_key(model->skills, a->skill), names_key(model->skills, b->skill));
    if (skills != 0) return skills;
    if (a->level != b->level) return a->level < b->level ? -1 : 1;
    if (a->people != b->people) return a->people < b->people ? -1 : 1;
    if (a->must != b->must) return a->must ? 1 : -1;
    return (first > second) - (first < second);
}

static bool reaches(const Model *model, const Coverage *coverage, int person)
{
    return model_level(model, person, coverage->skill) >= coverage->level;
}

static bool counts_person(const Program *program, int person, const void *data)
{
    return reaches(program->model, data, person);
}

static void coverage_add(RuleBuilder *builder, int about)
{
    const Model *model = builder->program->model;
    const Coverage *coverage = &model->coverages[about];
    const Group *group = &model->groups[coverage->group];
    int rule = rule_add(builder, about, coverage->people, INT64_MAX, coverage->origin);
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
        if (coverage->role < 0 || coverage->role == role) rule_role(builder, rule, role, counts_person, coverage);
    rule_slack(builder, rule, 1, rule_price(model, coverage->group, coverage->must), coverage->people);
}

void coverage_rows_add(RuleBuilder *builder)
{
    const Model *model = builder->program->model;
    int *order = rule_order(model->n_coverages, by_content, model, builder->arena);
    if (!order) builder->lost = true;
    for (int i = 0; order && i < model->n_coverages; i++) coverage_add(builder, order[i]);
}

static int covered(const Evaluation *evaluation, const Coverage *coverage)
{
    int have = 0;
    for (int i = evaluation->group_first[coverage->group]; i < evaluation->group_first[coverage->group + 1]; i++) {
        Assignment at = evaluation->solution->assignments[evaluation->group_members[i]];
        if (coverage->role < 0 || coverage->role == at.role) have += reaches(evaluation->program->model, coverage, at.person);
    }
    return have;
}

bool coverage_measure(Evaluation *evaluation)
{
    const Model *model = evaluation->program->model;
    for (int i = 0; i < model->n_coverages; i++) {
        const Coverage *coverage = &model->coverages[i];
        int have = covered(evaluation, coverage);
        if (have >= coverage->people) continue;
        int64_t price = rule_price(model, coverage->group, coverage->must);
        evaluation_short(evaluation, (Shortage){.kind = SHORTAGE_COVERAGE,
                                                .group = coverage->group,
                                                .role = coverage->role,
                                                .skill = coverage->skill,
                                                .level = coverage->level,
                                                .field = -1,
                                                .value = -1,
                                                .needed = coverage->people,
                                                .have = have,
                                                .cost = price * (coverage->people - have),
                                                .source = i});
    }
    return true;
}
