#include "generate/record.h"

#include <string.h>

const char *const made_field_names[] = {
    [MADE_DEPARTMENT] = "department", [MADE_POSITION] = "position", [MADE_SITE] = "site", [MADE_NETWORK] = "network"};

const char *const made_weight_names[4] = {"weight_fit", "weight_interest", "weight_growth", "weight_continuity"};

const MadeSettings made_default_settings = {.weights = {50, 35, 10, 5},
                                            .hours = 400,
                                            .max_groups = 3,
                                            .max_leads = 1,
                                            .everyone = 200,
                                            .extra_load = 500,
                                            .short_must = 1000000,
                                            .short_role = 20000,
                                            .short_should = 2000,
                                            .max_changes = MADE_NO_LIMIT};

bool made_reaches(const MadeDistrict *district, int group, MadeReach reach, int other)
{
    const MadeGroup *groups = district->groups.items;
    switch (reach) {
    case MADE_ALL_COPIES:
        return groups[group].first_copy == groups[other].first_copy;
    case MADE_THE_KIND:
        return groups[group].kind == groups[other].kind;
    case MADE_EVERY_GROUP:
    case MADE_NO_GROUP_SAID:
        return true;
    case MADE_THE_GROUP:
    case MADE_OWN_COPY:
    default:
        return group == other;
    }
}

static bool has_role(const MadeKind *kind, const char *role)
{
    for (int i = 0; i < kind->n_roles; i++)
        if (strcmp(kind->roles[i].name, role) == 0) return true;
    return false;
}

bool made_pin_reaches(const MadeDistrict *district, const MadePin *pin, int other)
{
    const MadeGroup *named = &district->groups.items[pin->group], *group = &district->groups.items[other];
    if (!made_reaches(district, pin->group, pin->reach, other)) return false;
    if (pin->reach != MADE_THE_GROUP && group->each && group->site != district->people.items[pin->person].site) return false;
    return pin->role == MADE_NONE ||
           has_role(&district->kinds[group->kind], district->kinds[named->kind].roles[pin->role].name);
}

const char *made_field_value(const MadeDistrict *district, const MadePerson *person, MadeField field)
{
    const MadeSite *site = person->site == MADE_NONE ? NULL : &district->sites.items[person->site];
    switch (field) {
    case MADE_DEPARTMENT:
        return person->answered ? facts_departments[person->department] : NULL; /* only the survey tells it */
    case MADE_POSITION:
        return person->job == MADE_NONE ? NULL : facts_jobs[person->job].title;
    case MADE_SITE:
        return site ? site->name : NULL;
    case MADE_NETWORK:
    default:
        return site ? facts_networks[site->network].name : NULL;
    }
}
