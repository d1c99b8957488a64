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
uint64_t tiny_draw_bits(uint64_t *state)
{
    uint64_t bits = (*state += 0x9e3779b97f4a7c15u);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

int tiny_draw(uint64_t *state, int low, int high) { return low + (int)(tiny_draw_bits(state) % (uint64_t)(high - low + 1)); }

bool tiny_chance(uint64_t *state, int percent) { return tiny_draw(state, 0, 99) < percent; }

static int level_or_blank(uint64_t *state) { return tiny_chance(state, 15) ? TINY_NONE : tiny_draw(state, 0, 5); }

static void make_settings(TinyCase *tiny, uint64_t *state)
{
    for (int i = 0; i < 4; i++) tiny->weights[i] = tiny_chance(state, 15) ? 0 : tiny_draw(state, 1, 100);
    tiny->everyone = tiny_chance(state, 20) ? 0 : tiny_draw(state, 50, 900);
    tiny->extra_load = tiny_chance(state, 20) ? 0 : tiny_draw(state, 50, 900);
    tiny->short_must = tiny_draw(state, 1000, 100000);
    tiny->short_role = tiny_draw(state, 200, 4000);
    tiny->short_should = tiny_draw(state, 100, 2000);
    tiny->floor = tiny_chance(state, 20);
    tiny->n_sites = tiny_chance(state, 40) ? 2 : 0;
    tiny->n_people = tiny_draw(state, 2, TINY_PEOPLE);
    tiny->n_groups = tiny_draw(state, 1, TINY_GROUPS);
    tiny->n_roles = tiny_draw(state, tiny->n_groups, TINY_ROLES);
    tiny->n_skills = tiny_draw(state, 1, TINY_SKILLS);
    tiny->n_focuses = tiny_draw(state, 0, TINY_FOCUSES);
    tiny->has_previous = tiny_chance(state, 50);
    tiny->max_changes = tiny->has_previous && tiny_chance(state, 60) ? tiny_draw(state, 0, 2) : TINY_NO_LIMIT;
}

static void make_person(TinyCase *tiny, TinyPerson *person, uint64_t *state)
{
    *person = (TinyPerson){.site = tiny->n_sites && !tiny_chance(state, 10) ? tiny_draw(state, 0, 1) : TINY_NONE,
                           .position = tiny_draw(state, 0, 1),
                           .hours = 50 * tiny_draw(state, 0, 8),
                           .max_groups = tiny_chance(state, 5) ? 0 : tiny_draw(state, 1, 3),
                           .max_leads = tiny_chance(state, 15) ? 0 : tiny_draw(state, 1, 2),
                           .away = tiny_chance(state, 8),
                           .answered = !tiny_chance(state, 15)};
    if (tiny_chance(state, 55)) person->hours = 1000;
    for (int i = 0; i < TINY_SKILLS; i++) {
        bool asked = person->answered && i < tiny->n_skills;
        person->level[i] = asked ? level_or_blank(state) : TINY_NONE;
        person->interest[i] = asked && tiny->interest_column[i] ? level_or_blank(state) : TINY_NONE;
    }
    for (int i = 0; i < TINY_FOCUSES; i++)
        person->rating[i] =
            person->answered && i < tiny->n_focuses && tiny_chance(state, 50) ? tiny_draw(state, 0, 5) : TINY_NONE;
    person->choice[0] = person->answered && tiny_chance(state, 40) ? tiny_draw(state, 0, tiny->n_groups - 1) : TINY_NONE;
    person->choice[1] =
        person->choice[0] != TINY_NONE && tiny_chance(state, 50) ? tiny_draw(state, 0, tiny->n_groups - 1) : TINY_NONE;
}

static void make_groups(TinyCase *tiny, uint64_t *state)
{
    for (int i = 0; i < tiny->n_groups; i++) {
        int min_size = tiny_chance(state, 40) ? tiny_draw(state, 1, 4) : 0;
        tiny->groups[i] = (TinyGroup){
            .site = tiny->n_sites && tiny_chance(state, 50) ? tiny_draw(state, 0, 1) : TINY_NONE,
            .focus = tiny->n_focuses && tiny_chance(state, 60) ? tiny_draw(state, 0, tiny->n_focuses - 1) : TINY_NONE,
            .min_size = min_size,
            .max_size = tiny_chance(state, 40) ? min_size + tiny_draw(state, min_size == 0, 1) : TINY_NO_LIMIT,
            .hours = 50 * tiny_draw(state, 0, 4),
            .weight = tiny_draw(state, 1, 3),
            .slot = tiny_chance(state, 85) ? tiny_draw(state, 0, tiny_chance(state, 70) ? 1 : 3) : TINY_NONE};
    }
    for (int i = 0; i < tiny->n_roles; i++) {
        int min = tiny_chance(state, 60) ? tiny_draw(state, 1, 3) : 0;
        bool leads = tiny_chance(state, 40);
        tiny->roles[i] = (TinyRole){.group = i < tiny->n_groups ? i : tiny_draw(state, 0, tiny->n_groups - 1),
                                    .min = min,
                                    .max = min + tiny_draw(state, min == 0, 1),
                                    .hours = tiny_chance(state, 40) ? 50 * tiny_draw(state, 1, 3) : 0,
                                    .weight = tiny_draw(state, 1, 3),
                                    .leads = leads,
                                    .positions = tiny_chance(state, 30) ? tiny_draw(state, 1, 2) : 0};
    }
}

/* At most one row a key (group, role, skill): precedence among rows is for other tests. */
static void make_needs(TinyCase *tiny, uint64_t *state)
{
    int wanted = tiny_draw(state, 0, TINY_NEEDS);
    for (int i = 0; i < wanted; i++) {
        int role = tiny_chance(state, 50) ? tiny_draw(state, 0, tiny->n_roles - 1) : TINY_NONE;
        TinyNeed need = {.group = role == TINY_NONE ? tiny_draw(state, 0, tiny->n_groups - 1) : tiny->roles[role].group,
                         .role = role,
                         .skill = tiny_draw(state, 0, tiny->n_skills - 1),
                         .level = tiny_draw(state, 1, 5),
                         .weight = tiny_draw(state, 1, 4),
                         .people = tiny_chance(state, 35) ? tiny_draw(state, 1, 2) : 0};
        need.must = tiny_chance(state, need.people ? 40 : 25);
        bool known = false;
        for (int j = 0; j < tiny->n_needs; j++)
            known |= tiny->needs[j].group == need.group && tiny->needs[j].role == role && tiny->needs[j].skill == need.skill;
        if (!known) tiny->needs[tiny->n_needs++] = need;
    }
}

static void make_rows(TinyCase *tiny, uint64_t *state)
{
    int wanted = tiny_draw(state, 0, 2);
    for (int i = 0; i < wanted; i++) {
        int min = tiny_draw(state, 0, 2);
        TinyMix mix = {.group = tiny_draw(state, 0, tiny->n_groups - 1),
                       .position = i,
                       .min = min,
                       .max = tiny_chance(state, 50) ? min + tiny_draw(state, 0, 1) : TINY_NO_LIMIT,
                       .must = tiny_chance(state, 30)};
        tiny->mixes[tiny->n_mixes++] = mix;
    }
    wanted = tiny_chance(state, 70) ? tiny_draw(state, 1, TINY_ROWS) : 0;
    for (int i = 0; i < wanted; i++) {
        int role = tiny_draw(state, 0, tiny->n_roles - 1);
        tiny->pins[tiny->n_pins++] = (TinyPin){.person = tiny_draw(state, 0, tiny->n_people - 1),
                                               .group = tiny->roles[role].group,
                                               .role = tiny_chance(state, 60) ? role : TINY_NONE,
                                               .rule = tiny_chance(state, 12) ? 0 : tiny_draw(state, 1, 2)};
    }
    wanted = tiny->n_people > 1 && tiny_chance(state, 40) ? tiny_draw(state, 1, 2) : 0;
    for (int i = 0; i < wanted; i++) {
        int person = tiny_draw(state, 0, tiny->n_people - 2);
        tiny->pairs[tiny->n_pairs++] =
            (TinyPair){.person = person,
                       .other = tiny_draw(state, person + 1, tiny->n_people - 1),
                       .group = tiny_chance(state, 60) ? tiny_draw(state, 0, tiny->n_groups - 1) : TINY_NONE,
                       .together = tiny_chance(state, 50)};
    }
    if (!tiny->has_previous) return;
    for (int person = 0; person < tiny->n_people; person++)
        if (tiny_chance(state, 60)) tiny->previous[person][tiny_draw(state, 0, tiny->n_roles - 1)] = true;
}

void tiny_case_make(TinyCase *out, uint64_t seed)
{
    uint64_t state = seed * 0x2545f4914f6cdd1du + 1;
    memset(out, 0, sizeof *out);
    out->seed = seed;
    make_settings(out, &state);
    for (int i = 0; i < out->n_skills; i++) out->interest_column[i] = tiny_chance(&state, 70);
    for (int i = 0; i < out->n_people; i++) make_person(out, &out->people[i], &state);
    make_groups(out, &state);
    make_needs(out, &state);
    make_rows(out, &state);
}
