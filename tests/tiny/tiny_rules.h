/* tiny_rules.h: what the record of a tiny case says of any assignment, allowed or not: points and their parts, the rule
 * families that it breaks, its shortages. An assignment is one bit mask of roles a person. Nothing here sees Cadre. */
#ifndef TINY_TINY_RULES_H
#define TINY_TINY_RULES_H

#include "tiny/tiny_case.h"

enum { TINY_FIT, TINY_INTEREST, TINY_GROWTH, TINY_CONTINUITY, TINY_PARTS };

/* The families (a bit mask) that close a role to a person. */
unsigned tiny_barred(const TinyCase *tiny, int person, int role);

/* A case with some families taken away. */
typedef struct TinyRules {
    const TinyCase *tiny;
    unsigned without;                    /* the families taken away, a bit mask */
    int points[TINY_PEOPLE][TINY_ROLES]; /* TINY_NONE: may not hold it */
    bool can_join[TINY_PEOPLE][TINY_GROUPS];
} TinyRules;

/* Points of any person in any role, open to them or not. parts: each 0-1000 rounded down, TINY_NONE where it has no basis for
 * anyone; may be NULL. */
int tiny_points(const TinyRules *rules, int parts[TINY_PARTS], int person, int role);

/* Whether fit or interest counts in the role; whether their mean alone is less (-1), the same or more (1) for a person than for
 * another. */
bool tiny_has_merit(const TinyRules *rules, int role);
int tiny_merit_order(const TinyRules *rules, int person, int other, int role);

void tiny_rules_make(TinyRules *out, const TinyCase *tiny, unsigned without);

static inline bool tiny_rules_have(const TinyRules *rules, TinyFamily family) { return !(rules->without >> family & 1u); }

/* The absolute families that are broken: by the roles of one person alone; by the assignment as a whole (role max, size max,
 * pairs, max_changes). */
unsigned tiny_person_broken(const TinyRules *rules, int person, int mask);
unsigned tiny_whole_broken(const TinyRules *rules, const int holding[/*n_people*/]);

typedef enum TinyShortKind { TINY_SHORT_COVERAGE, TINY_SHORT_MIX, TINY_SHORT_ROLE, TINY_SHORT_SIZE } TinyShortKind;

/* One unmet need; what does not apply is TINY_NONE or NULL. */
typedef struct TinyShort {
    TinyShortKind kind;
    int group, role, skill, level;
    const TinyMix *mix;
    int needed, have;
    int64_t cost;
} TinyShort;

enum { TINY_SHORTS = TINY_ROLES + TINY_GROUPS + TINY_NEEDS + TINY_MIXES };

typedef struct TinyShorts {
    TinyShort items[TINY_SHORTS];
    int n;
} TinyShorts;

/* All that is unmet; returns what it costs. out may be NULL. */
int64_t tiny_shortages(const TinyRules *rules, const int holding[/*n_people*/], TinyShorts *out);

/* What a person earns: points times weights, `everyone`, less `extra_load`. */
typedef struct TinyEarned {
    int64_t points, everyone, extra_load;
} TinyEarned;

TinyEarned tiny_earned(const TinyRules *rules, int person, int mask);

/* Assignments that the previous ones do not hold; 0 without previous ones. */
int tiny_changes(const TinyCase *tiny, const int holding[/*n_people*/]);

/* A leading role that must be filled: what the floor is about. */
static inline bool tiny_floor_role(const TinyCase *tiny, int role)
{
    return tiny->roles[role].leads && tiny->roles[role].min > 0;
}

/* The least points in a filled seat of those roles, TINY_NO_LIMIT where none is filled; the most that anyone to whom it is open
 * has in one, TINY_NONE where there is none. */
int tiny_lowest_leading(const TinyRules *rules, const int holding[/*n_people*/]);
int tiny_highest_leading(const TinyRules *rules);

#endif
