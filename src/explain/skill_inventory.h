/* skill_inventory.h: what the staff can do and what they want to do, counted by skill and site; what the plan asks of them
 * beside it; and what rests on one person. Staff who are away are no part of it, and no answer is none: it is never level 0.
 *
 * Have: level 3 or more. Want: interest 3 or more. Expert: level 4 or more, or of a skill that is known by ticks alone whoever
 * ticked it. A skill's quadrant sets its share of people who
 * have it, and who want it, of those who answered, beside the mean of these shares over all skills of which both are known
 * (importance-performance analysis: Martilla and James, Journal of Marketing 41, 1977, 77-79). A line drawn at one half would
 * leave most skills on one side: few staff need any one skill, and a checklist that lets people pick three of ten interests
 * keeps every share low. Fewer than three such skills have no mean worth the name, and no quadrants. */
#ifndef EXPLAIN_SKILL_INVENTORY_H
#define EXPLAIN_SKILL_INVENTORY_H

#include "explain/group_profile.h"

enum { INVENTORY_HAVE = 3, INVENTORY_WANT = 3, INVENTORY_EXPERT = 4, INVENTORY_FEWEST = 3 };

/* The level of an expert in a skill. */
static inline int skill_expert_level(const Model *model, int skill)
{
    int tick = model->tick_level ? model->tick_level[skill] : 0;
    return tick > 0 && tick < INVENTORY_EXPERT ? tick : INVENTORY_EXPERT;
}

/* One skill among some people. Counts by level: no answer first, level l at l + 1. */
typedef struct SkillCount {
    int levels[PROFILE_LEVELS], interests[PROFILE_LEVELS];
    int wanting[PROFILE_LEVELS]; /* by level, those who want it */
    int caring[PROFILE_LEVELS];  /* by level, those who gave any interest */
    int expert;                  /* the first who is one, -1 for none */
} SkillCount;

/* What one group asks of a skill. */
typedef struct SkillNeed {
    int group, skill;
    int asked[LEVEL_MAX + 1]; /* [level]: people at that level or above; 0 where it only scores who has more */
} SkillNeed;

typedef struct SkillInventory {
    const Model *model;
    int *order;         /* [n_skills] skills by name */
    SkillCount *counts; /* [n_sites + 2][n_skills]: of each site, of people without one, of all */
    int *staff, *away;  /* [n_sites + 2] people counted, and those who are not for being away */
    SkillNeed *needs;   /* by site (last of those open to all), skill, group */
    int *first_need;    /* [(n_sites + 1) * n_skills + 1] into needs */
} SkillInventory;

/* Errors: CADRE_NO_MEMORY. Cost O(cells of the model + sites * skills + needs log needs). */
CadreStatus skill_inventory_make(SkillInventory *out, const Model *model, Arena *arena, CadreError *err);

/* The row of counts for a page's site: of Model.sites, SCOPE_NO_SITE or SCOPE_ALL. */
static inline int inventory_row(const SkillInventory *inventory, int site)
{
    int n_sites = inventory->model->n_sites;
    return site == SCOPE_ALL ? n_sites + 1 : site < 0 ? n_sites : site;
}
static inline const SkillCount *inventory_count(const SkillInventory *inventory, int site, int skill)
{
    int n_skills = inventory->model->n_skills;
    return &inventory->counts[(size_t)inventory_row(inventory, site) * (size_t)n_skills + (size_t)skill];
}

/* People counted at `level` or above; 0: who answered at all. */
static inline int counted_from(const int counts[/*PROFILE_LEVELS*/], int level)
{
    int n = 0;
    for (int at = level; at <= LEVEL_MAX; at++) n += counts[at + 1];
    return n;
}

/* Of those who answered both: who has it and wants it, wants it and has it not, has it and does not want it, neither. */
typedef struct SkillPeople {
    int both, want_only, have_only, neither;
} SkillPeople;
SkillPeople skill_people(const SkillCount *count);

typedef enum SkillPlace { PLACE_UNKNOWN, PLACE_STRENGTH, PLACE_PASSION, PLACE_RESERVE, PLACE_NEITHER, SKILL_PLACES } SkillPlace;

/* The lines of the quadrants, and where each skill lies; shares in tenths of one per cent, -1 where nobody answered. */
typedef struct SkillShares {
    int have, want;
    SkillPlace place;
} SkillShares;
typedef struct SkillMap {
    SkillShares *skills;      /* [n_skills] */
    int n_known;              /* of which both shares are known */
    int mean_have, mean_want; /* over these, rounded down; -1 for none. A skill on the line counts as above it */
} SkillMap;
static inline bool skill_is_known(const SkillMap *map, int skill)
{
    return map->skills[skill].have >= 0 && map->skills[skill].want >= 0;
}
CadreStatus skill_map_make(SkillMap *out, const SkillInventory *inventory, int site, Arena *arena, CadreError *err);

/* What a plan asks for and too few people have: of a site its own groups beside its own people; of all, also the groups open
 * to all beside everyone, the missing of each added. */
typedef struct SkillDemand {
    int asked;             /* people asked for at some level, a person counted in every group that asks */
    int missing;           /* the most, over the levels, by which those asked for at it or above outnumber those who have it */
    int level;             /* where that is, the highest; 0: not one and the same everywhere */
    int n_groups, n_sites; /* that ask; sites where people are missing */
} SkillDemand;
SkillDemand skill_demand(const SkillInventory *inventory, int site, int skill);

/* The groups of a page that need a skill: calls for each range of SkillInventory.needs. */
typedef struct SkillNeeds {
    const SkillNeed *items;
    int n;
} SkillNeeds;
int skill_n_keys(const SkillInventory *inventory, int site);                           /* ranges a page has */
SkillNeeds skill_needs(const SkillInventory *inventory, int site, int key, int skill); /* key: 0 to their number */

/* Those of a page who want the skill and have it below `below`: the `most` nearest, by level and then interest, into people.
 * Returns how many. Cost O(people of the page). */
int skill_learners(int people[], int most, const ResultIndex *index, const ResultScope *scope, int skill, int below);

/* Private to explain/skill_*.c. */
CadreStatus skill_needs_make(SkillInventory *out, Arena *arena, CadreError *err);

#endif
