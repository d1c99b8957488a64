/* district_make.c: sites after the real sizes, people after the real job titles, levels after the profile of each trade moved
 * by the department and the person, interests after levels; then the groups that the staff can carry. */
#include <assert.h>
#include <string.h>

#include "generate/draw.h"
#include "generate/kinds_make.h"
#include "generate/tiny_make.h"

static const char *const first_names[] = {"Ada",   "Ben",  "Carla", "Dario", "Elif", "Femi", "Grace", "Hugo",  "Ines",
                                          "Jamal", "Kim",  "Luis",  "Maya",  "Noor", "Omar", "Pia",   "Quinn", "Rosa",
                                          "Sven",  "Tara", "Uma",   "Vera",  "Wei",  "Xena", "Yusuf", "Zoe"};
static const char *const last_names[] = {"Abara",  "Brook", "Castillo", "Dahl",  "Egan",  "Farouk", "Gruber", "Hall",  "Ito",
                                         "Jensen", "Kaur",  "Lopez",    "Moran", "Nkosi", "Olsen",  "Petrov", "Quist", "Reyes",
                                         "Singh",  "Tran",  "Ueda",     "Vance", "Weiss", "Young",  "Zamora"};
static const char *const site_names[] = {"Ash",   "Birch",  "Cedar", "Dogwood", "Elm",  "Fir",   "Hazel",  "Juniper",
                                         "Larch", "Linden", "Maple", "Oak",     "Pine", "Rowan", "Spruce", "Willow"};

enum {
    N_FIRST = sizeof first_names / sizeof *first_names,
    N_LAST = sizeof last_names / sizeof *last_names,
    N_SITES = sizeof site_names / sizeof *site_names,
    SCHOOL_LEAST = 12, /* smaller units are offices, not schools */
};

static int clamp(int value, int low, int high) { return value < low ? low : value > high ? high : value; }

static int school_size(const MakeOptions *options, Draw *draw)
{
    if (options->staff > 0) return options->staff;
    int size;
    do size = facts_unit_sizes[draw_between(draw, 0, FACTS_UNITS - 1)];
    while (size < SCHOOL_LEAST);
    return size < options->max_staff ? size : options->max_staff;
}

static int draw_job(Draw *draw)
{
    int all = 0;
    for (int i = 0; i < FACTS_JOBS; i++) all += facts_jobs[i].positions;
    int at = draw_between(draw, 0, all - 1), job = 0;
    while (at >= facts_jobs[job].positions) at -= facts_jobs[job++].positions;
    return job;
}

static int draw_network(Draw *draw)
{
    int all = 0;
    for (int i = 0; i < FACTS_NETWORKS; i++) all += facts_networks[i].schools;
    int at = draw_between(draw, 0, all - 1), network = 0;
    while (at >= facts_networks[network].schools) at -= facts_networks[network++].schools;
    return network;
}

/* Levels in hundredths: the trade's level, the person's gift, the department's strength, chance. */
static void draw_levels(MadePerson *person, const MakeOptions *options, const int *department_strength, Draw *draw)
{
    int gift = draw_bell(draw, 60);
    for (int skill = 0; skill < FACTS_SKILLS; skill++) {
        int typical = facts_profiles[facts_jobs[person->job].occupation][skill].level * 5 / 7;
        int level = typical + gift + department_strength[skill] + draw_bell(draw, 90) - options->scarce_percent;
        person->level[skill] = (int8_t)clamp((level + 50) / 100, 0, 5);
        int interest = person->level[skill] * 50 + 120 + draw_bell(draw, 130);
        person->interest[skill] = (int8_t)clamp((interest + 50) / 100, 0, 5);
    }
}

static void draw_wishes(MadePerson *person, Draw *draw)
{
    for (int kind = 0; kind < MADE_KINDS; kind++)
        person->rating[kind] = (int8_t)clamp((250 + draw_bell(draw, 150) + 50) / 100, 0, 5);
    int best = draw_between(draw, 0, MADE_KINDS - 1);
    for (int i = 0; i < MADE_CHOICES; i++) {
        person->choice[i] = (int8_t)((best + i * 5) % MADE_KINDS);
        person->group_choice[i] = MADE_NONE;
    }
}

