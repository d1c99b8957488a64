#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "base/memory.h"
#include "scratch.h"
#include "solve/solve.h"
#include "unit/brute_force.h"
#include "unit/model_builder.h"
#include "unit/tiny_school.h"

enum { TINY_SEEDS = 2000 };

static Arena *arena;
static CadreError err;

static void open_arena(void) { arena = arena_create(NULL); }
static void close_arena(void) { arena_release(arena); }

TestSuite(solve, .init = open_arena, .fini = close_arena, .timeout = 600);

typedef struct Solved {
    CadreStatus status;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    Messages *messages;
} Solved;

static Solved solve(const Model *model, const SolveOptions *options)
{
    Solved solved = {.messages = messages_create(arena)};
    cr_assert_eq(score_run(&solved.scores, model, 1, arena, &err), CADRE_OK);
    Program *program = ARENA_NEW(arena, Program);
    ScoreTable *scores = ARENA_NEW(arena, ScoreTable);
    *scores = solved.scores;
    cr_assert_eq(program_make(program, model, scores, arena, solved.messages, &err), CADRE_OK);
    solved.program = *program;
    solved.status = messages_errors(solved.messages)
                        ? CADRE_INPUT
                        : solve_run(&solved.outcome, program, options, arena, solved.messages, &err);
    return solved;
}

static const SolveOptions plain = {.method = "compact", .threads = 1, .gap_points = 1};

static bool has_absolutes(const Model *model) { return model->n_pins > 0; }

Test(solve, equals_brute_force_on_tiny_schools)
{
    int n_infeasible = 0, n_floor = 0;
    for (unsigned seed = 0; seed < TINY_SEEDS; seed++) {
        arena_release(arena);
        arena = arena_create(NULL);
        Model *model = tiny_school(arena, seed);
        Solved solved = solve(model, &plain);
        BruteOptimum best = brute_optimum(model, &solved.scores, arena);
        if (!best.feasible) {
            n_infeasible++;
            cr_expect(has_absolutes(model) && solved.status == CADRE_INPUT, "seed %u: a conflict is an error", seed);
            cr_expect(messages_errors(solved.messages) > 0, "seed %u: the conflict is named", seed);
            continue;
        }
        cr_assert_eq(solved.status, CADRE_OK, "seed %u: %s", seed, err.text);
        const SolveOutcome *outcome = &solved.outcome;
        unsigned hold[16] = {0};
        for (int i = 0; i < outcome->solution.n; i++)
            hold[outcome->solution.assignments[i].person] |= 1U << outcome->solution.assignments[i].role;
        BruteValue value = brute_value(model, &solved.scores, hold);
        cr_expect(value.feasible, "seed %u: keeps the absolute rules", seed);
        cr_expect_eq(memcmp(&value.parts, &outcome->parts, sizeof value.parts), 0, "seed %u: parts", seed);
        cr_expect_eq(value.total, best.total, "seed %u: total %ld, best %ld", seed, (long)value.total, (long)best.total);
        cr_expect(outcome->proved && outcome->bound == best.total, "seed %u: bound %ld, best %ld", seed, (long)outcome->bound,
                  (long)best.total);
        cr_expect_eq(outcome->changes, model->has_previous ? best.changes : -1, "seed %u: changes", seed);
        cr_expect_eq(outcome->floor, best.floor, "seed %u: floor %ld, best %d", seed, (long)outcome->floor, best.floor);
        n_floor += best.floor > 0;
    }
    cr_expect_gt(n_infeasible, TINY_SEEDS / 40);
    cr_expect_gt(n_floor, TINY_SEEDS / 10);
}

Test(solve, same_result_for_the_same_model)
{
    Model *model = small_school(arena, 20, 6, 3);
    Solved first = solve(model, &plain), second = solve(model, &plain);
    cr_assert_eq(first.status, CADRE_OK);
    cr_assert_eq(first.outcome.solution.n, second.outcome.solution.n);
    cr_expect_arr_eq(first.outcome.solution.assignments, second.outcome.solution.assignments,
                     (size_t)first.outcome.solution.n * sizeof(Assignment));
}

Test(solve, honest_gap_when_cut_short)
{
    Model *model = small_school(arena, 60, 20, 7);
    SolveOptions options = plain;
    options.time_limit_s = 0.05;
    Solved solved = solve(model, &options);
    cr_assert_eq(solved.status, CADRE_OK);
    cr_expect_geq(solved.outcome.bound, objective_value(solved.outcome.parts));
    cr_expect(solved.outcome.limits.time);
    cr_expect(!solved.outcome.proved || solved.outcome.bound == objective_value(solved.outcome.parts));
}

