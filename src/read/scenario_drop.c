#include "read/scenario_drop.h"

#include <string.h>

#include "base/text.h"
#include "read/scenario_names.h"

/* The sheets that name groups; role -1: the rows name no role, or something besides it. */
static const struct GroupSheet {
    SheetKind kind;
    int group, role;
} group_sheets[] = {
    {SHEET_ROLES, ROLES_GROUP, -1},      {SHEET_NEEDS, NEEDS_GROUP, NEEDS_ROLE}, {SHEET_MIX, MIX_GROUP, -1},
    {SHEET_PINS, PINS_GROUP, PINS_ROLE}, {SHEET_PAIRS, PAIRS_GROUP, -1},         {SHEET_PREVIOUS, PREVIOUS_GROUP, -1},
};

enum { GROUP_SHEETS = sizeof group_sheets / sizeof *group_sheets };

/* What is dropped, by name. */
typedef struct Dropped {
    Names *names;    /* exact: a group's key, or a group's and a role's, apart by a line end */
    LIST(int) lines; /* [names], where */
    Arena *arena;
} Dropped;

static bool any_dropped(const SheetDraft *draft)
{
    for (int i = 0; draft->sheet && i < draft->rows.n; i++)
        if (draft->rows.items[i].dropped) return true;
    return false;
}

bool drop_concerns_others(const SheetDraft drafts[])
{
    return any_dropped(&drafts[SHEET_GROUPS]) || any_dropped(&drafts[SHEET_ROLES]);
}

/* The name under which a group, or a role of one (role not NULL), is among what is dropped; NULL where there is no memory. */
static const char *dropped_name(const char *group, const char *role, Arena *arena)
{
    const char *group_key = text_name_key(arena, group), *role_key = role ? text_name_key(arena, role) : NULL;
    if (!group_key || (role && !role_key)) return NULL;
    return role ? arena_print(arena, "%s\n%s", group_key, role_key) : group_key;
}

static CadreStatus add_dropped(Dropped *dropped, const SheetDraft *draft, int group_column, int role_column, CadreError *err)
{
    for (int i = 0; draft->sheet && i < draft->rows.n; i++) {
        const char *group = draft_was(draft, i, group_column),
                   *role = role_column < 0 ? NULL : draft_was(draft, i, role_column);
        if (!draft->rows.items[i].dropped || !*group) continue;
        const char *name = dropped_name(group, role, dropped->arena);
        int index = name ? names_add(dropped->names, name) : -1;
        if (index < 0) return error_no_memory(err);
        if (index == dropped->lines.n && !LIST_PUSH(dropped->arena, &dropped->lines, draft->rows.items[i].dropped))
            return error_no_memory(err);
    }
    return CADRE_OK;
}

/* The line that drops the group, or the copy's group, 0 where none does; the same with its role. */
static CadreStatus find_dropped(int *line, const Dropped *dropped, const char *group, const char *role, CadreError *err)
{
    const char *name = dropped_name(group, role, dropped->arena);
    if (!name) return error_no_memory(err);
    int index = names_find(dropped->names, name);
    const char *key = text_name_key(dropped->arena, group), *at = key ? strstr(key, " @ ") : NULL;
    if (index < 0 && at) {
        const char *base = arena_copy_n(dropped->arena, key, (size_t)(at - key));
        name = base ? dropped_name(base, role, dropped->arena) : NULL;
        if (!name) return error_no_memory(err);
        index = names_find(dropped->names, name);
    }
    *line = index < 0 ? 0 : dropped->lines.items[index];
    return CADRE_OK;
}

static void tell_dropped(int n, const SheetDraft *draft, const char *path, Messages *messages)
{
    if (n > 0)
        messages_add(messages, CADRE_NOTE, (Origin){path, 0, 0}, "%d row%s of %s.csv go%s with the groups and roles dropped", n,
                     n == 1 ? "" : "s", draft->sheet->spec->name, n == 1 ? "es" : "");
}

static CadreStatus drop_from(SheetDraft *draft, const struct GroupSheet *sheet, const Dropped *dropped, int *n_dropped,
                             CadreError *err)
{
    for (int i = 0; i < draft->rows.n; i++) {
        DraftRow *row = &draft->rows.items[i];
        const char *group = draft_was(draft, i, sheet->group), *role = sheet->role < 0 ? "" : draft_was(draft, i, sheet->role);
        int line = 0;
        if (row->dropped || !*group) continue;
        TRY(find_dropped(&line, dropped, group, NULL, err));
        if (!line && *role) TRY(find_dropped(&line, dropped, group, role, err));
        row->dropped = line;
        *n_dropped += line > 0;
    }
    return CADRE_OK;
}

CadreStatus drop_named(SheetDraft drafts[], const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    Dropped dropped = {.names = names_create(arena, NAME_STYLE_EXACT), .arena = arena};
    if (!dropped.names) return error_no_memory(err);
    TRY(add_dropped(&dropped, &drafts[SHEET_GROUPS], GROUPS_GROUP, -1, err));
    TRY(add_dropped(&dropped, &drafts[SHEET_ROLES], ROLES_GROUP, ROLES_ROLE, err));
    for (int i = 0; i < GROUP_SHEETS; i++) {
        SheetDraft *draft = &drafts[group_sheets[i].kind];
        int n_dropped = 0;
        if (!draft->sheet) continue;
        TRY(drop_from(draft, &group_sheets[i], &dropped, &n_dropped, err));
        tell_dropped(n_dropped, draft, path, messages);
    }
    return CADRE_OK;
}

/* The line of the first row dropped, for rows that go with several. */
static int first_drop(const SheetDraft drafts[])
{
    int first = 0;
    for (int kind = SHEET_GROUPS; kind <= SHEET_ROLES; kind++)
        for (int i = 0; drafts[kind].sheet && i < drafts[kind].rows.n; i++) {
            int line = drafts[kind].rows.items[i].dropped;
            if (line && (!first || line < first)) first = line;
        }
    return first;
}

CadreStatus drop_stranded(SheetDraft drafts[], const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    PlanNames *before = plan_names_create(&drafts[SHEET_GROUPS], &drafts[SHEET_ROLES], true, arena);
    PlanNames *after = plan_names_create(&drafts[SHEET_GROUPS], &drafts[SHEET_ROLES], false, arena);
    if (!before || !after) return error_no_memory(err);
    int line = first_drop(drafts);
    for (int i = 0; i < GROUP_SHEETS; i++) {
        const struct GroupSheet *sheet = &group_sheets[i];
        SheetDraft *draft = &drafts[sheet->kind];
        int n_dropped = 0;
        for (int j = 0; draft->sheet && sheet->kind != SHEET_PREVIOUS && j < draft->rows.n; j++) {
            DraftRow *row = &draft->rows.items[j];
            const char *group = draft_was(draft, j, sheet->group),
                       *role = sheet->role < 0 ? "" : draft_was(draft, j, sheet->role);
            if (row->added || row->changed || row->dropped || !*group) continue;
            if (plan_names_something(after, group, role) || !plan_names_something(before, group, role)) continue;
            row->dropped = line;
            n_dropped++;
        }
        if (draft->sheet) tell_dropped(n_dropped, draft, path, messages);
    }
    return plan_names_lost(before) || plan_names_lost(after) ? error_no_memory(err) : CADRE_OK;
}
