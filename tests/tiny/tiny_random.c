#include <string.h>

#include "tiny/tiny_case.h"

const char *const tiny_family_names[TINY_FAMILIES] = {
    "role min",         "role max",   "size min",   "size max",  "coverage",   "hours", "max_groups", "max_leads",
    "one role a group", "everyone",   "extra load", "positions", "musts",      "away",  "sites",      "mix",
    "must pins",        "never pins", "pairs",      "slots",     "max_changes"};

/* Tuesday's first two overlap; the third only touches the second. */
const char *const tiny_slot_names[4] = {"Tue 15:30-16:30", "tuesday 16:00-17:00", "Tue 17:00", "Wed 15:30-16:30"};

bool tiny_slots_clash(int slot, int other)
{
    if (slot == TINY_NONE || other == TINY_NONE) return false;
    return slot == other || (slot <= 1 && other <= 1);
}

/* splitmix64 (Steele, Lea, Flood, OOPSLA 2014). */
static uint64_t next_bits(uint64_t *state)
{
    uint64_t bits = (*state += 0x9e3779b97f4a7c15u);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

static int between(uint64_t *state, int low, int high) { return low + (int)(next_bits(state) % (uint64_t)(high - low + 1)); }

static bool chance(uint64_t *state, int percent) { return between(state, 0, 99) < percent; }

static int level_or_blank(uint64_t *state) { return chance(state, 15) ? TINY_NONE : between(state, 0, 5); }

static void make_settings(TinyCase *tiny, uint64_t *state)
{
    for (int i = 0; i < 4; i++) tiny->weights[i] = chance(state, 15) ? 0 : between(state, 1, 100);
    tiny->everyone = chance(state, 20) ? 0 : between(state, 50, 900);
    tiny->extra_load = chance(state, 20) ? 0 : between(state, 50, 900);
    tiny->short_must = between(state, 1000, 100000);
    tiny->short_role = between(state, 200, 4000);
    tiny->short_should = between(state, 100, 2000);
    tiny->floor = chance(state, 20);
    tiny->n_sites = chance(state, 40) ? 2 : 0;
    tiny->n_people = between(state, 2, TINY_PEOPLE);
    tiny->n_groups = between(state, 1, TINY_GROUPS);
    tiny->n_roles = between(state, tiny->n_groups, TINY_ROLES);
    tiny->n_skills = between(state, 1, TINY_SKILLS);
    tiny->n_focuses = between(state, 0, TINY_FOCUSES);
    tiny->has_previous = chance(state, 50);
    tiny->max_changes = tiny->has_previous && chance(state, 60) ? between(state, 0, 2) : TINY_NO_LIMIT;
}

static void make_person(TinyCase *tiny, TinyPerson *person, uint64_t *state)
{
    *person = (TinyPerson){.site = tiny->n_sites && !chance(state, 10) ? between(state, 0, 1) : TINY_NONE,
                           .position = between(state, 0, 1),
                           .hours = 50 * between(state, 0, 8),
                           .max_groups = chance(state, 5) ? 0 : between(state, 1, 3),
                           .max_leads = chance(state, 15) ? 0 : between(state, 1, 2),
                           .away = chance(state, 8),
                           .answered = !chance(state, 15)};
    if (chance(state, 55)) person->hours = 1000;
    for (int i = 0; i < TINY_SKILLS; i++) {
        bool asked = person->answered && i < tiny->n_skills;
        person->level[i] = asked ? level_or_blank(state) : TINY_NONE;
        person->interest[i] = asked && tiny->interest_column[i] ? level_or_blank(state) : TINY_NONE;
    }
    for (int i = 0; i < TINY_FOCUSES; i++)
        person->rating[i] = person->answered && i < tiny->n_focuses && chance(state, 50) ? between(state, 0, 5) : TINY_NONE;
    person->choice[0] = person->answered && chance(state, 40) ? between(state, 0, tiny->n_groups - 1) : TINY_NONE;
    person->choice[1] = person->choice[0] != TINY_NONE && chance(state, 50) ? between(state, 0, tiny->n_groups - 1) : TINY_NONE;
}

static void make_groups(TinyCase *tiny, uint64_t *state)
{
    for (int i = 0; i < tiny->n_groups; i++) {
        int min_size = chance(state, 40) ? between(state, 1, 4) : 0;
        tiny->groups[i] =
            (TinyGroup){.site = tiny->n_sites && chance(state, 50) ? between(state, 0, 1) : TINY_NONE,
                        .focus = tiny->n_focuses && chance(state, 60) ? between(state, 0, tiny->n_focuses - 1) : TINY_NONE,
                        .min_size = min_size,
                        .max_size = chance(state, 40) ? min_size + between(state, min_size == 0, 1) : TINY_NO_LIMIT,
                        .hours = 50 * between(state, 0, 4),
                        .weight = between(state, 1, 3),
                        .slot = chance(state, 85) ? between(state, 0, chance(state, 70) ? 1 : 3) : TINY_NONE};
    }
    for (int i = 0; i < tiny->n_roles; i++) {
        int min = chance(state, 60) ? between(state, 1, 3) : 0;
        bool leads = chance(state, 40);
        tiny->roles[i] = (TinyRole){.group = i < tiny->n_groups ? i : between(state, 0, tiny->n_groups - 1),
                                    .min = min,
                                    .max = min + between(state, min == 0, 1),
                                    .hours = chance(state, 40) ? 50 * between(state, 1, 3) : 0,
                                    .weight = between(state, 1, 3),
                                    .leads = leads,
                                    .positions = chance(state, 30) ? between(state, 1, 2) : 0};
    }
}

/* At most one row a key (group, role, skill): precedence among rows is for other tests. */
static void make_needs(TinyCase *tiny, uint64_t *state)
{
    int wanted = between(state, 0, TINY_NEEDS);
    for (int i = 0; i < wanted; i++) {
        int role = chance(state, 50) ? between(state, 0, tiny->n_roles - 1) : TINY_NONE;
        TinyNeed need = {.group = role == TINY_NONE ? between(state, 0, tiny->n_groups - 1) : tiny->roles[role].group,
                         .role = role,
                         .skill = between(state, 0, tiny->n_skills - 1),
                         .level = between(state, 1, 5),
                         .weight = between(state, 1, 4),
                         .people = chance(state, 35) ? between(state, 1, 2) : 0};
        need.must = chance(state, need.people ? 40 : 25);
        bool known = false;
        for (int j = 0; j < tiny->n_needs; j++)
            known |= tiny->needs[j].group == need.group && tiny->needs[j].role == role && tiny->needs[j].skill == need.skill;
        if (!known) tiny->needs[tiny->n_needs++] = need;
    }
}

static void make_rows(TinyCase *tiny, uint64_t *state)
{
    int wanted = between(state, 0, 2);
    for (int i = 0; i < wanted; i++) {
        int min = between(state, 0, 2);
        TinyMix mix = {.group = between(state, 0, tiny->n_groups - 1),
                       .position = i,
                       .min = min,
                       .max = chance(state, 50) ? min + between(state, 0, 1) : TINY_NO_LIMIT,
                       .must = chance(state, 30)};
        tiny->mixes[tiny->n_mixes++] = mix;
    }
    wanted = chance(state, 70) ? between(state, 1, TINY_ROWS) : 0;
    for (int i = 0; i < wanted; i++) {
        int role = between(state, 0, tiny->n_roles - 1);
        tiny->pins[tiny->n_pins++] = (TinyPin){.person = between(state, 0, tiny->n_people - 1),
                                               .group = tiny->roles[role].group,
                                               .role = chance(state, 60) ? role : TINY_NONE,
                                               .rule = chance(state, 12) ? 0 : between(state, 1, 2)};
    }
    wanted = tiny->n_people > 1 && chance(state, 40) ? between(state, 1, 2) : 0;
    for (int i = 0; i < wanted; i++) {
        int person = between(state, 0, tiny->n_people - 2);
        tiny->pairs[tiny->n_pairs++] =
            (TinyPair){.person = person,
                       .other = between(state, person + 1, tiny->n_people - 1),
                       .group = chance(state, 60) ? between(state, 0, tiny->n_groups - 1) : TINY_NONE,
                       .together = chance(state, 50)};
    }
    if (!tiny->has_previous) return;
    for (int person = 0; person < tiny->n_people; person++)
        if (chance(state, 60)) tiny->previous[person][between(state, 0, tiny->n_roles - 1)] = true;
}

void tiny_case_make(TinyCase *out, uint64_t seed)
{
    uint64_t state = seed * 0x2545f4914f6cdd1du + 1;
    memset(out, 0, sizeof *out);
    out->seed = seed;
    make_settings(out, &state);
    for (int i = 0; i < out->n_skills; i++) out->interest_column[i] = chance(&state, 70);
    for (int i = 0; i < out->n_people; i++) make_person(out, &out->people[i], &state);
    make_groups(out, &state);
    make_needs(out, &state);
    make_rows(out, &state);
}
