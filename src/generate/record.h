/* record.h: a made-up district as the generator means it. The sheets and the record file are both written from this. */
#ifndef GENERATE_RECORD_H
#define GENERATE_RECORD_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "generate/facts.h"

enum { MADE_NONE = -1, MADE_NO_LIMIT = INT_MAX, MADE_KINDS = 12, MADE_CHOICES = 3, MADE_KIND_NEEDS = 5, MADE_KIND_ROLES = 5 };

/* Which optional rules the plan has; a bit each. */
typedef enum MadeRules {
    MADE_COVERAGE = 1 << 0,
    MADE_MIX = 1 << 1,
    MADE_PINS = 1 << 2,
    MADE_PAIRS = 1 << 3,
    MADE_SLOTS = 1 << 4,
    MADE_POSITIONS = 1 << 5,
    MADE_MUSTS = 1 << 6,
    MADE_PREVIOUS = 1 << 7,
    MADE_FLOOR = 1 << 8,
    MADE_ALL_RULES = (1 << 9) - 1,
} MadeRules;

typedef struct MadePerson {
    const char *id, *email, *name;
    int site, job, department, years; /* facts_jobs, facts_departments */
    int hours;                        /* hundredths a month */
    int max_groups, max_leads;        /* MADE_NONE: the setting's */
    bool away, answered;
    bool answered_twice; /* an earlier answer stands in the survey too */
    bool misspells_site;
    int8_t level[FACTS_SKILLS], interest[FACTS_SKILLS]; /* 0-5, MADE_NONE blank */
    int8_t rating[MADE_KINDS];                          /* of a kind's focus */
    int8_t choice[MADE_CHOICES];                        /* kinds' focuses, ranked, or MADE_NONE */
} MadePerson;

typedef struct MadeSite {
    const char *name, *alias;
    int network; /* facts_networks */
    int first_person, n_people;
} MadeSite;

typedef struct MadeGroup {
    const char *name;
    int site; /* MADE_NONE: open to all */
    int kind;
    int min_size, max_size, hours, weight;
    int day, start; /* meeting: weekday 0-4 and minute of the day, one hour; day MADE_NONE: none */
} MadeGroup;

typedef struct MadeNeed {
    int role; /* of the kind; MADE_NONE: every role */
    int skill, level, weight, people;
    bool must;
} MadeNeed;

typedef struct MadeRole {
    const char *name;
    int min, max, hours, weight;
    bool leads;
    int job; /* the only position allowed, or MADE_NONE */
} MadeRole;

/* What all groups of a kind share: `kind:NAME` in the sheets. */
typedef struct MadeKind {
    const char *name, *focus;
    int n_roles, n_needs;
    MadeRole roles[MADE_KIND_ROLES];
    MadeNeed needs[MADE_KIND_NEEDS];
    bool mix; /* `each` department should be there */
} MadeKind;

typedef struct MadePin {
    int person, group;
    const char *rule;
} MadePin;

typedef struct MadePair {
    int person, other, group;
    bool together;
} MadePair;

typedef struct MadePrevious {
    int person, group, role;
} MadePrevious;

typedef struct MadeDistrict {
    uint64_t seed;
    unsigned rules;
    int n_kinds; /* those that some group is of: the first ones */
    MadeKind kinds[MADE_KINDS];
    LIST(MadeSite) sites;
    LIST(MadePerson) people; /* by site */
    LIST(MadeGroup) groups;
    LIST(MadePin) pins;
    LIST(MadePair) pairs;
    LIST(MadePrevious) previous;
} MadeDistrict;

typedef struct MakeOptions {
    int schools;
    uint64_t seed;
    int staff;     /* of every school; 0: as in the real district */
    int max_staff; /* cap on a school's staff */
    int staff_per_group;
    int linked_percent; /* share of the groups that are open to all */
    int scarce_percent; /* how much rarer skill is than in the profiles */
    unsigned rules;     /* MadeRules */
} MakeOptions;

/* Make a district. The same options give the same record on every machine. 0 where there is no memory.
 * Cost O(staff * skills). */
int district_make(MadeDistrict *out, const MakeOptions *options, Arena *arena);

#endif
