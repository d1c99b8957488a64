#include "score/eligibility.h"

#include <stdlib.h>

static int by_number(const void *left, const void *right)
{
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

CadreStatus pin_set_make(PinSet *out, const Model *model, PinRule rule, Arena *arena, CadreError *err)
{
    int64_t *first = ARENA_ARRAY(arena, int64_t, model->n_staff + 1);
    int64_t *next = ARENA_ARRAY(arena, int64_t, model->n_staff + 1);
    if (!first || !next) return error_no_memory(err);
    for (int pin = 0; pin < model->n_pins; pin++)
        if (model->pins[pin].rule == rule) first[model->pins[pin].person + 1] += model->pins[pin].n_roles;
    for (int person = 0; person < model->n_staff; person++) {
        first[person + 1] += first[person];
        next[person] = first[person];
    }
    int *role = ARENA_ARRAY(arena, int, first[model->n_staff]);
    if (!role) return error_no_memory(err);
    for (int pin = 0; pin < model->n_pins; pin++) {
        const Pin *at = &model->pins[pin];
        if (at->rule != rule) continue;
        for (int i = 0; i < at->n_roles; i++) role[next[at->person]++] = model->pin_roles[at->first_role + i];
    }
    for (int person = 0; person < model->n_staff; person++)
        if (first[person + 1] > first[person])
            qsort(role + first[person], (size_t)(first[person + 1] - first[person]), sizeof *role, by_number);
    *out = (PinSet){first, role};
    return CADRE_OK;
}

bool pin_set_has(const PinSet *set, int person, int role)
{
    int64_t low = set->first[person], high = set->first[person + 1];
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (set->role[middle] < role)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->first[person + 1] && set->role[low] == role;
}

static bool position_allowed(const Model *model, int person, const Role *role)
{
    if (role->n_positions == 0) return true;
    for (int i = 0; i < role->n_positions; i++)
        if (model_has_attribute(model, person, FIELD_POSITION, model->role_positions[role->first_position + i])) return true;
    return false;
}

Barrier eligibility_barrier(const Model *model, int person, int role, Origin *origin)
{
    const Person *at = &model->staff[person];
    const Role *of = &model->roles[role];
    int site = model->groups[of->group].site;
    if (at->away) return BARRIER_AWAY;
    if (site >= 0 && at->site != site) return BARRIER_SITE;
    if (!position_allowed(model, person, of)) return BARRIER_POSITION;
    for (int bar = of->first_bar; bar < of->first_bar + of->n_bars; bar++)
        if (model_level(model, person, model->bars[bar].skill) < model->bars[bar].level) {
            if (origin) *origin = model->bars[bar].origin;
            return BARRIER_MUST;
        }
    return BARRIER_NONE;
}
