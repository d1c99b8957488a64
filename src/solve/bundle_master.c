#include "solve/bundle_master.h"

#include <string.h>

#include "program/person_rules.h"

static void slack_columns_add(BundleMaster *master)
{
    const Program *program = master->program;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        const Slack *at = &program->slacks[slack];
        int column = linear_column(&master->linear, master->step->goal == GOAL_CHANGES ? 0 : -at->price, 0, at->high);
        for (int64_t i = program->slack_first_entry[slack]; i < program->slack_first_entry[slack + 1]; i++)
            linear_entry(&master->linear, program->slack_entries[i].row, column, program->slack_entries[i].coefficient);
        if (master->cost_row >= 0 && at->price > 0)
            linear_entry(&master->linear, master->cost_row, column, at->price / master->cost_divisor);
        if (master->total_row >= 0 && at->price > 0) linear_entry(&master->linear, master->total_row, column, -at->price);
    }
}

int64_t master_cost_most(const BundleMaster *master)
{
    int64_t most = master->step->cost_most;
    return most == INT64_MAX ? INT64_MAX : most / master->cost_divisor;
}

static void rows_add(BundleMaster *master)
{
    const Program *program = master->program;
    const Step *step = master->step;
    for (int rule = 0; rule < program->n_rules; rule++)
        linear_row(&master->linear, program->rules[rule].low, program->rules[rule].high);
    master->cost_divisor = program_price_divisor(program);
    master->unit_most = 1;
    for (int slack = 0; slack < program->n_slacks && master->cost_divisor > 0; slack++)
        if (program->slacks[slack].price / master->cost_divisor > master->unit_most)
            master->unit_most = program->slacks[slack].price / master->cost_divisor;
    if (step->goal != GOAL_COST && master->cost_divisor > 0)
        master->cost_row = linear_row(&master->linear, INT64_MIN, master_cost_most(master));
    if (step->total_least != INT64_MIN) master->total_row = linear_row(&master->linear, step->total_least, INT64_MAX);
    master->first_convexity = master->linear.rows.n;
    for (int rank = 0; rank < program->n_people; rank++) {
        int person = program->person[rank];
        bool must = program->first_must[person] < program->first_must[person + 1];
        linear_row(&master->linear, must ? 1 : 0, 1);
    }
}

CadreStatus master_make(BundleMaster *out, const Program *program, const Step *step, const int64_t *value, const bool *barred,
                        Arena *arena, CadreError *err)
{
    *out = (BundleMaster){.program = program,
                          .step = step,
                          .arena = arena,
                          .value = value,
                          .barred = barred,
                          .load_counts = step->goal == GOAL_TOTAL,
                          .linear = {.arena = arena},
                          .last_column = ARENA_ARRAY(arena, int, program->n_people),
                          .cost_row = -1,
                          .total_row = -1,
                          .row_sum = ARENA_ARRAY(arena, int, program->n_rules)};
    if (!out->last_column || !out->row_sum) return error_no_memory(err);
    for (int rank = 0; rank < program->n_people; rank++) out->last_column[rank] = -1;
    rows_add(out);
    slack_columns_add(out);
    return out->linear.lost ? error_no_memory(err) : CADRE_OK;
}

int master_find(const BundleMaster *master, int rank, const int64_t *pairs, int n_pairs)
{
    for (int at = master->last_column[rank]; at >= 0; at = master->columns.items[at].before) {
        const BundleColumn *column = &master->columns.items[at];
        if (column->n_pairs == n_pairs && memcmp(column->pairs, pairs, (size_t)n_pairs * sizeof *pairs) == 0) return at;
    }
    return -1;
}

int64_t master_bundle_total(const Program *program, int rank, const int64_t *pairs, int n_pairs)
{
    int64_t total = 0;
    for (int i = 0; i < n_pairs; i++)
        total += program->pair_value[pairs[i]] + person_cost_marginal(program, program->person[rank], i + 1);
    return total;
}

