#include "model/model_part.h"

#include <string.h>

typedef struct PartMaking {
    ModelPart *out;
    const Model *whole;
    const PartIndex *index;
    int number;
    Arena *arena;
} PartMaking;

static int role_in_part(const PartMaking *making, int role)
{
    if (role < 0) return -1;
    int group = making->whole->roles[role].group;
    if (making->index->part_of_group[group] != making->number) return -1;
    return making->out->model.groups[making->index->group[group]].first_role + role - making->whole->groups[group].first_role;
}

static bool group_in_part(const PartMaking *making, int group) { return making->index->part_of_group[group] == making->number; }

static bool person_in_part(const PartMaking *making, int person)
{
    return making->index->part_of_person[person] == making->number;
}

static CadreStatus take_staff(PartMaking *making, const int *staff, int n_staff, CadreError *err)
{
    const Model *whole = making->whole;
    Model *part = &making->out->model;
    size_t n_skills = (size_t)whole->n_skills;
    part->n_staff = n_staff;
    part->staff = ARENA_ARRAY(making->arena, Person, n_staff);
    part->levels = ARENA_ARRAY(making->arena, int8_t, (size_t)n_staff * n_skills);
    part->interests = ARENA_ARRAY(making->arena, int8_t, (size_t)n_staff * n_skills);
    making->out->staff = ARENA_ARRAY(making->arena, int, n_staff);
    if (!part->staff || !part->levels || !part->interests || !making->out->staff) return error_no_memory(err);
    for (int i = 0; i < n_staff; i++) {
        size_t from = (size_t)staff[i] * n_skills, to = (size_t)i * n_skills;
        making->out->staff[i] = staff[i];
        part->staff[i] = whole->staff[staff[i]];
        if (n_skills == 0) continue;
        memcpy(part->levels + to, whole->levels + from, n_skills);
        memcpy(part->interests + to, whole->interests + from, n_skills);
    }
    return CADRE_OK;
}

static CadreStatus take_groups(PartMaking *making, const int *groups, int n_groups, CadreError *err)
{
    const Model *whole = making->whole;
    Model *part = &making->out->model;
    part->n_groups = n_groups;
    part->n_roles = 0;
    for (int i = 0; i < n_groups; i++) part->n_roles += whole->groups[groups[i]].n_roles;
    part->groups = ARENA_ARRAY(making->arena, Group, n_groups);
    part->roles = ARENA_ARRAY(making->arena, Role, part->n_roles);
    making->out->roles = ARENA_ARRAY(making->arena, int, part->n_roles);
    if (!part->groups || !part->roles || !making->out->roles) return error_no_memory(err);
    for (int i = 0, role = 0; i < n_groups; i++) {
        const Group *group = &whole->groups[groups[i]];
        part->groups[i] = *group;
        part->groups[i].first_role = role;
        for (int k = 0; k < group->n_roles; k++, role++) {
            part->roles[role] = whole->roles[group->first_role + k];
            part->roles[role].group = i;
            making->out->roles[role] = group->first_role + k;
        }
    }
    return CADRE_OK;
}

static int take_needs(PartMaking *making)
{
    const Model *whole = making->whole;
    LIST(Coverage) coverages = {0};
    LIST(Mix) mixes = {0};
    for (int i = 0; i < whole->n_coverages; i++) {
        Coverage row = whole->coverages[i];
        if (!group_in_part(making, row.group)) continue;
        row.role = role_in_part(making, row.role);
        row.group = making->index->group[row.group];
        if (!LIST_PUSH(making->arena, &coverages, row)) return 0;
    }
    for (int i = 0; i < whole->n_mixes; i++) {
        Mix row = whole->mixes[i];
        if (!group_in_part(making, row.group)) continue;
        row.group = making->index->group[row.group];
        if (!LIST_PUSH(making->arena, &mixes, row)) return 0;
    }
    making->out->model.coverages = coverages.items;
    making->out->model.n_coverages = coverages.n;
    making->out->model.mixes = mixes.items;
    making->out->model.n_mixes = mixes.n;
    return 1;
}

