/* leading_words.h: who leads, in a few lines that a principal reads. */
#ifndef EXPLAIN_LEADING_WORDS_H
#define EXPLAIN_LEADING_WORDS_H

#include "explain/leading.h"

typedef struct LeadingWords {
    LIST(const char *) lines; /* none where nobody leads */
} LeadingWords;

/* Add to `out`, which is empty: the values most above and most below their share of the staff, of those that three people have
 * at least; then what skill and interest, and years of service, say of who leads; then the fields left out. Cost O(rows).
 * Errors: CADRE_NO_MEMORY. */
CadreStatus leading_words_make(LeadingWords *out, const Model *model, const LeadingTable *table, Arena *arena, CadreError *err);

#endif
