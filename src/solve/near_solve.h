/* near_solve.h: one program, or one part of one, solved from what is known of another that is much like it. */
#ifndef SOLVE_NEAR_SOLVE_H
#define SOLVE_NEAR_SOLVE_H

#include "model/model_part.h"
#include "solve/solve.h"

/* Those assignments of `whole` that are within part `number`, in the part's indices. Errors: CADRE_NO_MEMORY. */
CadreStatus near_of_part(Solution *out, const Solution *whole, const Model *whole_model, const PartIndex *index, int number,
                         const Model *part, Arena *arena, CadreError *err);

/**
 * All steps (steps.h) with the options' start, near, pools and keep_pools; start and near: in the indices of `program`. The
 * floor's steps neither use pools nor leave any. Errors: as steps_run.
 */
CadreStatus near_solve(SolveOutcome *out, const Program *program, int part, const SolveOptions *options, Arena *arena,
                       Messages *messages, CadreError *err);

#endif
