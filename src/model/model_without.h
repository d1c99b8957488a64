/* model_without.h: a model with one row of its sheets out of the way, for asking what a contradiction would take. */
#ifndef MODEL_MODEL_WITHOUT_H
#define MODEL_MODEL_WITHOUT_H

#include "model/model.h"

typedef enum WithoutKind {
    WITHOUT_PIN,      /* which: Model.pins */
    WITHOUT_PAIR,     /* Model.pairs, and all others of the same sheet row */
    WITHOUT_MEETINGS, /* Model.groups: it meets at no time that could clash */
    WITH_ROLE_MAX,    /* Model.roles; most: the limit instead */
    WITH_MAX_SIZE,    /* Model.groups */
    WITH_HOURS,       /* Model.staff; in hundredths */
    WITH_MAX_GROUPS,  /* Model.staff */
    WITH_MAX_LEADS,   /* Model.staff */
    WITH_MAX_CHANGES, /* which: -1 */
} WithoutKind;

typedef struct Without {
    WithoutKind kind;
    int which, most;
} Without;

/* A shallow copy: what does not change is shared with `model`. Errors: CADRE_NO_MEMORY. */
CadreStatus model_without(Model *out, const Model *model, const Without *without, Arena *arena, CadreError *err);

/* Whether two pairs come from one sheet row. */
bool pairs_of_one_row(const Pair *pair, const Pair *other);

#endif
