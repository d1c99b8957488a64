/* alternatives.h: the roles that would suit each person best beside those they hold. */
#ifndef EXPLAIN_ALTERNATIVES_H
#define EXPLAIN_ALTERNATIVES_H

#include "explain/holdings.h"

enum { ALTERNATIVES_MOST = 2 }; /* for each person */

/* A role open to the person, in a group in which they do not serve. */
typedef struct Alternative {
    int role, points;
    bool free;            /* nothing keeps them from it but the choice among all */
    const char *obstacle; /* what does, or that nothing does, in words that go on from the name */
} Alternative;

typedef struct Alternatives {
    int *first;         /* [n_staff + 1] into items */
    Alternative *items; /* by person; the most points first, ties in the model's order; one a group, none of 0 points */
} Alternatives;

/* Cost O(pairs * roles held + alternatives * (slots^2 + words)). Errors: CADRE_NO_MEMORY. */
CadreStatus alternatives_make(Alternatives *out, const Holdings *holdings, Arena *arena, CadreError *err);

#endif
