#include "solve/bundle_rounds.h"

#include <string.h>

#include "solve/clock.h"
#include "solve/dual_start.h"

enum { IMPROVES = LINEAR_SCALE / 4096 }; /* less than this is noise of the relaxation */
static const double ray_most = 1e8;      /* far beyond any price */

typedef struct Rounds {
    BundleBound *out;
    BundleMaster *master;
    Engine *engine;
    BundlePrices prices;
    RoundGoal goal;
    const RoundLimits *limits;
} Rounds;

static CadreStatus bound_make(BundleBound *out, const Program *program, Arena *arena, CadreError *err)
{
    *out = (BundleBound){.duals.rule = ARENA_ARRAY(arena, int64_t, program->n_rules),
                         .slack = ARENA_ARRAY(arena, double, program->n_slacks)};
    return out->duals.rule && out->slack ? CADRE_OK : error_no_memory(err);
}

static void keep_bound(BundleBound *out, const BundlePrices *prices, Scaled bound)
{
    if (out->known && bound >= out->bound) return;
    out->known = true;
    out->bound = bound;
    out->duals.cost = prices->duals.cost;
    memcpy(out->duals.rule, prices->duals.rule, (size_t)prices->facts->program->n_rules * sizeof *out->duals.rule);
}

/* Whether no solution in reach is of interest. */
static bool is_below(const Rounds *rounds)
{
    return rounds->out->known && scaled_floor(rounds->out->bound, LINEAR_SCALE) < rounds->goal.wanted;
}

/* Add the best bundles of all whom `paid` (scaled, by rank; NULL: nothing) leaves a gain; returns how many are new. */
static int add_found(Rounds *rounds, const double *paid)
{
    const BundlePrices *prices = &rounds->prices;
    int added = 0;
    for (int rank = 0; rank < prices->facts->program->n_people; rank++) {
        const BundleFound *found = &prices->found[rank];
        if (found->n_pairs == 0) continue;
        if (paid && (double)found->worth <= paid[rank] * LINEAR_SCALE + IMPROVES) continue;
        added += master_add(rounds->master, rank, found->pairs, found->n_pairs);
    }
    return added;
}

static void keep_start(void *data, Scaled bound, bool is_late)
{
    Rounds *rounds = data;
    keep_bound(rounds->out, &rounds->prices, bound);
    if (is_late) add_found(rounds, NULL);
}

/* Price at the duals at hand, keep the bound. */
static void price(Rounds *rounds, const double *dual)
{
    BundlePrices *prices = &rounds->prices;
    bundle_prices_take(prices, dual);
    bundle_prices_run(prices);
    if (prices->cut) rounds->out->cut_search = true;
    if (!prices->cut) keep_bound(rounds->out, prices, bundle_prices_bound(prices));
}

/* Where the columns at hand have no point: along the ray the bound falls without end, unless other bundles hold it. */
static int price_along_ray(Rounds *rounds, const EngineRelaxation *relaxation, double *moved)
{
    int n_rows = rounds->master->linear.rows.n, added = 0;
    for (double along = 1; along < ray_most && added == 0 && !is_below(rounds); along *= 16)
        for (int way = -1; way <= 1 && !is_below(rounds); way += 2) {
            for (int row = 0; row < n_rows; row++) moved[row] = relaxation->dual[row] + way * along * relaxation->ray[row];
            price(rounds, moved);
            added += add_found(rounds, NULL);
        }
    return added;
}

/* One round: relax, price, keep the bound, add what improves. *added: how many columns. */
static CadreStatus round_run(int *added, Rounds *rounds, Arena *scratch, CadreError *err)
{
    BundleBound *out = rounds->out;
    const LinearProgram *linear = &rounds->master->linear;
    EngineLimits engine_limits = {.seconds = clock_left(rounds->limits->seconds_end)};
    EngineRelaxation relaxation = {.dual = ARENA_ARRAY(scratch, double, linear->rows.n),
                                   .value = ARENA_ARRAY(scratch, double, linear->columns.n),
                                   .ray = ARENA_ARRAY(scratch, double, linear->rows.n + 1)};
    double *moved = ARENA_ARRAY(scratch, double, linear->rows.n);
    *added = 0;
    if (!relaxation.dual || !relaxation.value || !relaxation.ray || !moved) return error_no_memory(err);
    TRY(master_send(rounds->master, rounds->engine, err));
    TRY(engine_relax(&relaxation, rounds->engine, &engine_limits, err));
    if (relaxation.end == ENGINE_TIME) out->cut_time = true;
    if (relaxation.end == ENGINE_INFEASIBLE && relaxation.has_ray) {
        *added = price_along_ray(rounds, &relaxation, moved);
        out->converged = is_below(rounds);
    }
    if (relaxation.end == ENGINE_DONE) {
        memcpy(out->slack, relaxation.value, (size_t)rounds->master->program->n_slacks * sizeof *out->slack);
        price(rounds, relaxation.dual);
        *added = add_found(rounds, relaxation.dual + rounds->master->first_convexity);
        out->converged = is_below(rounds) || (*added == 0 && !rounds->prices.cut);
    }
    return linear->lost ? error_no_memory(err) : CADRE_OK;
}

static CadreStatus rounds_all(Rounds *rounds, Arena *arena, CadreError *err)
{
    BundleBound *out = rounds->out;
    for (int added = 1; added > 0 && !is_below(rounds);) {
        if (out->rounds >= rounds->limits->rounds) out->cut_rounds = true;
        if (clock_past(rounds->limits->seconds_end)) out->cut_time = true;
        if (out->cut_rounds || out->cut_time) break;
        out->rounds++;
        Arena *scratch = arena_create(arena);
        if (!scratch) return error_no_memory(err);
        CadreStatus status = round_run(&added, rounds, scratch, err);
        arena_release(scratch);
        if (status != CADRE_OK) return status;
    }
    return CADRE_OK;
}

CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts, RoundGoal goal,
                              const RoundLimits *limits, Arena *arena, CadreError *err)
{
    Rounds rounds = {.out = out, .master = master, .engine = engine, .goal = goal, .limits = limits};
    TRY(bound_make(out, facts->program, arena, err));
    TRY(bundle_prices_make(&rounds.prices, master, facts,
                           (PricingLimits){limits->threads, limits->search_nodes, limits->seconds_end}, arena, err));
    if (goal.fresh)
        TRY(dual_start_run(&rounds.prices, (double)goal.target, keep_start, &rounds, limits->seconds_end, arena, err));
    if (rounds.prices.cut) out->cut_search = true;
    TRY(rounds_all(&rounds, arena, err));
    out->priced = rounds.prices.nodes;
    return CADRE_OK;
}
