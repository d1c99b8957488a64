/* pricing_table.h: the most that roles still to be chosen can add, by how many of them, leading roles and hours are left: the
 * multiple-choice knapsack by dynamic programming (Kellerer, Pferschy and Pisinger, "Knapsack Problems", 2004, chapter 11). A
 * person sits in one group of a clique. It bounds from above: hours are rounded down, and groups of several cliques may clash.
 */
#ifndef SOLVE_PRICING_TABLE_H
#define SOLVE_PRICING_TABLE_H

#include "solve/pricing.h"

typedef struct Candidate {
    int64_t worth, pair; /* scaled; what else is asked of a pair the facts say */
} Candidate;

typedef struct PricingTable {
    int64_t *most;                 /* [cliques + 1][roles + 1][leads + 1][units + 1], scaled */
    size_t room;                   /* of `most` */
    int n_roles, n_leads, n_units; /* what a person has at the outset; n_leads 0: as many as they like */
    int64_t unit;                  /* hundredths of an hour */
    int64_t *choice;               /* [2][PRICING_UNITS_MOST + 1]: the best of a clique by whether it leads and units */
} PricingTable;

enum { PRICING_UNITS_MOST = 24 };

/* The entries of the largest table that a person of `facts` may need; 0 where that is too many for any. */
size_t pricing_table_room(const PricingFacts *facts, int rank);

/* `room` entries at the most; false where there is no memory. */
bool pricing_table_create(PricingTable *out, size_t room, Arena *arena);

/**
 * items: [first[n_cliques]], those of a clique together, clique `i` from first[i] on.
 * marginal: [n_roles + 1], scaled, what is added by an n-th role, from 1 on.
 * n_leads, hours: what the person has left before anything is chosen.
 * Returns false where it would be too large. Cost O(items + cliques * roles * leads * units * choices of a clique).
 */
bool pricing_table_make(PricingTable *table, const PricingFacts *facts, const Candidate items[], const int first[],
                        int n_cliques, const int64_t marginal[], int n_roles, int n_leads, int hours);

static inline size_t pricing_table_layer(const PricingTable *table)
{
    return (size_t)(table->n_roles + 1) * (size_t)(table->n_leads + 1) * (size_t)(table->n_units + 1);
}

/* The most that items of clique `clique` and later ones can add; never less than 0. */
static inline int64_t pricing_table_most(const PricingTable *table, int clique, int roles, int leads, int hours)
{
    int64_t units = hours / table->unit;
    if (leads > table->n_leads) leads = table->n_leads;
    size_t at = ((size_t)roles * (size_t)(table->n_leads + 1) + (size_t)leads) * (size_t)(table->n_units + 1) + (size_t)units;
    return table->most[(size_t)clique * pricing_table_layer(table) + at];
}

#endif
