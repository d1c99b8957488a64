/* alteration_words.h: a change of people or plan, as something to do. */
#ifndef EXPLAIN_ALTERATION_WORDS_H
#define EXPLAIN_ALTERATION_WORDS_H

#include "explain/holdings.h"
#include "explain/wording.h"
#include "model/alteration.h"

/* "train Bo Lind in Data from 3 to 4", several joined by "and". places: name the sheet rows that would have to
 * change; not in a result, whose bytes do not hang on the order of rows. */
void alterations_add(TextBuffer *text, const Holdings *holdings, bool places, const Alteration *alterations, int n);

#endif
