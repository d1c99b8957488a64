#include "tiny/tiny_rules.h"

#include <string.h>

static unsigned bit(TinyFamily family, bool broken) { return broken ? 1u << family : 0; }

const char *const tiny_family_names[TINY_FAMILIES] = {
    [TINY_ROLE_MIN] = "role min",
    [TINY_ROLE_MAX] = "role max",
    [TINY_SIZE_MIN] = "size min",
    [TINY_SIZE_MAX] = "size max",
    [TINY_COVERAGE] = "coverage",
    [TINY_HOURS] = "hours",
    [TINY_MAX_GROUPS] = "max_groups",
    [TINY_MAX_LEADS] = "max_leads",
    [TINY_ONE_ROLE] = "one role a group",
    [TINY_EVERYONE] = "everyone",
    [TINY_EXTRA_LOAD] = "extra load",
    [TINY_POSITIONS_RULE] = "positions",
    [TINY_MUSTS] = "musts",
    [TINY_AWAY] = "away",
    [TINY_SITES_RULE] = "sites",
    [TINY_MIX] = "mix, named values",
    [TINY_MIX_EACH] = "mix, each",
    [TINY_PIN_MUST] = "must pins",
    [TINY_PIN_NEVER] = "never pins",
    [TINY_PIN_PREFER] = "prefer pins",
    [TINY_TOGETHER] = "together",
    [TINY_APART] = "apart",
    [TINY_SLOTS] = "slots",
    [TINY_MAX_CHANGES] = "max_changes",
    [TINY_LAST_TIME] = "last time",
    [TINY_RATINGS] = "ratings of focuses",
    [TINY_CHOSEN] = "choices",
    [TINY_SKILL_INTEREST] = "interest in skills",
    [TINY_FLOOR] = "floor",
};

static bool position_fits(const TinyRole *role, const char *position)
{
    for (int i = 0; i < role->n_positions; i++)
        if (position && strcmp(role->positions[i], position) == 0) return true;
    return role->n_positions == 0;
}

unsigned tiny_barred(const TinyCase *tiny, int person, int role)
{
    const TinyPerson *who = &tiny->people[person];
    int site = tiny->groups[tiny->roles[role].group].site;
    unsigned barred = bit(TINY_AWAY, who->away) | bit(TINY_SITES_RULE, site != TINY_NONE && who->site != site) |
                      bit(TINY_POSITIONS_RULE, !position_fits(&tiny->roles[role], who->fields[TINY_POSITION]));
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        barred |= bit(TINY_MUSTS, need->must && !need->people && need->group == tiny->roles[role].group &&
                                      (need->role == TINY_NONE || need->role == role) && who->level[need->skill] < need->level);
    }
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *pin = &tiny->pins[i];
        barred |= bit(TINY_PIN_NEVER, pin->rule == TINY_NEVER && pin->person == person && (pin->roles >> role & 1));
    }
    return barred;
}

void tiny_rules_make(TinyRules *out, const TinyCase *tiny, unsigned without)
{
    *out = (TinyRules){.tiny = tiny, .without = without};
    for (int p = 0; p < tiny->n_people; p++)
        for (int r = 0; r < tiny->n_roles; r++) {
            bool open = !(tiny_barred(tiny, p, r) & ~without);
            out->points[p][r] = open ? tiny_points(out, NULL, p, r) : TINY_NONE;
            out->can_join[p][tiny->roles[r].group] |= open;
        }
}

static bool meetings_clash(const TinyMeeting *one, const TinyMeeting *two)
{
    if (one->day == TINY_NONE || two->day == TINY_NONE) return one->day == two->day;
    return one->day == two->day && one->start < two->end && two->start < one->end;
}

static bool groups_clash(const TinyGroup *one, const TinyGroup *two)
{
    for (int i = 0; i < one->n_meetings; i++)
        for (int j = 0; j < two->n_meetings; j++)
            if (meetings_clash(&one->meetings[i], &two->meetings[j])) return true;
    return false;
}

