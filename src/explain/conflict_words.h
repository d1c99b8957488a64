/* conflict_words.h: what stands against a need, in words that name every sheet row of it. */
#ifndef EXPLAIN_CONFLICT_WORDS_H
#define EXPLAIN_CONFLICT_WORDS_H

#include "explain/labels.h"
#include "solve/need_conflict.h"

/* Sentences that go on from shortage_words: that too few people could count for it, which rows are in conflict with it, or that
 * it could be met. conflict: what need_conflict_find says of `shortage` in a program of the labels' model. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus conflict_words(const char **words, const Labels *labels, const Shortage *shortage, const NeedConflict *conflict,
                           bool earns_more, Arena *arena, CadreError *err);

#endif
