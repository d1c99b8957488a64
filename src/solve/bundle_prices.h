/* bundle_prices.h: everybody priced at given duals of a master, and the bound that follows in whole numbers. */
#ifndef SOLVE_BUNDLE_PRICES_H
#define SOLVE_BUNDLE_PRICES_H

#include "solve/bundle_master.h"

__extension__ typedef __int128 Scaled; /* in 1 / LINEAR_SCALE, unless said otherwise */

/* Duals of the rows that are no convexity rows, in 1 / LINEAR_SCALE, of the signs that their rows allow. */
typedef struct MasterDuals {
    int64_t *rule; /* [n_rules] */
    int64_t cost;  /* of the cost row, per cost_divisor; 0 where there is none */
} MasterDuals;

typedef struct PricingLimits {
    int threads;
    int64_t search_nodes; /* the most of one person's search */
    double seconds_end;   /* see clock.h; 0: none */
} PricingLimits;

typedef struct BundlePrices {
    const BundleMaster *master;
    const PricingFacts *facts;
    PricingSearch **searches; /* [threads] */
    int threads;
    int64_t search_nodes; /* the most of one person's search */
    MasterDuals duals;    /* what bundle_prices_run prices at */
    int64_t *reduced;     /* [n_pairs] */
    int64_t *best;        /* [n_people]: worth of the best bundle, or of none */
    BundleFound *found;   /* [n_people]: the best bundle; n_pairs 0: none is worth more than nothing */
    int64_t *first_pair;  /* [n_people + 1]: where the pairs of `found` lie */
    int64_t *pairs;
    int64_t nodes; /* partial bundles looked at, in sum */
    bool cut;      /* a search was given up: `best` bounds nothing */
} BundlePrices;

/* Errors: CADRE_NO_MEMORY. Cost O(pairs). */
CadreStatus bundle_prices_make(BundlePrices *out, const BundleMaster *master, const PricingFacts *facts, PricingLimits limits,
                               Arena *arena, CadreError *err);

/* Take the duals to price at from a relaxation ([rows of the master]). */
void bundle_prices_take(BundlePrices *prices, const double dual[]);

/* A dual of a rule and of the cost row in whole numbers, cut off where worths would not fit: any dual gives a bound. */
int64_t bundle_rule_dual(const BundlePrices *prices, int rule, double dual);
int64_t bundle_cost_dual(const BundleMaster *master, double dual);

/* Price everybody at prices->duals. Cost O(entries + what the searches take), parallel over people where there are many. */
void bundle_prices_run(BundlePrices *prices);

/* No solution of the step has a greater value, whatever the duals are; after bundle_prices_run without `cut`. */
Scaled bundle_prices_bound(const BundlePrices *prices);

/* What a unit of a slack is worth at the duals: its price and what it takes from the rules it is in. */
int64_t bundle_slack_worth(const BundlePrices *prices, int slack);

/* value / scale, rounded down. */
int64_t scaled_floor(Scaled value, int64_t scale);

#endif
