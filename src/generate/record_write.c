#include "generate/sheets_write.h"

/* Levels as an array, null for a blank. */
static void put_levels(TextBuffer *out, const char *name, const int8_t *levels, int n)
{
    buffer_print(out, ",\"%s\":[", name);
    for (int i = 0; i < n; i++) {
        if (i > 0) buffer_add(out, ",");
        if (levels[i] == MADE_NONE)
            buffer_add(out, "null");
        else
            buffer_print(out, "%d", levels[i]);
    }
    buffer_add(out, "]");
}

/* A number under its name, null where it is `none`. */
static void put_number(TextBuffer *out, const char *name, int value, int none)
{
    if (value == none)
        buffer_print(out, ",\"%s\":null", name);
    else
        buffer_print(out, ",\"%s\":%d", name, value);
}

static const char *yes(bool value) { return value ? "true" : "false"; }

static void put_text_or_null(TextBuffer *out, const char *text)
{
    if (text)
        buffer_print(out, "\"%s\"", text);
    else
        buffer_add(out, "null");
}

static void put_text(TextBuffer *out, const char *name, const char *text)
{
    buffer_print(out, ",\"%s\":", name);
    put_text_or_null(out, text);
}

/* The indices of the groups that a row reaches. */
static void put_groups(TextBuffer *out, const MadeDistrict *district, int group, MadeReach reach)
{
    buffer_add(out, "[");
    if (reach == MADE_THE_GROUP)
        buffer_print(out, "%d", group);
    else
        for (int i = 0, n = 0; i < district->groups.n; i++)
            if (made_reaches(district, group, reach, i)) buffer_print(out, "%s%d", n++ ? "," : "", i);
    buffer_add(out, "]");
}

/* Each choice as the index of a kind, whose focus it is, or as a list of groups; null for none. */
static void put_choices(TextBuffer *out, const MadeDistrict *district, const MadePerson *person)
{
    buffer_add(out, ",\"choice\":[");
    for (int i = 0; i < MADE_CHOICES; i++) {
        if (i > 0) buffer_add(out, ",");
        if (person->group_choice[i] != MADE_NONE)
            put_groups(out, district, person->group_choice[i], MADE_ALL_COPIES);
        else if (person->choice[i] != MADE_NONE)
            buffer_print(out, "%d", person->choice[i]);
        else
            buffer_add(out, "null");
    }
    buffer_add(out, "]");
}

static void put_person(TextBuffer *out, const MadeDistrict *district, const MadePerson *person)
{
    buffer_print(out, "{\"id\":\"%s\",\"email\":\"%s\",\"name\":\"%s\"", person->id, person->email, person->name);
    put_number(out, "site", person->site, MADE_NONE);
    put_text(out, "position", made_field_value(district, person, MADE_POSITION));
    put_text(out, "department", made_field_value(district, person, MADE_DEPARTMENT));
    put_number(out, "years", person->answered ? person->years : MADE_NONE, MADE_NONE);
    buffer_print(out, ",\"away\":%s,\"answered\":%s", yes(person->away), yes(person->answered));
    put_number(out, "hours", person->hours, MADE_NONE);
    put_number(out, "max_groups", person->max_groups, MADE_NONE);
    put_number(out, "max_leads", person->max_leads, MADE_NONE);
    put_levels(out, "level", person->level, district->n_skills);
    put_levels(out, "interest", person->interest, district->n_skills);
    put_levels(out, "rating", person->rating, district->n_kinds);
    put_choices(out, district, person);
    buffer_add(out, "}");
}

static void put_role(TextBuffer *out, const MadeRole *role)
{
    buffer_print(out, "{\"name\":\"%s\",\"min\":%d,\"max\":%d,\"leads\":%s,\"hours\":%d,\"weight\":%d,\"positions\":[",
                 role->name, role->min, role->max, yes(role->leads), role->hours, role->weight);
    for (int job = 0, n = 0; job < FACTS_JOBS; job++)
        if (role->jobs >> job & 1) buffer_print(out, "%s\"%s\"", n++ ? "," : "", facts_jobs[job].title);
    buffer_add(out, "]}");
}

static void put_need(TextBuffer *out, const MadeNeed *need)
{
    buffer_print(out, "{\"skill\":%d,\"level\":%d,\"weight\":%d,\"must\":%s,\"people\":%d", need->skill, need->level,
                 need->weight, yes(need->must), need->people);
    put_number(out, "role", need->role, MADE_NONE);
    buffer_add(out, "}");
}

static void put_mix(TextBuffer *out, const MadeMix *mix)
{
    buffer_print(out, "{\"field\":\"%s\"", made_field_names[mix->field]);
    put_text(out, "value", mix->value ? mix->value : "each");
    buffer_print(out, ",\"min\":%d,\"must\":%s", mix->min, yes(mix->must));
    put_number(out, "max", mix->max, MADE_NO_LIMIT);
    buffer_add(out, "}");
}

static void put_kind(TextBuffer *out, const MadeKind *kind)
{
    buffer_print(out, "{\"name\":\"%s\"", kind->name);
    put_text(out, "focus", kind->focus);
    buffer_print(out, ",\"rated\":%s,\"roles\":[", yes(kind->rated));
    for (int i = 0; i < kind->n_roles; i++) buffer_add(out, i ? "," : ""), put_role(out, &kind->roles[i]);
    buffer_add(out, "],\"needs\":[");
    for (int i = 0; i < kind->n_needs; i++) buffer_add(out, i ? "," : ""), put_need(out, &kind->needs[i]);
    buffer_add(out, "],\"mix\":[");
    for (int i = 0; i < kind->n_mixes; i++) buffer_add(out, i ? "," : ""), put_mix(out, &kind->mixes[i]);
    buffer_add(out, "]}");
}

