#include "solve/bundle_rounds.h"

#include <string.h>

#include "solve/clock.h"
#include "solve/dual_start.h"

enum { IMPROVES = LINEAR_SCALE / 4096 }; /* less than this is noise of the relaxation */

typedef struct Rounds {
    BundleBound *out;
    BundleMaster *master;
    Engine *engine;
    BundlePrices prices;
    const RoundLimits *limits;
} Rounds;

static CadreStatus bound_make(BundleBound *out, const Program *program, Arena *arena, CadreError *err)
{
    *out = (BundleBound){.reduced = ARENA_ARRAY(arena, int64_t, program->n_pairs),
                         .best = ARENA_ARRAY(arena, int64_t, program->n_people),
                         .slack_loss = ARENA_ARRAY(arena, int64_t, program->n_slacks)};
    return out->reduced && out->best && out->slack_loss ? CADRE_OK : error_no_memory(err);
}

static void keep_bound(BundleBound *out, const BundlePrices *prices, Scaled bound)
{
    const Program *program = prices->facts->program;
    if (out->known && bound >= out->bound) return;
    out->known = true;
    out->bound = bound;
    out->load_counts = prices->master->load_counts;
    out->binding = 0;
    for (int rule = 0; rule < program->n_rules; rule++) out->binding += prices->duals.rule[rule] != 0;
    memcpy(out->reduced, prices->reduced, (size_t)program->n_pairs * sizeof *out->reduced);
    memcpy(out->best, prices->best, (size_t)program->n_people * sizeof *out->best);
    for (int slack = 0; slack < program->n_slacks; slack++) {
        int64_t worth = bundle_slack_worth(prices, slack);
        out->slack_loss[slack] = worth < 0 ? -worth : 0;
    }
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

/* 0 where there is no limit, hardly any where it has passed. */
static double seconds_left(const RoundLimits *limits)
{
    if (limits->seconds_end <= 0) return 0;
    double left = limits->seconds_end - clock_seconds();
    return left > 1e-3 ? left : 1e-3;
}

/* One round: relax, price, keep the bound, add what improves. *added: how many columns. */
static CadreStatus round_run(int *added, Rounds *rounds, Arena *scratch, CadreError *err)
{
    BundleBound *out = rounds->out;
    BundlePrices *prices = &rounds->prices;
    EngineLimits engine_limits = {.seconds = seconds_left(rounds->limits)};
    EngineRelaxation relaxation = {.dual = ARENA_ARRAY(scratch, double, rounds->master->linear.rows.n)};
    *added = 0;
    if (!relaxation.dual) return error_no_memory(err);
    TRY(engine_extend(rounds->engine, err));
    TRY(engine_relax(&relaxation, rounds->engine, &engine_limits, err));
    if (relaxation.end == ENGINE_TIME) out->cut_time = true;
    if (relaxation.end != ENGINE_DONE) return CADRE_OK; /* no duals to go on with */
    bundle_prices_take(prices, relaxation.dual);
    bundle_prices_run(prices);
    if (prices->cut) out->cut_search = true;
    if (!prices->cut) keep_bound(out, prices, bundle_prices_bound(prices));
    *added = add_found(rounds, relaxation.dual + rounds->master->first_convexity);
    out->converged = *added == 0 && !prices->cut;
    return rounds->master->linear.lost ? error_no_memory(err) : CADRE_OK;
}

static CadreStatus rounds_all(Rounds *rounds, Arena *arena, CadreError *err)
{
    BundleBound *out = rounds->out;
    for (int added = 1; added > 0;) {
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

CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts, int64_t target,
                              const RoundLimits *limits, Arena *arena, CadreError *err)
{
    Rounds rounds = {.out = out, .master = master, .engine = engine, .limits = limits};
    TRY(bound_make(out, facts->program, arena, err));
    TRY(bundle_prices_make(&rounds.prices, master, facts, limits->threads, limits->search_nodes, arena, err));
    TRY(dual_start_run(&rounds.prices, (double)target, keep_start, &rounds, limits->seconds_end, arena, err));
    if (rounds.prices.cut) out->cut_search = true;
    TRY(rounds_all(&rounds, arena, err));
    out->priced = rounds.prices.nodes;
    return CADRE_OK;
}
