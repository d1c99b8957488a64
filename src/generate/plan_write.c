/* plan_write.c: the sheets of a made-up district's plan. What all groups of a kind share is said once, for `kind:NAME`. */
#include "generate/sheets_write.h"

static void put_hundredths(TextBuffer *out, int hundredths)
{
    buffer_print(out, "%d.%02d", hundredths / 100, hundredths % 100);
}

static void put_unless(TextBuffer *out, int value, int blank)
{
    if (value != blank) buffer_print(out, "%d", value);
}

/* Blank where the value is what a blank cell means and the plan is terse. */
static void put_or_default(TextBuffer *out, const MadeDistrict *district, int value, int meant_by_blank)
{
    if (!district->terse || value != meant_by_blank) buffer_print(out, "%d", value);
}

static const char *site_name(const MadeDistrict *district, int site)
{
    return site == MADE_NONE ? "" : district->sites.items[site].name;
}

void people_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "id,email,name,site,position,hours,max_groups,max_leads,away\n");
    for (int i = 0; i < district->people.n; i++) {
        const MadePerson *person = &district->people.items[i];
        buffer_print(out, "%s,%s,%s,%s,%s,", person->id, person->email, person->name,
                     person->site_not_listed ? "" : site_name(district, person->site),
                     person->job == MADE_NONE ? "" : facts_jobs[person->job].title);
        if (person->hours != MADE_NONE) put_hundredths(out, person->hours);
        buffer_add(out, ",");
        put_unless(out, person->max_groups, MADE_NONE);
        buffer_add(out, ",");
        put_unless(out, person->max_leads, MADE_NONE);
        buffer_print(out, ",%s\n", person->away ? "yes" : "");
    }
}

void sites_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "site,aliases,network\n");
    for (int i = 0; i < district->sites.n; i++)
        buffer_print(out, "%s,%s,%s\n", district->sites.items[i].name, district->sites.items[i].alias,
                     facts_networks[district->sites.items[i].network].name);
}

/* One of the spellings of a meeting: a range; a start alone, for an hour; the day in full or in Spanish. */
static void put_meeting(TextBuffer *out, const MadeMeeting *meeting)
{
    static const char *const days[][5] = {{"Mon", "Tue", "Wed", "Thu", "Fri"},
                                          {"monday", "tuesday", "wednesday", "thursday", "friday"},
                                          {"Lun", "Martes", "mi\xc3\xa9", "Jue", "viernes"}};
    static const char *const names[] = {"Lunch break", "lunch  break", "LUNCH BREAK"};
    if (meeting->day == MADE_NONE) {
        buffer_add(out, names[meeting->spelling]);
        return;
    }
    buffer_print(out, "%s %02d:%02d", days[meeting->spelling][meeting->day], meeting->start / 60, meeting->start % 60);
    if (meeting->spelling == 1 && meeting->end == meeting->start + 60) return;
    buffer_print(out, "-%02d:%02d", meeting->end / 60, meeting->end % 60);
}

void groups_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,kind,site,focus,min_size,max_size,hours,meets,weight\n");
    for (int i = 0; i < district->groups.n; i++) {
        const MadeGroup *group = &district->groups.items[i];
        const MadeKind *kind = &district->kinds[group->kind];
        if (group->first_copy != i) continue;
        buffer_print(out, "%s,%s,%s,%s,", group->row_name, kind->name, group->each ? "each" : site_name(district, group->site),
                     kind->focus ? kind->focus : "");
        put_or_default(out, district, group->min_size, 0);
        buffer_add(out, ",");
        put_unless(out, group->max_size, MADE_NO_LIMIT);
        buffer_add(out, ",");
        if (!district->terse || group->hours != 100) put_hundredths(out, group->hours);
        buffer_add(out, ",");
        for (int meeting = 0; meeting < group->n_meetings; meeting++) {
            if (meeting) buffer_add(out, ";");
            put_meeting(out, &group->meetings[meeting]);
        }
        buffer_add(out, ",");
        put_or_default(out, district, group->weight, 1);
        buffer_add(out, "\n");
    }
}

