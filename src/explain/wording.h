/* wording.h: every phrase in which Cadre explains a result (phrase.h), in tables by subject (phrases.h), plain and ready to be
 * translated.
 *
 * A phrase holds places, `{person}`, which the caller fills by name, in any order; a place that the caller does not fill stands
 * for a fault of ours. `{n|seat|seats}` becomes "seat" where `n` is "1", else "seats". */
#ifndef EXPLAIN_WORDING_H
#define EXPLAIN_WORDING_H

#include "base/text_buffer.h"
#include "explain/phrase.h"

/* What fills a place. A NULL text is memory that ran out, remembered in the buffer. */
typedef struct WordPlace {
    const char *name, *text;
} WordPlace;

/* Add a phrase. places: [n_places]. */
void words_add_n(TextBuffer *text, Phrase phrase, const WordPlace *places, int n_places);

#define words_add(text, phrase, ...)                                                                                           \
    words_add_n((text), (phrase), (const WordPlace[]){__VA_ARGS__},                                                            \
                (int)(sizeof((const WordPlace[]){__VA_ARGS__}) / sizeof(WordPlace)))

/* Add a phrase without places. */
static inline void words_add_plain(TextBuffer *text, Phrase phrase) { words_add_n(text, phrase, NULL, 0); }

/* The text of a phrase without places, for a place of another; NULL: no memory. */
const char *words_plain(Phrase phrase, Arena *arena);

/* A whole number in figures, with commas by thousands where `grouped`, into `text` and somewhere within it: pages have
 * thousands of them. */
enum { WORDS_AMOUNT_SIZE = 32 };
const char *words_digits(char text[/*WORDS_AMOUNT_SIZE*/], int64_t number, bool grouped);

/* A whole number for a place; NULL: no memory. */
const char *words_number(int64_t number, Arena *arena);

/* The same with separators of thousands: "1,234,567". */
const char *words_amount(int64_t amount, Arena *arena);

/* A sheet row, "needs.csv:3", without the folder, so that a result does not hang on how the plan was named; "" where there is
 * none. NULL: no memory. */
const char *words_row(Origin origin, Arena *arena);

/* " (needs.csv:3)", or "" where there is no place; NULL: no memory. */
const char *words_place(Origin origin, Arena *arena);

#endif
