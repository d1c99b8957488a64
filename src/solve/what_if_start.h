/* what_if_start.h: the assignments at hand, made to fit an altered plan. */
#ifndef SOLVE_WHAT_IF_START_H
#define SOLVE_WHAT_IF_START_H

#include "program/program.h"

/* What of `base` the program allows, with must pins met and, for each seat that is then one too many, its least valuable holder
 * gone. A guess: it may still break a rule. Errors: CADRE_NO_MEMORY. Cost O(staff + assignments * roles of a person). */
CadreStatus what_if_start(Solution *out, const Program *program, const Solution *base, Arena *arena, CadreError *err);

#endif
