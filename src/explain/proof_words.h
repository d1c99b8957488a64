/* proof_words.h: what is proved of a result, and no more. */
#ifndef EXPLAIN_PROOF_WORDS_H
#define EXPLAIN_PROOF_WORDS_H

#include "base/text_buffer.h"
#include "model/solution.h"

/* Add one or two sentences. Within the gap asked for there may be a better one, and the bound of a floor holds for the floor
 * that was found. mends: a result that is mended, where fewer moves than the best takes may be what is wanted. */
void proof_words(TextBuffer *text, const SolveOutcome *outcome, bool mends);

/* Whether nothing better exists, and that is proved: what a reader may be told in one line. */
bool proof_is_whole(const SolveOutcome *outcome);

#endif
