/* bench_stages: seconds and memory of each stage on made-up schools.
 * Usage: bench_stages [--threads N] [--seed S] STAFF...   (default 45 450 4500; solving only up to SOLVE_MOST staff)
 * A size up to 300 is one school; above, schools of 45 staff. Where nothing is solved each person takes the role that suits
 * them best of those with a seat left, which makes a report as long as a solution's. Each size runs in a process of its own, so
 * that memory is its own. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/files.h"
#include "explain/result.h"
#include "generate/generate.h"
#include "program/program.h"
#include "read/read.h"
#include "scratch.h"
#include "solve/solve.h"
#include "write/report.h"

enum { SOLVE_MOST = 450 };

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Of all threads: what a loaded machine does not stretch. */
static double processor_seconds(void)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + 1e-9 * (double)used.tv_nsec;
}

static double peak_megabytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static void tell(const char *stage, double started, const char *note)
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

/* The role with most points of those of the person with a seat left, or -1. */
static int best_open(const ScoreTable *scores, const Model *model, const int *seated, int person)
{
    int best = -1, most = -1;
    for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
        int role = scores->role[pair];
        if (seated[role] >= model->roles[role].max || scores->points[pair] <= most) continue;
        best = role;
        most = scores->points[pair];
    }
    return best;
}

static Solution fill(const ScoreTable *scores, const Model *model, Arena *arena)
{
    Solution solution = {ARENA_ARRAY(arena, Assignment, model->n_staff), 0};
    int *seated = ARENA_ARRAY(arena, int, model->n_roles);
    if (!solution.assignments || !seated) exit(1);
    for (int person = 0; person < model->n_staff; person++) {
        int role = best_open(scores, model, seated, person);
        if (role < 0) continue;
        seated[role]++;
        solution.assignments[solution.n++] = (Assignment){person, role};
    }
    return solution;
}

/* Reasons and the rest of what is printed, then the report alone, into FOLDER/out. */
static void run_writing(const char *folder, const Program *program, SolveOutcome *outcome, int threads, Arena *arena)
{
    CadreError error = {0};
    const Model *model = program->model;
    char out[1024], note[128];
    ResultRows rows;
    Shortage *shortages;
    int n_shortages;
    bool feasible;
    snprintf(out, sizeof out, "%s/out", folder);
    stop_on(program_evaluate(&outcome->parts, &feasible, &shortages, &n_shortages, program, &outcome->solution, arena, &error),
            &error);
    double started = seconds_now(), used = processor_seconds();
    stop_on(result_rows_make(&rows, model, program->scores, outcome, shortages, n_shortages, NULL, arena, &error), &error);
    snprintf(note, sizeof note, "%d assignments, %d shortages; %.3f s of processors", rows.n_assignments, n_shortages,
             processor_seconds() - used);
    tell("explaining", started, note);
    ReportInput input = {.model = model, .rows = &rows, .outcome = outcome, .gap_asked = 1, .threads = threads};
    stop_on(folder_create(out, &error), &error);
    started = seconds_now();
    used = processor_seconds();
    stop_on(report_write(out, &input, arena, &error), &error);
    snprintf(note, sizeof note, "%.3f s of processors", processor_seconds() - used);
    tell("the report", started, note);
}

static void run_solving(SolveOutcome *outcome, const Program *program, int threads, Arena *arena, Messages *messages)
{
    CadreError error = {0};
    char note[128];
    double started = seconds_now();
    SolveOptions options = {.method = "bundles", .threads = threads, .gap_points = 1};
    stop_on(solve_run(outcome, program, &options, arena, messages, &error), &error);
    int64_t objective = objective_value(outcome->parts);
    snprintf(note, sizeof note, "objective %lld, gap %lld%s", (long long)objective, (long long)(outcome->bound - objective),
             outcome->proved ? ", proved" : "");
    tell("solving", started, note);
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
    tell("reading", started, note);

    started = seconds_now();
    ScoreTable scores;
    stop_on(score_run(&scores, read.model, threads, arena, &error), &error);
    snprintf(note, sizeof note, "%lld eligible pairs", (long long)scores.n_pairs);
    tell("scoring", started, note);

    started = seconds_now();
    Program program;
    stop_on(program_make(&program, read.model, &scores, arena, messages, &error), &error);
    stop_on(messages_flush(messages, NULL, &error), &error);
    snprintf(note, sizeof note, "%d group rules", program.n_rules);
    tell("formulating", started, note);
    SolveOutcome outcome = {.floor = -1, .changes = -1, .method = "bundles"};
    if (solve)
        run_solving(&outcome, &program, threads, arena, messages);
    else
        outcome.solution = fill(&scores, read.model, arena);
    run_writing(folder, &program, &outcome, threads, arena);
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
