/* wording.h: every phrase in which Cadre explains a result, in one table, plain and ready to be translated.
 *
 * A phrase holds places, `{person}`, which the caller fills by name, in any order; a place that the caller does not fill stands
 * for a fault of ours. `{n|seat|seats}` becomes "seat" where `n` is "1", else "seats". */
#ifndef EXPLAIN_WORDING_H
#define EXPLAIN_WORDING_H

#include "base/text_buffer.h"

typedef enum Phrase {
    /* what a shortage is */
    PHRASE_SHORT_ROLE,
    PHRASE_SHORT_SIZE,
    PHRASE_SHORT_COVERAGE,
    PHRASE_SHORT_COVERAGE_ROLE,
    PHRASE_SHORT_MIX_FEW,
    PHRASE_SHORT_MIX_MANY,
    /* who leads */
    PHRASE_LEADING_ABOVE,
    PHRASE_LEADING_BELOW,
    PHRASE_LEADING_MERIT,
    PHRASE_LEADING_MERIT_FEW,
    PHRASE_LEADING_YEARS,
    PHRASE_LEADING_YEARS_FEW,
    PHRASE_LEADING_EQUAL,
    PHRASE_LEADING_LEFT_OUT,
    PHRASES,
} Phrase;

/* What fills a place. A NULL text is memory that ran out, remembered in the buffer. */
typedef struct WordPlace {
    const char *name, *text;
} WordPlace;

/* Add a phrase. places: [n_places]. */
void words_add_n(TextBuffer *text, Phrase phrase, const WordPlace *places, int n_places);

#define words_add(text, phrase, ...)                                                                                           \
    words_add_n((text), (phrase), (const WordPlace[]){__VA_ARGS__},                                                            \
                (int)(sizeof((const WordPlace[]){__VA_ARGS__}) / sizeof(WordPlace)))

/* A whole number for a place; NULL: no memory. */
const char *words_number(int64_t number, Arena *arena);

/* The same with separators of thousands: "1,234,567". */
const char *words_amount(int64_t amount, Arena *arena);

#endif
