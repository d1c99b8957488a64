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

void people_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "id,email,name,site,position,hours,max_groups,max_leads,away\n");
    for (int i = 0; i < district->people.n; i++) {
        const MadePerson *person = &district->people.items[i];
        buffer_print(out, "%s,%s,%s,%s,%s,", person->id, person->email, person->name, district->sites.items[person->site].name,
                     facts_jobs[person->job].title);
        put_hundredths(out, person->hours);
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

void groups_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri"};
    buffer_add(out, "group,kind,site,focus,min_size,max_size,hours,meets,weight\n");
    for (int i = 0; i < district->groups.n; i++) {
        const MadeGroup *group = &district->groups.items[i];
        const MadeKind *kind = &district->kinds[group->kind];
        buffer_print(out, "%s,%s,%s,%s,%d,%d,", group->name, kind->name,
                     group->site == MADE_NONE ? "" : district->sites.items[group->site].name, kind->focus, group->min_size,
                     group->max_size);
        put_hundredths(out, group->hours);
        buffer_add(out, ",");
        if (group->day != MADE_NONE)
            buffer_print(out, "%s %02d:%02d-%02d:%02d", days[group->day], group->start / 60, group->start % 60,
                         group->start / 60 + 1, group->start % 60);
        buffer_print(out, ",%d\n", group->weight);
    }
}

void roles_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,role,min,max,leads,hours,weight,positions\n");
    for (int i = 0; i < district->n_kinds; i++) {
        const MadeKind *kind = &district->kinds[i];
        for (int j = 0; j < kind->n_roles; j++) {
            const MadeRole *role = &kind->roles[j];
            buffer_print(out, "kind:%s,%s,%d,%d,%s,", kind->name, role->name, role->min, role->max, role->leads ? "yes" : "no");
            put_hundredths(out, role->hours);
            buffer_print(out, ",%d,%s\n", role->weight, role->job == MADE_NONE ? "" : facts_jobs[role->job].title);
        }
    }
}

void needs_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,role,skill,level,weight,must,people\n");
    for (int i = 0; i < district->n_kinds; i++) {
        const MadeKind *kind = &district->kinds[i];
        for (int j = 0; j < kind->n_needs; j++) {
            const MadeNeed *need = &kind->needs[j];
            buffer_print(out, "kind:%s,%s,%s,%d,%d,%s,", kind->name,
                         need->role == MADE_NONE ? "" : kind->roles[need->role].name, facts_skills[need->skill], need->level,
                         need->weight, need->must ? "yes" : "no");
            put_unless(out, need->people, 0);
            buffer_add(out, "\n");
        }
    }
}

void mix_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "group,field,value,min,max,must\n");
    for (int i = 0; i < district->n_kinds; i++)
        if (district->kinds[i].mix) buffer_print(out, "kind:%s,department,each,1,3,no\n", district->kinds[i].name);
}

void pins_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "person,group,role,rule\n");
    for (int i = 0; i < district->pins.n; i++) {
        const MadePin *pin = &district->pins.items[i];
        buffer_print(out, "%s,%s,,%s\n", district->people.items[pin->person].id, district->groups.items[pin->group].name,
                     pin->rule);
    }
}

void pairs_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_add(out, "person,other,rule,group\n");
    for (int i = 0; i < district->pairs.n; i++) {
        const MadePair *pair = &district->pairs.items[i];
        buffer_print(out, "%s,%s,%s,%s\n", district->people.items[pair->person].id, district->people.items[pair->other].id,
                     pair->together ? "together" : "apart", district->groups.items[pair->group].name);
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
        buffer_print(out, "%s,%s,%s,%s,%s,%s,,,,,,\n", person->id, person->name, district->sites.items[person->site].name,
                     group->name, role->name, role->leads ? "yes" : "no");
    }
}

void settings_sheet_put(TextBuffer *out, const MadeDistrict *district)
{
    buffer_print(out, "setting,value\nseed,%d\nfairness,%s\n", (int)(district->seed % 1000000),
                 district->rules & MADE_FLOOR ? "floor" : "total");
}
