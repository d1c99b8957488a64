#include "solve/bundle_rounds.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "solve/clock.h"

enum { IMPROVES = LINEAR_SCALE / 4096 }; /* less than this is noise of the relaxation */

/* What one thread finds; its bundles live in its own arena. */
typedef struct Finder {
    Arena *arena;
    PricingSearch *search;
    int64_t nodes;
    bool cut, lost;
} Finder;

typedef struct Finders {
    Finder *items;
    int n;
} Finders;

static void finders_release(Finders *finders)
{
    for (int i = 0; i < finders->n; i++) arena_release(finders->items[i].arena);
}

static CadreStatus finders_make(Finders *out, const PricingFacts *facts, int threads, Arena *arena, CadreError *err)
{
    *out = (Finders){ARENA_ARRAY(arena, Finder, threads), threads};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < threads; i++) {
        Finder *finder = &out->items[i];
        finder->arena = arena_create(NULL);
        if (finder->arena) finder->search = pricing_search_create(facts, finder->arena);
        if (finder->search) continue;
        finders_release(out);
        return error_no_memory(err);
    }
    return CADRE_OK;
}

static bool keep_copy(Finder *finder, BundleFound *out, const BundleFound *found)
{
    int64_t *pairs = ARENA_ARRAY(finder->arena, int64_t, found->n_pairs);
    if (!pairs) {
        finder->lost = true;
        return false;
    }
    memcpy(pairs, found->pairs, (size_t)found->n_pairs * sizeof *pairs);
    *out = (BundleFound){pairs, found->n_pairs, found->worth};
    return true;
}

/* ---- duals and the bound ---- */

/* Far beyond any price; an honest bound follows from any duals. */
static int64_t dual_whole(double dual, const LinearRow *row)
{
    const double most = 1e9;
    if (!(dual > -most && dual < most)) return 0;
    int64_t whole = llround(dual * LINEAR_SCALE);
    if (whole > 0 && row->high == INT64_MAX) return 0;
    if (whole < 0 && row->low == INT64_MIN) return 0;
    return whole;
}

typedef struct Duals {
    int64_t *rule; /* [n_rules] */
    int64_t cost;
    const double *convexity; /* [n_people] */
} Duals;

static void duals_take(Duals *out, const BundleMaster *master, const double *dual)
{
    for (int rule = 0; rule < master->program->n_rules; rule++)
        out->rule[rule] = dual_whole(dual[rule], &master->linear.rows.items[rule]);
    out->cost = master->cost_row >= 0 ? dual_whole(dual[master->cost_row], &master->linear.rows.items[master->cost_row]) : 0;
    out->convexity = dual + master->first_convexity;
}

/* What a unit of a slack is worth at the duals: its price and what it takes from the rules it is in. */
static int64_t slack_worth(const BundleMaster *master, const Duals *duals, int slack)
{
    const Program *program = master->program;
    int64_t price = program->slacks[slack].price, worth = master->step->goal == GOAL_CHANGES ? 0 : -price * LINEAR_SCALE;
    for (int64_t i = program->slack_first_entry[slack]; i < program->slack_first_entry[slack + 1]; i++)
        worth -= duals->rule[program->slack_entries[i].row] * program->slack_entries[i].coefficient;
    if (master->cost_row >= 0) worth -= duals->cost * (price / master->cost_divisor);
    return worth;
}

static BoundScaled bound_at(const BundleMaster *master, const Duals *duals, const int64_t *best)
{
    const Program *program = master->program;
    BoundScaled sum = 0;
    for (int rule = 0; rule < program->n_rules; rule++) {
        const GroupRule *at = &program->rules[rule];
        int64_t dual = duals->rule[rule];
        if (dual != 0) sum += (BoundScaled)dual * (dual > 0 ? at->high : at->low);
    }
    if (duals->cost != 0) sum += (BoundScaled)duals->cost * master->linear.rows.items[master->cost_row].high;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        int64_t worth = slack_worth(master, duals, slack);
        if (worth > 0) sum += (BoundScaled)worth * program->slacks[slack].high;
    }
    for (int rank = 0; rank < program->n_people; rank++) sum += best[rank];
    return sum;
}

int64_t bundle_bound_floor(const BundleBound *bound)
{
    BoundScaled whole = bound->bound / LINEAR_SCALE;
    if (whole * LINEAR_SCALE > bound->bound) whole--;
    return whole > INT64_MAX ? INT64_MAX : whole < INT64_MIN ? INT64_MIN : (int64_t)whole;
}

/* ---- a round ---- */

typedef struct Round {
    int64_t *reduced, *best; /* [n_pairs], [n_people] */
    BundleFound *found;      /* [n_people]; n_pairs 0: none that improves */
    Duals duals;
} Round;

static void price_person(Round *round, const BundleMaster *master, const RoundLimits *limits, Finder *finder, int rank)
{
    PricingPrices prices = {round->reduced, master->barred, master->load_counts};
    BundleFound found;
    bool any = pricing_best(&found, finder->search, &prices, rank, limits->search_nodes, &finder->nodes, &finder->cut);
    round->found[rank].n_pairs = 0;
    round->best[rank] = any ? found.worth : 0;
    double paid = round->duals.convexity[rank] * LINEAR_SCALE;
    if (any && (double)found.worth > paid + IMPROVES) keep_copy(finder, &round->found[rank], &found);
}

