#include "program/group_rules.h"

#include <stdlib.h>

/* Families whose slacks others count come first: a slack's further entries lie in later rules. */
const GroupRuleFamily group_rule_families[] = {
    [FAMILY_ROLE] = {"role filled", role_filled_rows_add, role_filled_measure},
    [FAMILY_SIZE] = {"size", size_rows_add, size_measure},
    [FAMILY_COVERAGE] = {"coverage", coverage_rows_add, coverage_measure},
    [FAMILY_MIX] = {"mix", mix_rows_add, mix_measure},
    [FAMILY_PAIRS] = {"pairs", pair_rows_add, pair_measure},
    [FAMILY_CHANGES] = {"changes", change_rows_add, change_measure},
};
const int n_group_rule_families = (int)(sizeof group_rule_families / sizeof *group_rule_families);

int rule_add(RuleBuilder *builder, int about, int64_t low, int64_t high, Origin origin)
{
    GroupRule rule = {.low = low, .high = high, .family = builder->family, .about = about, .slack = -1, .origin = origin};
    if (!LIST_PUSH(builder->arena, &builder->rules, rule)) {
        builder->lost = true;
        return -1;
    }
    return builder->rules.n - 1;
}

void rule_pair(RuleBuilder *builder, int rule, int64_t pair, int coefficient)
{
    if (builder->lost) return;
    PairEntry entry = {.pair = pair, .entry = {rule, coefficient}};
    if (!LIST_PUSH(builder->scratch, &builder->pair_entries, entry)) builder->lost = true;
}

void rule_role(RuleBuilder *builder, int rule, int role, RuleCounts *counts, const void *data)
{
    const Program *program = builder->program;
    for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1]; i++) {
        int64_t pair = program->role_pairs[i];
        if (!counts || counts(program, program->pair_person[pair], data)) rule_pair(builder, rule, pair, 1);
    }
}

int rule_slack(RuleBuilder *builder, int rule, int coefficient, int64_t price, int64_t high)
{
    if (builder->lost) return -1;
    Slack slack = {.price = price, .high = high};
    SlackEntry entry = {.slack = builder->slacks.n, .entry = {rule, coefficient}};
    if (!LIST_PUSH(builder->scratch, &builder->slack_entries, entry) || !LIST_PUSH(builder->arena, &builder->slacks, slack)) {
        builder->lost = true;
        return -1;
    }
    builder->rules.items[rule].slack = entry.slack;
    return entry.slack;
}

void rule_slack_also(RuleBuilder *builder, int slack, int rule)
{
    if (builder->lost) return;
    SlackEntry entry = {.slack = slack, .entry = {rule, 1}};
    if (!LIST_PUSH(builder->scratch, &builder->slack_entries, entry)) builder->lost = true;
}

void evaluation_short(Evaluation *evaluation, Shortage shortage)
{
    if (!LIST_PUSH(evaluation->arena, &evaluation->shortages, shortage)) evaluation->lost = true;
}

int *rule_order(int n, IndexOrder *compare, const Model *model, Arena *arena)
{
    int *order = ARENA_ARRAY(arena, int, n);
    if (!order) return NULL;
    for (int i = 0; i < n; i++) order[i] = i;
    if (n > 1) qsort_r(order, (size_t)n, sizeof *order, compare, (void *)(uintptr_t)model);
    return order;
}
