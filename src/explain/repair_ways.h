/* repair_ways.h: the single changes that could mend a shortage, the likeliest first, before any is worked out. */
#ifndef EXPLAIN_REPAIR_WAYS_H
#define EXPLAIN_REPAIR_WAYS_H

#include "explain/repair_search.h"

typedef struct RepairWay {
    Repair repair; /* nothing worked out yet */
    int nearness;  /* 0: of the plan itself; 1: sits in the group; 2: is free; 3: would have to give up something */
    int points;    /* in the role, 0 where not eligible */
} RepairWay;

typedef struct RepairWays {
    Arena *arena;
    LIST(RepairWay) list;
} RepairWays;

/* Errors: CADRE_NO_MEMORY. Cost O(people of the site or, where it has none, all * roles of the group * n_bars). */
CadreStatus repair_ways_find(RepairWays *out, const WhatIf *what_if, const Holdings *holdings, const Shortage *shortage,
                             Arena *arena, CadreError *err);

/* An order of changes that hangs on names, not on the order of rows in a sheet. */
int alteration_order(const Model *model, const Alteration *a, const Alteration *b);

#endif
