#include "explain/group_profile.h"

#include <stdlib.h>
#include <string.h>

CadreStatus group_rules_index(GroupRules *out, const Model *model, Arena *arena, CadreError *err)
{
    int n_keys = model->n_coverages > model->n_mixes ? model->n_coverages : model->n_mixes;
    int *keys = ARENA_ARRAY(arena, int, n_keys);
    if (!keys) return error_no_memory(err);
    for (int i = 0; i < model->n_coverages; i++) keys[i] = model->coverages[i].group;
    TRY(buckets_fill(&out->coverages, keys, model->n_groups, NULL, model->n_coverages, arena, err));
    for (int i = 0; i < model->n_mixes; i++) keys[i] = model->mixes[i].group;
    return buckets_fill(&out->mixes, keys, model->n_groups, NULL, model->n_mixes, arena, err);
}

static void count_holders(GroupSkill *out, const ResultIndex *index, int role)
{
    const Buckets *seats = &index->by_role;
    for (int i = seats->first[role]; i < seats->first[role + 1]; i++) {
        int level = model_level(index->model, index->rows->assignments[seats->item[i]].person, out->skill);
        out->members++;
        out->have += level >= out->level;
        out->counts[level < 0 ? PROFILE_NO_ANSWER : level + 1]++;
    }
}

static bool add_coverages(GroupProfile *out, const ResultIndex *index, const GroupRules *rules, int group, Arena *arena)
{
    const Group *of = &index->model->groups[group];
    for (int i = rules->coverages.first[group]; i < rules->coverages.first[group + 1]; i++) {
        const Coverage *coverage = &index->model->coverages[rules->coverages.item[i]];
        GroupSkill at = {coverage->skill, coverage->level, coverage->role, coverage->people, 0, 0, {0}};
        for (int role = of->first_role; role < of->first_role + of->n_roles; role++)
            if (coverage->role < 0 || coverage->role == role) count_holders(&at, index, role);
        if (!LIST_PUSH(arena, &out->skills, at)) return false;
    }
    return true;
}

static bool add_targets(GroupProfile *out, const ResultIndex *index, int group, Arena *arena)
{
    const Model *model = index->model;
    const Group *of = &model->groups[group];
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) {
        const Target *targets = &model->targets[model->roles[role].first_target];
        for (int i = 0; i < model->roles[role].n_targets; i++) {
            GroupSkill at = {targets[i].skill, targets[i].level, role, 0, 0, 0, {0}};
            count_holders(&at, index, role);
            if (at.members > 0 && !LIST_PUSH(arena, &out->skills, at)) return false;
        }
    }
    return true;
}

bool group_skill_asks(const Model *model, const GroupSkill *of, int role)
{
    const Role *at = &model->roles[role];
    if (of->role >= 0 || of->people > 0) return of->role < 0 || of->role == role;
    for (int i = at->first_target; i < at->first_target + at->n_targets; i++)
        if (model->targets[i].skill == of->skill && model->targets[i].level == of->level) return true;
    return false;
}

/* By skill's name, the highest level first, coverages before targets. */
static int by_skill(const void *left, const void *right, void *context)
{
    const Model *model = context;
    const GroupSkill *a = left, *b = right;
    if (a->skill != b->skill) return strcmp(names_get(model->skills, a->skill), names_get(model->skills, b->skill));
    if (a->level != b->level) return a->level < b->level ? 1 : -1;
    if ((a->people > 0) != (b->people > 0)) return a->people > 0 ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    return (a->people > b->people) - (a->people < b->people);
}

/* Targets of one level are one, and none where a coverage shows the level already. */
static void merge_skills(GroupProfile *profile)
{
    int n = 0;
    for (int i = 0; i < profile->skills.n; i++) {
        GroupSkill *at = &profile->skills.items[i], *last = n > 0 ? &profile->skills.items[n - 1] : NULL;
        bool same = last && last->skill == at->skill && last->level == at->level;
        if (!same || at->people > 0) {
            profile->skills.items[n++] = *at;
        } else if (last->people == 0) {
            last->role = -1;
            last->members += at->members;
            last->have += at->have;
            for (int level = 0; level < PROFILE_LEVELS; level++) last->counts[level] += at->counts[level];
        }
    }
    profile->skills.n = n;
}

static bool add_mixes(GroupProfile *out, const ResultIndex *index, const GroupRules *rules, int group, Arena *arena)
{
    const Model *model = index->model;
    const Buckets *seats = &index->by_role;
    const Group *of = &model->groups[group];
    for (int i = rules->mixes.first[group]; i < rules->mixes.first[group + 1]; i++) {
        GroupMix at = {&model->mixes[rules->mixes.item[i]], 0};
        for (int seat = seats->first[of->first_role]; seat < seats->first[of->first_role + of->n_roles]; seat++)
            at.have +=
                model_has_attribute(model, index->rows->assignments[seats->item[seat]].person, at.mix->field, at.mix->value);
        if (!LIST_PUSH(arena, &out->mixes, at)) return false;
    }
    return true;
}

CadreStatus group_profile_make(GroupProfile *out, const ResultIndex *index, const GroupRules *rules, int group, Arena *arena,
                               CadreError *err)
{
    GroupProfile profile = {.skills = {0}};
    Model *context = (Model *)index->model; /* qsort_r's context is not const */
    if (!add_coverages(&profile, index, rules, group, arena) || !add_targets(&profile, index, group, arena) ||
        !add_mixes(&profile, index, rules, group, arena))
        return error_no_memory(err);
    if (profile.skills.n > 0)
        qsort_r(profile.skills.items, (size_t)profile.skills.n, sizeof *profile.skills.items, by_skill, context);
    merge_skills(&profile);
    *out = profile;
    return CADRE_OK;
}
