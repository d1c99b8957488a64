/* skill_inventory.c: people counted by skill and site, and the quadrants. */
#include "explain/skill_inventory.h"

#include <stdlib.h>

#include "explain/leading.h"
#include "explain/order.h"
#include "explain/veil.h"

static int by_name(const void *left, const void *right, void *context)
{
    return order_by_name(context, *(const int *)left, *(const int *)right);
}

static CadreStatus order_skills(SkillInventory *inventory, Arena *arena, CadreError *err)
{
    int n = inventory->model->n_skills;
    inventory->order = ARENA_ARRAY(arena, int, n + 1);
    if (!inventory->order) return error_no_memory(err);
    for (int i = 0; i < n; i++) inventory->order[i] = i;
    qsort_r(inventory->order, (size_t)n, sizeof *inventory->order, by_name, inventory->model->skills);
    return CADRE_OK;
}

static void count_answer(SkillCount *count, int person, int level, int interest, int expert_level)
{
    count->levels[level + 1]++;
    count->interests[interest + 1]++;
    count->caring[level + 1] += interest >= 0;
    count->wanting[level + 1] += interest >= INVENTORY_WANT;
    if (level >= expert_level && count->expert < 0) count->expert = person;
}

static void add_counts(SkillCount *to, const SkillCount *what)
{
    for (int at = 0; at < PROFILE_LEVELS; at++) {
        to->levels[at] += what->levels[at];
        to->interests[at] += what->interests[at];
        to->wanting[at] += what->wanting[at];
        to->caring[at] += what->caring[at];
    }
    if (what->expert >= 0 && (to->expert < 0 || what->expert < to->expert)) to->expert = what->expert;
}

static void count_person(SkillInventory *inventory, int person)
{
    const Model *model = inventory->model;
    int row = inventory_row(inventory, model->staff[person].site < 0 ? SCOPE_NO_SITE : model->staff[person].site);
    SkillCount *counts = &inventory->counts[(size_t)row * (size_t)model->n_skills];
    if (model->staff[person].away) {
        inventory->away[row]++;
        return;
    }
    inventory->staff[row]++;
    for (int skill = 0; skill < model->n_skills; skill++)
        count_answer(&counts[skill], person, model_level(model, person, skill), model_interest(model, person, skill),
                     skill_expert_level(model, skill));
}

static void count_people(SkillInventory *inventory)
{
    const Model *model = inventory->model;
    int all = model->n_sites + 1;
    size_t n_skills = (size_t)model->n_skills;
    for (size_t i = 0; i < (size_t)(all + 1) * n_skills; i++) inventory->counts[i].expert = -1;
    for (int person = 0; person < model->n_staff; person++) count_person(inventory, person);
    for (int row = 0; row < all; row++) {
        inventory->staff[all] += inventory->staff[row];
        inventory->away[all] += inventory->away[row];
        for (size_t skill = 0; skill < n_skills; skill++)
            add_counts(&inventory->counts[(size_t)all * n_skills + skill], &inventory->counts[(size_t)row * n_skills + skill]);
    }
}

CadreStatus skill_inventory_make(SkillInventory *out, const Model *model, Arena *arena, CadreError *err)
{
    SkillInventory inventory = {.model = model};
    size_t n_rows = (size_t)model->n_sites + 2;
    inventory.counts = ARENA_ARRAY(arena, SkillCount, n_rows * (size_t)model->n_skills + 1);
    inventory.staff = ARENA_ARRAY(arena, int, n_rows);
    inventory.away = ARENA_ARRAY(arena, int, n_rows);
    if (!inventory.counts || !inventory.staff || !inventory.away) return error_no_memory(err);
    TRY(order_skills(&inventory, arena, err));
    count_people(&inventory);
    TRY(skill_needs_make(&inventory, arena, err));
    *out = inventory;
    return CADRE_OK;
}

SkillPeople skill_people(const SkillCount *count)
{
    int answered = counted_from(count->caring, 0), able = counted_from(count->caring, INVENTORY_HAVE);
    int wanting = counted_from(count->wanting, 0), both = counted_from(count->wanting, INVENTORY_HAVE);
    return (SkillPeople){both, wanting - both, able - both, answered - able - (wanting - both)};
}

static SkillShares shares_of(const Model *model, int site, const SkillCount *count)
{
    return (SkillShares){veil_share(model, site, count->levels, INVENTORY_HAVE),
                         veil_share(model, site, count->interests, INVENTORY_WANT), PLACE_UNKNOWN};
}

CadreStatus skill_map_make(SkillMap *out, const SkillInventory *inventory, int site, Arena *arena, CadreError *err)
{
    int n_skills = inventory->model->n_skills;
    SkillMap map = {ARENA_ARRAY(arena, SkillShares, n_skills + 1), 0, -1, -1};
    int64_t have = 0, want = 0;
    if (!map.skills) return error_no_memory(err);
    for (int skill = 0; skill < n_skills; skill++) {
        SkillShares *at = &map.skills[skill];
        *at = shares_of(inventory->model, site, inventory_count(inventory, site, skill));
        if (!skill_is_known(&map, skill)) continue;
        map.n_known++;
        have += at->have;
        want += at->want;
    }
    for (int skill = 0; skill < n_skills; skill++) {
        SkillShares *at = &map.skills[skill];
        if (!skill_is_known(&map, skill) || map.n_known < INVENTORY_FEWEST) continue;
        bool many_have = (int64_t)at->have * map.n_known >= have, many_want = (int64_t)at->want * map.n_known >= want;
        at->place = many_want ? many_have ? PLACE_STRENGTH : PLACE_PASSION : many_have ? PLACE_RESERVE : PLACE_NEITHER;
    }
    if (map.n_known > 0) {
        map.mean_have = (int)(have / map.n_known);
        map.mean_want = (int)(want / map.n_known);
    }
    *out = map;
    return CADRE_OK;
}
