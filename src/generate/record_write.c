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

static void put_limit(TextBuffer *out, const char *name, int value)
{
    if (value == MADE_NONE)
        buffer_print(out, ",\"%s\":null", name);
    else
        buffer_print(out, ",\"%s\":%d", name, value);
}

static const char *yes(bool value) { return value ? "true" : "false"; }

static void put_person(TextBuffer *out, const MadeDistrict *district, const MadePerson *person)
{
    buffer_print(out, "{\"id\":\"%s\",\"email\":\"%s\",\"name\":\"%s\",\"site\":%d,\"position\":\"%s\",\"department\":\"%s\"",
                 person->id, person->email, person->name, person->site, facts_jobs[person->job].title,
                 facts_departments[person->department]);
    buffer_print(out, ",\"years\":%d,\"hours\":%d,\"away\":%s,\"answered\":%s", person->years, person->hours, yes(person->away),
                 yes(person->answered));
    put_limit(out, "max_groups", person->max_groups);
    put_limit(out, "max_leads", person->max_leads);
    put_levels(out, "level", person->level, FACTS_SKILLS);
    put_levels(out, "interest", person->interest, FACTS_SKILLS);
    put_levels(out, "rating", person->rating, district->n_kinds);
    put_levels(out, "choice", person->choice, MADE_CHOICES);
    buffer_add(out, "}");
}

static void put_kind(TextBuffer *out, const MadeKind *kind)
{
    buffer_print(out, "{\"name\":\"%s\",\"focus\":\"%s\",\"mix\":%s,\"roles\":[", kind->name, kind->focus, yes(kind->mix));
    for (int i = 0; i < kind->n_roles; i++) {
        const MadeRole *role = &kind->roles[i];
        buffer_print(out, "%s{\"name\":\"%s\",\"min\":%d,\"max\":%d,\"leads\":%s,\"hours\":%d,\"weight\":%d,\"position\":",
                     i ? "," : "", role->name, role->min, role->max, yes(role->leads), role->hours, role->weight);
        if (role->job == MADE_NONE)
            buffer_add(out, "null}");
        else
            buffer_print(out, "\"%s\"}", facts_jobs[role->job].title);
    }
    buffer_add(out, "],\"needs\":[");
    for (int i = 0; i < kind->n_needs; i++) {
        const MadeNeed *need = &kind->needs[i];
        buffer_print(out, "%s{\"role\":", i ? "," : "");
        if (need->role == MADE_NONE)
            buffer_add(out, "null");
        else
            buffer_print(out, "%d", need->role);
        buffer_print(out, ",\"skill\":%d,\"level\":%d,\"weight\":%d,\"must\":%s,\"people\":%d}", need->skill, need->level,
                     need->weight, yes(need->must), need->people);
    }
    buffer_add(out, "]}");
}

static void put_group(TextBuffer *out, const MadeGroup *group)
{
    buffer_print(out, "{\"name\":\"%s\",\"kind\":%d", group->name, group->kind);
    put_limit(out, "site", group->site);
    buffer_print(out, ",\"min_size\":%d,\"max_size\":%d,\"hours\":%d,\"weight\":%d", group->min_size, group->max_size,
                 group->hours, group->weight);
    put_limit(out, "day", group->day);
    buffer_print(out, ",\"start\":%d}", group->start);
}

/* The separator before the i-th of a list's lines. */
static void put_break(TextBuffer *out, int i) { buffer_add(out, i ? ",\n" : "\n"); }

static void put_people_rules(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "],\n\"pins\":[");
    for (int i = 0; i < district->pins.n; i++) {
        const MadePin *pin = &district->pins.items[i];
        put_break(out, i);
        buffer_print(out, "{\"person\":%d,\"group\":%d,\"rule\":\"%s\"}", pin->person, pin->group, pin->rule);
    }
    buffer_add(out, "],\n\"pairs\":[");
    for (int i = 0; i < district->pairs.n; i++) {
        const MadePair *pair = &district->pairs.items[i];
        put_break(out, i);
        buffer_print(out, "{\"person\":%d,\"other\":%d,\"group\":%d,\"together\":%s}", pair->person, pair->other, pair->group,
                     yes(pair->together));
    }
    buffer_add(out, "],\n\"previous\":[");
    for (int i = 0; i < district->previous.n; i++) {
        const MadePrevious *row = &district->previous.items[i];
        put_break(out, i);
        buffer_print(out, "{\"person\":%d,\"group\":%d,\"role\":%d}", row->person, row->group, row->role);
    }
}

void record_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_print(out, "{\"seed\":%llu,\"fairness\":\"%s\",\n\"skills\":[", (unsigned long long)district->seed,
                 district->rules & MADE_FLOOR ? "floor" : "total");
    for (int i = 0; i < FACTS_SKILLS; i++) buffer_print(out, "%s\"%s\"", i ? "," : "", facts_skills[i]);
    buffer_add(out, "],\n\"kinds\":[");
    for (int i = 0; i < district->n_kinds; i++) put_break(out, i), put_kind(out, &district->kinds[i]);
    buffer_add(out, "],\n\"sites\":[");
    for (int i = 0; i < district->sites.n; i++) {
        put_break(out, i);
        buffer_print(out, "{\"name\":\"%s\",\"network\":\"%s\"}", district->sites.items[i].name,
                     facts_networks[district->sites.items[i].network].name);
    }
    buffer_add(out, "],\n\"people\":[");
    for (int i = 0; i < district->people.n; i++) put_break(out, i), put_person(out, district, &district->people.items[i]);
    buffer_add(out, "],\n\"groups\":[");
    for (int i = 0; i < district->groups.n; i++) put_break(out, i), put_group(out, &district->groups.items[i]);
    put_people_rules(out, district);
    buffer_add(out, "]}\n");
}
