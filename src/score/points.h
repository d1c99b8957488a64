/* points.h: the arithmetic of DESIGN section 4, in exact fractions over one common denominator; nothing is rounded before the
 * end. */
#ifndef SCORE_POINTS_H
#define SCORE_POINTS_H

#include "score/score.h"

enum { TARGETS_MAX = 15000 }; /* of one role: so many keep every product below 2^63 */

/* What of a role bears on everyone's points. */
typedef struct RoleBasis {
    const Target *targets;
    int n_targets;
    int64_t weight_sum; /* sum w, 1 where there are no targets */
    int64_t level_sum;  /* sum w*t, 1 where there are no targets */
    bool interest_asked, has_previous;
} RoleBasis;

/* Sums over a role's targets for one person; an unanswered level or interest counts 0. */
typedef struct TargetSums {
    int32_t fit;      /* sum w*min(l,t) */
    int32_t interest; /* sum w*i */
    int32_t growth;   /* sum w*(t-min(l,t))*i */
} TargetSums;

/* What else of the pair bears on its points. */
typedef struct PairAnswer {
    int rating;     /* highest of the group and its focus, 0-5; LEVEL_NONE */
    int choice;     /* best of them, 0-5 */
    bool prefer;    /* a prefer pin */
    int continuity; /* in halves: 2 same role, 1 same group, 0 */
} PairAnswer;

/* group_preferred: whether any prefer pin names a role of the role's group. */
RoleBasis points_basis(const Model *model, int role, bool group_preferred);
/* Without `prefer`. Cost O(log topics + log previous). */
PairAnswer points_answer(const Model *model, int person, int role);
/* The sums that the kernels make, for one person. Cost O(targets). */
TargetSums points_sums(const Model *model, const RoleBasis *basis, int person);
int points_mean(const Settings *settings, const RoleBasis *basis, TargetSums sums, PairAnswer answer);
ScoreParts points_parts(const RoleBasis *basis, TargetSums sums, PairAnswer answer);

/* Whether skill or interest counts in this role at all: it has a basis and a weight. */
bool points_has_merit(const Settings *settings, const RoleBasis *basis);
/* The mean of fit and interest alone, by their weights, as a count that compares people within one role; exact, under 2^50. */
int64_t points_merit(const Settings *settings, const RoleBasis *basis, TargetSums sums, PairAnswer answer);

#endif
