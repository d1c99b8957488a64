/* Section 4 by hand: every expected number here was worked out on paper from the contract. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "score/score.h"
#include "unit/model_builder.h"
#include "unit/tiny_school.h"

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(score, .init = open_arena, .fini = close_arena);

static int points(const Model *model, int person, int role)
{
    ScoreTable scores;
    cr_assert_eq(score_run(&scores, model, 2, arena, &err), CADRE_OK);
    int64_t pair = score_find(&scores, person, role);
    return pair < 0 ? -1 : scores.points[pair];
}

/* Literacy 4 (weight 2) and Data 3 (weight 1); level 5 and 1, interest 2 and 4.
 * fit = (2*4 + 1*1) / (2*4 + 1*3) = 9/11; interest = (2*2 + 1*4) / (3*5) = 8/15; growth = (1*2*4) / (5*11) = 8/55. */
static Model *two_needs(void)
{
    Model *model = builder_model(arena, 2);
    builder_person(model, "a");
    builder_level(model, 0, 0, 5, 2);
    builder_level(model, 0, 1, 1, 4);
    builder_group(model, "G");
    builder_role(model, "member", 1, 1, false);
    builder_target(model, 0, 4, 2);
    builder_target(model, 1, 3, 1);
    return model;
}

Test(score, weighs_the_parts_that_have_a_basis)
{
    Model *model = two_needs();
    model->interest_asked[1] = true;
    /* (50*9/11 + 35*8/15 + 10*8/55) / 95 * 1000 = 642.3..: 50*9/11 = 40.909, 35*8/15 = 18.667, 10*8/55 = 1.4545; 61.030/95 */
    cr_expect_eq(points(model, 0, 0), 642);
    ScoreParts parts = score_parts(model, 0, 0);
    cr_expect_eq(parts.fit, 818);
    cr_expect_eq(parts.interest, 533);
    cr_expect_eq(parts.growth, 145);
    cr_expect_eq(parts.continuity, -1);
}

Test(score, leaves_out_interest_that_nobody_was_asked)
{
    Model *model = two_needs();
    /* (50*9/11 + 10*8/55) / 60 = 42.3636 / 60 = 0.70606 */
    cr_expect_eq(points(model, 0, 0), 706);
    cr_expect_eq(score_parts(model, 0, 0).interest, -1);
}

Test(score, rating_beats_skills_and_choice_even_where_lower)
{
    Model *model = builder_model(arena, 1);
    builder_person(model, "a");
    builder_level(model, 0, 0, 0, 5);
    builder_topic(model, "G", 1, 5);
    builder_person(model, "b");
    builder_level(model, 1, 0, 0, 2);
    builder_topic(model, "G", LEVEL_NONE, 4);
    builder_person(model, "c");
    builder_level(model, 2, 0, 0, LEVEL_NONE);
    model->interest_asked[0] = true;
    int group = builder_group(model, "G");
    model->groups[group].topics[0] = 0;
    builder_role(model, "member", 1, 1, false);
    builder_target(model, 0, 2, 1);
    cr_expect_eq(score_parts(model, 0, 0).interest, 200); /* the rating, though skills and choice say 1000 */
    cr_expect_eq(score_parts(model, 1, 0).interest, 800); /* no rating: the choice (4/5) beats the skill (2/5) */
    cr_expect_eq(score_parts(model, 2, 0).interest, 0);   /* silence never pays */
    cr_expect_eq(score_parts(model, 0, 0).growth, 1000);  /* 2*5 / (5*2) */
    /* a: (0 + 35*0.2 + 10*1) / 95 = 178.9; c: 0 of the same three parts */
    cr_expect_eq(points(model, 0, 0), 178);
    cr_expect_eq(points(model, 2, 0), 0);
}

Test(score, prefer_pin_asks_about_the_whole_group)
{
    Model *model = builder_model(arena, 1);
    builder_person(model, "a");
    builder_person(model, "b");
    builder_group(model, "G");
    int lead = builder_role(model, "lead", 1, 1, true);
    int member = builder_role(model, "member", 1, 1, false);
    builder_group(model, "H");
    int other = builder_role(model, "member", 1, 1, false);
    builder_pin(model, 0, PIN_PREFER, lead);
    cr_expect_eq(points(model, 0, lead), 1000);
    cr_expect_eq(points(model, 0, member), 0);
    cr_expect_eq(score_parts(model, 1, member).interest, 0);
    cr_expect_eq(score_parts(model, 0, other).interest, -1);
    cr_expect_eq(points(model, 0, other), 0); /* no part left */
}

