/* guess_cue_table.h: the hints of guess_cues.h as tables; private to it.
 *
 * A phrase is words joined by blanks, as cue_words writes them. `teach|train` is one word or the other, `skill*` any that
 * begins so, and `your?` may be left out. */
#ifndef READ_GUESS_CUE_TABLE_H
#define READ_GUESS_CUE_TABLE_H

#include <stddef.h>

#include "read/guess_cues.h"

/* Phrases that hint at the same. */
typedef struct CueFamily {
    int kinds;
    const char *field;
    const char *const *phrases; /* the last is NULL */
} CueFamily;

typedef struct CueFamilies {
    const CueFamily *items;
    size_t n;
} CueFamilies;

#define PHRASES(...) ((const char *const[]){__VA_ARGS__, NULL})

extern const CueFamilies cue_ratings, cue_people;

#endif
