#include "solve/components.h"

#include <stdlib.h>

/* Union-find over people (0 .. n_staff - 1) and groups (n_staff ..). */
typedef struct Links {
    int *parent;
    int n_staff;
} Links;

static int find_root(Links *links, int node)
{
    while (links->parent[node] != node) {
        links->parent[node] = links->parent[links->parent[node]];
        node = links->parent[node];
    }
    return node;
}

/* The lesser root stays, so the outcome does not depend on the order of calls. */
static void join(Links *links, int person, int group)
{
    int a = find_root(links, person), b = find_root(links, links->n_staff + group);
    if (a < b)
        links->parent[b] = a;
    else
        links->parent[a] = b;
}

static void join_all(Links *links, bool *named, const Program *program)
{
    const Model *model = program->model;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        named[program->pair_person[pair]] = true;
        join(links, program->pair_person[pair], model->roles[program->pair_role[pair]].group);
    }
    for (int i = 0; i < model->n_pins; i++)
        for (int k = 0; k < model->pins[i].n_roles; k++) {
            named[model->pins[i].person] = true;
            join(links, model->pins[i].person, model->roles[model->pin_roles[model->pins[i].first_role + k]].group);
        }
    for (int i = 0; i < model->n_pairs; i++) {
        named[model->pairs[i].person] = named[model->pairs[i].other] = true;
        join(links, model->pairs[i].person, model->pairs[i].group);
        join(links, model->pairs[i].other, model->pairs[i].group);
    }
}

/* Number the parts by their first group. */
static void number_parts(Components *out, Links *links, const bool *named, int *number_of_root, const Model *model, bool is_one)
{
    for (int node = 0; node < model->n_staff + model->n_groups; node++) number_of_root[node] = -1;
    out->n = is_one ? 1 : 0;
    for (int group = 0; group < model->n_groups; group++) {
        int root = find_root(links, model->n_staff + group);
        if (number_of_root[root] < 0) number_of_root[root] = is_one ? 0 : out->n++;
        out->index.part_of_group[group] = number_of_root[root];
    }
    for (int person = 0; person < model->n_staff; person++)
        out->index.part_of_person[person] = named[person] ? number_of_root[find_root(links, person)] : -1;
}

/* members[first[part] ..]: the items of each part in order; index: an item's place in its part. */
static void list_parts(int *first, int *members, int *index, const int *part_of, int n_items, int n_parts)
{
    for (int i = 0; i < n_items; i++)
        if (part_of[i] >= 0) first[part_of[i] + 1]++;
    for (int part = 0; part < n_parts; part++) first[part + 1] += first[part];
    for (int i = n_items - 1; i >= 0; i--) { /* downwards: first[part + 1] walks back to the start of part + 1 */
        if (part_of[i] < 0) continue;
        members[--first[part_of[i] + 1]] = i;
    }
    for (int part = 0; part < n_parts; part++) first[part] = first[part + 1];
    int n_members = 0;
    for (int i = 0; i < n_items; i++) n_members += part_of[i] >= 0;
    first[n_parts] = n_members;
    for (int part = 0; part < n_parts; part++)
        for (int i = first[part]; i < first[part + 1]; i++) index[members[i]] = i - first[part];
}

typedef struct PartSize {
    int64_t pairs;
    int part;
} PartSize;

static int by_size(const void *left, const void *right)
{
    const PartSize *a = left, *b = right;
    if (a->pairs != b->pairs) return a->pairs > b->pairs ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

static CadreStatus order_parts(Components *out, const Program *program, Arena *arena, CadreError *err)
{
    PartSize *sizes = ARENA_ARRAY(arena, PartSize, out->n);
    out->order = ARENA_ARRAY(arena, int, out->n);
    if (!sizes || !out->order) return error_no_memory(err);
    for (int part = 0; part < out->n; part++) sizes[part].part = part;
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        sizes[out->index.part_of_person[program->pair_person[pair]]].pairs++;
    if (out->n > 1) qsort(sizes, (size_t)out->n, sizeof *sizes, by_size);
    for (int i = 0; i < out->n; i++) out->order[i] = sizes[i].part;
    return CADRE_OK;
}

CadreStatus components_find(Components *out, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    int n_nodes = model->n_staff + model->n_groups;
    Links links = {ARENA_ARRAY(arena, int, n_nodes), model->n_staff};
    bool *named = ARENA_ARRAY(arena, bool, model->n_staff);
    int *numbers = ARENA_ARRAY(arena, int, n_nodes);
    *out = (Components){.index = {ARENA_ARRAY(arena, int, model->n_staff), ARENA_ARRAY(arena, int, model->n_groups),
                                  ARENA_ARRAY(arena, int, model->n_staff), ARENA_ARRAY(arena, int, model->n_groups)},
                        .people = ARENA_ARRAY(arena, int, model->n_staff),
                        .groups = ARENA_ARRAY(arena, int, model->n_groups)};
    if (!links.parent || !named || !numbers || !out->index.part_of_person || !out->index.part_of_group || !out->index.person ||
        !out->index.group || !out->people || !out->groups)
        return error_no_memory(err);
    for (int node = 0; node < n_nodes; node++) links.parent[node] = node;
    join_all(&links, named, program);
    number_parts(out, &links, named, numbers, model, model->settings.max_changes != NO_LIMIT);
    out->first_person = ARENA_ARRAY(arena, int, out->n + 1);
    out->first_group = ARENA_ARRAY(arena, int, out->n + 1);
    if (!out->first_person || !out->first_group) return error_no_memory(err);
    list_parts(out->first_person, out->people, out->index.person, out->index.part_of_person, model->n_staff, out->n);
    list_parts(out->first_group, out->groups, out->index.group, out->index.part_of_group, model->n_groups, out->n);
    return order_parts(out, program, arena, err);
}
