/* contradictions.h: absolute rules that contradict themselves, as far as one look finds it. */
#ifndef PROGRAM_CONTRADICTIONS_H
#define PROGRAM_CONTRADICTIONS_H

#include "program/program.h"

/* Every finding is an error at a must pin that names the other sheet rows of the conflict. What needs a search over several
 * people is left to the solver. Errors: CADRE_NO_MEMORY. Cost O((roles + groups that must pins name) * must pins and their
 * roles), and a search of bounded length for each person with must pins. */
CadreStatus contradictions_report(const Program *program, Arena *arena, Messages *messages, CadreError *err);

/* The places of must pins, with commas; NULL where there is no memory. */
const char *contradiction_pins(const Model *model, const int *pins, int n_pins, Arena *arena);

/* "FILE:LINE", or "" where there is no place; NULL where there is no memory. */
const char *contradiction_place(Origin origin, Arena *arena);

#endif
