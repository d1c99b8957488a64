/* bundle_rounds.h: rounds of column generation, the bound that they end with, and all bundles near it. */
#ifndef SOLVE_BUNDLE_ROUNDS_H
#define SOLVE_BUNDLE_ROUNDS_H

#include "solve/bundle_master.h"

__extension__ typedef __int128 BoundScaled; /* in 1 / LINEAR_SCALE */

typedef struct RoundLimits {
    int rounds;           /* of column generation */
    int64_t search_nodes; /* of one person's pricing */
    int64_t bundles;      /* that one enumeration may yield */
    double seconds_end;   /* clock_seconds() at which to stop; 0: none */
    int threads;
} RoundLimits;

/* Where column generation stands. Whatever the relaxation did, no solution of the step has a greater value than bound, as it is
 * computed in whole numbers from rounded duals. */
typedef struct BundleBound {
    bool known;             /* false: no round gave a bound, as a person's pricing was cut short */
    bool converged;         /* no bundle improves */
    BoundScaled bound;      /* the least of all rounds */
    int64_t *reduced;       /* [n_pairs] at these duals */
    bool load_counts;       /* whether `everyone` and extra_load are part of a bundle's worth */
    int64_t *best;          /* [n_people]: worth of the best bundle or of none, at these duals */
    int64_t *slack_loss;    /* [n_slacks]: what a unit of the slack takes from the bound, >= 0 */
    int64_t rounds, priced; /* work done: rounds, partial bundles looked at */
    bool cut_rounds, cut_time, cut_search;
} BundleBound;

/**
 * Generate columns until none improves or a limit is met. `engine` holds master->linear and is extended.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost per round: the relaxation, and pricing, parallel over people.
 */
CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts,
                              const RoundLimits *limits, Arena *arena, CadreError *err);

/* The bound in whole points, rounded down. */
int64_t bundle_bound_floor(const BundleBound *bound);

/**
 * Narrow a master down to what a solution of value `least` or more (of the step that made `bound`) can use: its bundles, all of
 * them, columns made where they are missing; slacks and convexity rows tightened likewise; other columns fixed at 0. *whole is
 * false, and the master as it was, where there are more than limits->bundles or the time is up. n_near: how many bundles.
 * Errors: CADRE_NO_MEMORY. Cost O(bundles found * columns of a person and partial bundles above the threshold), enumeration
 * parallel over people.
 */
CadreStatus bundle_narrow(BundleMaster *master, bool *whole, int *n_near, const BundleBound *bound, int64_t least,
                          const PricingFacts *facts, const RoundLimits *limits, Arena *arena, CadreError *err);

#endif
