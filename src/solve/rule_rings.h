/* rule_rings.h: how far rules are from one of them: the steps over columns that two rules share. */
#ifndef SOLVE_RULE_RINGS_H
#define SOLVE_RULE_RINGS_H

#include "solve/rule_rows.h"

typedef struct RuleRings {
    const RuleRows *rows;
    int target, last; /* the row in the middle; the farthest ring */
    int *ring;        /* [rows.n], INT_MAX: nothing leads there */
} RuleRings;

/* Errors: CADRE_NO_MEMORY. Cost O(rows + entries). */
CadreStatus rule_rings_make(RuleRings *out, const RuleRows *rows, int target, Arena *arena, CadreError *err);

/* For qsort_r over rows, with RuleRings.ring: nearer ones first. */
int rule_by_ring(const void *left, const void *right, void *ring);

#endif
