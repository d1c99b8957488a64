#include <string.h>

#include "tiny/tiny_case.h"

typedef struct Fraction {
    int64_t top, bottom; /* bottom > 0 */
} Fraction;

static bool fraction_less(Fraction a, Fraction b) { return a.top * b.bottom < b.top * a.bottom; }

typedef struct Search {
    const TinyCase *tiny;
    unsigned without;
    int points[TINY_PEOPLE][TINY_ROLES]; /* TINY_NONE: may not hold it */
    int n_bundles[TINY_PEOPLE];
    int bundles[TINY_PEOPLE][1 << TINY_ROLES]; /* bit masks of roles */
    int64_t earns[TINY_PEOPLE][1 << TINY_ROLES];
    int holding[TINY_PEOPLE]; /* the masks of the leaf at hand */
    /* what the leaves are asked, and the answer so far */
    int64_t shortage_limit; /* only leaves that cost at most this */
    int floor;              /* only leaves with at least these points in every leading seat that must be filled */
    bool found;
    int64_t least_shortage, best;
    int best_floor, fewest_changes;
} Search;

static bool has(const Search *search, TinyFamily family) { return !(search->without >> family & 1u); }

/* Level and weight of the role's need of a skill: its own row replaces the group's. */
static const TinyNeed *need_of(const TinyCase *tiny, int role, int skill)
{
    const TinyNeed *found = NULL;
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        if (need->group != tiny->roles[role].group || need->skill != skill) continue;
        if (need->role == role) return need;
        if (need->role == TINY_NONE) found = need;
    }
    return found;
}

static bool preferred(const TinyCase *tiny, int person, int role)
{
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        if (pin->rule == 2 && (person == TINY_NONE || pin->person == person) && pin->group == tiny->roles[role].group &&
            (pin->role == TINY_NONE || pin->role == role))
            return true;
    }
    return false;
}

static bool interest_was_asked(const TinyCase *tiny, int role)
{
    int group = tiny->roles[role].group;
    if (tiny->groups[group].focus != TINY_NONE) return true; /* every focus has a column */
    for (int p = 0; p < tiny->n_people; p++)
        if (tiny->people[p].choice[0] == group || tiny->people[p].choice[1] == group) return true;
    for (int i = 0; i < tiny->n_pins; i++)
        if (tiny->pins[i].rule == 2 && tiny->pins[i].group == group) return true;
    for (int skill = 0; skill < tiny->n_skills; skill++)
        if (tiny->interest_column[skill] && need_of(tiny, role, skill)) return true;
    return false;
}

static Fraction interest_of(const TinyCase *tiny, int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int group = tiny->roles[role].group, focus = tiny->groups[group].focus;
    if (preferred(tiny, person, role)) return (Fraction){1000, 1};
    if (focus != TINY_NONE && who->rating[focus] != TINY_NONE) return (Fraction){200 * who->rating[focus], 1};
    Fraction by_skill = {0, 1};
    int64_t top = 0, bottom = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        top += need->weight * (who->interest[skill] > 0 ? who->interest[skill] : 0);
        bottom += need->weight * 5;
    }
    if (bottom) by_skill = (Fraction){1000 * top, bottom};
    int choice = who->choice[0] == group ? 5 : who->choice[1] == group ? 4 : 0;
    Fraction by_choice = {200 * choice, 1};
    return fraction_less(by_skill, by_choice) ? by_choice : by_skill;
}

