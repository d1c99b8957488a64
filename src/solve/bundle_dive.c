#include "solve/bundle_dive.h"

#include <stdlib.h>

#include "solve/bundle_slices.h"
#include "solve/clock.h"

enum {
    PRICINGS = 3, /* after each fixing */
    PART = 12,    /* fixed at once: one in so many of the people who are not decided */
    FAILURES = 5, /* taken back */
};
static const double whole = 0.999;

typedef struct Choice {
    double value;
    int rank, column; /* of the master's bundles */
} Choice;

/* Fixed at once. */
typedef struct Batch {
    int first;        /* of Dive.taken */
    MasterBasis from; /* the relaxation that showed it */
} Batch;

typedef struct Dive {
    SolveRun *run;
    const Program *program;
    BundleMaster *master;
    Engine *engine;
    BundlePrices prices;
    EngineLimits limits;
    EngineRelaxation relaxed;
    Arena *arena;
    int value_room;
    Choice *choices; /* [n_people] */
    bool *fixed;     /* [n_people] */
    Choice *taken;   /* [n_people], fixed, in this order */
    int n_taken, failures;
    LIST(Batch) batches;
    LIST(int) closed; /* bundles that led nowhere */
} Dive;

static CadreStatus dive_make(Dive *dive, const PricingFacts *facts, const RoundLimits *limits, CadreError *err)
{
    int n_people = dive->program->n_people;
    dive->relaxed.dual = ARENA_ARRAY(dive->arena, double, dive->master->linear.rows.n);
    dive->choices = ARENA_ARRAY(dive->arena, Choice, n_people);
    dive->fixed = ARENA_ARRAY(dive->arena, bool, n_people);
    dive->taken = ARENA_ARRAY(dive->arena, Choice, n_people);
    if (!dive->relaxed.dual || !dive->choices || !dive->fixed || !dive->taken) return error_no_memory(err);
    return bundle_prices_make(&dive->prices, dive->master, facts,
                              (PricingLimits){limits->threads, limits->search_nodes, limits->seconds_end}, dive->arena, err);
}

static CadreStatus relax(Dive *dive, CadreError *err)
{
    int n = dive->master->linear.columns.n;
    if (dive->master->linear.lost) return error_no_memory(err);
    if (n > dive->value_room) {
        dive->value_room = 2 * n;
        dive->relaxed.value = ARENA_ARRAY(dive->arena, double, dive->value_room);
        if (!dive->relaxed.value) return error_no_memory(err);
    }
    TRY(master_send(dive->master, dive->engine, err));
    dive->limits.seconds = run_seconds(dive->run);
    TRY(engine_relax(&dive->relaxed, dive->engine, &dive->limits, err));
    dive->run->work.iterations += dive->relaxed.iterations;
    return CADRE_OK;
}

/* Columns for those who are not fixed, at the duals at hand; *added: how many. */
static void price(Dive *dive, int *added)
{
    const double *paid = dive->relaxed.dual + dive->master->first_convexity;
    bundle_prices_take(&dive->prices, dive->relaxed.dual);
    bundle_prices_run(&dive->prices);
    *added = 0;
    for (int rank = 0; rank < dive->program->n_people; rank++) {
        const BundleFound *found = &dive->prices.found[rank];
        if (dive->fixed[rank] || found->n_pairs == 0) continue;
        if ((double)found->worth <= (paid[rank] + 0.5) * LINEAR_SCALE) continue;
        *added += master_add(dive->master, rank, found->pairs, found->n_pairs);
    }
}

static int by_value(const void *left, const void *right)
{
    const Choice *a = left, *b = right;
    if (a->value != b->value) return a->value > b->value ? -1 : 1;
    return a->rank - b->rank;
}

/* The bundle that the relaxation likes best for each who is not fixed; returns how many are not decided. */
static int choices_take(Dive *dive, int *n)
{
    const BundleMaster *master = dive->master;
    int undecided = 0;
    *n = 0;
    for (int rank = 0; rank < dive->program->n_people; rank++) {
        Choice best = {0, rank, -1};
        for (int at = master->last_column[rank]; at >= 0 && !dive->fixed[rank]; at = master->columns.items[at].before) {
            double value = dive->relaxed.value[dive->program->n_slacks + at];
            if (value > best.value) best = (Choice){value, rank, at};
        }
        if (best.value < 1e-6) continue;
        dive->choices[(*n)++] = best;
        undecided += best.value < whole;
    }
    if (*n > 1) qsort(dive->choices, (size_t)*n, sizeof *dive->choices, by_value);
    return undecided;
}

