/* A depth-first search over the roles open to one person, sorted by what they are worth, highest first. The next roles in that
 * order and the costs of an n-th role, which never fall, bound what any completion can add; so the search ends as soon as the
 * first candidate cannot reach the threshold. Only the bound prunes: no bundle is dropped for being worse than another.
 * That is quick where few roles are worth anything. Where it is not, as with short hours, a best bundle is looked for anew
 * clique by clique, with the bound of pricing_table.h, which costs more to make and lets little through. */
#include "solve/pricing.h"

#include <stdlib.h>
#include <string.h>

#include "program/person_rules.h"
#include "solve/candidates.h"
#include "solve/clock.h"

enum {
    LOOKS_QUICK = 64,     /* about as long as a table takes to make */
    STEPS_A_CLOCK = 1024, /* between looks at the clock */
};

struct PricingSearch {
    const PricingFacts *facts;
    Candidates candidates;
    int64_t *chosen;     /* [most_open], pairs */
    int64_t *sorted;     /* [most_open] */
    int64_t *marginal;   /* [most_open + 2], scaled, of the n-th role */
    int *roles;          /* [most_open] */
    int64_t *best_pairs; /* [most_open] */
    int64_t *counted;    /* [2 * n_groups], by clique and whether it leads: the look ahead that counted it last */
    int64_t looks, looks_end;
    bool by_clique; /* the candidates are ordered so, and the table bounds */
    PricingTable table;
    int64_t tables; /* made so far */
    int n_candidates, n_chosen, most;
    int person, hours_left, leads_left;
    int64_t threshold; /* bundles worth at least this are reported */
    bool only_best, has_musts, cut;
    int64_t nodes, node_limit, steps;
    double seconds_end;
    BundleFound best;
    bool (*take)(void *data, const BundleFound *bundle);
    void *data;
};

void pricing_reduce(int64_t reduced[/*n_pairs*/], const Program *program, const int64_t *value, const int64_t *dual,
                    int threads)
{
#pragma omp parallel for schedule(static) num_threads(threads)
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        int64_t worth = value[pair] * LINEAR_SCALE;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            worth -= dual[program->entries[i].row] * program->entries[i].coefficient;
        reduced[pair] = worth;
    }
}

PricingSearch *pricing_search_create(const PricingFacts *facts, double seconds_end, Arena *arena)
{
    PricingSearch *search = ARENA_NEW(arena, PricingSearch);
    if (!search) return NULL;
    *search = (PricingSearch){.facts = facts,
                              .seconds_end = seconds_end,
                              .chosen = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .sorted = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .marginal = ARENA_ARRAY(arena, int64_t, facts->most_open + 2),
                              .roles = ARENA_ARRAY(arena, int, facts->most_open),
                              .best_pairs = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .counted = ARENA_ARRAY(arena, int64_t, 2 * (size_t)facts->program->model->n_groups)};
    bool whole = search->chosen && search->sorted && search->marginal && search->roles && search->best_pairs &&
                 search->counted && candidates_create(&search->candidates, facts, arena) &&
                 pricing_table_create(&search->table, facts->table_room, arena);
    return whole ? search : NULL;
}

int64_t pricing_tables(const PricingSearch *search) { return search->tables; }

static void begin(PricingSearch *search, const PricingPrices *prices, int rank, bool only_best)
{
    const Program *program = search->facts->program;
    search->person = program->person[rank];
    search->only_best = only_best;
    const Person *person = &program->model->staff[search->person];
    int64_t n_open = program->first_pair[rank + 1] - program->first_pair[rank];
    search->n_chosen = 0;
    search->most = person->max_groups < n_open ? person->max_groups : (int)n_open;
    for (int nth = 1; nth <= search->most; nth++)
        search->marginal[nth] = prices->load_counts ? person_cost_marginal(program, search->person, nth) * LINEAR_SCALE : 0;
    search->hours_left = person->hours;
    search->leads_left = person->max_leads;
    search->has_musts = program->first_must[search->person] < program->first_must[search->person + 1];
    search->cut = search->by_clique = false;
    search->nodes = 0;
    search->looks_end = INT64_MAX;
}

static void take_candidates(PricingSearch *search, const PricingPrices *prices, int rank, int64_t above)
{
    candidates_take(&search->candidates, prices, rank, above);
    search->n_candidates = search->candidates.n;
    if (search->most > search->n_candidates) search->most = search->n_candidates;
}

static Candidate candidate_at(PricingSearch *search, int i)
{
    return search->by_clique ? search->candidates.ordered[i] : candidates_best(&search->candidates, i);
}