Test(solve, gap_in_points_is_enough)
{
    Model *model = small_school(arena, 40, 10, 5);
    SolveOptions options = plain;
    options.gap_points = 3000;
    Solved loose = solve(model, &options), exact = solve(model, &plain);
    cr_assert_eq(loose.status, CADRE_OK);
    cr_expect(loose.outcome.proved);
    cr_expect_lt(loose.outcome.bound - objective_value(loose.outcome.parts), 3000);
    cr_expect_geq(loose.outcome.bound, objective_value(exact.outcome.parts));
}

/* What is found and proved where a cap is met: a true bound, no proof, and the limit told. */
static void check_cap(SolveCaps caps, bool (*told)(const SolveLimits *limits), int n_groups)
{
    int n_met = 0;
    for (unsigned seed = 1; seed <= 20; seed++) {
        Model *model = small_school(arena, 40, n_groups, seed);
        SolveOptions options = {.method = "bundles", .threads = 1, .gap_points = 1};
        Solved whole = solve(model, &options);
        cr_assert(whole.outcome.proved);
        caps.coefficients = 1;
        options.caps = caps;
        Solved cut = solve(model, &options);
        cr_assert_eq(cut.status, CADRE_OK);
        int64_t optimum = objective_value(whole.outcome.parts), value = objective_value(cut.outcome.parts);
        cr_assert(value <= optimum && cut.outcome.bound >= optimum, "seed %u", seed);
        cr_assert(!cut.outcome.proved || (value == optimum && cut.outcome.bound == optimum), "seed %u", seed);
        if (cut.outcome.proved) continue;
        cr_assert(told(&cut.outcome.limits), "seed %u", seed);
        n_met++;
    }
    cr_assert(n_met > 0, "the cap was never met");
}

static bool rounds_told(const SolveLimits *limits) { return limits->rounds; }
static bool nodes_told(const SolveLimits *limits) { return limits->nodes; }
static bool memory_told(const SolveLimits *limits) { return limits->memory; }

Test(solve, cap_on_rounds) { check_cap((SolveCaps){.rounds = 1}, rounds_told, 12); }
Test(solve, cap_on_pricing) { check_cap((SolveCaps){.search_nodes = 1}, rounds_told, 12); }
Test(solve, cap_on_bundles) { check_cap((SolveCaps){.bundles = 1}, memory_told, 16); }
Test(solve, cap_on_nodes) { check_cap((SolveCaps){.work = 1}, nodes_told, 18); }

Test(solve, unknown_method_is_refused)
{
    const char *names;
    cr_expect(solve_method_known("compact", &names));
    cr_expect(!solve_method_known("abacus", &names));
}

/* glpsol's own objective of the written model. */
static double glpsol_objective(const char *path, const char *log)
{
    char command[256], line[256];
    double objective = 0;
    snprintf(command, sizeof command, "glpsol --lp %s -o %s > /dev/null", path, log);
    FILE *pipe = popen(command, "r");
    cr_assert(pipe && pclose(pipe) == 0);
    FILE *report = fopen(log, "r");
    while (report && fgets(line, sizeof line, report))
        if (sscanf(line, "Objective: objective = %lf", &objective) == 1) break;
    cr_assert_not_null(report);
    fclose(report);
    return objective;
}

Test(solve, written_model_has_the_same_optimum)
{
    if (access("/usr/bin/glpsol", X_OK) != 0) cr_skip("glpsol is not installed");
    char folder[SCRATCH_SIZE], path[SCRATCH_SIZE + 16], log[SCRATCH_SIZE + 16];
    cr_assert(scratch_folder(folder, "model"));
    snprintf(path, sizeof path, "%s/model.lp", folder);
    snprintf(log, sizeof log, "%s/log", folder);
    SolveOptions options = plain;
    options.write_model = path;
    Model *model = small_school(arena, 14, 4, 11);
    Solved solved = solve(model, &options);
    cr_assert_eq(solved.status, CADRE_OK);
    cr_expect_eq((int64_t)glpsol_objective(path, log), objective_value(solved.outcome.parts));
    unlink(path);
    unlink(log);
    rmdir(folder);
}

Test(solve, model_in_no_folder_is_an_error)
{
    SolveOptions options = plain;
    options.write_model = "/nonexistent/model.lp";
    Solved solved = solve(small_school(arena, 10, 3, 1), &options);
    cr_expect_eq(solved.status, CADRE_IO);
    cr_expect_not_null(strstr(err.text, "/nonexistent/model.lp"), "%s", err.text);
}

static const char *content(const char *path)
{
    char *bytes;
    size_t size;
    cr_assert_eq(file_read(&bytes, &size, path, arena, &err), CADRE_OK, "%s", err.text);
    return bytes;
}