/* A sheet's row about one rule of a kind: `group` is the cell that says where; a decoy says something else. */
typedef void (*PutRow)(TextBuffer *out, const MadeDistrict *district, const char *group, const MadeKind *kind, int index,
                       bool decoy);

/* The row where it is said: for the kind, or for each of its groups in full or without the site, with a decoy for the kind. */
static void put_in_place(TextBuffer *out, const MadeDistrict *district, int kind, MadePlace place, PutRow put, int index)
{
    const MadeKind *of = &district->kinds[kind];
    if (place == MADE_AT_ALL) return;
    const char *name = arena_print(out->arena, "kind:%s", of->name);
    if (name)
        put(out, district, name, of, index, place != MADE_AT_KIND);
    else
        out->lost = true;
    for (int i = 0; i < district->groups.n && place != MADE_AT_KIND; i++) {
        const MadeGroup *group = &district->groups.items[i];
        if (group->kind != kind || (place == MADE_AT_ROW && group->first_copy != i)) continue;
        put(out, district, place == MADE_AT_ROW ? group->row_name : group->name, of, index, false);
    }
}

static void put_role(TextBuffer *out, const MadeDistrict *district, const char *group, const MadeKind *kind, int index,
                     bool decoy)
{
    MadeRole role = kind->roles[index];
    if (decoy) role.max++, role.leads = !role.leads, role.weight++, role.jobs = 0;
    buffer_print(out, "%s,%s,", group, role.name);
    put_or_default(out, district, role.min, 1);
    buffer_add(out, ",");
    put_or_default(out, district, role.max, role.min ? role.min : 1);
    buffer_print(out, ",%s,", role.leads ? "yes" : district->terse ? "" : "no");
    if (!district->terse || role.hours) put_hundredths(out, role.hours);
    buffer_add(out, ",");
    put_or_default(out, district, role.weight, role.leads ? 3 : 1);
    buffer_add(out, ",");
    for (int job = 0, n = 0; job < FACTS_JOBS; job++)
        if (role.jobs >> job & 1) buffer_print(out, "%s%s", n++ ? ";" : "", facts_jobs[job].title);
    buffer_add(out, "\n");
}

void roles_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,role,min,max,leads,hours,weight,positions\n");
    for (int i = 0; i < district->n_kinds; i++)
        for (int j = 0; j < district->kinds[i].n_roles; j++)
            put_in_place(out, district, i, district->kinds[i].roles[j].place, put_role, j);
}

static void put_need_cells(TextBuffer *out, const MadeDistrict *district, const char *group, const char *role, MadeNeed need)
{
    buffer_print(out, "%s,%s,%s,%d,", group, role, facts_skills[need.skill], need.level);
    put_or_default(out, district, need.weight, 1);
    buffer_print(out, ",%s,", need.must ? "yes" : district->terse ? "" : "no");
    put_unless(out, need.people, 0);
    buffer_add(out, "\n");
}

static void put_need(TextBuffer *out, const MadeDistrict *district, const char *group, const MadeKind *kind, int index,
                     bool decoy)
{
    MadeNeed need = kind->needs[index];
    if (decoy) need.level = need.level % 5 + 1, need.must = !need.must;
    put_need_cells(out, district, group, need.role == MADE_NONE ? "" : kind->roles[need.role].name, need);
}

void needs_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,role,skill,level,weight,must,people\n");
    if (district->has_need_of_all) put_need_cells(out, district, "*", "", district->need_of_all);
    for (int i = 0; i < district->n_kinds; i++)
        for (int j = 0; j < district->kinds[i].n_needs; j++)
            put_in_place(out, district, i, district->kinds[i].needs[j].place, put_need, j);
}

static void put_mix_cells(TextBuffer *out, const char *group, MadeMix mix)
{
    buffer_print(out, "%s,%s,%s,%d,", group, made_field_names[mix.field], mix.value ? mix.value : "each", mix.min);
    put_unless(out, mix.max, MADE_NO_LIMIT);
    buffer_print(out, ",%s\n", mix.must ? "yes" : "no");
}

