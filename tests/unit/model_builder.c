#include "unit/model_builder.h"

static Arena *of_model; /* tests run one at a time in a process */

Model *builder_model(Arena *arena, int n_skills)
{
    Model *model = ARENA_NEW(arena, Model);
    of_model = arena;
    model->settings = (Settings)SETTINGS_INIT;
    model->n_skills = n_skills;
    model->staff = ARENA_ARRAY(arena, Person, BUILDER_ROOM);
    model->sites = ARENA_ARRAY(arena, Site, BUILDER_SITES);
    model->sites[0] = (Site){"Site", ""};
    for (int site = 1; site < BUILDER_SITES; site++) model->sites[site] = (Site){arena_print(arena, "Site %d", site), ""};
    model->n_sites = 1;
    model->groups = ARENA_ARRAY(arena, Group, BUILDER_ROOM);
    model->roles = ARENA_ARRAY(arena, Role, BUILDER_ROOM);
    model->skills = names_create(arena, NAME_STYLE_NAME);
    for (int skill = 0; skill < n_skills; skill++) names_add(model->skills, arena_print(arena, "s%d", skill));
    model->levels = ARENA_ARRAY(arena, int8_t, BUILDER_ROOM * (n_skills + 1));
    model->interests = ARENA_ARRAY(arena, int8_t, BUILDER_ROOM * (n_skills + 1));
    model->interest_asked = ARENA_ARRAY(arena, bool, n_skills + 1);
    model->topics = names_create(arena, NAME_STYLE_NAME);
    model->topic_answers = ARENA_ARRAY(arena, TopicAnswer, BUILDER_ROOM);
    model->fields = names_create(arena, NAME_STYLE_HEADER);
    model->field_values = ARENA_ARRAY(arena, Names *, BUILDER_ROOM);
    static const char *const fields[] = {"site", "position", "network"};
    for (int field = 0; field < 3; field++) {
        names_add(model->fields, fields[field]);
        model->field_values[field] = names_create(arena, NAME_STYLE_NAME);
    }
    model->attributes = ARENA_ARRAY(arena, Attribute, BUILDER_ROOM);
    model->targets = ARENA_ARRAY(arena, Target, BUILDER_ROOM);
    model->bars = ARENA_ARRAY(arena, Bar, BUILDER_ROOM);
    model->slots = ARENA_ARRAY(arena, Slot, BUILDER_ROOM);
    model->coverages = ARENA_ARRAY(arena, Coverage, BUILDER_ROOM);
    model->mixes = ARENA_ARRAY(arena, Mix, BUILDER_ROOM);
    model->pins = ARENA_ARRAY(arena, Pin, BUILDER_ROOM);
    model->pin_roles = ARENA_ARRAY(arena, int, BUILDER_ROOM);
    model->pairs = ARENA_ARRAY(arena, Pair, BUILDER_ROOM);
    model->previous = ARENA_ARRAY(arena, PreviousAssignment, BUILDER_ROOM);
    model->held = ARENA_ARRAY(arena, PreviousAssignment, BUILDER_ROOM);
    return model;
}

int builder_person(Model *model, const char *key)
{
    int index = model->n_staff++;
    const Settings *settings = &model->settings;
    model->staff[index] = (Person){.key = key,
                                   .id = key,
                                   .email = "",
                                   .name = key,
                                   .site = 0,
                                   .position = "",
                                   .hours = settings->hours,
                                   .max_groups = settings->max_groups,
                                   .max_leads = settings->max_leads,
                                   .answered = true,
                                   .first_attribute = model->n_attributes,
                                   .first_topic = model->n_topic_answers,
                                   .origin = {"people.csv", index + 2, 0}};
    for (int skill = 0; skill < model->n_skills; skill++) builder_level(model, index, skill, LEVEL_NONE, LEVEL_NONE);
    return index;
}

void builder_level(Model *model, int person, int skill, int level, int interest)
{
    model->levels[person * model->n_skills + skill] = (int8_t)level;
    model->interests[person * model->n_skills + skill] = (int8_t)interest;
}

void builder_attribute(Model *model, const char *field, const char *value)
{
    int before = names_count(model->fields), index = names_add(model->fields, field);
    if (index == before) model->field_values[index] = names_create(of_model, NAME_STYLE_NAME);
    model->attributes[model->n_attributes++] = (Attribute){index, names_add(model->field_values[index], value)};
    model->staff[model->n_staff - 1].n_attributes++;
}

void builder_topic(Model *model, const char *topic, int rating, int choice)
{
    model->topic_answers[model->n_topic_answers++] =
        (TopicAnswer){names_add(model->topics, topic), (int8_t)rating, (int8_t)choice};
    model->staff[model->n_staff - 1].n_topics++;
}

int builder_group(Model *model, const char *name)
{
    int index = model->n_groups++;
    model->groups[index] = (Group){.name = name,
                                   .base_name = name,
                                   .kind = "",
                                   .focus = "",
                                   .purpose = "",
                                   .site = -1,
                                   .max_size = NO_LIMIT,
                                   .hours = 100,
                                   .weight = 1,
                                   .first_role = model->n_roles,
                                   .first_slot = model->n_slots,
                                   .topics = {-1, -1, -1},
                                   .origin = {"groups.csv", index + 2, 0}};
    return index;
}

void builder_slot(Model *model, int day, int start, int end)
{
    model->slots[model->n_slots++] = (Slot){.day = day, .start = start, .end = end, .text = -1, .name = ""};
    model->groups[model->n_groups - 1].n_slots++;
}

int builder_role(Model *model, const char *name, int min, int max, bool leads)
{
    int index = model->n_roles++;
    model->roles[index] = (Role){.name = name,
                                 .group = model->n_groups - 1,
                                 .min = min,
                                 .max = max,
                                 .leads = leads,
                                 .weight = leads ? 3 : 1,
                                 .first_target = model->n_targets,
                                 .first_bar = model->n_bars,
                                 .origin = {"roles.csv", index + 2, 0}};
    model->groups[model->n_groups - 1].n_roles++;
    return index;
}

void builder_target(Model *model, int skill, int level, int weight)
{
    model->targets[model->n_targets++] = (Target){skill, level, weight};
    model->roles[model->n_roles - 1].n_targets++;
}

void builder_bar(Model *model, int skill, int level)
{
    model->bars[model->n_bars] = (Bar){skill, level, {"needs.csv", model->n_bars + 2, 0}};
    model->n_bars++;
    model->roles[model->n_roles - 1].n_bars++;
}

void builder_pin(Model *model, int person, PinRule rule, int role)
{
    Pin pin = {.person = person, .rule = rule, .first_role = model->n_pin_roles, .origin = {"pins.csv", model->n_pins + 2, 0}};
    for (int at = 0; at < model->n_roles; at++)
        if (role < 0 || role == at) model->pin_roles[model->n_pin_roles++] = at;
    pin.n_roles = model->n_pin_roles - pin.first_role;
    model->pins[model->n_pins++] = pin;
}

void builder_previous(Model *model, int person, int role)
{
    model->has_previous = true;
    model->previous[model->n_previous++] = (PreviousAssignment){person, model->roles[role].group, role};
}

void builder_held(Model *model, int person, int role)
{
    model->mends = true;
    model->held[model->n_held++] = (PreviousAssignment){person, model->roles[role].group, role};
}
