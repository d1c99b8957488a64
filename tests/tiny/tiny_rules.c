#include "tiny/tiny_rules.h"

static unsigned bit(TinyFamily family, bool broken) { return broken ? 1u << family : 0; }

unsigned tiny_barred(const TinyCase *tiny, int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int site = tiny->groups[tiny->roles[role].group].site, positions = tiny->roles[role].positions;
    unsigned barred = bit(TINY_AWAY, who->away) | bit(TINY_SITES, site != TINY_NONE && who->site != site) |
                      bit(TINY_POSITIONS, positions && !(positions >> who->position & 1));
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        barred |= bit(TINY_MUSTS, need->must && !need->people && need->group == tiny->roles[role].group &&
                                      (need->role == TINY_NONE || need->role == role) && who->level[need->skill] < need->level);
    }
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        barred |= bit(TINY_PIN_NEVER, pin->rule == 1 && pin->person == person &&
                                          (pin->role == TINY_NONE ? pin->group == tiny->roles[role].group : pin->role == role));
    }
    return barred;
}

void tiny_rules_make(TinyRules *out, const TinyCase *tiny, unsigned without)
{
    *out = (TinyRules){.tiny = tiny, .without = without};
    for (int p = 0; p < tiny->n_people; p++)
        for (int r = 0; r < tiny->n_roles; r++) {
            bool open = !(tiny_barred(tiny, p, r) & ~without);
            out->points[p][r] = open ? tiny_points(tiny, NULL, p, r) : TINY_NONE;
            out->can_join[p][tiny->roles[r].group] |= open;
        }
}

static bool meets_pin(const TinyCase *tiny, const TinyPin *pin, int mask)
{
    bool held = false;
    for (int r = 0; r < tiny->n_roles; r++)
        held |= (mask >> r & 1) && tiny->roles[r].group == pin->group && (pin->role == TINY_NONE || pin->role == r);
    return held;
}

/* Two roles of one person. */
static unsigned two_broken(const TinyCase *tiny, int role, int other)
{
    int group = tiny->roles[role].group, second = tiny->roles[other].group;
    if (group == second) return 1u << TINY_ONE_ROLE;
    return bit(TINY_SLOTS, tiny_slots_clash(tiny->groups[group].slot, tiny->groups[second].slot));
}

unsigned tiny_person_broken(const TinyRules *rules, int person, int mask)
{
    const TinyCase *tiny = rules->tiny;
    const TinyPerson *who = &tiny->people[person];
    int hours = 0, n_groups = 0, leads = 0, groups = 0; /* groups: a bit mask */
    unsigned broken = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        if (!(mask >> r & 1)) continue;
        const TinyRole *role = &tiny->roles[r];
        if (rules->points[person][r] == TINY_NONE) broken |= tiny_barred(tiny, person, r);
        hours += role->hours + tiny->groups[role->group].hours;
        n_groups += !(groups >> role->group & 1);
        groups |= 1 << role->group;
        leads += role->leads;
        for (int other = 0; other < r; other++)
            if (mask >> other & 1) broken |= two_broken(tiny, r, other);
    }
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        broken |= bit(TINY_PIN_MUST, pin->rule == 0 && pin->person == person && !meets_pin(tiny, pin, mask));
    }
    broken |= bit(TINY_HOURS, hours > who->hours) | bit(TINY_MAX_GROUPS, n_groups > who->max_groups) |
              bit(TINY_MAX_LEADS, leads > who->max_leads);
    return broken & ~rules->without;
}

static bool in_group(const TinyCase *tiny, int mask, int group)
{
    for (int r = 0; r < tiny->n_roles; r++)
        if ((mask >> r & 1) && tiny->roles[r].group == group) return true;
    return false;
}

/* A pair binds in a group that both may join; `apart` is idle elsewhere anyway, `together` is void there. */
static bool pair_broken(const TinyRules *rules, const TinyPair *pair, const int holding[])
{
    for (int g = 0; g < rules->tiny->n_groups; g++) {
        if (pair->group != TINY_NONE && pair->group != g) continue;
        if (!rules->can_join[pair->person][g] || !rules->can_join[pair->other][g]) continue;
        bool one = in_group(rules->tiny, holding[pair->person], g), other = in_group(rules->tiny, holding[pair->other], g);
        if (pair->together ? one != other : one && other) return true;
    }
    return false;
}

static int holders_of(const TinyCase *tiny, const int holding[], int role)
{
    int holders = 0;
    for (int p = 0; p < tiny->n_people; p++) holders += holding[p] >> role & 1;
    return holders;
}

unsigned tiny_whole_broken(const TinyRules *rules, const int holding[])
{
    const TinyCase *tiny = rules->tiny;
    int size[TINY_GROUPS] = {0};
    unsigned broken = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        int holders = holders_of(tiny, holding, r);
        size[tiny->roles[r].group] += holders;
        broken |= bit(TINY_ROLE_MAX, holders > tiny->roles[r].max);
    }
    for (int g = 0; g < tiny->n_groups; g++) broken |= bit(TINY_SIZE_MAX, size[g] > tiny->groups[g].max_size);
    for (int i = 0; i < tiny->n_pairs; i++) broken |= bit(TINY_PAIRS, pair_broken(rules, &tiny->pairs[i], holding));
    broken |= bit(TINY_MAX_CHANGES, tiny_changes(tiny, holding) > tiny->max_changes);
    return broken & ~rules->without;
}

int tiny_changes(const TinyCase *tiny, const int holding[])
{
    int changes = 0;
    for (int p = 0; p < tiny->n_people && tiny->has_previous; p++)
        for (int r = 0; r < tiny->n_roles; r++) changes += (holding[p] >> r & 1) && !tiny->previous[p][r];
    return changes;
}