static void put_mix(TextBuffer *out, const MadeDistrict *district, const char *group, const MadeKind *kind, int index,
                    bool decoy)
{
    (void)district;
    MadeMix mix = kind->mixes[index];
    if (decoy) mix.min++, mix.max = MADE_NO_LIMIT, mix.must = !mix.must;
    put_mix_cells(out, group, mix);
}

void mix_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,field,value,min,max,must\n");
    if (district->has_mix_of_all) put_mix_cells(out, "*", district->mix_of_all);
    for (int i = 0; i < district->n_kinds; i++)
        for (int j = 0; j < district->kinds[i].n_mixes; j++)
            put_in_place(out, district, i, district->kinds[i].mixes[j].place, put_mix, j);
}

/* Groups as a row about people names them. */
static void put_reach(TextBuffer *out, const MadeDistrict *district, int group, MadeReach reach)
{
    const MadeGroup *at = &district->groups.items[group];
    if (reach == MADE_THE_KIND)
        buffer_print(out, "kind:%s", district->kinds[at->kind].name);
    else if (reach == MADE_EVERY_GROUP)
        buffer_add(out, "*");
    else if (reach != MADE_NO_GROUP_SAID)
        buffer_add(out, reach == MADE_THE_GROUP ? at->name : at->row_name);
}

void pins_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "person,group,role,rule\n");
    for (int i = 0; i < district->pins.n; i++) {
        const MadePin *pin = &district->pins.items[i];
        const MadeKind *kind = &district->kinds[district->groups.items[pin->group].kind];
        buffer_print(out, "%s,", district->people.items[pin->person].id);
        put_reach(out, district, pin->group, pin->reach);
        buffer_print(out, ",%s,%s\n", pin->role == MADE_NONE ? "" : kind->roles[pin->role].name, pin->rule);
    }
}

void pairs_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "person,other,rule,group\n");
    for (int i = 0; i < district->pairs.n; i++) {
        const MadePair *pair = &district->pairs.items[i];
        buffer_print(out, "%s,%s,%s,", district->people.items[pair->person].id, district->people.items[pair->other].id,
                     pair->together ? "together" : "apart");
        put_reach(out, district, pair->group, pair->reach);
        buffer_add(out, "\n");
    }
}

void previous_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "person,name,site,group,role,leads,points,fit,interest,growth,continuity,reason\n");
    for (int i = 0; i < district->previous.n; i++) {
        const MadePrevious *row = &district->previous.items[i];
        const MadePerson *person = &district->people.items[row->person];
        const MadeGroup *group = &district->groups.items[row->group];
        const MadeRole *role = &district->kinds[group->kind].roles[row->role];
        buffer_print(out, "%s,%s,%s,%s,%s,%s,,,,,,\n", person->id, person->name, site_name(district, person->site), group->name,
                     role->name, role->leads ? "yes" : "no");
    }
}

static void put_setting(TextBuffer *out, const char *name, int value, int by_default)
{
    if (value != by_default) buffer_print(out, "%s,%d\n", name, value);
}

void settings_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    const MadeSettings *settings = &district->settings, *by_default = &made_default_settings;
    buffer_print(out, "setting,value\nseed,%d\nfairness,%s\n", made_seed_setting(district),
                 settings->floor ? "floor" : "total");
    for (int i = 0; i < 4; i++) put_setting(out, made_weight_names[i], settings->weights[i], by_default->weights[i]);
    if (settings->hours != by_default->hours) {
        buffer_add(out, "hours,");
        put_hundredths(out, settings->hours);
        buffer_add(out, "\n");
    }
    put_setting(out, "max_groups", settings->max_groups, by_default->max_groups);
    put_setting(out, "max_leads", settings->max_leads, by_default->max_leads);
    put_setting(out, "everyone", settings->everyone, by_default->everyone);
    put_setting(out, "extra_load", settings->extra_load, by_default->extra_load);
    put_setting(out, "short_must", settings->short_must, by_default->short_must);
    put_setting(out, "short_role", settings->short_role, by_default->short_role);
    put_setting(out, "short_should", settings->short_should, by_default->short_should);
    put_setting(out, "max_changes", settings->max_changes, by_default->max_changes);
    if (settings->closes) buffer_print(out, "closes,2026-09-%02d\n", settings->closes);
}
