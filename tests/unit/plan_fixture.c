#include "unit/plan_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"

static const FixturePerson fixture_staff[] = {
    {"a1", "ana@elm.org", "Ana Ruiz", 0, "Teacher", "3", false, {3, 4, 0}},
    {"b2", "ben@elm.org", "Ben Ito", 0, "Aide", "4", false, {1, 2, 5}},
    {"c3", "cy@oak.org", "Cy Novak", 1, "Teacher", "3", false, {5, 5, 1}},
    {"d4", "ana@oak.org", "Ana Ruiz", 1, "Coach", "5", false, {0, 3, 2}},
    {"e5", "eve@district.org", "Eve Stone", -1, "Office", NULL, false, {2, 2, 2}},
    {"f6", "fay@elm.org", "Fay Lund", 0, "Coach", "9", true, {5, 5, 5}},
};

enum { N_STAFF = sizeof fixture_staff / sizeof *fixture_staff, N_SITES = 3, N_SKILLS = 3 };

static const char *const site_texts[N_SITES] = {"Elm", "Oak", "Ash"};

static int by_field_value(const void *left, const void *right)
{
    const Attribute *a = left, *b = right;
    return a->field != b->field ? a->field - b->field : a->value - b->value;
}

static void add_attribute(Model *model, Person *person, int field, const char *text)
{
    if (!text) return;
    model->attributes[model->n_attributes++] = (Attribute){field, names_add(model->field_values[field], text)};
    person->n_attributes++;
}

static void add_person(Model *model, const FixturePerson *from, Person *person)
{
    person->key = person->id = from->id;
    person->email = from->email;
    person->name = from->name;
    person->site = from->site;
    person->position = from->position;
    person->away = from->away;
    person->first_attribute = model->n_attributes;
    add_attribute(model, person, FIELD_SITE, from->site < 0 ? NULL : site_texts[from->site]);
    add_attribute(model, person, FIELD_POSITION, from->position);
    add_attribute(model, person, FIELD_NETWORK, from->site < 0 ? NULL : "North");
    add_attribute(model, person, 3, from->grade);
    qsort(model->attributes + person->first_attribute, (size_t)person->n_attributes, sizeof(Attribute), by_field_value);
}

static void make_staff(Fixture *fixture)
{
    static const char *const skills[N_SKILLS] = {"Data", "Literacy", "Writing"};
    static const char *const fields[] = {"site", "position", "network", "grade"};
    Arena *arena = fixture->arena;
    Model *model = fixture->model;
    model->n_staff = N_STAFF;
    model->n_sites = N_SITES;
    model->n_skills = N_SKILLS;
    model->staff = ARENA_ARRAY(arena, Person, N_STAFF);
    model->sites = ARENA_ARRAY(arena, Site, N_SITES);
    model->skills = names_create(arena, NAME_STYLE_NAME);
    model->topics = names_create(arena, NAME_STYLE_NAME);
    model->fields = names_create(arena, NAME_STYLE_HEADER);
    model->field_values = ARENA_ARRAY(arena, Names *, 4);
    model->attributes = ARENA_ARRAY(arena, Attribute, 4 * N_STAFF);
    model->levels = ARENA_ARRAY(arena, int8_t, N_STAFF * N_SKILLS);
    for (int i = 0; i < N_SITES; i++) model->sites[i] = (Site){site_texts[i], "North"};
    for (int i = 0; i < N_SKILLS; i++) names_add(model->skills, skills[i]);
    for (int i = 0; i < 4; i++) {
        names_add(model->fields, fields[i]);
        model->field_values[i] = names_create(arena, NAME_STYLE_NAME);
    }
    for (int i = 0; i < N_STAFF; i++) {
        add_person(model, &fixture_staff[i], &model->staff[i]);
        for (int j = 0; j < N_SKILLS; j++)
            model->levels[i * N_SKILLS + j] = (int8_t)(fixture_staff[i].levels[j] ? fixture_staff[i].levels[j] : LEVEL_NONE);
    }
}

Fixture fixture_begin(void)
{
    Fixture fixture = {.arena = arena_create(NULL)};
    cr_assert(scratch_folder(fixture.folder, "plan"));
    fixture.messages = messages_create(fixture.arena);
    fixture.model = ARENA_NEW(fixture.arena, Model);
    make_staff(&fixture);
    return fixture;
}

