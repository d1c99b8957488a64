/* A depth-first search over the roles open to one person, sorted by what they are worth, highest first. The next roles in that
 * order and the costs of an n-th role, which never fall, bound what any completion can add; so the search ends as soon as the
 * first candidate cannot reach the threshold. Only the bound prunes: no bundle is dropped for being worse than another. */
#include "solve/pricing.h"

#include <stdlib.h>
#include <string.h>

#include "program/person_rules.h"

typedef struct Candidate {
    int64_t worth, pair;
} Candidate;

struct PricingSearch {
    const PricingFacts *facts;
    Candidate *candidates; /* [most_open] */
    int64_t *chosen;       /* [most_open], pairs */
    int64_t *sorted;       /* [most_open] */
    int64_t *marginal;     /* [most_open + 2], scaled, of the n-th role */
    int *roles;            /* [most_open] */
    int64_t *best_pairs;   /* [most_open] */
    int64_t *counted;      /* [2 * n_groups], by clique and whether it leads: the look ahead that counted it last */
    int64_t looks;
    int n_candidates, n_sorted, n_chosen, most;
    int person, hours_left, leads_left, hours_least; /* hours_least: of any candidate */
    int64_t threshold;                               /* bundles worth at least this are reported */
    bool only_best, has_musts, cut;
    int64_t nodes, node_limit;
    BundleFound best;
    bool (*take)(void *data, const BundleFound *bundle);
    void *data;
};

static void pack_pairs(PricingFacts *facts)
{
    const Program *program = facts->program;
    const Model *model = program->model;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        const Role *role = &model->roles[program->pair_role[pair]];
        facts->hours[pair] = role->hours + model->groups[role->group].hours;
        facts->group[pair] = role->group;
        facts->leads[pair] = role->leads;
    }
    for (int rank = 0; rank < program->n_people; rank++) {
        int open = (int)(program->first_pair[rank + 1] - program->first_pair[rank]);
        if (open > facts->most_open) facts->most_open = open;
    }
}

static int64_t dual_most(const PricingFacts *facts)
{
    const Program *program = facts->program;
    int64_t most = 1, roles = 1;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        int64_t sum = 0;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            sum += llabs((long long)program->entries[i].coefficient);
        if (sum > most) most = sum;
    }
    for (int rank = 0; rank < program->n_people; rank++) {
        int groups = program->model->staff[program->person[rank]].max_groups;
        int64_t open = program->first_pair[rank + 1] - program->first_pair[rank], own = groups < open ? groups : open;
        if (own > roles) roles = own;
    }
    return (INT64_MAX >> 3) / most / roles;
}

static bool clashes_with(const PricingFacts *facts, int group, int other)
{
    for (int i = facts->first_clash[group]; i < facts->first_clash[group + 1]; i++)
        if (facts->clashes[i] == other) return true;
    return false;
}

/* Each group joins the first clique all of which it clashes with; a group that clashes with none is one of its own. */
static CadreStatus cliques_make(PricingFacts *facts, Arena *arena, CadreError *err)
{
    int n = facts->program->model->n_groups;
    int *size = ARENA_ARRAY(arena, int, n), *met = ARENA_ARRAY(arena, int, n);
    facts->clique = ARENA_ARRAY(arena, int, n);
    if (!size || !met || !facts->clique) return error_no_memory(err);
    for (int group = 0; group < n; group++) {
        int first = facts->first_clash[group], end = facts->first_clash[group + 1], clique = group;
        for (int i = first; i < end; i++)
            if (facts->clashes[i] < group) met[facts->clique[facts->clashes[i]]]++;
        for (int i = first; i < end && clique == group; i++) {
            int other = facts->clashes[i] < group ? facts->clique[facts->clashes[i]] : group;
            if (other != group && met[other] == size[other]) clique = other;
        }
        for (int i = first; i < end; i++)
            if (facts->clashes[i] < group) met[facts->clique[facts->clashes[i]]] = 0;
        facts->clique[group] = clique;
        size[clique]++;
    }
    return CADRE_OK;
}