static void fix(Dive *dive, Choice choice)
{
    LinearColumn *columns = dive->master->linear.columns.items + dive->program->n_slacks;
    dive->fixed[choice.rank] = true;
    for (int at = dive->master->last_column[choice.rank]; at >= 0; at = dive->master->columns.items[at].before)
        columns[at].high = 0;
    columns[choice.column].low = columns[choice.column].high = 1;
}

/* Take back the last batch, and close the least liked of it. */
static CadreStatus fix_back(Dive *dive, CadreError *err)
{
    LinearColumn *columns = dive->master->linear.columns.items + dive->program->n_slacks;
    Batch batch = dive->batches.items[--dive->batches.n];
    if (!LIST_PUSH(dive->arena, &dive->closed, dive->taken[dive->n_taken - 1].column)) return error_no_memory(err);
    while (dive->n_taken > batch.first) {
        Choice back = dive->taken[--dive->n_taken];
        dive->fixed[back.rank] = false;
        columns[back.column].low = 0;
        for (int at = dive->master->last_column[back.rank]; at >= 0; at = dive->master->columns.items[at].before)
            columns[at].high = 1;
    }
    for (int i = 0; i < dive->closed.n; i++)
        if (!dive->fixed[dive->master->columns.items[dive->closed.items[i]].rank]) columns[dive->closed.items[i]].high = 0;
    dive->failures++;
    TRY(engine_rebound(dive->engine, err));
    unsigned char *basis = basis_grown(&batch.from, dive->master, dive->arena);
    return basis ? engine_basis_set(dive->engine, basis, false, err) : error_no_memory(err);
}

/* Fix what is whole, and of the rest the part that the relaxation likes best. */
static CadreStatus fix_some(Dive *dive, int n, int undecided, CadreError *err)
{
    int more = (undecided + PART - 1) / PART;
    Batch batch = {.first = dive->n_taken};
    TRY(basis_take(&batch.from, dive->master, dive->engine, dive->arena, err));
    if (!LIST_PUSH(dive->arena, &dive->batches, batch)) return error_no_memory(err);
    for (int i = 0; i < n && (dive->choices[i].value >= whole || more-- > 0); i++) {
        fix(dive, dive->choices[i]);
        dive->taken[dive->n_taken++] = dive->choices[i];
    }
    return engine_rebound(dive->engine, err);
}

/* Relax, with columns for what has changed. */
static CadreStatus relax_and_price(Dive *dive, CadreError *err)
{
    TRY(relax(dive, err));
    for (int i = 0, added = 1; dive->relaxed.end == ENGINE_DONE && i < PRICINGS; i++) {
        price(dive, &added);
        if (added == 0) return CADRE_OK;
        TRY(relax(dive, err));
    }
    return CADRE_OK;
}

static CadreStatus point_take(Dive *dive, StepOutcome *out, const Step *step, CadreError *err)
{
    int n = dive->master->linear.columns.n;
    Solution solution;
    int64_t *point = ARENA_ARRAY(dive->arena, int64_t, n);
    if (!point) return error_no_memory(err);
    for (int column = 0; column < n; column++) point[column] = dive->relaxed.value[column] > 0.5;
    TRY(master_solution(&solution, dive->master, point, dive->arena, err));
    return step_take(out, dive->run, step, &solution, err);
}

static CadreStatus dive_down(Dive *dive, StepOutcome *out, const Step *step, CadreError *err)
{
    while (!clock_past(dive->run->deadline_s)) {
        TRY(relax_and_price(dive, err));
        if (dive->relaxed.end == ENGINE_INFEASIBLE && dive->batches.n > 0 && dive->failures < FAILURES) {
            TRY(fix_back(dive, err));
            continue;
        }
        if (dive->relaxed.end != ENGINE_DONE) return CADRE_OK;
        int n, undecided = choices_take(dive, &n);
        if (undecided == 0) return point_take(dive, out, step, err);
        TRY(fix_some(dive, n, undecided, err));
    }
    return CADRE_OK;
}

CadreStatus bundle_dive(StepOutcome *out, SolveRun *run, const Step *step, BundleMaster *master, Engine *engine,
                        const PricingFacts *facts, const RoundLimits *limits, Arena *arena, CadreError *err)
{
    Dive dive = {.run = run, .program = master->program, .master = master, .engine = engine, .arena = arena_create(arena)};
    if (!dive.arena) return error_no_memory(err);
    CadreStatus status = dive_make(&dive, facts, limits, err);
    if (status == CADRE_OK) status = dive_down(&dive, out, step, err);
    arena_release(dive.arena);
    return status;
}
