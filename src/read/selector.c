#include "read/selector.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Groups by a name that they share: those of name i are groups[first[i]] up to first[i + 1]. */
typedef struct SharedNames {
    Names *names;
    int *first;
    int *groups;
} SharedNames;

struct GroupIndex {
    const Model *model;
    SharedNames full, base, kind;
    int *all; /* 0, 1, 2, ... */
};

static const char kind_prefix[] = "kind:";

static const char *name_of(const Group *group, size_t member) { return *(const char *const *)((const char *)group + member); }

/* Index the groups by the text member at offset `member`; blank ones are left out. */
static bool shared_names_make(SharedNames *out, const Model *model, size_t member, Arena *arena)
{
    int *name = ARENA_ARRAY(arena, int, model->n_groups);
    out->names = names_create(arena, NAME_STYLE_NAME);
    if (!name || !out->names) return false;
    for (int group = 0; group < model->n_groups; group++) {
        const char *text = name_of(&model->groups[group], member);
        name[group] = *text ? names_add(out->names, text) : -1;
        if (*text && name[group] < 0) return false;
    }
    int n_names = names_count(out->names);
    out->first = ARENA_ARRAY(arena, int, n_names + 2);
    out->groups = ARENA_ARRAY(arena, int, model->n_groups);
    if (!out->first || !out->groups) return false;
    /* count into place i + 2, sum up, then fill: place i + 1 moves on to the end of name i */
    for (int group = 0; group < model->n_groups; group++)
        if (name[group] >= 0) out->first[name[group] + 2]++;
    for (int i = 2; i < n_names + 2; i++) out->first[i] += out->first[i - 1];
    for (int group = 0; group < model->n_groups; group++)
        if (name[group] >= 0) out->groups[out->first[name[group] + 1]++] = group;
    return true;
}

GroupIndex *group_index_create(const Model *model, Arena *arena)
{
    GroupIndex *index = ARENA_NEW(arena, GroupIndex);
    if (!index || !(index->all = ARENA_ARRAY(arena, int, model->n_groups))) return NULL;
    index->model = model;
    for (int group = 0; group < model->n_groups; group++) index->all[group] = group;
    if (!shared_names_make(&index->full, model, offsetof(Group, name), arena)) return NULL;
    if (!shared_names_make(&index->base, model, offsetof(Group, base_name), arena)) return NULL;
    return shared_names_make(&index->kind, model, offsetof(Group, kind), arena) ? index : NULL;
}

static bool find_shared(Selection *out, const SharedNames *shared, GroupRank rank, const char *name)
{
    int found = names_find(shared->names, name);
    if (found < 0) return false;
    int first = shared->first[found];
    *out = (Selection){rank, shared->first[found + 1] - first, shared->groups + first};
    return true;
}

/* GROUP @ SITE where SITE is another spelling of the copy's site. */
static bool find_by_alias(Selection *out, const GroupIndex *index, const SiteNames *sites, const char *key, Arena *arena)
{
    const char *at = strstr(key, " @ ");
    const char *base = at ? arena_copy_n(arena, key, (size_t)(at - key)) : NULL;
    if (!base) return false;
    int site = site_names_find(sites, at + 3);
    Selection copies;
    if (site < 0 || !find_shared(&copies, &index->base, RANK_GROUP, base)) return false;
    for (int i = 0; i < copies.n; i++) {
        const Group *group = &index->model->groups[copies.groups[i]];
        if (group->site != site || !group_is_copy(group)) continue;
        *out = (Selection){RANK_COPY, 1, copies.groups + i};
        return true;
    }
    return false;
}

bool selector_names_kind(const char *text) { return strncasecmp(text, kind_prefix, sizeof kind_prefix - 1) == 0; }

bool selector_find(Selection *out, const GroupIndex *index, const SiteNames *sites, const char *text, Arena *arena)
{
    if (strcmp(text, "*") == 0) {
        *out = (Selection){RANK_ALL, index->model->n_groups, index->all};
        return true;
    }
    if (selector_names_kind(text)) return find_shared(out, &index->kind, RANK_KIND, text + sizeof kind_prefix - 1);
    if (find_shared(out, &index->base, RANK_GROUP, text)) return true;
    if (find_shared(out, &index->full, RANK_COPY, text)) return true;
    const char *key = text_name_key(arena, text);
    return key && find_by_alias(out, index, sites, key, arena);
}

int selector_copy_at(const GroupIndex *index, const char *base, int site)
{
    Selection copies;
    if (!find_shared(&copies, &index->base, RANK_GROUP, base)) return -1;
    for (int i = 0; i < copies.n; i++) {
        const Group *group = &index->model->groups[copies.groups[i]];
        if (!group_is_copy(group) || group->site == site) return copies.groups[i];
    }
    return -1;
}

const char *selector_nearest(const GroupIndex *index, const char *text, Arena *arena)
{
    if (selector_names_kind(text)) {
        const char *kind = names_nearest(index->kind.names, text + sizeof kind_prefix - 1);
        const char *cell = kind ? arena_print(arena, "%s%s", kind_prefix, kind) : NULL;
        return cell;
    }
    const char *base = names_nearest(index->base.names, text);
    return base ? base : names_nearest(index->full.names, text);
}
