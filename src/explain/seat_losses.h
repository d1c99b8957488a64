/* seat_losses.h: every seat of a group: its holder, who could do it too, who would take over, and what losing the holder costs.
 */
#ifndef EXPLAIN_SEAT_LOSSES_H
#define EXPLAIN_SEAT_LOSSES_H

#include "explain/difference.h"
#include "explain/holdings.h"

typedef struct SeatLoss {
    int person, role;
    int able;              /* other people who might hold it, had they nothing else */
    WhatIfAnswer without;  /* the best where the holder serves in no role of the group */
    int replacement;       /* who holds the role then and does not now; -1: nobody */
    Difference difference; /* of `without` */
} SeatLoss;

typedef struct SeatLosses {
    SeatLoss *seats; /* leading roles first, then by role and person */
    int n;
} SeatLosses;

/* group: of the part. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: a solve a seat, and the fewest changes. */
CadreStatus seat_losses_make(SeatLosses *out, const WhatIf *what_if, const Holdings *holdings, int group, Arena *arena,
                             CadreError *err);

#endif