static bool could_share(const Group *a, const Group *b) { return a->site < 0 || b->site < 0 || a->site == b->site; }

CadreStatus pricing_facts_make(PricingFacts *out, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    PricingFacts facts = {.program = program,
                          .hours = ARENA_ARRAY(arena, int32_t, program->n_pairs),
                          .group = ARENA_ARRAY(arena, int32_t, program->n_pairs),
                          .leads = ARENA_ARRAY(arena, bool, program->n_pairs),
                          .first_clash = ARENA_ARRAY(arena, int, model->n_groups + 1)};
    if (!facts.hours || !facts.group || !facts.leads || !facts.first_clash) return error_no_memory(err);
    pack_pairs(&facts);
    facts.dual_most = dual_most(&facts);
    LIST(int) clashes = {0};
    for (int group = 0; group < model->n_groups; group++) {
        facts.first_clash[group] = clashes.n;
        if (model->groups[group].n_slots == 0) continue;
        for (int other = 0; other < model->n_groups; other++)
            if (other != group && could_share(&model->groups[group], &model->groups[other]) &&
                model_groups_clash(model, group, other) && !LIST_PUSH(arena, &clashes, other))
                return error_no_memory(err);
    }
    facts.first_clash[model->n_groups] = clashes.n;
    facts.clashes = clashes.items;
    *out = facts;
    return cliques_make(out, arena, err);
}

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

PricingSearch *pricing_search_create(const PricingFacts *facts, Arena *arena)
{
    PricingSearch *search = ARENA_NEW(arena, PricingSearch);
    if (!search) return NULL;
    *search = (PricingSearch){.facts = facts,
                              .candidates = ARENA_ARRAY(arena, Candidate, facts->most_open),
                              .chosen = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .sorted = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .marginal = ARENA_ARRAY(arena, int64_t, facts->most_open + 2),
                              .roles = ARENA_ARRAY(arena, int, facts->most_open),
                              .best_pairs = ARENA_ARRAY(arena, int64_t, facts->most_open),
                              .counted = ARENA_ARRAY(arena, int64_t, 2 * (size_t)facts->program->model->n_groups)};
    bool whole = search->candidates && search->chosen && search->sorted && search->marginal && search->roles &&
                 search->best_pairs && search->counted;
    return whole ? search : NULL;
}

static bool is_before(Candidate a, Candidate b) { return a.worth != b.worth ? a.worth > b.worth : a.pair < b.pair; }

/* Let what is at `at` of the heap sink to its place: the best candidate on top. */
static void sink(Candidate heap[/*n*/], int n, int at)
{
    Candidate moved = heap[at];
    for (int child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && is_before(heap[child + 1], heap[child])) child++;
        if (!is_before(heap[child], moved)) break;
        heap[at] = heap[child];
    }
    heap[at] = moved;
}

/* The i-th best candidate. They are sorted no further than they are asked for: from the end of the array, what is left a heap.
 */
static Candidate candidate_at(PricingSearch *search, int i)
{
    int n = search->n_candidates;
    while (search->n_sorted <= i) {
        int last = n - 1 - search->n_sorted++;
        Candidate best = search->candidates[0];
        search->candidates[0] = search->candidates[last];
        search->candidates[last] = best;
        sink(search->candidates, last, 0);
    }
    return search->candidates[n - 1 - i];
}

