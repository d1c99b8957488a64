/* bidi.h: text of people that may hold Unicode's formatting characters for the direction of writing, kept from reaching beyond
 * itself: what it opens is closed, what it would close of others is left out. Marks (U+200E, U+200F, U+061C) stay: they end
 * with the text. */
#ifndef WRITE_BIDI_H
#define WRITE_BIDI_H

#include "base/arena.h"

/* `text` itself where there is nothing to mend; NULL: no memory. Cost O(length). */
const char *bidi_balanced(const char *text, Arena *arena);

/* Without any of them but marks: for a sentence that has such text within. */
const char *bidi_without(const char *text, Arena *arena);

/* Balanced, between a first strong isolate and its end, for places where markup cannot isolate: titles and labels. */
const char *bidi_isolated(const char *text, Arena *arena);

#endif
