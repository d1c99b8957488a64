#include "solve/pool_set.h"

#include <stdlib.h>
#include <string.h>

typedef struct PartPool {
    Arena *arena; /* of its own, as parts are solved by several threads */
    BundlePool *pool;
    int n_staff, n_roles;
    const char **staff;           /* [n_staff] keys */
    const char **groups, **roles; /* [n_roles] names */
    bool answered;
    SolveOutcome answer;
    Settings settings;
} PartPool;

struct PoolSet {
    Arena *arena;
    PartPool *parts; /* [n] by the name of the first group */
    int n;
};

PoolSet *pool_set_create(Arena *arena)
{
    PoolSet *set = ARENA_NEW(arena, PoolSet);
    if (set) set->arena = arena;
    return set;
}

CadreStatus pool_set_room(PoolSet *set, int n, CadreError *err)
{
    set->n = 0;
    set->parts = ARENA_ARRAY(set->arena, PartPool, n);
    if (!set->parts) return error_no_memory(err);
    for (int i = 0; i < n; i++)
        if (!(set->parts[i].arena = arena_create(set->arena))) return error_no_memory(err);
    set->n = n;
    return CADRE_OK;
}

CadreStatus pool_set_open(BundlePool **pool, PoolSet *set, int number, const Model *model, CadreError *err)
{
    PartPool *part = &set->parts[number];
    part->staff = ARENA_ARRAY(part->arena, const char *, model->n_staff);
    part->groups = ARENA_ARRAY(part->arena, const char *, model->n_roles);
    part->roles = ARENA_ARRAY(part->arena, const char *, model->n_roles);
    part->pool = bundle_pool_create(part->arena);
    if (!part->staff || !part->groups || !part->roles || !part->pool) return error_no_memory(err);
    part->n_staff = model->n_staff;
    part->n_roles = model->n_roles;
    for (int i = 0; i < model->n_staff; i++)
        if (!(part->staff[i] = arena_copy(part->arena, model->staff[i].key))) return error_no_memory(err);
    for (int i = 0; i < model->n_roles; i++) {
        part->groups[i] = arena_copy(part->arena, model->groups[model->roles[i].group].name);
        part->roles[i] = arena_copy(part->arena, model->roles[i].name);
        if (!part->groups[i] || !part->roles[i]) return error_no_memory(err);
    }
    *pool = part->pool;
    return CADRE_OK;
}

static bool fits(const PartPool *part, const Model *model)
{
    if (part->n_staff != model->n_staff || part->n_roles != model->n_roles) return false;
    for (int i = 0; i < part->n_staff; i++)
        if (strcmp(part->staff[i], model->staff[i].key) != 0) return false;
    for (int i = 0; i < part->n_roles; i++)
        if (strcmp(part->roles[i], model->roles[i].name) != 0 ||
            strcmp(part->groups[i], model->groups[model->roles[i].group].name) != 0)
            return false;
    return true;
}

static int by_first_group(const void *name, const void *part)
{
    const PartPool *at = part;
    return strcmp(name, at->n_roles > 0 ? at->groups[0] : "");
}

static const PartPool *part_find(const PoolSet *set, const Model *model)
{
    if (set->n == 0 || model->n_roles == 0) return NULL;
    const char *name = model->groups[model->roles[0].group].name;
    const PartPool *part = bsearch(name, set->parts, (size_t)set->n, sizeof *set->parts, by_first_group);
    return part && part->pool && fits(part, model) ? part : NULL;
}

const BundlePool *pool_set_find(const PoolSet *set, const Model *model)
{
    const PartPool *part = part_find(set, model);
    return part && bundle_pool_size(part->pool) > 0 ? part->pool : NULL;
}

/* --- answers --- */

CadreStatus pool_set_answer_keep(PoolSet *set, int number, const SolveOutcome *outcome, const Settings *settings,
                                 CadreError *err)
{
    PartPool *part = &set->parts[number];
    int n = outcome->solution.n;
    Assignment *kept = ARENA_ARRAY(part->arena, Assignment, n);
    if (!kept) return error_no_memory(err);
    if (n > 0) memcpy(kept, outcome->solution.assignments, (size_t)n * sizeof *kept);
    part->answered = true;
    part->answer = *outcome;
    part->answer.solution.assignments = kept;
    part->settings = *settings;
    return CADRE_OK;
}

/* Whether nothing is allowed by `strict` that `loose` bars, and nothing worth more there. */
static bool is_looser(const Settings *loose, const Settings *strict)
{
    bool worth_same = loose->weight_fit == strict->weight_fit && loose->weight_interest == strict->weight_interest &&
                      loose->weight_growth == strict->weight_growth && loose->weight_continuity == strict->weight_continuity &&
                      loose->everyone == strict->everyone && loose->fairness == FAIRNESS_TOTAL &&
                      strict->fairness == FAIRNESS_TOTAL;
    bool allows = loose->hours >= strict->hours && loose->max_groups >= strict->max_groups &&
                  loose->max_leads >= strict->max_leads && loose->max_changes >= strict->max_changes;
    bool costs_less = loose->extra_load <= strict->extra_load && loose->short_must <= strict->short_must &&
                      loose->short_role <= strict->short_role && loose->short_should <= strict->short_should;
    return worth_same && allows && costs_less && loose->seed == strict->seed && strcmp(loose->closes, strict->closes) == 0;
}

const SolveOutcome *pool_set_answer(const PoolSet *set, const Model *model)
{
    const PartPool *part = part_find(set, model);
    bool known = part && part->answered && part->answer.proved && is_looser(&part->settings, &model->settings);
    return known ? &part->answer : NULL;
}
