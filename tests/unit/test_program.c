#include <criterion/criterion.h>
#include <string.h>

#include "program/program.h"
#include "unit/brute_force.h"
#include "unit/model_builder.h"
#include "unit/tiny_school.h"

static Arena *arena;
static CadreError err;
static Messages *messages;

static void open_arena(void)
{
    arena = arena_create(NULL);
    messages = messages_create(arena);
}
static void close_arena(void) { arena_release(arena); }

TestSuite(program, .init = open_arena, .fini = close_arena);

static Program *make(const Model *model)
{
    ScoreTable *scores = ARENA_NEW(arena, ScoreTable);
    Program *program = ARENA_NEW(arena, Program);
    cr_assert_eq(score_run(scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(program, model, scores, arena, messages, &err), CADRE_OK);
    return program;
}

static char texts[4096];

static void note(void *data, const CadreMessage *message)
{
    (void)data;
    size_t used = strlen(texts);
    snprintf(texts + used, sizeof texts - used, "%s:%d: %s\n", message->file, message->line, message->text);
}

static const char *all_messages(void)
{
    texts[0] = '\0';
    messages_flush(messages, &(CadreListener){.message = note}, &err);
    return texts;
}

Test(program, evaluates_like_brute_force)
{
    for (unsigned seed = 1000; seed < 1200; seed++) {
        Model *model = tiny_school(arena, seed);
        Program *program = make(model);
        uint64_t draw = seed;
        for (int trial = 0; trial < 30; trial++) {
            unsigned hold[16] = {0};
            Assignment assignments[64];
            Solution solution = {assignments, 0};
            for (int64_t pair = 0; pair < program->n_pairs; pair++) {
                draw = draw * UINT64_C(6364136223846793005) + 1;
                if ((draw >> 40) % 3 != 0) continue;
                hold[program->pair_person[pair]] |= 1U << program->pair_role[pair];
                assignments[solution.n++] = (Assignment){program->pair_person[pair], program->pair_role[pair]};
            }
            ObjectiveParts parts;
            bool feasible;
            cr_assert_eq(program_evaluate(&parts, &feasible, NULL, NULL, program, &solution, arena, &err), CADRE_OK);
            BruteValue value = brute_value(model, program->scores, hold);
            cr_assert_eq(feasible, value.feasible, "seed %u trial %d", seed, trial);
            if (feasible) cr_assert_eq(memcmp(&parts, &value.parts, sizeof parts), 0, "seed %u trial %d", seed, trial);
        }
    }
}

/* Two people, two groups; the first may lead one of them. */
static Model *two_groups(void)
{
    Model *model = builder_model(arena, 1);
    builder_person(model, "ana");
    builder_person(model, "ben");
    builder_group(model, "A");
    builder_role(model, "lead", 1, 1, true);
    builder_role(model, "member", 1, 2, false);
    builder_group(model, "B");
    builder_role(model, "lead", 1, 1, true);
    return model;
}

Test(program, names_shortages_in_order)
{
    Model *model = two_groups();
    model->groups[0].min_size = 4;
    model->groups[0].weight = 2;
    model->coverages[model->n_coverages++] = (Coverage){.group = 1, .role = -1, .skill = 0, .level = 3, .people = 2};
    Program *program = make(model);
    Assignment one = {0, 0};
    Shortage *shortages;
    int n;
    ObjectiveParts parts;
    bool feasible;
    cr_assert_eq(program_evaluate(&parts, &feasible, &shortages, &n, program, &(Solution){&one, 1}, arena, &err), CADRE_OK);
    cr_assert(feasible);
    cr_assert_eq(n, 4);
    cr_expect(shortages[0].kind == SHORTAGE_ROLE && shortages[0].role == 1 && shortages[0].cost == 40000);
    cr_expect(shortages[1].kind == SHORTAGE_ROLE && shortages[1].role == 2 && shortages[1].cost == 20000);
    cr_expect(shortages[2].kind == SHORTAGE_SIZE && shortages[2].needed == 3 && shortages[2].have == 1);
    cr_expect_eq(shortages[2].cost, 80000); /* one of four is there, one more is an empty seat already */
    cr_expect(shortages[3].kind == SHORTAGE_COVERAGE && shortages[3].needed == 2 && shortages[3].cost == 4000);
    cr_expect_eq(parts.shortages, 144000);
    cr_expect_eq(parts.everyone, 200);
}

Test(program, barred_must_pin_names_both_rows)
{
    Model *model = two_groups();
    builder_pin(model, 0, PIN_MUST, 2);
    builder_pin(model, 0, PIN_NEVER, 2);
    make(model);
    cr_expect_eq(messages_errors(messages), 1);
    cr_expect_not_null(strstr(all_messages(), "pins.csv:2: \"ana\" must be \"lead\" of \"B\" but never may (pins.csv:3)"), "%s",
                       texts);
}

Test(program, must_pins_of_one_person_that_clash)
{
    Model *model = two_groups();
    builder_pin(model, 0, PIN_MUST, 0);
    builder_pin(model, 1, PIN_MUST, 1);
    builder_pin(model, 0, PIN_MUST, 2);
    make(model);
    cr_expect_eq(messages_errors(messages), 1);
    cr_expect_not_null(strstr(all_messages(),
                              "pins.csv:2: the must pins of \"ana\" (pins.csv:2, pins.csv:4) ask for more leading "
                              "roles than the person's max_leads (people.csv:2"),
                       "%s", texts);
}

Test(program, more_must_pins_than_seats)
{
    Model *model = two_groups();
    builder_pin(model, 0, PIN_MUST, 2);
    builder_pin(model, 1, PIN_MUST, 2);
    make(model);
    cr_expect_not_null(strstr(all_messages(), "pins.csv:2: 2 people must be in \"lead\" of \"B\" (pins.csv:2, pins.csv:3); "
                                              "expected at most 1 (roles.csv:4)"),
                       "%s", texts);
}

Test(program, together_is_void_where_one_cannot_join)
{
    Model *model = two_groups();
    builder_pin(model, 1, PIN_NEVER, 2);
    model->pairs[model->n_pairs++] = (Pair){0, 1, 1, true, {"pairs.csv", 2, 0}};
    Program *program = make(model);
    cr_expect_eq(messages_errors(messages), 0);
    cr_expect_eq(messages_count(messages), 1);
    Assignment one = {0, 2};
    ObjectiveParts parts;
    bool feasible;
    cr_assert_eq(program_evaluate(&parts, &feasible, NULL, NULL, program, &(Solution){&one, 1}, arena, &err), CADRE_OK);
    cr_expect(feasible);
}

Test(program, order_hangs_on_names_and_seed_alone)
{
    Model *model = small_school(arena, 12, 3, 4);
    Program *first = make(model);
    model->settings.seed = 2;
    Program *second = make(model);
    cr_assert_eq(first->n_people, second->n_people);
    cr_expect_neq(memcmp(first->person, second->person, (size_t)first->n_people * sizeof(int)), 0);
    Program *again = make(model);
    cr_expect_eq(memcmp(again->person, second->person, (size_t)first->n_people * sizeof(int)), 0);
}
