/* record.h: a made-up district as the generator means it. The sheets and the record file are both written from this. */
#ifndef GENERATE_RECORD_H
#define GENERATE_RECORD_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "generate/facts.h"

enum {
    MADE_NONE = -1,
    MADE_NO_LIMIT = INT_MAX,
    MADE_KINDS = 12,
    MADE_CHOICES = 3,
    MADE_KIND_NEEDS = 8,
    MADE_KIND_ROLES = 5,
    MADE_KIND_MIXES = 4,
    MADE_MEETINGS = 2
};

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

/* Where the sheets say a rule that all groups of a kind share. Rows in more specific places come with a row for the kind that
 * says something else and must lose. */
typedef enum MadePlace { MADE_AT_KIND, MADE_AT_ROW, MADE_AT_COPY, MADE_AT_ALL } MadePlace;

/* Which groups a row about people names, beside the one that it holds. */
typedef enum MadeReach {
    MADE_THE_GROUP,
    MADE_OWN_COPY,   /* the same, named by the group without the site */
    MADE_ALL_COPIES, /* of a group that each site has */
    MADE_THE_KIND,
    MADE_EVERY_GROUP, /* `*` */
    MADE_NO_GROUP_SAID
} MadeReach;

typedef struct MadeSettings {
    int weights[4]; /* fit, interest, growth, continuity */
    int hours;      /* hundredths */
    int max_groups, max_leads, everyone, extra_load, short_must, short_role, short_should;
    bool floor;
    int max_changes; /* or MADE_NO_LIMIT */
    int closes;      /* a day of September 2026; 0: never */
} MadeSettings;

typedef struct MadePerson {
    const char *id, *email, *name;
    int site, job, department, years; /* facts_jobs, facts_departments; site, job MADE_NONE: none */
    int hours;                        /* hundredths a month */
    int max_groups, max_leads;        /* these and hours MADE_NONE: the setting's */
    bool away, answered;
    bool answered_twice; /* an earlier answer stands in the survey too */
    bool misspells_site;
    bool site_not_listed;                               /* the roster's cell is blank */
    int8_t level[FACTS_SKILLS], interest[FACTS_SKILLS]; /* 0-5, MADE_NONE blank */
    int8_t rating[MADE_KINDS];                          /* of a kind's focus */
    int8_t choice[MADE_CHOICES];                        /* kinds' focuses, ranked, or MADE_NONE */
    int8_t group_choice[MADE_CHOICES];                  /* instead: groups, the first copy of each */
} MadePerson;

typedef struct MadeSite {
    const char *name, *alias;
    int network; /* facts_networks */
    int first_person, n_people;
} MadeSite;

typedef struct MadeMeeting {
    int day;        /* weekday 0-4, or MADE_NONE: at no hour of the week but one that has a name */
    int start, end; /* minutes of the day */
    int spelling;   /* of several that mean the same */
} MadeMeeting;

typedef struct MadeGroup {
    const char *name;     /* GROUP @ SITE where each site has one */
    const char *row_name; /* GROUP */
    bool each;
    int first_copy, n_copies; /* of this row, one after the other; 1 where the row is one group */
    int site;                 /* MADE_NONE: open to all */
    int kind;
    int min_size, max_size, hours, weight;
    int n_meetings;
    MadeMeeting meetings[MADE_MEETINGS];
} MadeGroup;

typedef struct MadeNeed {
    int role; /* of the kind; MADE_NONE: every role */
    int skill, level, weight, people;
    bool must;
    MadePlace place;
} MadeNeed;

typedef struct MadeRole {
    const char *name;
    int min, max, hours, weight;
    bool leads;
    unsigned jobs; /* the positions allowed, a bit each of facts_jobs; 0: all */
    MadePlace place;
} MadeRole;

typedef enum MadeField { MADE_DEPARTMENT, MADE_POSITION, MADE_SITE, MADE_NETWORK } MadeField;

extern const char *const made_field_names[];

typedef struct MadeMix {
    MadeField field;
    const char *value; /* NULL: each */
    int min, max;      /* max may be MADE_NO_LIMIT */
    bool must;
    MadePlace place;
} MadeMix;

/* What all groups of a kind share: `kind:NAME` in the sheets. */
typedef struct MadeKind {
    const char *name, *focus; /* focus NULL: none */
    bool rated;               /* the survey asks for a rating of the focus */
    int n_roles, n_needs, n_mixes;
    MadeRole roles[MADE_KIND_ROLES];
    MadeNeed needs[MADE_KIND_NEEDS];
    MadeMix mixes[MADE_KIND_MIXES];
} MadeKind;

typedef struct MadePin {
    int person, group, role; /* role of the group's kind, or MADE_NONE: any */
    MadeReach reach;
    const char *rule;
} MadePin;

typedef struct MadePair {
    int person, other, group;
    MadeReach reach;
    bool together;
} MadePair;

typedef struct MadePrevious {
    int person, group, role;
} MadePrevious;

typedef struct MadeDistrict {
    uint64_t seed;
    unsigned rules;
    bool terse; /* cells that would say the default are blank */
    MadeSettings settings;
    int n_skills; /* of facts_skills, the first ones */
    bool asks_interest[FACTS_SKILLS];
    int n_kinds; /* those that some group is of: the first ones */
    MadeKind kinds[MADE_KINDS];
    bool has_need_of_all, has_mix_of_all; /* said for `*`; the kinds that they reach hold them too */
    MadeNeed need_of_all;
    MadeMix mix_of_all;
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
    bool tiny;          /* a case in which every assignment can be tried; the numbers above but the seed are not used */
} MakeOptions;

/* Whether a row that holds `group` reaches another one too. */
bool made_reaches(const MadeDistrict *district, int group, MadeReach reach, int other);

/* Whether a pin is about a group: its role must be there, and of a group that each site has only the person's own copy is
 * meant, unless the pin names a copy in full. */
bool made_pin_reaches(const MadeDistrict *district, const MadePin *pin, int other);

/* The text of a field that mix rows are about; NULL where the person has none, as far as sheets and surveys tell. */
const char *made_field_value(const MadeDistrict *district, const MadePerson *person, MadeField field);

extern const MadeSettings made_default_settings;
extern const char *const made_weight_names[4];

/* The setting `seed` of the plan, from the generator's own. */
static inline int made_seed_setting(const MadeDistrict *district) { return (int)(district->seed % 1000000); }

/* Make a district. The same options give the same record on every machine. 0 where there is no memory.
 * Cost O(staff * skills). */
int district_make(MadeDistrict *out, const MakeOptions *options, Arena *arena);

#endif
