/* components.h: a program falls apart where nothing links people or groups (schools whose groups are all their own). Each part
 * is solved by itself and in parallel; the optimum of the whole is the sum, as is the least number of changes. */
#ifndef SOLVE_COMPONENTS_H
#define SOLVE_COMPONENTS_H

#include "model/model_part.h"
#include "program/program.h"

typedef struct Components {
    int n;
    PartIndex index;
    int *order;                 /* [n]: by number of pairs, most first */
    int *first_person, *people; /* [n + 1]: staff of each part in the whole's order */
    int *first_group, *groups;  /* [n + 1] */
} Components;

/* Find the parts; n is 1 where a rule links all (max_changes). People who may do nothing are in none, unless a pin or pair
 * names them. Errors: CADRE_NO_MEMORY. Cost O(pairs + rows). */
CadreStatus components_find(Components *out, const Program *program, Arena *arena, CadreError *err);

#endif