static int points_of(const TinyCase *tiny, int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int64_t met = 0, wanted = 0, growth = 0;
    for (int skill = 0; skill < tiny->n_skills; skill++) {
        const TinyNeed *need = need_of(tiny, role, skill);
        if (!need) continue;
        int level = who->level[skill] > 0 ? who->level[skill] : 0,
            interest = who->interest[skill] > 0 ? who->interest[skill] : 0;
        if (level > need->level) level = need->level;
        met += need->weight * level;
        wanted += need->weight * need->level;
        growth += need->weight * (need->level - level) * interest;
    }
    int64_t continuity = 0;
    for (int other = 0; other < tiny->n_roles; other++)
        if (tiny->previous[person][other] && tiny->roles[other].group == tiny->roles[role].group)
            continuity = other == role || continuity == 1000 ? 1000 : 500;
    Fraction parts[4] = {{1000 * met, wanted ? wanted : 1},
                         interest_of(tiny, person, role),
                         {1000 * growth, wanted ? 5 * wanted : 1},
                         {continuity, 1}};
    bool counts[4] = {wanted > 0, interest_was_asked(tiny, role), wanted > 0, tiny->has_previous};
    Fraction sum = {0, 1};
    int64_t weight = 0;
    for (int i = 0; i < 4; i++) {
        if (!counts[i]) continue;
        weight += tiny->weights[i];
        sum.top = sum.top * parts[i].bottom + tiny->weights[i] * parts[i].top * sum.bottom;
        sum.bottom *= parts[i].bottom;
    }
    return weight ? (int)(sum.top / (sum.bottom * weight)) : 0;
}

static bool may_hold(const Search *search, int person, int role)
{
    const TinyCase *tiny = search->tiny;
    const TinyPerson *who = &tiny->people[person];
    int site = tiny->groups[tiny->roles[role].group].site, positions = tiny->roles[role].positions;
    if (has(search, TINY_AWAY) && who->away) return false;
    if (has(search, TINY_SITES) && site != TINY_NONE && who->site != site) return false;
    if (has(search, TINY_POSITIONS) && positions && !(positions >> who->position & 1)) return false;
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        if (has(search, TINY_MUSTS) && need->must && !need->people && need->group == tiny->roles[role].group &&
            (need->role == TINY_NONE || need->role == role) && who->level[need->skill] < need->level)
            return false;
    }
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        if (has(search, TINY_PIN_NEVER) && pin->rule == 1 && pin->person == person &&
            (pin->role == TINY_NONE ? pin->group == tiny->roles[role].group : pin->role == role))
            return false;
    }
    return true;
}

static bool bundle_allowed(const Search *search, int person, int mask)
{
    const TinyCase *tiny = search->tiny;
    const TinyPerson *who = &tiny->people[person];
    int hours = 0, groups = 0, leads = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        if (!(mask >> r & 1)) continue;
        if (search->points[person][r] == TINY_NONE) return false;
        const TinyRole *role = &tiny->roles[r];
        hours += role->hours + tiny->groups[role->group].hours;
        groups++;
        leads += role->leads;
        for (int other = 0; other < r; other++) {
            if (!(mask >> other & 1)) continue;
            int group = tiny->roles[other].group;
            if (group == role->group
                    ? has(search, TINY_ONE_ROLE)
                    : has(search, TINY_SLOTS) && tiny_slots_clash(tiny->groups[group].slot, tiny->groups[role->group].slot))
                return false;
        }
    }
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        if (!has(search, TINY_PIN_MUST) || pin->rule != 0 || pin->person != person) continue;
        bool held = false;
        for (int r = 0; r < tiny->n_roles; r++)
            held |= (mask >> r & 1) && tiny->roles[r].group == pin->group && (pin->role == TINY_NONE || pin->role == r);
        if (!held) return false;
    }
    return (!has(search, TINY_HOURS) || hours <= who->hours) && (!has(search, TINY_MAX_GROUPS) || groups <= who->max_groups) &&
           (!has(search, TINY_MAX_LEADS) || leads <= who->max_leads);
}

static int64_t bundle_earns(const Search *search, int person, int mask)
{
    const TinyCase *tiny = search->tiny;
    int64_t earns = 0, roles = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        if (!(mask >> r & 1)) continue;
        earns += (int64_t)search->points[person][r] * tiny->roles[r].weight;
        if (has(search, TINY_EXTRA_LOAD)) earns -= tiny->extra_load * roles;
        roles++;
    }
    return earns + (roles && tiny->people[person].answered && has(search, TINY_EVERYONE) ? tiny->everyone : 0);
}

