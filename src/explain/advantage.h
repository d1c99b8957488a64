/* advantage.h: what one person brings to a role that another does not, as facts that both have told. */
#ifndef EXPLAIN_ADVANTAGE_H
#define EXPLAIN_ADVANTAGE_H

#include "explain/holdings.h"

/* What a person's interest in a role rests on, as DESIGN section 4 counts it. */
typedef enum InterestKind {
    INTEREST_NONE, /* nothing told, or nobody was asked */
    INTEREST_PREFERRED,
    INTEREST_RATED,
    INTEREST_CHOSE,
    INTEREST_SKILL,
} InterestKind;

typedef struct Interest {
    InterestKind kind;
    int value; /* rating 0-5; choice 1-5, 5 the first; interest in the skill 1-5 */
    int skill; /* INTEREST_SKILL: the one wanted in which they are keenest, else -1 */
} Interest;

/* Cost O(targets of the role + log topics + log pins of the person). */
Interest interest_find(const Holdings *holdings, int person, int role);

typedef enum AdvantageKind {
    ADVANTAGE_LEVEL,          /* more of a skill wanted */
    ADVANTAGE_INTEREST,       /* more interest, as interest_find says of both */
    ADVANTAGE_SKILL_INTEREST, /* more interest in one skill: it counts as interest or as room to learn */
    ADVANTAGE_LAST_TIME,      /* the same role, or one in the group, last time */
} AdvantageKind;

typedef struct Advantage {
    AdvantageKind kind;
    int skill;     /* -1 where it is about none */
    int64_t worth; /* what it adds to the mean, in units common to all of one role */
} Advantage;

enum { ADVANTAGES_MAX = 2 };

/* The facts in which `person` is ahead of `other`, the one that adds most to the points first; how many, 0 to ADVANTAGES_MAX. A
 * second one is told where it adds a third of the first at least. Cost O(targets of the role + pins + log topics). */
int advantages_find(Advantage out[/*ADVANTAGES_MAX*/], const Holdings *holdings, int person, int other, int role);

static inline bool advantages_tell(const Advantage *list, int n, AdvantageKind kind)
{
    for (int i = 0; i < n; i++)
        if (list[i].kind == kind) return true;
    return false;
}

#endif
