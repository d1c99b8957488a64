#include "solve/half_cuts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROWS_MOST = 24,       /* a cut from more is too dense to be of use */
    WORDS_MOST = 4000000, /* of all sums: 32 MB; a program of more rows is not cut */
};
static const double whole = 1e-6;      /* nearer than this a value is whole */
static const double worthwhile = 0.02; /* a cut takes at least so much from the point */

/* A sum of rows modulo 2: which rows, which columns are odd in it, whether its right side is. */
typedef struct Parity {
    uint64_t *rows, *columns; /* bits */
    bool odd, dead;
    double slack, weight; /* of the rows; of the odd columns */
} Parity;

typedef struct Found {
    double score; /* what it takes from the point, by the root of the number of rows */
    int order;    /* as it was found */
    const uint64_t *rows;
} Found;

typedef struct HalfCuts {
    NearProgram *near;
    const double *value;
    const int64_t *high;
    int n_rows, n_columns;
    int *first, *at; /* [n_rows + 1]: entries by row; entries */
    int *way;        /* [n_rows]: 1: activity <= high, -1: >= low */
    double *slack;   /* [n_rows] on that side */
    int *bit;        /* [n_columns]: of the columns that are not whole, -1 */
    double *weight;  /* by bit: how far from whole */
    int n_bits, row_words, column_words;
    Parity *sums; /* [n_rows] */
    LIST(Found) found;
    int64_t *sum; /* [n_columns], 0 between uses */
    Arena *scratch;
} HalfCuts;

static bool bit_get(const uint64_t *bits, int at) { return bits[at / 64] >> (at % 64) & 1; }
static void bit_flip(uint64_t *bits, int at) { bits[at / 64] ^= (uint64_t)1 << (at % 64); }

/* Columns are taken from the bound that they are nearer to. */
static bool is_high(const HalfCuts *cuts, int column)
{
    return cuts->high[column] < 1 << 20 && cuts->value[column] > 0.5 * (double)cuts->high[column];
}

static CadreStatus rows_list(HalfCuts *cuts, CadreError *err)
{
    const LinearProgram *linear = &cuts->near->linear;
    cuts->first = ARENA_ARRAY(cuts->scratch, int, cuts->n_rows + 2);
    cuts->at = ARENA_ARRAY(cuts->scratch, int, linear->entries.n);
    if (!cuts->first || !cuts->at) return error_no_memory(err);
    for (int k = 0; k < linear->entries.n; k++) cuts->first[linear->entries.items[k].row + 2]++;
    for (int row = 0; row < cuts->n_rows; row++) cuts->first[row + 2] += cuts->first[row + 1];
    for (int k = 0; k < linear->entries.n; k++) cuts->at[cuts->first[linear->entries.items[k].row + 1]++] = k;
    return CADRE_OK;
}

static void sides_choose(HalfCuts *cuts)
{
    const LinearProgram *linear = &cuts->near->linear;
    for (int row = 0; row < cuts->n_rows; row++) {
        const LinearRow *at = &linear->rows.items[row];
        double activity = 0;
        for (int i = cuts->first[row]; i < cuts->first[row + 1]; i++) {
            const LinearEntry *entry = &linear->entries.items[cuts->at[i]];
            activity += (double)entry->coefficient * cuts->value[entry->column];
        }
        double below = at->high == INT64_MAX ? INFINITY : (double)at->high - activity;
        double above = at->low == INT64_MIN ? INFINITY : activity - (double)at->low;
        cuts->way[row] = below <= above ? 1 : -1;
        cuts->slack[row] = fmax(0, fmin(below, above));
    }
}

static int by_weight(const void *left, const void *right)
{
    const double *a = left, *b = right;
    if (a[0] != b[0]) return a[0] > b[0] ? -1 : 1;
    return (a[1] > b[1]) - (a[1] < b[1]);
}

/* The columns that are not whole, furthest from it first. */
static CadreStatus bits_number(HalfCuts *cuts, CadreError *err)
{
    double(*order)[2] = arena_get_array(cuts->scratch, (size_t)cuts->n_columns, sizeof *order);
    if (!order) return error_no_memory(err);
    for (int column = 0; column < cuts->n_columns; column++) {
        double value = cuts->value[column], from = is_high(cuts, column) ? (double)cuts->high[column] - value : value;
        cuts->bit[column] = -1;
        if (from <= whole) continue;
        order[cuts->n_bits][0] = from;
        order[cuts->n_bits++][1] = column;
    }
    if (cuts->n_bits > 1) qsort(order, (size_t)cuts->n_bits, sizeof *order, by_weight);
    for (int i = 0; i < cuts->n_bits; i++) {
        cuts->weight[i] = order[i][0];
        cuts->bit[(int)order[i][1]] = i;
    }
    cuts->column_words = cuts->n_bits / 64 + 1;
    cuts->row_words = cuts->n_rows / 64 + 1;
    return CADRE_OK;
}