/* Also where the role is not open to the person. */
static int points_in(const TinyRules *rules, int person, int role)
{
    int points = rules->points[person][role];
    return points == TINY_NONE ? tiny_points(rules->tiny, NULL, person, role) : points;
}

TinyEarned tiny_earned(const TinyRules *rules, int person, int mask)
{
    const TinyCase *tiny = rules->tiny;
    TinyEarned earned = {0};
    int64_t roles = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        if (!(mask >> r & 1)) continue;
        earned.points += (int64_t)points_in(rules, person, r) * tiny->roles[r].weight;
        if (tiny_rules_have(rules, TINY_EXTRA_LOAD)) earned.extra_load += tiny->extra_load * roles;
        roles++;
    }
    if (roles && tiny->people[person].answered && tiny_rules_have(rules, TINY_EVERYONE)) earned.everyone = tiny->everyone;
    return earned;
}

/* Enter what is unmet, at `price` for each of `off` persons before the group's weight; its cost. */
static int64_t note_short(TinyShorts *out, const TinyCase *tiny, TinyShort unmet, int off, int64_t price)
{
    unmet.cost = off * price * tiny->groups[unmet.group].weight;
    if (out) out->items[out->n++] = unmet;
    return unmet.cost;
}

static int64_t role_and_size_shortages(const TinyRules *rules, const int holding[], TinyShorts *out)
{
    const TinyCase *tiny = rules->tiny;
    int64_t cost = 0;
    int size[TINY_GROUPS] = {0}, empty[TINY_GROUPS] = {0};
    for (int r = 0; r < tiny->n_roles; r++) {
        const TinyRole *role = &tiny->roles[r];
        int holders = holders_of(tiny, holding, r);
        size[role->group] += holders;
        if (!tiny_rules_have(rules, TINY_ROLE_MIN) || holders >= role->min) continue;
        empty[role->group] += role->min - holders;
        TinyShort unmet = {TINY_SHORT_ROLE, role->group, r, TINY_NONE, TINY_NONE, TINY_NONE, role->min, holders, 0};
        cost += note_short(out, tiny, unmet, role->min - holders, tiny->short_role);
    }
    for (int g = 0; g < tiny->n_groups && tiny_rules_have(rules, TINY_SIZE_MIN); g++) {
        int needed = tiny->groups[g].min_size - empty[g];
        TinyShort unmet = {TINY_SHORT_SIZE, g, TINY_NONE, TINY_NONE, TINY_NONE, TINY_NONE, needed, size[g], 0};
        if (size[g] < needed) cost += note_short(out, tiny, unmet, needed - size[g], tiny->short_role);
    }
    return cost;
}

static int64_t coverage_shortage(const TinyCase *tiny, const int holding[], const TinyNeed *need, TinyShorts *out)
{
    int holders = 0;
    for (int p = 0; p < tiny->n_people; p++) {
        bool holds = need->role == TINY_NONE ? in_group(tiny, holding[p], need->group) : holding[p] >> need->role & 1;
        holders += holds && tiny->people[p].level[need->skill] >= need->level;
    }
    if (holders >= need->people) return 0;
    TinyShort unmet = {TINY_SHORT_COVERAGE, need->group, need->role, need->skill, need->level, TINY_NONE,
                       need->people,        holders,     0};
    return note_short(out, tiny, unmet, need->people - holders, need->must ? tiny->short_must : tiny->short_should);
}

static int64_t mix_shortage(const TinyCase *tiny, const int holding[], const TinyMix *mix, TinyShorts *out)
{
    int members = 0;
    for (int p = 0; p < tiny->n_people; p++)
        members += tiny->people[p].position == mix->position && in_group(tiny, holding[p], mix->group);
    int wanted = members < mix->min ? mix->min : members > mix->max ? mix->max : members;
    if (members == wanted) return 0;
    TinyShort unmet = {TINY_SHORT_MIX, mix->group, TINY_NONE, TINY_NONE, TINY_NONE, mix->position, wanted, members, 0};
    int off = members < wanted ? wanted - members : members - wanted;
    return note_short(out, tiny, unmet, off, mix->must ? tiny->short_must : tiny->short_should);
}

int64_t tiny_shortages(const TinyRules *rules, const int holding[], TinyShorts *out)
{
    const TinyCase *tiny = rules->tiny;
    if (out) out->n = 0;
    int64_t cost = role_and_size_shortages(rules, holding, out);
    for (int i = 0; i < tiny->n_needs && tiny_rules_have(rules, TINY_COVERAGE); i++)
        cost += coverage_shortage(tiny, holding, &tiny->needs[i], out);
    for (int i = 0; i < tiny->n_mixes && tiny_rules_have(rules, TINY_MIX); i++)
        cost += mix_shortage(tiny, holding, &tiny->mixes[i], out);
    return cost;
}

int tiny_lowest_leading(const TinyRules *rules, const int holding[])
{
    int lowest = TINY_NO_LIMIT;
    for (int r = 0; r < rules->tiny->n_roles; r++)
        for (int p = 0; p < rules->tiny->n_people && tiny_floor_role(rules->tiny, r); p++)
            if ((holding[p] >> r & 1) && points_in(rules, p, r) < lowest) lowest = points_in(rules, p, r);
    return lowest;
}

int tiny_highest_leading(const TinyRules *rules)
{
    int highest = TINY_NONE;
    for (int r = 0; r < rules->tiny->n_roles; r++)
        for (int p = 0; p < rules->tiny->n_people && tiny_floor_role(rules->tiny, r); p++)
            if (rules->points[p][r] > highest) highest = rules->points[p][r];
    return highest;
}
