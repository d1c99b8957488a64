/* The skills inventory: people by level and interest, quadrants, what a plan asks for beside who has it. */
#include <criterion/criterion.h>
#include <string.h>

#include "explain/skill_inventory.h"
#include "unit/model_builder.h"

enum { S0, S1, S2, N_SKILLS };
enum { NORTH, SOUTH, N_SITES };

static Arena *arena;
static CadreError err;
static Model *model;
static SkillInventory inventory;
static SkillMap map;
static Site sites[N_SITES] = {{"North", ""}, {"South", ""}};

static void set_up(void)
{
    arena = arena_create(NULL);
    model = builder_model(arena, N_SKILLS);
}

static void tear_down(void) { arena_release(arena); }

TestSuite(skill_inventory, .init = set_up, .fini = tear_down);

/* One person at a site; level and interest of the first skill. */
static int person(int site, int level, int interest)
{
    int index = builder_person(model, arena_print(arena, "p%02d", model->n_staff));
    model->staff[index].site = site;
    for (int skill = 0; skill < N_SKILLS; skill++) builder_level(model, index, skill, LEVEL_NONE, LEVEL_NONE);
    builder_level(model, index, S0, level, interest);
    return index;
}

static void two_sites(void)
{
    model->sites = sites;
    model->n_sites = N_SITES;
}

static void make(void) { cr_assert_eq(skill_inventory_make(&inventory, model, arena, &err), CADRE_OK); }

static void cover(int group, int role, int skill, int level, int people)
{
    model->coverages[model->n_coverages++] = (Coverage){group, role, skill, level, people, false, {0}};
}

Test(skill_inventory, no_answer_is_no_level)
{
    person(0, 0, 0);
    person(0, 3, LEVEL_NONE);
    person(0, LEVEL_NONE, 5);
    model->staff[person(0, 5, 5)].away = true;
    make();
    const SkillCount *count = inventory_count(&inventory, SCOPE_ALL, S0);
    cr_assert(count->levels[PROFILE_NO_ANSWER] == 1 && count->levels[1] == 1 && count->levels[4] == 1);
    cr_assert(count->interests[PROFILE_NO_ANSWER] == 1 && count->interests[1] == 1 && count->interests[6] == 1);
    cr_assert_eq(counted_from(count->levels, 0), 2);
    cr_assert_eq(counted_from(count->levels, INVENTORY_HAVE), 1);
    cr_assert_eq(count->expert, -1);
    int all = inventory_row(&inventory, SCOPE_ALL);
    cr_assert(inventory.staff[all] == 3 && inventory.away[all] == 1);
}

Test(skill_inventory, of_a_skill_known_by_ticks_who_ticked_it_is_an_expert)
{
    static int8_t ticks[N_SKILLS] = {3, 5, 0};
    person(0, 0, 0);
    int only = person(0, 3, 0);
    make();
    cr_expect(inventory_count(&inventory, SCOPE_ALL, S0)->expert == -1 && skill_expert_level(model, S0) == 4);
    model->tick_level = ticks;
    make();
    cr_expect(inventory_count(&inventory, SCOPE_ALL, S0)->expert == only && skill_expert_level(model, S0) == 3);
    cr_expect(skill_expert_level(model, S1) == 4 && skill_expert_level(model, S2) == 4);
}

/* Of ten, seven answered both: 2 have and want it, 1 wants it only, 3 have it only, 1 neither. */
Test(skill_inventory, people_who_have_and_want)
{
    static const int answers[][2] = {{3, 3}, {5, 4}, {2, 3}, {3, 2}, {4, 0}, {5, 1}, {0, 2}, {-1, 5}, {4, -1}, {-1, -1}};
    for (int i = 0; i < 10; i++) person(0, answers[i][0], answers[i][1]);
    make();
    SkillPeople people = skill_people(inventory_count(&inventory, SCOPE_ALL, S0));
    cr_assert(people.both == 2 && people.want_only == 1 && people.have_only == 3 && people.neither == 1);
}

/* Have 2, 1 and 0 of 2, want 0, 2 and 1: both means are a half; on the line is above it. */
Test(skill_inventory, quadrants_beside_the_mean)
{
    int first = person(0, 3, 0), second = person(0, 4, 2);
    builder_level(model, first, S1, 3, 3);
    builder_level(model, second, S1, 1, 5);
    builder_level(model, first, S2, 1, 3);
    builder_level(model, second, S2, 0, 1);
    make();
    cr_assert_eq(skill_map_make(&map, &inventory, SCOPE_ALL, arena, &err), CADRE_OK);
    cr_assert(map.n_known == 3 && map.mean_have == 500 && map.mean_want == 500);
    cr_assert_eq(map.skills[S0].place, PLACE_RESERVE);
    cr_assert_eq(map.skills[S1].place, PLACE_STRENGTH);
    cr_assert_eq(map.skills[S2].place, PLACE_PASSION);
}

Test(skill_inventory, a_skill_of_which_one_side_is_not_known_has_no_quadrant)
{
    int first = person(0, 3, 3);
    builder_level(model, first, S1, 5, LEVEL_NONE);
    make();
    cr_assert_eq(skill_map_make(&map, &inventory, SCOPE_ALL, arena, &err), CADRE_OK);
    cr_assert(map.n_known == 1 && map.mean_have == 1000 && map.mean_want == 1000);
    cr_assert_eq(map.skills[S0].place, PLACE_UNKNOWN); /* no mean of one */
    cr_assert(map.skills[S1].place == PLACE_UNKNOWN && map.skills[S1].have == 1000 && map.skills[S1].want == -1);
    cr_assert(map.skills[S2].place == PLACE_UNKNOWN && map.skills[S2].have == -1);
}