static int64_t side(const HalfCuts *cuts, int row)
{
    const LinearRow *at = &cuts->near->linear.rows.items[row];
    return cuts->way[row] > 0 ? at->high : -at->low;
}

static void weigh(const HalfCuts *cuts, Parity *sum)
{
    sum->weight = 0;
    for (int word = 0; word < cuts->column_words; word++)
        for (uint64_t left = sum->columns[word]; left; left &= left - 1)
            sum->weight += cuts->weight[word * 64 + __builtin_ctzll(left)];
}

static CadreStatus sums_make(HalfCuts *cuts, CadreError *err)
{
    const LinearProgram *linear = &cuts->near->linear;
    size_t words = (size_t)(cuts->row_words + cuts->column_words);
    uint64_t *bits = ARENA_ARRAY(cuts->scratch, uint64_t, (size_t)cuts->n_rows * words);
    cuts->sums = ARENA_ARRAY(cuts->scratch, Parity, cuts->n_rows);
    if (!bits || !cuts->sums) return error_no_memory(err);
    for (int row = 0; row < cuts->n_rows; row++) {
        Parity *sum = &cuts->sums[row];
        *sum =
            (Parity){.rows = bits + (size_t)row * words, .slack = cuts->slack[row], .dead = cuts->slack[row] >= 1 - worthwhile};
        sum->columns = sum->rows + cuts->row_words;
        if (sum->dead) continue;
        int64_t right = side(cuts, row);
        bit_flip(sum->rows, row);
        for (int i = cuts->first[row]; i < cuts->first[row + 1]; i++) {
            const LinearEntry *entry = &linear->entries.items[cuts->at[i]];
            if (entry->coefficient % 2 == 0) continue;
            if (cuts->bit[entry->column] >= 0) bit_flip(sum->columns, cuts->bit[entry->column]);
            if (is_high(cuts, entry->column)) right -= cuts->high[entry->column];
        }
        sum->odd = right % 2 != 0;
        weigh(cuts, sum);
    }
    return CADRE_OK;
}

static int bits_count(const uint64_t *bits, const uint64_t *mask, int words)
{
    int n = 0;
    for (int word = 0; word < words; word++) n += __builtin_popcountll(mask ? bits[word] & mask[word] : bits[word]);
    return n;
}

/* False where there is no memory. */
static bool note_if_cut(HalfCuts *cuts, const Parity *sum)
{
    double violation = 0.5 * (1 - sum->slack - sum->weight);
    if (sum->dead || !sum->odd || violation < worthwhile) return true;
    int n = bits_count(sum->rows, NULL, cuts->row_words);
    if (n > ROWS_MOST) return true;
    uint64_t *rows = ARENA_ARRAY(cuts->scratch, uint64_t, cuts->row_words);
    if (!rows) return false;
    memcpy(rows, sum->rows, (size_t)cuts->row_words * sizeof *rows);
    Found found = {violation / sqrt(n), cuts->found.n, rows};
    return LIST_PUSH(cuts->scratch, &cuts->found, found);
}

static void sum_add(const HalfCuts *cuts, Parity *sum, const Parity *other)
{
    for (int word = 0; word < cuts->row_words; word++) sum->rows[word] ^= other->rows[word];
    for (int word = 0; word < cuts->column_words; word++) sum->columns[word] ^= other->columns[word];
    sum->odd = sum->odd != other->odd;
    sum->slack = 0;
    for (int word = 0; word < cuts->row_words; word++)
        for (uint64_t left = sum->rows[word]; left; left &= left - 1)
            sum->slack += cuts->slack[word * 64 + __builtin_ctzll(left)];
    sum->dead = sum->slack >= 1 - worthwhile;
    weigh(cuts, sum);
}

