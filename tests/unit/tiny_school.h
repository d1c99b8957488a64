/* tiny_school.h: random Models of a few people and roles in which every rule family occurs. */
#ifndef TESTS_TINY_SCHOOL_H
#define TESTS_TINY_SCHOOL_H

#include "model/model.h"

/* The same model for the same seed. */
Model *tiny_school(Arena *arena, unsigned seed);

/* A few tiny schools that share nobody, of one model; `only` >= 0: that school alone, drawn the same. Without previous.csv. */
Model *tiny_district(Arena *arena, unsigned seed, int n_schools, int only);

/* A model of this many people, groups and a seed, without pins or pairs; always feasible. */
Model *small_school(Arena *arena, int n_staff, int n_groups, unsigned seed);

#endif
