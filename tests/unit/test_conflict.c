#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "explain/conflict_words.h"
#include "solve/solve.h"
#include "unit/model_builder.h"
#include "unit/rule_judge.h"
#include "unit/tiny_school.h"

enum { SCHOOLS = 1500, ROWS_MOST = 512 };

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(conflict, .init = open_arena, .fini = close_arena, .timeout = 600);

typedef struct School {
    const Model *model;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    Shortage *shortages;
    int n_shortages;
    Messages *messages;
    RuleJudge judge;
} School;

/* NULL where its absolute rules contradict each other. */
static School *school_solve(const Model *model)
{
    School *school = ARENA_NEW(arena, School);
    SolveOptions options = {.method = "compact", .threads = 1, .gap_points = 1};
    ObjectiveParts parts;
    bool feasible;
    school->model = model;
    school->judge = (RuleJudge){model, &school->scores};
    school->messages = messages_create(arena);
    cr_assert_eq(score_run(&school->scores, model, 1, arena, &err), CADRE_OK);
    cr_assert_eq(program_make(&school->program, model, &school->scores, arena, school->messages, &err), CADRE_OK);
    if (messages_errors(school->messages)) return NULL;
    if (solve_run(&school->outcome, &school->program, &options, arena, school->messages, &err) != CADRE_OK) return NULL;
    cr_assert_eq(program_evaluate(&parts, &feasible, &school->shortages, &school->n_shortages, &school->program,
                                  &school->outcome.solution, arena, &err),
                 CADRE_OK);
    return school;
}

/* --- all rules of a school --- */

typedef struct Rules {
    ConflictRow rows[ROWS_MOST];
    int n;
} Rules;

static void rule_add(Rules *rules, RuleKind kind, int about)
{
    cr_assert_lt(rules->n, ROWS_MOST);
    rules->rows[rules->n++] = (ConflictRow){.kind = kind, .about = about};
}

static void clash_add(Rules *rules, int person, int group, int other)
{
    rule_add(rules, RULE_SLOTS, person);
    ConflictRow *row = &rules->rows[rules->n - 1];
    row->n_groups = 2;
    row->groups = ARENA_ARRAY(arena, int, 2);
    row->groups[0] = group;
    row->groups[1] = other;
}

static void absolutes_add(Rules *rules, const Model *model)
{
    for (int role = 0; role < model->n_roles; role++) rule_add(rules, RULE_ROLE_MAX, role);
    for (int group = 0; group < model->n_groups; group++) rule_add(rules, RULE_SIZE_MAX, group);
    for (int i = 0; i < model->n_pairs; i++) rule_add(rules, RULE_APART, i);
    for (int i = 0; i < model->n_pins; i++)
        if (model->pins[i].rule == PIN_MUST) rule_add(rules, RULE_MUST, i);
    if (model->has_previous) rule_add(rules, RULE_CHANGES, -1);
    for (int person = 0; person < model->n_staff; person++) {
        for (RuleKind kind = RULE_HOURS; kind <= RULE_MAX_LEADS; kind++) rule_add(rules, kind, person);
        for (int group = 0; group < model->n_groups; group++)
            for (int other = 0; other < group; other++)
                if (model_groups_clash(model, group, other)) clash_add(rules, person, group, other);
    }
}

static void needs_add(Rules *rules, const Model *model)
{
    for (int role = 0; role < model->n_roles; role++) rule_add(rules, RULE_ROLE_MIN, role);
    for (int group = 0; group < model->n_groups; group++) rule_add(rules, RULE_SIZE_MIN, group);
    for (int i = 0; i < model->n_coverages; i++) rule_add(rules, RULE_COVERAGE, i);
    for (int i = 0; i < model->n_mixes; i++) {
        rule_add(rules, RULE_MIX_MIN, i);
        if (model->mixes[i].max != NO_LIMIT) rule_add(rules, RULE_MIX_MAX, i);
    }
}

static ConflictRow need_row(const Shortage *shortage)
{
    switch (shortage->kind) {
    case SHORTAGE_ROLE:
        return (ConflictRow){.kind = RULE_ROLE_MIN, .about = shortage->role};
    case SHORTAGE_SIZE:
        return (ConflictRow){.kind = RULE_SIZE_MIN, .about = shortage->group};
    case SHORTAGE_COVERAGE:
        return (ConflictRow){.kind = RULE_COVERAGE, .about = shortage->source};
    default:
        return (ConflictRow){.kind = shortage->have > shortage->needed ? RULE_MIX_MAX : RULE_MIX_MIN,
                             .about = shortage->source};
    }
}

