#include "program/contradictions.h"

#include <string.h>

#include "program/pin_clashes.h"
#include "score/eligibility.h"

typedef struct Look {
    const Program *program;
    Arena *arena;
    Messages *messages;
} Look;

const char *contradiction_place(Origin origin, Arena *arena)
{
    if (!origin.file) return "";
    if (strncmp(origin.file, "--vary ", 7) == 0) return origin.file; /* an option has no lines */
    return arena_print(arena, "%s:%d", origin.file, origin.line);
}

const char *contradiction_pins(const Model *model, const int *pins, int n_pins, Arena *arena)
{
    const char *text = "";
    for (int i = 0; text && i < n_pins; i++) {
        const Pin *pin = &model->pins[pins[i]];
        const char *place = contradiction_place(pin->origin, arena);
        /* a pin that a question adds has no place */
        text = place ? arena_print(arena, "%s%s%s", text, *text && *place ? ", " : "", place) : NULL;
    }
    return text;
}

/* --- a must pin whose roles are all barred --- */

static Origin never_origin(const Model *model, int person, int role)
{
    for (int pin = 0; pin < model->n_pins; pin++) {
        const Pin *at = &model->pins[pin];
        if (at->rule != PIN_NEVER || at->person != person) continue;
        for (int i = 0; i < at->n_roles; i++)
            if (model->pin_roles[at->first_role + i] == role) return at->origin;
    }
    return (Origin){0};
}

static const char *barrier_text(const Look *look, int person, int role)
{
    const Model *model = look->program->model;
    const Group *group = &model->groups[model->roles[role].group];
    Origin origin = {0};
    Barrier barrier = eligibility_barrier(model, person, role, &origin);
    if (barrier == BARRIER_NONE) {
        barrier = BARRIER_NEVER;
        origin = never_origin(model, person, role);
    }
    const char *own = contradiction_place(model->staff[person].origin, look->arena);
    const char *place = contradiction_place(origin, look->arena);
    const char *role_place = contradiction_place(model->roles[role].origin, look->arena);
    const char *group_place = contradiction_place(group->origin, look->arena);
    if (!own || !place || !role_place || !group_place) return NULL;
    switch (barrier) {
    case BARRIER_AWAY:
        return arena_print(look->arena, "is away (%s)", own);
    case BARRIER_SITE:
        return arena_print(look->arena, "is not of its site (%s, %s)", own, group_place);
    case BARRIER_POSITION:
        return arena_print(look->arena, "has a position that may not hold it (%s, %s)", own, role_place);
    case BARRIER_MUST:
        return arena_print(look->arena, "is below the level that it must have (%s)", place);
    default:
        return arena_print(look->arena, "never may (%s)", place);
    }
}

static void barred_report(const Look *look, const Pin *pin)
{
    const Model *model = look->program->model;
    const char *key = model->staff[pin->person].key;
    if (pin->n_roles == 0) {
        messages_add(look->messages, CADRE_ERROR, pin->origin, "the must pin of \"%s\" names no role; expected at least one",
                     key);
        return;
    }
    int role = model->pin_roles[pin->first_role];
    const char *why = barrier_text(look, pin->person, role);
    messages_add(look->messages, CADRE_ERROR, pin->origin,
                 "\"%s\" must be \"%s\" of \"%s\" but %s; expected a person who may hold it, for a pin lifts no rule", key,
                 model->roles[role].name, model->groups[model->roles[role].group].name, why ? why : "");
}

static bool pin_open(const Program *program, const Pin *pin)
{
    for (int i = 0; i < pin->n_roles; i++)
        if (score_find(program->scores, pin->person, program->model->pin_roles[pin->first_role + i]) >= 0) return true;
    return false;
}

/* --- more people pinned than there is room --- */

/* Whether every role that the pin names and the person may hold is this role, or of this group where role is -1. */
static bool pin_forces(const Program *program, const Pin *pin, int group, int role)
{
    const Model *model = program->model;
    for (int i = 0; i < pin->n_roles; i++) {
        int named = model->pin_roles[pin->first_role + i];
        if (score_find(program->scores, pin->person, named) < 0) continue;
        if (role >= 0 ? named != role : model->roles[named].group != group) return false;
    }
    return true;
}

static CadreStatus room_look(const Look *look, int group, int role, CadreError *err)
{
    const Program *program = look->program;
    const Model *model = program->model;
    int room = role >= 0 ? model->roles[role].max : model->groups[group].max_size, n = 0;
    LIST(int) pins = {0};
    for (int person = 0; person < model->n_staff; person++)
        for (int i = program->first_must[person]; i < program->first_must[person + 1]; i++) {
            if (!pin_forces(program, &model->pins[program->musts[i]], group, role)) continue;
            if (!LIST_PUSH(look->arena, &pins, program->musts[i])) return error_no_memory(err);
            n++;
            break; /* one pin of a person is enough */
        }
    if (n <= room) return CADRE_OK;
    const char *where = contradiction_pins(model, pins.items, pins.n, look->arena);
    const char *place = contradiction_place(role >= 0 ? model->roles[role].origin : model->groups[group].origin, look->arena);
    if (!where || !place) return error_no_memory(err);
    messages_add(look->messages, CADRE_ERROR, model->pins[pins.items[0]].origin,
                 "%d people must be in %s%s%s\"%s\" (%s); expected at most %d (%s)", n, role >= 0 ? "\"" : "",
                 role >= 0 ? model->roles[role].name : "", role >= 0 ? "\" of " : "", model->groups[group].name, where, room,
                 place);
    return CADRE_OK;
}

/* Roles and groups that any must pin names. */
static CadreStatus rooms_look(const Look *look, CadreError *err)
{
    const Model *model = look->program->model;
    bool *role_named = ARENA_ARRAY(look->arena, bool, model->n_roles);
    bool *group_named = ARENA_ARRAY(look->arena, bool, model->n_groups);
    if (!role_named || !group_named) return error_no_memory(err);
    for (int i = 0; i < look->program->first_must[model->n_staff]; i++) {
        const Pin *pin = &model->pins[look->program->musts[i]];
        for (int k = 0; k < pin->n_roles; k++) {
            role_named[model->pin_roles[pin->first_role + k]] = true;
            group_named[model->roles[model->pin_roles[pin->first_role + k]].group] = true;
        }
    }
    for (int role = 0; role < model->n_roles; role++)
        if (role_named[role]) TRY(room_look(look, model->roles[role].group, role, err));
    for (int group = 0; group < model->n_groups; group++)
        if (group_named[group]) TRY(room_look(look, group, -1, err));
    return CADRE_OK;
}

CadreStatus contradictions_report(const Program *program, Arena *arena, Messages *messages, CadreError *err)
{
    Look look = {.program = program, .arena = arena, .messages = messages};
    bool all_open = true;
    for (int person = 0; person < program->model->n_staff; person++) {
        bool open = true;
        for (int i = program->first_must[person]; i < program->first_must[person + 1]; i++) {
            const Pin *pin = &program->model->pins[program->musts[i]];
            if (pin_open(program, pin)) continue;
            barred_report(&look, pin);
            open = all_open = false;
        }
        if (open && program->first_must[person] < program->first_must[person + 1])
            TRY(pin_clash_report(program, person, arena, messages, err));
    }
    return all_open ? rooms_look(&look, err) : CADRE_OK;
}