Test(score, continuity_counts_role_then_group)
{
    Model *model = builder_model(arena, 0);
    builder_person(model, "a");
    builder_person(model, "b");
    builder_group(model, "G");
    int lead = builder_role(model, "lead", 1, 1, true);
    int member = builder_role(model, "member", 1, 1, false);
    builder_previous(model, 0, member);
    cr_expect_eq(score_parts(model, 0, member).continuity, 1000);
    cr_expect_eq(score_parts(model, 0, lead).continuity, 500);
    cr_expect_eq(score_parts(model, 1, lead).continuity, 0);
    cr_expect_eq(points(model, 0, lead), 500);
    model->settings.weight_continuity = 0;
    cr_expect_eq(points(model, 0, lead), 0); /* weights that add to 0 */
}

Test(score, eligibility)
{
    Model *model = builder_model(arena, 1);
    int away = builder_person(model, "away");
    model->staff[away].away = true;
    int elsewhere = builder_person(model, "elsewhere");
    model->staff[elsewhere].site = -1;
    int low = builder_person(model, "low");
    builder_level(model, low, 0, 2, LEVEL_NONE);
    builder_attribute(model, "position", "Teacher");
    int never = builder_person(model, "never");
    builder_level(model, never, 0, 5, LEVEL_NONE);
    builder_attribute(model, "position", "Teacher");
    int fits = builder_person(model, "fits");
    builder_level(model, fits, 0, 3, LEVEL_NONE);
    builder_attribute(model, "position", "Teacher");
    int aide = builder_person(model, "aide");
    builder_level(model, aide, 0, 3, LEVEL_NONE);
    builder_attribute(model, "position", "Aide");
    int group = builder_group(model, "G");
    model->groups[group].site = 0;
    int role = builder_role(model, "member", 1, 1, false);
    builder_bar(model, 0, 3);
    static const int teacher[] = {0};
    model->role_positions = teacher;
    model->n_role_positions = 1;
    model->roles[role].n_positions = 1;
    builder_group(model, "H");
    int open = builder_role(model, "member", 1, 1, false);
    builder_pin(model, never, PIN_NEVER, role);
    cr_expect_eq(points(model, away, role), -1);
    cr_expect_eq(points(model, away, open), -1);
    cr_expect_eq(points(model, elsewhere, role), -1);
    cr_expect_eq(points(model, elsewhere, open), 0);
    cr_expect_eq(points(model, low, role), -1);
    cr_expect_eq(points(model, never, role), -1);
    cr_expect_eq(points(model, aide, role), -1);
    cr_expect_eq(points(model, fits, role), 0);
}

Test(score, greatest_weights_do_not_overflow)
{
    Model *model = builder_model(arena, 200);
    builder_person(model, "a");
    builder_group(model, "G");
    builder_role(model, "member", 1, 1, false);
    for (int skill = 0; skill < 200; skill++) {
        builder_level(model, 0, skill, 5, 5);
        model->interest_asked[skill] = true;
        builder_target(model, skill, 5, 10);
    }
    model->settings.weight_fit = model->settings.weight_interest = 1000;
    model->settings.weight_growth = model->settings.weight_continuity = 1000;
    cr_expect_eq(points(model, 0, 0), 666); /* fit and interest 1, growth 0 */
}

Test(score, unknown_kernel_is_an_error)
{
    Model *model = two_needs();
    ScoreTable scores;
    setenv("CADRE_KERNEL", "abacus", 1);
    cr_expect_eq(score_run(&scores, model, 1, arena, &err), CADRE_INPUT);
    setenv("CADRE_KERNEL", "baseline", 1);
    cr_expect_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
    unsetenv("CADRE_KERNEL");
}

Test(score, same_for_any_number_of_threads)
{
    Model *model = small_school(arena, 60, 12, 9);
    ScoreTable one, four;
    cr_assert_eq(score_run(&one, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(score_run(&four, model, 4, arena, &err), CADRE_OK);
    cr_assert_eq(one.n_pairs, four.n_pairs);
    cr_expect_eq(memcmp(one.role, four.role, (size_t)one.n_pairs * sizeof *one.role), 0);
    cr_expect_eq(memcmp(one.points, four.points, (size_t)one.n_pairs * sizeof *one.points), 0);
}
