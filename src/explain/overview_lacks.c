/* overview_lacks.c: each level of a skill that a need of some group asks for, set beside how many people have it. */
#include <stdlib.h>

#include "explain/overview_parts.h"

/* What one group asks for, by where it may look for it. */
typedef struct Demand {
    int site, skill, level, group, people;
} Demand;

typedef LIST(Demand) Demands;

static int compare(int a, int b) { return (a > b) - (a < b); }

static int by_demand(const void *left, const void *right)
{
    const Demand *a = left, *b = right;
    int order = compare(a->site, b->site);
    if (!order) order = compare(a->skill, b->skill);
    if (!order) order = compare(a->level, b->level);
    return order ? order : compare(a->group, b->group);
}

static bool demand_add(Demands *demands, const Model *model, int group, int skill, int level, int people, Arena *arena)
{
    Demand demand = {model->groups[group].site, skill, level, group, people};
    return LIST_PUSH(arena, demands, demand);
}

static CadreStatus list_demands(Demands *demands, const Model *model, Arena *arena, CadreError *err)
{
    bool added = true;
    for (int i = 0; i < model->n_roles; i++) {
        const Role *role = &model->roles[i];
        for (int j = role->first_target; added && j < role->first_target + role->n_targets; j++)
            added = demand_add(demands, model, role->group, model->targets[j].skill, model->targets[j].level, 1, arena);
        for (int j = role->first_bar; added && j < role->first_bar + role->n_bars; j++)
            added = demand_add(demands, model, role->group, model->bars[j].skill, model->bars[j].level, 1, arena);
    }
    for (int i = 0; added && i < model->n_coverages; i++) {
        const Coverage *coverage = &model->coverages[i];
        added = demand_add(demands, model, coverage->group, coverage->skill, coverage->level, coverage->people, arena);
    }
    if (!added) return error_no_memory(err);
    if (demands->n > 1) qsort(demands->items, (size_t)demands->n, sizeof *demands->items, by_demand);
    return CADRE_OK;
}

/* One lack for all demands of one site, skill and level; how many people have it is not counted yet. */
static CadreStatus merge_demands(Lack **out, int *n_out, const Demands *demands, Arena *arena, CadreError *err)
{
    Lack *lacks = ARENA_ARRAY(arena, Lack, demands->n + 1);
    int n = 0, last_group = -1;
    if (!lacks) return error_no_memory(err);
    for (int i = 0; i < demands->n; i++) {
        const Demand *at = &demands->items[i];
        Lack *lack = n ? &lacks[n - 1] : NULL;
        if (!lack || lack->site != at->site || lack->skill != at->skill || lack->level != at->level) {
            lack = &lacks[n++];
            *lack = (Lack){.skill = at->skill, .level = at->level, .site = at->site, .group = at->group, .highest = LEVEL_NONE};
            last_group = -1;
        }
        lack->n_groups += at->group != last_group;
        last_group = at->group;
        if (at->people > lack->needed) lack->needed = at->people;
    }
    *out = lacks;
    *n_out = n;
    return CADRE_OK;
}

static void count_person(Lack lacks[], int first, int end, const Model *model, int person)
{
    for (int i = first; i < end; i++) {
        int level = model_level(model, person, lacks[i].skill);
        lacks[i].have += level >= lacks[i].level;
        if (level > lacks[i].highest) lacks[i].highest = level;
    }
}

/* The lacks are by site, those of groups open to all first. */
static CadreStatus count_people(Lack lacks[], int n, const Model *model, Arena *arena, CadreError *err)
{
    int *first = ARENA_ARRAY(arena, int, model->n_sites + 2); /* [site + 1] */
    if (!first) return error_no_memory(err);
    for (int site = -1, i = 0; site < model->n_sites; site++) {
        first[site + 1] = i;
        while (i < n && lacks[i].site == site) i++;
    }
    first[model->n_sites + 1] = n;
    for (int person = 0; person < model->n_staff; person++) {
        int site = model->staff[person].site;
        if (model->staff[person].away) continue;
        count_person(lacks, 0, first[1], model, person);
        if (site >= 0) count_person(lacks, first[site + 1], first[site + 2], model, person);
    }
    return CADRE_OK;
}

static int by_lack(const void *left, const void *right)
{
    const Lack *a = left, *b = right;
    int order = compare(a->have > 0, b->have > 0);
    if (!order) order = compare(a->skill, b->skill);
    if (!order) order = compare(a->level, b->level);
    return order ? order : compare(a->site, b->site);
}

CadreStatus overview_lacks(Overview *overview, Arena *arena, CadreError *err)
{
    Demands demands = {0};
    Lack *lacks = NULL;
    int n = 0;
    TRY(list_demands(&demands, overview->model, arena, err));
    TRY(merge_demands(&lacks, &n, &demands, arena, err));
    TRY(count_people(lacks, n, overview->model, arena, err));
    if (n > 1) qsort(lacks, (size_t)n, sizeof *lacks, by_lack);
    for (int i = 0; i < n; i++)
        if (lacks[i].have < lacks[i].needed && !LIST_PUSH(arena, &overview->lacks, lacks[i])) return error_no_memory(err);
    return CADRE_OK;
}
