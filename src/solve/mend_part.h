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
    SolveOutcome best; /* without a limit; its work and limits are those of all the part's solves */
    int64_t moves;     /* of the best, the fewest */
    MendValue whole;   /* the best as a value */
    MendValue priced;  /* where each move counts `worth`; value and bound are F's at its moves */
    int64_t priced_moves;
    MendValue *values; /* [n_values]: F(0), F(1) .. ; F(moves) and beyond is `whole` */
    int n_values;
} MendPart;

/* Work out part `number`; what it holds lives in `keeper`. The answer is in out->status. */
void mend_part_run(MendPart *out, const Program *whole, const Components *components, int number, const MendOptions *options,
                   double deadline_s, Arena *keeper);

#endif