void fixture_sheet(const Fixture *fixture, const char *name, const char *text)
{
    CadreError err;
    cr_assert_eq(file_write(arena_print(fixture->arena, "%s/%s.csv", fixture->folder, name), text, strlen(text), &err),
                 CADRE_OK, "%s", err.text);
}

void fixture_topics(Fixture *fixture, const char *topics)
{
    char *copy = arena_copy(fixture->arena, topics), *rest = NULL;
    for (char *topic = strtok_r(copy, ";", &rest); topic; topic = strtok_r(NULL, ";", &rest))
        names_add(fixture->model->topics, topic);
}

static void collect(void *data, const CadreMessage *message)
{
    static const char *const severities[] = {"error", "warning", "note"};
    Fixture *fixture = data;
    const char *file = strrchr(message->file, '/');
    fixture->text = arena_print(fixture->arena, "%s%s:%d:%d: %s: %s\n", fixture->text, file ? file + 1 : message->file,
                                message->line, message->column, severities[message->severity], message->text);
}

void fixture_read(Fixture *fixture)
{
    CadreError err = {0};
    PlanSheets plan;
    int n_topics = names_count(fixture->model->topics);
    TopicOrigins topics = {.origins = ARENA_ARRAY(fixture->arena, Origin, n_topics),
                           .only_choice = ARENA_ARRAY(fixture->arena, bool, n_topics)};
    for (int i = 0; i < n_topics; i++) topics.origins[i] = (Origin){"survey.csv", 1, i + 1};
    cr_assert_eq(plan_sheets_read(&plan, fixture->folder, fixture->arena, fixture->messages, &err), CADRE_OK);
    cr_assert_eq(settings_read(&fixture->settings, &plan, fixture->arena, fixture->messages, &err), CADRE_OK);
    cr_assert_eq(plan_read(fixture->model, &topics, &plan, fixture->arena, fixture->messages, &err), CADRE_OK);
    fixture->text = "";
    CadreListener listener = {.data = fixture, .message = collect};
    messages_flush(fixture->messages, &listener, &err);
}

void fixture_end(Fixture *fixture)
{
    CadreError err;
    folder_remove(fixture->folder, &err);
    arena_release(fixture->arena);
}

int fixture_group(const Fixture *fixture, const char *name)
{
    for (int i = 0; i < fixture->model->n_groups; i++)
        if (strcmp(fixture->model->groups[i].name, name) == 0) return i;
    cr_assert_fail("no group %s", name);
    return -1;
}

int fixture_role(const Fixture *fixture, const char *group, const char *role)
{
    int found = model_find_role(fixture->model, fixture_group(fixture, group), role);
    cr_assert_geq(found, 0, "no role %s", role);
    return found;
}

const char *fixture_roles(const Fixture *fixture, const char *group)
{
    const Group *in = &fixture->model->groups[fixture_group(fixture, group)];
    const char *text = "";
    for (int i = in->first_role; i < in->first_role + in->n_roles; i++) {
        const Role *role = &fixture->model->roles[i];
        const char *max = role->max == NO_LIMIT ? "*" : arena_print(fixture->arena, "%d", role->max);
        text =
            arena_print(fixture->arena, "%s%s%s %d-%s w%d", text, *text ? "; " : "", role->name, role->min, max, role->weight);
    }
    return text;
}

const char *fixture_targets(const Fixture *fixture, const char *group, const char *role_name)
{
    const Model *model = fixture->model;
    const Role *role = &model->roles[fixture_role(fixture, group, role_name)];
    const char *text = "";
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++)
        text =
            arena_print(fixture->arena, "%s%s%s %d w%d", text, *text ? "; " : "",
                        names_get(model->skills, model->targets[i].skill), model->targets[i].level, model->targets[i].weight);
    return text;
}

const char *fixture_bars(const Fixture *fixture, const char *group, const char *role_name)
{
    const Model *model = fixture->model;
    const Role *role = &model->roles[fixture_role(fixture, group, role_name)];
    const char *text = "";
    for (int i = role->first_bar; i < role->first_bar + role->n_bars; i++)
        text = arena_print(fixture->arena, "%s%s%s %d", text, *text ? "; " : "", names_get(model->skills, model->bars[i].skill),
                           model->bars[i].level);
    return text;
}
