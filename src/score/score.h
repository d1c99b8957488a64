/* score.h: how well each person suits each role (DESIGN section 4). */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include "model/model.h"

/* Points of every eligible pair, by person. A pair is eligible where the person is not away, the site fits, the position is
 * allowed, every must is met and no never pin bars it. Nothing else is left out: hours and limits belong to the program. */
typedef struct ScoreTable {
    int n_staff;
    int64_t n_pairs;
    const int64_t *first_pair; /* [n_staff + 1] */
    const int32_t *role;       /* [n_pairs], ascending within a person */
    const int16_t *points;     /* [n_pairs], 0-1000 */
} ScoreTable;

/**
 * Score all eligible pairs with the fastest kernel of this machine (CADRE_KERNEL names another) on `threads` threads.
 * The table lives in `arena`. The same for every kernel, number of threads and machine.
 * Errors: CADRE_NO_MEMORY; CADRE_INPUT where CADRE_KERNEL names no kernel.
 * Cost O(sum over roles of people of its site * needs of the role).
 */
CadreStatus score_run(ScoreTable *out, const Model *model, int threads, Arena *arena, CadreError *err);

/* The table of a part of the model, taken from that of the whole. staff: [n_staff], the part's people in the whole; role:
 * [roles of the whole], a role's index in the part, which keeps their order, or -1. Errors: CADRE_NO_MEMORY. Cost O(pairs of
 * the part's people). */
CadreStatus score_part(ScoreTable *out, const ScoreTable *whole, const int *staff, int n_staff, const int *role, Arena *arena,
                       CadreError *err);

/* The pair's index in the table, -1 where not eligible. Cost O(log roles of the person). */
int64_t score_find(const ScoreTable *scores, int person, int role);

/* The four parts as printed, rounded down each, 0-1000; -1 where the part is left out of the mean. */
typedef struct ScoreParts {
    int fit, interest, growth, continuity;
} ScoreParts;

ScoreParts score_parts(const Model *model, int person, int role);

#endif
