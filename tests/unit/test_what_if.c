/* Alterations change what they say and nothing else; answers to questions are those of trying everything on the altered model.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "brute_force.h"
#include "model_builder.h"
#include "solve/what_if.h"
#include "tiny_school.h"

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }
TestSuite(what_if, .init = open_arena, .fini = close_arena, .timeout = 600);

/* --- alterations --- */

enum { ANA, BO };
enum { LEAD, MEMBER };

static Model *school(void)
{
    Model *model = builder_model(arena, 2);
    builder_person(model, "ana");
    builder_level(model, ANA, 0, 4, 5);
    builder_attribute(model, "position", "Teacher");
    builder_person(model, "bo");
    builder_level(model, BO, 0, 2, LEVEL_NONE);
    builder_attribute(model, "position", "Aide");
    builder_group(model, "Data Team");
    builder_role(model, "lead", 1, 1, true);
    builder_target(model, 0, 4, 1);
    builder_bar(model, 0, 3);
    builder_role(model, "member", 0, 3, false);
    builder_target(model, 0, 4, 1);
    builder_pin(model, BO, PIN_NEVER, MEMBER);
    return model;
}

static Model alter(const Model *model, Alteration alteration)
{
    Model out;
    cr_assert_eq(model_alter(&out, model, &alteration, 1, arena, &err), CADRE_OK);
    return out;
}

Test(what_if, alterations_leave_the_model_as_it_was)
{
    Model *model = school();
    Model taught = alter(model, alteration_to(ALTER_LEVEL, BO, -1, 0, 3));
    cr_expect_eq(model_level(&taught, BO, 0), 3);
    cr_expect_eq(model_level(model, BO, 0), 2);
    Model rested = alter(model, alteration_to(ALTER_HOURS, ANA, -1, -1, 700));
    cr_expect_eq(rested.staff[ANA].hours, 700);
    cr_expect_eq(model->staff[ANA].hours, 400);
    Model less = alter(model, alteration_to(ALTER_ROLE_MIN, -1, LEAD, -1, 0));
    cr_expect_eq(less.roles[LEAD].min, 0);
    cr_expect_eq(model->roles[LEAD].min, 1);
}

Test(what_if, pins_come_and_go)
{
    Model *model = school();
    Model must = alter(model, alteration_of(ALTER_MUST, ANA, 0, LEAD));
    cr_assert_eq(must.n_pins, model->n_pins + 1);
    cr_expect_eq(must.pins[must.n_pins - 1].rule, PIN_MUST);
    cr_expect_eq(must.pins[must.n_pins - 1].n_roles, 1);
    Model never = alter(model, alteration_of(ALTER_NEVER, ANA, 0, -1));
    cr_expect_eq(never.pins[never.n_pins - 1].n_roles, 2);
    Model free = alter(model, alteration_of(ALTER_UNPIN, BO, -1, MEMBER));
    cr_expect_eq(free.pins[0].n_roles, 0);
    cr_expect_eq(model->pins[0].n_roles, 1);
}

Test(what_if, someone_from_outside_is_of_this_group_only)
{
    Model *model = school();
    builder_group(model, "Other");
    builder_role(model, "member", 1, 1, false);
    Alteration outside = alteration_of(ALTER_OUTSIDE, -1, 0, LEAD);
    outside.skill = 1;
    outside.value = 5;
    Model with = alter(model, outside);
    cr_assert_eq(with.n_staff, 3);
    cr_expect_eq(model->n_staff, 2);
    cr_expect_eq(model_level(&with, 2, 0), 3, "what the role requires");
    cr_expect_eq(model_level(&with, 2, 1), 5);
    ScoreTable scores;
    cr_assert_eq(score_run(&scores, &with, 1, arena, &err), CADRE_OK);
    cr_expect_geq(score_find(&scores, 2, LEAD), 0);
    cr_expect_lt(score_find(&scores, 2, 2), 0);
}

/* --- answers --- */

static unsigned next_draw;
static int draw(int n)
{
    next_draw = next_draw * 1103515245u + 12345u;
    return (int)((next_draw >> 16) % (unsigned)n);
}

static Alteration draw_person_change(const Model *model)
{
    int person = draw(model->n_staff), role = draw(model->n_roles), group = model->roles[role].group;
    switch (draw(7)) {
    case 0:
        return alteration_of(ALTER_MUST, person, group, role);
    case 1:
        return alteration_of(ALTER_NEVER, person, group, -1);
    case 2:
        return alteration_to(ALTER_LEVEL, person, -1, draw(model->n_skills), draw(6));
    case 3:
        return alteration_to(ALTER_HOURS, person, -1, -1, 100 * draw(6));
    case 4:
        return alteration_to(ALTER_MAX_GROUPS, person, -1, -1, 1 + draw(2));
    case 5:
        return alteration_to(ALTER_MAX_LEADS, person, -1, -1, draw(3));
    default:
        return alteration_of(ALTER_UNPIN, person, -1, role);
    }
}