static bool in_group(const Search *search, int person, int group)
{
    for (int r = 0; r < search->tiny->n_roles; r++)
        if ((search->holding[person] >> r & 1) && search->tiny->roles[r].group == group) return true;
    return false;
}

/* A pair binds in a group that both may join; `apart` is idle elsewhere anyway, `together` is void there. */
static bool can_join(const Search *search, int person, int group)
{
    for (int r = 0; r < search->tiny->n_roles; r++)
        if (search->tiny->roles[r].group == group && search->points[person][r] != TINY_NONE) return true;
    return false;
}

static bool pairs_kept(const Search *search)
{
    const TinyCase *tiny = search->tiny;
    for (int i = 0; i < tiny->n_pairs && has(search, TINY_PAIRS); i++) {
        const TinyPair *pair = &tiny->pairs[i];
        for (int g = 0; g < tiny->n_groups; g++) {
            if (pair->group != TINY_NONE && pair->group != g) continue;
            if (!can_join(search, pair->person, g) || !can_join(search, pair->other, g)) continue;
            bool one = in_group(search, pair->person, g), other = in_group(search, pair->other, g);
            if (pair->together ? one != other : one && other) return false;
        }
    }
    return true;
}

static int changes_of(const Search *search)
{
    int changes = 0;
    for (int p = 0; p < search->tiny->n_people; p++)
        for (int r = 0; r < search->tiny->n_roles; r++)
            changes += (search->holding[p] >> r & 1) && !search->tiny->previous[p][r];
    return search->tiny->has_previous ? changes : 0;
}

/* What the leaf's shortages cost, or -1 where an absolute rule is broken. */
static int64_t shortage_cost(const Search *search)
{
    const TinyCase *tiny = search->tiny;
    int64_t cost = 0;
    int size[TINY_GROUPS] = {0}, empty[TINY_GROUPS] = {0};
    for (int r = 0; r < tiny->n_roles; r++) {
        const TinyRole *role = &tiny->roles[r];
        int holders = 0;
        for (int p = 0; p < tiny->n_people; p++) holders += search->holding[p] >> r & 1;
        size[role->group] += holders;
        if (has(search, TINY_ROLE_MAX) && holders > role->max) return -1;
        if (has(search, TINY_ROLE_MIN) && holders < role->min) {
            empty[role->group] += role->min - holders;
            cost += (role->min - holders) * tiny->short_role * tiny->groups[role->group].weight;
        }
    }
    for (int g = 0; g < tiny->n_groups; g++) {
        if (has(search, TINY_SIZE_MAX) && size[g] > tiny->groups[g].max_size) return -1;
        int missing = tiny->groups[g].min_size - size[g] - empty[g];
        if (has(search, TINY_SIZE_MIN) && missing > 0) cost += missing * tiny->short_role * tiny->groups[g].weight;
    }
    for (int i = 0; i < tiny->n_needs && has(search, TINY_COVERAGE); i++) {
        const TinyNeed *need = &tiny->needs[i];
        int holders = 0;
        for (int p = 0; p < tiny->n_people; p++) {
            bool holds = need->role == TINY_NONE ? in_group(search, p, need->group) : search->holding[p] >> need->role & 1;
            holders += holds && tiny->people[p].level[need->skill] >= need->level;
        }
        if (need->people > holders)
            cost += (need->people - holders) * (need->must ? tiny->short_must : tiny->short_should) *
                    tiny->groups[need->group].weight;
    }
    for (int i = 0; i < tiny->n_mixes && has(search, TINY_MIX); i++) {
        const TinyMix *mix = &tiny->mixes[i];
        int members = 0;
        for (int p = 0; p < tiny->n_people; p++)
            members += tiny->people[p].position == mix->position && in_group(search, p, mix->group);
        int off = members < mix->min ? mix->min - members : members > mix->max ? members - mix->max : 0;
        cost += off * (mix->must ? tiny->short_must : tiny->short_should) * tiny->groups[mix->group].weight;
    }
    return cost;
}

