/* levels.h: the answers of rating columns -> levels 0-5, and of hours and limits -> amounts. */
#ifndef READ_LEVELS_H
#define READ_LEVELS_H

#include "model/model.h"
#include "read/distinct.h"
#include "read/scales.h"

/* One column to interpret. */
typedef struct LevelColumn {
    const Table *table;
    int column;
    const Distinct *answers;
    const char *scale; /* as columns.csv says: "" detected, "0-5", "0-10" or a scale's name */
    int tick;          /* the level of a yes */
    int n_numbers;     /* cells with numbers in its question: beside any, yes and no are told */
} LevelColumn;

/* What a column of numbers is. In a question that goes beyond 10 the numbers over 10 are errors, and those over 5, which would
 * be levels but for them, are passed over. */
typedef enum NumberRange { RANGE_0_5, RANGE_0_10, RANGE_BEYOND } NumberRange;

/* The greatest number among the answers of a column, in hundredths, where no scale of the plan (of those that `scale` allows)
 * and no word of `no answer` knows the answer; -1 where there is none. A question is 0-10 where the greatest over its columns
 * is over 5 and not over 10. answer: where not NULL, the one that holds it. Cost O(distinct answers). */
int levels_greatest_number(int *answer, const Scales *scales, const Distinct *answers, const char *scale);

/* Of the same numbers, by cells. */
typedef struct NumberTally {
    int n, n_over; /* all; those over 5 */
    int over;      /* the answer that has the first cell over 5, -1 */
} NumberTally;
NumberTally levels_tally_numbers(const Scales *scales, const Distinct *answers, const char *scale);

/**
 * levels: [answers->n], 0-5 or LEVEL_NONE. only_ticks: whether every answer that is one is an `x`, so that a blank means no.
 * An answer that no scale knows is an error at its first cell. Errors: CADRE_NO_MEMORY. Cost O(distinct answers * scales).
 */
CadreStatus levels_read(int8_t levels[], bool *only_ticks, const LevelColumn *column, NumberRange range, const Scales *scales,
                        Arena *scratch, Messages *messages, CadreError *err);

/* amounts: [answers->n], in hundredths, -1 = no answer. Numbers from 0 to `high` (hundredths), whole ones only where `whole`:
 * then yes is 1 and no is 0. */
void amounts_read(int amounts[], const LevelColumn *column, int high, bool whole, const Scales *scales, Messages *messages);

/* Whether `scale` of columns.csv is a range of numbers, "0-5" or "0-10". */
bool levels_is_range(const char *scale);

#endif
