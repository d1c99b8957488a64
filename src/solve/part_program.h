/* part_program.h: one of the parts that a program falls into, made into a model, a score and a program of its own. */
#ifndef SOLVE_PART_PROGRAM_H
#define SOLVE_PART_PROGRAM_H

#include "solve/components.h"
#include "solve/solve.h"

typedef struct PartProgram {
    ModelPart part;
    ScoreTable scores;
    Program program;
} PartProgram;

/* Make part `number`, with the whole's scores; `out` stays where it is for as long as it is used. What a part finds wrong the
 * whole has found already, so its messages go nowhere. Errors: CADRE_NO_MEMORY. */
CadreStatus part_program_make(PartProgram *out, const Program *whole, const Components *components, int number, Arena *arena,
                              CadreError *err);

/* Make room for those of n parts of a whole with these settings. Errors: CADRE_NO_MEMORY. */
CadreStatus part_programs_room(PartPrograms *programs, int n, const Settings *settings, CadreError *err);
/* Whether all are there, and the whole is of the same rules. */
bool part_programs_fit(const PartPrograms *programs, const Program *whole, const Components *components);

/* As part_program_make, and kept. Several threads may ask, each about other parts. */
CadreStatus part_programs_keep(PartProgram **out, PartPrograms *programs, const Program *whole, const Components *components,
                               int number, CadreError *err);

/* As part_program_make, where they fit. Cost O(pairs of the part). */
CadreStatus part_programs_revalue(PartProgram *out, const PartPrograms *programs, const Program *whole,
                                  const Components *components, int number, Arena *arena, CadreError *err);

/* A solution of the part in the whole's indices, kept in `keeper`. Errors: CADRE_NO_MEMORY. */
CadreStatus part_solution_keep(Solution *solution, const ModelPart *part, Arena *keeper, CadreError *err);

/* Add what a part's solve did, and which limits it met. */
void outcome_add_work(SolveOutcome *out, const SolveOutcome *part);
void outcome_add_limits(SolveLimits *out, SolveLimits part);

#endif
