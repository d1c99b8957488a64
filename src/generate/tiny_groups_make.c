#include "generate/kinds_make.h"
#include "generate/tiny_make.h"

enum { MOST_GROUPS = 4 };

static MadePlace draw_place(Draw *draw)
{
    return draw_chance(draw, 60) ? MADE_AT_KIND : draw_chance(draw, 50) ? MADE_AT_ROW : MADE_AT_COPY;
}

static void make_roles(MadeKind *kind, int n_roles, unsigned rules, Draw *draw)
{
    static const char *const names[] = {"lead", "facilitator", "data keeper", "member"};
    int first_name = draw_between(draw, 0, 3);
    for (int i = 0; i < n_roles; i++) {
        int min = draw_chance(draw, 60) ? draw_between(draw, 1, 3) : 0;
        int max = min + draw_between(draw, min == 0, 1);
        MadeRole role = {.name = names[(first_name + i) % 4], .min = min, .max = max, .place = draw_place(draw)};
        role.hours = draw_chance(draw, 40) ? 50 * draw_between(draw, 1, 3) : 0;
        role.leads = draw_chance(draw, 60);
        role.weight = draw_between(draw, 1, 3);
        unsigned jobs = 1u << draw_between(draw, 0, 1);
        if (draw_chance(draw, 20)) jobs |= 1u << draw_between(draw, 0, 2);
        if (draw_chance(draw, 40) && (rules & MADE_POSITIONS)) role.jobs = jobs;
        kind->roles[kind->n_roles++] = role;
    }
}

/* Rows of one key stand in one place, or the more specific would win; those of one level would be one row. */
static void add_need(MadeKind *kind, MadeNeed need)
{
    for (int i = 0; i < kind->n_needs; i++) {
        const MadeNeed *other = &kind->needs[i];
        if (other->role != need.role || other->skill != need.skill) continue;
        if (other->level == need.level) return;
        need.place = other->place;
    }
    kind->needs[kind->n_needs++] = need;
}

static MadeNeed draw_need(const MadeDistrict *district, int role, Draw *draw)
{
    MadeNeed need = {.role = role, .skill = draw_between(draw, 0, district->n_skills - 1), .place = draw_place(draw)};
    need.level = draw_between(draw, 1, 5);
    need.weight = draw_between(draw, 1, 4);
    int people = draw_between(draw, 1, 2);
    bool covers = draw_chance(draw, 40), must = draw_chance(draw, covers ? 40 : 30);
    if (covers && (district->rules & MADE_COVERAGE)) need.people = people;
    need.must = must && (need.people || (district->rules & MADE_MUSTS));
    return need;
}

static void make_needs(MadeKind *kind, const MadeDistrict *district, Draw *draw)
{
    int wanted = draw_between(draw, 0, 4);
    for (int i = 0; i < wanted; i++) {
        int role = draw_chance(draw, 50) ? draw_between(draw, 0, kind->n_roles - 1) : MADE_NONE;
        add_need(kind, draw_need(district, role, draw));
    }
    bool own_row = !district->has_need_of_all;
    for (int i = 0; i < kind->n_needs; i++)
        own_row |= kind->needs[i].role == MADE_NONE && kind->needs[i].skill == district->need_of_all.skill;
    if (!own_row) kind->needs[kind->n_needs++] = district->need_of_all;
}

static const char *draw_value(const MadeDistrict *district, MadeField field, Draw *draw)
{
    int which = draw_between(draw, 0, 1);
    const MadeSite *site = &district->sites.items[which % district->sites.n];
    return field == MADE_DEPARTMENT ? facts_departments[which]
           : field == MADE_POSITION ? facts_jobs[which].title
           : field == MADE_SITE     ? site->name
                                    : facts_networks[site->network].name;
}

static MadeMix draw_mix(const MadeDistrict *district, Draw *draw)
{
    MadeMix mix = {.field = (MadeField)(draw_chance(draw, 60) ? MADE_POSITION : draw_between(draw, 0, 3))};
    mix.min = draw_between(draw, 0, 2);
    mix.max = draw_chance(draw, 50) ? mix.min + draw_between(draw, 0, 1) : MADE_NO_LIMIT;
    mix.must = draw_chance(draw, 30);
    const char *value = draw_value(district, mix.field, draw);
    if (draw_chance(draw, 50)) mix.value = value;
    return mix;
}

/* A row of the same key would say the same thing twice; all stand in one place, for `each` of a more specific one would win. */
static void add_mix(MadeKind *kind, MadeMix mix)
{
    for (int i = 0; i < kind->n_mixes; i++)
        if (kind->mixes[i].field == mix.field && kind->mixes[i].value == mix.value) return;
    kind->mixes[kind->n_mixes++] = mix;
}

static void make_mixes(MadeKind *kind, const MadeDistrict *district, Draw *draw)
{
    if (!(district->rules & MADE_MIX)) return;
    int wanted = draw_between(draw, 0, 2);
    MadePlace place = draw_place(draw);
    for (int i = 0; i < wanted; i++) {
        MadeMix mix = draw_mix(district, draw);
        mix.place = place;
        add_mix(kind, mix);
    }
    if (district->has_mix_of_all) add_mix(kind, district->mix_of_all);
}

