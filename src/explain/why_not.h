/* why_not.h: why a person does not hold a role: what bars them, or the exact price of putting them there, who would move, and
 * what it would take. */
#ifndef EXPLAIN_WHY_NOT_H
#define EXPLAIN_WHY_NOT_H

#include "explain/difference.h"
#include "explain/holdings.h"

/* One thing changed so that they might. */
typedef struct WayIn {
    Alteration changes[3];
    int n_changes;
    WhatIfAnswer with;    /* they hold the role, the changes made */
    WhatIfAnswer without; /* the best, the changes made */
    bool suffices;        /* then the best has them there, or is as good with them there */
} WayIn;

enum { WAYS_MOST = 12 };

typedef struct WhyNot {
    int person, role;
    bool holds;      /* they do hold it: the rest is empty */
    Barrier barrier; /* what bars them whatever they do, the first */
    Origin barrier_from;
    int alone;             /* index into person_rules: what keeps them from it even with nothing else; -1 */
    WhatIfAnswer with;     /* asked where nothing bars them */
    const char *because;   /* the rules that stand against it where it is not possible; else "" */
    Difference difference; /* of `with`, where it is possible */
    WayIn ways[WAYS_MOST];
    int n_ways;
} WhyNot;

/**
 * person, role: of the part.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: up to 2 * WAYS_MOST + 1 solves.
 */
CadreStatus why_not_make(WhyNot *out, const WhatIf *what_if, const Holdings *holdings, int person, int role, Arena *arena,
                         CadreError *err);

#endif
