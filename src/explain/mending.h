/* mending.h: a result that is mended with few moves, ready to print: each number of moves, and who must be told. */
#ifndef EXPLAIN_MENDING_H
#define EXPLAIN_MENDING_H

#include "explain/notices.h"
#include "solve/mend.h"

typedef struct Mending {
    const char *from; /* as the command names it */
    Mend mend;        /* n_steps is 0 where the steps are not worked out (fairness = floor) */
    int64_t worth;    /* points that a move must gain to be worth making */
    int most;         /* moves that the plan or the command allows, NO_LIMIT: any number */
    Notices notices;
} Mending;

/* Whether a result keeps to so many moves; mending: NULL where none is mended. A floor has no steps. */
static inline bool mending_limits(const Mending *mending)
{
    return mending && (mending->mend.n_steps > 0 || mending->most != NO_LIMIT);
}

#endif
