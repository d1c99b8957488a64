/* score_example.h: the points of one assignment taken apart, so that a reader can work them out again by hand. */
#ifndef EXPLAIN_SCORE_EXAMPLE_H
#define EXPLAIN_SCORE_EXAMPLE_H

#include "explain/advantage.h"
#include "explain/result_index.h"

/* The four parts, in the order of the settings. */
typedef enum ScorePart { PART_FIT, PART_INTEREST, PART_GROWTH, PART_CONTINUITY, SCORE_PARTS } ScorePart;

/* Weights of the parts that can count in this run. */
typedef struct ScoreWeights {
    int weight[SCORE_PARTS];
    bool counts[SCORE_PARTS]; /* continuity does not without results of last time */
    int sum;                  /* of those that count */
} ScoreWeights;

ScoreWeights score_weights(const Model *model);

/* Tenths of one per cent of the weights, to the nearest, halves up; 0 where nothing weighs. */
static inline int score_share(int weight, int sum) { return sum > 0 ? (2000 * weight + sum) / (2 * sum) : 0; }

/* One part as a fraction of POINTS_MAX: `have` of `full`, rounded down to `value`; -1 where it is left out of the mean. */
typedef struct ExamplePart {
    int value, weight;
    int64_t have, full;
} ExamplePart;

typedef struct ScoreExample {
    const AssignmentRow *row;
    ExamplePart parts[SCORE_PARTS];
    InterestKind interest; /* what its part rests on */
    int64_t total;         /* weight * value, summed over the parts that count */
    int weight;            /* summed over these */
    bool exact;            /* total / weight, rounded down, are the points: nothing hangs on what the parts lost in rounding */
} ScoreExample;

/* Cost O(targets of the role + pins + log topics). */
ScoreExample score_example_of(const Model *model, const AssignmentRow *row);

/* Of the scope's assignments the one that shows most: a leader before others, one that comes out from the rounded parts before
 * others, few needs, interest told, something short of what is wanted; the first of several. false: there is none. Cost that of
 * score_example_of for every assignment. */
bool score_example_choose(ScoreExample *out, const ResultIndex *index, const ResultScope *scope);

#endif
