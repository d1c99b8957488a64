#include "model/alteration.h"

#include <string.h>

typedef struct Altering {
    Model *model; /* its arrays may be those of the model before */
    Arena *arena;
    bool lost;
} Altering;

/* A copy of `items` with room for `more`; what was there, NULL where there is no memory. */
static void *array_grown(Altering *altering, const void *items, size_t n, size_t more, size_t size)
{
    char *grown = arena_get(altering->arena, (n + more) * size + 1);
    if (!grown) {
        altering->lost = true;
        return NULL;
    }
    if (n) memcpy(grown, items, n * size);
    if (more) memset(grown + n * size, 0, more * size);
    return grown;
}

/* The array of its own, with room for `more`. */
#define GROWN(altering, array, n, more)                                                                                        \
    ((array) = array_grown((altering), (array), (size_t)(n), (size_t)(more), sizeof *(array)))

static Person *person_changed(Altering *altering, int person)
{
    Model *model = altering->model;
    return GROWN(altering, model->staff, model->n_staff, 0) ? &model->staff[person] : NULL;
}

static Role *role_changed(Altering *altering, int role)
{
    Model *model = altering->model;
    return GROWN(altering, model->roles, model->n_roles, 0) ? &model->roles[role] : NULL;
}

static Group *group_changed(Altering *altering, int group)
{
    Model *model = altering->model;
    return GROWN(altering, model->groups, model->n_groups, 0) ? &model->groups[group] : NULL;
}

static void pin_add(Altering *altering, int person, PinRule rule, int first_role, int n_roles)
{
    Model *model = altering->model;
    if (!GROWN(altering, model->pins, model->n_pins, 1) || !GROWN(altering, model->pin_roles, model->n_pin_roles, n_roles))
        return;
    model->pins[model->n_pins++] = (Pin){.person = person, .rule = rule, .first_role = model->n_pin_roles, .n_roles = n_roles};
    for (int i = 0; i < n_roles; i++) model->pin_roles[model->n_pin_roles++] = first_role + i;
}

/* The role, or all of the group's. */
static void pin_role(Altering *altering, const Alteration *at, PinRule rule)
{
    const Group *group = &altering->model->groups[at->group];
    pin_add(altering, at->person, rule, at->role >= 0 ? at->role : group->first_role, at->role >= 0 ? 1 : group->n_roles);
}

static int8_t *level_of(Model *model, int person, int skill)
{
    return &model->levels[(size_t)person * (size_t)model->n_skills + (size_t)skill];
}

static void level_set(Altering *altering, const Alteration *at)
{
    Model *model = altering->model;
    if (!GROWN(altering, model->levels, (size_t)model->n_staff * (size_t)model->n_skills, 0)) return;
    *level_of(model, at->person, at->skill) = (int8_t)at->value;
}

static void person_set(Altering *altering, const Alteration *at)
{
    Person *person = person_changed(altering, at->person);
    if (!person) return;
    if (at->kind == ALTER_HOURS) person->hours = at->value;
    if (at->kind == ALTER_MAX_GROUPS) person->max_groups = at->value;
    if (at->kind == ALTER_MAX_LEADS) person->max_leads = at->value;
}

static void position_allow(Altering *altering, const Alteration *at)
{
    Model *model = altering->model;
    Role *role = role_changed(altering, at->role);
    int n = model->n_role_positions, own = role ? role->n_positions : 0;
    int *positions = array_grown(altering, model->role_positions, (size_t)n, (size_t)own + 1, sizeof *positions);
    if (!role || !positions || own == 0) return;
    memcpy(positions + n, positions + role->first_position, (size_t)own * sizeof *positions);
    positions[n + own] = at->value;
    role->first_position = n;
    role->n_positions = own + 1;
    model->role_positions = positions;
    model->n_role_positions = n + own + 1;
}

static void need_set(Altering *altering, const Alteration *at)
{
    Model *model = altering->model;
    Role *role = at->kind == ALTER_ROLE_MIN ? role_changed(altering, at->role) : NULL;
    Group *group = at->kind == ALTER_MIN_SIZE ? group_changed(altering, at->group) : NULL;
    if (role) role->min = at->value;
    if (group) group->min_size = at->value;
    if (at->kind == ALTER_PEOPLE && GROWN(altering, model->coverages, model->n_coverages, 0))
        model->coverages[at->source].people = at->value;
    bool is_mix = at->kind == ALTER_MIX_MIN || at->kind == ALTER_MIX_MAX;
    if (!is_mix || !GROWN(altering, model->mixes, model->n_mixes, 0)) return;
    if (at->kind == ALTER_MIX_MIN) model->mixes[at->source].min = at->value;
    if (at->kind == ALTER_MIX_MAX) model->mixes[at->source].max = at->value;
}

static void unpin(Altering *altering, const Alteration *at)
{
    Model *model = altering->model;
    if (!GROWN(altering, model->pins, model->n_pins, 0)) return;
    for (int i = 0; i < model->n_pins; i++) {
        Pin *pin = &model->pins[i];
        if (pin->person != at->person || pin->rule != PIN_NEVER) continue;
        for (int k = 0; k < pin->n_roles; k++)
            if (model->pin_roles[pin->first_role + k] == at->role) pin->n_roles = 0;
    }
}

