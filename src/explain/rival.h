/* rival.h: for each seat the best person not chosen, and what decided between the two.
 *
 * What decided is found by looking at one exchange: the rival in the holder's seat, all else as it is. Neither the role nor the
 * group changes its size, so only points, the two people's loads and limits, pins, pairs and the group's coverages and mixes
 * change; all of that is counted exactly, with no other look at the plan. */
#ifndef EXPLAIN_RIVAL_H
#define EXPLAIN_RIVAL_H

#include "explain/holdings.h"

/* Rows of one table by group: those of group g are item[first[g]] .. item[first[g + 1] - 1]. */
typedef struct ByGroup {
    int *first, *item;
} ByGroup;

typedef struct Rivals {
    const Holdings *holdings;
    const SolveOutcome *outcome;
    int *rival;      /* [n_roles]: the most points of those eligible who do not hold it, ties the first by key; -1 nobody */
    int *free_rival; /* [n_roles]: the same of those whom no limit of their own and no role in the group keeps from it */
    int *weakest;    /* [n_roles]: the holder with the fewest points, ties the last by key; -1 nobody */
    ByGroup coverages, mixes, pairs;
    int *covered; /* [n_coverages]: who counts now */
    int *mixed;   /* [n_mixes] */
} Rivals;

/* Cost O(pairs * slots^2 + assignments * rules of their groups). Errors: CADRE_NO_MEMORY. */
CadreStatus rivals_make(Rivals *out, const Holdings *holdings, const SolveOutcome *outcome, Arena *arena, CadreError *err);

/* The first that holds. */
typedef enum Decision {
    DECIDED_ALONE,    /* nobody else may hold the role */
    DECIDED_POINTS,   /* the holder has more points */
    DECIDED_LIMIT,    /* `obstacle` keeps the rival from it */
    DECIDED_MUST,     /* a must pin asks for the holder */
    DECIDED_APART,    /* the rival may not be with `other`, who is here */
    DECIDED_TOGETHER, /* `mate` and `other` are in the group together or not at all */
    DECIDED_CHANGES,  /* one change from last time more than max_changes allows */
    DECIDED_COVERAGE, /* coverage `source` would have `have` people, and be short or shorter */
    DECIDED_MIX,      /* mix `source` likewise, or be exceeded by more */
    DECIDED_LOAD,     /* the rival has more other roles, or the holder none and is owed one */
    DECIDED_EVEN,     /* nothing: the exchange is worth nothing */
    DECIDED_OPEN,     /* the exchange is worth `gain`: the search ended first */
} Decision;

/* Why the two do not change places where the rival serves in the group already; the first that holds. */
typedef enum InGroup {
    IN_GROUP_CLOSED, /* the holder may not hold the rival's role */
    IN_GROUP_LIMIT,  /* `holder_obstacle` keeps them from it */
    IN_GROUP_MUST,   /* a must pin asks for the rival where they are */
    IN_GROUP_PINNED, /* or for the holder */
    IN_GROUP_BEHIND, /* the holder has `fewer` points in it */
    IN_GROUP_EVEN,   /* nothing: it would be worth nothing */
    IN_GROUP_OTHER,  /* a coverage of one of the two roles, a rule about changes, or the search ended first */
} InGroup;

typedef struct Rivalry {
    int holder, role, rival;
    int points, rival_points;
    Decision decision;
    bool even;         /* the exchange is worth nothing on balance: */
    bool changes;      /* and it would be one change from last time more, else the draw decides */
    Obstacle obstacle; /* DECIDED_LIMIT */
    InGroup in_group;  /* and OBSTACLE_IN_GROUP */
    Obstacle holder_obstacle;
    int rival_role, fewer;
    int source, have; /* DECIDED_COVERAGE, DECIDED_MIX */
    int mate, other;  /* DECIDED_APART, DECIDED_TOGETHER */
    int64_t gain;     /* of the exchange */
} Rivalry;

/* rival: someone eligible who does not hold the role, or -1. Cost O(rules of the group * log attributes + pins + pairs). */
Rivalry rivalry_find(const Rivals *rivals, int holder, int role, int rival);

/* The same of one more holder of a role that has room for them; holder is -1. Never ALONE, POINTS or MUST. */
Rivalry rivalry_join(const Rivals *rivals, int person, int role);

/* Whether a rule of the group would be short, or shorter, without the person in the role: the coverage or the mix, -1 where
 * none; a must is found first. */
void binding_rule(int *coverage, int *mix, const Rivals *rivals, int person, int role);

/* Whether the person counts for the coverage as a holder of the role. */
static inline bool coverage_counts(const Model *model, const Coverage *coverage, int person, int role)
{
    return (coverage->role < 0 || coverage->role == role) && model_level(model, person, coverage->skill) >= coverage->level;
}

int rival_points(const Rivals *rivals, int person, int role); /* -1 where not eligible */

#endif
