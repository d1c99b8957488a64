#include "solve/bundle_near.h"

#include <stdatomic.h>
#include <string.h>

#include "solve/clock.h"

#define ROOM_MOST (INT64_MAX / 4) /* more is nearly everything, and would not fit */

/* What one thread finds; its bundles live in its own arena. */
typedef struct Finder {
    Arena *arena;
    PricingSearch *search;
    bool lost;
} Finder;

typedef struct Finders {
    Finder *items;
    int n;
} Finders;

static void finders_release(Finders *finders)
{
    for (int i = 0; i < finders->n; i++) arena_release(finders->items[i].arena);
}

static CadreStatus finders_make(Finders *out, const PricingFacts *facts, int threads, double seconds_end, Arena *arena,
                                CadreError *err)
{
    *out = (Finders){ARENA_ARRAY(arena, Finder, threads), threads};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < threads; i++) {
        Finder *finder = &out->items[i];
        finder->arena = arena_create(NULL);
        if (finder->arena) finder->search = pricing_search_create(facts, seconds_end, finder->arena);
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
            master_open(master, rank, bundle->pairs, bundle->n_pairs);
        }
    for (int i = 0; i < master->columns.n; i++) n_open += master->linear.columns.items[program->n_slacks + i].high > 0;
    return n_open;
}

static void tighten_rest(BundleMaster *master, const BundlePrices *prices, int64_t room)
{
    const Program *program = master->program;
    for (int slack = 0; slack < program->n_slacks; slack++) {
        LinearColumn *column = &master->linear.columns.items[slack];
        int64_t worth = bundle_slack_worth(prices, slack);
        if (worth >= 0) continue;
        int64_t most = column->low + room / -worth;
        if (most < column->high) column->high = most;
    }
    for (int rank = 0; rank < program->n_people; rank++)
        master->linear.rows.items[master->first_convexity + rank].low = has_musts(program, rank) || prices->best[rank] > room;
}

CadreStatus bundle_narrow(BundleMaster *master, bool *whole, int *n_near, const BundlePrices *prices, Scaled bound,
                          int64_t least, const RoundLimits *limits, Arena *arena, CadreError *err)
{
    const Program *program = master->program;
    Scaled below = bound - (Scaled)least * LINEAR_SCALE; /* how far below the bound a solution may be */
    *whole = below >= 0 && below <= ROOM_MOST;
    if (!*whole) return CADRE_OK;
    int64_t room = (int64_t)below;
    NearPerson *people = ARENA_ARRAY(arena, NearPerson, program->n_people);
    if (!people) return error_no_memory(err);
    Finders finders;
    TRY(finders_make(&finders, prices->facts, limits->threads, limits->seconds_end, arena, err));
    atomic_long left = limits->bundles;
    atomic_int next = 0;
    PricingPrices at = {prices->reduced, prices->master->barred, prices->master->load_counts};
#pragma omp parallel for schedule(static, 1) num_threads(finders.n)
    for (int thread = 0; thread < finders.n; thread++)
        for (int rank; atomic_load(&left) > 0 && (rank = atomic_fetch_add(&next, 1)) < program->n_people;) {
            NearSink sink = {&finders.items[thread], &people[rank], &left};
            if (clock_past(limits->seconds_end) ||
                !pricing_enumerate(finders.items[thread].search, &at, rank, prices->best[rank] - room, limits->search_nodes,
                                   near_take, &sink))
                atomic_store(&left, 0);
        }
    CadreStatus status = CADRE_OK;
    for (int i = 0; i < finders.n; i++)
        if (finders.items[i].lost) status = error_no_memory(err);
    *whole = status == CADRE_OK && atomic_load(&left) > 0;
    if (*whole) {
        *n_near = open_columns(master, people);
        tighten_rest(master, prices, room);
    }
    if (status == CADRE_OK && master->linear.lost) status = error_no_memory(err);
    finders_release(&finders);
    return status;
}
