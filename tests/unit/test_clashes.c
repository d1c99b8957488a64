#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "solve/clashes.h"
#include "unit/brute_force.h"
#include "unit/model_builder.h"
#include "unit/rule_judge.h"
#include "unit/tiny_school.h"

enum { SCHOOLS = 12000 };

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(clashes, .init = open_arena, .fini = close_arena, .timeout = 600);

typedef struct Found {
    const Model *model;
    ScoreTable scores;
    Program program;
    RuleRows rows;
    Clashes clashes;
} Found;

static bool pins_open(const Program *program)
{
    for (int i = 0; i < program->first_must[program->model->n_staff]; i++) {
        const Pin *pin = &program->model->pins[program->musts[i]];
        bool open = false;
        for (int k = 0; k < pin->n_roles; k++)
            open |= score_find(program->scores, pin->person, program->model->pin_roles[pin->first_role + k]) >= 0;
        if (!open) return false;
    }
    return true;
}

/* NULL where nothing clashes, or a must pin is barred, which is found before. */
static Found *clashes_of(const Model *model)
{
    static const EngineLimits limits = {.nodes = 100000, .iterations = 100000, .gap = 1, .enough = INT64_MAX};
    Found *found = ARENA_NEW(arena, Found);
    bool *asked = ARENA_ARRAY(arena, bool, model->n_staff);
    found->model = model;
    memset(asked, true, (size_t)model->n_staff);
    cr_assert_eq(score_run(&found->scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&found->program, model, &found->scores, arena, messages_create(arena), &err), CADRE_OK);
    if (!pins_open(&found->program) || brute_optimum(model, &found->scores, arena).feasible) return NULL;
    cr_assert_eq(rule_rows_make(&found->rows, &found->program, asked, NULL, arena, &err), CADRE_OK);
    RuleAsking asking = {.rows = &found->rows, .limits = &limits, .arena = arena, .work_most = INT64_MAX};
    cr_assert_eq(clashes_find(&found->clashes, &asking, &err), CADRE_OK, "%s", err.text);
    if (found->clashes.clashes.n == 1)
        cr_assert_eq(ways_out_price(&found->clashes.clashes.items[0], &found->program, arena, &err), CADRE_OK, "%s", err.text);
    return found;
}

static BruteOptimum optimum_without(const Model *model, Without without)
{
    Model altered;
    ScoreTable scores;
    cr_assert_eq(model_without(&altered, model, &without, arena, &err), CADRE_OK);
    cr_assert_eq(score_run(&scores, &altered, 1, arena, &err), CADRE_OK);
    return brute_optimum(&altered, &scores, arena);
}

static void check_least(const Found *found, const Clash *clash, unsigned seed)
{
    RuleJudge judge = {found->model, &found->scores};
    ConflictRow *rows = ARENA_ARRAY(arena, ConflictRow, clash->n_rows);
    bool *alone = ARENA_ARRAY(arena, bool, clash->n_rows);
    for (int i = 0; i < clash->n_rows; i++) {
        const RuleRow *row = &found->rows.rows.items[clash->rows[i]];
        rows[i] = (ConflictRow){.kind = row->kind, .about = row->about};
        if (row->kind == RULE_SLOTS) rows[i].groups = rule_row_groups(&rows[i].n_groups, &found->rows, row, arena);
    }
    cr_expect(clash->least, "seed %u", seed);
    cr_expect_not(rules_can_hold(&judge, rows, clash->n_rows, alone), "seed %u: they can be kept", seed);
    for (int i = 0; i < clash->n_rows; i++) cr_expect(alone[i], "seed %u: row %d is there in vain", seed, i);
}

/* Raised by one less it is no way out; and it is worth what brute force says. */
static void check_way(const Found *found, const WayOut *way, unsigned seed)
{
    BruteOptimum best = optimum_without(found->model, way->without);
    cr_expect(best.feasible, "seed %u: way %d is none", seed, way->without.kind);
    if (way->priced && way->proved)
        cr_expect_eq(way->value, best.total, "seed %u: way %d is worth %ld, not %ld", seed, way->without.kind, (long)best.total,
                     (long)way->value);
    if (way->without.kind < WITH_ROLE_MAX) return;
    Without less = way->without;
    less.most--;
    cr_expect_not(optimum_without(found->model, less).feasible, "seed %u: a smaller raise would do", seed);
}

/* A pin that is no way out leaves a contradiction. */
static void check_no_way(const Found *found, const Clash *clash, unsigned seed)
{
    for (int i = 0; i < clash->n_rows; i++) {
        const RuleRow *row = &found->rows.rows.items[clash->rows[i]];
        bool named = false;
        for (int k = 0; k < clash->n_ways; k++) named |= clash->ways[k].row == clash->rows[i];
        if (row->kind != RULE_MUST || named) continue;
        Without without = {.kind = WITHOUT_PIN, .which = row->about};
        cr_expect_not(optimum_without(found->model, without).feasible, "seed %u: a pin less would do", seed);
    }
}

static void check_shared(const Found *found, unsigned seed)
{
    bool *seen = ARENA_ARRAY(arena, bool, found->rows.rows.n);
    for (int i = 0; i < found->clashes.clashes.n; i++)
        for (int k = 0; k < found->clashes.clashes.items[i].n_rows; k++) {
            bool *own = &seen[found->clashes.clashes.items[i].rows[k]];
            cr_expect_not(*own, "seed %u: two clashes share a rule", seed);
            *own = true;
        }
}

