/* A role has at least min holders, priced, and at most max, absolutely: min <= holders + empty seats <= max. The empty seats
 * cannot loosen the upper bound, for they are never negative. */
#include "program/group_rules.h"

void role_filled_rows_add(RuleBuilder *builder)
{
    const Model *model = builder->program->model;
    for (int role = 0; role < model->n_roles; role++) {
        const Role *of = &model->roles[role];
        builder->role_slack[role] = -1;
        int64_t n_pairs = builder->program->role_first_pair[role + 1] - builder->program->role_first_pair[role];
        if (of->min <= 0 && n_pairs <= of->max) continue;
        bool crossed = of->min > of->max; /* then one row cannot hold both */
        int64_t high = of->max == NO_LIMIT ? INT64_MAX : of->max;
        int rule = rule_add(builder, role, of->min > 0 ? of->min : INT64_MIN, crossed ? INT64_MAX : high, of->origin);
        rule_role(builder, rule, role, NULL, NULL);
        if (of->min > 0) {
            int64_t price = (int64_t)model->settings.short_role * model->groups[of->group].weight;
            builder->role_slack[role] = rule_slack(builder, rule, 1, price, of->min);
        }
        if (crossed) rule_role(builder, rule_add(builder, role, INT64_MIN, high, of->origin), role, NULL, NULL);
    }
}

bool role_filled_measure(Evaluation *evaluation)
{
    const Model *model = evaluation->program->model;
    bool kept = true;
    for (int role = 0; role < model->n_roles; role++) {
        const Role *of = &model->roles[role];
        int have = evaluation->role_count[role];
        if (have > of->max) kept = false;
        if (have >= of->min) continue;
        int64_t price = (int64_t)model->settings.short_role * model->groups[of->group].weight;
        evaluation_short(evaluation, (Shortage){.kind = SHORTAGE_ROLE,
                                                .group = of->group,
                                                .role = role,
                                                .skill = -1,
                                                .field = -1,
                                                .value = -1,
                                                .needed = of->min,
                                                .have = have,
                                                .cost = price * (of->min - have),
                                                .source = -1});
    }
    return kept;
}
