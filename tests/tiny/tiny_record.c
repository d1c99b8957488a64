/* tiny_record.c: record.json as the truth of a tiny case. Whatever is not as the record says that it is ends the reading. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tiny/tiny_case.h"

const char *const tiny_field_names[TINY_FIELDS] = {"department", "position", "site", "network"};

/* The record while it is read: its groups and roles by their places there. */
typedef struct Reading {
    TinyCase *tiny;
    bool failed;
    int group_at[TINY_GROUPS]; /* of a group of the record */
    int role_at[TINY_GROUPS][TINY_ROLES];
    const char *path;
} Reading;

static void fail(Reading *reading, const char *what)
{
    if (!reading->failed) fprintf(stderr, "%s: \"%s\" is not as expected\n", reading->path, what);
    reading->failed = true;
}

static int number_or(Reading *reading, const json_t *object, const char *key, int where_null)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_null(value)) return where_null;
    if (!json_is_integer(value)) fail(reading, key);
    return (int)json_integer_value(value);
}

static int number(Reading *reading, const json_t *object, const char *key)
{
    if (json_is_null(json_object_get(object, key))) fail(reading, key);
    return number_or(reading, object, key, 0);
}

/* NULL where null. */
static const char *text(Reading *reading, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value) && !json_is_null(value)) fail(reading, key);
    return json_string_value(value);
}

static bool truth(Reading *reading, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_boolean(value)) fail(reading, key);
    return json_is_true(value);
}

/* How many a list holds: `most` and no more; 0 after a fault. */
static int length(Reading *reading, const json_t *list, const char *what, int most)
{
    size_t n = json_array_size(list);
    if (!json_is_array(list) || n > (size_t)most) fail(reading, what);
    return reading->failed ? 0 : (int)n;
}

static void read_levels(Reading *reading, int *out, const json_t *object, const char *key, int n)
{
    const json_t *list = json_object_get(object, key);
    if (length(reading, list, key, n) != n) fail(reading, key);
    for (int i = 0; i < n && !reading->failed; i++) {
        const json_t *value = json_array_get(list, (size_t)i);
        out[i] = json_is_integer(value) ? (int)json_integer_value(value) : TINY_NONE;
    }
}

/* Groups of a list as a bit mask. */
static unsigned group_mask(Reading *reading, const json_t *list)
{
    unsigned mask = 0;
    int n = length(reading, list, "groups", TINY_GROUPS);
    for (int i = 0; i < n; i++) {
        json_int_t at = json_integer_value(json_array_get(list, (size_t)i));
        if (at < 0 || at >= reading->tiny->n_groups)
            fail(reading, "groups");
        else
            mask |= 1u << reading->group_at[at];
    }
    return mask;
}

static void read_settings(Reading *reading, const json_t *object)
{
    static const char *const weights[] = {"weight_fit", "weight_interest", "weight_growth", "weight_continuity"};
    TinySettings *settings = &reading->tiny->settings;
    settings->seed = number(reading, object, "seed");
    for (int i = 0; i < 4; i++) settings->weights[i] = number(reading, object, weights[i]);
    settings->hours = number(reading, object, "hours");
    settings->max_groups = number(reading, object, "max_groups");
    settings->max_leads = number(reading, object, "max_leads");
    settings->max_changes = number_or(reading, object, "max_changes", TINY_NO_LIMIT);
    settings->everyone = number(reading, object, "everyone");
    settings->extra_load = number(reading, object, "extra_load");
    settings->short_must = number(reading, object, "short_must");
    settings->short_role = number(reading, object, "short_role");
    settings->short_should = number(reading, object, "short_should");
    const char *fairness = text(reading, object, "fairness");
    settings->floor = fairness && strcmp(fairness, "floor") == 0;
    settings->closes = text(reading, object, "closes");
}

/* What of the record is told by index alone: skills, kinds, sites. */
static void read_names(Reading *reading, const json_t *record)
{
    TinyCase *tiny = reading->tiny;
    const json_t *skills = json_object_get(record, "skills"), *kinds = json_object_get(record, "kinds"),
                 *sites = json_object_get(record, "sites");
    tiny->n_skills = length(reading, skills, "skills", TINY_SKILLS);
    tiny->n_kinds = length(reading, kinds, "kinds", TINY_KINDS);
    tiny->n_sites = length(reading, sites, "sites", TINY_SITES);
    for (int i = 0; i < tiny->n_skills; i++) {
        tiny->skills[i] = text(reading, json_array_get(skills, (size_t)i), "name");
        tiny->interest_asked[i] = truth(reading, json_array_get(skills, (size_t)i), "asks_interest");
    }
    for (int i = 0; i < tiny->n_kinds; i++) {
        tiny->kinds[i].has_focus = text(reading, json_array_get(kinds, (size_t)i), "focus");
        tiny->kinds[i].rated = truth(reading, json_array_get(kinds, (size_t)i), "rated");
    }
    for (int i = 0; i < tiny->n_sites; i++) tiny->sites[i] = text(reading, json_array_get(sites, (size_t)i), "name");
}

