/* statistics.c: what a made-up district is like, from the record alone. */
#include "generate/statistics.h"

typedef struct Statistics {
    int answered, away;
    int64_t seats, roles, rules, open; /* open: pairs of a person and a role that the person may hold */
    int64_t short_people;              /* coverage that nobody's choice can fill, in persons */
} Statistics;

/* Whether the sheets let the person hold the role: site, position, musts; pins aside. */
static bool may_hold(const MadePerson *person, const MadeKind *kind, int role)
{
    const MadeRole *at = &kind->roles[role];
    bool position_fits = at->jobs == 0 || (person->job != MADE_NONE && (at->jobs >> person->job & 1));
    if (person->away || !position_fits) return false;
    for (int i = 0; i < kind->n_needs; i++) {
        const MadeNeed *need = &kind->needs[i];
        bool bars = need->must && need->people == 0 && (need->role == MADE_NONE || need->role == role);
        if (bars && person->level[need->skill] < need->level) return false;
    }
    return true;
}

static bool may_join(const MadePerson *person, const MadeKind *kind)
{
    for (int role = 0; role < kind->n_roles; role++)
        if (may_hold(person, kind, role)) return true;
    return false;
}

/* Who could serve in a group of the kind: of one site, or of the whole district. */
typedef struct Reach {
    int64_t open[MADE_KINDS];
    int able[MADE_KINDS][MADE_KIND_NEEDS]; /* people who may join and reach a coverage need's level */
} Reach;

static void reach_of(Reach *reach, const MadeDistrict *district, int first, int n)
{
    *reach = (Reach){0};
    for (int k = 0; k < district->n_kinds; k++) {
        const MadeKind *kind = &district->kinds[k];
        for (int i = first; i < first + n; i++) {
            const MadePerson *person = &district->people.items[i];
            for (int role = 0; role < kind->n_roles; role++) reach->open[k] += may_hold(person, kind, role);
            bool joins = may_join(person, kind);
            for (int need = 0; need < kind->n_needs; need++)
                reach->able[k][need] += joins && person->level[kind->needs[need].skill] >= kind->needs[need].level;
        }
    }
}

static void add_group(Statistics *statistics, const MadeDistrict *district, const MadeGroup *group, const Reach *reach)
{
    const MadeKind *kind = &district->kinds[group->kind];
    int minimum = 0;
    for (int i = 0; i < kind->n_roles; i++) minimum += kind->roles[i].min;
    statistics->seats += minimum > group->min_size ? minimum : group->min_size;
    statistics->roles += kind->n_roles;
    statistics->rules += kind->n_roles + 2;
    for (int i = 0; i < kind->n_mixes; i++) statistics->rules += kind->mixes[i].value ? 1 : FACTS_DEPARTMENTS;
    statistics->open += reach->open[group->kind];
    for (int i = 0; i < kind->n_needs; i++) {
        int missing = kind->needs[i].people - reach->able[group->kind][i];
        statistics->rules += kind->needs[i].people > 0;
        if (kind->needs[i].people > 0 && missing > 0) statistics->short_people += missing;
    }
}

void statistics_print(FILE *print, const MadeDistrict *district)
{
    Statistics statistics = {0};
    Reach whole, site = {0};
    int n = district->people.n, groups = district->groups.n, at_site = -1;
    reach_of(&whole, district, 0, n);
    for (int i = 0; i < n; i++) {
        statistics.answered += district->people.items[i].answered;
        statistics.away += district->people.items[i].away;
    }
    for (int i = 0; i < groups; i++) {
        const MadeGroup *group = &district->groups.items[i];
        if (group->site != MADE_NONE && group->site != at_site) { /* groups lie by site */
            at_site = group->site;
            reach_of(&site, district, district->sites.items[at_site].first_person, district->sites.items[at_site].n_people);
        }
        add_group(&statistics, district, group, group->site == MADE_NONE ? &whole : &site);
    }
    fprintf(print, "%d school(s), %d staff (%d answered, %d away), %d groups, %lld roles\n", district->sites.n, n,
            statistics.answered, statistics.away, groups, (long long)statistics.roles);
    fprintf(
        print,
        "%.2f seats that must be filled and %.1f open roles a person, %.1f group rules a group; shortages for certain: %lld\n",
        (double)statistics.seats / n, (double)statistics.open / n, (double)statistics.rules / groups,
        (long long)statistics.short_people);
}
