/* turnout.h: who answered, and who has no part. */
#ifndef EXPLAIN_TURNOUT_H
#define EXPLAIN_TURNOUT_H

#include "explain/result_index.h"

/* The people of a scope in the scope's order, as ResultRows.people. Who is away is in `away` alone. */
typedef struct Turnout {
    int staff, answered; /* also of those away */
    int *away;           /* [n_away] */
    int *without;        /* [n_without] answered and without a part */
    int *silent;         /* [n_silent] answered nothing and without a part */
    int *unheard;        /* [n_unheard] answered nothing and serve */
    int n_away, n_without, n_silent, n_unheard;
} Turnout;

/* Errors: CADRE_NO_MEMORY. Cost O(people). */
CadreStatus turnout_make(Turnout *out, const ResultIndex *index, const ResultScope *scope, Arena *arena, CadreError *err);

#endif
