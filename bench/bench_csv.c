/* bench_csv: the reader of surveys against libcsv alone on one file, in one run.
 * Usage: bench_csv [--rows N] [--columns N] [--repeats N]   (default 100000 answers of 120 columns, about 60 MB, 5 times)
 * libcsv tokenises the file, 64 KiB at a time, and its callbacks only count. Each has a process of its own, so that memory is
 * its own; of the repeats the fastest counts. The packed data is what any reader that keeps the answers must hold: each cell's
 * text with an end, and a pointer to it. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "read/csv_read.h"
#include "scratch.h"

typedef struct Measured {
    double seconds; /* of the fastest repeat */
    size_t cells, bytes;
    double peak_mb;
} Measured;

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void stop_on(CadreStatus status, const CadreError *error)
{
    if (status == CADRE_OK) return;
    fprintf(stderr, "bench_csv: %s\n", error->text);
    exit(1);
}

/* Answers like a form's: times, addresses, numbers and words, some cells quoted, blank or beyond ASCII. */
static void write_answer(FILE *file, int row, int columns)
{
    static const char *const words[] = {"4", "3", "Often", "2", "Very often", "5", "", "\"Yes, gladly\"", "Some\u00e9", "1"};
    fprintf(file, "2024/03/%02d %d:%02d:%02d PM,teacher%d@school.example.org", row % 28 + 1, row % 12 + 1, row % 60, row % 59,
            row);
    for (int column = 2; column < columns; column++) fprintf(file, ",%s", words[(row * 7 + column * 3 + row / 11) % 10]);
    fputs("\r\n", file);
}

static void write_survey(const char *path, int rows, int columns)
{
    FILE *file = fopen(path, "w");
    if (!file) exit(1);
    fputs("Timestamp,Email Address", file);
    for (int column = 2; column < columns; column++)
        fprintf(file, ",\"How often do you, or others, do this? [Row %d]\"", column);
    fputs("\r\n", file);
    for (int row = 0; row < rows; row++) write_answer(file, row, columns);
    if (fclose(file) != 0) exit(1);
}

static void count_cell(void *bytes, size_t length, void *data)
{
    (void)bytes;
    Measured *measured = data;
    measured->cells++;
    measured->bytes += length;
}

static void count_row(int terminator, void *data)
{
    (void)terminator;
    (void)data;
}

static void run_libcsv(Measured *out, const char *path)
{
    static char bytes[64 * 1024];
    struct csv_parser parser;
    double started = seconds_now();
    FILE *file = fopen(path, "rb");
    if (!file || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) exit(1);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) csv_parse(&parser, bytes, n, count_cell, count_row, out);
    csv_fini(&parser, count_cell, count_row, out);
    out->seconds = seconds_now() - started;
    csv_free(&parser);
    fclose(file);
}

static void run_reader(Measured *out, const char *path)
{
    CadreError error = {0};
    Table table;
    Arena *arena = arena_create(NULL);
    Messages *messages = messages_create(arena);
    double started = seconds_now();
    stop_on(csv_read(&table, path, true, arena, messages, &error), &error);
    out->seconds = seconds_now() - started;
    stop_on(messages_flush(messages, NULL, &error), &error);
    out->cells = (size_t)(table.n_rows + 1) * (size_t)table.n_columns;
    for (size_t i = 0; i < (size_t)table.n_rows * (size_t)table.n_columns; i++) out->bytes += strlen(table.cells[i]);
    for (int i = 0; i < table.n_columns; i++) out->bytes += strlen(table.header[i]);
    arena_release(arena);
}

/* Run in a process of its own. */
static Measured measure(void (*run)(Measured *, const char *), const char *path)
{
    Measured *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) exit(1);
    pid_t child = fork();
    if (child == 0) {
        run(shared, path);
        struct rusage usage;
        getrusage(RUSAGE_SELF, &usage);
        shared->peak_mb = (double)usage.ru_maxrss / 1024;
        _exit(0);
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) exit(1);
    Measured measured = *shared;
    munmap(shared, sizeof *shared);
    return measured;
}

static void report(const char *name, const Measured *best, double file_mb)
{
    printf("%-8s %7.3f s  %6.0f MB/s  %8zu cells  %7.1f MB at most\n", name, best->seconds, file_mb / best->seconds,
           best->cells, best->peak_mb);
}

static int option(int argc, char **argv, const char *name, int fallback)
{
    for (int i = 1; i + 1 < argc; i++)
        if (strcmp(argv[i], name) == 0) return atoi(argv[i + 1]);
    return fallback;
}

int main(int argc, char **argv)
{
    int rows = option(argc, argv, "--rows", 100000), columns = option(argc, argv, "--columns", 120);
    int repeats = option(argc, argv, "--repeats", 5);
    if (rows < 1 || columns < 2 || repeats < 1)
        return fprintf(stderr, "usage: bench_csv [--rows N] [--columns N] [--repeats N]\n"), 2;
    char folder[SCRATCH_SIZE], path[SCRATCH_SIZE + 16];
    if (!scratch_folder(folder, "csv")) return 1;
    snprintf(path, sizeof path, "%s/survey.csv", folder);
    write_survey(path, rows, columns);
    struct stat made;
    if (stat(path, &made) != 0) return 1;
    double file_mb = (double)made.st_size / 1e6;
    printf("%d answers of %d columns, %.1f MB, the fastest of %d\n", rows, columns, file_mb, repeats);
    Measured libcsv = {.seconds = 1e9}, reader = {.seconds = 1e9};
    for (int i = 0; i < repeats; i++) { /* in turns, so that what else the machine does hits both */
        Measured one = measure(run_libcsv, path), other = measure(run_reader, path);
        if (one.seconds < libcsv.seconds) libcsv = one;
        if (other.seconds < reader.seconds) reader = other;
    }
    unlink(path);
    rmdir(folder);
    report("libcsv", &libcsv, file_mb);
    report("reader", &reader, file_mb);
    double packed_mb = (double)(reader.bytes + reader.cells * (1 + sizeof(char *))) / 1048576;
    printf("the reader takes %.2f times libcsv's time; %.2f times the packed data's %.1f MB, %.2f times the file\n",
           reader.seconds / libcsv.seconds, reader.peak_mb / packed_mb, packed_mb, reader.peak_mb * 1.048576 / file_mb);
    if (reader.cells != libcsv.cells || reader.bytes != libcsv.bytes)
        return fprintf(stderr, "bench_csv: not the same cells\n"), 1;
    return 0;
}
