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

/* Where column generation stands. Whatever the relaxation did, no solution of the step has a greater value than bound, as it is
 * computed in whole numbers from rounded duals. */
typedef struct BundleBound {
    bool known;             /* false: no round gave a bound, as a person's pricing was cut short */
    bool converged;         /* no bundle improves */
    Scaled bound;           /* the least of all rounds */
    int64_t *reduced;       /* [n_pairs] at these duals */
    int64_t binding;        /* group rules with a dual there */
    bool load_counts;       /* whether `everyone` and extra_load are part of a bundle's worth */
    int64_t *best;          /* [n_people]: worth of the best bundle or of none, at these duals */
    int64_t *slack_loss;    /* [n_slacks]: what a unit of the slack takes from the bound, >= 0 */
    int64_t rounds, priced; /* work done: rounds, partial bundles looked at */
    bool cut_rounds, cut_time, cut_search;
} BundleBound;

/**
 * Generate columns until none improves or a limit is met. `engine` holds master->linear and is extended.
 * target: a value that a solution has, or a guess.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost per round: the relaxation, and pricing, parallel over people.
 */
CadreStatus bundle_rounds_run(BundleBound *out, BundleMaster *master, Engine *engine, const PricingFacts *facts, int64_t target,
                              const RoundLimits *limits, Arena *arena, CadreError *err);

#endif