/* Two roles of one person. */
static unsigned two_broken(const TinyCase *tiny, int role, int other)
{
    int group = tiny->roles[role].group, second = tiny->roles[other].group;
    if (group == second) return 1u << TINY_ONE_ROLE;
    return bit(TINY_SLOTS, groups_clash(&tiny->groups[group], &tiny->groups[second]));
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
        broken |= bit(TINY_PIN_MUST, pin->rule == TINY_MUST && pin->person == person && !((unsigned)mask & pin->roles));
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
        if (!(pair->groups >> g & 1)) continue;
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
    for (int i = 0; i < tiny->n_pairs; i++)
        broken |= bit(tiny->pairs[i].together ? TINY_TOGETHER : TINY_APART, pair_broken(rules, &tiny->pairs[i], holding));
    broken |= bit(TINY_MAX_CHANGES, tiny_changes(tiny, holding) > tiny->settings.max_changes);
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
    return points == TINY_NONE ? tiny_points(rules, NULL, person, role) : points;
}

TinyEarned tiny_earned(const TinyRules *rules, int person, int mask)
{
    const TinyCase *tiny = rules->tiny;
    TinyEarned earned = {0};
    int64_t roles = 0;
    for (int r = 0; r < tiny->n_roles; r++) {
        if (!(mask >> r & 1)) continue;
        earned.points += (int64_t)points_in(rules, person, r) * tiny->roles[r].weight;
        if (tiny_rules_have(rules, TINY_EXTRA_LOAD)) earned.extra_load += tiny->settings.extra_load * roles;
        roles++;
    }
    if (roles && tiny->people[person].answered && tiny_rules_have(rules, TINY_EVERYONE))
        earned.everyone = tiny->settings.everyone;
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
        TinyShort unmet = {TINY_SHORT_ROLE, role->group, r, TINY_NONE, TINY_NONE, NULL, role->min, holders, 0};
        cost += note_short(out, tiny, unmet, role->min - holders, tiny->settings.short_role);
    }
    for (int g = 0; g < tiny->n_groups && tiny_rules_have(rules, TINY_SIZE_MIN); g++) {
        int needed = tiny->groups[g].min_size - empty[g];
        TinyShort unmet = {TINY_SHORT_SIZE, g, TINY_NONE, TINY_NONE, TINY_NONE, NULL, needed, size[g], 0};
        if (size[g] < needed) cost += note_short(out, tiny, unmet, needed - size[g], tiny->settings.short_role);
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
    TinyShort unmet = {TINY_SHORT_COVERAGE, need->group, need->role, need->skill, need->level, NULL, need->people, holders, 0};
    return note_short(out, tiny, unmet, need->people - holders,
                      need->must ? tiny->settings.short_must : tiny->settings.short_should);
}

static bool has_value(const TinyPerson *person, const TinyMix *mix)
{
    const char *value = person->fields[mix->field];
    return value && strcmp(value, mix->value) == 0;
}

static int64_t mix_shortage(const TinyCase *tiny, const int holding[], const TinyMix *mix, TinyShorts *out)
{
    int members = 0;
    for (int p = 0; p < tiny->n_people; p++)
        members += has_value(&tiny->people[p], mix) && in_group(tiny, holding[p], mix->group);
    int wanted = members < mix->min ? mix->min : members > mix->max ? mix->max : members;
    if (members == wanted) return 0;
    TinyShort unmet = {TINY_SHORT_MIX, mix->group, TINY_NONE, TINY_NONE, TINY_NONE, mix, wanted, members, 0};
    int off = members < wanted ? wanted - members : members - wanted;
    return note_short(out, tiny, unmet, off, mix->must ? tiny->settings.short_must : tiny->settings.short_should);
}

int64_t tiny_shortages(const TinyRules *rules, const int holding[], TinyShorts *out)
{
    const TinyCase *tiny = rules->tiny;
    if (out) out->n = 0;
    int64_t cost = role_and_size_shortages(rules, holding, out);
    for (int i = 0; i < tiny->n_needs && tiny_rules_have(rules, TINY_COVERAGE); i++)
        cost += coverage_shortage(tiny, holding, &tiny->needs[i], out);
    for (int i = 0; i < tiny->n_mixes; i++)
        if (tiny_rules_have(rules, tiny->mixes[i].of_each ? TINY_MIX_EACH : TINY_MIX))
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
