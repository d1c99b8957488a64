#include "solve/near_program.h"

#include <string.h>

static const Scaled impossible = -((Scaled)1 << 100); /* less than any value, however many are added */

static void rows_copy(NearProgram *near)
{
    const LinearProgram *from = &near->master->linear;
    for (int row = 0; row < from->rows.n; row++)
        linear_row(&near->linear, from->rows.items[row].low, from->rows.items[row].high);
}

/* first[column]: where the entries of the master's columns begin; they lie together. */
static void entries_find(int *first, const LinearProgram *from)
{
    int k = 0;
    for (int column = 0; column < from->columns.n; column++) {
        first[column] = k;
        while (k < from->entries.n && from->entries.items[k].column == column) k++;
    }
    first[from->columns.n] = k;
}

/* order: the master's bundles by person, as they were made. */
static void bundles_order(int *order, int *next, const BundleMaster *master)
{
    int n_people = master->program->n_people;
    for (int i = 0; i < master->columns.n; i++) next[master->columns.items[i].rank + 1]++;
    for (int rank = 0; rank < n_people; rank++) next[rank + 1] += next[rank];
    for (int i = 0; i < master->columns.n; i++) order[next[master->columns.items[i].rank]++] = i;
}

static void column_copy(NearProgram *near, const int *first, const unsigned char *basis, int column)
{
    const LinearProgram *from = &near->master->linear;
    const LinearColumn *old = &from->columns.items[column];
    int new = linear_column(&near->linear, old->cost, old->low, old->high);
    near->first_entry[new] = near->linear.entries.n;
    if (basis) near->basis[from->rows.n + new] = basis[from->rows.n + column];
    for (int k = first[column]; k < first[column + 1]; k++)
        linear_entry(&near->linear, from->entries.items[k].row, new, from->entries.items[k].coefficient);
}

/* What is open, and what the basis holds. */
static void columns_copy(NearProgram *near, const int *first, const int *order, const unsigned char *basis)
{
    const LinearProgram *from = &near->master->linear;
    int rank = 0;
    for (int slack = 0; slack < near->n_slacks; slack++) column_copy(near, first, basis, slack);
    for (int i = 0; i < near->master->columns.n; i++) {
        int column = near->n_slacks + order[i];
        bool is_basic = basis && basis[from->rows.n + column] == ENGINE_BASIC;
        while (rank <= near->master->columns.items[order[i]].rank) near->first_column[rank++] = near->linear.columns.n;
        if (from->columns.items[column].high == 0 && !is_basic) continue;
        near->bundle[near->linear.columns.n - near->n_slacks] = order[i];
        column_copy(near, first, basis, column);
    }
    while (rank <= near->n_people) near->first_column[rank++] = near->linear.columns.n;
    near->first_entry[near->linear.columns.n] = near->linear.entries.n;
}

CadreStatus near_make(NearProgram *out, const BundleMaster *master, const unsigned char *basis, Arena *arena, CadreError *err)
{
    const LinearProgram *from = &master->linear;
    int n_people = master->program->n_people;
    *out = (NearProgram){.master = master,
                         .linear = {.arena = arena},
                         .n_slacks = master->program->n_slacks,
                         .n_people = n_people,
                         .n_rules = master->first_convexity,
                         .first_column = ARENA_ARRAY(arena, int, n_people + 1),
                         .bundle = ARENA_ARRAY(arena, int, master->columns.n),
                         .first_entry = ARENA_ARRAY(arena, int, from->columns.n + 1)};
    if (basis) out->basis = ARENA_ARRAY(arena, unsigned char, from->rows.n + from->columns.n);
    int *first = ARENA_ARRAY(arena, int, from->columns.n + 1);
    int *next = ARENA_ARRAY(arena, int, n_people + 1), *order = ARENA_ARRAY(arena, int, master->columns.n);
    if (!out->first_column || !out->bundle || !out->first_entry || (basis && !out->basis) || !first || !next || !order)
        return error_no_memory(err);
    if (basis) memcpy(out->basis, basis, (size_t)from->rows.n);
    entries_find(first, from);
    bundles_order(order, next, master);
    rows_copy(out);
    columns_copy(out, first, order, basis);
    return out->linear.lost ? error_no_memory(err) : CADRE_OK;
}

void near_worths(Scaled worth[], const NearProgram *near, const int64_t dual[])
{
    const LinearEntry *entries = near->linear.entries.items;
    for (int column = 0; column < near->linear.columns.n; column++) {
        Scaled sum = (Scaled)near->linear.columns.items[column].cost * NEAR_SCALE;
        for (int k = near->first_entry[column]; k < near->first_entry[column + 1]; k++)
            if (entries[k].row < near->n_rules) sum -= (Scaled)dual[entries[k].row] * entries[k].coefficient;
        worth[column] = sum;
    }
    for (int k = near->first_entry[near->linear.columns.n]; k < near->linear.entries.n; k++) /* of cuts */
        worth[entries[k].column] -= (Scaled)dual[entries[k].row] * entries[k].coefficient;
}

static Scaled best_of_person(const NearProgram *near, int rank, const Scaled worth[])
{
    const LinearColumn *columns = near->linear.columns.items;
    Scaled best = near->linear.rows.items[near->n_rules + rank].low == 0 ? 0 : impossible;
    for (int column = near->first_column[rank]; column < near->first_column[rank + 1]; column++)
        if (columns[column].high > 0 && worth[column] > best) best = worth[column];
    return best;
}

Scaled near_bound(Scaled best[], const NearProgram *near, const int64_t dual[], const Scaled worth[])
{
    Scaled sum = 0;
    for (int row = 0; row < near->linear.rows.n; row++) {
        const LinearRow *at = &near->linear.rows.items[row];
        if (near_is_convexity(near, row)) continue;
        if (dual[row] != 0) sum += (Scaled)dual[row] * (dual[row] > 0 ? at->high : at->low);
    }
    for (int slack = 0; slack < near->n_slacks; slack++) {
        const LinearColumn *at = &near->linear.columns.items[slack];
        sum += worth[slack] * (worth[slack] > 0 ? at->high : at->low);
    }
    for (int rank = 0; rank < near->n_people; rank++) {
        best[rank] = best_of_person(near, rank, worth);
        sum += best[rank];
    }
    return sum;
}
