/* pipeline_mend.h: solving where a result is to be mended, as cadre_solve needs it. */
#ifndef PIPELINE_MEND_H
#define PIPELINE_MEND_H

#include "explain/mending.h"
#include "pipeline_run.h"

/* Whether the result that is mended is redacted: to be asked before the staff is looked for in it. Errors: CADRE_INPUT,
 * CADRE_NO_MEMORY. */
CadreStatus mend_source_check(const CadreInputs *inputs, Arena *arena, CadreError *err);

/* Whether the result that is mended would be replaced by the new one, which says what changed against it. Errors: CADRE_INPUT,
 * CADRE_NO_MEMORY. */
CadreStatus mend_target_check(const CadreInputs *inputs, const char *out, Arena *arena, CadreError *err);

/**
 * Solve for each number of moves and take the recommended one, or as many as are allowed: model->settings.max_changes is what
 * the outcome keeps, and `program` the one with that limit. Under fairness = floor `out->mend` stays empty, and nothing is
 * solved. Errors: as mend_run.
 */
CadreStatus mend_stage(Mending *out, SolveOutcome *outcome, Program *program, const ScoreTable *scores, Model *model, Run *run,
                       const CadreInputs *inputs, const CadreSolveOptions *options, Arena *arena, CadreError *err);

#endif
