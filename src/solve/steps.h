/* steps.h: all steps of one program: the floor's three where the settings ask for it, the total, the fewest changes. */
#ifndef SOLVE_STEPS_H
#define SOLVE_STEPS_H

#include "solve/solve.h"

/* As solve_run and solve_check, for a program that is taken as one. */
CadreStatus steps_run(SolveOutcome *out, const Program *program, const SolveOptions *options, Arena *arena, Messages *messages,
                      CadreError *err);
CadreStatus steps_check(const Program *program, Arena *arena, Messages *messages, CadreError *err);

#endif
