/* absolutes.h: can the absolute rules be kept at all? Doing nothing keeps all of them but must pins, so only the people with a
 * must pin and those who must be together with them are asked. */
#ifndef SOLVE_ABSOLUTES_H
#define SOLVE_ABSOLUTES_H

#include "program/program.h"
#include "solve/glpk_engine.h"

typedef struct AbsolutesAnswer {
    bool known, feasible; /* not known: a limit was reached */
    Solution start;       /* where feasible: some assignments that keep every absolute rule */
} AbsolutesAnswer;

/* Where they cannot be kept, each least set of rules in conflict becomes an error that names every sheet row of it and says
 * what would do; messages NULL: nobody wants to know. Errors: CADRE_NO_MEMORY, CADRE_SOLVER. */
CadreStatus absolutes_solve(AbsolutesAnswer *out, const Program *program, const EngineLimits *limits, Arena *arena,
                            Messages *messages, CadreError *err);

#endif
