/* frontier.h: the points of a sweep by what can be compared although their settings differ, and which of them are efficient.
 *
 * All measures go by the plan as it is without the sweep's changes: its settings, needs and points. Where a point's assignments
 * break a rule of that plan (a group larger than it allows) they are counted all the same, and `keeps_rules` says so. */
#ifndef EXPLAIN_FRONTIER_H
#define EXPLAIN_FRONTIER_H

#include "program/program.h"

/* An assignment in the plan's own indices; where the plan has no such person or role both are -1, and `name` tells which. */
typedef struct FrontierSeat {
    int person, role;
    const char *name; /* "" where the plan has both */
} FrontierSeat;

typedef struct FrontierSeats {
    FrontierSeat *items; /* sorted */
    int n;
} FrontierSeats;

typedef struct FrontierMeasures {
    int64_t total, points, shortages; /* shortages: their cost */
    int n_shortages;
    int people;      /* with a role */
    int most_groups; /* of one person */
    int moves;       /* assignments that the plan's own best does not have */
    bool keeps_rules;
} FrontierMeasures;

typedef struct FrontierPoint {
    bool possible;        /* the rules can be kept; else all below is 0 */
    int64_t value, bound; /* its own optimum, by its own settings */
    bool proved;
    FrontierMeasures measures;
    int64_t changes;  /* assignments that Frontier.changes_from does not have; -1 without it */
    int outcome;      /* from 1: the number of its set of assignments, in the order of the points */
    bool efficient;   /* no other point is as good in all and better in one */
    bool behind_plan; /* the plan as it is is so: then nothing speaks for the point */
} FrontierPoint;

typedef struct Frontier {
    const char *const *names;  /* [n_names] what varies */
    const char *const *values; /* [n_points][n_names] */
    FrontierPoint *points;     /* [n_points] */
    FrontierMeasures own;      /* of the plan's own best */
    int64_t own_changes;       /* as FrontierPoint.changes */
    const char *changes_from;  /* its name, as "previous.csv": what the plan has to count changes against; NULL: nothing */
    int n_names, n_points, n_outcomes;
} Frontier;

/* Where a model's people and roles are in another model; -1 where they are not. */
typedef struct SeatMap {
    int *person, *role; /* [from->n_staff], [from->n_roles] */
} SeatMap;

/* By key and by names of group and role. Errors: CADRE_NO_MEMORY. Cost O(staff + roles). */
CadreStatus seat_map_make(SeatMap *out, const Model *from, const Model *to, Arena *arena, CadreError *err);

/* Those assignments of `solution` that the map knows. Errors: CADRE_NO_MEMORY. */
CadreStatus seat_map_solution(Solution *out, const SeatMap *map, const Solution *solution, Arena *arena, CadreError *err);

/* All assignments of a solution of `model`, by a map to the plan. Errors: CADRE_NO_MEMORY. Cost O(n log n). */
CadreStatus frontier_seats(FrontierSeats *out, const SeatMap *map, const Model *model, const Solution *solution, Arena *arena,
                           CadreError *err);

/* plan: the program without changes; best: its own best, sorted. Errors: CADRE_NO_MEMORY. */
CadreStatus frontier_measure(FrontierMeasures *out, const Program *plan, const FrontierSeats *best, const FrontierSeats *seats,
                             Arena *arena, CadreError *err);

/* Number the sets of assignments; seats: [frontier->n_points]. Errors: CADRE_NO_MEMORY. Cost O(points^2 + assignments). */
CadreStatus frontier_number(Frontier *frontier, const FrontierSeats seats[], Arena *arena, CadreError *err);

/* How far a point is from what people know: its changes where the plan has something to count them against, else its moves. */
int64_t frontier_distance(const Frontier *frontier, int number);

/* Mark the points that no other one beats: with a total at least as great, shortages that cost no more and a distance no
 * greater, and one of them better; and those that the plan's own best beats. Cost O(points^2). */
void frontier_mark(Frontier *frontier);

/* How far the plan's own best is, as frontier_distance. */
int64_t frontier_own_distance(const Frontier *frontier);

/* Whether a point is worth a closer look: neither another one nor the plan as it is beats it. */
bool frontier_stands(const FrontierPoint *point);

#endif
