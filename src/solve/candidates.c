#include "solve/candidates.h"

#include <string.h>

bool candidates_create(Candidates *out, const PricingFacts *facts, Arena *arena)
{
    *out = (Candidates){.facts = facts,
                        .heap = ARENA_ARRAY(arena, Candidate, facts->most_open),
                        .ordered = ARENA_ARRAY(arena, Candidate, facts->most_open),
                        .clique_of = ARENA_ARRAY(arena, int, facts->most_open),
                        .first = ARENA_ARRAY(arena, int, facts->most_open + 1),
                        .place = ARENA_ARRAY(arena, int, facts->program->model->n_groups)};
    return out->heap && out->ordered && out->clique_of && out->first && out->place;
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

/* They are sorted no further than they are asked for: from the end of the array, what is left a heap. */
Candidate candidates_best(Candidates *candidates, int i)
{
    Candidate *heap = candidates->heap;
    while (candidates->n_sorted <= i) {
        int last = candidates->n - 1 - candidates->n_sorted++;
        Candidate best = heap[0];
        heap[0] = heap[last];
        heap[last] = best;
        sink(heap, last, 0);
    }
    return heap[candidates->n - 1 - i];
}

static void add(Candidates *candidates, Candidate new)
{
    int hours = candidates->facts->hours[new.pair];
    if (candidates->n == 0 || hours < candidates->hours_least) candidates->hours_least = hours;
    candidates->heap[candidates->n++] = new;
}

void candidates_take(Candidates *candidates, const PricingPrices *prices, int rank, int64_t above)
{
    const Program *program = candidates->facts->program;
    candidates->n = candidates->n_sorted = 0;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++)
        if (prices->reduced[pair] > above && (!prices->barred || !prices->barred[pair]))
            add(candidates, (Candidate){prices->reduced[pair], pair});
    for (int at = candidates->n / 2 - 1; at >= 0; at--) sink(candidates->heap, candidates->n, at);
}

static int *place_of(const Candidates *candidates, int64_t pair)
{
    const PricingFacts *facts = candidates->facts;
    return &candidates->place[facts->clique[facts->group[pair]]];
}

static bool fits(const Candidates *candidates, int64_t pair, int hours_left, int leads_left)
{
    const PricingFacts *facts = candidates->facts;
    return facts->hours[pair] <= hours_left && (!facts->leads[pair] || leads_left > 0);
}

int candidates_by_clique(Candidates *candidates, int hours_left, int leads_left)
{
    const Candidate *all = candidates->heap;
    int n_cliques = 0, *first = candidates->first;
    for (int i = 0; i < candidates->n; i++) *place_of(candidates, all[i].pair) = -1;
    for (int i = 0; i < candidates->n; i++) {
        if (!fits(candidates, all[i].pair, hours_left, leads_left)) continue;
        int *place = place_of(candidates, all[i].pair);
        if (*place < 0) first[(*place = n_cliques++) + 1] = 0;
        first[*place + 1]++;
    }
    first[0] = 0;
    for (int clique = 0; clique < n_cliques; clique++) first[clique + 1] += first[clique];
    int n = first[n_cliques];
    for (int i = candidates->n - 1; i >= 0; i--) {
        if (!fits(candidates, all[i].pair, hours_left, leads_left)) continue;
        int clique = *place_of(candidates, all[i].pair), to = --first[clique + 1];
        candidates->ordered[to] = all[i];
        candidates->clique_of[to] = clique;
    }
    memmove(first, first + 1, (size_t)n_cliques * sizeof *first);
    first[n_cliques] = n;
    candidates->n_cliques = n_cliques;
    return n;
}
