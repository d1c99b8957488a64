/* group_rules.h: rules over many people. Each family is one file with two faces: rows for a solver, and a measure of any
 * assignments that shares nothing with those rows. */
#ifndef PROGRAM_GROUP_RULES_H
#define PROGRAM_GROUP_RULES_H

#include "program/program.h"

/* One entry of a pair in a rule while rules are collected. */
typedef struct PairEntry {
    int64_t pair;
    Entry entry;
} PairEntry;

typedef struct SlackEntry {
    int slack;
    Entry entry;
} SlackEntry;

/* Collects rules. Running out of memory is remembered in `lost`; calls after that do nothing harmful. */
typedef struct RuleBuilder {
    const Program *program; /* people and pairs are there already */
    Arena *arena;           /* of what stays */
    Arena *scratch;         /* of what is sorted by pair and slack afterwards */
    Messages *messages;
    int family;
    bool lost;
    int *role_slack; /* [n_roles]: the slack that counts a role's empty seats, -1 */
    LIST(GroupRule) rules;
    LIST(Slack) slacks;
    LIST(PairEntry) pair_entries;
    LIST(SlackEntry) slack_entries;
} RuleBuilder;

int rule_add(RuleBuilder *builder, int about, int64_t low, int64_t high, Origin origin); /* about: GroupRule.about */
void rule_pair(RuleBuilder *builder, int rule, int64_t pair, int coefficient);
/* Each pair of the role that `counts` accepts (NULL: all) enters the rule with coefficient 1. */
typedef bool RuleCounts(const Program *program, int person, const void *data);
void rule_role(RuleBuilder *builder, int rule, int role, RuleCounts *counts, const void *data);
/* The rule's own slack: coefficient 1 (missing) or -1 (too many). Its index. */
int rule_slack(RuleBuilder *builder, int rule, int coefficient, int64_t price, int64_t high);
void rule_slack_also(RuleBuilder *builder, int slack, int rule); /* the slack counts 1 in a later rule too */

/* What families measure: the assignments by person, and counted. */
typedef struct Evaluation {
    const Program *program;
    const Solution *solution;
    Arena *arena;
    bool lost;
    int *role_count, *group_count; /* [n_roles], [n_groups] */
    int *group_first;              /* [n_groups + 1]: the assignments of each group */
    int *group_members;            /* -> solution->assignments */
    LIST(Shortage) shortages;
} Evaluation;

void evaluation_short(Evaluation *evaluation, Shortage shortage);

/* Indices into group_rule_families. */
enum { FAMILY_ROLE, FAMILY_SIZE, FAMILY_COVERAGE, FAMILY_MIX, FAMILY_PAIRS, FAMILY_CHANGES };

typedef struct GroupRuleFamily {
    const char *name;
    void (*rows_add)(RuleBuilder *builder);
    bool (*measure)(Evaluation *evaluation); /* adds shortages; false where an absolute rule is broken */
} GroupRuleFamily;

extern const GroupRuleFamily group_rule_families[];
extern const int n_group_rule_families;

void role_filled_rows_add(RuleBuilder *builder);
bool role_filled_measure(Evaluation *evaluation);
void size_rows_add(RuleBuilder *builder);
bool size_measure(Evaluation *evaluation);
void coverage_rows_add(RuleBuilder *builder);
bool coverage_measure(Evaluation *evaluation);
void mix_rows_add(RuleBuilder *builder);
bool mix_measure(Evaluation *evaluation);
void pair_rows_add(RuleBuilder *builder);
bool pair_measure(Evaluation *evaluation);
void change_rows_add(RuleBuilder *builder);
bool change_measure(Evaluation *evaluation);

/* Indices 0 .. n - 1 of a model's array in an order that depends on what the entries say, not on the sheet's order; NULL where
 * there is no memory. Equal entries keep their order. */
typedef int IndexOrder(const void *left, const void *right, void *model);
int *rule_order(int n, IndexOrder *compare, const Model *model, Arena *arena);

/* What a shortage under this must costs, per person. */
static inline int64_t rule_price(const Model *model, int group, bool must)
{
    return (int64_t)(must ? model->settings.short_must : model->settings.short_should) * model->groups[group].weight;
}

#endif
