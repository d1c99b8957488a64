/* bundle_rounds.h: rounds of column generation, and the bound that they end with. */
#ifndef SOLVE_BUNDLE_ROUNDS_H
#define SOLVE_BUNDLE_ROUNDS_H

#include "solve/bundle_prices.h"

typedef struct RoundLimits {
    int rounds;           /* of column generation */
    int64_t search_nodes; /* of one person's pricing */
    int64_t bundles;      /* that one enumeration may yield */
    double seconds_end;   /* clock_seconds() at which to stop; 0: none */
    int threads;
} RoundLimits;

/* Where column generation stands. Whatever the relaxation did, no solution that the master's slacks allow has a greater value
 * than bound, as it is computed in whole numbers from rounded duals. */
typedef struct BundleBound {
    bool known;             /* false: no round gave a bound, as a person's pricing was cut short */
    bool converged;         /* no bundle improves, or the bound is below what was wanted */
    Scaled bound;           /* the least of all rounds */
    MasterDuals duals;      /* that gave it */
    double *slack;          /* [n_slacks]: how much of each the last relaxation has */
    int64_t rounds, priced; /* work done: rounds, partial bundles looked at */
    bool cut_rounds, cut_time, cut_search;
} BundleBound;

/* How rounds begin and end. */
typedef struct RoundGoal {
    bool fresh;     /* there is no basis yet: begin with the volume algorithm */
    int64_t target; /* a value that a solution has, or a guess; for that beginning */
    int64_t wanted; /* less is of no interest; INT64_MIN: anything is */
} RoundGoal;

/**
 * Generate columns until none improves or a limit is met. `engine` holds master->linear and is extended.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost per round: the relaxation, and pricing, parallel over people.
 */
CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts, RoundGoal goal,
                              const RoundLimits *limits, Arena *arena, CadreError *err);

#endif
