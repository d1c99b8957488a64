/* scales.h: answer words -> levels: the plan's scales.csv and the built-in table (`scales.csv` of the contract, embedded). */
#ifndef READ_SCALES_H
#define READ_SCALES_H

#include "base/text.h"
#include "read/sheets.h"

typedef struct Scales Scales;

/* Values are kept in hundredths, since a scale for hours may have levels of any size. */
enum {
    SCALE_UNKNOWN = -2,   /* the scale does not know the answer */
    SCALE_NO_ANSWER = -1, /* it knows it as no answer */
    SCALE_UNIT = 100,     /* level 1 */
    SCALE_TICK = 1 << 30, /* yes, of the scale yes/no */
};

/* A value as it is written, 4 or 2.50: a format and its arguments. A precision of 0 prints nothing for a fraction of 0. */
#define SCALE_FORMAT "%d%s%.*d"
#define SCALE_PRINTED(value)                                                                                                   \
    (value) / SCALE_UNIT, (value) % SCALE_UNIT ? "." : "", (value) % SCALE_UNIT ? 2 : 0, (value) % SCALE_UNIT

extern const unsigned char scales_text[]; /* the embedded table */
extern const unsigned long scales_size;

/**
 * The built-in table and, over it, the plan's scales.csv (`plan` may be NULL or lack it). Bad rows of scales.csv are messages.
 * Errors: CADRE_NO_MEMORY. Cost O(rows).
 */
CadreStatus scales_read(Scales **out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err);

/* Scales are numbered: `no answer` (0), "yes/no" (1), those of scales.csv (2 to scales_first_word - 1), the built-in ones. A
 * scale of scales.csv that has the name of a built-in one is found by it first. */
enum { SCALE_OF_NO_ANSWER, SCALE_OF_YES_NO, SCALE_FIRST_PLAN };
int scales_first_word(const Scales *scales);
int scales_count(const Scales *scales);
const char *scales_name(const Scales *scales, int scale);
int scales_find(const Scales *scales, const char *name);            /* -1 where unknown */
int scales_find_built_in(const Scales *scales, const char *name);   /* -1 where none is called so */
const char *scales_nearest(const Scales *scales, const char *name); /* or NULL */

/* What one scale makes of an answer: a value in hundredths, SCALE_NO_ANSWER, SCALE_UNKNOWN or SCALE_TICK. A known word followed
 * by `--`, ` - `, `(` or `:` is that word. Cost O(length), expected. */
int scales_value(const Scales *scales, int scale, const char *answer);

/* Whether the whole answer is a word of the scale `no answer`, which counts in every column: "N/A", "prefer not to say", ... */
bool scales_no_answer(const Scales *scales, const char *answer);

/* Rows of scales.csv whose level is not a whole number from 0 to 5 are errors, but for scales that `large` allows ([count],
 * true: hours and limits may use it). */
void scales_check_levels(const Scales *scales, const bool large[], Messages *messages);

/* A number that an answer is or begins with ("4", "4.0", "3 - often", "2) some"), in hundredths; -1 where there is none:
 * `2-3`, `10 - 100`, `3 or 4` and the date `5 Mar` are none. */
int scales_number(const char *answer);

#endif
