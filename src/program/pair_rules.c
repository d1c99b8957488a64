/* together: in a group both or neither; apart: not both. Absolute. A `together` is void where one of the two cannot join. */
#include <string.h>

#include "program/group_rules.h"

static int by_content(const void *left, const void *right, void *data)
{
    const Model *model = data;
    int first = *(const int *)left, second = *(const int *)right;
    const Pair *a = &model->pairs[first], *b = &model->pairs[second];
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    int a_low = a->person < a->other ? a->person : a->other, a_high = a->person + a->other - a_low;
    int b_low = b->person < b->other ? b->person : b->other, b_high = b->person + b->other - b_low;
    if (a_low != b_low) return a_low < b_low ? -1 : 1;
    if (a_high != b_high) return a_high < b_high ? -1 : 1;
    if (a->together != b->together) return a->together ? 1 : -1;
    return (first > second) - (first < second);
}

static bool can_join(const Program *program, int person, int group)
{
    const Group *at = &program->model->groups[group];
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
        if (score_find(program->scores, person, role) >= 0) return true;
    return false;
}

static void membership_add(RuleBuilder *builder, int rule, int person, int group, int coefficient)
{
    const Group *at = &builder->program->model->groups[group];
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++) {
        int64_t pair = program_find_pair(builder->program, person, role);
        if (pair >= 0) rule_pair(builder, rule, pair, coefficient);
    }
}

static void pair_add(RuleBuilder *builder, int about)
{
    const Program *program = builder->program;
    const Pair *pair = &program->model->pairs[about];
    bool person_can = can_join(program, pair->person, pair->group), other_can = can_join(program, pair->other, pair->group);
    if (person_can && other_can) {
        int rule = rule_add(builder, about, pair->together ? 0 : INT64_MIN, pair->together ? 0 : 1, pair->origin);
        membership_add(builder, rule, pair->person, pair->group, 1);
        membership_add(builder, rule, pair->other, pair->group, pair->together ? -1 : 1);
    } else if (pair->together && person_can != other_can) {
        const Person *absent = &program->model->staff[person_can ? pair->other : pair->person];
        messages_add(builder->messages, CADRE_WARNING, pair->origin,
                     "\"%s\" cannot join \"%s\", so together is void there; expected two people who both can join", absent->key,
                     program->model->groups[pair->group].name);
    }
}

void pair_rows_add(RuleBuilder *builder)
{
    const Model *model = builder->program->model;
    int *order = rule_order(model->n_pairs, by_content, model, builder->arena);
    if (!order) builder->lost = true;
    for (int i = 0; order && i < model->n_pairs; i++)
        if (model->pairs[order[i]].person != model->pairs[order[i]].other) pair_add(builder, order[i]);
}

static bool is_member(const Evaluation *evaluation, int person, int group)
{
    for (int i = evaluation->group_first[group]; i < evaluation->group_first[group + 1]; i++)
        if (evaluation->solution->assignments[evaluation->group_members[i]].person == person) return true;
    return false;
}

static bool pair_kept(const Evaluation *evaluation, const Pair *pair)
{
    if (pair->person == pair->other) return true;
    bool person_in = is_member(evaluation, pair->person, pair->group),
         other_in = is_member(evaluation, pair->other, pair->group);
    if (!pair->together) return !(person_in && other_in);
    return person_in == other_in || !can_join(evaluation->program, pair->person, pair->group) ||
           !can_join(evaluation->program, pair->other, pair->group);
}

bool pair_measure(Evaluation *evaluation)
{
    const Model *model = evaluation->program->model;
    for (int i = 0; i < model->n_pairs; i++)
        if (!pair_kept(evaluation, &model->pairs[i])) return false;
    return true;
}
