/* selector.h: what a sheet's `group` cell means: a copy, a group, kind:NAME or *, and how specific that is. */
#ifndef READ_SELECTOR_H
#define READ_SELECTOR_H

#include "model/model.h"
#include "read/site_names.h"

/* From the most to the least specific. */
typedef enum GroupRank { RANK_COPY, RANK_GROUP, RANK_KIND, RANK_ALL } GroupRank;

typedef struct Selection {
    GroupRank rank;
    int n;
    const int *groups; /* [n], ascending indices into Model.groups */
} Selection;

typedef struct GroupIndex GroupIndex;

/* Whether the group is one copy of an `each` group: groups_read gives all others one text for both names. */
static inline bool group_is_copy(const Group *group) { return group->name != group->base_name; }

/* Lookups over the model's groups, which must be there; NULL where there is no memory. Cost O(groups) expected. */
GroupIndex *group_index_create(const Model *model, Arena *arena);

/* The groups that `text` names; false where it names none (or there is no memory). A copy may be named by a site's alias. The
 * arrays belong to the index; `arena` is for keys. */
bool selector_find(Selection *out, const GroupIndex *index, const SiteNames *sites, const char *text, Arena *arena);

/* The copy of a group at a site, -1 where there is none; a group without copies is its own. `base` is what groups.csv calls it.
 */
int selector_copy_at(const GroupIndex *index, const char *base, int site);

bool selector_names_kind(const char *text); /* begins with kind: */
const char *selector_nearest(const GroupIndex *index, const char *text, Arena *arena);

#endif
