/* What "How this was decided" and the picture of shared members rest on, set beside figures worked out by hand. */
#include <criterion/criterion.h>

#include "explain/score_example.h"
#include "explain/settings_told.h"
#include "explain/shared_members.h"
#include "explain/turnout.h"
#include "score/points.h"
#include "unit/model_builder.h"

static Arena *arena;
static CadreError err;

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }
TestSuite(decided, .init = set_up, .fini = tear_down);

/* Facilitating 4 (weight 3), Technology 3 (2), Planning 3, Privacy 4: the leader has 3, 4, 3 and 2, wants to learn the last,
 * rated the group 4 and led it last time. */
static Model *led_group(void)
{
    Model *model = builder_model(arena, 4);
    int person = builder_person(model, "peter"), group;
    builder_level(model, person, 0, 3, LEVEL_NONE);
    builder_level(model, person, 1, 4, LEVEL_NONE);
    builder_level(model, person, 2, 3, LEVEL_NONE);
    builder_level(model, person, 3, 2, 5);
    builder_topic(model, "Technology", 4, 0);
    group = builder_group(model, "Technology");
    model->groups[group].topics[0] = 0;
    builder_role(model, "lead", 1, 1, true);
    builder_target(model, 0, 4, 3);
    builder_target(model, 1, 3, 2);
    builder_target(model, 2, 3, 1);
    builder_target(model, 3, 4, 1);
    builder_previous(model, person, 0);
    return model;
}

static AssignmentRow row_of(const Model *model, int person, int role)
{
    RoleBasis basis = points_basis(model, role, false);
    int points = points_mean(&model->settings, &basis, points_sums(model, &basis, person), points_answer(model, person, role));
    return (AssignmentRow){.person = person, .role = role, .points = points, .parts = score_parts(model, person, role)};
}

Test(decided, points_are_worked_out_again_by_hand)
{
    const Model *model = led_group();
    AssignmentRow row = row_of(model, 0, 0);
    ScoreExample example = score_example_of(model, &row);
    const ExamplePart *parts = example.parts;
    cr_expect(parts[PART_FIT].have == 9 + 6 + 3 + 2 && parts[PART_FIT].full == 12 + 6 + 3 + 4 && parts[PART_FIT].value == 800);
    cr_expect_eq(example.interest, INTEREST_RATED);
    cr_expect(parts[PART_INTEREST].have == 4 && parts[PART_INTEREST].full == 5 && parts[PART_INTEREST].value == 800);
    cr_expect(parts[PART_GROWTH].have == 2 * 5 && parts[PART_GROWTH].full == 125 && parts[PART_GROWTH].value == 80);
    cr_expect_eq(parts[PART_CONTINUITY].value, 1000);
    cr_expect_eq(example.total, 50 * 800 + 35 * 800 + 10 * 80 + 5 * 1000);
    cr_expect_eq(example.weight, 100);
    cr_expect(example.exact && row.points == 738);
}

Test(decided, a_part_without_a_basis_is_left_out_of_the_example)
{
    Model *model = led_group();
    model->has_previous = false;
    AssignmentRow row = row_of(model, 0, 0);
    ScoreExample example = score_example_of(model, &row);
    cr_expect_eq(example.parts[PART_CONTINUITY].value, -1);
    cr_expect_eq(example.weight, 95);
    cr_expect_eq(example.total / example.weight, 724); /* 68,800 / 95 = 724.2 */
    cr_expect(example.exact && row.points == 724);
}

Test(decided, what_rounding_hides_is_said)
{
    Model *model = builder_model(arena, 1);
    builder_person(model, "a");
    builder_level(model, 0, 0, 2, 2);
    builder_group(model, "G");
    builder_role(model, "member", 1, 1, false);
    builder_target(model, 0, 3, 1);
    model->interest_asked[0] = true;
    AssignmentRow row = row_of(model, 0, 0);
    ScoreExample example = score_example_of(model, &row);
    cr_expect_eq(example.interest, INTEREST_SKILL);
    cr_expect_eq(example.total, 50 * 666 + 35 * 400 + 10 * 133);
    cr_expect_eq(example.total / example.weight, 511);
    cr_expect(row.points == 512 && !example.exact, "(50 * 2000/3 + 35 * 400 + 10 * 400/3) / 95 = 512.3");
    builder_pin(model, 0, PIN_PREFER, 0);
    example = score_example_of(model, &row);
    cr_expect_eq(example.interest, INTEREST_PREFERRED);
}

