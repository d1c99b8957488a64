/* candidates.h: the roles that a person's best bundle may be made of, in the two orders in which pricing looks at them. */
#ifndef SOLVE_CANDIDATES_H
#define SOLVE_CANDIDATES_H

#include "solve/pricing_table.h"

typedef struct Candidates {
    const PricingFacts *facts;
    Candidate *heap; /* [most_open] */
    int n, n_sorted;
    int hours_least; /* of any */

    /* those that fit at all, after candidates_by_clique */
    Candidate *ordered; /* [most_open]: those of a clique together */
    int *clique_of;     /* [most_open], of those ordered, from 0 on */
    int *first;         /* [most_open + 1], of each clique */
    int n_cliques;
    int *place; /* [n_groups], of a clique */
} Candidates;

/* Room for any person's; false where there is no memory. */
bool candidates_create(Candidates *out, const PricingFacts *facts, Arena *arena);

/* Those of the pairs of `rank` that are worth more than `above` and not barred. Cost O(pairs of the person). */
void candidates_take(Candidates *candidates, const PricingPrices *prices, int rank, int64_t above);

/* The i-th best. Cost O(log n) for each that was not asked for before. */
Candidate candidates_best(Candidates *candidates, int i);

/* Put what hours and leading roles leave room for in the order of cliques; returns how many. Cost O(n). */
int candidates_by_clique(Candidates *candidates, int hours_left, int leads_left);

#endif