/* Two pairs of a bundle may be in one row: their coefficients are added up. */
static void bundle_entries_add(BundleMaster *master, int column, const int64_t *pairs, int n_pairs)
{
    const Program *program = master->program;
    for (int i = 0; i < n_pairs; i++)
        for (int64_t k = program->first_entry[pairs[i]]; k < program->first_entry[pairs[i] + 1]; k++)
            master->row_sum[program->entries[k].row] += (int)program->entries[k].coefficient;
    for (int i = 0; i < n_pairs; i++)
        for (int64_t k = program->first_entry[pairs[i]]; k < program->first_entry[pairs[i] + 1]; k++) {
            int row = program->entries[k].row;
            if (master->row_sum[row] != 0) linear_entry(&master->linear, row, column, master->row_sum[row]);
            master->row_sum[row] = 0;
        }
}

static void append(BundleMaster *master, int rank, const int64_t *pairs, int n_pairs)
{
    int64_t *copy = ARENA_ARRAY(master->arena, int64_t, n_pairs);
    if (!copy) {
        master->linear.lost = true;
        return;
    }
    memcpy(copy, pairs, (size_t)n_pairs * sizeof *pairs);
    BundleColumn bundle = {copy, n_pairs, rank, master->last_column[rank], false};
    int64_t value = 0, total = master_bundle_total(master->program, rank, pairs, n_pairs);
    for (int i = 0; i < n_pairs; i++) value += master->value[pairs[i]];
    int column = linear_column(&master->linear, master->load_counts ? total : value, 0, 1);
    bundle_entries_add(master, column, pairs, n_pairs);
    linear_entry(&master->linear, master->first_convexity + rank, column, 1);
    if (master->total_row >= 0 && total != 0) linear_entry(&master->linear, master->total_row, column, total);
    if (!LIST_PUSH(master->arena, &master->columns, bundle)) master->linear.lost = true;
    master->last_column[rank] = master->columns.n - 1;
}

bool master_add(BundleMaster *master, int rank, const int64_t *pairs, int n_pairs)
{
    int found = master_find(master, rank, pairs, n_pairs);
    if (found < 0) {
        append(master, rank, pairs, n_pairs);
        return true;
    }
    if (!master->columns.items[found].only_near) return false;
    master->columns.items[found].only_near = false;
    master->linear.columns.items[master->program->n_slacks + found].high = 1;
    master->reopened = true;
    return true;
}

void master_open(BundleMaster *master, int rank, const int64_t *pairs, int n_pairs)
{
    int found = master_find(master, rank, pairs, n_pairs);
    if (found >= 0) {
        master->linear.columns.items[master->program->n_slacks + found].high = 1;
        return;
    }
    append(master, rank, pairs, n_pairs);
    if (!master->linear.lost) master->columns.items[master->columns.n - 1].only_near = true;
}

CadreStatus master_solution(Solution *out, const BundleMaster *master, const int64_t *point, Arena *arena, CadreError *err)
{
    const Program *program = master->program;
    const int64_t *bundles = point + program->n_slacks;
    int n = 0;
    for (int i = 0; i < master->columns.n; i++) n += bundles[i] > 0 ? master->columns.items[i].n_pairs : 0;
    Assignment *assignments = ARENA_ARRAY(arena, Assignment, n);
    if (!assignments) return error_no_memory(err);
    n = 0;
    for (int i = 0; i < master->columns.n; i++)
        for (int k = 0; bundles[i] > 0 && k < master->columns.items[i].n_pairs; k++) {
            int64_t pair = master->columns.items[i].pairs[k];
            assignments[n++] = (Assignment){program->pair_person[pair], program->pair_role[pair]};
        }
    *out = (Solution){assignments, n};
    solution_sort(out);
    return CADRE_OK;
}

CadreStatus master_send(BundleMaster *master, Engine *engine, CadreError *err)
{
    TRY(engine_extend(engine, err));
    if (master->reopened) TRY(engine_reopen(engine, err));
    master->reopened = false;
    return CADRE_OK;
}
