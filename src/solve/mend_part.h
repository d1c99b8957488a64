/* mend_part.h: the figures of one part for mend.h. */
#ifndef SOLVE_MEND_PART_H
#define SOLVE_MEND_PART_H

#include "solve/mend.h"
#include "solve/part_program.h"

/* The best with at most so many moves: `solution` has `value`, nothing has more than `bound`. found = false: none is known. */
typedef struct MendValue {
    bool found;
    int64_t value, bound;
    Solution solution; /* in the whole's indices */
} MendValue;

typedef struct MendPart {
    CadreStatus status;
    CadreError error;
    SolveOutcome best;                  /* without a limit; its work and limits are those of all the part's solves */
    int64_t moves;                      /* of the best, the fewest */
    MendValue whole;                    /* the best as a value */
    MendValue priced;                   /* where each move counts `worth`; value and bound are F's at its moves */
    bool exact;                         /* both are proved, and that none as good has fewer moves */
    int64_t priced_moves, priced_bound; /* nothing has more, each of its moves counting `worth`; INT64_MAX: not known */
    MendValue *values;                  /* [n_values]: F(0), F(1) .. ; F(moves) and beyond is `whole` */
    int n_values;
    Arena *pool_arena; /* NULL where the best moves nobody */
    BundlePool *pool;  /* that the best was found with */
} MendPart;

/* What all parts are worked out from. */
typedef struct MendTask {
    const Program *whole;
    const Components *components;
    const MendOptions *options;
    double deadline_s; /* 0: none */
} MendTask;

/* The best of part `number`, and the priced one. What `out` holds lives in `keeper`, but for the pool, whose arena is its own.
 * The answer is in out->status. */
void mend_part_bests(MendPart *out, const MendTask *task, int number, Arena *keeper);

/* Then F(0), F(1), ... up to F(steps) or the best's. */
void mend_part_walk(MendPart *out, const MendTask *task, int number, int steps, Arena *keeper);

#endif
