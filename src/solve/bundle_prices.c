#include "solve/bundle_prices.h"

#include <stdatomic.h>
#include <string.h>

enum { PEOPLE_A_THREAD = 512, PEOPLE_AT_ONCE = 16 }; /* a round of fewer takes less time than waking a thread */

static int threads_for(const Program *program, int threads)
{
    int most = 1 + program->n_people / PEOPLE_A_THREAD;
    return threads < most ? threads : most;
}

/* Room for the most that each person can do. */
static CadreStatus places_make(BundlePrices *prices, Arena *arena, CadreError *err)
{
    const Program *program = prices->facts->program;
    prices->first_pair = ARENA_ARRAY(arena, int64_t, program->n_people + 1);
    if (!prices->first_pair) return error_no_memory(err);
    for (int rank = 0; rank < program->n_people; rank++) {
        int64_t open = program->first_pair[rank + 1] - program->first_pair[rank];
        int most = program->model->staff[program->person[rank]].max_groups;
        prices->first_pair[rank + 1] = prices->first_pair[rank] + (open < most ? open : most);
    }
    prices->pairs = ARENA_ARRAY(arena, int64_t, prices->first_pair[program->n_people]);
    return prices->pairs ? CADRE_OK : error_no_memory(err);
}

CadreStatus bundle_prices_make(BundlePrices *out, const BundleMaster *master, const PricingFacts *facts, PricingLimits limits,
                               Arena *arena, CadreError *err)
{
    const Program *program = facts->program;
    *out = (BundlePrices){.master = master,
                          .facts = facts,
                          .threads = threads_for(program, limits.threads),
                          .search_nodes = limits.search_nodes,
                          .duals = {.rule = ARENA_ARRAY(arena, int64_t, program->n_rules)},
                          .reduced = ARENA_ARRAY(arena, int64_t, program->n_pairs),
                          .best = ARENA_ARRAY(arena, int64_t, program->n_people),
                          .found = ARENA_ARRAY(arena, BundleFound, program->n_people)};
    out->searches = ARENA_ARRAY(arena, PricingSearch *, out->threads);
    if (!out->duals.rule || !out->reduced || !out->best || !out->found || !out->searches) return error_no_memory(err);
    for (int i = 0; i < out->threads; i++)
        if (!(out->searches[i] = pricing_search_create(facts, limits.seconds_end, arena))) return error_no_memory(err);
    return places_make(out, arena, err);
}

void bundle_prices_take(BundlePrices *prices, const double dual[])
{
    const BundleMaster *master = prices->master;
    for (int rule = 0; rule < master->program->n_rules; rule++)
        prices->duals.rule[rule] = bundle_rule_dual(prices, rule, dual[rule]);
    if (master->cost_row >= 0) prices->duals.cost = bundle_cost_dual(master, dual[master->cost_row]);
}

static int64_t within(int64_t value, int64_t most) { return value > most ? most : value < -most ? -most : value; }

int64_t bundle_rule_dual(const BundlePrices *prices, int rule, double dual)
{
    const LinearRow *row = &prices->master->linear.rows.items[rule];
    return within(linear_dual_whole(dual, LINEAR_SCALE, row), prices->facts->dual_most);
}

int64_t bundle_cost_dual(const BundleMaster *master, double dual)
{
    int64_t whole = linear_dual_whole(dual, LINEAR_SCALE, &master->linear.rows.items[master->cost_row]);
    return within(whole, (INT64_MAX >> 3) / master->unit_most);
}

static void price_person(BundlePrices *prices, PricingSearch *search, int rank, int64_t *nodes, bool *cut)
{
    PricingPrices at = {prices->reduced, prices->master->barred, prices->master->load_counts};
    BundleFound found;
    bool any = pricing_best(&found, search, &at, rank, prices->search_nodes, nodes, cut);
    int64_t *pairs = prices->pairs + prices->first_pair[rank];
    if (any) memcpy(pairs, found.pairs, (size_t)found.n_pairs * sizeof *pairs);
    prices->found[rank] = (BundleFound){pairs, any ? found.n_pairs : 0, found.worth};
    prices->best[rank] = any ? found.worth : 0;
}

void bundle_prices_run(BundlePrices *prices)
{
    const Program *program = prices->facts->program;
    pricing_reduce(prices->reduced, program, prices->master->value, prices->duals.rule, prices->threads);
    atomic_int next = 0;
    int64_t nodes = 0;
    bool cut = false;
#pragma omp parallel for schedule(static, 1) num_threads(prices->threads) reduction(+ : nodes) reduction(|| : cut) if (prices->threads > 1)
    for (int thread = 0; thread < prices->threads; thread++)
        for (int rank; (rank = atomic_fetch_add(&next, PEOPLE_AT_ONCE)) < program->n_people;)
            for (int i = rank; i < rank + PEOPLE_AT_ONCE && i < program->n_people; i++)
                price_person(prices, prices->searches[thread], i, &nodes, &cut);
    prices->nodes += nodes;
    prices->cut = cut;
}

int64_t bundle_slack_worth(const BundlePrices *prices, int slack)
{
    const BundleMaster *master = prices->master;
    const Program *program = master->program;
    int64_t price = program->slacks[slack].price, worth = master->step->goal == GOAL_CHANGES ? 0 : -price * LINEAR_SCALE;
    for (int64_t i = program->slack_first_entry[slack]; i < program->slack_first_entry[slack + 1]; i++)
        worth -= prices->duals.rule[program->slack_entries[i].row] * program->slack_entries[i].coefficient;
    if (master->cost_row >= 0) worth -= prices->duals.cost * (price / master->cost_divisor);
    return worth;
}

Scaled bundle_prices_bound(const BundlePrices *prices)
{
    const Program *program = prices->master->program;
    const MasterDuals *duals = &prices->duals;
    Scaled sum = 0;
    for (int rule = 0; rule < program->n_rules; rule++) {
        const GroupRule *at = &program->rules[rule];
        int64_t dual = duals->rule[rule];
        if (dual != 0) sum += (Scaled)dual * (dual > 0 ? at->high : at->low);
    }
    if (duals->cost != 0) {
        const LinearRow *row = &prices->master->linear.rows.items[prices->master->cost_row];
        sum += (Scaled)duals->cost * (duals->cost > 0 ? row->high : row->low);
    }
    for (int slack = 0; slack < program->n_slacks; slack++) {
        const LinearColumn *column = &prices->master->linear.columns.items[slack];
        int64_t worth = bundle_slack_worth(prices, slack);
        sum += (Scaled)worth * (worth > 0 ? column->high : column->low);
    }
    for (int rank = 0; rank < program->n_people; rank++) sum += prices->best[rank];
    return sum;
}

int64_t scaled_floor(Scaled value, int64_t scale)
{
    Scaled whole = value / scale;
    if (whole * scale > value) whole--;
    return whole > INT64_MAX ? INT64_MAX : whole < INT64_MIN ? INT64_MIN : (int64_t)whole;
}
