/* mend_sum.h: the figures of the whole from those of its parts, for mend.h. */
#ifndef SOLVE_MEND_SUM_H
#define SOLVE_MEND_SUM_H

#include "solve/mend_part.h"

typedef struct MendParts {
    const Program *whole;
    const MendOptions *options;
    Components components;
    MendPart *parts;        /* [components.n] */
    int *moving, n_moving;  /* those whose best plan moves anybody */
    int64_t moves;          /* of all bests together */
    int64_t priced_moves;   /* of all priced ones */
    int most;               /* the sums below go up to this number of moves */
    int64_t *value, *bound; /* [most + 1]: F of the parts looked at so far; INT64_MIN: none is known, or there is none */
    int **taken;            /* [n_moving][most + 1]: of the part, in the greatest sum */
    Arena **keepers;        /* [threads] */
    int threads;
    MendTask task;
} MendParts;

/* F of the whole up to parts->most: value, bound and taken. Errors: CADRE_NO_MEMORY. */
CadreStatus mend_sums_make(MendParts *all, Arena *arena, CadreError *err);

typedef enum MendBest {
    MEND_BEST,   /* of all */
    MEND_PRICED, /* where each move counts `worth` */
} MendBest;

/* The sum over all parts of their bests, or of their priced ones. Its bound is one for every way to share out the moves: a
 * part's own at its number of moves would be none where another part gets more of them. */
MendStep mend_sum(const MendParts *all, MendBest which);

/* The assignments of a number of moves: up to parts->most as the sums share them out, beyond that the bests' or the priced
 * ones'. Errors: CADRE_NO_MEMORY. */
CadreStatus mend_solution(Solution *out, const MendParts *all, int64_t moves, Arena *arena, CadreError *err);

#endif