Test(clashes, equal_brute_force_on_tiny_schools)
{
    int n_found = 0, n_several = 0, n_priced = 0, n_together = 0, n_kinds[WITH_MAX_CHANGES + 1] = {0};
    for (unsigned seed = 0; seed < SCHOOLS; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        Model *model = tiny_school(arena, seed);
        Found *found = model->n_staff <= RULE_JUDGE_STAFF ? clashes_of(model) : NULL;
        if (!found) continue;
        int n = found->clashes.clashes.n;
        n_found++;
        n_several += n > 1;
        cr_assert_gt(n, 0, "seed %u: no clash was found", seed);
        cr_expect_not(found->clashes.more, "seed %u", seed);
        check_shared(found, seed);
        for (int i = 0; i < n; i++) check_least(found, &found->clashes.clashes.items[i], seed);
        const Clash *only = &found->clashes.clashes.items[0];
        n_together += only->n_ways == 0;
        cr_expect(only->n_ways > 0 || only->n_together > 1, "seed %u: nothing would do", seed);
        for (int i = 0; n == 1 && i < only->n_ways; i++) {
            check_way(found, &only->ways[i], seed);
            n_priced += only->ways[i].priced;
            n_kinds[only->ways[i].without.kind]++;
        }
        if (n == 1) check_no_way(found, only, seed);
    }
    cr_log_info("%d contradictions, %d with several clashes, %d with no single way out, %d ways priced", n_found, n_several,
                n_together, n_priced);
    for (int kind = 0; kind <= WITH_MAX_CHANGES; kind++)
        cr_expect(kind == WITHOUT_MEETINGS || n_kinds[kind] > 0, "no way out is of kind %d", kind);
}

/* ana must be in A and in B, which meet at the same time: either pin may go, either group may meet at another time. */
Test(clashes, a_meeting_may_move)
{
    Model *model = builder_model(arena, 0);
    builder_person(model, "ana");
    for (int i = 0; i < 2; i++) {
        builder_group(model, i ? "B" : "A");
        builder_slot(model, 1, 900, 960);
        builder_role(model, "member", 1, 3, false);
    }
    builder_pin(model, 0, PIN_MUST, 0);
    builder_pin(model, 0, PIN_MUST, 1);
    Found *found = clashes_of(model);
    cr_assert(found && found->clashes.clashes.n == 1);
    const Clash *clash = &found->clashes.clashes.items[0];
    int n_meetings = 0;
    for (int i = 0; i < clash->n_ways; i++) {
        n_meetings += clash->ways[i].without.kind == WITHOUT_MEETINGS;
        check_way(found, &clash->ways[i], 0);
    }
    cr_expect_eq(clash->n_ways, 4);
    cr_expect_eq(n_meetings, 2);
    cr_expect_eq(clash->ways[0].without.kind, WITHOUT_MEETINGS, "both seats filled are worth most");
}

/* Each of three must be in the group with room for one: whichever pin goes, two are left. */
Test(clashes, no_single_way_out)
{
    Model *model = builder_model(arena, 0);
    for (int i = 0; i < 3; i++) builder_person(model, (const char *const[]){"ana", "ben", "cal"}[i]);
    builder_group(model, "A");
    builder_role(model, "member", 0, 3, false);
    for (int i = 0; i < 3; i++) {
        builder_pin(model, i, PIN_MUST, 0);
        model->pairs[model->n_pairs++] = (Pair){i, (i + 1) % 3, 0, false, {"pairs.csv", i + 2, 0}};
    }
    Found *found = clashes_of(model);
    cr_assert(found && found->clashes.clashes.n == 1);
    const Clash *clash = &found->clashes.clashes.items[0];
    cr_expect_eq(clash->n_ways, 0);
    cr_expect_gt(clash->n_together, 1);
}

/* Whatever request for memory fails, that is what is said; with enough it is the contradiction. */
Test(clashes, every_allocation_may_fail)
{
    Model *model = builder_model(arena, 0);
    for (int i = 0; i < 2; i++) builder_person(model, i ? "ben" : "ana");
    builder_group(model, "A");
    builder_role(model, "member", 0, 3, false);
    for (int i = 0; i < 2; i++) builder_pin(model, i, PIN_MUST, 0);
    model->pairs[model->n_pairs++] = (Pair){0, 1, 0, false, {"pairs.csv", 2, 0}};
    ScoreTable scores;
    Program program;
    SolveOptions options = {.method = "bundles", .threads = 1, .gap_points = 1};
    cr_assert_eq(score_run(&scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&program, model, &scores, arena, messages_create(arena), &err), CADRE_OK);
    for (long n = 0;; n++) {
        Arena *own = arena_create(NULL);
        SolveOutcome outcome;
        memory_fail_after(n);
        Messages *messages = messages_create(own);
        CadreStatus status = messages ? solve_run(&outcome, &program, &options, own, messages, &err) : CADRE_NO_MEMORY;
        if (messages && status == CADRE_INPUT && messages_flush(messages, &(CadreListener){0}, &err) == CADRE_NO_MEMORY)
            status = CADRE_NO_MEMORY;
        memory_fail_after(-1);
        int errors = messages ? messages_errors(messages) : 0;
        arena_release(own);
        if (status == CADRE_INPUT) {
            cr_expect_eq(errors, 1);
            break;
        }
        cr_assert_eq(status, CADRE_NO_MEMORY, "request %ld: %s", n, err.text);
        cr_assert_lt(n, 100000);
    }
}
