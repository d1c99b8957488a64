/* tiny_make.h: cases in which every assignment can be tried: 3 to 7 staff, 2 to 4 groups of which each site may have a copy, 1
 * or 2 sites. Every family of rules is there in about half of the cases, in every shape that the sheets have for it: at a
 * group, a copy, a kind or `*`; absolute rules may contradict each other. Numbers lie close together, so that each family often
 * decides. */
#ifndef GENERATE_TINY_MAKE_H
#define GENERATE_TINY_MAKE_H

#include "generate/draw.h"
#include "generate/record.h"

/* As district_make, of the seed and the rules alone. */
int tiny_make(MadeDistrict *out, const MakeOptions *options, Arena *arena);

/* The steps: kinds with their roles, needs and mix, and groups, at most `n_roles` roles in all; then, with the people there,
 * pins, pairs and last year. 0 where there is no memory. */
int tiny_groups_make(MadeDistrict *out, int n_roles, Draw *draw, Arena *arena);
int tiny_rows_make(MadeDistrict *out, Draw *draw, Arena *arena);

#endif
