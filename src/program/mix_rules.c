/* So many members of a group with one value of a field, at least and at most; both priced. */
#include <string.h>

#include "program/group_rules.h"

static const char *field_key(const Model *model, const Mix *mix) { return names_key(model->fields, mix->field); }
static const char *value_key(const Model *model, const Mix *mix)
{
    return names_key(model->field_values[mix->field], mix->value);
}

static int by_content(const void *left, const void *right, void *data)
{
    const Model *model = data;
    int first = *(const int *)left, second = *(const int *)right;
    const Mix *a = &model->mixes[first], *b = &model->mixes[second];
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    int fields = strcmp(field_key(model, a), field_key(model, b));
    if (fields != 0) return fields;
    int values = strcmp(value_key(model, a), value_key(model, b));
    if (values != 0) return values;
    if (a->min != b->min) return a->min < b->min ? -1 : 1;
    if (a->max != b->max) return a->max < b->max ? -1 : 1;
    if (a->must != b->must) return a->must ? 1 : -1;
    return (first > second) - (first < second);
}

static bool has_value(const Program *program, int person, const void *data)
{
    const Mix *mix = data;
    return model_has_attribute(program->model, person, mix->field, mix->value);
}

/* Too many is bounded by the pairs of the group. */
static int64_t bound_add(RuleBuilder *builder, int about, int64_t low, int64_t high)
{
    const Model *model = builder->program->model;
    const Mix *mix = &model->mixes[about];
    const Group *group = &model->groups[mix->group];
    int64_t price = rule_price(model, mix->group, mix->must), n_pairs = 0;
    int rule = rule_add(builder, about, low, high, mix->origin);
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++) {
        rule_role(builder, rule, role, has_value, mix);
        n_pairs += builder->program->role_first_pair[role + 1] - builder->program->role_first_pair[role];
    }
    return low > INT64_MIN ? rule_slack(builder, rule, 1, price, low) : rule_slack(builder, rule, -1, price, n_pairs);
}

void mix_rows_add(RuleBuilder *builder)
{
    const Model *model = builder->program->model;
    int *order = rule_order(model->n_mixes, by_content, model, builder->arena);
    if (!order) builder->lost = true;
    for (int i = 0; order && i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[order[i]];
        if (mix->min > 0) bound_add(builder, order[i], mix->min, INT64_MAX);
        if (mix->max != NO_LIMIT) bound_add(builder, order[i], INT64_MIN, mix->max);
    }
}

static void mix_short(Evaluation *evaluation, int source, int needed, int have)
{
    const Model *model = evaluation->program->model;
    const Mix *mix = &model->mixes[source];
    int64_t price = rule_price(model, mix->group, mix->must);
    evaluation_short(evaluation, (Shortage){.kind = SHORTAGE_MIX,
                                            .group = mix->group,
                                            .role = -1,
                                            .skill = -1,
                                            .field = mix->field,
                                            .value = mix->value,
                                            .needed = needed,
                                            .have = have,
                                            .cost = price * (needed > have ? needed - have : have - needed),
                                            .source = source});
}

bool mix_measure(Evaluation *evaluation)
{
    const Model *model = evaluation->program->model;
    for (int i = 0; i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[i];
        int have = 0;
        for (int k = evaluation->group_first[mix->group]; k < evaluation->group_first[mix->group + 1]; k++)
            have += has_value(evaluation->program, evaluation->solution->assignments[evaluation->group_members[k]].person, mix);
        if (have < mix->min) mix_short(evaluation, i, mix->min, have);
        if (have > mix->max) mix_short(evaluation, i, mix->max, have);
    }
    return true;
}
