/* model_part.h: some of a model's groups and people as a model of its own, for parts of a district that nothing links. */
#ifndef MODEL_MODEL_PART_H
#define MODEL_MODEL_PART_H

#include "model/model.h"

typedef struct ModelPart {
    Model model; /* arrays that need no new indices are shared with the whole */
    int *staff;  /* [model.n_staff] -> the whole's staff */
    int *roles;  /* [model.n_roles] -> the whole's roles */
} ModelPart;

/* Where each person and group of the whole went: its index within its own part. */
typedef struct PartIndex {
    int *part_of_person, *part_of_group; /* [n_staff], [n_groups]: number of the part, -1: in none */
    int *person, *group;                 /* [n_staff], [n_groups]: index within that part */
} PartIndex;

/**
 * Make part number `number`. staff, groups: its people and groups in the whole's order, as `index` says.
 * Errors: CADRE_NO_MEMORY. Cost O(people * skills of the part + rows of the whole's pins, pairs, coverages, mixes, previous).
 */
CadreStatus model_part_make(ModelPart *out, const Model *whole, const PartIndex *index, int number, const int *staff,
                            int n_staff, const int *groups, int n_groups, Arena *arena, CadreError *err);

/* The same part of a model that differs in settings alone from the one that `part` was made of; it shares what `part` has.
 * Errors: CADRE_NO_MEMORY. Cost O(people). */
CadreStatus model_part_of_settings(ModelPart *out, const ModelPart *part, const Model *whole, Arena *arena, CadreError *err);

#endif