Test(skill_inventory, nobody_and_nothing)
{
    model->n_skills = 0;
    make();
    cr_assert_eq(skill_map_make(&map, &inventory, SCOPE_ALL, arena, &err), CADRE_OK);
    cr_assert(map.n_known == 0 && map.mean_have == -1 && map.mean_want == -1);
    cr_assert_eq(inventory.staff[inventory_row(&inventory, SCOPE_ALL)], 0);
}

/* Seats that must be filled ask for a target: 1 at level 4, 3 at level 2; at 4 and above is nobody, at 2 and above are three.
 */
Test(skill_inventory, seats_ask_where_no_number_is_given)
{
    person(0, 3, 0);
    person(0, 3, 0);
    person(0, 2, 0);
    builder_group(model, "Team");
    builder_role(model, "lead", 1, 1, true);
    builder_target(model, S0, 4, 1);
    builder_role(model, "member", 3, 5, false);
    builder_target(model, S0, 2, 1);
    make();
    SkillDemand demand = skill_demand(&inventory, SCOPE_ALL, S0);
    cr_assert(demand.asked == 4 && demand.missing == 1 && demand.n_groups == 1 && demand.n_sites == 1);
    cr_assert_eq(demand.level, 4);
    demand = skill_demand(&inventory, SCOPE_ALL, S1);
    cr_assert(demand.asked == 0 && demand.missing == 0 && demand.n_groups == 0);
}

/* A coverage says the number: 2 at level 3, whatever the seats' targets; a must on the lead's seat asks for 5. */
Test(skill_inventory, a_coverage_counts_for_its_group)
{
    person(0, 3, 0);
    person(0, 4, 0);
    int group = builder_group(model, "Team");
    builder_role(model, "lead", 1, 1, true);
    builder_target(model, S0, 3, 1);
    builder_bar(model, S0, 5);
    builder_role(model, "member", 6, 9, false);
    builder_target(model, S0, 3, 1);
    cover(group, -1, S0, 3, 2);
    make();
    SkillNeeds needs = skill_needs(&inventory, SCOPE_ALL, skill_n_keys(&inventory, SCOPE_ALL) - 1, S0);
    cr_assert_eq(needs.n, 1);
    cr_assert(needs.items->asked[3] == 2 && needs.items->asked[4] == 1 && needs.items->asked[5] == 1);
    SkillDemand demand = skill_demand(&inventory, SCOPE_ALL, S0);
    cr_assert(demand.asked == 2 && demand.missing == 1 && demand.level == 5);
}

/* North lacks two, South has them: the missing of one site are not made up for by another's. A group open to all looks to all.
 */
Test(skill_inventory, a_site_has_its_own_people_only)
{
    two_sites();
    person(SOUTH, 4, 0);
    person(SOUTH, 4, 0);
    person(NORTH, 2, 4);
    cover(builder_group(model, "At North"), -1, S0, 4, 2);
    model->groups[0].site = NORTH;
    cover(builder_group(model, "Open"), -1, S0, 3, 3);
    make();
    SkillDemand north = skill_demand(&inventory, NORTH, S0), south = skill_demand(&inventory, SOUTH, S0);
    SkillDemand all = skill_demand(&inventory, SCOPE_ALL, S0);
    cr_assert(north.asked == 2 && north.missing == 2 && north.level == 4 && north.n_sites == 1);
    cr_assert(south.asked == 0 && south.missing == 0);
    cr_assert(all.asked == 5 && all.missing == 3 && all.level == 0 && all.n_sites == 2 && all.n_groups == 2);
}

Test(skill_inventory, one_expert_is_named)
{
    two_sites();
    person(NORTH, 3, 0);
    int expert = person(SOUTH, 4, 0);
    make();
    cr_assert_eq(inventory_count(&inventory, SOUTH, S0)->expert, expert);
    cr_assert_eq(inventory_count(&inventory, NORTH, S0)->expert, -1);
    cr_assert_eq(inventory_count(&inventory, SCOPE_ALL, S0)->expert, expert);
}

Test(skill_inventory, skills_are_by_name)
{
    person(0, 1, 1);
    Names *names = names_create(arena, NAME_STYLE_NAME);
    names_add(names, "writing");
    names_add(names, "Data");
    names_add(names, "Éducation");
    model->skills = names;
    make();
    cr_assert(inventory.order[0] == 1 && inventory.order[1] == 2 && inventory.order[2] == 0);
}

/* Those nearest the level, then the keenest, then the first; who has it, is away or does not want it is none. */
Test(skill_inventory, who_wants_to_learn_it)
{
    static const int answers[][2] = {{1, 5}, {3, 3}, {3, 5}, {4, 5}, {3, 2}, {-1, 5}, {3, 3}, {3, 5}};
    for (int i = 0; i < 8; i++) person(0, answers[i][0], answers[i][1]);
    model->staff[7].away = true;
    PersonRow rows[8];
    int page[8], people[3];
    for (int i = 0; i < 8; i++) {
        rows[i] = (PersonRow){.person = i};
        page[i] = i;
    }
    ResultRows result = {.people = rows, .n_people = 8};
    ResultIndex index = {.model = model, .rows = &result};
    ResultScope scope = {.site = SCOPE_ALL, .people = page, .n_people = 8};
    cr_assert_eq(skill_learners(people, 3, &index, &scope, S0, 4), 3);
    cr_assert(people[0] == 2 && people[1] == 1 && people[2] == 6);
    cr_assert_eq(skill_learners(people, 3, &index, &scope, S0, 2), 1);
    cr_assert_eq(people[0], 0);
}
