#include <criterion/criterion.h>
#include <string.h>

#include "explain/conflict_words.h"
#include "solve/solve.h"
#include "unit/model_builder.h"

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(conflict_words, .init = open_arena, .fini = close_arena, .timeout = 60);

/* What is said of the first shortage of the best plan. */
static const char *words_of(const Model *model)
{
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    ObjectiveParts parts;
    Shortage *shortages;
    NeedConflict conflict;
    bool feasible;
    int n;
    const char *words;
    Labels labels;
    SolveOptions options = {.method = "bundles", .threads = 1, .gap_points = 1};
    Messages *messages = messages_create(arena);
    cr_assert_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&program, model, &scores, arena, messages, &err), CADRE_OK);
    cr_assert_eq(solve_run(&outcome, &program, &options, arena, messages, &err), CADRE_OK);
    cr_assert_eq(program_evaluate(&parts, &feasible, &shortages, &n, &program, &outcome.solution, arena, &err), CADRE_OK);
    cr_assert_gt(n, 0);
    cr_assert_eq(need_conflict_find(&conflict, &program, &outcome.solution, shortages, arena, &err), CADRE_OK);
    cr_assert_eq(labels_make(&labels, model, arena, &err), CADRE_OK);
    cr_assert_eq(conflict_words(&words, &labels, shortages, &conflict, true, arena, &err), CADRE_OK);
    return words;
}

static void expect_words(const char *words, const char *expected) { cr_expect_str_eq(words, expected, "it says: %s", words); }

static Model *three_people(void)
{
    Model *model = builder_model(arena, 1);
    for (int i = 0; i < 3; i++) {
        builder_person(model, (const char *const[]){"Ana", "Ben", "Cal"}[i]);
        builder_level(model, i, 0, i == 2 ? 2 : 4, 3);
    }
    return model;
}

static void coverage_add(Model *model, int people)
{
    model->coverages[model->n_coverages++] =
        (Coverage){.group = 0, .role = -1, .skill = 0, .level = 4, .people = people, .origin = {"needs.csv", 2, 0}};
}

Test(conflict_words, too_few_have_the_level)
{
    Model *model = three_people();
    builder_group(model, "Data");
    builder_role(model, "member", 0, 3, false);
    coverage_add(model, 3);
    expect_words(words_of(model), "Only 2 people have s0 at level 4 or above, and it wants 3.");
}

Test(conflict_words, who_has_the_level_may_not_serve)
{
    Model *model = three_people();
    builder_group(model, "Data");
    builder_role(model, "member", 0, 3, false);
    builder_pin(model, 1, PIN_NEVER, 0);
    coverage_add(model, 2);
    expect_words(words_of(model),
                 "2 have s0 at level 4 or above; it wants 2, but only 1 may serve there; 1 never may (pins.csv:2).");
}

Test(conflict_words, a_rule_that_names_every_row)
{
    Model *model = three_people();
    builder_group(model, "Data");
    builder_role(model, "member", 0, 3, false);
    model->pairs[model->n_pairs++] = (Pair){0, 1, 0, false, {"pairs.csv", 2, 0}};
    coverage_add(model, 2);
    expect_words(words_of(model), "It cannot be met (needs.csv:2) while all of these hold, so one of them has to give: Ana and "
                                  "Ben not both in Data (pairs.csv:2).");
}

/* Two groups at one time want the two who have the level: at least 2 in each, one person cannot be in both. */
Test(conflict_words, limits_of_many_people_are_told_as_one)
{
    Model *model = three_people();
    for (int i = 0; i < 3; i++) model->staff[i].max_groups = 1;
    for (int i = 0; i < 2; i++) {
        builder_group(model, i ? "Music" : "Data");
        model->groups[i].weight = 1 + i;
        builder_role(model, "member", 2, 3, false);
    }
    expect_words(words_of(model),
                 "It cannot be met (roles.csv:2) while all of these hold, so one of them has to give: at least 2 as member in "
                 "Music (roles.csv:3); Ana, Ben and Cal serve in no more groups than their limits (people.csv:2, people.csv:3, "
                 "people.csv:4).");
}

Test(conflict_words, points_go_before_a_need)
{
    Model *model = three_people();
    builder_group(model, "Data");
    builder_role(model, "member", 3, 3, false);
    model->settings.short_role = 0;
    model->settings.everyone = 0;
    model->settings.extra_load = 100;
    builder_group(model, "Music");
    builder_role(model, "member", 3, 3, false);
    builder_target(model, 0, 5, 1);
    expect_words(
        words_of(model),
        "It could be met with every need that is met in full now still so, but others that are short would be shorter, "
        "or the whole would be worth less.");
}
