/* near_program.h: the integer program over the bundles that a master has open, by person, and what is proved about it at any
 * duals in whole numbers. */
#ifndef SOLVE_NEAR_PROGRAM_H
#define SOLVE_NEAR_PROGRAM_H

#include "solve/bundle_prices.h"

/* Duals, worths and bounds here are whole multiples of 1 / NEAR_SCALE: finer than in pricing, as the row that holds a total of
 * millions takes part. */
#define NEAR_SCALE ((int64_t)1 << 30)

typedef struct NearProgram {
    const BundleMaster *master;
    LinearProgram linear; /* columns: slacks, then bundles by person; rows: the master's */
    int n_slacks, n_people;
    int n_rules;          /* rows of the master that are no convexity rows; these follow by person, then cuts */
    int *first_column;    /* [n_people + 1] */
    int *bundle;          /* [columns - n_slacks] -> master->columns */
    int *first_entry;     /* [columns + 1] -> linear.entries */
    unsigned char *basis; /* [rows + columns]: the basis given, in these columns; or NULL */
} NearProgram;

/**
 * basis: one of the master's relaxation ([rows + columns]), or NULL; its columns stay, closed if they are.
 * Errors: CADRE_NO_MEMORY. Cost O(entries of the master).
 */
CadreStatus near_make(NearProgram *out, const BundleMaster *master, const unsigned char *basis, Arena *arena, CadreError *err);

/* Whether a bundle, or none (NULL), has the pair. */
static inline bool bundle_has(const BundleColumn *bundle, int64_t pair)
{
    for (int i = 0; bundle && i < bundle->n_pairs; i++)
        if (bundle->pairs[i] == pair) return true;
    return false;
}

static inline bool near_is_convexity(const NearProgram *near, int row)
{
    return row >= near->n_rules && row < near->n_rules + near->n_people;
}

static inline const BundleColumn *near_bundle(const NearProgram *near, int column)
{
    return &near->master->columns.items[near->bundle[column - near->n_slacks]];
}

/* What one unit of each column is worth at whole-number duals of all rows but the convexity rows. */
void near_worths(Scaled worth[/*columns*/], const NearProgram *near, const int64_t dual[/*rows*/]);

/**
 * No point within the columns' bounds has a greater value than `bound`, whatever the duals are.
 * best: [n_people], the worth of the best open bundle of each, or of none.
 */
Scaled near_bound(Scaled best[/*n_people*/], const NearProgram *near, const int64_t dual[/*rows*/],
                  const Scaled worth[/*columns*/]);

#endif
