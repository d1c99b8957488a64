/* packed.h: levels and interests laid out for the kernels: skill by skill, the people of one site side by side. */
#ifndef SCORE_PACKED_H
#define SCORE_PACKED_H

#include "model/model.h"

/* People who are away have no place. An unanswered level or interest is 0 here. */
typedef struct PackedLevels {
    int n_places;
    int *person;       /* [n_places] -> Model.staff: those without a site first, then site by site, ascending within */
    int *first_place;  /* [n_sites + 1]: places of site s are first_place[s] .. first_place[s + 1] - 1 */
    int8_t *levels;    /* [n_skills][n_places] */
    int8_t *interests; /* [n_skills][n_places] */
} PackedLevels;

static inline const int8_t *packed_levels(const PackedLevels *packed, int skill)
{
    return packed->levels + (size_t)skill * (size_t)packed->n_places;
}

static inline const int8_t *packed_interests(const PackedLevels *packed, int skill)
{
    return packed->interests + (size_t)skill * (size_t)packed->n_places;
}

/* Errors: CADRE_NO_MEMORY. Cost O(staff * skills). */
CadreStatus packed_make(PackedLevels *out, const Model *model, Arena *arena, CadreError *err);

#endif
