/* tiny_result.h: a result folder as the record of a tiny case says that it must read, right or spoiled in one place. */
#ifndef TINY_TINY_RESULT_H
#define TINY_TINY_RESULT_H

#include "model/result_files.h"
#include "tiny/tiny_leading.h"
#include "tiny/tiny_rules.h"

/* The numbers of result.json that can be spoiled. */
typedef enum TinyNumber {
    TINY_OBJECTIVE,
    TINY_POINTS,
    TINY_EVERYONE_EARNED,
    TINY_EXTRA_LOAD_PAID,
    TINY_SHORTAGES_PAID,
    TINY_GAP,
    TINY_STAFF_COUNT,
    TINY_ANSWERED_COUNT,
    TINY_AWAY_COUNT,
    TINY_SITE_COUNT,
    TINY_SKILL_COUNT,
    TINY_GROUP_COUNT,
    TINY_ROLE_COUNT,
    TINY_ASSIGNMENT_COUNT,
    TINY_WITH_ROLE_COUNT,
    TINY_SHORTAGE_COUNT,
    TINY_LEADING_STAFF, /* and the others of tiny_leading.h */
    TINY_LEADING_LAST = TINY_LEADING_STAFF + TINY_LEADING_NUMBERS - 1,
    TINY_CHANGES, /* there only with previous assignments */
    TINY_NUMBERS
} TinyNumber;

/* What result.json claims beside what follows from the assignment. */
typedef struct TinyClaim {
    int gap;     /* proved where 0 */
    int floor;   /* TINY_NONE: none is given */
    int spoiled; /* the TinyNumber that is 1 too high, or TINY_NONE */
} TinyClaim;

/* The files for any assignment, allowed or not. Families that `rules` lacks are lacking in the files: their shortages and
 * prices. All of it lives in the arena; .json is NULL where there is no memory. Cost O(size of the case). */
ResultFiles tiny_result_make(const TinyRules *rules, const int holding[/*n_people*/], TinyClaim claim, Arena *arena);

/* Make one cell wrong, any but free text. */
void tiny_result_spoil_cell(ResultFiles *files, uint64_t *state, Arena *arena);

/* Change two rows that follow each other; false where there are none. */
bool tiny_result_spoil_order(ResultFiles *files, uint64_t *state, Arena *arena);

#endif
