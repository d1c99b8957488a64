/* overview.h: what `cadre check` tells of surveys and plan beside errors and warnings, before any formatting. Every list is
 * whole, what of it is shown is the writer's choice; all are in the model's order unless told otherwise. */
#ifndef EXPLAIN_OVERVIEW_H
#define EXPLAIN_OVERVIEW_H

#include "model/responses.h"
#include "program/program.h"

/* How far people have answered the forms that ask who answers. Nobody waits for those who are away: they are counted apart,
 * whatever they answered. */
typedef struct AnswerCount {
    int staff, all, some, none, away;
} AnswerCount;

/* The answers to one survey. */
typedef struct SurveyCount {
    int people, repeated, late;
} SurveyCount;

/* A person, not away, who has not answered every form. */
typedef struct Gap {
    int person;
    bool silent;             /* has answered none */
    int first_form, n_forms; /* Overview.gap_forms: those not answered, ascending */
} Gap;

/* What people said of one subject. */
typedef enum SpreadKind { SPREAD_SKILL, SPREAD_INTEREST, SPREAD_TOPIC, SPREAD_CHOICE, SPREAD_KINDS } SpreadKind;
typedef struct Spread {
    SpreadKind kind;
    const char *name; /* of the skill, group or focus area */
    int n_answers;
    int count[LEVEL_MAX + 1]; /* people by level; of choices by what they are worth, 5 the first */
} Spread;

/* A skill that fewer people have at a level than some need asks for, of those of a site who are not away. */
typedef struct Lack {
    int skill, level;
    int site;            /* of the groups that ask, -1: they are open to all */
    int needed, have;    /* people at that level or above; needed is the most that one need asks for */
    int highest;         /* level that anyone has, LEVEL_NONE where nobody answered */
    int group, n_groups; /* that ask: the first, and how many */
} Lack;

/* How many of the people near a role one thing keeps from it, the first that does. */
typedef struct ClosedReason {
    const char *name;  /* "away", "position", "must", "never", "hours", "max_groups", "max_leads" */
    const char *words; /* that go on from the number: "below what it requires (Data 4)" */
    int people;
} ClosedReason;

/* A role that fewer people may hold, each by themselves, than it asks for; one at least. */
typedef struct ClosedRole {
    int role, needed, have;
    int n_near;            /* people who may be of the group by site */
    ClosedReason *reasons; /* the one that keeps out most first */
    int n_reasons;
} ClosedRole;

typedef struct Overview {
    const Model *model;
    const Responses *responses;
    const Program *program; /* NULL where the plan is not sound: no lacks and no closed roles then */
    AnswerCount all;
    AnswerCount *sites; /* [n_sites + 1], the last of people without one */
    SurveyCount *surveys;
    const char **form_names; /* [n_forms] the names of its surveys, of many the first: "north.csv or south.csv" */
    bool *form_asked;        /* [n_forms] it asks who answers, so that an answer to it can be missing */
    int n_asked;
    LIST(Gap) gaps;
    LIST(int) gap_forms;
    LIST(Spread) spreads;    /* by kind; only what somebody answered */
    LIST(Lack) lacks;        /* what nobody has first, then by skill, level, site */
    LIST(ClosedRole) closed; /* what nobody may hold first */
} Overview;

/**
 * program: NULL where the plan is not sound. Errors: CADRE_NO_MEMORY. Cost O(cells of the model + pairs + needs log needs +
 * for each closed role the people near it).
 */
CadreStatus overview_make(Overview *out, const Model *model, const Responses *responses, const Program *program, Arena *arena,
                          CadreError *err);

#endif