static void leave_blanks(MadePerson *person, Draw *draw)
{
    for (int skill = 0; skill < FACTS_SKILLS; skill++) {
        if (!person->answered || draw_chance(draw, 3)) person->level[skill] = MADE_NONE;
        if (!person->answered || draw_chance(draw, 5)) person->interest[skill] = MADE_NONE;
    }
    for (int kind = 0; kind < MADE_KINDS; kind++)
        if (!person->answered || draw_chance(draw, 40)) person->rating[kind] = MADE_NONE;
    for (int i = 0; i < MADE_CHOICES; i++)
        if (!person->answered || draw_chance(draw, 20)) person->choice[i] = MADE_NONE;
}

static int add_person(MadeDistrict *district, const MakeOptions *options, int site, const int *strengths, int silent_percent,
                      Draw *draw, Arena *arena)
{
    int number = district->people.n;
    const char *first = first_names[draw_between(draw, 0, N_FIRST - 1)], *last = last_names[draw_between(draw, 0, N_LAST - 1)];
    MadePerson person = {.site = site, .job = draw_job(draw), .years = draw_between(draw, 0, 30)};
    person.department = facts_jobs[person.job].department;
    person.id = arena_print(arena, "e%06d", number + 1);
    person.name = arena_print(arena, "%s %s", first, last);
    person.email = arena_print(arena, "%s.%s.%d@example.org", first, last, number + 1);
    if (!person.id || !person.name || !person.email) return 0;
    person.hours = draw_chance(draw, 80) ? 400 : 50 * draw_between(draw, 2, 12);
    person.max_groups = draw_chance(draw, 80) ? MADE_NONE : draw_between(draw, 1, 4);
    person.max_leads = draw_chance(draw, 90) ? MADE_NONE : draw_between(draw, 0, 2);
    person.away = draw_chance(draw, 2);
    person.answered = !draw_chance(draw, silent_percent);
    person.answered_twice = person.answered && draw_chance(draw, 3);
    person.misspells_site = draw_chance(draw, 10);
    draw_levels(&person, options, strengths + person.department * FACTS_SKILLS, draw);
    draw_wishes(&person, draw);
    leave_blanks(&person, draw);
    return LIST_PUSH(arena, &district->people, person);
}

static int add_site(MadeDistrict *district, const MakeOptions *options, Arena *arena)
{
    int number = district->sites.n;
    Draw draw = draw_start(options->seed, 1000 + (uint64_t)number);
    MadeSite site = {
        .network = draw_network(&draw), .first_person = district->people.n, .n_people = school_size(options, &draw)};
    const char *tree = site_names[number % N_SITES];
    site.name = arena_print(arena, "%s %d School", tree, number / N_SITES + 1);
    site.alias = arena_print(arena, "%s %d Elementary", tree, number / N_SITES + 1);
    if (!site.name || !site.alias || !LIST_PUSH(arena, &district->sites, site)) return 0;
    int strengths[FACTS_DEPARTMENTS * FACTS_SKILLS];
    for (int i = 0; i < FACTS_DEPARTMENTS * FACTS_SKILLS; i++) strengths[i] = draw_bell(&draw, 50);
    int silent_percent = draw_between(&draw, 10, 20);
    for (int i = 0; i < site.n_people; i++)
        if (!add_person(district, options, number, strengths, silent_percent, &draw, arena)) return 0;
    return 1;
}

static MadeGroup draw_group(const MakeOptions *options, int site, int kind, Draw *draw)
{
    bool meets = (options->rules & MADE_SLOTS) && draw_chance(draw, 80);
    return (MadeGroup){
        .site = site,
        .kind = kind,
        .min_size = draw_between(draw, 4, 5),
        .max_size = draw_between(draw, 6, 8),
        .hours = 50 * draw_between(draw, 2, 3),
        .weight = kind == 0 ? 3 : draw_between(draw, 1, 2),
        .n_meetings = meets,
        .meetings = {{.day = meets ? draw_between(draw, 0, 4) : MADE_NONE, .start = 15 * 60 + 30 * draw_between(draw, 0, 2)}}};
}

