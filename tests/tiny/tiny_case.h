/* tiny_case.h: random tiny plans with a record of what was meant, the sheets written from that record, and brute force over the
 * record. Nothing here sees Cadre's model, score, program or solver: the record is the truth that they are judged by. */
#ifndef TINY_TINY_CASE_H
#define TINY_TINY_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TINY_PEOPLE = 5,
    TINY_GROUPS = 3,
    TINY_ROLES = 4,
    TINY_SKILLS = 3,
    TINY_FOCUSES = 2,
    TINY_NEEDS = 6,
    TINY_ROWS = 4,
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
    TINY_POSITIONS,
    TINY_MUSTS,
    TINY_AWAY,
    TINY_SITES,
    TINY_MIX,
    TINY_PIN_MUST,
    TINY_PIN_NEVER,
    TINY_PAIRS,
    TINY_SLOTS,
    TINY_MAX_CHANGES,
    TINY_FAMILIES
} TinyFamily;

extern const char *const tiny_family_names[TINY_FAMILIES];

typedef struct TinyPerson {
    int site, position; /* site TINY_NONE: none */
    int hours;          /* hundredths */
    int max_groups, max_leads;
    bool away, answered;
    int level[TINY_SKILLS], interest[TINY_SKILLS]; /* TINY_NONE: blank */
    int rating[TINY_FOCUSES];
    int choice[2]; /* groups chosen first and second, or TINY_NONE */
} TinyPerson;

typedef struct TinyGroup {
    int site, focus; /* or TINY_NONE */
    int min_size, max_size, hours, weight;
    int slot; /* index of tiny slots, or TINY_NONE */
} TinyGroup;

typedef struct TinyRole {
    int group, min, max, hours, weight;
    bool leads;
    int positions; /* bit mask; 0: any */
} TinyRole;

typedef struct TinyNeed {
    int group, role;                  /* role TINY_NONE: every role of the group */
    int skill, level, weight, people; /* people 0: no coverage */
    bool must;
} TinyNeed;

typedef struct TinyMix {
    int group, position, min, max;
    bool must;
} TinyMix;

typedef struct TinyPin {
    int person, group, role; /* role TINY_NONE: any role of the group */
    int rule;                /* 0 must, 1 never, 2 prefer */
} TinyPin;

typedef struct TinyPair {
    int person, other, group; /* group TINY_NONE: every group */
    bool together;
} TinyPair;

typedef struct TinyCase {
    uint64_t seed;
    int weights[4]; /* fit, interest, growth, continuity */
    int64_t everyone, extra_load, short_must, short_role, short_should;
    bool floor;
    int max_changes;
    int n_sites, n_people, n_groups, n_roles, n_skills, n_focuses, n_needs, n_mixes, n_pins, n_pairs;
    bool interest_column[TINY_SKILLS];
    TinyPerson people[TINY_PEOPLE];
    TinyGroup groups[TINY_GROUPS];
    TinyRole roles[TINY_ROLES];
    TinyNeed needs[TINY_NEEDS];
    TinyMix mixes[TINY_ROWS];
    TinyPin pins[TINY_ROWS];
    TinyPair pairs[TINY_ROWS];
    bool has_previous;
    bool previous[TINY_PEOPLE][TINY_ROLES];
} TinyCase;

void tiny_case_make(TinyCase *out, uint64_t seed);

/* Draws: `state` may start anywhere. The same on every machine. */
uint64_t tiny_draw_bits(uint64_t *state);
int tiny_draw(uint64_t *state, int low, int high); /* low to high */
bool tiny_chance(uint64_t *state, int percent);

/* Write the sheets into `folder` (made if absent): FOLDER/survey.csv and FOLDER/plan/. */
bool tiny_case_write(const TinyCase *tiny, const char *folder);
void tiny_case_remove(const char *folder); /* with all that is in it */

typedef struct TinyOptimum {
    bool feasible;
    int64_t objective;
    int changes; /* fewest among the best; 0 without previous */
} TinyOptimum;

/* The optimum by brute force, with the families of the mask `without` taken away. */
TinyOptimum tiny_case_optimum(const TinyCase *tiny, unsigned without);

bool tiny_slots_clash(int slot, int other);
extern const char *const tiny_slot_names[4];
extern const char *const tiny_position_names[2], *const tiny_site_names[2];

#endif