static bool floor_role(const TinyCase *tiny, int role) { return tiny->roles[role].leads && tiny->roles[role].min > 0; }

static int leaf_floor(const Search *search)
{
    int lowest = TINY_NO_LIMIT;
    for (int p = 0; p < search->tiny->n_people; p++)
        for (int r = 0; r < search->tiny->n_roles; r++)
            if ((search->holding[p] >> r & 1) && floor_role(search->tiny, r) && search->points[p][r] < lowest)
                lowest = search->points[p][r];
    return lowest;
}

static void visit_leaf(Search *search, int64_t earned)
{
    int64_t cost = shortage_cost(search);
    if (cost < 0 || cost > search->shortage_limit || !pairs_kept(search)) return;
    int changes = changes_of(search), lowest = leaf_floor(search);
    if (has(search, TINY_MAX_CHANGES) && search->tiny->has_previous && changes > search->tiny->max_changes) return;
    if (lowest < search->floor) return;
    int64_t objective = earned - cost;
    if (!search->found || cost < search->least_shortage) search->least_shortage = cost;
    if (!search->found || lowest > search->best_floor) search->best_floor = lowest;
    if (!search->found || objective > search->best || (objective == search->best && changes < search->fewest_changes)) {
        search->best = objective;
        search->fewest_changes = changes;
    }
    search->found = true;
}

static void descend(Search *search, int person, int64_t earned)
{
    if (person >= TINY_PEOPLE || person == search->tiny->n_people) {
        visit_leaf(search, earned);
        return;
    }
    for (int i = 0; i < search->n_bundles[person]; i++) {
        search->holding[person] = search->bundles[person][i];
        descend(search, person + 1, earned + search->earns[person][i]);
    }
}

static void run(Search *search, int64_t shortage_limit, int floor)
{
    search->shortage_limit = shortage_limit;
    search->floor = floor;
    search->found = false;
    descend(search, 0, 0);
}

static void prepare(Search *search)
{
    const TinyCase *tiny = search->tiny;
    for (int p = 0; p < tiny->n_people; p++) {
        for (int r = 0; r < tiny->n_roles; r++)
            search->points[p][r] = may_hold(search, p, r) ? points_of(tiny, p, r) : TINY_NONE;
        for (int mask = 0; mask < 1 << tiny->n_roles; mask++) {
            if (!bundle_allowed(search, p, mask)) continue;
            search->earns[p][search->n_bundles[p]] = bundle_earns(search, p, mask);
            search->bundles[p][search->n_bundles[p]++] = mask;
        }
    }
}

TinyOptimum tiny_case_optimum(const TinyCase *tiny, unsigned without)
{
    Search search = {.tiny = tiny, .without = without};
    prepare(&search);
    int highest = TINY_NONE; /* the most points that anyone has in a leading role that must be filled */
    for (int p = 0; p < tiny->n_people; p++)
        for (int r = 0; r < tiny->n_roles; r++)
            if (floor_role(tiny, r) && search.points[p][r] > highest) highest = search.points[p][r];
    bool has_floor_role = false;
    for (int r = 0; r < tiny->n_roles; r++) has_floor_role |= floor_role(tiny, r);
    run(&search, INT64_MAX, TINY_NONE);
    if (search.found && tiny->floor && has_floor_role) {
        int64_t least = search.least_shortage;
        run(&search, least, TINY_NONE);
        run(&search, least, search.best_floor < highest ? search.best_floor : highest);
    }
    return (TinyOptimum){search.found, search.best, search.fewest_changes};
}
