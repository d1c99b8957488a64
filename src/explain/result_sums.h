/* result_sums.h: what a result comes to, counted. */
#ifndef EXPLAIN_RESULT_SUMS_H
#define EXPLAIN_RESULT_SUMS_H

#include "explain/result_index.h"

typedef struct ResultSums {
    int seats, filled;                                  /* that the groups' roles ask for, and of these filled */
    int led, to_be_led;                                 /* groups that ask for a leader, and of these with one */
    int staff, with_role, answered_without, away, most; /* people; the most groups of one person */
    int assignments;                                    /* of these people */
    int64_t hours, hours_given;                         /* hundredths, of people not away */
    int64_t points;                                     /* of these assignments */
    int64_t shortages;                                  /* their cost */
} ResultSums;

/* Cost O(groups' roles + people and their assignments + shortages). */
ResultSums result_sums(const ResultIndex *index, const ResultScope *scope);

/* Roles that each of those who serve holds, in tenths, to the nearest; 0 where nobody serves. */
static inline int64_t sums_mean_roles(const ResultSums *sums)
{
    return sums->with_role > 0 ? (10 * (int64_t)sums->assignments + sums->with_role / 2) / sums->with_role : 0;
}

#endif