static void put_group(TextBuffer *out, const MadeGroup *group)
{
    buffer_print(out, "{\"name\":\"%s\",\"kind\":%d", group->name, group->kind);
    put_number(out, "site", group->site, MADE_NONE);
    buffer_print(out, ",\"min_size\":%d", group->min_size);
    put_number(out, "max_size", group->max_size, MADE_NO_LIMIT);
    buffer_print(out, ",\"hours\":%d,\"weight\":%d,\"meets\":[", group->hours, group->weight);
    for (int i = 0; i < group->n_meetings; i++) { /* day null: at a named time that is the same for all */
        const MadeMeeting *meeting = &group->meetings[i];
        buffer_print(out, "%s{\"start\":%d,\"end\":%d", i ? "," : "", meeting->start, meeting->end);
        put_number(out, "day", meeting->day, MADE_NONE);
        buffer_add(out, "}");
    }
    buffer_add(out, "]}");
}

/* The separator before the i-th of a list's lines. */
static void put_break(TextBuffer *out, int i) { buffer_add(out, i ? ",\n" : "\n"); }

static void put_pin(TextBuffer *out, const MadeDistrict *district, const MadePin *pin)
{
    const MadeKind *kind = &district->kinds[district->groups.items[pin->group].kind];
    int n_groups = pin->reach == MADE_THE_GROUP ? pin->group + 1 : district->groups.n;
    buffer_print(out, "{\"person\":%d,\"groups\":[", pin->person);
    for (int i = pin->reach == MADE_THE_GROUP ? pin->group : 0, n = 0; i < n_groups; i++)
        if (made_pin_reaches(district, pin, i)) buffer_print(out, "%s%d", n++ ? "," : "", i);
    buffer_add(out, "]");
    put_text(out, "role", pin->role == MADE_NONE ? NULL : kind->roles[pin->role].name);
    put_text(out, "rule", pin->rule);
    buffer_add(out, "}");
}

static void put_people_rules(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "],\n\"pins\":[");
    for (int i = 0; i < district->pins.n; i++) put_break(out, i), put_pin(out, district, &district->pins.items[i]);
    buffer_add(out, "],\n\"pairs\":[");
    for (int i = 0; i < district->pairs.n; i++) {
        const MadePair *pair = &district->pairs.items[i];
        put_break(out, i);
        buffer_print(out, "{\"person\":%d,\"other\":%d,\"together\":%s,\"groups\":", pair->person, pair->other,
                     yes(pair->together));
        put_groups(out, district, pair->group, pair->reach);
        buffer_add(out, "}");
    }
    bool has_previous = district->rules & MADE_PREVIOUS;
    buffer_print(out, "],\n\"previous\":%s", has_previous ? "[" : "null");
    for (int i = 0; i < district->previous.n; i++) {
        const MadePrevious *row = &district->previous.items[i];
        put_break(out, i);
        buffer_print(out, "{\"person\":%d,\"group\":%d,\"role\":%d}", row->person, row->group, row->role);
    }
    buffer_add(out, has_previous ? "]" : "");
}

static void put_settings(TextBuffer *out, const MadeDistrict *district)
{
    const MadeSettings *settings = &district->settings;
    buffer_print(out, "\"settings\":{\"seed\":%d,\"fairness\":\"%s\"", made_seed_setting(district),
                 settings->floor ? "floor" : "total");
    for (int i = 0; i < 4; i++) put_number(out, made_weight_names[i], settings->weights[i], MADE_NONE);
    put_number(out, "hours", settings->hours, MADE_NONE);
    put_number(out, "max_groups", settings->max_groups, MADE_NONE);
    put_number(out, "max_leads", settings->max_leads, MADE_NONE);
    put_number(out, "everyone", settings->everyone, MADE_NONE);
    put_number(out, "extra_load", settings->extra_load, MADE_NONE);
    put_number(out, "short_must", settings->short_must, MADE_NONE);
    put_number(out, "short_role", settings->short_role, MADE_NONE);
    put_number(out, "short_should", settings->short_should, MADE_NONE);
    put_number(out, "max_changes", settings->max_changes, MADE_NO_LIMIT);
    if (settings->closes)
        buffer_print(out, ",\"closes\":\"2026-09-%02d\"", settings->closes);
    else
        put_text(out, "closes", NULL);
    buffer_add(out, "}");
}

static void put_site(TextBuffer *out, const MadeSite *site)
{
    buffer_print(out, "{\"name\":\"%s\",\"network\":\"%s\"}", site->name, facts_networks[site->network].name);
}

void record_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_print(out, "{\"seed\":%llu,\n", (unsigned long long)district->seed);
    put_settings(out, district);
    buffer_add(out, ",\n\"skills\":[");
    for (int i = 0; i < district->n_skills; i++)
        buffer_print(out, "%s{\"name\":\"%s\",\"asks_interest\":%s}", i ? "," : "", facts_skills[i],
                     yes(district->asks_interest[i]));
    buffer_add(out, "],\n\"kinds\":[");
    for (int i = 0; i < district->n_kinds; i++) put_break(out, i), put_kind(out, &district->kinds[i]);
    buffer_add(out, "],\n\"sites\":[");
    for (int i = 0; i < district->sites.n; i++) put_break(out, i), put_site(out, &district->sites.items[i]);
    buffer_add(out, "],\n\"people\":[");
    for (int i = 0; i < district->people.n; i++) put_break(out, i), put_person(out, district, &district->people.items[i]);
    buffer_add(out, "],\n\"groups\":[");
    for (int i = 0; i < district->groups.n; i++) put_break(out, i), put_group(out, &district->groups.items[i]);
    put_people_rules(out, district);
    buffer_add(out, "}\n");
}
