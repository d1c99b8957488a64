/* alternatives.h: the roles next nearest to a person: what they do not hold and would suit best, and what decided. */
#ifndef EXPLAIN_ALTERNATIVES_H
#define EXPLAIN_ALTERNATIVES_H

#include "explain/rival.h"

enum { ALTERNATIVES_MOST = 3 /* for each person */ };

typedef struct Alternative {
    int role, points;
    int holder, holder_points; /* the holder with the fewest points; -1, -1: nobody holds it */
    const char *why;           /* one plain sentence */
} Alternative;

typedef struct Alternatives {
    int *first;         /* [n_staff + 1] into items */
    Alternative *items; /* by person, the most points first */
} Alternatives;

/**
 * Of the roles open to each person that they do not hold those with the most points, ties in the order of roles; one of a group
 * at most, and of a group in which they serve only one to lead it. Roles without points are none. Of who has no part the role
 * that suits best is left out, as reason_for_person tells of it. What decided is that of the exchange with the holder who has
 * the fewest points (rivalry_find), or of one more holder where there is room (rivalry_join).
 *
 * Cost O(pairs * roles held) and, for each alternative, that of rivalry_find. Errors: CADRE_NO_MEMORY.
 */
CadreStatus alternatives_make(Alternatives *out, const Rivals *rivals, Arena *arena, CadreError *err);

#endif
