/* pricing.h: the best bundle of a person at given prices of the group rules, and all bundles near the best.
 *
 * A bundle is what one person does in a solution; its worth is what it earns (points, `everyone`, -extra_load) less what it
 * uses of the group rules at their duals. All arithmetic is in whole multiples of 1 / LINEAR_SCALE points, so a bound built on
 * it holds on every machine, whatever the duals are. People are independent: everything here may run for many of them at once.
 */
#ifndef SOLVE_PRICING_H
#define SOLVE_PRICING_H

#include "program/program.h"
#include "solve/linear.h"

/* What pricing asks about a pair or a group, packed once a run. */
typedef struct PricingFacts {
    const Program *program;
    int32_t *hours;    /* [n_pairs], hundredths: the group's and the role's */
    int32_t *group;    /* [n_pairs] */
    bool *leads;       /* [n_pairs] */
    int *first_clash;  /* [n_groups + 1] */
    int *clashes;      /* groups that meet at the same time, ascending */
    int *clique;       /* [n_groups]: groups of one clique all meet at the same time, so a person sits in one of them */
    int most_open;     /* the most pairs of any person */
    size_t table_room; /* for anyone's, see pricing_table.h; 0: none */
    int64_t
        dual_most; /* a greater dual of a rule, in 1 / LINEAR_SCALE, could make the worth of a bundle too great for 64 bits */
} PricingFacts;

/* Errors: CADRE_NO_MEMORY. Cost O(pairs + pairs of groups that anyone may sit in both of). */
CadreStatus pricing_facts_make(PricingFacts *out, const Program *program, Arena *arena, CadreError *err);

/* What counts in a stage. */
typedef struct PricingPrices {
    const int64_t *reduced; /* [n_pairs], scaled: what the pair earns less its entries at the duals */
    const bool *barred;     /* [n_pairs], or NULL: none */
    bool load_counts;       /* `everyone` and extra_load are earned and paid */
} PricingPrices;

/**
 * Reduced values of all pairs at whole-number duals.
 * value: [n_pairs], unscaled; dual: [n_rules], scaled. Cost O(entries), parallel over people.
 */
void pricing_reduce(int64_t reduced[/*n_pairs*/], const Program *program, const int64_t *value, const int64_t *dual,
                    int threads);

typedef struct BundleFound {
    const int64_t *pairs; /* ascending */
    int n_pairs;
    int64_t worth; /* scaled */
} BundleFound;

/* Room for one search at a time; one a thread. seconds_end: when searches give up, see clock.h; 0: never. */
typedef struct PricingSearch PricingSearch;
PricingSearch *pricing_search_create(const PricingFacts *facts, double seconds_end, Arena *arena); /* NULL: no memory */

/* How many times the search has had to make a table (pricing_table.h). */
int64_t pricing_tables(const PricingSearch *search);

/**
 * The person's best bundle of at least one role.
 * rank: index into Program.person. `out` is valid until the next search with `search`.
 * Returns false where no bundle is allowed or none is worth more than 0 (for a person with must pins: any worth will do).
 * nodes: increased by the partial bundles looked at; the search gives up at `limit` of them, or late, and sets *cut.
 */
bool pricing_best(BundleFound *out, PricingSearch *search, const PricingPrices *prices, int rank, int64_t limit, int64_t *nodes,
                  bool *cut);

/**
 * Every bundle of at least one role that is worth `least` or more; pruned by bound alone. `take` returns false to stop.
 * Returns false where it was stopped, or gave up after `limit` partial bundles or late.
 */
bool pricing_enumerate(PricingSearch *search, const PricingPrices *prices, int rank, int64_t least, int64_t limit,
                       bool (*take)(void *data, const BundleFound *bundle), void *data);

#endif
