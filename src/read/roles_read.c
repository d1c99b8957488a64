/* roles_read.c: roles.csv, or the short form `leaders`, -> the roles of every group.
 *
 * Every row is parsed once, then offered to each group it names. Per group and role name the most specific offer holds. */
#include <stdlib.h>
#include <string.h>

#include "read/plan_reader.h"

typedef struct RoleRow {
    Role role; /* group and positions still open */
    int name;  /* PlanReader.role_names */
    const char *const *positions;
    int n_positions;
    PlanRow row;
} RoleRow;

typedef struct Offer {
    int group, name; /* Model.groups, PlanReader.role_names */
    GroupRank rank;
    int row; /* RoleRow; -1: the short form's lead, -2: its member */
} Offer;

enum { OFFER_LEAD = -1, OFFER_MEMBER = -2 };

typedef struct RolesWork {
    PlanReader *reader;
    RoleRow *rows;
    int n_rows;
    bool *reached; /* [n_groups] */
    LIST(Offer) offers;
    LIST(int) positions;
    bool *position_held; /* [positions known before roles.csv]: somebody has it */
    int n_positions_known;
} RolesWork;

static void read_bounds(Role *role, PlanRow row)
{
    role->min = row_int(row, ROLES_MIN, 0, PLAN_COUNT_MAX, 1);
    role->max = row_int(row, ROLES_MAX, 0, PLAN_COUNT_MAX, role->min > 0 ? role->min : 1);
    if (role->max < role->min)
        messages_add(row.messages, CADRE_ERROR, row_origin(row, ROLES_MAX),
                     "\"max\" is %d but \"min\" is %d%s; expected a max of at least min", role->max, role->min,
                     *row_cell(row, ROLES_MIN) ? "" : " (the default)");
}

static bool read_row(RoleRow *out, PlanReader *reader, PlanRow row)
{
    *out = (RoleRow){.row = row, .role = {.name = row_cell(row, ROLES_ROLE), .origin = row_origin(row, ROLES_ROLE)}};
    Role *role = &out->role;
    read_bounds(role, row);
    role->leads = row_yes(row, ROLES_LEADS);
    role->hours = row_hundredths(row, ROLES_HOURS, 0);
    role->weight = row_int(row, ROLES_WEIGHT, 1, PLAN_WEIGHT_MAX, role->leads ? 3 : 1);
    out->positions = plan_split(row_cell(row, ROLES_POSITIONS), &out->n_positions, reader->scratch);
    out->name = *role->name ? names_add(reader->role_names, role->name) : -1;
    return out->positions && (out->name >= 0 || !*role->name);
}

static CadreStatus offer_rows(RolesWork *work)
{
    PlanReader *reader = work->reader;
    work->n_rows = plan_n_rows(reader, SHEET_ROLES);
    work->rows = ARENA_ARRAY(reader->scratch, RoleRow, work->n_rows);
    if (!work->rows) return error_no_memory(reader->err);
    for (int i = 0; i < work->n_rows; i++) {
        PlanRow row = plan_row(reader, SHEET_ROLES, i);
        Selection selection;
        if (!read_row(&work->rows[i], reader, row)) return error_no_memory(reader->err);
        if (!plan_select(&selection, reader, row, ROLES_GROUP) || work->rows[i].name < 0) continue;
        for (int j = 0; j < selection.n; j++) {
            Offer offer = {selection.groups[j], work->rows[i].name, selection.rank, i};
            work->reached[offer.group] = true;
            if (!LIST_PUSH(reader->scratch, &work->offers, offer)) return error_no_memory(reader->err);
        }
    }
    return CADRE_OK;
}

