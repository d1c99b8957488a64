/* placement.h: a solution in the making: pairs go on and off, and its exact value is kept up to date at the cost of the rules a
 * pair is in. */
#ifndef SOLVE_PLACEMENT_H
#define SOLVE_PLACEMENT_H

#include "program/program.h"

typedef struct Placement {
    const Program *program;
    bool *on;          /* [n_pairs] */
    int *n_roles;      /* [n_people]: pairs on */
    int64_t *activity; /* [n_rules], all but the rule's own slack */
    ObjectiveParts parts;
    int64_t changes;
    int64_t broken; /* by how much absolute group rules are broken, in sum */
    int64_t flips;  /* work done */
    int *roles;     /* scratch, [n_roles of the model] */
} Placement;

/* Nothing is on. Errors: CADRE_NO_MEMORY. */
CadreStatus placement_make(Placement *out, const Program *program, Arena *arena, CadreError *err);

void placement_flip(Placement *placement, int64_t pair);

/* Whether person rules allow what the person of this rank (Program.person) has on. */
bool placement_allowed(Placement *placement, int rank);

void placement_load(Placement *placement, const Solution *solution); /* onto an empty placement */
CadreStatus placement_solution(Solution *out, const Placement *placement, Arena *arena, CadreError *err);

#endif
