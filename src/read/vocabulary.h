/* vocabulary.h: names gathered from many cells, then numbered and spelled in a way that no order of rows changes. */
#ifndef READ_VOCABULARY_H
#define READ_VOCABULARY_H

#include "base/names.h"

typedef struct Vocabulary Vocabulary;

/* How much a spelling counts when one is chosen: a sheet's beats the roster's beats an answer's. */
typedef enum SpellingRank { SPELLING_SHEET, SPELLING_ROSTER, SPELLING_ANSWER } SpellingRank;

Vocabulary *vocabulary_create(Arena *arena, NameStyle style); /* NULL where there is no memory */

/* The provisional number of `name`, -1 where there is no memory. `count` more cells spell it so. */
int vocabulary_add(Vocabulary *vocabulary, const char *name, SpellingRank rank, int count);

/* Prefer this spelling where the name is known; adds none. 0 where there is no memory. */
int vocabulary_spell(Vocabulary *vocabulary, const char *name);

int vocabulary_find(const Vocabulary *vocabulary, const char *name); /* provisional; -1 where unknown */
int vocabulary_count(const Vocabulary *vocabulary);

/**
 * The names sorted by key bytewise after the first `n_fixed` (which keep their numbers), each in its best spelling: of the best
 * rank the most frequent, of equally frequent ones the bytewise least.
 * final_of: [count] final number by provisional number. NULL where there is no memory. Cost O(n log n).
 */
Names *vocabulary_finish(const Vocabulary *vocabulary, NameStyle style, int n_fixed, int **final_of, Arena *arena);

/* The best spelling of a provisional number, as above. */
const char *vocabulary_spelling(const Vocabulary *vocabulary, int number);

#endif
