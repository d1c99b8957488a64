/* A group has at least min_size members, priced, not counting what its roles' empty seats already count, and at most max_size,
 * absolutely. */
#include "program/group_rules.h"

static void minimum_add(RuleBuilder *builder, int group)
{
    const Model *model = builder->program->model;
    const Group *at = &model->groups[group];
    int rule = rule_add(builder, group, at->min_size, INT64_MAX, at->origin);
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++) {
        rule_role(builder, rule, role, NULL, NULL);
        if (builder->role_slack[role] >= 0) rule_slack_also(builder, builder->role_slack[role], rule);
    }
    rule_slack(builder, rule, 1, (int64_t)model->settings.short_role * at->weight, at->min_size);
}

static void maximum_add(RuleBuilder *builder, int group)
{
    const Group *at = &builder->program->model->groups[group];
    int rule = rule_add(builder, group, INT64_MIN, at->max_size, at->origin);
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++) rule_role(builder, rule, role, NULL, NULL);
}

/* Whether min_size asks for more than the minima of the roles do, or max_size for less than their maxima and their pairs. */
static bool minimum_binds(const Model *model, const Group *group)
{
    int64_t roles = 0;
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++) roles += model->roles[role].min;
    return group->min_size > roles;
}

static bool maximum_binds(const Program *program, const Group *group)
{
    int64_t roles = 0;
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++) {
        int64_t n_pairs = program->role_first_pair[role + 1] - program->role_first_pair[role];
        roles += n_pairs < program->model->roles[role].max ? n_pairs : program->model->roles[role].max;
    }
    return group->max_size < roles;
}

void size_rows_add(RuleBuilder *builder)
{
    const Model *model = builder->program->model;
    for (int group = 0; group < model->n_groups; group++) {
        if (minimum_binds(model, &model->groups[group])) minimum_add(builder, group);
        if (maximum_binds(builder->program, &model->groups[group])) maximum_add(builder, group);
    }
}

bool size_measure(Evaluation *evaluation)
{
    const Model *model = evaluation->program->model;
    bool kept = true;
    for (int group = 0; group < model->n_groups; group++) {
        const Group *at = &model->groups[group];
        int have = evaluation->group_count[group], needed = at->min_size;
        if (have > at->max_size) kept = false;
        for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
            if (evaluation->role_count[role] < model->roles[role].min)
                needed -= model->roles[role].min - evaluation->role_count[role];
        if (have >= needed) continue;
        evaluation_short(evaluation, (Shortage){.kind = SHORTAGE_SIZE,
                                                .group = group,
                                                .role = -1,
                                                .skill = -1,
                                                .field = -1,
                                                .value = -1,
                                                .needed = needed,
                                                .have = have,
                                                .cost = (int64_t)model->settings.short_role * at->weight * (needed - have),
                                                .source = -1});
    }
    return kept;
}
