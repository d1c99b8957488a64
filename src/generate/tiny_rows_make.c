#include "generate/tiny_make.h"

static MadeReach draw_reach(Draw *draw)
{
    return draw_chance(draw, 70)   ? MADE_THE_GROUP
           : draw_chance(draw, 40) ? MADE_OWN_COPY
           : draw_chance(draw, 60) ? MADE_THE_KIND
                                   : MADE_EVERY_GROUP;
}

/* GROUP alone means the person's own copy, so the pin is about that one; a row that would be about no group names one in full.
 */
static void settle_reach(MadePin *pin, const MadeDistrict *district)
{
    int site = district->people.items[pin->person].site, reached = 0;
    const MadeGroup *group = &district->groups.items[pin->group];
    if (pin->reach == MADE_OWN_COPY && group->each && site != MADE_NONE) pin->group = group->first_copy + site;
    for (int i = 0; i < district->groups.n; i++) reached += made_pin_reaches(district, pin, i);
    if (!reached) pin->reach = MADE_THE_GROUP;
}

static int add_pins(MadeDistrict *district, Draw *draw, Arena *arena)
{
    static const char *const rules[] = {"never", "prefer"};
    int wanted = district->rules & MADE_PINS ? draw_between(draw, 1, 4) : 0;
    for (int i = 0; i < wanted; i++) {
        MadePin pin = {.person = draw_between(draw, 0, district->people.n - 1),
                       .group = draw_between(draw, 0, district->groups.n - 1)};
        int role = draw_between(draw, 0, district->kinds[district->groups.items[pin.group].kind].n_roles - 1);
        pin.role = draw_chance(draw, 60) ? role : MADE_NONE;
        const char *rule = rules[draw_between(draw, 0, 1)];
        pin.rule = draw_chance(draw, 8) ? "must" : rule;
        pin.reach = draw_reach(draw);
        settle_reach(&pin, district);
        if (!LIST_PUSH(arena, &district->pins, pin)) return 0;
    }
    return 1;
}

static int add_pairs(MadeDistrict *district, Draw *draw, Arena *arena)
{
    static const MadeReach reaches[] = {MADE_THE_GROUP, MADE_ALL_COPIES, MADE_THE_KIND, MADE_NO_GROUP_SAID, MADE_EVERY_GROUP};
    int wanted = district->rules & MADE_PAIRS ? draw_between(draw, 1, 2) : 0;
    for (int i = 0; i < wanted; i++) {
        int person = draw_between(draw, 0, district->people.n - 2);
        MadePair pair = {.person = person, .other = draw_between(draw, person + 1, district->people.n - 1)};
        pair.group = draw_between(draw, 0, district->groups.n - 1);
        pair.reach = reaches[draw_between(draw, 0, 4)];
        pair.together = draw_chance(draw, 55);
        if (!LIST_PUSH(arena, &district->pairs, pair)) return 0;
    }
    return 1;
}

static int add_previous(MadeDistrict *district, Draw *draw, Arena *arena)
{
    for (int person = 0; person < district->people.n && (district->rules & MADE_PREVIOUS); person++) {
        MadePrevious row = {.person = person, .group = draw_between(draw, 0, district->groups.n - 1)};
        row.role = draw_between(draw, 0, district->kinds[district->groups.items[row.group].kind].n_roles - 1);
        if (draw_chance(draw, 60) && !LIST_PUSH(arena, &district->previous, row)) return 0;
    }
    return 1;
}

int tiny_rows_make(MadeDistrict *out, Draw *draw, Arena *arena)
{
    return add_pins(out, draw, arena) && add_pairs(out, draw, arena) && add_previous(out, draw, arena);
}
