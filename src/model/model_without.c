#include "model/model_without.h"

#include <string.h>

static CadreStatus drop_pin(Model *out, int pin, Arena *arena, CadreError *err)
{
    Pin *kept = ARENA_ARRAY(arena, Pin, out->n_pins);
    if (!kept) return error_no_memory(err);
    int n = 0;
    for (int i = 0; i < out->n_pins; i++)
        if (i != pin) kept[n++] = out->pins[i];
    out->pins = kept;
    out->n_pins = n;
    return CADRE_OK;
}

bool pairs_of_one_row(const Pair *pair, const Pair *other)
{
    return pair == other || (pair->origin.file && other->origin.file && strcmp(pair->origin.file, other->origin.file) == 0 &&
                             pair->origin.line == other->origin.line);
}

static CadreStatus drop_pair(Model *out, int pair, Arena *arena, CadreError *err)
{
    int n_all = out->n_pairs + out->n_idle_pairs, n = 0, held = 0;
    Pair *kept = ARENA_ARRAY(arena, Pair, n_all);
    if (!kept) return error_no_memory(err);
    for (int i = 0; i < n_all; i++) {
        if (pairs_of_one_row(&out->pairs[i], &out->pairs[pair])) continue;
        held += i < out->n_pairs;
        kept[n++] = out->pairs[i];
    }
    out->pairs = kept;
    out->n_pairs = held;
    out->n_idle_pairs = n - held;
    return CADRE_OK;
}

static CadreStatus change_group(Model *out, const Without *without, Arena *arena, CadreError *err)
{
    Group *groups = ARENA_ARRAY(arena, Group, out->n_groups);
    if (!groups) return error_no_memory(err);
    memcpy(groups, out->groups, (size_t)out->n_groups * sizeof *groups);
    if (without->kind == WITH_MAX_SIZE)
        groups[without->which].max_size = without->most;
    else
        groups[without->which].n_slots = 0;
    out->groups = groups;
    return CADRE_OK;
}

static CadreStatus change_role(Model *out, const Without *without, Arena *arena, CadreError *err)
{
    Role *roles = ARENA_ARRAY(arena, Role, out->n_roles);
    if (!roles) return error_no_memory(err);
    memcpy(roles, out->roles, (size_t)out->n_roles * sizeof *roles);
    roles[without->which].max = without->most;
    out->roles = roles;
    return CADRE_OK;
}

static CadreStatus change_person(Model *out, const Without *without, Arena *arena, CadreError *err)
{
    Person *staff = ARENA_ARRAY(arena, Person, out->n_staff);
    if (!staff) return error_no_memory(err);
    memcpy(staff, out->staff, (size_t)out->n_staff * sizeof *staff);
    Person *person = &staff[without->which];
    if (without->kind == WITH_HOURS) person->hours = without->most;
    if (without->kind == WITH_MAX_GROUPS) person->max_groups = without->most;
    if (without->kind == WITH_MAX_LEADS) person->max_leads = without->most;
    out->staff = staff;
    return CADRE_OK;
}

CadreStatus model_without(Model *out, const Model *model, const Without *without, Arena *arena, CadreError *err)
{
    *out = *model;
    switch (without->kind) {
    case WITHOUT_PIN:
        return drop_pin(out, without->which, arena, err);
    case WITHOUT_PAIR:
        return drop_pair(out, without->which, arena, err);
    case WITHOUT_MEETINGS:
    case WITH_MAX_SIZE:
        return change_group(out, without, arena, err);
    case WITH_ROLE_MAX:
        return change_role(out, without, arena, err);
    case WITH_HOURS:
    case WITH_MAX_GROUPS:
    case WITH_MAX_LEADS:
        return change_person(out, without, arena, err);
    case WITH_MAX_CHANGES:
        out->settings.max_changes = without->most;
        break;
    }
    return CADRE_OK;
}
