#include "solve/dual_start.h"

#include <math.h>

#include "solve/clock.h"

enum { ROUNDS = 80, LATE = 8, PATIENCE = 5 };
static const double step_first = 0.05, step_less = 0.66, step_more = 1.1, fresh = 0.15; /* fresh: weight of the newest point */
static const double dual_most = 1e9, none = 1e30;

/* Rows: the group rules, then the cost row where there is one. */
typedef struct Volume {
    BundlePrices *prices;
    int n_rows;
    double *low, *high;           /* [n_rows] of the rows */
    double *dual_low, *dual_high; /* [n_rows] between which a dual makes sense */
    double *now, *mean;           /* [n_rows]: what the rows come to at the bundles of this pricing, and on average */
    double *center, *direction;   /* [n_rows]: the duals of the best bound, and the way that led from it */
    double best, step;
    int since; /* rounds without a better bound */
} Volume;

static CadreStatus volume_make(Volume *out, BundlePrices *prices, Arena *arena, CadreError *err)
{
    const BundleMaster *master = prices->master;
    int n = master->program->n_rules + (master->cost_row >= 0);
    double *room = ARENA_ARRAY(arena, double, 8 * (size_t)n);
    if (!room) return error_no_memory(err);
    *out = (Volume){.prices = prices, .n_rows = n, .best = INFINITY, .step = step_first};
    double **const parts[] = {&out->low, &out->high, &out->dual_low, &out->dual_high,
                              &out->now, &out->mean, &out->center,   &out->direction};
    for (int i = 0; i < 8; i++) *parts[i] = room + (size_t)i * (size_t)n;
    for (int i = 0; i < n; i++) {
        const LinearRow *row = &master->linear.rows.items[i];
        out->low[i] = row->low == INT64_MIN ? -none : (double)row->low;
        out->high[i] = row->high == INT64_MAX ? none : (double)row->high;
        out->dual_low[i] = row->low == INT64_MIN ? 0 : -dual_most;
        out->dual_high[i] = row->high == INT64_MAX ? 0 : dual_most;
    }
    return CADRE_OK;
}

/* A shortage costs no more than its price. */
static void limit_by_prices(Volume *volume)
{
    const Program *program = volume->prices->master->program;
    bool limited = volume->prices->master->step->cost_most != INT64_MAX;
    for (int slack = 0; slack < program->n_slacks && !limited; slack++) {
        Entry own = program->slack_entries[program->slack_first_entry[slack]];
        double price = (double)program->slacks[slack].price;
        if (own.coefficient > 0 && volume->dual_low[own.row] < -price) volume->dual_low[own.row] = -price;
        if (own.coefficient < 0 && volume->dual_high[own.row] > price) volume->dual_high[own.row] = price;
    }
}

/* What the rows come to where everybody takes the best bundle and slacks follow their worth. */
static void activity_take(Volume *volume)
{
    const BundlePrices *prices = volume->prices;
    const BundleMaster *master = prices->master;
    const Program *program = master->program;
    for (int row = 0; row < volume->n_rows; row++) volume->now[row] = 0;
    for (int rank = 0; rank < program->n_people; rank++)
        for (int i = 0; i < prices->found[rank].n_pairs; i++) {
            int64_t pair = prices->found[rank].pairs[i];
            for (int64_t k = program->first_entry[pair]; k < program->first_entry[pair + 1]; k++)
                volume->now[program->entries[k].row] += (double)program->entries[k].coefficient;
        }
    for (int slack = 0; slack < program->n_slacks; slack++) {
        if (bundle_slack_worth(prices, slack) <= 0) continue;
        double high = (double)program->slacks[slack].high;
        for (int64_t k = program->slack_first_entry[slack]; k < program->slack_first_entry[slack + 1]; k++)
            volume->now[program->slack_entries[k].row] += (double)program->slack_entries[k].coefficient * high;
        if (master->cost_row >= 0)
            volume->now[master->cost_row] += (double)(program->slacks[slack].price / master->cost_divisor) * high;
    }
}

/* How a row at this dual falls short (positive: its dual should fall). */
static double slope(const Volume *volume, int row, double dual, double activity)
{
    if (dual > 0) return volume->high[row] - activity;
    if (dual < 0) return volume->low[row] - activity;
    if (activity > volume->high[row]) return volume->high[row] - activity;
    return activity < volume->low[row] ? volume->low[row] - activity : 0;
}

static double dual_at(const Volume *volume, int row)
{
    const MasterDuals *duals = &volume->prices->duals;
    int64_t whole = row < volume->prices->master->program->n_rules ? duals->rule[row] : duals->cost;
    return (double)whole / LINEAR_SCALE;
}

static void center_move(Volume *volume, double bound)
{
    double along = 0;
    for (int row = 0; row < volume->n_rows; row++) {
        double dual = dual_at(volume, row);
        along += slope(volume, row, dual, volume->now[row]) * volume->direction[row];
        volume->center[row] = dual;
    }
    if (along > 0) volume->step *= step_more;
    volume->best = bound;
}

static void dual_set(Volume *volume, int row, double dual)
{
    MasterDuals *duals = &volume->prices->duals;
    if (dual < volume->dual_low[row]) dual = volume->dual_low[row];
    if (dual > volume->dual_high[row]) dual = volume->dual_high[row];
    const BundleMaster *master = volume->prices->master;
    if (row < master->program->n_rules)
        duals->rule[row] = bundle_rule_dual(volume->prices, row, dual);
    else
        duals->cost = bundle_cost_dual(master, dual);
}

/* False where the average keeps every row: the centre is as good as can be. */
static bool duals_move(Volume *volume, double target)
{
    double length = 0;
    for (int row = 0; row < volume->n_rows; row++) {
        volume->direction[row] = slope(volume, row, volume->center[row], volume->mean[row]);
        length += volume->direction[row] * volume->direction[row];
    }
    if (length < 1e-9) return false;
    double by = volume->step * (volume->best - target) / length;
    for (int row = 0; row < volume->n_rows; row++) dual_set(volume, row, volume->center[row] - by * volume->direction[row]);
    return true;
}

CadreStatus dual_start_run(BundlePrices *prices, double target, void (*keep)(void *data, Scaled bound, bool is_late),
                           void *data, double seconds_end, Arena *arena, CadreError *err)
{
    Volume volume;
    TRY(volume_make(&volume, prices, arena, err));
    limit_by_prices(&volume);
    for (int round = 0; round < ROUNDS && !clock_past(seconds_end); round++) {
        bundle_prices_run(prices);
        if (prices->cut) return CADRE_OK;
        Scaled scaled = bundle_prices_bound(prices);
        double bound = (double)scaled / LINEAR_SCALE, gained = volume.best - bound;
        keep(data, scaled, round >= ROUNDS - LATE);
        activity_take(&volume);
        double weight = round == 0 ? 1 : fresh;
        for (int row = 0; row < volume.n_rows; row++) volume.mean[row] += weight * (volume.now[row] - volume.mean[row]);
        if (gained > 0.01 * (bound - target)) volume.since = 0;
        if (gained > 0) center_move(&volume, bound);
        if (volume.best <= target) target = volume.best - 1 - 0.01 * fabs(volume.best);
        if (++volume.since >= PATIENCE) {
            volume.step *= step_less;
            volume.since = 0;
        }
        if (!duals_move(&volume, target)) return CADRE_OK;
    }
    return CADRE_OK;
}
