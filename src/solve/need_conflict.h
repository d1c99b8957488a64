/* need_conflict.h: why a need is not met in full: what stands against it, as sheet rows. */
#ifndef SOLVE_NEED_CONFLICT_H
#define SOLVE_NEED_CONFLICT_H

#include "score/eligibility.h"
#include "solve/rule_rows.h"

typedef enum NeedAnswer {
    NEED_NOT_KNOWN,  /* a limit was reached */
    NEED_CAN_BE_MET, /* with every other need that is met still met: where the plan is proved to be the best, it earns more as
                        it is */
    NEED_TOO_FEW,    /* not even by itself: fewer people may count for it than it wants */
    NEED_CONFLICT,   /* `rows` cannot all hold */
} NeedAnswer;

/* One sheet row of the conflict. */
typedef struct ConflictRow {
    RuleKind kind;
    int about; /* as RuleKind says */
    Origin origin;
    int *groups, n_groups; /* RULE_SLOTS: the groups that meet at one time; their own origins are the rows */
} ConflictRow;

enum { BARRIERS = BARRIER_NEVER + 1 };

typedef struct NeedConflict {
    NeedAnswer answer;
    ConflictRow *rows; /* the need itself first, then by kind; none where it is not NEED_CONFLICT */
    int n_rows;
    bool least; /* false: a limit left it open whether fewer rows are in conflict */

    /* Who could count for it (nobody where there are too many of a value). */
    int wanted;
    int reach;             /* staff at the level, or with the value, or all; of the group's site, not away */
    int able;              /* of them, those whom nothing bars from a role that counts */
    int barred[BARRIERS];  /* the others by what bars them */
    Origin bars[BARRIERS]; /* a row that bars: needs.csv, pins.csv, or that of the role for positions */
} NeedConflict;

/**
 * Whether a need that `solution` leaves short can be met in full while every need that it meets stays met, and all absolute
 * rules and personal limits hold; where it cannot, a set of rows that are in conflict, of which none can go. `shortage` is one
 * that program_evaluate tells of this program and solution. In a district hand over the program of the group's part alone.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: some dozens of small feasibility questions, their work limited.
 */
CadreStatus need_conflict_find(NeedConflict *out, const Program *program, const Solution *solution, const Shortage *shortage,
                               Arena *arena, CadreError *err);

#endif