Test(solve, a_model_that_is_there_survives_any_fault)
{
    char folder[SCRATCH_SIZE], path[SCRATCH_SIZE + 16];
    cr_assert(scratch_folder(folder, "model"));
    snprintf(path, sizeof path, "%s/model.lp", folder);
    cr_assert_eq(file_write(path, "earlier\n", 8, &err), CADRE_OK, "%s", err.text);
    SolveOptions options = plain;
    options.write_model = path;
    const Model *model = small_school(arena, 6, 2, 1);
    int n_faults = 0;
    for (;; n_faults++) {
        files_fail_after(n_faults, EIO);
        Solved solved = solve(model, &options);
        files_fail_after(-1, 0);
        if (solved.status == CADRE_OK) break;
        const char *const *names;
        int n_names;
        cr_assert_eq(folder_list(&names, &n_names, folder, arena, &err), CADRE_OK);
        cr_assert_eq(n_names, 1, "operation %d left something behind", n_faults);
        bool is_there =
            strcmp(content(path), "earlier\n") == 0 || strstr(content(path), "End\n"); /* in place, not yet synced */
        cr_assert(is_there, "operation %d damaged what was there", n_faults);
    }
    cr_expect_geq(n_faults, 8);
    cr_expect_not_null(strstr(content(path), "End\n"));
    cr_assert_eq(folder_remove(folder, &err), CADRE_OK);
}

static char texts[4096];

static void note(void *data, const CadreMessage *message)
{
    (void)data;
    size_t used = strlen(texts);
    snprintf(texts + used, sizeof texts - used, "%s:%d: %s\n", message->file, message->line, message->text);
}

static const char *all_messages(Messages *messages)
{
    texts[0] = '\0';
    messages_flush(messages, &(CadreListener){.message = note}, &err);
    return texts;
}

/* ana must be in A, cal with her, but cal must be in B, which meets at the same time. */
Test(solve, conflict_over_several_people_names_every_row)
{
    Model *model = builder_model(arena, 0);
    for (int i = 0; i < 3; i++) builder_person(model, (const char *const[]){"ana", "ben", "cal"}[i]);
    builder_group(model, "A");
    builder_slot(model, 1, 900, 960);
    int in_a = builder_role(model, "member", 1, 3, false);
    builder_group(model, "B");
    builder_slot(model, 1, 930, 990);
    int in_b = builder_role(model, "member", 1, 3, false);
    builder_pin(model, 0, PIN_MUST, in_a);
    builder_pin(model, 1, PIN_MUST, in_a);
    builder_pin(model, 2, PIN_MUST, in_b);
    model->pairs[model->n_pairs++] = (Pair){0, 2, 0, true, {"pairs.csv", 2, 0}};
    model->pairs[model->n_pairs++] = (Pair){1, 2, 1, false, {"pairs.csv", 3, 0}};
    Solved solved = solve(model, &plain);
    cr_expect_eq(solved.status, CADRE_INPUT);
    const char *text = all_messages(solved.messages);
    static const char *const named[] = {"pins.csv:2", "pins.csv:4", "pairs.csv:2", "groups.csv:2", "groups.csv:3"};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) cr_expect_not_null(strstr(text, named[i]), "%s", text);
    cr_expect_null(strstr(text, "pins.csv:3"), "what has no part is not named: %s", text);
    cr_expect_null(strstr(text, "pairs.csv:3"), "%s", text);
}

Test(solve, conflict_with_max_changes)
{
    Model *model = builder_model(arena, 0);
    builder_person(model, "ana");
    builder_group(model, "A");
    int first = builder_role(model, "lead", 1, 1, true), second = builder_role(model, "member", 1, 1, false);
    builder_previous(model, 0, first);
    builder_pin(model, 0, PIN_MUST, second);
    model->settings.max_changes = 0;
    Solved solved = solve(model, &plain);
    cr_expect_eq(solved.status, CADRE_INPUT);
    const char *text = all_messages(solved.messages);
    cr_expect_not_null(strstr(text, "max_changes"), "%s", text);
    cr_expect_not_null(strstr(text, "pins.csv:2"), "%s", text);
}

/* Whatever request for memory fails, the run ends with that word and leaves nothing behind. */
Test(solve, every_allocation_may_fail)
{
    Model *model = tiny_school(arena, 3);
    Arena *kept = arena;
    for (long n = 0;; n++) {
        arena = arena_create(NULL);
        memory_fail_after(n);
        ScoreTable scores;
        Program program;
        SolveOutcome outcome;
        Messages *messages = messages_create(arena);
        CadreStatus status = messages ? score_run(&scores, model, 1, arena, &err) : CADRE_NO_MEMORY;
        if (status == CADRE_OK) status = program_make(&program, model, &scores, arena, messages, &err);
        if (status == CADRE_OK) status = solve_run(&outcome, &program, &plain, arena, messages, &err);
        memory_fail_after(-1);
        arena_release(arena);
        if (status == CADRE_OK) break;
        cr_assert_eq(status, CADRE_NO_MEMORY, "request %ld: %s", n, err.text);
        cr_assert_lt(n, 100000);
    }
    arena = kept;
}