/* The place of the i-th of a list of named objects when they are sorted by name. */
static int place_by_name(const json_t *list, int i)
{
    const char *name = json_string_value(json_object_get(json_array_get(list, (size_t)i), "name"));
    int place = 0;
    for (size_t j = 0; j < json_array_size(list); j++) {
        const char *other = json_string_value(json_object_get(json_array_get(list, j), "name"));
        place += name && other && strcmp(other, name) < 0;
    }
    return place;
}

static void read_group(Reading *reading, TinyGroup *group, const json_t *object)
{
    *group = (TinyGroup){.name = text(reading, object, "name"),
                         .site = number_or(reading, object, "site", TINY_NONE),
                         .kind = number(reading, object, "kind"),
                         .min_size = number(reading, object, "min_size"),
                         .max_size = number_or(reading, object, "max_size", TINY_NO_LIMIT),
                         .hours = number(reading, object, "hours"),
                         .weight = number(reading, object, "weight")};
    if (group->kind < 0 || group->kind >= reading->tiny->n_kinds) fail(reading, "kind");
    const json_t *meets = json_object_get(object, "meets");
    group->n_meetings = length(reading, meets, "meets", TINY_MEETINGS);
    for (int i = 0; i < group->n_meetings; i++) {
        const json_t *at = json_array_get(meets, (size_t)i);
        group->meetings[i] =
            (TinyMeeting){number_or(reading, at, "day", TINY_NONE), number(reading, at, "start"), number(reading, at, "end")};
    }
}

static void read_role(Reading *reading, TinyRole *role, int group, const json_t *object)
{
    *role = (TinyRole){.name = text(reading, object, "name"),
                       .group = group,
                       .min = number(reading, object, "min"),
                       .max = number(reading, object, "max"),
                       .hours = number(reading, object, "hours"),
                       .weight = number(reading, object, "weight"),
                       .leads = truth(reading, object, "leads")};
    const json_t *positions = json_object_get(object, "positions");
    role->n_positions = length(reading, positions, "positions", TINY_POSITIONS);
    for (int i = 0; i < role->n_positions; i++) role->positions[i] = json_string_value(json_array_get(positions, (size_t)i));
}

static void read_need(Reading *reading, int group, const json_t *object)
{
    TinyCase *tiny = reading->tiny;
    int role = number_or(reading, object, "role", TINY_NONE);
    TinyNeed need = {.group = group,
                     .role = role == TINY_NONE ? TINY_NONE : reading->role_at[group][role],
                     .skill = number(reading, object, "skill"),
                     .level = number(reading, object, "level"),
                     .weight = number(reading, object, "weight"),
                     .people = number(reading, object, "people"),
                     .must = truth(reading, object, "must")};
    if (need.skill < 0 || need.skill >= tiny->n_skills || tiny->n_needs == TINY_NEEDS)
        fail(reading, "needs");
    else
        tiny->needs[tiny->n_needs++] = need;
}

/* Roles and needs of the groups in their order, each from its kind. */
static void read_kinds(Reading *reading, const json_t *kinds)
{
    TinyCase *tiny = reading->tiny;
    for (int g = 0; g < tiny->n_groups && !reading->failed; g++) {
        const json_t *kind = json_array_get(kinds, (size_t)tiny->groups[g].kind), *roles = json_object_get(kind, "roles"),
                     *needs = json_object_get(kind, "needs");
        int n_roles = length(reading, roles, "roles", TINY_ROLES - tiny->n_roles), n_needs;
        for (int i = 0; i < n_roles; i++) {
            int at = reading->role_at[g][i] = tiny->n_roles + place_by_name(roles, i);
            read_role(reading, &tiny->roles[at], g, json_array_get(roles, (size_t)i));
        }
        tiny->n_roles += n_roles;
        n_needs = length(reading, needs, "needs", TINY_NEEDS);
        for (int i = 0; i < n_needs; i++) read_need(reading, g, json_array_get(needs, (size_t)i));
    }
}