/* Where a pair is counted: by its clique, those that lead apart. */
static int64_t *count_of(PricingSearch *search, int64_t pair)
{
    const PricingFacts *facts = search->facts;
    return &search->counted[2 * facts->clique[facts->group[pair]] + facts->leads[pair]];
}

static int most_by_hours(const PricingSearch *search)
{
    if (search->candidates.hours_least <= 0) return search->most;
    int more = search->hours_left / search->candidates.hours_least;
    return more < search->most - search->n_chosen ? search->n_chosen + more : search->most;
}

/* The same by the table: `first` need not be taken. */
static int64_t most_by_table(const PricingSearch *search, int clique)
{
    return pricing_table_most(&search->table, clique, search->most - search->n_chosen, search->leads_left, search->hours_left);
}

/* The most that candidate `first` and any after it can add to the roles chosen, `first` being taken: as many as the shortest
 * leave hours for, no more that lead than are allowed, and of each clique one that leads and one that does not. It never rises
 * with `first`: what follows a candidate may follow the one before it, less what that stands for. */
static int64_t most_from(PricingSearch *search, int first)
{
    if (search->by_clique) return most_by_table(search, search->candidates.clique_of[first]);
    const PricingFacts *facts = search->facts;
    int nth = search->n_chosen + 1, most = most_by_hours(search);
    Candidate taken = candidate_at(search, first);
    int64_t sum = taken.worth + search->marginal[nth], look = ++search->looks;
    int leads_left = search->leads_left - facts->leads[taken.pair];
    for (int i = 0; i < search->n_chosen; i++) *count_of(search, search->chosen[i]) = look;
    *count_of(search, taken.pair) = look;
    for (int i = first + 1; i < search->n_candidates && nth < most; i++) {
        Candidate next = candidate_at(search, i);
        int64_t more = next.worth + search->marginal[nth + 1], *counted = count_of(search, next.pair);
        if (more <= 0) break;
        if (*counted == look || (facts->leads[next.pair] && leads_left <= 0)) continue;
        *counted = look;
        leads_left -= facts->leads[next.pair];
        nth++;
        sum += more;
    }
    return sum;
}

static bool clashes_with(const PricingFacts *facts, int group, int other)
{
    for (int i = facts->first_clash[group]; i < facts->first_clash[group + 1]; i++)
        if (facts->clashes[i] == other) return true;
    return false;
}

static bool fits(const PricingSearch *search, int64_t pair)
{
    const PricingFacts *facts = search->facts;
    if (facts->hours[pair] > search->hours_left || (facts->leads[pair] && search->leads_left == 0)) return false;
    for (int i = 0; i < search->n_chosen; i++) {
        int group = facts->group[search->chosen[i]];
        if (group == facts->group[pair] || clashes_with(facts, facts->group[pair], group)) return false;
    }
    return true;
}

static bool musts_kept(const PricingSearch *search)
{
    if (!search->has_musts) return true;
    const Program *program = search->facts->program;
    for (int i = 0; i < search->n_chosen; i++) search->roles[i] = program->pair_role[search->chosen[i]];
    return must_allowed(program, search->person, search->roles, search->n_chosen);
}

static int by_value(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static bool report(PricingSearch *search, int64_t worth)
{
    int64_t *pairs = search->only_best ? search->best_pairs : search->sorted;
    memcpy(pairs, search->chosen, (size_t)search->n_chosen * sizeof *pairs);
    qsort(pairs, (size_t)search->n_chosen, sizeof *pairs, by_value);
    search->best = (BundleFound){pairs, search->n_chosen, worth};
    if (!search->only_best) return search->take(search->data, &search->best);
    search->threshold = worth + 1;
    return true;
}

/* The best single role. In a best bundle of several each role is worth more than it costs as the second: without it the rest,
 * which is allowed as well, would be worth more. */
static void take_single(PricingSearch *search, const PricingPrices *prices, int rank)
{
    const PricingFacts *facts = search->facts;
    const Program *program = facts->program;
    int64_t best = search->threshold - 1 - search->marginal[1];
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        if (prices->reduced[pair] <= best || (prices->barred && prices->barred[pair]) || !fits(search, pair)) continue;
        best = prices->reduced[pair];
        search->chosen[0] = pair;
        search->n_chosen = 1;
        report(search, best + search->marginal[1]);
        search->n_chosen = 0;
    }
}

