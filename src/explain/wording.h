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
    /* what stands against a need */
    PHRASE_NEED_CAN_BE_MET,
    PHRASE_NEED_NOT_KNOWN,
    PHRASE_NEED_CONFLICT,
    PHRASE_NEED_NOT_LEAST,
    PHRASE_NEED_NONE_ROLE,
    PHRASE_NEED_NONE_SIZE,
    PHRASE_NEED_NONE_COVERAGE,
    PHRASE_NEED_NONE_MIX,
    PHRASE_NEED_FEW_ROLE,
    PHRASE_NEED_FEW_SIZE,
    PHRASE_NEED_FEW_COVERAGE,
    PHRASE_NEED_FEW_MIX,
    PHRASE_NEED_REACH_COVERAGE,
    PHRASE_NEED_REACH_MIX,
    PHRASE_NEED_BAR_AWAY,
    PHRASE_NEED_BAR_SITE,
    PHRASE_NEED_BAR_POSITION,
    PHRASE_NEED_BAR_MUST,
    PHRASE_NEED_BAR_NEVER,
    /* the sheet rows of a conflict */
    PHRASE_ROW_ROLE_MIN,
    PHRASE_ROW_SIZE_MIN,
    PHRASE_ROW_COVERAGE,
    PHRASE_ROW_COVERAGE_ROLE,
    PHRASE_ROW_MIX_MIN,
    PHRASE_ROW_MIX_MAX,
    PHRASE_ROW_ROLE_MAX,
    PHRASE_ROW_SIZE_MAX,
    PHRASE_ROW_TOGETHER,
    PHRASE_ROW_APART,
    PHRASE_ROW_CHANGES,
    PHRASE_ROW_HOURS,
    PHRASE_ROW_MAX_GROUPS,
    PHRASE_ROW_MAX_LEADS,
    PHRASE_ROW_LEADS_NOTHING,
    PHRASE_ROW_SLOTS,
    PHRASE_ROW_MUST_ROLE,
    PHRASE_ROW_MUST_GROUP,
    PHRASE_ROW_MUST_SOME,
    PHRASE_ROWS_HOURS,
    PHRASE_ROWS_MAX_GROUPS,
    PHRASE_ROWS_MAX_LEADS,
    PHRASE_ROW_PLACE,
    PHRASE_ROW_NEXT,
    PHRASE_ROW_LAST,
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
