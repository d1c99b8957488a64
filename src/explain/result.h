/* result.h: a solution made ready to print: every row of the output files with its reasons, before any formatting. */
#ifndef EXPLAIN_RESULT_H
#define EXPLAIN_RESULT_H

#include "explain/alternatives.h"
#include "explain/leading.h"
#include "explain/mending.h"
#include "explain/shortage_stories.h"
#include "model/solution.h"
#include "score/score.h"

typedef struct AssignmentRow {
    int person, role, points;
    ScoreParts parts;
    const char *reason; /* one plain sentence */
} AssignmentRow;

typedef struct GroupRow {
    int group, size, leads;
    int points_mean, points_min; /* -1 for an empty group; the mean rounded down */
    int64_t shortages;           /* their cost */
} GroupRow;

typedef struct PersonRow {
    int person, groups, leads;
    int hours, hours_left; /* hundredths */
    int best_points;       /* over the roles open to the person; -1 where none is */
    const char *reason;
} PersonRow;

typedef struct ShortageRow {
    Shortage shortage;
    const char *repair; /* one plain sentence, or "" */
} ShortageRow;

/* Rows sorted by their key columns: person, group, role; group; person; kind, group, role, skill, level, field, value. */
typedef struct ResultRows {
    AssignmentRow *assignments;
    GroupRow *groups;
    PersonRow *people;
    ShortageRow *shortages;
    int n_assignments, n_groups, n_people, n_shortages;
    int n_left; /* shortages, the cheapest, whose repairs were left out though they were asked for */
    LeadingTable leading;
    Alternatives alternatives;
    const Mending *mending; /* NULL: nothing is mended */
} ResultRows;

/* repairs: what mends the dearest of `shortages`, where that was worked out, or NULL. */
CadreStatus result_rows_make(ResultRows *out, const Model *model, const ScoreTable *scores, const SolveOutcome *outcome,
                             const Shortage *shortages, int n_shortages, const ShortageStories *repairs, Arena *arena,
                             CadreError *err);

#endif
