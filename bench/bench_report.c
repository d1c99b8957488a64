/* bench_report: seconds and memory of a result's report alone, on made-up schools.
 * Usage: bench_report [--threads N] [--seed S] STAFF...   (default 45 4500 93000)
 * A size up to 300 is one school; above, schools of about 58 staff. Nothing is solved: each person takes the role that suits
 * them best of those with a seat left, which makes pages as long as a solution's. Each size runs in a process of its own, so
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
#include "write/report.h"

enum { SCHOOL_STAFF = 58, ONE_SCHOOL_MOST = 300 };

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
    fprintf(stderr, "bench_report: %s\n", error->text);
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

static void run_report(const char *folder, int threads)
{
    CadreError error = {0};
    char plan[1024], skills[1024], interests[1024], out[1024], note[128];
    snprintf(plan, sizeof plan, "%s/plan", folder);
    snprintf(skills, sizeof skills, "%s/skills.csv", folder);
    snprintf(interests, sizeof interests, "%s/interests.csv", folder);
    snprintf(out, sizeof out, "%s/out", folder);
    const char *surveys[] = {skills, interests};
    CadreInputs inputs = {.plan = plan, .surveys = surveys, .n_surveys = 2};
    Arena *arena = arena_create(NULL);
    Messages *messages = arena ? messages_create(arena) : NULL;
    ReadResult read;
    ScoreTable scores;
    Program program;
    ResultRows rows;
    Shortage *shortages;
    int n_shortages;
    bool feasible;
    if (!messages) exit(1);
    stop_on(read_inputs(&read, NULL, &inputs, arena, messages, &error), &error);
    stop_on(score_run(&scores, read.model, threads, arena, &error), &error);
    stop_on(program_make(&program, read.model, &scores, arena, messages, &error), &error);
    SolveOutcome outcome = {.solution = fill(&scores, read.model, arena), .floor = -1, .changes = -1, .method = "bundles"};
    stop_on(program_evaluate(&outcome.parts, &feasible, &shortages, &n_shortages, &program, &outcome.solution, arena, &error),
            &error);
    outcome.bound = objective_value(outcome.parts);

    double started = seconds_now();
    stop_on(result_rows_make(&rows, read.model, &scores, &outcome, shortages, n_shortages, NULL, arena, &error), &error);
    snprintf(note, sizeof note, "%d staff, %d assignments, %d shortages", read.model->n_staff, rows.n_assignments, n_shortages);
    tell("explaining", started, note);

    ReportInput input = {.model = read.model, .rows = &rows, .outcome = &outcome, .gap_asked = 1, .threads = threads};
    stop_on(folder_create(out, &error), &error);
    double used = processor_seconds();
    started = seconds_now();
    stop_on(report_write(out, &input, arena, &error), &error);
    snprintf(note, sizeof note, "%.3f s of processors", processor_seconds() - used);
    tell("the report", started, note);
    arena_release(arena);
}

static void bench_size(int staff, uint64_t seed, int threads)
{
    MakeOptions options = MAKE_OPTIONS_INIT;
    options.seed = seed;
    options.schools = staff <= ONE_SCHOOL_MOST ? 1 : staff / SCHOOL_STAFF;
    if (staff <= ONE_SCHOOL_MOST) options.staff = staff;
    printf("%d staff or so: %d school(s), seed %llu, %d thread(s)\n", staff, options.schools, (unsigned long long)seed,
           threads);
    fflush(stdout);
    char parent[SCRATCH_SIZE], folder[SCRATCH_SIZE + 16], command[4 * SCRATCH_SIZE];
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
        run_report(folder, threads);
        exit(0);
    }
    waitpid(child, NULL, 0);
    snprintf(command, sizeof command, "du -sh '%s/out' | sed 's/^/  /; s/\\t.*/ in all/'; rm -rf '%s'", folder, parent);
    if (system(command) != 0) fprintf(stderr, "bench_report: %s is left\n", parent);
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
            return fprintf(stderr, "usage: bench_report [--threads N] [--seed S] STAFF...\n"), 2;
    }
    for (int i = 0; n_sizes == 0 && i < 3; i++) bench_size((int[]){45, 4500, 93000}[i], seed, threads);
    return 0;
}