static int add_groups(MadeDistrict *district, const MakeOptions *options, int site, Arena *arena)
{
    const MadeSite *at = &district->sites.items[site];
    Draw draw = draw_start(options->seed, 2000000 + (uint64_t)site);
    int n_groups = clamp(at->n_people / options->staff_per_group, 2, at->n_people);
    for (int i = 0; i < n_groups; i++) {
        bool linked = i > 0 && draw_chance(&draw, options->linked_percent);
        int kind = i % MADE_KINDS;
        if (kind >= district->n_kinds) district->n_kinds = kind + 1;
        MadeGroup group = draw_group(options, linked ? MADE_NONE : site, kind, &draw);
        group.name = arena_print(arena, "%s: %s%s %d", at->name, linked ? "district " : "", district->kinds[kind].name,
                                 i / MADE_KINDS + 1);
        group.row_name = group.name;
        group.first_copy = district->groups.n;
        group.n_copies = 1;
        group.meetings[0].end = group.meetings[0].start + 60;
        if (!group.name || !LIST_PUSH(arena, &district->groups, group)) return 0;
    }
    return 1;
}

/* A person of the group's own site, or of any for one that is open to all. */
static int draw_member(const MadeDistrict *district, const MadeGroup *group, Draw *draw)
{
    if (group->site == MADE_NONE) return draw_between(draw, 0, district->people.n - 1);
    const MadeSite *site = &district->sites.items[group->site];
    return site->first_person + draw_between(draw, 0, site->n_people - 1);
}

/* Never and prefer pins, pairs and last year: no absolute rule here can contradict another. */
static int add_people_rules(MadeDistrict *district, const MakeOptions *options, int group, Draw *draw, Arena *arena)
{
    static const char *const pin_rules[] = {"never", "prefer"};
    const MadeGroup *in = &district->groups.items[group];
    int one = draw_member(district, in, draw), other = draw_member(district, in, draw);
    if ((options->rules & MADE_PINS) && draw_chance(draw, 40)) {
        MadePin pin = {.person = one, .group = group, .role = MADE_NONE, .rule = pin_rules[draw_between(draw, 0, 1)]};
        if (!LIST_PUSH(arena, &district->pins, pin)) return 0;
    }
    if ((options->rules & MADE_PAIRS) && one != other && draw_chance(draw, 30)) {
        MadePair pair = {.person = one, .other = other, .group = group, .together = draw_chance(draw, 40)};
        if (!LIST_PUSH(arena, &district->pairs, pair)) return 0;
    }
    for (int i = 0; (options->rules & MADE_PREVIOUS) && i < 4; i++) {
        int person = draw_member(district, in, draw);
        bool known = false;
        for (int j = district->previous.n - 1; j >= 0 && district->previous.items[j].group == group; j--)
            known |= district->previous.items[j].person == person;
        MadePrevious row = {.person = person, .group = group, .role = i};
        if (!known && !LIST_PUSH(arena, &district->previous, row)) return 0;
    }
    return 1;
}

/* Nobody is asked about a kind that no group is of. */
static void forget_unused_kinds(MadeDistrict *district)
{
    for (int i = 0; i < district->people.n; i++) {
        MadePerson *person = &district->people.items[i];
        for (int kind = district->n_kinds; kind < MADE_KINDS; kind++) person->rating[kind] = MADE_NONE;
        for (int k = 0; k < MADE_CHOICES; k++)
            if (person->choice[k] >= district->n_kinds) person->choice[k] = MADE_NONE;
    }
}

int district_make(MadeDistrict *out, const MakeOptions *options, Arena *arena)
{
    if (options->tiny) return tiny_make(out, options, arena);
    assert(options->schools > 0 && options->staff_per_group > 0);
    *out = (MadeDistrict){
        .seed = options->seed, .rules = options->rules, .settings = made_default_settings, .n_skills = FACTS_SKILLS};
    out->settings.floor = options->rules & MADE_FLOOR;
    memset(out->asks_interest, true, sizeof out->asks_interest);
    Draw draw = draw_start(options->seed, 0);
    kinds_make(out->kinds, options->rules, &draw);
    for (int site = 0; site < options->schools; site++)
        if (!add_site(out, options, arena)) return 0;
    for (int site = 0; site < options->schools; site++)
        if (!add_groups(out, options, site, arena)) return 0;
    forget_unused_kinds(out);
    draw = draw_start(options->seed, 1);
    for (int group = 0; group < out->groups.n; group++)
        if (!add_people_rules(out, options, group, &draw, arena)) return 0;
    return 1;
}
