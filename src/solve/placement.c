#include "solve/placement.h"

#include "program/person_rules.h"

static int64_t positive(int64_t value) { return value > 0 ? value : 0; }

static int64_t slack_coefficient(const Program *program, int slack)
{
    return program->slack_entries[program->slack_first_entry[slack]].coefficient;
}

static int64_t slack_value(const Program *program, const GroupRule *rule, int64_t activity)
{
    if (rule->slack < 0) return 0;
    return slack_coefficient(program, rule->slack) > 0 ? positive(rule->low - activity) : positive(activity - rule->high);
}

/* What no slack mends. */
static int64_t rule_broken(const Program *program, const GroupRule *rule, int64_t activity)
{
    int64_t coefficient = rule->slack >= 0 ? slack_coefficient(program, rule->slack) : 0, broken = 0;
    if (coefficient <= 0 && rule->low != INT64_MIN) broken += positive(rule->low - activity);
    if (coefficient >= 0 && rule->high != INT64_MAX) broken += positive(activity - rule->high);
    return broken;
}

static void rule_move(Placement *placement, int row, int64_t by)
{
    const Program *program = placement->program;
    const GroupRule *rule = &program->rules[row];
    int64_t before = placement->activity[row], after = before + by;
    placement->activity[row] = after;
    placement->broken += rule_broken(program, rule, after) - rule_broken(program, rule, before);
    if (rule->slack < 0) return;
    int64_t slack_by = slack_value(program, rule, after) - slack_value(program, rule, before);
    if (slack_by == 0) return;
    placement->parts.shortages += slack_by * program->slacks[rule->slack].price;
    for (int64_t i = program->slack_first_entry[rule->slack] + 1; i < program->slack_first_entry[rule->slack + 1]; i++)
        rule_move(placement, program->slack_entries[i].row, slack_by * program->slack_entries[i].coefficient);
}

CadreStatus placement_make(Placement *out, const Program *program, Arena *arena, CadreError *err)
{
    Placement placement = {.program = program};
    placement.on = ARENA_ARRAY(arena, bool, program->n_pairs);
    placement.n_roles = ARENA_ARRAY(arena, int, program->n_people);
    placement.activity = ARENA_ARRAY(arena, int64_t, program->n_rules);
    placement.roles = ARENA_ARRAY(arena, int, program->model->n_roles);
    if (!placement.on || !placement.n_roles || !placement.activity || !placement.roles) return error_no_memory(err);
    for (int row = 0; row < program->n_rules; row++) {
        const GroupRule *rule = &program->rules[row];
        placement.broken += rule_broken(program, rule, placement.activity[row]);
        int64_t slack = slack_value(program, rule, placement.activity[row]);
        if (slack == 0) continue;
        placement.parts.shortages += slack * program->slacks[rule->slack].price;
        for (int64_t i = program->slack_first_entry[rule->slack] + 1; i < program->slack_first_entry[rule->slack + 1]; i++)
            placement.activity[program->slack_entries[i].row] += slack * program->slack_entries[i].coefficient;
    }
    *out = placement;
    return CADRE_OK;
}

static void load_move(Placement *placement, int person, int nth, int sign)
{
    ObjectiveParts earned = {0};
    for (int cost = 0; cost < n_person_costs; cost++)
        person_costs[cost].add(&earned, person_costs[cost].marginal(placement->program, person, nth));
    placement->parts.everyone += sign * earned.everyone;
    placement->parts.extra_load += sign * earned.extra_load;
}

void placement_flip(Placement *placement, int64_t pair)
{
    const Program *program = placement->program;
    int person = program->pair_person[pair], rank = program->person_rank[person], sign = placement->on[pair] ? -1 : 1;
    if (sign > 0)
        load_move(placement, person, ++placement->n_roles[rank], 1);
    else
        load_move(placement, person, placement->n_roles[rank]--, -1);
    placement->on[pair] = sign > 0;
    placement->parts.points += sign * program->pair_value[pair];
    placement->changes += sign * (int)program->pair_moved[pair];
    for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
        rule_move(placement, program->entries[i].row, sign * program->entries[i].coefficient);
    placement->flips++;
}

bool placement_allowed(Placement *placement, int rank)
{
    const Program *program = placement->program;
    int n = 0;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++)
        if (placement->on[pair]) placement->roles[n++] = program->pair_role[pair];
    return program_bundle_allowed(program, program->person[rank], placement->roles, n);
}

void placement_load(Placement *placement, const Solution *solution)
{
    for (int i = 0; i < solution->n; i++)
        placement_flip(placement,
                       program_find_pair(placement->program, solution->assignments[i].person, solution->assignments[i].role));
}

CadreStatus placement_solution(Solution *out, const Placement *placement, Arena *arena, CadreError *err)
{
    const Program *program = placement->program;
    int n = 0;
    for (int rank = 0; rank < program->n_people; rank++) n += placement->n_roles[rank];
    Assignment *assignments = ARENA_ARRAY(arena, Assignment, n);
    if (!assignments) return error_no_memory(err);
    n = 0;
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        if (placement->on[pair]) assignments[n++] = (Assignment){program->pair_person[pair], program->pair_role[pair]};
    *out = (Solution){assignments, n};
    solution_sort(out);
    return CADRE_OK;
}
