#include "solve/compact.h"

static int slack_column(const Program *program, int slack) { return (int)program->n_pairs + slack; }

static void pair_columns_add(Compact *compact, const Step *step)
{
    const Program *program = compact->program;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        int64_t cost = 0;
        if (step->goal == GOAL_TOTAL) cost = program->pair_value[pair];
        if (step->goal == GOAL_CHANGES) cost = -(int64_t)program->pair_moved[pair];
        linear_column(&compact->linear, cost, 0, step_bars(step, program, pair) ? 0 : 1);
    }
}

static void slack_columns_add(Compact *compact, const Step *step)
{
    const Program *program = compact->program;
    for (int slack = 0; slack < program->n_slacks; slack++)
        linear_column(&compact->linear, step->goal == GOAL_CHANGES ? 0 : -program->slacks[slack].price, 0,
                      program->slacks[slack].high);
}

static void group_rows_add(Compact *compact)
{
    const Program *program = compact->program;
    for (int rule = 0; rule < program->n_rules; rule++)
        linear_row(&compact->linear, program->rules[rule].low, program->rules[rule].high);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            linear_entry(&compact->linear, program->entries[i].row, (int)pair, program->entries[i].coefficient);
    for (int slack = 0; slack < program->n_slacks; slack++)
        for (int64_t i = program->slack_first_entry[slack]; i < program->slack_first_entry[slack + 1]; i++)
            linear_entry(&compact->linear, program->slack_entries[i].row, slack_column(program, slack),
                         program->slack_entries[i].coefficient);
}

static void person_rows_add(Compact *compact)
{
    compact->first_person_row = compact->linear.rows.n;
    for (int i = 0; i < compact->person_rows.rows.n; i++) {
        const PersonRow *row = &compact->person_rows.rows.items[i];
        int at = linear_row(&compact->linear, row->low, row->high);
        for (int64_t k = row->first_entry; k < row->first_entry + row->n_entries; k++)
            linear_entry(&compact->linear, at, (int)compact->person_rows.entries.items[k].pair,
                         compact->person_rows.entries.items[k].coefficient);
    }
}

/* Groups in which the person has a pair, or max_groups where that is less: so many roles at most. */
static int roles_most(const Program *program, int rank)
{
    const Model *model = program->model;
    int n = 0, before = -1;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        int group = model->roles[program->pair_role[pair]].group;
        n += group != before;
        before = group;
    }
    int limit = model->staff[program->person[rank]].max_groups;
    return n < limit ? n : limit;
}

static bool has_load_cost(const Program *program, int person)
{
    return person_cost_marginal(program, person, 1) != 0 || person_cost_marginal(program, person, 2) != 0;
}

/* The number of roles = the sum of the columns "has an n-th role". Marginals never rise with n, so the first ones are taken
 * first without being told. */
static void nth_columns_add(Compact *compact, const Step *step)
{
    const Program *program = compact->program;
    for (int i = 0; i < program->n_people; i++) {
        int person = program->person[i], most = has_load_cost(program, person) ? roles_most(program, i) : 0;
        compact->first_nth[i] = compact->linear.columns.n;
        if (most == 0) continue;
        int row = linear_row(&compact->linear, 0, 0);
        for (int64_t pair = program->first_pair[i]; pair < program->first_pair[i + 1]; pair++)
            linear_entry(&compact->linear, row, (int)pair, 1);
        for (int nth = 1; nth <= most; nth++) {
            int64_t cost = step->goal == GOAL_TOTAL ? person_cost_marginal(program, person, nth) : 0;
            linear_entry(&compact->linear, row, linear_column(&compact->linear, cost, 0, 1), -1);
        }
    }
    compact->first_nth[program->n_people] = compact->linear.columns.n;
}

