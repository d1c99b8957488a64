/* mend_ask.h: one part of a plan that is mended, and questions about it. */
#ifndef SOLVE_MEND_ASK_H
#define SOLVE_MEND_ASK_H

#include "solve/mend_part.h"

typedef struct PartMending {
    MendPart *out;
    const MendOptions *asked;
    PartProgram of;
    SolveOptions solve;
    Solution held; /* what fits of the result */
    double deadline_s;
    Arena *keeper;
} PartMending;

/* Make the part's program. `out` lives on in `keeper`, all else in `arena`, which may be NULL: no memory. */
CadreStatus mend_open(PartMending *mending, MendPart *out, const MendTask *task, int number, Arena *keeper, Arena *arena,
                      CadreError *err);

/* Solve; value->found is false where the rules cannot be kept, and the bound then less than any value. */
CadreStatus mend_ask(MendValue *value, SolveOutcome *outcome, PartMending *mending, const Program *program, Arena *arena,
                     CadreError *err);

/* The value with its solution in the whole's indices, kept. */
CadreStatus mend_keep(MendValue *out, const PartMending *mending, const MendValue *value, CadreError *err);

/* No F is above the best's, nor above the priced bound and what the moves are worth. */
int64_t mend_bound(const PartMending *mending, int64_t whole_bound, int64_t moves);

#endif
