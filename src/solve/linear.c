#include "solve/linear.h"

#include <math.h>

__extension__ typedef __int128 Wide;

int linear_column(LinearProgram *linear, int64_t cost, int64_t low, int64_t high)
{
    LinearColumn column = {cost, low, high};
    if (!LIST_PUSH(linear->arena, &linear->columns, column)) linear->lost = true;
    return linear->columns.n - 1;
}

int linear_row(LinearProgram *linear, int64_t low, int64_t high)
{
    LinearRow row = {low, high};
    if (!LIST_PUSH(linear->arena, &linear->rows, row)) linear->lost = true;
    return linear->rows.n - 1;
}

void linear_entry(LinearProgram *linear, int row, int column, int64_t coefficient)
{
    LinearEntry entry = {row, column, coefficient};
    if (!LIST_PUSH(linear->arena, &linear->entries, entry)) linear->lost = true;
}

void linear_keep_rows(LinearProgram *linear, const int to[])
{
    int n_rows = 0, n_entries = 0;
    for (int row = 0; row < linear->rows.n; row++)
        if (to[row] >= 0) linear->rows.items[n_rows++] = linear->rows.items[row];
    for (int k = 0; k < linear->entries.n; k++) {
        LinearEntry entry = linear->entries.items[k];
        if (to[entry.row] < 0) continue;
        entry.row = to[entry.row];
        linear->entries.items[n_entries++] = entry;
    }
    linear->rows.n = n_rows;
    linear->entries.n = n_entries;
}

int64_t linear_dual_whole(double dual, int64_t scale, const LinearRow *row)
{
    const double most = 1e9;
    if (!isfinite(dual)) return 0;
    int64_t whole = llround(fmin(fmax(dual, -most), most) * (double)scale);
    if (whole > 0 && row->high == INT64_MAX) return 0;
    if (whole < 0 && row->low == INT64_MIN) return 0;
    return whole;
}

static int64_t floor_divide(Wide value, int64_t by)
{
    Wide quotient = value / by;
    if (quotient * by > value) quotient--;
    if (quotient > INT64_MAX) return INT64_MAX;
    return quotient < INT64_MIN ? INT64_MIN : (int64_t)quotient;
}

/* The bound in 1 / LINEAR_SCALE; reduced: [columns.n]. */
static CadreStatus bound_scaled(Wide *bound, Wide *reduced, const LinearProgram *linear, const double *dual, Arena *arena,
                                CadreError *err)
{
    int64_t *rounded = ARENA_ARRAY(arena, int64_t, linear->rows.n);
    if (!rounded) return error_no_memory(err);
    Wide sum = 0;
    for (int i = 0; dual && i < linear->rows.n; i++) {
        const LinearRow *row = &linear->rows.items[i];
        rounded[i] = linear_dual_whole(dual[i], LINEAR_SCALE, row);
        if (rounded[i] != 0) sum += (Wide)rounded[i] * (rounded[i] > 0 ? row->high : row->low);
    }
    for (int j = 0; j < linear->columns.n; j++) reduced[j] = (Wide)linear->columns.items[j].cost * LINEAR_SCALE;
    for (int k = 0; k < linear->entries.n; k++) {
        const LinearEntry *entry = &linear->entries.items[k];
        reduced[entry->column] -= (Wide)rounded[entry->row] * entry->coefficient;
    }
    for (int j = 0; j < linear->columns.n; j++)
        sum += reduced[j] * (reduced[j] > 0 ? linear->columns.items[j].high : linear->columns.items[j].low);
    *bound = sum;
    return CADRE_OK;
}

CadreStatus linear_safe_bound(int64_t *bound, int64_t *reduced, const LinearProgram *linear, const double *dual, Arena *arena,
                              CadreError *err)
{
    Wide scaled = 0, *wide = ARENA_ARRAY(arena, Wide, linear->columns.n);
    if (!wide) return error_no_memory(err);
    TRY(bound_scaled(&scaled, wide, linear, dual, arena, err));
    *bound = floor_divide(scaled, LINEAR_SCALE);
    for (int j = 0; reduced && j < linear->columns.n; j++) reduced[j] = floor_divide(wide[j], 1);
    return CADRE_OK;
}

CadreStatus linear_tighten(LinearProgram *linear, int64_t *n_fixed, const double *dual, int64_t least, Arena *arena,
                           CadreError *err)
{
    Wide scaled = 0, *reduced = ARENA_ARRAY(arena, Wide, linear->columns.n);
    if (!reduced) return error_no_memory(err);
    TRY(bound_scaled(&scaled, reduced, linear, dual, arena, err));
    Wide room = scaled - (Wide)least * LINEAR_SCALE;
    *n_fixed = 0;
    for (int j = 0; room >= 0 && j < linear->columns.n; j++) {
        LinearColumn *column = &linear->columns.items[j];
        if (reduced[j] == 0 || column->low == column->high) continue;
        Wide steps = room / (reduced[j] > 0 ? reduced[j] : -reduced[j]);
        if (steps < column->high - column->low) {
            if (reduced[j] > 0)
                column->low = column->high - (int64_t)steps;
            else
                column->high = column->low + (int64_t)steps;
        }
        *n_fixed += column->low == column->high;
    }
    return CADRE_OK;
}