/* Prices share large divisors: dividing keeps the coefficients small and the solver's tolerance below one price. */
static void cost_row_add(Compact *compact, int64_t most)
{
    const Program *program = compact->program;
    int64_t divisor = program_price_divisor(program);
    if (divisor == 0) return; /* nothing costs */
    int row = linear_row(&compact->linear, INT64_MIN, most / divisor);
    for (int slack = 0; slack < program->n_slacks; slack++)
        if (program->slacks[slack].price > 0)
            linear_entry(&compact->linear, row, slack_column(program, slack), program->slacks[slack].price / divisor);
}

static void total_row_add(Compact *compact, int64_t least)
{
    const Program *program = compact->program;
    int row = linear_row(&compact->linear, least, INT64_MAX);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        if (program->pair_value[pair] != 0) linear_entry(&compact->linear, row, (int)pair, program->pair_value[pair]);
    for (int slack = 0; slack < program->n_slacks; slack++)
        if (program->slacks[slack].price > 0)
            linear_entry(&compact->linear, row, slack_column(program, slack), -program->slacks[slack].price);
    for (int i = 0; i < program->n_people; i++)
        for (int column = compact->first_nth[i]; column < compact->first_nth[i + 1]; column++) {
            int64_t earned = person_cost_marginal(program, program->person[i], column - compact->first_nth[i] + 1);
            if (earned != 0) linear_entry(&compact->linear, row, column, earned);
        }
}

CadreStatus compact_make(Compact *out, const Program *program, const Step *step, Arena *arena, CadreError *err)
{
    Compact compact = {.linear = {.arena = arena}, .program = program};
    compact.first_nth = ARENA_ARRAY(arena, int, program->n_people + 1);
    if (!compact.first_nth) return error_no_memory(err);
    TRY(person_rows_make(&compact.person_rows, program, arena, err));
    pair_columns_add(&compact, step);
    slack_columns_add(&compact, step);
    group_rows_add(&compact);
    person_rows_add(&compact);
    nth_columns_add(&compact, step);
    if (step->cost_most != INT64_MAX) cost_row_add(&compact, step->cost_most);
    if (step->total_least != INT64_MIN) total_row_add(&compact, step->total_least);
    if (compact.linear.lost) return error_no_memory(err);
    *out = compact;
    return CADRE_OK;
}

int64_t compact_size(const Program *program)
{
    return program->first_entry[program->n_pairs] + 4 * program->n_pairs; /* limits, one role a group, n-th roles */
}

CadreStatus compact_point(int64_t **out, const Compact *compact, const Solution *solution, Arena *arena, CadreError *err)
{
    const Program *program = compact->program;
    int64_t *point = ARENA_ARRAY(arena, int64_t, compact->linear.columns.n);
    int64_t *activity = ARENA_ARRAY(arena, int64_t, program->n_rules);
    if (!point || !activity) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        Assignment at = solution->assignments[i];
        int64_t pair = program_find_pair(program, at.person, at.role);
        point[pair] = 1;
        for (int64_t k = program->first_entry[pair]; k < program->first_entry[pair + 1]; k++)
            activity[program->entries[k].row] += program->entries[k].coefficient;
        int rank = program->person_rank[at.person], column = compact->first_nth[rank];
        while (column < compact->first_nth[rank + 1] && point[column]) column++;
        if (column < compact->first_nth[rank + 1]) point[column] = 1;
    }
    program_slacks(point + program->n_pairs, activity, program);
    *out = point;
    return CADRE_OK;
}

CadreStatus compact_solution(Solution *out, const Compact *compact, const int64_t *point, Arena *arena, CadreError *err)
{
    const Program *program = compact->program;
    int n = 0;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) n += point[pair] > 0;
    Assignment *assignments = ARENA_ARRAY(arena, Assignment, n);
    if (!assignments) return error_no_memory(err);
    n = 0;
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        if (point[pair] > 0) assignments[n++] = (Assignment){program->pair_person[pair], program->pair_role[pair]};
    *out = (Solution){assignments, n};
    solution_sort(out);
    return CADRE_OK;
}