/* Each column is cleared from all sums but one by adding that one, the one of the least slack. */
static CadreStatus eliminate(HalfCuts *cuts, CadreError *err)
{
    bool *used = ARENA_ARRAY(cuts->scratch, bool, cuts->n_rows);
    bool kept = used != NULL;
    for (int row = 0; kept && row < cuts->n_rows; row++) kept = note_if_cut(cuts, &cuts->sums[row]);
    for (int bit = 0; kept && bit < cuts->n_bits; bit++) {
        int pivot = -1;
        for (int row = 0; row < cuts->n_rows; row++) {
            const Parity *sum = &cuts->sums[row];
            if (used[row] || sum->dead || !bit_get(sum->columns, bit)) continue;
            if (pivot < 0 || sum->slack < cuts->sums[pivot].slack) pivot = row;
        }
        if (pivot < 0) continue;
        used[pivot] = true;
        for (int row = 0; kept && row < cuts->n_rows; row++) {
            Parity *sum = &cuts->sums[row];
            if (used[row] || sum->dead || !bit_get(sum->columns, bit)) continue;
            sum_add(cuts, sum, &cuts->sums[pivot]);
            kept = note_if_cut(cuts, sum);
        }
    }
    return kept ? CADRE_OK : error_no_memory(err);
}

static int by_score(const void *left, const void *right)
{
    const Found *a = left, *b = right;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return a->order - b->order;
}

static int64_t half_down(int64_t value) { return value >= 0 ? value / 2 : -((1 - value) / 2); }

/* The row itself: the sum in the columns as seen from their nearer bounds, halved and rounded down, turned back. */
static void cut_add(HalfCuts *cuts, const Found *found)
{
    LinearProgram *linear = &cuts->near->linear;
    int64_t right = 0;
    for (int row = 0; row < cuts->n_rows; row++) {
        if (!bit_get(found->rows, row)) continue;
        right += side(cuts, row);
        for (int i = cuts->first[row]; i < cuts->first[row + 1]; i++) {
            const LinearEntry *entry = &linear->entries.items[cuts->at[i]];
            cuts->sum[entry->column] += cuts->way[row] * entry->coefficient;
        }
    }
    for (int column = 0; column < cuts->n_columns; column++)
        if (cuts->sum[column] != 0 && is_high(cuts, column)) right -= cuts->sum[column] * cuts->high[column];
    right = half_down(right);
    int new = linear_row(linear, INT64_MIN, 0);
    for (int column = 0; column < cuts->n_columns; column++) {
        if (cuts->sum[column] == 0) continue;
        bool turned = is_high(cuts, column);
        int64_t half = half_down(turned ? -cuts->sum[column] : cuts->sum[column]);
        if (turned) right -= half * cuts->high[column];
        if (half != 0) linear_entry(linear, new, column, turned ? -half : half);
        cuts->sum[column] = 0;
    }
    linear->rows.items[new].high = right;
}

CadreStatus half_cuts_add(int *n_added, NearProgram *near, const double *value, const int64_t *high, int most, Arena *scratch,
                          CadreError *err)
{
    int n_rows = near->linear.rows.n, n_columns = near->linear.columns.n;
    HalfCuts cuts = {.near = near,
                     .value = value,
                     .high = high,
                     .n_rows = n_rows,
                     .n_columns = n_columns,
                     .way = ARENA_ARRAY(scratch, int, n_rows),
                     .slack = ARENA_ARRAY(scratch, double, n_rows),
                     .bit = ARENA_ARRAY(scratch, int, n_columns),
                     .weight = ARENA_ARRAY(scratch, double, n_columns),
                     .sum = ARENA_ARRAY(scratch, int64_t, n_columns),
                     .scratch = scratch};
    *n_added = 0;
    if (!cuts.way || !cuts.slack || !cuts.bit || !cuts.weight || !cuts.sum) return error_no_memory(err);
    TRY(rows_list(&cuts, err));
    sides_choose(&cuts);
    TRY(bits_number(&cuts, err));
    if ((int64_t)n_rows * (cuts.row_words + cuts.column_words) > WORDS_MOST) return CADRE_OK;
    TRY(sums_make(&cuts, err));
    TRY(eliminate(&cuts, err));
    if (cuts.found.n > 1) qsort(cuts.found.items, (size_t)cuts.found.n, sizeof *cuts.found.items, by_score);
    uint64_t *taken = ARENA_ARRAY(scratch, uint64_t, cuts.row_words);
    if (!taken) return error_no_memory(err);
    for (int i = 0; i < cuts.found.n && *n_added < most; i++) {
        const uint64_t *rows = cuts.found.items[i].rows;
        if (2 * bits_count(rows, taken, cuts.row_words) > bits_count(rows, NULL, cuts.row_words)) continue; /* much the same */
        for (int word = 0; word < cuts.row_words; word++) taken[word] |= rows[word];
        cut_add(&cuts, &cuts.found.items[i]);
        ++*n_added;
    }
    return near->linear.lost ? error_no_memory(err) : CADRE_OK;
}