Test(decided, shares_are_of_what_counts)
{
    Model *model = led_group();
    ScoreWeights weights = score_weights(model);
    cr_expect(weights.sum == 100 && score_share(weights.weight[PART_FIT], weights.sum) == 500);
    model->has_previous = false;
    weights = score_weights(model);
    cr_expect_eq(weights.sum, 95);
    cr_expect_eq(score_share(50, 95), 526);
    cr_expect_eq(score_share(35, 95), 368);
    cr_expect_eq(score_share(10, 95), 105);
    cr_expect_eq(score_share(0, 0), 0);
}

Test(decided, settings_that_differ_are_marked)
{
    Model *model = builder_model(arena, 0);
    SettingTold told[SETTINGS_TOLD_MOST];
    int n;
    model->settings.extra_load = 300;
    model->settings.hours = 250;
    model->settings.fairness = FAIRNESS_FLOOR;
    model->settings.closes = "2026-10-02";
    model->settings.max_changes = 4; /* without a last time it bears on nothing */
    cr_assert_eq(settings_told(told, &n, model, arena, &err), CADRE_OK);
    cr_assert_eq(n, 11);
    cr_expect(!told[0].standard);
    cr_expect_str_eq(told[4].words, "A second role for one person costs 300 points, a third 600, and so on.");
    cr_expect_str_eq(told[4].standard, "500");
    cr_expect_str_eq(told[5].standard, "total");
    cr_expect_str_eq(told[6].words, "Whoever named no hours has 2.5 a month.");
    cr_expect_str_eq(told[6].standard, "4");
    cr_expect_str_eq(told[9].name, "closes");
    model->has_previous = true;
    cr_assert_eq(settings_told(told, &n, model, arena, &err), CADRE_OK);
    cr_expect(n == 12 && n <= SETTINGS_TOLD_MOST);
}

/* Five groups of a role each; seats: group, person. */
typedef struct Seat {
    int group, person;
} Seat;

static ResultIndex seated(Model *model, int n_groups, const Seat *seats, int n)
{
    ResultRows *rows = ARENA_NEW(arena, ResultRows);
    ResultIndex index;
    rows->assignments = ARENA_ARRAY(arena, AssignmentRow, n);
    rows->groups = ARENA_ARRAY(arena, GroupRow, n_groups);
    rows->people = ARENA_ARRAY(arena, PersonRow, model->n_staff);
    for (int group = 0; group < n_groups; group++) {
        builder_group(model, arena_print(arena, "g%d", group));
        builder_role(model, "member", 0, NO_LIMIT, false);
        rows->groups[rows->n_groups++].group = group;
    }
    for (int i = 0; i < n; i++) {
        rows->assignments[rows->n_assignments++] = (AssignmentRow){.person = seats[i].person, .role = seats[i].group};
        rows->groups[seats[i].group].size++;
        rows->people[seats[i].person].groups++;
    }
    for (int person = 0; person < model->n_staff; person++) rows->people[rows->n_people++].person = person;
    cr_assert_eq(result_index_make(&index, model, rows, arena, &err), CADRE_OK);
    return index;
}

static Model *people(int n)
{
    Model *model = builder_model(arena, 0);
    for (int person = 0; person < n; person++) builder_person(model, arena_print(arena, "p%02d", person));
    return model;
}

/* g0 and g1 share p00 and p01, g1 and g2 share p00, g0 and g2 share p00; g3 and g4 share p02; g5 has p03 alone; g6 nobody. */
static const Seat few[] = {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {3, 2}, {4, 2}, {5, 3}};

Test(decided, groups_are_joined_by_whom_they_share)
{
    Model *model = people(5);
    ResultIndex index = seated(model, 7, few, 8);
    ResultScope scope = result_scope(&index, SCOPE_ALL);
    SharedMembers shared;
    cr_assert_eq(shared_members_make(&shared, &index, &scope, arena, &err), CADRE_OK);
    cr_assert_eq(shared.n_links, 4);
    cr_expect(shared.links[0].one == 0 && shared.links[0].other == 1 && shared.links[0].n == 2, "the most shared comes first");
    cr_expect(shared.people[shared.links[0].first] == 0 && shared.people[shared.links[0].first + 1] == 1);
    cr_expect(shared.links[1].one == 0 && shared.links[1].other == 2 && shared.links[1].n == 1);
    cr_expect(shared.links[3].one == 3 && shared.links[3].other == 4);
    cr_expect_eq(shared.n_people, 3);
    cr_expect_eq(shared.n_groups, 6, "without the empty one");
    cr_expect_eq(shared.n_linked, 5);
    cr_expect_eq(shared.n_clusters, 2);
    cr_expect(shared.n_alone == 1 && shared.alone[0] == 5);
}

