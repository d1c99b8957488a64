/* guess_shape.h: what the answers of a survey column look like. */
#ifndef READ_GUESS_SHAPE_H
#define READ_GUESS_SHAPE_H

#include "read/distinct.h"
#include "read/scales.h"

typedef struct Shape {
    Distinct answers;
    int n_filled;      /* cells that are not blank */
    int words;         /* mean words of a cell, times 10 */
    int email_share;   /* percent of the filled cells that hold an e-mail address, */
    int person_share;  /* or what may be a person's name */
    bool levels;       /* every answer is a level or no answer */
    int level_share;   /* percent of the filled cells that are */
    bool rated;        /* most are, of a column with few answers: the others are odd ones */
    bool only_yes_no;  /* every answer is yes, no or no answer */
    bool numbers;      /* every answer is a number or no answer */
    bool limits;       /* every answer is a whole number, yes, no or no answer */
    int amount_share;  /* percent of the filled cells that are a number or a few words with one */
    int counted_share; /* percent of the filled cells that say an amount in words, yes or no, or none */
    bool ranking;      /* every cell holds the same options, in orders of its own */
    bool times;        /* every answer is a time stamp */
    bool spans_years;  /* then: more than two years lie between the first and the last */
    bool skill_scale;  /* words of ability, knowledge or confidence and of no scale that could mean anything */
    bool interest_scale;
    bool frequency;             /* words of how often */
    bool quality;               /* words of good and bad that say nothing of what one can */
    bool agreement;             /* words of agreement */
    bool priority;              /* words of importance or priority */
    bool checklist;             /* several options in a cell, repeated from cell to cell */
    const char *const *options; /* [n_options] of a checklist */
    int n_options;
    char separator; /* of a checklist: ',' or ';' */
} Shape;

/* asks_for_all: the header says that several options may be ticked. Errors: CADRE_NO_MEMORY. Cost O(bytes of the column +
 * distinct answers * scales). */
CadreStatus shape_read(Shape *out, const Table *table, int column, bool asks_for_all, const Scales *scales, Arena *arena,
                       CadreError *err);

#endif
