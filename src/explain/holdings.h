/* holdings.h: what everyone holds in a solution, and what stands between a person and one role more. */
#ifndef EXPLAIN_HOLDINGS_H
#define EXPLAIN_HOLDINGS_H

#include "explain/labels.h"
#include "explain/site_staff.h"
#include "model/solution.h"
#include "score/eligibility.h"
#include "score/score.h"

typedef struct Holdings {
    const Model *model;
    const ScoreTable *scores;
    const Assignment *assignments;
    int *first;  /* [n_staff + 1] into assignments */
    int *hours;  /* [n_staff], hundredths used */
    int *leads;  /* [n_staff], leading roles held */
    int *seated; /* [n_roles], holders */
    int *size;   /* [n_groups], members */
    SiteStaff sites;
    PinSet must, prefer;
    Labels labels;
} Holdings;

/* Cost O(staff + sites + roles + assignments + pin roles log pin roles). Errors: CADRE_NO_MEMORY. */
CadreStatus holdings_make(Holdings *out, const Model *model, const ScoreTable *scores, const Solution *solution, Arena *arena,
                          CadreError *err);

static inline int holdings_count(const Holdings *holdings, int person)
{
    return holdings->first[person + 1] - holdings->first[person];
}

/* Who may be of a group by site, as site_staff.h says. */
static inline int holdings_n_near(const Holdings *holdings, int group) { return site_staff_n_near(&holdings->sites, group); }

static inline int holdings_near(const Holdings *holdings, int group, int at)
{
    return site_staff_near(&holdings->sites, group, at);
}

/* The role that the person holds in the group, -1 for none. */
int holdings_role_in(const Holdings *holdings, int person, int group);

/* The role with the most points of those open to the person, the first of several; -1 where none is. */
int holdings_best_role(const Holdings *holdings, int person);

bool holdings_has(const Holdings *holdings, int person, int role);

/* Why an eligible person does not hold the role as well; the first that applies. */
typedef enum Obstacle {
    OBSTACLE_NONE, /* nothing but the choice among all */
    OBSTACLE_HOURS,
    OBSTACLE_GROUPS,
    OBSTACLE_LEADS,
    OBSTACLE_SLOT,
    OBSTACLE_ROLE_FULL,
    OBSTACLE_GROUP_FULL,
    OBSTACLE_IN_GROUP, /* they serve there already */
} Obstacle;

/* Pairs and pins are not looked at. Cost O(roles held * slots^2). */
Obstacle holdings_obstacle(const Holdings *holdings, int person, int role);

/* What would keep the person from the role even where a seat were free: a limit of their own, counted without the role that
 * they hold in its group; OBSTACLE_IN_GROUP where no limit does but they hold one there. Cost as above. */
Obstacle holdings_limit(const Holdings *holdings, int person, int role);

/* The same, were the person without the role `given_up`; -1: none. */
Obstacle holdings_limit_without(const Holdings *holdings, int person, int role, int given_up);

/* Hours a month that the role takes, the group's and its own, in hundredths. */
int seat_hours(const Model *model, int role);

/* The obstacle in words that go on from the person's name ("has 0.5 of the 2 hours it takes"); NULL without memory. */
const char *obstacle_words(const Holdings *holdings, int person, int role, Obstacle obstacle, Arena *arena);

/* What a reader calls the person: the name, with the key where others have it too; NULL without memory. */
static inline const char *holdings_label(const Holdings *holdings, int person) { return label_of(&holdings->labels, person); }

/* The name, else the key. */
const char *person_label(const Model *model, int person);

/* Hundredths as people write hours: "4", "3.5", "0.25"; NULL without memory. */
const char *hours_words(int hundredths, Arena *arena);

#endif
