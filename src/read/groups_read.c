#include "read/groups_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_reader.h"

typedef struct NewGroup {
    Group group;
    int draft;
} NewGroup;

typedef LIST(NewGroup) NewGroups;

/* A group's name must not look like another way of naming groups. */
static void check_name(PlanRow row, const char *name, Arena *arena)
{
    const char *key = text_name_key(arena, name);
    Origin origin = row_origin(row, GROUPS_GROUP);
    if (key && strstr(key, " @ "))
        messages_add(
            row.messages, CADRE_ERROR, origin,
            "the group name \"%s\" holds \" @ \", which stands between a group and its site; expected a name without it", name);
    if (strcmp(name, "*") == 0 || selector_names_kind(name))
        messages_add(row.messages, CADRE_ERROR, origin,
                     "\"%s\" cannot be a group's name, it stands for several groups; expected another name", name);
}

static void read_site(GroupDraft *draft, const PlanReader *reader, PlanRow row)
{
    const char *site = row_cell(row, GROUPS_SITE);
    draft->site = -1;
    if (!*site) return;
    const char *key = text_name_key(reader->scratch, site);
    draft->each = key && strcmp(key, "each") == 0;
    if (draft->each) return;
    draft->site = site_names_find(reader->sites, site);
    if (draft->site < 0)
        plan_unknown(reader->messages, CADRE_ERROR, row_origin(row, GROUPS_SITE), "site", site,
                     "a site that sites.csv or a staff member has, each, or blank for a group open to all",
                     site_names_nearest(reader->sites, site));
}

static void read_sizes(GroupDraft *draft, PlanRow row)
{
    Group *group = &draft->group;
    group->min_size = row_int(row, GROUPS_MIN_SIZE, 0, PLAN_COUNT_MAX, 0);
    group->max_size = row_int(row, GROUPS_MAX_SIZE, 0, PLAN_COUNT_MAX, NO_LIMIT);
    if (group->min_size > group->max_size)
        messages_add(row.messages, CADRE_ERROR, row_origin(row, GROUPS_MAX_SIZE),
                     "\"max_size\" is %d but \"min_size\" is %d; expected a max_size of at least min_size", group->max_size,
                     group->min_size);
    group->hours = row_hundredths(row, GROUPS_HOURS, 100);
    group->weight = row_int(row, GROUPS_WEIGHT, 1, PLAN_WEIGHT_MAX, 1);
}

/* One row of groups.csv; false where there is no memory. */
static bool read_draft(GroupDraft *draft, PlanReader *reader, PlanRow row, Names *slot_texts)
{
    const char *name = arena_copy(reader->arena, row_cell(row, GROUPS_GROUP));
    if (!name) return false;
    draft->group = (Group){
        .name = name,
        .base_name = name,
        .kind = row_cell(row, GROUPS_KIND),
        .focus = row_cell(row, GROUPS_FOCUS),
        .purpose = row_cell(row, GROUPS_PURPOSE),
        .origin = row_origin(row, GROUPS_GROUP),
    };
    check_name(row, name, reader->scratch);
    read_site(draft, reader, row);
    read_sizes(draft, row);
    draft->leaders = row_int(row, GROUPS_LEADERS, 0, PLAN_COUNT_MAX, -1);
    draft->leaders_origin = row_origin(row, GROUPS_LEADERS);
    draft->needs = row_cell(row, GROUPS_NEEDS);
    draft->needs_origin = row_origin(row, GROUPS_NEEDS);
    return slots_parse(&draft->slots, row_cell(row, GROUPS_MEETS), slot_texts, row_origin(row, GROUPS_MEETS), reader->arena,
                       reader->messages);
}

/* All rows with a name; a name that an earlier row has is an error. */
static CadreStatus read_drafts(PlanReader *reader, int *n_drafts)
{
    int n_rows = plan_n_rows(reader, SHEET_GROUPS);
    Names *names = names_create(reader->scratch, NAME_STYLE_NAME);
    Names *slot_texts = names_create(reader->scratch, NAME_STYLE_NAME);
    reader->drafts = ARENA_ARRAY(reader->scratch, GroupDraft, n_rows);
    if (!names || !slot_texts || !reader->drafts) return error_no_memory(reader->err);
    for (int i = 0; i < n_rows; i++) {
        PlanRow row = plan_row(reader, SHEET_GROUPS, i);
        const char *name = row_cell(row, GROUPS_GROUP);
        if (!*name) continue;
        int known = names_find(names, name);
        if (known >= 0) {
            messages_add(reader->messages, CADRE_ERROR, row_origin(row, GROUPS_GROUP),
                         "the group \"%s\" is already in line %d; expected each group once", name,
                         reader->drafts[known].group.origin.line);
            continue;
        }
        if (names_add(names, name) < 0 || !read_draft(&reader->drafts[*n_drafts], reader, row, slot_texts))
            return error_no_memory(reader->err);
        ++*n_drafts;
    }
    return CADRE_OK;
}

