/* repair_search.h: single changes of people or plan that mend a shortage, each worked out by solving the changed plan. */
#ifndef EXPLAIN_REPAIR_SEARCH_H
#define EXPLAIN_REPAIR_SEARCH_H

#include "explain/difference.h"
#include "explain/holdings.h"

enum { REPAIR_CHANGES_MOST = 3 };

/* One way to mend. A step is one level, one hour a month, one role, one position, one meeting time, one person fewer asked for;
 * someone found outside counts as five. */
typedef struct Repair {
    Alteration changes[REPAIR_CHANGES_MOST]; /* of one kind: levels, limits, or a single one */
    int n_changes, steps;
    WhatIfAnswer answer;
    int64_t gain; /* what the whole gains, at least */
    bool exact;   /* ... and no more */
} Repair;

typedef struct Repairs {
    Repair *items; /* that mend it, at least in part: most gain a step first, then the kinds in their order, then by person */
    int n;
    bool settled;        /* no limit kept any of them from an exact answer */
    int n_ways, n_asked; /* changes that came into question, and those of them that were worked out */
} Repairs;

/**
 * shortage: one of what_if->shortages. most: ways of people to be worked out, the likeliest first (fewest steps, then who sits
 * in the group, then who is free, then by points); changes of the plan itself come on top.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: a solve a way.
 */
CadreStatus repairs_search(Repairs *out, const WhatIf *what_if, const Holdings *holdings, const Shortage *shortage, int most,
                           Arena *arena, CadreError *err);

/* 0: what people and meeting times can do; 1: what someone from outside can; 2: what asking for less does. */
enum { REPAIR_CLASSES = 3 };
int repair_class(const Repair *repair);

#endif
