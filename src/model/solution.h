/* solution.h: who does what, what could not be met, and how the solver came to it. */
#ifndef MODEL_SOLUTION_H
#define MODEL_SOLUTION_H

#include "model/model.h"

typedef struct Assignment {
    int person, role; /* Model.staff, Model.roles */
} Assignment;

typedef struct Solution {
    Assignment *assignments; /* sorted by person, role */
    int n;
} Solution;

/* Into the order that a Solution has. Cost O(n log n). */
void solution_sort(Solution *solution);

typedef enum ShortageKind { SHORTAGE_ROLE, SHORTAGE_SIZE, SHORTAGE_COVERAGE, SHORTAGE_MIX } ShortageKind;

/* One unmet need. */
typedef struct Shortage {
    ShortageKind kind;
    int group, role;  /* role -1 for sizes, mixes and coverage of a whole group */
    int skill, level; /* coverage; else -1, 0 */
    int field, value; /* mix; else -1 */
    int needed, have; /* persons; needed is max where there are too many */
    int64_t cost;
    int source; /* index into Model.coverages or Model.mixes; else -1 */
} Shortage;

/* objective = points + everyone - extra_load - shortages */
typedef struct ObjectiveParts {
    int64_t points, everyone, extra_load, shortages;
} ObjectiveParts;

static inline int64_t objective_value(ObjectiveParts parts)
{
    return parts.points + parts.everyone - parts.extra_load - parts.shortages;
}

typedef struct SolveLimits {
    bool nodes, rounds, time, memory; /* true: this limit cut the run short */
} SolveLimits;

/* One count of work, by name, for result.json; deterministic. */
typedef struct WorkCount {
    const char *name;
    int64_t count;
} WorkCount;

typedef struct SolveOutcome {
    Solution solution;
    ObjectiveParts parts;
    int64_t bound;     /* no solution has a greater objective (under floor: of the last step) */
    bool none_found;   /* limits were met before any solution was found (SolveOptions.may_find_none); the rest says nothing */
    bool value_proved; /* of the steps up to the total's: whether the fewest changes are taken is another question */
    bool proved; /* of every step taken: nothing is better by the gap asked for, one point unless the user asks for more */
    const char *method;
    SolveLimits limits;
    WorkCount work[16];
    int n_work;
    int64_t floor;   /* fairness = floor: the floor F proved, else -1 */
    int64_t changes; /* assignments that previous.csv does not have; -1 without it */
} SolveOutcome;

#endif
