/* degrees.h: how much an answer says by its words of degree ("not relevant to me", "somewhat useful", "critical"), for word
 * scales that no table holds. English and Spanish. */
#ifndef READ_DEGREES_H
#define READ_DEGREES_H

enum { DEGREE_MUCH = 6 }; /* very much: 4 where another answer of the question says more, else 5 */

/* 0 (not at all) to 5 (the most), or DEGREE_MUCH; -1 where no word of degree is in it. words: by cue_words. Cost O(words *
 * degree words). */
int degree_of(const char *words);

#endif
