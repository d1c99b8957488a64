/* group_profile.h: what a group asks of its members beside what they have: levels of skills, and the mix of people. */
#ifndef EXPLAIN_GROUP_PROFILE_H
#define EXPLAIN_GROUP_PROFILE_H

#include "explain/result_index.h"

enum { PROFILE_NO_ANSWER = 0, PROFILE_LEVELS = LEVEL_MAX + 2 }; /* level l is counted at l + 1 */

/* One level of one skill that the group, or roles of it, ask for. */
typedef struct GroupSkill {
    int skill, level;
    int role;                   /* where it is asked of one role's holders alone; else -1 */
    int people;                 /* asked for at that level or above; 0: no number */
    int members, have;          /* of whom it is asked, and those of them at that level or above */
    int counts[PROFILE_LEVELS]; /* of them at each level */
} GroupSkill;

typedef struct GroupMix {
    const Mix *mix;
    int have;
} GroupMix;

typedef struct GroupProfile {
    LIST(GroupSkill)
    skills;               /* by skill's name, the highest level first; one that coverage asks for is not repeated, one that is
                             asked of nobody left out */
    LIST(GroupMix) mixes; /* in the model's order */
} GroupProfile;

/* Whether the skill is asked of the role's holders at that level, where `of` is of several roles and not all need ask: of one
 * that has a number it is asked of every role. */
bool group_skill_asks(const Model *model, const GroupSkill *of, int role);

/* Coverages and mixes by group. */
typedef struct GroupRules {
    Buckets coverages, mixes;
} GroupRules;

/* Errors: CADRE_NO_MEMORY. Cost O(groups + coverages + mixes). */
CadreStatus group_rules_index(GroupRules *out, const Model *model, Arena *arena, CadreError *err);

/* Errors: CADRE_NO_MEMORY. Cost O(needs log needs + needs * members). */
CadreStatus group_profile_make(GroupProfile *out, const ResultIndex *index, const GroupRules *rules, int group, Arena *arena,
                               CadreError *err);

#endif
