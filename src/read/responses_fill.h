/* responses_fill.h: Responses, person by person, while answers are merged; private to the reading of people. */
#ifndef READ_RESPONSES_FILL_H
#define READ_RESPONSES_FILL_H

#include "read/grids.h"
#include "read/merge.h"

typedef struct ResponsesFiller {
    const PeopleReader *reader;
    Responses *out;
    Grids grids;
    int *first_grid; /* [n_surveys + 1] */
} ResponsesFiller;

/* The surveys and grids; nothing where no responses are asked for, then and below. Errors: CADRE_NO_MEMORY. */
CadreStatus responses_open(ResponsesFiller *filler, const PeopleReader *reader);

/* What the person answered; merger: just run for the person. Errors: CADRE_NO_MEMORY. Cost O(columns of grids). */
CadreStatus responses_add(ResponsesFiller *filler, const Merger *merger, int person);

#endif