static void attribute_add(Altering *altering, Person *person, int field, int value)
{
    Model *model = altering->model;
    if (value < 0 || !GROWN(altering, model->attributes, model->n_attributes, 1)) return;
    int at = model->n_attributes++; /* attributes of a person are sorted by field, value */
    while (at > person->first_attribute && model->attributes[at - 1].field > field) {
        model->attributes[at] = model->attributes[at - 1];
        at--;
    }
    model->attributes[at] = (Attribute){field, value};
    person->n_attributes++;
}

static void levels_of_outsider(Altering *altering, const Alteration *at, int person)
{
    Model *model = altering->model;
    size_t n = (size_t)model->n_staff * (size_t)model->n_skills, more = (size_t)model->n_skills;
    if (!GROWN(altering, model->levels, n, more) || !GROWN(altering, model->interests, n, more)) return;
    if (more) memset(model->levels + n, LEVEL_NONE, more);
    if (more) memset(model->interests + n, LEVEL_NONE, more);
    const Role *role = &model->roles[at->role];
    for (int i = 0; i < role->n_bars; i++) {
        const Bar *bar = &model->bars[role->first_bar + i];
        int8_t *level = level_of(model, person, bar->skill);
        if (bar->level > *level) *level = (int8_t)bar->level;
    }
    if (at->skill >= 0 && at->value > *level_of(model, person, at->skill))
        *level_of(model, person, at->skill) = (int8_t)at->value;
}

/* Kept out of all but the role. */
static void outsider_pin(Altering *altering, int person, int role)
{
    pin_add(altering, person, PIN_NEVER, 0, role);
    pin_add(altering, person, PIN_NEVER, role + 1, altering->model->n_roles - role - 1);
}

/* The site and its network as fields. Returns how many. */
static int site_places(Attribute places[2], const Model *model, int site)
{
    if (site < 0) return 0;
    const char *network = model->sites[site].network;
    int n = 0, value = 0, n_values = *network ? names_count(model->field_values[FIELD_NETWORK]) : 0;
    places[n++] = (Attribute){FIELD_SITE, site};
    while (value < n_values && strcmp(names_get(model->field_values[FIELD_NETWORK], value), network) != 0) value++;
    if (value < n_values) places[n++] = (Attribute){FIELD_NETWORK, value};
    return n;
}

static void outsider_add(Altering *altering, const Alteration *at)
{
    Model *model = altering->model;
    const Group *group = &model->groups[at->group];
    const Role *role = &model->roles[at->role];
    int person = model->n_staff;
    Attribute places[2];
    int n_places = site_places(places, model, group->site);
    levels_of_outsider(altering, at, person);
    if (!GROWN(altering, model->staff, model->n_staff, 1)) return;
    Person *outsider = &model->staff[person];
    *outsider = (Person){.key = "~", .id = "", .email = "", .name = "", .position = "", .site = group->site, .max_groups = 1};
    outsider->max_leads = 1;
    outsider->hours = group->hours + role->hours;
    outsider->first_attribute = model->n_attributes;
    outsider->first_topic = model->n_topic_answers;
    for (int i = 0; i < n_places; i++)
        if (at->field != places[i].field) attribute_add(altering, outsider, places[i].field, places[i].value);
    if (role->n_positions > 0 && at->field != FIELD_POSITION)
        attribute_add(altering, outsider, FIELD_POSITION, model->role_positions[role->first_position]);
    if (at->field >= 0) attribute_add(altering, outsider, at->field, at->field_value);
    model->n_staff++;
    outsider_pin(altering, person, at->role);
}

static void alter(Altering *altering, const Alteration *at)
{
    switch (at->kind) {
    case ALTER_MUST:
        pin_role(altering, at, PIN_MUST);
        break;
    case ALTER_NEVER:
        pin_role(altering, at, PIN_NEVER);
        break;
    case ALTER_LEVEL:
        level_set(altering, at);
        break;
    case ALTER_HOURS:
    case ALTER_MAX_GROUPS:
    case ALTER_MAX_LEADS:
        person_set(altering, at);
        break;
    case ALTER_POSITION:
        position_allow(altering, at);
        break;
    case ALTER_MEETS: {
        Group *group = group_changed(altering, at->group);
        if (group) group->n_slots = 0;
        break;
    }
    case ALTER_ROLE_MIN:
    case ALTER_MIN_SIZE:
    case ALTER_PEOPLE:
    case ALTER_MIX_MIN:
    case ALTER_MIX_MAX:
        need_set(altering, at);
        break;
    case ALTER_UNPIN:
        unpin(altering, at);
        break;
    case ALTER_OUTSIDE:
        outsider_add(altering, at);
        break;
    }
}

CadreStatus model_alter(Model *out, const Model *model, const Alteration *alterations, int n, Arena *arena, CadreError *err)
{
    Model altered = *model;
    Altering altering = {.model = &altered, .arena = arena};
    altered.n_pairs += altered.n_idle_pairs; /* who may join what is looked at anew */
    altered.n_idle_pairs = 0;
    for (int i = 0; i < n && !altering.lost; i++) alter(&altering, &alterations[i]);
    if (altering.lost) return error_no_memory(err);
    *out = altered;
    return CADRE_OK;
}
