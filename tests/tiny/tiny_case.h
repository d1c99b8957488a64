/* tiny_case.h: the truth of a tiny case, taken from the record.json that `cadre generate --tiny` writes beside the sheets, and
 * brute force over it. Nothing here sees Cadre's model, score, program or solver, nor a sheet: the record is what they are
 * judged by. */
#ifndef TINY_TINY_CASE_H
#define TINY_TINY_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

enum {
    TINY_PEOPLE = 7,
    TINY_GROUPS = 6,
    TINY_ROLES = 6,
    TINY_SKILLS = 3,
    TINY_KINDS = 4,
    TINY_SITES = 2,
    TINY_NEEDS = 48,
    TINY_MIXES = 96,
    TINY_ROWS = 4,
    TINY_MEETINGS = 2,
    TINY_CHOICES = 3,
    TINY_POSITIONS = 3,
    TINY_NONE = -1,
    TINY_NO_LIMIT = 1000000,
};

/* The rule families that can be taken away one by one. */
typedef enum TinyFamily {
    TINY_ROLE_MIN,
    TINY_ROLE_MAX,
    TINY_SIZE_MIN,
    TINY_SIZE_MAX,
    TINY_COVERAGE,
    TINY_HOURS,
    TINY_MAX_GROUPS,
    TINY_MAX_LEADS,
    TINY_ONE_ROLE,
    TINY_EVERYONE,
    TINY_EXTRA_LOAD,
    TINY_POSITIONS_RULE,
    TINY_MUSTS,
    TINY_AWAY,
    TINY_SITES_RULE,
    TINY_MIX,
    TINY_MIX_EACH,
    TINY_PIN_MUST,
    TINY_PIN_NEVER,
    TINY_PIN_PREFER,
    TINY_TOGETHER,
    TINY_APART,
    TINY_SLOTS,
    TINY_MAX_CHANGES,
    TINY_LAST_TIME,
    TINY_RATINGS,
    TINY_CHOSEN,
    TINY_SKILL_INTEREST,
    TINY_FLOOR,
    TINY_FAMILIES
} TinyFamily;

extern const char *const tiny_family_names[TINY_FAMILIES];

typedef enum TinyField { TINY_DEPARTMENT, TINY_POSITION, TINY_SITE, TINY_NETWORK, TINY_FIELDS } TinyField;

extern const char *const tiny_field_names[TINY_FIELDS];

typedef struct TinyPerson {
    const char *id, *name;
    const char *fields[TINY_FIELDS]; /* NULL: blank */
    int site;                        /* TINY_NONE: none */
    int hours;                       /* hundredths */
    int max_groups, max_leads;
    bool away, answered;
    int years;                                                         /* of service; TINY_NONE: blank */
    int level[TINY_SKILLS], interest[TINY_SKILLS], rating[TINY_KINDS]; /* TINY_NONE: blank */
    int focus_choice[TINY_KINDS], group_choice[TINY_GROUPS];           /* 5, 4, 3 for the first, second, third; 0: not chosen */
} TinyPerson;

typedef struct TinyMeeting {
    int day, start, end; /* day TINY_NONE: at a named time */
} TinyMeeting;

typedef struct TinyGroup {
    const char *name;
    int site, kind; /* site TINY_NONE: open to all */
    int min_size, max_size, hours, weight;
    int n_meetings;
    TinyMeeting meetings[TINY_MEETINGS];
} TinyGroup;

typedef struct TinyRole {
    const char *name;
    int group, min, max, hours, weight;
    bool leads;
    int n_positions; /* 0: any */
    const char *positions[TINY_POSITIONS];
} TinyRole;

typedef struct TinyNeed {
    int group, role;                  /* role TINY_NONE: every role of the group */
    int skill, level, weight, people; /* people 0: no coverage */
    bool must;
} TinyNeed;

/* One value in one group; `each` is spread over the values already. */
typedef struct TinyMix {
    int group, min, max;
    TinyField field;
    const char *value;
    bool must, of_each;
} TinyMix;

typedef enum TinyPinRule { TINY_MUST, TINY_NEVER, TINY_PREFER } TinyPinRule;

typedef struct TinyPin {
    int person;
    unsigned groups, roles; /* bit masks: the groups where it holds, the roles in them that it is about */
    TinyPinRule rule;
} TinyPin;

typedef struct TinyPair {
    int person, other;
    unsigned groups; /* a bit mask */
    bool together;
} TinyPair;

typedef struct TinySettings {
    int64_t seed;
    int weights[4]; /* fit, interest, growth, continuity */
    int hours, max_groups, max_leads, max_changes;
    int64_t everyone, extra_load, short_must, short_role, short_should;
    bool floor;
    const char *closes; /* NULL: never */
} TinySettings;

typedef struct TinyKind {
    bool has_focus, rated;
} TinyKind;

/* Groups are sorted by name, roles by group and name, people by id, as results are. */
typedef struct TinyCase {
    json_t *record; /* owns the texts */
    uint64_t seed;
    TinySettings settings;
    int n_sites, n_people, n_groups, n_roles, n_skills, n_kinds, n_needs, n_mixes, n_pins, n_pairs;
    const char *sites[TINY_SITES], *skills[TINY_SKILLS];
    bool interest_asked[TINY_SKILLS];
    TinyKind kinds[TINY_KINDS];
    TinyPerson people[TINY_PEOPLE];
    TinyGroup groups[TINY_GROUPS];
    TinyRole roles[TINY_ROLES];
    TinyNeed needs[TINY_NEEDS];
    TinyMix mixes[TINY_MIXES];
    TinyPin pins[TINY_ROWS];
    TinyPair pairs[TINY_ROWS];
    bool has_previous;
    bool previous[TINY_PEOPLE][TINY_ROLES];
} TinyCase;

/* Read a record. False, with a line on standard error, where it lacks something or holds more than the arrays above. */
bool tiny_case_read(TinyCase *out, const char *path);
void tiny_case_release(TinyCase *tiny);

/* Generate the case of a seed into `folder`, which is removed first, and read its record. False, with a line on standard error.
 */
bool tiny_case_generate(TinyCase *out, uint64_t seed, const char *folder);
void tiny_case_remove(const char *folder); /* with all that is in it */

typedef struct TinyOptimum {
    bool feasible;
    int64_t objective;
    int changes; /* fewest among the best; 0 without previous */
} TinyOptimum;

/* The optimum by brute force, with the families of the mask `without` taken away. */
TinyOptimum tiny_case_optimum(const TinyCase *tiny, unsigned without);

#endif