static void make_kind(MadeDistrict *district, int n_roles, Draw *draw)
{
    MadeKind *kind = &district->kinds[district->n_kinds++];
    *kind = (MadeKind){.name = kind->name, .focus = draw_chance(draw, 70) ? kind->focus : NULL};
    kind->rated = draw_chance(draw, 75) && kind->focus;
    make_roles(kind, n_roles, district->rules, draw);
    make_needs(kind, district, draw);
    make_mixes(kind, district, draw);
}

/* The second overlaps the first and touches the third; the last is at no hour. */
static MadeMeeting draw_meeting(Draw *draw)
{
    static const MadeMeeting meetings[] = {
        {1, 930, 990, 0}, {1, 960, 1020, 0}, {1, 1020, 1080, 0}, {2, 930, 990, 0}, {MADE_NONE, 0, 0, 0}};
    MadeMeeting meeting = meetings[draw_between(draw, 0, draw_chance(draw, 70) ? 1 : 4)];
    meeting.spelling = draw_between(draw, 0, 2);
    return meeting;
}

static MadeGroup draw_group(const MadeDistrict *district, int kind, Draw *draw)
{
    int min_size = draw_chance(draw, 45) ? draw_between(draw, 1, 4) : 0;
    bool limited = draw_chance(draw, 50);
    int max_size = min_size + draw_between(draw, min_size == 0, 1);
    MadeGroup group = {.kind = kind, .min_size = min_size, .max_size = limited ? max_size : MADE_NO_LIMIT};
    group.hours = 50 * draw_between(draw, 0, 4);
    group.weight = draw_between(draw, 1, 3);
    for (int i = 0; i < MADE_MEETINGS; i++) group.meetings[i] = draw_meeting(draw);
    int n_meetings = draw_chance(draw, 85) + draw_chance(draw, 20);
    if (district->rules & MADE_SLOTS) group.n_meetings = n_meetings;
    group.each = draw_chance(draw, 25);
    int place = draw_between(draw, 0, 2 * district->sites.n);
    group.site = place < district->sites.n ? place : MADE_NONE;
    return group;
}

/* The group, or a copy for every site. */
static int add_group(MadeDistrict *district, MadeGroup group, Arena *arena)
{
    int number = 1;
    for (int i = 0; i < district->groups.n; i++)
        number += district->groups.items[i].kind == group.kind && district->groups.items[i].first_copy == i;
    group.row_name = arena_print(arena, "%s %d", district->kinds[group.kind].name, number);
    group.first_copy = district->groups.n;
    group.n_copies = group.each ? district->sites.n : 1;
    if (!group.row_name) return 0;
    for (int i = 0; i < group.n_copies; i++) {
        group.name = group.row_name;
        if (group.each) {
            group.site = i;
            group.name = arena_print(arena, "%s @ %s", group.row_name, district->sites.items[i].name);
        }
        if (!group.name || !LIST_PUSH(arena, &district->groups, group)) return 0;
    }
    return 1;
}

/* Rows for `*`, of which kinds take part that do not say better. */
static void draw_rows_of_all(MadeDistrict *district, Draw *draw)
{
    district->need_of_all = draw_need(district, MADE_NONE, draw);
    district->need_of_all.place = MADE_AT_ALL;
    district->has_need_of_all = draw_chance(draw, 30);
    district->mix_of_all = draw_mix(district, draw);
    district->mix_of_all.value = NULL;
    district->mix_of_all.place = MADE_AT_ALL;
    district->has_mix_of_all = draw_chance(draw, 20) && (district->rules & MADE_MIX);
}

int tiny_groups_make(MadeDistrict *out, int n_roles, Draw *draw, Arena *arena)
{
    kinds_make(out->kinds, 0, draw);
    draw_rows_of_all(out, draw);
    int wanted = draw_between(draw, 2, MOST_GROUPS), left = n_roles;
    for (int row = 0; row < wanted && left > 0; row++) {
        bool old_kind = row > 0 && draw_chance(draw, 35);
        int kind = old_kind ? draw_between(draw, 0, out->n_kinds - 1) : out->n_kinds;
        if (old_kind && out->kinds[kind].n_roles > left) kind = out->n_kinds;
        int later = row == 0 ? 1 : 0; /* roles kept for a second group */
        int wanted_roles = draw_between(draw, 1, draw_chance(draw, 70) ? 2 : 3);
        if (wanted_roles > left - later) wanted_roles = left - later;
        if (kind == out->n_kinds) make_kind(out, wanted_roles, draw);
        MadeGroup group = draw_group(out, kind, draw);
        int roles = out->kinds[kind].n_roles;
        if (roles * out->sites.n > left - later) group.each = false;
        left -= roles * (group.each ? out->sites.n : 1);
        if (!add_group(out, group, arena)) return 0;
    }
    return 1;
}
