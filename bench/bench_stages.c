/* bench_stages: seconds and memory of each stage on made-up schools.
 * Usage: bench_stages [--threads N] [--seed S] STAFF...   (default 45 450 4500; solving only up to SOLVE_MOST staff)
 * A size up to 300 is one school; above, schools of 45 staff. Each size runs in a process of its own, so that memory is its
 * own. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "generate/generate.h"
#include "program/program.h"
#include "read/read.h"
#include "scratch.h"
#include "solve/solve.h"

enum { SOLVE_MOST = 450 };

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double peak_megabytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static void report(const char *stage, double started, const char *note)
{
    printf("  %-12s %9.3f s  %8.1f MB at most  %s\n", stage, seconds_now() - started, peak_megabytes(), note);
    fflush(stdout);
}

static void stop_on(CadreStatus status, const CadreError *error)
{
    if (status == CADRE_OK) return;
    fprintf(stderr, "bench_stages: %s\n", error->text);
    exit(1);
}

static void run_stages(const char *folder, bool solve, int threads)
{
    CadreError error = {0};
    char plan[1024], skills[1024], interests[1024], note[128];
    snprintf(plan, sizeof plan, "%s/plan", folder);
    snprintf(skills, sizeof skills, "%s/skills.csv", folder);
    snprintf(interests, sizeof interests, "%s/interests.csv", folder);
    const char *surveys[] = {skills, interests};
    CadreInputs inputs = {.plan = plan, .surveys = surveys, .n_surveys = 2};
    Arena *arena = arena_create(NULL);
    Messages *messages = arena ? messages_create(arena) : NULL;
    if (!messages) exit(1);

    double started = seconds_now();
    ReadResult read;
    stop_on(read_inputs(&read, NULL, &inputs, arena, messages, &error), &error);
    stop_on(messages_flush(messages, NULL, &error), &error);
    snprintf(note, sizeof note, "%d staff, %d groups, %d roles", read.model->n_staff, read.model->n_groups,
             read.model->n_roles);
    report("reading", started, note);

    started = seconds_now();
    ScoreTable scores;
    stop_on(score_run(&scores, read.model, threads, arena, &error), &error);
    snprintf(note, sizeof note, "%lld eligible pairs", (long long)scores.n_pairs);
    report("scoring", started, note);
    if (!solve) {
        arena_release(arena);
        return;
    }

    started = seconds_now();
    Program program;
    stop_on(program_make(&program, read.model, &scores, arena, messages, &error), &error);
    stop_on(messages_flush(messages, NULL, &error), &error);
    snprintf(note, sizeof note, "%d group rules", program.n_rules);
    report("formulating", started, note);

    started = seconds_now();
    SolveOptions options = {.method = "bundles", .threads = threads, .gap_points = 1};
    SolveOutcome outcome;
    stop_on(solve_run(&outcome, &program, &options, arena, messages, &error), &error);
    int64_t objective = objective_value(outcome.parts);
    snprintf(note, sizeof note, "objective %lld, gap %lld%s", (long long)objective, (long long)(outcome.bound - objective),
             outcome.proved ? ", proved" : "");
    report("solving", started, note);
    arena_release(arena);
}

static void bench_size(int staff, uint64_t seed, int threads)
{
    MakeOptions options = MAKE_OPTIONS_INIT;
    options.seed = seed;
    options.schools = staff <= 300 ? 1 : staff / 45;
    options.staff = staff <= 300 ? staff : 45;
    printf("%d staff: %d school(s) of %d, seed %llu, %d thread(s)\n", options.schools * options.staff, options.schools,
           options.staff, (unsigned long long)seed, threads);
    fflush(stdout);
    char parent[SCRATCH_SIZE], folder[SCRATCH_SIZE + 16], command[SCRATCH_SIZE + 16];
    if (!scratch_folder(parent, "bench")) exit(1);
    snprintf(folder, sizeof folder, "%s/case", parent);
    pid_t child = fork();
    if (child == 0) {
        CadreError error = {0};
        stop_on(district_write(folder, &options, NULL, &error), &error);
        _exit(0);
    }
    waitpid(child, NULL, 0);
    child = fork();
    if (child == 0) {
        run_stages(folder, staff <= SOLVE_MOST, threads);
        exit(0);
    }
    waitpid(child, NULL, 0);
    snprintf(command, sizeof command, "rm -rf '%s'", parent);
    if (system(command) != 0) fprintf(stderr, "bench_stages: %s is left\n", parent);
}

int main(int argc, char **argv)
{
    int threads = omp_get_max_threads(), n_sizes = 0;
    uint64_t seed = 1;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--threads") == 0 && i + 1 < argc)
            threads = atoi(argv[++i]);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = strtoull(argv[++i], NULL, 10);
        else if (atoi(argv[i]) > 0)
            n_sizes++, bench_size(atoi(argv[i]), seed, threads);
        else
            return fprintf(stderr, "usage: bench_stages [--threads N] [--seed S] STAFF...\n"), 2;
    }
    for (int i = 0; n_sizes == 0 && i < 3; i++) bench_size((int[]){45, 450, 4500}[i], seed, threads);
    return 0;
}
