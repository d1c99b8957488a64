/* skill_needs.c: what each group asks of each skill, and where too few people have it. */
#include <stdlib.h>

#include "explain/order.h"
#include "explain/skill_inventory.h"

/* One row of a plan: of a coverage the people it counts, of a target or a bar the seats of the role that must be filled. */
typedef struct Asked {
    int key, skill, group, role; /* role -1: of the whole group */
    int level, people;
    bool counts_people, bars;
} Asked;
typedef LIST(Asked) AskedList;

/* Where only one site is, its groups and those open to all look among the same people. */
static int need_key(const Model *model, int group)
{
    int site = model->groups[group].site;
    return model->n_sites > 1 && site >= 0 ? site : model->n_sites;
}

static int by_place(const void *left, const void *right)
{
    const Asked *a = left, *b = right;
    int order = order_of(a->key, b->key);
    if (!order) order = order_of(a->skill, b->skill);
    if (!order) order = order_of(a->group, b->group);
    return order ? order : order_of(a->role, b->role);
}

static bool list_role(AskedList *list, const Model *model, int role, Arena *arena)
{
    const Role *of = &model->roles[role];
    Asked asked = {.key = need_key(model, of->group), .group = of->group, .role = role, .people = of->min};
    bool added = true;
    for (int i = of->first_target; added && i < of->first_target + of->n_targets; i++) {
        asked.skill = model->targets[i].skill;
        asked.level = model->targets[i].level;
        added = LIST_PUSH(arena, list, asked);
    }
    asked.bars = true;
    for (int i = of->first_bar; added && i < of->first_bar + of->n_bars; i++) {
        asked.skill = model->bars[i].skill;
        asked.level = model->bars[i].level;
        added = LIST_PUSH(arena, list, asked);
    }
    return added;
}

static bool list_all(AskedList *list, const Model *model, Arena *arena)
{
    bool added = true;
    for (int role = 0; added && role < model->n_roles; role++) added = list_role(list, model, role, arena);
    for (int i = 0; added && i < model->n_coverages; i++) {
        const Coverage *of = &model->coverages[i];
        Asked asked = {need_key(model, of->group), of->skill, of->group, of->role, of->level, of->people, true, false};
        added = LIST_PUSH(arena, list, asked);
    }
    if (added && list->n > 1) qsort(list->items, (size_t)list->n, sizeof *list->items, by_place);
    return added;
}

static int greater(int a, int b) { return a > b ? a : b; }

/* The rows of one role (of the whole group, for -1) on one skill, at `level` or above. A coverage says how many; without one
 * every seat asks for it, by a target only where nothing of the group counts people. */
static int role_asks(const Asked rows[], int n, int level, bool targets)
{
    int seats = 0, people = -1;
    for (int i = 0; i < n; i++) {
        if (rows[i].counts_people) people = greater(people, rows[i].level >= level ? rows[i].people : 0);
        if (!rows[i].counts_people && rows[i].level >= level && (targets || rows[i].bars)) seats = rows[i].people;
    }
    return people >= 0 ? people : seats;
}

/* The rows of one group on one skill. */
static SkillNeed need_of(const Asked rows[], int n)
{
    SkillNeed need = {.group = rows->group, .skill = rows->skill};
    bool covered = false;
    for (int i = 0; i < n; i++) covered |= rows[i].counts_people;
    for (int level = 1; level <= LEVEL_MAX; level++) {
        int of_group = 0, of_roles = 0;
        for (int i = 0, end; i < n; i = end) {
            for (end = i + 1; end < n && rows[end].role == rows[i].role; end++) continue;
            int asks = role_asks(rows + i, end - i, level, !covered);
            of_group += rows[i].role < 0 ? asks : 0;
            of_roles += rows[i].role < 0 ? 0 : asks;
        }
        need.asked[level] = greater(of_group, of_roles);
    }
    return need;
}

