/* eligibility.h: who may hold a role at all: not away, of the group's site, at an allowed position, every must met, no never
 * pin. Hours and limits belong to the program. */
#ifndef SCORE_ELIGIBILITY_H
#define SCORE_ELIGIBILITY_H

#include "model/model.h"

/* The (person, role) pairs that pins of one rule name, ready to be asked: a person's roles ascend. */
typedef struct PinSet {
    int64_t *first; /* [n_staff + 1] */
    int *role;
} PinSet;

/* Cost O(staff + pin roles log pin roles). Errors: CADRE_NO_MEMORY. */
CadreStatus pin_set_make(PinSet *out, const Model *model, PinRule rule, Arena *arena, CadreError *err);
bool pin_set_has(const PinSet *set, int person, int role); /* O(log pins of the person) */

/* Why a person may not hold a role. */
typedef enum Barrier {
    BARRIER_NONE,
    BARRIER_AWAY,
    BARRIER_SITE,
    BARRIER_POSITION,
    BARRIER_MUST,  /* origin: the needs row */
    BARRIER_NEVER, /* origin: the pin */
} Barrier;

/* The first barrier in the order above but for never pins, which the caller asks of a PinSet; `origin` (or NULL) is set where
 * the barrier is a sheet row. Cost O(positions + bars). */
Barrier eligibility_barrier(const Model *model, int person, int role, Origin *origin);

#endif