/* Which sites `each` means: all of sites.csv, or without it those that a staff member has. */
static bool *sites_of_each(const PlanReader *reader)
{
    const Model *model = reader->model;
    bool *meant = ARENA_ARRAY(reader->scratch, bool, model->n_sites);
    if (!meant) return NULL;
    for (int site = 0; site < model->n_sites; site++) meant[site] = reader->plan->sheets[SHEET_SITES].present;
    for (int i = 0; i < model->n_staff; i++)
        if (model->staff[i].site >= 0) meant[model->staff[i].site] = true;
    return meant;
}

static bool spread_each(NewGroups *groups, PlanReader *reader, int draft_index, const bool *sites)
{
    const GroupDraft *draft = &reader->drafts[draft_index];
    int n_before = groups->n;
    for (int site = 0; site < reader->model->n_sites; site++) {
        if (!sites[site]) continue;
        NewGroup copy = {draft->group, draft_index};
        copy.group.site = site;
        copy.group.name = arena_print(reader->arena, "%s @ %s", draft->group.base_name, reader->model->sites[site].name);
        if (!copy.group.name || !LIST_PUSH(reader->scratch, groups, copy)) return false;
    }
    if (groups->n == n_before)
        messages_add(
            reader->messages, CADRE_ERROR, draft->group.origin,
            "the group \"%s\" has a copy at each site but no site is known; expected sites in sites.csv, people.csv or "
            "a survey",
            draft->group.base_name);
    return true;
}

static int by_full_name(const void *left, const void *right)
{
    return strcmp(((const NewGroup *)left)->group.name, ((const NewGroup *)right)->group.name);
}

/* The sorted groups and their slots into the model. */
static CadreStatus store_groups(PlanReader *reader, const NewGroups *groups)
{
    Model *model = reader->model;
    LIST(Slot) slots = {0};
    model->n_groups = groups->n;
    model->groups = ARENA_ARRAY(reader->arena, Group, groups->n);
    reader->draft = ARENA_ARRAY(reader->scratch, int, groups->n);
    if (!model->groups || !reader->draft) return error_no_memory(reader->err);
    for (int i = 0; i < groups->n; i++) {
        Group *group = &model->groups[i];
        *group = groups->items[i].group;
        reader->draft[i] = groups->items[i].draft;
        const SlotList *own = &reader->drafts[reader->draft[i]].slots;
        group->first_slot = slots.n;
        group->n_slots = own->n;
        for (int j = 0; j < own->n; j++)
            if (!LIST_PUSH(reader->arena, &slots, own->items[j])) return error_no_memory(reader->err);
    }
    model->slots = slots.items;
    model->n_slots = slots.n;
    return CADRE_OK;
}

CadreStatus groups_read(PlanReader *reader)
{
    int n_drafts = 0;
    NewGroups groups = {0};
    TRY(read_drafts(reader, &n_drafts));
    const bool *each = sites_of_each(reader);
    if (!each) return error_no_memory(reader->err);
    for (int i = 0; i < n_drafts; i++) {
        const GroupDraft *draft = &reader->drafts[i];
        NewGroup single = {draft->group, i};
        single.group.site = draft->site;
        bool stored = draft->each ? spread_each(&groups, reader, i, each) : LIST_PUSH(reader->scratch, &groups, single);
        if (!stored) return error_no_memory(reader->err);
    }
    const Sheet *sheet = &reader->plan->sheets[SHEET_GROUPS];
    if (sheet->present && sheet->table.n_rows == 0)
        messages_add(reader->messages, CADRE_ERROR, table_origin(&sheet->table, -1, -1),
                     "the sheet has no groups; expected one row per group");
    if (groups.n) qsort(groups.items, (size_t)groups.n, sizeof *groups.items, by_full_name);
    return store_groups(reader, &groups);
}
