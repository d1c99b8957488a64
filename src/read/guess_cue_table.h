/* guess_cue_table.h: the hints of guess_cues.h as a table; private to it. */
#ifndef READ_GUESS_CUE_TABLE_H
#define READ_GUESS_CUE_TABLE_H

#include <stddef.h>

#include "read/guess_cues.h"

typedef struct Cue {
    const char *words; /* keys joined by blanks; a `*` at the end stands for the rest of the last word */
    int kinds;
    const char *field;
} Cue;

typedef struct CueList {
    const Cue *items;
    size_t n;
} CueList;

extern const CueList cue_ratings, cue_people;

#endif