static Alteration draw_need_change(const Model *model)
{
    Alteration change = alteration_of(ALTER_MEETS, -1, draw(model->n_groups), -1);
    switch (draw(5)) {
    case 0:
        change = alteration_of(ALTER_ROLE_MIN, -1, -1, draw(model->n_roles));
        change.group = model->roles[change.role].group;
        change.value = draw(2);
        break;
    case 1:
        change.kind = ALTER_MIN_SIZE;
        change.value = draw(3);
        break;
    case 2:
        change.source = model->n_coverages ? draw(model->n_coverages) : -1;
        if (change.source >= 0) change.kind = ALTER_PEOPLE;
        if (change.source >= 0) change.value = draw(2);
        break;
    case 3:
        change.source = model->n_mixes ? draw(model->n_mixes) : -1;
        if (change.source < 0) break;
        change.kind = draw(2) ? ALTER_MIX_MIN : ALTER_MIX_MAX; /* a min is lowered, a max raised: they never cross */
        change.value = change.kind == ALTER_MIX_MIN ? 0 : model->mixes[change.source].min + draw(2);
        break;
    default:
        break;
    }
    return change;
}

static BruteOptimum brute(const Model *model)
{
    ScoreTable scores;
    cr_assert_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
    return brute_optimum(model, &scores, arena);
}

static void check_answer(const WhatIf *what_if, const WhatIfQuestion *question, const WhatIfAnswer *answer, unsigned seed)
{
    Model altered;
    cr_assert_eq(model_alter(&altered, &what_if->part.model, question->alterations, question->n, arena, &err), CADRE_OK);
    BruteOptimum best = brute(&altered);
    cr_assert(answer->asked);
    cr_assert_eq(answer->possible, best.feasible, "seed %u", seed);
    if (!best.feasible) return;
    cr_assert_eq(answer->value, best.total, "seed %u: %lld instead of %lld", seed, (long long)answer->value,
                 (long long)best.total);
    cr_assert(answer->exact);
}

static int new_assignments(const WhatIf *what_if, const WhatIfAnswer *answer)
{
    int n = 0;
    for (int i = 0; i < answer->solution.n; i++) {
        bool there = false;
        for (int k = 0; k < what_if->base.n; k++)
            there = there || (what_if->base.assignments[k].person == answer->solution.assignments[i].person &&
                              what_if->base.assignments[k].role == answer->solution.assignments[i].role);
        n += !there;
    }
    return n;
}

/* Each question is put twice: the second answer has the same value and no more new assignments. */
static void ask_all(const WhatIf *what_if, unsigned seed)
{
    enum { QUESTIONS = 6 };
    WhatIfQuestion questions[2 * QUESTIONS];
    WhatIfAnswer answers[2 * QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
        questions[i] = (WhatIfQuestion){.n = 1 + draw(2)};
        for (int k = 0; k < questions[i].n; k++)
            questions[i].alterations[k] =
                draw(3) ? draw_person_change(&what_if->part.model) : draw_need_change(&what_if->part.model);
        questions[QUESTIONS + i] = questions[i];
        questions[QUESTIONS + i].moves = true;
    }
    cr_assert_eq(what_if_ask(answers, what_if, questions, 2 * QUESTIONS, arena, &err), CADRE_OK, "seed %u: %s", seed, err.text);
    for (int i = 0; i < 2 * QUESTIONS; i++) check_answer(what_if, &questions[i], &answers[i], seed);
    for (int i = 0; i < QUESTIONS; i++)
        if (answers[i].possible)
            cr_assert_leq(new_assignments(what_if, &answers[QUESTIONS + i]), new_assignments(what_if, &answers[i]), "seed %u",
                          seed);
}

Test(what_if, answers_equal_brute_force)
{
    int n_asked = 0;
    for (unsigned seed = 0; seed < 400; seed++) {
        Arena *outer = arena;
        arena = arena_create(NULL);
        Model *model = tiny_school(arena, seed);
        Messages *messages = messages_create(arena);
        ScoreTable scores;
        Program program;
        SolveOutcome outcome;
        WhatIf what_if;
        SolveOptions options = {.method = "bundles", .threads = 1, .gap_points = 1};
        WhatIfOptions asking = {.threads = 1 + (int)(seed % 2), .work = 4000000};
        next_draw = seed;
        cr_assert_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
        cr_assert_eq(program_make(&program, model, &scores, arena, messages, &err), CADRE_OK);
        if (messages_errors(messages) == 0 && solve_run(&outcome, &program, &options, arena, messages, &err) == CADRE_OK) {
            int person = draw(model->n_staff);
            cr_assert_eq(
                what_if_open(&what_if, &program, &outcome.solution, true, person, draw(model->n_groups), &asking, arena, &err),
                CADRE_OK, "seed %u: %s", seed, err.text);
            ask_all(&what_if, seed);
            n_asked++;
        }
        arena_release(arena);
        arena = outer;
    }
    cr_expect_gt(n_asked, 300);
}