CadreStatus skill_needs_make(SkillInventory *out, Arena *arena, CadreError *err)
{
    const Model *model = out->model;
    size_t n_keys = ((size_t)model->n_sites + 1) * (size_t)model->n_skills, at = 0;
    AskedList list = {0};
    if (!list_all(&list, model, arena)) return error_no_memory(err);
    out->needs = ARENA_ARRAY(arena, SkillNeed, list.n + 1);
    out->first_need = ARENA_ARRAY(arena, int, n_keys + 1);
    if (!out->needs || !out->first_need) return error_no_memory(err);
    int n = 0;
    for (int i = 0, end; i < list.n; i = end) {
        const Asked *rows = &list.items[i];
        size_t key = (size_t)rows->key * (size_t)model->n_skills + (size_t)rows->skill;
        for (end = i + 1; end < list.n && rows->group == list.items[end].group && rows->skill == list.items[end].skill; end++)
            continue;
        while (at <= key) out->first_need[at++] = n;
        out->needs[n++] = need_of(rows, end - i);
    }
    while (at <= n_keys) out->first_need[at++] = n;
    return CADRE_OK;
}

int skill_n_keys(const SkillInventory *inventory, int site) { return site == SCOPE_ALL ? inventory->model->n_sites + 1 : 1; }

static int key_at(const SkillInventory *inventory, int site, int key)
{
    if (site == SCOPE_ALL) return key;
    return site < 0 || inventory->model->n_sites <= 1 ? inventory->model->n_sites : site;
}

static SkillNeeds needs_of(const SkillInventory *inventory, int key, int skill)
{
    const int *first = &inventory->first_need[(size_t)key * (size_t)inventory->model->n_skills + (size_t)skill];
    return (SkillNeeds){inventory->needs + first[0], first[1] - first[0]};
}

SkillNeeds skill_needs(const SkillInventory *inventory, int site, int key, int skill)
{
    return needs_of(inventory, key_at(inventory, site, key), skill);
}

/* The needs of one site's groups beside its people; of those open to all beside everyone. */
static SkillDemand demand_of(const SkillInventory *inventory, int key, int skill)
{
    SkillNeeds needs = needs_of(inventory, key, skill);
    const SkillCount *people = inventory_count(inventory, key == inventory->model->n_sites ? SCOPE_ALL : key, skill);
    SkillDemand demand = {.n_groups = needs.n};
    for (int level = 1; level <= LEVEL_MAX; level++) {
        int asked = 0, missing;
        for (int i = 0; i < needs.n; i++) asked += needs.items[i].asked[level];
        missing = asked - counted_from(people->levels, level);
        if (level == 1) demand.asked = asked;
        if (missing <= 0 || missing < demand.missing) continue;
        demand.missing = missing;
        demand.level = level;
    }
    demand.n_sites = demand.missing > 0;
    return demand;
}

SkillDemand skill_demand(const SkillInventory *inventory, int site, int skill)
{
    SkillDemand all = {0};
    for (int i = 0; i < skill_n_keys(inventory, site); i++) {
        SkillDemand one = demand_of(inventory, key_at(inventory, site, i), skill);
        if (one.missing > 0) all.level = all.missing == 0 || all.level == one.level ? one.level : 0;
        all.asked += one.asked;
        all.missing += one.missing;
        all.n_groups += one.n_groups;
        all.n_sites += one.n_sites;
    }
    return all;
}

static int nearness(const Model *model, int person, int skill)
{
    return (LEVEL_MAX + 1) * model_level(model, person, skill) + model_interest(model, person, skill);
}

int skill_learners(int people[], int most, const ResultIndex *index, const ResultScope *scope, int skill, int below)
{
    const Model *model = index->model;
    int n = 0;
    for (int i = 0; i < scope->n_people; i++) {
        int person = index->rows->people[scope->people[i]].person, at;
        int level = model_level(model, person, skill), near = nearness(model, person, skill);
        if (model->staff[person].away || level < 0 || level >= below || model_interest(model, person, skill) < INVENTORY_WANT)
            continue;
        if (n == most && nearness(model, people[n - 1], skill) >= near) continue;
        if (n < most) n++;
        for (at = n - 1; at > 0 && nearness(model, people[at - 1], skill) < near; at--) people[at] = people[at - 1];
        people[at] = person;
    }
    return n;
}