/* Whether the need can be met while every need that the solution meets stays met, by trying everything. */
static bool can_be_met(const School *school, const Shortage *shortage)
{
    Rules needs = {.n = 0}, rules = {.n = 0};
    unsigned hold[16] = {0};
    for (int i = 0; i < school->outcome.solution.n; i++)
        hold[school->outcome.solution.assignments[i].person] |= 1U << school->outcome.solution.assignments[i].role;
    rules.rows[rules.n++] = need_row(shortage);
    needs_add(&needs, school->model);
    for (int i = 0; i < needs.n; i++)
        if (rule_holds(&school->judge, hold, &needs.rows[i])) rules.rows[rules.n++] = needs.rows[i];
    absolutes_add(&rules, school->model);
    return rules_can_hold(&school->judge, rules.rows, rules.n, NULL);
}

static void check_conflict(const School *school, const NeedConflict *conflict, const Shortage *shortage, unsigned seed)
{
    bool alone[ROWS_MOST] = {false};
    ConflictRow need = need_row(shortage);
    cr_expect(conflict->least, "seed %u", seed);
    cr_expect(conflict->n_rows > 1 && conflict->rows[0].kind == need.kind && conflict->rows[0].about == need.about, "seed %u",
              seed);
    cr_expect_not(rules_can_hold(&school->judge, conflict->rows, conflict->n_rows, alone),
                  "seed %u: the rows can hold together", seed);
    for (int i = 0; i < conflict->n_rows; i++)
        cr_expect(alone[i], "seed %u: row %d of %d, kind %d, is there in vain", seed, i, conflict->n_rows,
                  conflict->rows[i].kind);
}

/* Each set is a conflict as a whole, and none without any one of its rows; a need that can be met is said to be one. */
Test(conflict, equals_brute_force_on_tiny_schools)
{
    int n_answers[NEED_CONFLICT + 1] = {0}, n_kinds[RULE_COUNT] = {0};
    for (unsigned seed = 0; seed < SCHOOLS; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        Model *model = tiny_school(arena, seed);
        School *school = model->n_staff <= RULE_JUDGE_STAFF ? school_solve(model) : NULL;
        for (int i = 0; school && i < school->n_shortages; i++) {
            const Shortage *shortage = &school->shortages[i];
            NeedConflict conflict;
            cr_assert_eq(need_conflict_find(&conflict, &school->program, &school->outcome.solution, shortage, arena, &err),
                         CADRE_OK, "seed %u: %s", seed, err.text);
            n_answers[conflict.answer]++;
            cr_expect_eq(conflict.answer == NEED_CAN_BE_MET, can_be_met(school, shortage), "seed %u: answer %d", seed,
                         conflict.answer);
            ConflictRow need = need_row(shortage);
            if (conflict.answer == NEED_TOO_FEW)
                cr_expect_not(rules_can_hold(&school->judge, &need, 1, NULL), "seed %u: enough people may count", seed);
            if (conflict.answer == NEED_CONFLICT) check_conflict(school, &conflict, shortage, seed);
            for (int k = 0; k < conflict.n_rows; k++) n_kinds[conflict.rows[k].kind]++;
        }
    }
    cr_expect_eq(n_answers[NEED_NOT_KNOWN], 0);
    cr_log_info("too few %d, can be met %d, conflicts %d", n_answers[NEED_TOO_FEW], n_answers[NEED_CAN_BE_MET],
                n_answers[NEED_CONFLICT]);
    for (int kind = 0; kind < RULE_ONE_ROLE; kind++) cr_expect_gt(n_kinds[kind], 0, "no conflict has a row of kind %d", kind);
}

/* Whatever request for memory fails, that is what is said. */
Test(conflict, every_allocation_may_fail)
{
    School *school = NULL;
    for (unsigned seed = 0; !school || school->n_shortages == 0; seed++) school = school_solve(tiny_school(arena, seed));
    for (int i = 0; i < school->n_shortages; i++)
        for (long n = 0;; n++) {
            NeedConflict conflict;
            const char *words;
            Labels labels;
            Arena *own = arena_create(NULL);
            memory_fail_after(n);
            CadreStatus status =
                need_conflict_find(&conflict, &school->program, &school->outcome.solution, &school->shortages[i], own, &err);
            if (status == CADRE_OK) status = labels_make(&labels, school->model, own, &err);
            if (status == CADRE_OK) status = conflict_words(&words, &labels, &school->shortages[i], &conflict, true, own, &err);
            memory_fail_after(-1);
            arena_release(own);
            if (status == CADRE_OK) break;
            cr_assert_eq(status, CADRE_NO_MEMORY, "request %ld: %s", n, err.text);
            cr_assert_lt(n, 100000);
        }
}