/* Whether with the candidate, which fits, and any after it the threshold may be reached. */
static bool leads_on(const PricingSearch *search, int i, int64_t with)
{
    if (!search->by_clique) return true;
    int64_t pair = search->candidates.ordered[i].pair;
    return with + pricing_table_most(&search->table, search->candidates.clique_of[i] + 1, search->most - search->n_chosen - 1,
                                     search->leads_left - search->facts->leads[pair],
                                     search->hours_left - search->facts->hours[pair]) >=
           search->threshold;
}

/* False where the search is to end. */
static bool descend(PricingSearch *search, int first, int64_t worth)
{
    const PricingFacts *facts = search->facts;
    for (int i = first; i < search->n_candidates; i++) {
        if (worth + most_from(search, i) < search->threshold) return true;
        Candidate at = candidate_at(search, i);
        int64_t pair = at.pair, with = worth + at.worth + search->marginal[search->n_chosen + 1];
        if (search->looks > search->looks_end) search->cut = true;
        if (++search->steps % STEPS_A_CLOCK == 0 && clock_past(search->seconds_end)) search->cut = true;
        if (search->cut) return false;
        if (!fits(search, pair) || !leads_on(search, i, with)) continue;
        if (++search->nodes > search->node_limit) {
            search->cut = true;
            return false;
        }
        search->chosen[search->n_chosen++] = pair;
        search->hours_left -= facts->hours[pair];
        search->leads_left -= facts->leads[pair];
        bool on = with < search->threshold || !musts_kept(search) || report(search, with);
        int next = search->by_clique ? search->candidates.first[search->candidates.clique_of[i] + 1] : i + 1;
        if (on && search->n_chosen < search->most) on = descend(search, next, with);
        search->n_chosen--;
        search->hours_left += facts->hours[pair];
        search->leads_left += facts->leads[pair];
        if (!on) return false;
    }
    return true;
}

/* Nothing changes where a table would be too large. */
static void begin_by_clique(PricingSearch *search)
{
    if (search->facts->table_room == 0) return;
    Candidates *candidates = &search->candidates;
    int n = candidates_by_clique(candidates, search->hours_left, search->leads_left), most = most_by_hours(search);
    if (n < most) most = n;
    search->by_clique =
        pricing_table_make(&search->table, search->facts, candidates->ordered, candidates->first, candidates->n_cliques,
                           search->marginal, most, search->leads_left, search->hours_left);
    if (!search->by_clique) return;
    search->tables++;
    search->n_candidates = n;
    search->most = most;
}

/* From the table's bound down: what reaches it is mostly there and ends the search. */
static void find_below_table(PricingSearch *search)
{
    static const int parts[] = {62, 4, 2, 0};
    int64_t least = search->threshold, most = most_by_table(search, 0);
    for (int i = 0; i < 4 && most >= least; i++) {
        search->threshold = most - ((most - least) >> parts[i]);
        int64_t before = search->threshold;
        if (!descend(search, 0, 0) || search->threshold > before) return;
    }
}

/* Quickly if that will do; a table bounds what is left to find. */
static void find_best(PricingSearch *search)
{
    search->looks_end = search->looks + LOOKS_QUICK;
    if (descend(search, 0, 0) || search->looks <= search->looks_end) return;
    search->cut = false;
    search->looks_end = INT64_MAX;
    begin_by_clique(search);
    if (search->by_clique)
        find_below_table(search);
    else
        descend(search, 0, 0);
}

bool pricing_best(BundleFound *out, PricingSearch *search, const PricingPrices *prices, int rank, int64_t limit, int64_t *nodes,
                  bool *cut)
{
    begin(search, prices, rank, true);
    search->node_limit = limit;
    search->threshold = search->has_musts ? INT64_MIN / 2 : 1;
    search->best = (BundleFound){0};
    int64_t above = INT64_MIN;
    if (!search->has_musts && search->most > 0) {
        take_single(search, prices, rank);
        above = search->most > 1 ? -search->marginal[2] : INT64_MAX;
    }
    take_candidates(search, prices, rank, above);
    if (search->most > 0) find_best(search);
    *nodes += search->nodes;
    *cut = *cut || search->cut;
    *out = search->best;
    return search->best.n_pairs > 0;
}

bool pricing_enumerate(PricingSearch *search, const PricingPrices *prices, int rank, int64_t least, int64_t limit,
                       bool (*take)(void *data, const BundleFound *bundle), void *data)
{
    begin(search, prices, rank, false);
    take_candidates(search, prices, rank, INT64_MIN);
    search->node_limit = limit;
    search->threshold = least;
    search->take = take;
    search->data = data;
    return search->most == 0 || descend(search, 0, 0);
}
