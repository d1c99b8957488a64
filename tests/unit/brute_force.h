/* brute_force.h: the optimum of a tiny model by trying everything, from the words of the contract and the Model alone. */
#ifndef TESTS_BRUTE_FORCE_H
#define TESTS_BRUTE_FORCE_H

#include "model/solution.h"
#include "score/score.h"

typedef struct BruteValue {
    bool feasible;
    int64_t total, cost, changes;
    int floor; /* least points in a filled seat of a leading role with min > 0; INT_MAX where there is none */
    ObjectiveParts parts;
} BruteValue;

/* hold[person]: a bit set of roles; at most 16 roles. */
BruteValue brute_value(const Model *model, const ScoreTable *scores, const unsigned hold[]);

typedef struct BruteOptimum {
    bool feasible;
    int64_t total, cost, changes;
    int floor; /* -1 without the floor's steps */
} BruteOptimum;

/* Cost O(product of the people's allowed bundles). */
BruteOptimum brute_optimum(const Model *model, const ScoreTable *scores, Arena *arena);

/* values[changes], [n]: the best total with at most so many changes, fairness total; INT64_MIN: none. Cost as above. */
void brute_by_changes(int64_t values[], int n, const Model *model, const ScoreTable *scores, Arena *arena);

#endif
