/* linear.h: an integer program in whole numbers, before any solver: maximise cost * x over rows low <= A x <= high and columns
 * low <= x <= high, all integer and bounded. What is proved about it is proved here, in integers. */
#ifndef SOLVE_LINEAR_H
#define SOLVE_LINEAR_H

#include "base/error.h"

typedef struct LinearColumn {
    int64_t cost, low, high;
} LinearColumn;

typedef struct LinearRow {
    int64_t low, high; /* INT64_MIN, INT64_MAX: none */
} LinearRow;

typedef struct LinearEntry {
    int row, column;
    int64_t coefficient;
} LinearEntry;

/* Running out of memory while it is filled is remembered in `lost`. */
typedef struct LinearProgram {
    Arena *arena;
    bool lost;
    LIST(LinearColumn) columns;
    LIST(LinearRow) rows;
    LIST(LinearEntry) entries; /* each (row, column) once */
} LinearProgram;

int linear_column(LinearProgram *linear, int64_t cost, int64_t low, int64_t high);
int linear_row(LinearProgram *linear, int64_t low, int64_t high);
void linear_entry(LinearProgram *linear, int row, int column, int64_t coefficient);

/* Keep the rows that `to` ([rows]) gives a new place, ascending; -1: the row goes with its entries. */
void linear_keep_rows(LinearProgram *linear, const int to[/*rows*/]);

/* Duals as whole multiples of 1 / LINEAR_SCALE. */
enum { LINEAR_SCALE = 1 << 20 };

/* A dual as a whole multiple of 1 / scale, of a sign that its row allows; 0 where it is none; cut off far beyond any price. */
int64_t linear_dual_whole(double dual, int64_t scale, const LinearRow *row);

/**
 * A bound from any duals: round them, clamp the signs that their rows do not allow, and evaluate in 128 bits. No point of the
 * program has a greater objective, whatever the duals are.
 * dual: [rows.n]; NULL means 0. reduced (or NULL): [columns.n], reduced costs in 1 / LINEAR_SCALE.
 * Errors: CADRE_NO_MEMORY.
 * Cost O(rows + columns + entries).
 */
CadreStatus linear_safe_bound(int64_t *bound, int64_t *reduced, const LinearProgram *linear, const double *dual, Arena *arena,
                              CadreError *err);

/**
 * Tighten columns so that only points with an objective of `least` or more need remain; by the reduced costs and the bound of
 * linear_safe_bound, which this repeats. Returns the number of columns fixed.
 */
CadreStatus linear_tighten(LinearProgram *linear, int64_t *n_fixed, const double *dual, int64_t least, Arena *arena,
                           CadreError *err);

#endif
