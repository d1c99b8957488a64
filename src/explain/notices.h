/* notices.h: who must be told what, where a result is mended: each person of the staff whose roles change, those whose leader
 * changes, and those who lead a group that others join or leave. */
#ifndef EXPLAIN_NOTICES_H
#define EXPLAIN_NOTICES_H

#include "model/solution.h"

typedef enum NoticeKind {
    NOTICE_ENDS,    /* a role that the person had, also of a group that the plan has no more */
    NOTICE_BEGINS,  /* a role that is new */
    NOTICE_LEADER,  /* of a group in which the person stays, and does not begin to lead: who leads it now */
    NOTICE_MEMBERS, /* of a group that the person leads: which others are new there, and which are there no more */
} NoticeKind;

typedef struct Notice {
    int person;
    NoticeKind kind;
    const char *group, *role; /* role is "" of NOTICE_LEADER and NOTICE_MEMBERS */
    const char *note;         /* a sentence; "" of NOTICE_ENDS and NOTICE_BEGINS */
} Notice;

typedef struct Notices {
    Notice *items; /* by person, kind, group, role */
    int n;
    int n_people;   /* whose own roles change */
    int n_told;     /* with a notice of any kind */
    int begin, end; /* assignments that are new, and that are no more */
} Notices;

const char *notice_kind_name(NoticeKind kind); /* "ends", "begins", "leader", "members" */

/* solution: against Model.held. Errors: CADRE_NO_MEMORY. Cost O(n log n) of the assignments, and of the notes' lengths. */
CadreStatus notices_make(Notices *out, const Model *model, const Solution *solution, Arena *arena, CadreError *err);

#endif
