/* difference.h: what another solution of the same part does otherwise: who gives up and takes what, which needs are newly unmet
 * or met. */
#ifndef EXPLAIN_DIFFERENCE_H
#define EXPLAIN_DIFFERENCE_H

#include "solve/what_if.h"

/* What one person gives up and takes; several of both stand in several moves. */
typedef struct Move {
    int person;
    int from, to; /* roles, -1: none */
} Move;

typedef struct Difference {
    Move *moves; /* by person */
    int n_moves;
    Shortage *opened, *mended; /* of opened: as it is in the answer; of mended: as it is in the base */
    int n_opened, n_mended;
} Difference;

/* Errors: CADRE_NO_MEMORY. Cost O(assignments + shortages^2). */
CadreStatus difference_make(Difference *out, const WhatIf *what_if, const WhatIfAnswer *answer, Arena *arena, CadreError *err);

/* How many people (or places) are missing, or too many. */
int shortage_missing(const Shortage *shortage);

/* What is missing of the same need among the answer's shortages; 0 where it is met. */
int shortage_missing_in(const WhatIfAnswer *answer, const Shortage *shortage);

#endif