/* The short form, where no row reaches the group; a warning where both are given. */
static CadreStatus offer_short_forms(RolesWork *work)
{
    PlanReader *reader = work->reader;
    int lead = names_add(reader->role_names, "lead"), member = names_add(reader->role_names, "member");
    if (lead < 0 || member < 0) return error_no_memory(reader->err);
    for (int group = 0; group < reader->model->n_groups; group++) {
        const GroupDraft *draft = &reader->drafts[reader->draft[group]];
        if (work->reached[group]) {
            if (draft->leaders >= 0)
                messages_add(reader->messages, CADRE_WARNING, draft->leaders_origin,
                             "\"leaders\" of \"%s\" is not used, because roles.csv has rows for it; expected one or the other",
                             draft->group.base_name);
            continue;
        }
        Offer offers[] = {{group, lead, RANK_GROUP, OFFER_LEAD}, {group, member, RANK_GROUP, OFFER_MEMBER}};
        for (int i = draft->leaders == 0 ? 1 : 0; i < 2; i++)
            if (!LIST_PUSH(reader->scratch, &work->offers, offers[i])) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

static Role short_form_role(const PlanReader *reader, const Offer *offer)
{
    const GroupDraft *draft = &reader->drafts[reader->draft[offer->group]];
    int leaders = draft->leaders < 0 ? 1 : draft->leaders;
    if (offer->row == OFFER_LEAD)
        return (Role){
            .name = "lead", .min = leaders, .max = leaders, .leads = true, .weight = 3, .origin = draft->group.origin};
    return (Role){.name = "member", .max = draft->group.max_size, .weight = 1, .origin = draft->group.origin};
}

static int by_group_role_rank(const void *left, const void *right)
{
    const Offer *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->name != b->name) return a->name < b->name ? -1 : 1;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Keep the most specific offer for each group and role; two of one rank are an error. */
static void settle_offers(RolesWork *work)
{
    Offer *offers = work->offers.items;
    int n_kept = 0;
    if (work->offers.n) qsort(offers, (size_t)work->offers.n, sizeof *offers, by_group_role_rank);
    for (int i = 0; i < work->offers.n; i++) {
        const Offer *best = n_kept ? &offers[n_kept - 1] : NULL;
        if (!best || best->group != offers[i].group || best->name != offers[i].name) {
            offers[n_kept++] = offers[i];
            continue;
        }
        if (best->rank != offers[i].rank) continue;
        PlanRow row = work->rows[offers[i].row].row;
        messages_add(
            work->reader->messages, CADRE_ERROR, row_origin(row, ROLES_ROLE),
            "the role \"%s\" of \"%s\" is as specific here as in line %d; expected one row, or one that names the group "
            "more exactly",
            row_cell(row, ROLES_ROLE), row_cell(row, ROLES_GROUP), row_line(work->rows[best->row].row));
    }
    work->offers.n = n_kept;
}

static CadreStatus find_held_positions(RolesWork *work)
{
    const Model *model = work->reader->model;
    work->n_positions_known = names_count(model->field_values[FIELD_POSITION]);
    work->position_held = ARENA_ARRAY(work->reader->scratch, bool, work->n_positions_known);
    if (!work->position_held) return error_no_memory(work->reader->err);
    for (int i = 0; i < model->n_attributes; i++)
        if (model->attributes[i].field == FIELD_POSITION) work->position_held[model->attributes[i].value] = true;
    return CADRE_OK;
}

/* The role's allowed positions; one that nobody has is kept as a value that matches nobody. */
static CadreStatus store_positions(Role *role, RolesWork *work, const RoleRow *row)
{
    PlanReader *reader = work->reader;
    Names *positions = reader->model->field_values[FIELD_POSITION];
    role->first_position = work->positions.n;
    role->n_positions = row->n_positions;
    for (int i = 0; i < row->n_positions; i++) {
        int value = names_find(positions, row->positions[i]);
        if (value < 0 || value >= work->n_positions_known || !work->position_held[value])
            plan_unknown(reader->messages, CADRE_WARNING, row_origin(row->row, ROLES_POSITIONS), "position", row->positions[i],
                         "a position that a staff member has", value < 0 ? names_nearest(positions, row->positions[i]) : NULL);
        if (value < 0) value = names_add(positions, row->positions[i]);
        if (value < 0 || !LIST_PUSH(reader->arena, &work->positions, value)) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

typedef struct NewRole {
    Role role;
    const Offer *offer;
} NewRole;

static int by_group_and_name(const void *left, const void *right)
{
    const NewRole *a = left, *b = right;
    if (a->role.group != b->role.group) return a->role.group < b->role.group ? -1 : 1;
    return strcmp(a->role.name, b->role.name);
}

static CadreStatus store_roles(RolesWork *work)
{
    PlanReader *reader = work->reader;
    Model *model = reader->model;
    int n = work->offers.n;
    NewRole *fresh = ARENA_ARRAY(reader->scratch, NewRole, n);
    model->roles = ARENA_ARRAY(reader->arena, Role, n);
    reader->role_name = ARENA_ARRAY(reader->scratch, int, n);
    if (!fresh || !model->roles || !reader->role_name) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) {
        const Offer *offer = &work->offers.items[i];
        fresh[i] = (NewRole){offer->row < 0 ? short_form_role(reader, offer) : work->rows[offer->row].role, offer};
        fresh[i].role.group = offer->group;
    }
    if (n) qsort(fresh, (size_t)n, sizeof *fresh, by_group_and_name);
    for (int i = 0; i < n; i++) {
        model->roles[i] = fresh[i].role;
        reader->role_name[i] = fresh[i].offer->name;
        Group *group = &model->groups[fresh[i].role.group];
        if (group->n_roles++ == 0) group->first_role = i;
        if (fresh[i].offer->row >= 0) TRY(store_positions(&model->roles[i], work, &work->rows[fresh[i].offer->row]));
    }
    model->n_roles = n;
    model->role_positions = work->positions.items;
    model->n_role_positions = work->positions.n;
    return CADRE_OK;
}

/* Seats that must be filled but cannot be, because the group is full before. */
static void warn_of_small_groups(const PlanReader *reader)
{
    const Model *model = reader->model;
    for (int i = 0; i < model->n_groups; i++) {
        const Group *group = &model->groups[i];
        int64_t wanted = 0;
        for (int role = group->first_role; role < group->first_role + group->n_roles; role++) wanted += model->roles[role].min;
        if (wanted > group->max_size)
            messages_add(reader->messages, CADRE_WARNING, group->origin,
                         "the roles of \"%s\" need at least %lld people but its \"max_size\" is %d; expected room for them all",
                         group->base_name, (long long)wanted, group->max_size);
    }
}

CadreStatus roles_read(PlanReader *reader)
{
    RolesWork work = {.reader = reader};
    work.reached = ARENA_ARRAY(reader->scratch, bool, reader->model->n_groups);
    reader->role_names = names_create(reader->scratch, NAME_STYLE_NAME);
    if (!work.reached || !reader->role_names) return error_no_memory(reader->err);
    TRY(find_held_positions(&work));
    TRY(offer_rows(&work));
    TRY(offer_short_forms(&work));
    settle_offers(&work);
    TRY(store_roles(&work));
    warn_of_small_groups(reader);
    return CADRE_OK;
}