/* Price everybody; cut is set where a search was given up, so that `best` bounds nothing. */
static CadreStatus round_price(Round *round, bool *cut, BundleBound *state, const BundleMaster *master,
                               const PricingFacts *facts, const RoundLimits *limits, Finders *finders, CadreError *err)
{
    const Program *program = facts->program;
    pricing_reduce(round->reduced, program, master->value, round->duals.rule, limits->threads);
    atomic_int next = 0;
#pragma omp parallel for schedule(static, 1) num_threads(finders->n)
    for (int thread = 0; thread < finders->n; thread++) {
        Finder *finder = &finders->items[thread];
        finder->cut = false;
        finder->nodes = 0;
        for (int rank; (rank = atomic_fetch_add(&next, 16)) < program->n_people;)
            for (int i = rank; i < rank + 16 && i < program->n_people; i++) price_person(round, master, limits, finder, i);
    }
    for (int i = 0; i < finders->n; i++) {
        if (finders->items[i].lost) return error_no_memory(err);
        *cut = *cut || finders->items[i].cut;
        state->priced += finders->items[i].nodes;
    }
    return CADRE_OK;
}

static void keep_bound(BundleBound *state, const BundleMaster *master, const Round *round)
{
    const Program *program = master->program;
    BoundScaled bound = bound_at(master, &round->duals, round->best);
    if (state->known && bound >= state->bound) return;
    state->known = true;
    state->bound = bound;
    state->load_counts = master->load_counts;
    memcpy(state->reduced, round->reduced, (size_t)program->n_pairs * sizeof *state->reduced);
    memcpy(state->best, round->best, (size_t)program->n_people * sizeof *state->best);
    for (int slack = 0; slack < program->n_slacks; slack++) {
        int64_t worth = slack_worth(master, &round->duals, slack);
        state->slack_loss[slack] = worth < 0 ? -worth : 0;
    }
}

static CadreStatus state_make(BundleBound *out, Round *round, const Program *program, Arena *arena, CadreError *err)
{
    *out = (BundleBound){.reduced = ARENA_ARRAY(arena, int64_t, program->n_pairs),
                         .best = ARENA_ARRAY(arena, int64_t, program->n_people),
                         .slack_loss = ARENA_ARRAY(arena, int64_t, program->n_slacks)};
    *round = (Round){.reduced = ARENA_ARRAY(arena, int64_t, program->n_pairs),
                     .best = ARENA_ARRAY(arena, int64_t, program->n_people),
                     .found = ARENA_ARRAY(arena, BundleFound, program->n_people),
                     .duals = {.rule = ARENA_ARRAY(arena, int64_t, program->n_rules)}};
    bool whole =
        out->reduced && out->best && out->slack_loss && round->reduced && round->best && round->found && round->duals.rule;
    return whole ? CADRE_OK : error_no_memory(err);
}

/* 0 where there is no limit, hardly any where it has passed. */
static double seconds_left(const RoundLimits *limits)
{
    if (limits->seconds_end <= 0) return 0;
    double left = limits->seconds_end - clock_seconds();
    return left > 1e-3 ? left : 1e-3;
}

/* One round: relax, price, keep the bound, add what improves. *added: how many columns. */
static CadreStatus round_run(int *added, BundleBound *state, Round *round, BundleMaster *master, Engine *engine,
                             const PricingFacts *facts, const RoundLimits *limits, Arena *scratch, CadreError *err)
{
    EngineLimits engine_limits = {.seconds = seconds_left(limits)};
    EngineRelaxation relaxation;
    *added = 0;
    TRY(engine_extend(engine, err));
    TRY(engine_relax(&relaxation, engine, &engine_limits, scratch, err));
    if (relaxation.end == ENGINE_TIME) state->cut_time = true;
    if (relaxation.end != ENGINE_DONE) return CADRE_OK; /* no duals to go on with */
    duals_take(&round->duals, master, relaxation.dual);
    Finders finders;
    TRY(finders_make(&finders, facts, limits->threads, scratch, err));
    bool cut = false;
    CadreStatus status = round_price(round, &cut, state, master, facts, limits, &finders, err);
    if (status == CADRE_OK) {
        state->cut_search = state->cut_search || cut;
        if (!cut) keep_bound(state, master, round);
        for (int rank = 0; rank < facts->program->n_people; rank++)
            if (round->found[rank].n_pairs > 0)
                *added += master_add(master, rank, round->found[rank].pairs, round->found[rank].n_pairs);
        if (master->linear.lost) status = error_no_memory(err);
        state->converged = *added == 0 && !cut;
    }
    finders_release(&finders);
    return status;
}

CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts,
                              const RoundLimits *limits, Arena *arena, CadreError *err)
{
    Round round;
    TRY(state_make(out, &round, facts->program, arena, err));
    for (int added = 1; added > 0;) {
        if (out->rounds >= limits->rounds) {
            out->cut_rounds = true;
            break;
        }
        if (limits->seconds_end > 0 && clock_seconds() >= limits->seconds_end) out->cut_time = true;
        if (out->cut_time) break;
        out->rounds++;
        Arena *scratch = arena_create(arena);
        if (!scratch) return error_no_memory(err);
        CadreStatus status = round_run(&added, out, &round, master, engine, facts, limits, scratch, err);
        arena_release(scratch);
        if (status != CADRE_OK) return status;
    }
    return CADRE_OK;
}

/* ---- all bundles near the bound ---- */

typedef struct NearPerson {
    LIST(BundleFound) bundles;
} NearPerson;

typedef struct NearSink {
    Finder *finder;
    NearPerson *person;
    atomic_long *left; /* how many more bundles are allowed, of all */
} NearSink;

static bool near_take(void *data, const BundleFound *bundle)
{
    NearSink *sink = data;
    BundleFound copy;
    if (atomic_fetch_sub(sink->left, 1) <= 0) return false;
    if (!keep_copy(sink->finder, &copy, bundle)) return false;
    if (!LIST_PUSH(sink->finder->arena, &sink->person->bundles, copy)) sink->finder->lost = true;
    return !sink->finder->lost;
}

static int64_t clamp_whole(BoundScaled value)
{
    return value > INT64_MAX / 4 ? INT64_MAX / 4 : value < INT64_MIN / 4 ? INT64_MIN / 4 : (int64_t)value;
}

/* How far below the bound a solution may be, scaled. */
static int64_t room_below(const BundleBound *bound, int64_t least)
{
    return clamp_whole(bound->bound - (BoundScaled)least * LINEAR_SCALE);
}

static bool has_musts(const Program *program, int rank)
{
    int person = program->person[rank];
    return program->first_must[person] < program->first_must[person + 1];
}

/* A bundle column stays open where it was found. */
static int open_columns(BundleMaster *master, const NearPerson *people)
{
    const Program *program = master->program;
    int n_open = 0;
    for (int i = 0; i < master->columns.n; i++) {
        LinearColumn *column = &master->linear.columns.items[program->n_slacks + i];
        column->low = column->high = 0;
    }
    for (int rank = 0; rank < program->n_people; rank++)
        for (int i = 0; i < people[rank].bundles.n && !master->linear.lost; i++) {
            const BundleFound *bundle = &people[rank].bundles.items[i];
            if (master_add(master, rank, bundle->pairs, bundle->n_pairs)) continue; /* new ones are open */
            int column = master_find(master, rank, bundle->pairs, bundle->n_pairs);
            master->linear.columns.items[program->n_slacks + column].high = 1;
        }
    for (int i = 0; i < master->columns.n; i++) n_open += master->linear.columns.items[program->n_slacks + i].high > 0;
    return n_open;
}

static void tighten_rest(BundleMaster *master, const BundleBound *bound, int64_t room)
{
    const Program *program = master->program;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        LinearColumn *column = &master->linear.columns.items[slack];
        column->low = 0;
        column->high = program->slacks[slack].high;
        if (bound->slack_loss[slack] == 0) continue;
        int64_t most = room / bound->slack_loss[slack];
        if (most < column->high) column->high = most;
    }
    for (int rank = 0; rank < program->n_people; rank++)
        master->linear.rows.items[master->first_convexity + rank].low = has_musts(program, rank) || bound->best[rank] > room;
}

CadreStatus bundle_narrow(BundleMaster *master, bool *whole, int *n_near, const BundleBound *bound, int64_t least,
                          const PricingFacts *facts, const RoundLimits *limits, Arena *arena, CadreError *err)
{
    const Program *program = facts->program;
    int64_t room = room_below(bound, least);
    NearPerson *people = ARENA_ARRAY(arena, NearPerson, program->n_people);
    if (!people) return error_no_memory(err);
    Finders finders;
    TRY(finders_make(&finders, facts, limits->threads, arena, err));
    atomic_long left = limits->bundles;
    atomic_int next = 0;
    PricingPrices prices = {bound->reduced, master->barred, bound->load_counts};
#pragma omp parallel for schedule(static, 1) num_threads(finders.n)
    for (int thread = 0; thread < finders.n; thread++)
        for (int rank; atomic_load(&left) > 0 && (rank = atomic_fetch_add(&next, 1)) < program->n_people;) {
            NearSink sink = {&finders.items[thread], &people[rank], &left};
            if (clock_past(limits->seconds_end) ||
                !pricing_enumerate(finders.items[thread].search, &prices, rank, bound->best[rank] - room, limits->search_nodes,
                                   near_take, &sink))
                atomic_store(&left, 0);
        }
    CadreStatus status = CADRE_OK;
    for (int i = 0; i < finders.n; i++)
        if (finders.items[i].lost) status = error_no_memory(err);
    *whole = status == CADRE_OK && atomic_load(&left) > 0;
    if (*whole) {
        *n_near = open_columns(master, people);
        tighten_rest(master, bound, room);
    }
    if (status == CADRE_OK && master->linear.lost) status = error_no_memory(err);
    finders_release(&finders);
    return status;
}
