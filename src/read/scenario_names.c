#include "read/scenario_names.h"

#include <string.h>

#include "base/text.h"
#include "read/selector.h"

typedef enum NamedKind { NAMED_NONE, NAMED_ALL, NAMED_KIND, NAMED_GROUP } NamedKind;

/* What a group cell names. */
typedef struct Named {
    NamedKind kind;
    int index; /* names of kinds or groups */
    int copy;  /* names of copies where it is one, else -1 */
} Named;

typedef struct NamedGroup {
    int name, kind; /* kind -1: blank */
    bool leaders;   /* the short form has a lead */
} NamedGroup;

typedef struct NamedRole {
    Named groups;
    int name;
} NamedRole;

struct PlanNames {
    Arena *arena;
    Names *groups, *kinds, *copies, *roles;
    LIST(NamedGroup) group_list;
    LIST(NamedRole) role_list;
    bool lost; /* there was no memory for a copy's name */
};

/* GROUP @ SITE is a copy of GROUP. */
static Named named_copy(PlanNames *names, const char *text)
{
    const Named none = {NAMED_NONE, -1, -1};
    const char *key = text_name_key(names->arena, text), *at = key ? strstr(key, " @ ") : NULL;
    names->lost |= !key;
    if (!at) return none;
    const char *base = arena_copy_n(names->arena, key, (size_t)(at - key));
    int copy = base ? names_add(names->copies, key) : -1;
    names->lost |= copy < 0;
    int group = base ? names_find(names->groups, base) : -1;
    return group < 0 ? none : (Named){NAMED_GROUP, group, copy};
}

static Named named_by(PlanNames *names, const char *text)
{
    if (strcmp(text, "*") == 0) return (Named){NAMED_ALL, 0, -1};
    if (selector_names_kind(text)) {
        int kind = names_find(names->kinds, text + strlen("kind:"));
        return (Named){kind < 0 ? NAMED_NONE : NAMED_KIND, kind, -1};
    }
    int group = names_find(names->groups, text);
    return group < 0 ? named_copy(names, text) : (Named){NAMED_GROUP, group, -1};
}

static bool names_group(const Named *named, const NamedGroup *group)
{
    return named->kind == NAMED_ALL || (named->kind == NAMED_KIND && group->kind == named->index) ||
           (named->kind == NAMED_GROUP && group->name == named->index);
}

/* Add one reading of a row of groups or roles: its cells as they stood, or as they are. */
static bool add_row(PlanNames *names, const SheetDraft *draft, int row, const char *(*cell)(const SheetDraft *, int, int))
{
    if (draft->kind == SHEET_GROUPS) {
        const char *kind = cell(draft, row, GROUPS_KIND);
        NamedGroup group = {.name = names_add(names->groups, cell(draft, row, GROUPS_GROUP)),
                            .kind = *kind ? names_add(names->kinds, kind) : -1,
                            .leaders = strcmp(cell(draft, row, GROUPS_LEADERS), "0") != 0};
        return group.name >= 0 && (!*kind || group.kind >= 0) && LIST_PUSH(names->arena, &names->group_list, group);
    }
    NamedRole role = {named_by(names, cell(draft, row, ROLES_GROUP)), names_add(names->roles, cell(draft, row, ROLES_ROLE))};
    return role.name >= 0 && LIST_PUSH(names->arena, &names->role_list, role);
}

static bool add_rows(PlanNames *names, const SheetDraft *draft, bool before)
{
    for (int i = 0; i < draft->rows.n; i++) {
        const DraftRow *row = &draft->rows.items[i];
        if (before ? row->added : row->dropped) continue;
        if (!add_row(names, draft, i, draft_was)) return false;
        if (!before && row->changed && !add_row(names, draft, i, draft_cell)) return false;
    }
    return true;
}

PlanNames *plan_names_create(const SheetDraft *groups, const SheetDraft *roles, bool before, Arena *arena)
{
    PlanNames *names = ARENA_NEW(arena, PlanNames);
    if (!names) return NULL;
    *names = (PlanNames){.arena = arena,
                         .groups = names_create(arena, NAME_STYLE_NAME),
                         .kinds = names_create(arena, NAME_STYLE_NAME),
                         .copies = names_create(arena, NAME_STYLE_NAME),
                         .roles = names_create(arena, NAME_STYLE_NAME)};
    if (!names->groups || !names->kinds || !names->copies || !names->roles) return NULL;
    if (names_add(names->roles, "lead") != 0 || names_add(names->roles, "member") != 1) return NULL;
    if (!add_rows(names, groups, before) || (roles->sheet && !add_rows(names, roles, before))) return NULL;
    return names;
}

/* Whether the group, or the copy of it that is named, has the role. */
static bool has_role(const PlanNames *names, const NamedGroup *group, int copy, int role)
{
    bool reached = false;
    for (int i = 0; i < names->role_list.n; i++) {
        const NamedRole *row = &names->role_list.items[i];
        bool apart = row->groups.copy >= 0 && copy >= 0 && row->groups.copy != copy;
        if (apart || !names_group(&row->groups, group)) continue;
        if (row->name == role) return true;
        reached = true;
    }
    return !reached && (role == 1 || (role == 0 && group->leaders));
}

bool plan_names_something(PlanNames *names, const char *group, const char *role)
{
    Named named = named_by(names, group);
    int role_name = *role ? names_find(names->roles, role) : -1;
    if (*role && role_name < 0) return false;
    for (int i = 0; named.kind != NAMED_NONE && i < names->group_list.n; i++) {
        const NamedGroup *at = &names->group_list.items[i];
        if (names_group(&named, at) && (!*role || has_role(names, at, named.copy, role_name))) return true;
    }
    return false;
}

bool plan_names_lost(const PlanNames *names) { return names->lost; }
