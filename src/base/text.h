/* text.h: comparing names as people mean them, and small pieces of text. All input text is valid UTF-8. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* The key under which names are equal: NFKC, case folded, marks stripped, runs of white space made one blank, outer ones
 * removed. What is no UTF-8 is its own key. NULL where there is no memory. Cost O(length). */
char *text_name_key(Arena *arena, const char *text);

/* The same for headers, fields and settings: all white space and '_' removed too. */
char *text_header_key(Arena *arena, const char *text);

/* `text` without outer white space (also no-break spaces and a BOM). */
char *text_trim(Arena *arena, const char *text);

bool text_is_blank(const char *text); /* nothing but white space (also no-break spaces and a BOM) */

/* A decimal whole number with nothing around it but ASCII blanks: false where it is none or does not fit. */
bool text_to_int64(const char *text, int64_t *value);

/* The same for a cell, where a spreadsheet may have written "4.0" for 4. */
bool text_to_whole(const char *text, int64_t *value);

/* A decimal number >= 0 with '.' or ',' as the point, in hundredths, more decimals than two refused unless they are 0.
 * `1,000` and `1.000` are refused too: text_may_be_thousands. */
bool text_to_hundredths(const char *text, int64_t *value);

/* Whether the text begins with a number as `1,000` or `1.000`: one to three digits, of which the first is not 0, a point and
 * three digits. Whether it is one or a thousand cannot be told. */
bool text_may_be_thousands(const char *text);

bool text_is_date(const char *text); /* a day that there is, as YYYY-MM-DD */

/* Edits (insertions, deletions, substitutions, swaps of neighbours) between two keys, in bytes; `limit` + 1 where more. Keys
 * over 511 bytes are either equal or `limit` + 1 apart. Cost O(length^2). */
int text_distance(const char *a, const char *b, int limit);

#endif
