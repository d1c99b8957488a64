#include "solve/rule_rings.h"

#include <limits.h>

/* The rows of each column. */
typedef struct RowsOf {
    int *first; /* [columns.n + 1] */
    int *row;
} RowsOf;

static CadreStatus rows_of_make(RowsOf *out, const RuleRows *rows, Arena *arena, CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, rows->columns.n);
    *out = (RowsOf){ARENA_ARRAY(arena, int, rows->columns.n + 1), ARENA_ARRAY(arena, int, rows->entries.n)};
    if (!next || !out->first || !out->row) return error_no_memory(err);
    for (int i = 0; i < rows->entries.n; i++) out->first[rows->entries.items[i].column + 1]++;
    for (int column = 0; column < rows->columns.n; column++) {
        out->first[column + 1] += out->first[column];
        next[column] = out->first[column];
    }
    for (int row = 0; row < rows->rows.n; row++) {
        const RuleRow *at = &rows->rows.items[row];
        for (int k = at->first_entry; k < at->first_entry + at->n_entries; k++)
            out->row[next[rows->entries.items[k].column]++] = row;
    }
    return CADRE_OK;
}

CadreStatus rule_rings_make(RuleRings *out, const RuleRows *rows, int target, Arena *arena, CadreError *err)
{
    int n = rows->rows.n, *queue = ARENA_ARRAY(arena, int, n), tail = 0;
    bool *seen = ARENA_ARRAY(arena, bool, rows->columns.n);
    RowsOf of;
    *out = (RuleRings){.rows = rows, .target = target, .ring = ARENA_ARRAY(arena, int, n)};
    if (!queue || !seen || !out->ring) return error_no_memory(err);
    TRY(rows_of_make(&of, rows, arena, err));
    for (int row = 0; row < n; row++) out->ring[row] = INT_MAX;
    out->ring[target] = 0;
    queue[tail++] = target;
    for (int head = 0; head < tail; head++) {
        const RuleRow *at = &rows->rows.items[queue[head]];
        out->last = out->ring[queue[head]];
        for (int k = at->first_entry; k < at->first_entry + at->n_entries; k++) {
            int column = rows->entries.items[k].column;
            if (seen[column]) continue;
            seen[column] = true;
            for (int i = of.first[column]; i < of.first[column + 1]; i++) {
                if (out->ring[of.row[i]] != INT_MAX) continue;
                out->ring[of.row[i]] = out->last + 1;
                queue[tail++] = of.row[i];
            }
        }
    }
    return CADRE_OK;
}

int rule_by_ring(const void *left, const void *right, void *ring)
{
    const int *rings = ring;
    int a = *(const int *)left, b = *(const int *)right;
    if (rings[a] != rings[b]) return rings[a] < rings[b] ? -1 : 1;
    return (a > b) - (a < b);
}
