#include "generate/tiny_make.h"

#include "generate/kinds_make.h"

enum { MOST_SKILLS = 3 };

/* A family is left out of some cases, so that what it does to the others shows. */
static unsigned draw_rules(unsigned allowed, Draw *draw)
{
    static const int percent[] = {75, 65, 80, 75, 90, 80, 75, 60, 50}; /* coverage to floor, as in MadeRules */
    unsigned rules = 0;
    for (unsigned i = 0; i < sizeof percent / sizeof *percent; i++)
        if (draw_chance(draw, percent[i])) rules |= 1u << i;
    return rules & allowed;
}

static void make_settings(MadeDistrict *district, Draw *draw)
{
    MadeSettings *settings = &district->settings;
    *settings = made_default_settings;
    for (int i = 0; i < 4; i++) settings->weights[i] = draw_chance(draw, 15) ? 0 : draw_between(draw, 1, 100);
    settings->hours = 50 * draw_between(draw, 4, 12);
    settings->max_groups = draw_between(draw, 1, 3);
    settings->max_leads = draw_between(draw, 1, 2);
    settings->everyone = draw_chance(draw, 20) ? 0 : draw_between(draw, 50, 900);
    settings->extra_load = draw_chance(draw, 20) ? 0 : draw_between(draw, 50, 900);
    settings->short_must = draw_between(draw, 1000, 100000);
    settings->short_role = draw_between(draw, 200, 4000);
    settings->short_should = draw_between(draw, 100, 2000);
    settings->floor = district->rules & MADE_FLOOR;
    bool limited = draw_chance(draw, 60);
    int most = draw_between(draw, 0, 2);
    if (limited && (district->rules & MADE_PREVIOUS)) settings->max_changes = most;
    if (draw_chance(draw, 10)) settings->closes = draw_between(draw, 1, 20);
}

static int make_sites(MadeDistrict *district, Draw *draw, Arena *arena)
{
    static const char *const names[] = {"Lincoln", "Roosevelt"};
    int wanted = draw_chance(draw, 55) ? 2 : 1, network = draw_between(draw, 0, FACTS_NETWORKS - 2);
    bool same = draw_chance(draw, 30);
    for (int i = 0; i < wanted; i++) {
        MadeSite site = {.name = names[i], .network = network + (same ? 0 : i)};
        site.alias = arena_print(arena, "%s Elementary", names[i]);
        if (!site.alias || !LIST_PUSH(arena, &district->sites, site)) return 0;
    }
    return 1;
}

/* Two positions, so that rules about them meet several people; some have none. */
static int draw_position(Draw *draw) { return draw_chance(draw, 5) ? MADE_NONE : draw_between(draw, 0, 1); }

static int8_t draw_level(bool asked, int blank_percent, Draw *draw)
{
    bool blank = draw_chance(draw, blank_percent);
    int level = draw_between(draw, 0, 5);
    return (int8_t)(asked && !blank ? level : MADE_NONE);
}

static void draw_choices(MadePerson *person, const MadeDistrict *district, Draw *draw)
{
    for (int i = 0; i < MADE_CHOICES; i++) {
        const MadeGroup *group = &district->groups.items[draw_between(draw, 0, district->groups.n - 1)];
        bool says = draw_chance(draw, 30) && person->answered, by_focus = draw_chance(draw, 50);
        person->choice[i] = person->group_choice[i] = MADE_NONE;
        if (!says) continue;
        if (by_focus && district->kinds[group->kind].focus)
            person->choice[i] = (int8_t)group->kind;
        else
            person->group_choice[i] = (int8_t)group->first_copy;
    }
}

static void draw_answers(MadePerson *person, const MadeDistrict *district, Draw *draw)
{
    for (int skill = 0; skill < FACTS_SKILLS; skill++) person->level[skill] = person->interest[skill] = MADE_NONE;
    for (int skill = 0; skill < district->n_skills; skill++) {
        person->level[skill] = draw_level(person->answered, 15, draw);
        person->interest[skill] = draw_level(person->answered && district->asks_interest[skill], 25, draw);
    }
    for (int kind = 0; kind < MADE_KINDS; kind++)
        person->rating[kind] =
            kind < district->n_kinds ? draw_level(person->answered && district->kinds[kind].rated, 50, draw) : MADE_NONE;
    draw_choices(person, district, draw);
}

static int add_person(MadeDistrict *district, int site, Draw *draw, Arena *arena)
{
    static const char *const names[] = {"Ada Brook", "Ben Castillo", "Carla Dahl", "Elif Farouk",
                                        "Femi Hall", "Ines Kaur",    "Omar Young"};
    int number = district->people.n;
    MadePerson person = {.site = site, .name = names[number], .job = draw_position(draw)};
    person.id = arena_print(arena, "e%06d", number + 1);
    person.email = arena_print(arena, "staff%d@example.org", number + 1);
    if (!person.id || !person.email) return 0;
    person.department = draw_between(draw, 0, 1);
    person.years = draw_between(draw, 0, 30);
    person.hours = draw_chance(draw, 25) ? MADE_NONE : 50 * draw_between(draw, 0, 12);
    person.max_groups = draw_chance(draw, 40) ? MADE_NONE : draw_between(draw, draw_chance(draw, 90), 3);
    person.max_leads = draw_chance(draw, 40) ? MADE_NONE : draw_between(draw, draw_chance(draw, 60), 2);
    person.away = draw_chance(draw, 8);
    person.answered = !draw_chance(draw, 15);
    person.answered_twice = draw_chance(draw, 15) && person.answered;
    person.misspells_site = draw_chance(draw, 20);
    person.site_not_listed = draw_chance(draw, 30) && (person.answered || district->sites.n == 1);
    draw_answers(&person, district, draw);
    return LIST_PUSH(arena, &district->people, person);
}

/* By site, those without one at the end; with one site there is nobody without. */
static int make_people(MadeDistrict *district, int n_people, Draw *draw, Arena *arena)
{
    int n_sites = district->sites.n, without = n_sites > 1 && draw_chance(draw, 25);
    int at_first = n_sites > 1 ? draw_between(draw, 1, n_people - without - 1) : n_people;
    for (int i = 0; i < n_people; i++) {
        int site = i < at_first ? 0 : i < n_people - without ? 1 : MADE_NONE;
        if (!add_person(district, site, draw, arena)) return 0;
    }
    district->sites.items[0].n_people = at_first;
    if (n_sites > 1) district->sites.items[1].first_person = at_first;
    if (n_sites > 1) district->sites.items[1].n_people = n_people - without - at_first;
    return 1;
}

int tiny_make(MadeDistrict *out, const MakeOptions *options, Arena *arena)
{
    Draw draw = draw_start(options->seed, 3000000);
    *out = (MadeDistrict){.seed = options->seed, .terse = true};
    out->rules = draw_rules(options->rules, &draw);
    make_settings(out, &draw);
    out->n_skills = draw_between(&draw, 1, MOST_SKILLS);
    for (int i = 0; i < out->n_skills; i++) out->asks_interest[i] = draw_chance(&draw, 70);
    int n_people = draw_between(&draw, 3, draw_chance(&draw, 75) ? 5 : 7);
    int n_roles = n_people < 7 ? 20 / n_people : 3; /* some two million assignments at most */
    return make_sites(out, &draw, arena) && tiny_groups_make(out, n_roles, &draw, arena) &&
           make_people(out, n_people, &draw, arena) && tiny_rows_make(out, &draw, arena);
}
