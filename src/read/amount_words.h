/* amount_words.h: small amounts in words ("one group", "ninguno"), as people answer how many. English and Spanish. */
#ifndef READ_AMOUNT_WORDS_H
#define READ_AMOUNT_WORDS_H

/* The first amount that the words say, 0 to 10; yes is 1, as a tick is, and no is 0. -1 where they say none. words: by
 * cue_words. Cost O(length). */
int amount_of_words(const char *words);

#endif
