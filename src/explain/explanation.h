/* explanation.h: the answer to one question about a result: of a person, of a group, or of all shortages. */
#ifndef EXPLAIN_EXPLANATION_H
#define EXPLAIN_EXPLANATION_H

#include "explain/seat_losses.h"
#include "explain/shortage_stories.h"
#include "explain/why_not.h"

/* What is asked, in the whole's indices; -1: nothing. */
typedef struct ExplainQuestion {
    int person, group, role; /* role: of the group */
    bool shortages;
} ExplainQuestion;

/* A role that the person holds. */
typedef struct HeldRole {
    int role, points;
    const char *reason;
} HeldRole;

typedef struct Explanation {
    bool is_best;       /* the result is proved to be a best one */
    ExplainPart *part;  /* of a person or group; NULL where shortages are asked for */
    int person, group;  /* of the part, -1 */
    const char *reason; /* the person's */
    HeldRole *held;
    int n_held;
    WhyNot *why; /* the role asked for, or all of the group's that the person does not hold */
    int n_why;
    SeatLosses seats; /* of a group alone */
    ShortageStories shortages;
    const Model *whole;
} Explanation;

/**
 * known: the result's assignments, which keep all absolute rules. shortages: the result's.
 * Errors: CADRE_NO_MEMORY, CADRE_SOLVER. Cost: the relaxation of the part, then as why_not.h, seat_losses.h and
 * repair_search.h say.
 */
CadreStatus explanation_make(Explanation *out, const ExplainQuestion *question, const Program *whole, const Solution *known,
                             bool is_best, const Shortage *shortages, int n_shortages, const WhatIfOptions *options,
                             Arena *arena, CadreError *err);

/* Whether no limit kept any question from an exact answer. */
bool explanation_is_exact(const Explanation *explanation);

#endif