static void read_groups(Reading *reading, const json_t *record)
{
    TinyCase *tiny = reading->tiny;
    const json_t *groups = json_object_get(record, "groups");
    tiny->n_groups = length(reading, groups, "groups", TINY_GROUPS);
    for (int i = 0; i < tiny->n_groups; i++) {
        reading->group_at[i] = place_by_name(groups, i);
        read_group(reading, &tiny->groups[reading->group_at[i]], json_array_get(groups, (size_t)i));
    }
    read_kinds(reading, json_object_get(record, "kinds"));
}

/* A choice is a kind, whose focus it is, or a list of groups; the n-th counts 6 - n, the best one of a thing. */
static void read_choices(Reading *reading, TinyPerson *person, const json_t *list)
{
    int n = length(reading, list, "choice", TINY_CHOICES);
    for (int i = n - 1; i >= 0; i--) {
        const json_t *choice = json_array_get(list, (size_t)i);
        if (json_is_integer(choice) && json_integer_value(choice) < reading->tiny->n_kinds)
            person->focus_choice[json_integer_value(choice)] = 5 - i;
        unsigned groups = json_is_array(choice) ? group_mask(reading, choice) : 0;
        for (int g = 0; g < TINY_GROUPS; g++)
            if (groups >> g & 1) person->group_choice[g] = 5 - i;
    }
}

static void read_person(Reading *reading, TinyPerson *person, const json_t *record, const json_t *object)
{
    const TinyCase *tiny = reading->tiny;
    *person = (TinyPerson){.id = text(reading, object, "id"),
                           .name = text(reading, object, "name"),
                           .site = number_or(reading, object, "site", TINY_NONE),
                           .hours = number_or(reading, object, "hours", tiny->settings.hours),
                           .max_groups = number_or(reading, object, "max_groups", tiny->settings.max_groups),
                           .max_leads = number_or(reading, object, "max_leads", tiny->settings.max_leads),
                           .years = number_or(reading, object, "years", TINY_NONE),
                           .away = truth(reading, object, "away"),
                           .answered = truth(reading, object, "answered")};
    person->fields[TINY_DEPARTMENT] = text(reading, object, "department");
    person->fields[TINY_POSITION] = text(reading, object, "position");
    if (person->site != TINY_NONE) {
        const json_t *site = json_array_get(json_object_get(record, "sites"), (size_t)person->site);
        person->fields[TINY_SITE] = text(reading, site, "name");
        person->fields[TINY_NETWORK] = text(reading, site, "network");
    }
    read_levels(reading, person->level, object, "level", tiny->n_skills);
    read_levels(reading, person->interest, object, "interest", tiny->n_skills);
    read_levels(reading, person->rating, object, "rating", tiny->n_kinds);
    read_choices(reading, person, json_object_get(object, "choice"));
}

static void read_people(Reading *reading, const json_t *record)
{
    TinyCase *tiny = reading->tiny;
    const json_t *people = json_object_get(record, "people");
    tiny->n_people = length(reading, people, "people", TINY_PEOPLE);
    for (int i = 0; i < tiny->n_people; i++) {
        read_person(reading, &tiny->people[i], record, json_array_get(people, (size_t)i));
        if (i > 0 && !reading->failed && strcmp(tiny->people[i - 1].id, tiny->people[i].id) >= 0) fail(reading, "people");
    }
}

static bool has_mix(const TinyCase *tiny, int group, TinyField field, const char *value)
{
    for (int i = 0; i < tiny->n_mixes; i++)
        if (tiny->mixes[i].group == group && tiny->mixes[i].field == field && strcmp(tiny->mixes[i].value, value) == 0)
            return true;
    return false;
}

static void add_mix(Reading *reading, TinyMix mix)
{
    if (reading->tiny->n_mixes == TINY_MIXES || !mix.value)
        fail(reading, "mix");
    else
        reading->tiny->mixes[reading->tiny->n_mixes++] = mix;
}

/* `each`: every value among the staff of the group's site who are not away; a named value replaces it. */
static void spread_each(Reading *reading, TinyMix mix)
{
    const TinyCase *tiny = reading->tiny;
    int site = tiny->groups[mix.group].site;
    for (int p = 0; p < tiny->n_people; p++) {
        const TinyPerson *person = &tiny->people[p];
        mix.value = person->fields[mix.field];
        if (!mix.value || person->away || (site != TINY_NONE && person->site != site)) continue;
        if (!has_mix(tiny, mix.group, mix.field, mix.value)) add_mix(reading, mix);
    }
}