static void begin(PricingSearch *search, const PricingPrices *prices, int rank, bool only_best)
{
    const Program *program = search->facts->program;
    search->person = program->person[rank];
    search->only_best = only_best;
    const Person *person = &program->model->staff[search->person];
    int64_t n_open = program->first_pair[rank + 1] - program->first_pair[rank];
    search->n_candidates = search->n_chosen = 0;
    search->most = person->max_groups < n_open ? person->max_groups : (int)n_open;
    for (int nth = 1; nth <= search->most; nth++)
        search->marginal[nth] = prices->load_counts ? person_cost_marginal(program, search->person, nth) * LINEAR_SCALE : 0;
    search->hours_left = person->hours;
    search->leads_left = person->max_leads;
    search->has_musts = program->first_must[search->person] < program->first_must[search->person + 1];
    search->cut = false;
    search->nodes = 0;
}

static void candidate_add(PricingSearch *search, Candidate new)
{
    int hours = search->facts->hours[new.pair];
    if (search->n_candidates == 0 || hours < search->hours_least) search->hours_least = hours;
    search->candidates[search->n_candidates++] = new;
}

static void candidates_take(PricingSearch *search, const PricingPrices *prices, int rank, int64_t above)
{
    const Program *program = search->facts->program;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++)
        if (prices->reduced[pair] > above && (!prices->barred || !prices->barred[pair]))
            candidate_add(search, (Candidate){prices->reduced[pair], pair});
    search->n_sorted = 0;
    for (int at = search->n_candidates / 2 - 1; at >= 0; at--) sink(search->candidates, search->n_candidates, at);
    if (search->most > search->n_candidates) search->most = search->n_candidates;
}

/* Where a pair is counted: by its clique, those that lead apart. */
static int64_t *count_of(PricingSearch *search, int64_t pair)
{
    const PricingFacts *facts = search->facts;
    return &search->counted[2 * facts->clique[facts->group[pair]] + facts->leads[pair]];
}

static int most_by_hours(const PricingSearch *search)
{
    if (search->hours_least <= 0) return search->most;
    int more = search->hours_left / search->hours_least;
    return more < search->most - search->n_chosen ? search->n_chosen + more : search->most;
}

/* The most that candidate `first` and any after it can add to the roles chosen, `first` being taken: as many as the shortest
 * leave hours for, no more that lead than are allowed, and of each clique one that leads and one that does not. It never rises
 * with `first`: what follows a candidate may follow the one before it, less what that stands for. */
static int64_t most_from(PricingSearch *search, int first)
{
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

/* False where the search is to end. */
static bool descend(PricingSearch *search, int first, int64_t worth)
{
    const PricingFacts *facts = search->facts;
    for (int i = first; i < search->n_candidates; i++) {
        if (worth + most_from(search, i) < search->threshold) return true;
        int64_t pair = candidate_at(search, i).pair;
        if (!fits(search, pair)) continue;
        if (++search->nodes > search->node_limit) {
            search->cut = true;
            return false;
        }
        int64_t with = worth + candidate_at(search, i).worth + search->marginal[search->n_chosen + 1];
        search->chosen[search->n_chosen++] = pair;
        search->hours_left -= facts->hours[pair];
        search->leads_left -= facts->leads[pair];
        bool on = with < search->threshold || !musts_kept(search) || report(search, with);
        if (on && search->n_chosen < search->most) on = descend(search, i + 1, with);
        search->n_chosen--;
        search->hours_left += facts->hours[pair];
        search->leads_left += facts->leads[pair];
        if (!on) return false;
    }
    return true;
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
    candidates_take(search, prices, rank, above);
    if (search->most > 0) descend(search, 0, 0);
    *nodes += search->nodes;
    *cut = *cut || search->cut;
    *out = search->best;
    return search->best.n_pairs > 0;
}

bool pricing_enumerate(PricingSearch *search, const PricingPrices *prices, int rank, int64_t least, int64_t limit,
                       bool (*take)(void *data, const BundleFound *bundle), void *data)
{
    begin(search, prices, rank, false);
    candidates_take(search, prices, rank, INT64_MIN);
    search->node_limit = limit;
    search->threshold = least;
    search->take = take;
    search->data = data;
    return search->most == 0 || descend(search, 0, 0);
}
