/* guess_cues.h: what the wording of a header hints at, in English and Spanish. */
#ifndef READ_GUESS_CUES_H
#define READ_GUESS_CUES_H

#include <stdbool.h>

#include "base/arena.h"

/* Kinds of hints, to be joined by |. */
enum {
    CUE_MASK = 1 << 0,     /* hides the words in it: "school year" says nothing about a school */
    CUE_SKILL = 1 << 1,    /* what one can, knows or spends time on */
    CUE_INTEREST = 1 << 2, /* what one would like */
    CUE_PRACTICE = 1 << 3, /* how often one does it */
    CUE_RATING = 1 << 4,   /* a rating of something */
    CUE_OPINION = 1 << 5,  /* agreement, satisfaction, importance: about things, not about oneself */
    CUE_COUNT = 1 << 6,    /* how many */
    CUE_TIME = 1 << 7,
    CUE_EMAIL = 1 << 8,
    CUE_ID = 1 << 9,
    CUE_RESPONSE = 1 << 10, /* of the answer, not of the person */
    CUE_SITE = 1 << 11,
    CUE_POSITION = 1 << 12,
    CUE_FIELD = 1 << 13,
    CUE_HOURS = 1 << 14,
    CUE_OTHER_PERIOD = 1 << 15, /* a week, a year */
    CUE_GROUP = 1 << 16,
    CUE_LEAD = 1 << 17,
    CUE_CHOICE = 1 << 18,
    CUE_ALL_THAT_APPLY = 1 << 19,
    CUE_NAME = 1 << 20,
    CUE_NAME_FILLER = 1 << 21,  /* words that may stand beside "name" where it is a person's */
    CUE_USE = 1 << 22,          /* what one uses, and so knows */
    CUE_PRIORITY = 1 << 23,     /* how much something matters */
    CUE_FIRST_PERSON = 1 << 24, /* a statement about oneself */
    CUE_WOULD = 1 << 25,        /* what one would do, of several things */
};

typedef struct CueHit {
    int kind;          /* 0: none */
    int at;            /* offset of its first word */
    const char *field; /* CUE_FIELD: the usual name of the field, or NULL */
} CueHit;

/* `text` as its words: keys joined by single blanks, one before and one after (" how interested are you "). Cost O(length).
 * NULL where there is no memory. */
char *cue_words(Arena *arena, const char *text);

/* The first hint of one of these kinds; at one word the longest. Cost O(words * hints). */
CueHit cues_first(const char *words, int kinds);

int cues_count_words(const char *words);

/* Whether every word belongs to a hint of these kinds. */
bool cues_cover(const char *words, int kinds);

#endif
