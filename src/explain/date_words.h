/* date_words.h: days as people say them. */
#ifndef EXPLAIN_DATE_WORDS_H
#define EXPLAIN_DATE_WORDS_H

#include "base/arena.h"

/**
 * From one day to another, "2026-09-08" to "2026-09-19": "8 to 19 September 2026"; of one day "8 September 2026". What they
 * have in common, month or year, is said once. NULL: no memory.
 */
const char *date_range_words(const char *first, const char *last, Arena *arena);

#endif