static int take_pins(PartMaking *making)
{
    const Model *whole = making->whole;
    LIST(Pin) pins = {0};
    LIST(int) roles = {0};
    for (int i = 0; i < whole->n_pins; i++) {
        Pin pin = whole->pins[i];
        if (!person_in_part(making, pin.person)) continue;
        int first = roles.n;
        for (int k = 0; k < pin.n_roles; k++) {
            int role = role_in_part(making, whole->pin_roles[pin.first_role + k]);
            if (role >= 0 && !LIST_PUSH(making->arena, &roles, role)) return 0;
        }
        pin.person = making->index->person[pin.person];
        pin.first_role = first;
        pin.n_roles = roles.n - first;
        if (!LIST_PUSH(making->arena, &pins, pin)) return 0;
    }
    making->out->model.pins = pins.items;
    making->out->model.n_pins = pins.n;
    making->out->model.pin_roles = roles.items;
    making->out->model.n_pin_roles = roles.n;
    return 1;
}

/* Those rows of who did what that are of the part; 0 without memory. */
static int take_rows(PartMaking *making, PreviousAssignment **out, int *n_out, const PreviousAssignment *rows, int n)
{
    LIST(PreviousAssignment) taken = {0};
    for (int i = 0; i < n; i++) {
        PreviousAssignment row = rows[i];
        if (!person_in_part(making, row.person) || !group_in_part(making, row.group)) continue;
        row.role = role_in_part(making, row.role);
        row.person = making->index->person[row.person];
        row.group = making->index->group[row.group];
        if (!LIST_PUSH(making->arena, &taken, row)) return 0;
    }
    *out = taken.items;
    *n_out = taken.n;
    return 1;
}

static int take_pairs_and_previous(PartMaking *making)
{
    const Model *whole = making->whole;
    Model *part = &making->out->model;
    LIST(Pair) pairs = {0};
    int held = 0;
    for (int i = 0; i < whole->n_pairs + whole->n_idle_pairs; i++) {
        Pair pair = whole->pairs[i];
        if (!group_in_part(making, pair.group)) continue;
        if (!person_in_part(making, pair.person) || !person_in_part(making, pair.other)) continue;
        held += i < whole->n_pairs;
        pair.person = making->index->person[pair.person];
        pair.other = making->index->person[pair.other];
        pair.group = making->index->group[pair.group];
        if (!LIST_PUSH(making->arena, &pairs, pair)) return 0;
    }
    part->pairs = pairs.items;
    part->n_pairs = held;
    part->n_idle_pairs = pairs.n - held;
    return take_rows(making, &part->previous, &part->n_previous, whole->previous, whole->n_previous) &&
           take_rows(making, &part->held, &part->n_held, whole->held, whole->n_held);
}

CadreStatus model_part_make(ModelPart *out, const Model *whole, const PartIndex *index, int number, const int *staff,
                            int n_staff, const int *groups, int n_groups, Arena *arena, CadreError *err)
{
    PartMaking making = {out, whole, index, number, arena};
    *out = (ModelPart){.model = *whole};
    TRY(take_staff(&making, staff, n_staff, err));
    TRY(take_groups(&making, groups, n_groups, err));
    bool whole_taken = take_needs(&making) && take_pins(&making) && take_pairs_and_previous(&making);
    return whole_taken ? CADRE_OK : error_no_memory(err);
}

CadreStatus model_part_of_settings(ModelPart *out, const ModelPart *part, const Model *whole, Arena *arena, CadreError *err)
{
    *out = *part;
    out->model.settings = whole->settings;
    out->model.staff = ARENA_ARRAY(arena, Person, part->model.n_staff);
    if (!out->model.staff) return error_no_memory(err);
    for (int i = 0; i < part->model.n_staff; i++) out->model.staff[i] = whole->staff[part->staff[i]];
    return CADRE_OK;
}
