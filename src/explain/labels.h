/* labels.h: what a reader calls each person: the name, with the key where others have it too. */
#ifndef EXPLAIN_LABELS_H
#define EXPLAIN_LABELS_H

#include "model/model.h"

typedef struct Labels {
    const Model *model;
    Arena *arena;
    bool *shared_name; /* [n_staff]: someone else has this name too */
} Labels;

/* Errors: CADRE_NO_MEMORY. Cost O(staff), expected. */
CadreStatus labels_make(Labels *out, const Model *model, Arena *arena, CadreError *err);

const char *label_of(const Labels *labels, int person); /* NULL without memory */

#endif
