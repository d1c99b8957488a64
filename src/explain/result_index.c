#include "explain/result_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "explain/holdings.h"

CadreStatus buckets_fill(Buckets *out, const int *keys, int n_keys, const int *order, int n, Arena *arena, CadreError *err)
{
    int *first = ARENA_ARRAY(arena, int, n_keys + 2), *item = ARENA_ARRAY(arena, int, n);
    if (!first || !item) return error_no_memory(err);
    for (int i = 0; i < n; i++) first[keys[i] + 2]++;
    for (int key = 0; key < n_keys; key++) first[key + 2] += first[key + 1];
    for (int i = 0; i < n; i++) {
        int thing = order ? order[i] : i;
        item[first[keys[thing] + 1]++] = thing;
    }
    *out = (Buckets){first, item};
    return CADRE_OK;
}

static int by_cost(const void *left, const void *right, void *context)
{
    const ShortageRow *rows = context;
    int first = *(const int *)left, second = *(const int *)right;
    int64_t a = rows[first].shortage.cost, b = rows[second].shortage.cost;
    return a != b ? (a < b) - (a > b) : (first > second) - (first < second);
}

static CadreStatus order_shortages(ResultIndex *index, Arena *arena, CadreError *err)
{
    const ResultRows *rows = index->rows;
    index->dearest = ARENA_ARRAY(arena, int, rows->n_shortages);
    if (!index->dearest) return error_no_memory(err);
    for (int i = 0; i < rows->n_shortages; i++) index->dearest[i] = i;
    qsort_r(index->dearest, (size_t)rows->n_shortages, sizeof *index->dearest, by_cost, rows->shortages);
    return CADRE_OK;
}

static CadreStatus index_assignments(ResultIndex *index, int *keys, Arena *arena, CadreError *err)
{
    const ResultRows *rows = index->rows;
    const Model *model = index->model;
    for (int i = 0; i < rows->n_assignments; i++) keys[i] = rows->assignments[i].person;
    TRY(buckets_fill(&index->by_person, keys, model->n_staff, NULL, rows->n_assignments, arena, err));
    for (int i = 0; i < rows->n_assignments; i++) keys[i] = rows->assignments[i].role;
    return buckets_fill(&index->by_role, keys, model->n_roles, NULL, rows->n_assignments, arena, err);
}

static int site_key(const Model *model, int site) { return site < 0 ? model->n_sites : site; }

static CadreStatus index_shortages(ResultIndex *index, int *keys, Arena *arena, CadreError *err)
{
    const ResultRows *rows = index->rows;
    const Model *model = index->model;
    TRY(order_shortages(index, arena, err));
    for (int i = 0; i < rows->n_shortages; i++) keys[i] = rows->shortages[i].shortage.group;
    TRY(buckets_fill(&index->shorts_by_group, keys, model->n_groups, index->dearest, rows->n_shortages, arena, err));
    for (int i = 0; i < rows->n_shortages; i++)
        keys[i] = site_key(model, model->groups[rows->shortages[i].shortage.group].site);
    return buckets_fill(&index->shorts_by_site, keys, model->n_sites + 1, index->dearest, rows->n_shortages, arena, err);
}

typedef struct NamedRow {
    const char *key;
    int row;
} NamedRow;

static int by_key(const void *left, const void *right)
{
    const NamedRow *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

/* People as a reader looks for them: by name, without regard to case and accents. */
static CadreStatus order_people(int *order, const ResultIndex *index, Arena *arena, CadreError *err)
{
    const ResultRows *rows = index->rows;
    NamedRow *named = ARENA_ARRAY(arena, NamedRow, rows->n_people);
    if (!named) return error_no_memory(err);
    for (int i = 0; i < rows->n_people; i++) {
        named[i] = (NamedRow){text_name_key(arena, person_label(index->model, rows->people[i].person)), i};
        if (!named[i].key) return error_no_memory(err);
    }
    qsort(named, (size_t)rows->n_people, sizeof *named, by_key);
    for (int i = 0; i < rows->n_people; i++) order[i] = named[i].row;
    return CADRE_OK;
}

static CadreStatus index_sites(ResultIndex *index, int *keys, Arena *arena, CadreError *err)
{
    const ResultRows *rows = index->rows;
    const Model *model = index->model;
    int *order = ARENA_ARRAY(arena, int, rows->n_people);
    if (!order) return error_no_memory(err);
    TRY(order_people(order, index, arena, err));
    for (int i = 0; i < rows->n_people; i++) keys[i] = site_key(model, model->staff[rows->people[i].person].site);
    TRY(buckets_fill(&index->people_by_site, keys, model->n_sites + 1, order, rows->n_people, arena, err));
    for (int i = 0; i < rows->n_groups; i++) keys[i] = site_key(model, model->groups[rows->groups[i].group].site);
    return buckets_fill(&index->groups_by_site, keys, model->n_sites + 1, NULL, rows->n_groups, arena, err);
}

static int most(int a, int b) { return a > b ? a : b; }

CadreStatus result_index_make(ResultIndex *out, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err)
{
    ResultIndex index = {.model = model, .rows = rows};
    int n_keys = most(most(rows->n_assignments, rows->n_people), most(rows->n_groups, rows->n_shortages));
    int *keys = ARENA_ARRAY(arena, int, n_keys);
    if (!keys) return error_no_memory(err);
    TRY(labels_make(&index.labels, model, arena, err));
    TRY(index_assignments(&index, keys, arena, err));
    TRY(index_shortages(&index, keys, arena, err));
    TRY(index_sites(&index, keys, arena, err));
    *out = index;
    return CADRE_OK;
}

static ResultScope scope_of(const ResultIndex *index, int from, int to)
{
    const Buckets *groups = &index->groups_by_site, *people = &index->people_by_site, *shorts = &index->shorts_by_site;
    return (ResultScope){.groups = groups->item + groups->first[from],
                         .people = people->item + people->first[from],
                         .shortages = shorts->item + shorts->first[from],
                         .n_groups = groups->first[to] - groups->first[from],
                         .n_people = people->first[to] - people->first[from],
                         .n_shortages = shorts->first[to] - shorts->first[from]};
}

ResultScope result_scope(const ResultIndex *index, int site)
{
    int n_sites = index->model->n_sites, key = site_key(index->model, site);
    ResultScope scope = site == SCOPE_ALL ? scope_of(index, 0, n_sites + 1) : scope_of(index, key, key + 1);
    scope.site = site;
    if (site == SCOPE_ALL) scope.shortages = index->dearest;
    return scope;
}
