#include "explain/shared_members.h"

#include <stdlib.h>

#include "explain/order.h"

/* One person in two groups. */
typedef struct SharedPerson {
    int one, other, person;
} SharedPerson;

typedef LIST(SharedPerson) SharedPeople;

static int by_groups(const void *left, const void *right)
{
    const SharedPerson *a = left, *b = right;
    int order = order_of(a->one, b->one);
    if (!order) order = order_of(a->other, b->other);
    return order ? order : order_of(a->person, b->person);
}

static int by_people(const void *left, const void *right)
{
    const SharedLink *a = left, *b = right;
    int order = order_of(b->n, a->n);
    if (!order) order = order_of(a->one, b->one);
    return order ? order : order_of(a->other, b->other);
}

static bool in_scope(const ResultIndex *index, const ResultScope *scope, int group)
{
    return scope->site == SCOPE_ALL || index->model->groups[group].site == scope->site;
}

static int group_held(const ResultIndex *index, int at)
{
    return index->model->roles[index->rows->assignments[index->by_person.item[at]].role].group;
}

/* Every two groups of one person, with one of the scope. */
static CadreStatus add_person(SharedPeople *list, const ResultIndex *index, const ResultScope *scope, int person, Arena *arena,
                              CadreError *err)
{
    const Buckets *held = &index->by_person;
    for (int i = held->first[person]; i < held->first[person + 1]; i++)
        for (int j = i + 1; j < held->first[person + 1]; j++) {
            int one = group_held(index, i), other = group_held(index, j);
            if (one == other || (!in_scope(index, scope, one) && !in_scope(index, scope, other))) continue;
            SharedPerson found = {one < other ? one : other, one < other ? other : one, person};
            if (!LIST_PUSH(arena, list, found)) return error_no_memory(err);
        }
    return CADRE_OK;
}

/* What those who serve in a group of the scope join, everyone looked at once. */
static CadreStatus collect(SharedPeople *list, int *n_people, const ResultIndex *index, const ResultScope *scope, Arena *arena,
                           CadreError *err)
{
    const Model *model = index->model;
    bool *seen = ARENA_ARRAY(arena, bool, model->n_staff);
    if (!seen) return error_no_memory(err);
    *n_people = 0;
    for (int i = 0; i < scope->n_groups; i++) {
        const Group *of = &model->groups[index->rows->groups[scope->groups[i]].group];
        for (int at = index->by_role.first[of->first_role]; at < index->by_role.first[of->first_role + of->n_roles]; at++) {
            int person = index->rows->assignments[index->by_role.item[at]].person, before = list->n;
            if (seen[person]) continue;
            seen[person] = true;
            TRY(add_person(list, index, scope, person, arena, err));
            *n_people += list->n > before;
        }
    }
    if (list->n > 0) qsort(list->items, (size_t)list->n, sizeof *list->items, by_groups);
    return CADRE_OK;
}

static CadreStatus make_links(SharedMembers *out, const SharedPeople *list, Arena *arena, CadreError *err)
{
    out->people = ARENA_ARRAY(arena, int, list->n);
    out->links = ARENA_ARRAY(arena, SharedLink, list->n);
    if (!out->people || !out->links) return error_no_memory(err);
    for (int i = 0; i < list->n; i++) {
        const SharedPerson *at = &list->items[i];
        bool next = i > 0 && at->one == at[-1].one && at->other == at[-1].other;
        if (!next) out->links[out->n_links++] = (SharedLink){at->one, at->other, i, 0};
        out->links[out->n_links - 1].n++;
        out->people[i] = at->person;
    }
    qsort(out->links, (size_t)out->n_links, sizeof *out->links, by_people);
    return CADRE_OK;
}

/* The group that stands for the cluster; paths are halved on the way. */
static int cluster_of(int *parent, int group)
{
    while (parent[group] != group) group = parent[group] = parent[parent[group]];
    return group;
}

static void join_clusters(SharedMembers *out, int *parent)
{
    int joined = 0, in_links = 0;
    for (int i = 0; i < out->n_links; i++) {
        int ends[2] = {out->links[i].one, out->links[i].other};
        for (int j = 0; j < 2; j++) {
            if (parent[ends[j]] >= 0) continue;
            parent[ends[j]] = ends[j];
            in_links++;
        }
        int one = cluster_of(parent, ends[0]), other = cluster_of(parent, ends[1]);
        joined += one != other;
        parent[other] = one;
    }
    out->n_clusters = in_links - joined;
}

static CadreStatus find_clusters(SharedMembers *out, const ResultIndex *index, const ResultScope *scope, Arena *arena,
                                 CadreError *err)
{
    int *parent = ARENA_ARRAY(arena, int, index->model->n_groups);
    out->alone = ARENA_ARRAY(arena, int, scope->n_groups);
    if (!parent || !out->alone) return error_no_memory(err);
    for (int group = 0; group < index->model->n_groups; group++) parent[group] = -1;
    join_clusters(out, parent);
    for (int i = 0; i < scope->n_groups; i++) {
        const GroupRow *row = &index->rows->groups[scope->groups[i]];
        if (row->size == 0) continue;
        out->n_groups++;
        if (parent[row->group] >= 0)
            out->n_linked++;
        else
            out->alone[out->n_alone++] = row->group;
    }
    return CADRE_OK;
}

CadreStatus shared_members_make(SharedMembers *out, const ResultIndex *index, const ResultScope *scope, Arena *arena,
                                CadreError *err)
{
    SharedPeople list = {0};
    SharedMembers shared = {0};
    TRY(collect(&list, &shared.n_people, index, scope, arena, err));
    TRY(make_links(&shared, &list, arena, err));
    TRY(find_clusters(&shared, index, scope, arena, err));
    *out = shared;
    return CADRE_OK;
}