Test(decided, a_site_sees_its_own_links_and_those_to_others)
{
    Model *model = people(5);
    ResultIndex index = seated(model, 7, few, 8);
    model->groups[2].site = model->groups[5].site = 0; /* of the others: open to all */
    cr_assert_eq(result_index_make(&index, model, index.rows, arena, &err), CADRE_OK);
    ResultScope scope = result_scope(&index, 0);
    SharedMembers shared;
    cr_assert_eq(shared_members_make(&shared, &index, &scope, arena, &err), CADRE_OK);
    cr_expect_eq(shared.n_links, 2, "g0 and g2, g1 and g2");
    cr_expect(shared.n_groups == 2 && shared.n_linked == 1 && shared.n_alone == 1 && shared.n_people == 1);
}

/* A chain that is entered out of order lies on the ring in its own: every link is one place long. */
Test(decided, neighbours_on_the_ring_share_members)
{
    static const int chain[] = {3, 0, 5, 1, 4, 2};
    Seat seats[12];
    int n = 0;
    for (int i = 0; i < 6; i++) {
        seats[n++] = (Seat){chain[i], i};
        seats[n++] = (Seat){chain[(i + 1) % 6], i};
    }
    Model *model = people(6);
    ResultIndex index = seated(model, 6, seats, n);
    ResultScope scope = result_scope(&index, SCOPE_ALL);
    SharedMembers shared;
    SharedRing ring;
    cr_assert_eq(shared_members_make(&shared, &index, &scope, arena, &err), CADRE_OK);
    shared_ring_make(&ring, &shared);
    cr_assert(ring.n_groups == 6 && ring.n_links == 6);
    cr_expect_eq(shared_ring_length(&ring, &shared), 6);
}

/* 70 groups in pairs, each pair with more people than the next: 35 links of 2 groups each, of which 30 fit. */
Test(decided, only_the_strongest_links_are_drawn)
{
    Seat seats[400];
    int n = 0;
    Model *model = people(100);
    for (int pair = 0; pair < 35; pair++)
        for (int person = 0; person <= pair % 5; person++) {
            seats[n++] = (Seat){2 * pair, 2 * pair + person % 5};
            seats[n++] = (Seat){2 * pair + 1, 2 * pair + person % 5};
        }
    ResultIndex index = seated(model, 70, seats, n);
    ResultScope scope = result_scope(&index, SCOPE_ALL);
    SharedMembers shared;
    SharedRing ring;
    bool on_ring[70] = {false};
    cr_assert_eq(shared_members_make(&shared, &index, &scope, arena, &err), CADRE_OK);
    shared_ring_make(&ring, &shared);
    cr_expect(ring.n_groups <= RING_GROUPS_MOST && ring.n_links <= RING_LINKS_MOST && ring.n_links > 0);
    for (int i = 0; i < ring.n_groups; i++) {
        cr_expect(!on_ring[ring.groups[i]], "each once");
        on_ring[ring.groups[i]] = true;
    }
    for (int i = 0; i < ring.n_links; i++) cr_expect(on_ring[shared.links[i].one] && on_ring[shared.links[i].other]);
    for (int i = 1; i < shared.n_links; i++) cr_expect_geq(shared.links[i - 1].n, shared.links[i].n);
}

Test(decided, everyone_is_in_one_list_of_the_turnout)
{
    static const Seat seats[] = {{0, 0}, {0, 1}};
    Model *model = people(5);
    model->staff[1].answered = model->staff[3].answered = false;
    model->staff[4].away = true;
    ResultIndex index = seated(model, 1, seats, 2);
    ResultScope scope = result_scope(&index, SCOPE_ALL);
    Turnout turnout;
    cr_assert_eq(turnout_make(&turnout, &index, &scope, arena, &err), CADRE_OK);
    cr_expect(turnout.staff == 5 && turnout.answered == 3);
    cr_expect(turnout.n_unheard == 1 && turnout.unheard[0] == 1);
    cr_expect(turnout.n_without == 1 && turnout.without[0] == 2);
    cr_expect(turnout.n_silent == 1 && turnout.silent[0] == 3);
    cr_expect(turnout.n_away == 1 && turnout.away[0] == 4);
}