static void read_mix(Reading *reading, int group, const json_t *object, bool of_each)
{
    const char *field = text(reading, object, "field"), *value = text(reading, object, "value");
    TinyMix mix = {.group = group,
                   .min = number(reading, object, "min"),
                   .max = number_or(reading, object, "max", TINY_NO_LIMIT),
                   .value = value,
                   .must = truth(reading, object, "must"),
                   .of_each = value && strcmp(value, "each") == 0};
    while (field && mix.field < TINY_FIELDS && strcmp(field, tiny_field_names[mix.field]) != 0) mix.field++;
    if (mix.field == TINY_FIELDS) fail(reading, "field");
    if (mix.of_each != of_each || reading->failed) return;
    if (of_each)
        spread_each(reading, mix);
    else
        add_mix(reading, mix);
}

static void read_mixes(Reading *reading, const json_t *kinds)
{
    TinyCase *tiny = reading->tiny;
    for (int g = 0; g < tiny->n_groups && !reading->failed; g++) {
        const json_t *list = json_object_get(json_array_get(kinds, (size_t)tiny->groups[g].kind), "mix"), *object;
        size_t i;
        json_array_foreach(list, i, object) read_mix(reading, g, object, false);
        json_array_foreach(list, i, object) read_mix(reading, g, object, true);
    }
}

static int person_at(Reading *reading, const json_t *object, const char *key)
{
    int person = number(reading, object, key);
    if (person < 0 || person >= reading->tiny->n_people) fail(reading, key);
    return reading->failed ? 0 : person;
}

static void read_pin(Reading *reading, TinyPin *pin, const json_t *object)
{
    static const char *const rules[] = {"must", "never", "prefer"};
    const TinyCase *tiny = reading->tiny;
    const char *role = text(reading, object, "role"), *rule = text(reading, object, "rule");
    *pin = (TinyPin){.person = person_at(reading, object, "person"),
                     .groups = group_mask(reading, json_object_get(object, "groups"))};
    for (int r = 0; r < tiny->n_roles; r++)
        if ((pin->groups >> tiny->roles[r].group & 1) && (!role || strcmp(tiny->roles[r].name, role) == 0))
            pin->roles |= 1u << r;
    while (rule && pin->rule < TINY_PREFER && strcmp(rule, rules[pin->rule]) != 0) pin->rule++;
    if (!rule || strcmp(rule, rules[pin->rule]) != 0) fail(reading, "rule");
}

static void read_pins_and_pairs(Reading *reading, const json_t *record)
{
    TinyCase *tiny = reading->tiny;
    const json_t *pins = json_object_get(record, "pins"), *pairs = json_object_get(record, "pairs");
    tiny->n_pins = length(reading, pins, "pins", TINY_ROWS);
    for (int i = 0; i < tiny->n_pins; i++) read_pin(reading, &tiny->pins[i], json_array_get(pins, (size_t)i));
    tiny->n_pairs = length(reading, pairs, "pairs", TINY_ROWS);
    for (int i = 0; i < tiny->n_pairs; i++) {
        const json_t *pair = json_array_get(pairs, (size_t)i);
        tiny->pairs[i] = (TinyPair){.person = person_at(reading, pair, "person"),
                                    .other = person_at(reading, pair, "other"),
                                    .groups = group_mask(reading, json_object_get(pair, "groups")),
                                    .together = truth(reading, pair, "together")};
    }
}

static void read_previous(Reading *reading, const json_t *list)
{
    TinyCase *tiny = reading->tiny;
    if (json_is_null(list)) return;
    tiny->has_previous = true;
    int n = length(reading, list, "previous", TINY_PEOPLE * TINY_ROLES);
    for (int i = 0; i < n; i++) {
        const json_t *row = json_array_get(list, (size_t)i);
        int person = person_at(reading, row, "person"), group = number(reading, row, "group"),
            role = number(reading, row, "role");
        if (group < 0 || group >= tiny->n_groups || role < 0 || role >= TINY_ROLES)
            fail(reading, "previous");
        else
            tiny->previous[person][reading->role_at[reading->group_at[group]][role]] = true;
    }
}

bool tiny_case_read(TinyCase *out, const char *path)
{
    Reading reading = {.tiny = out, .path = path};
    json_error_t error;
    memset(out, 0, sizeof *out);
    out->record = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (!out->record) {
        fprintf(stderr, "%s:%d: %s\n", path, error.line, error.text);
        return false;
    }
    out->seed = (uint64_t)json_integer_value(json_object_get(out->record, "seed"));
    read_settings(&reading, json_object_get(out->record, "settings"));
    read_names(&reading, out->record);
    read_groups(&reading, out->record);
    read_people(&reading, out->record);
    read_mixes(&reading, json_object_get(out->record, "kinds"));
    read_pins_and_pairs(&reading, out->record);
    read_previous(&reading, json_object_get(out->record, "previous"));
    return !reading.failed;
}

void tiny_case_release(TinyCase *tiny)
{
    json_decref(tiny->record);
    tiny->record = NULL;
}
