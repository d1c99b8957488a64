#include "app/command.h"
#include "app/input_options.h"

enum { KEY_QUIET = 'q', KEY_JSON = 'j', KEY_OUT = 'o' };

typedef struct CompareLine {
    CadreCompareOptions compare;
    CadreSolveOptions limits;
    Console console;
    Arena *arena;
    LIST(const char *) results;
} CompareLine;

static const struct argp_option options_table[] = {
    {.name = "out",
     .key = KEY_OUT,
     .arg = "FOLDER",
     .doc = "Write totals.csv, shortages.csv, people.csv, groups.csv, differences.csv and report.html there"},
    {.name = "threads", .key = KEY_THREADS, .arg = "N", .doc = "Threads to use (default: as many as there are)"},
    {.name = "quiet", .key = KEY_QUIET, .doc = "No progress, notes or warnings"},
    {.name = "json", .key = KEY_JSON, .doc = "Print JSON for other programs"},
    {0}};

static error_t parse(int key, char *text, struct argp_state *state)
{
    CompareLine *line = state->input;
    switch (key) {
    case KEY_OUT:
        input_once(state, &line->compare.out, "--out", text);
        return 0;
    case KEY_THREADS:
        limit_option(&line->limits, state, key, text);
        return 0;
    case KEY_QUIET:
        line->console.quiet = true;
        return 0;
    case KEY_JSON:
        line->compare.json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (!LIST_PUSH(line->arena, &line->results, text)) argp_failure(state, EXIT_FAULT, 0, "out of memory");
        return 0;
    case ARGP_KEY_END:
        if (line->results.n < 2)
            argp_error(state, "%d RESULT %s given; expected two or more", line->results.n, line->results.n == 1 ? "is" : "are");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options_table,
    .parser = parse,
    .args_doc = "RESULT RESULT...",
    .doc =
        "Compare each further result with the first: totals, shortages, who gains and loses what, and why. Where the inputs "
        "are still there as they were, in the present folder or one above a result, each difference is priced by solving the "
        "first's plan with it alone. People whose ids or e-mails are not the same are matched by name."};

static int run(int argc, char **argv)
{
    CompareLine line = {.compare = {.print = stdout}, .arena = arena_create(NULL)};
    CadreError err;
    if (!line.arena) {
        fputs("cadre: out of memory\n", stderr);
        return EXIT_FAULT;
    }
    argp_parse(&argp, argc, argv, 0, NULL, &line);
    line.compare.results = line.results.items;
    line.compare.n_results = line.results.n;
    line.compare.threads = line.limits.threads;
    CadreListener listener = console_listener(&line.console);
    CadreStatus status = cadre_compare(&line.compare, &listener, &err);
    progress_clear(&line.console);
    arena_release(line.arena);
    return command_finish(status, &err);
}

const Command command_compare = {"compare", "what changed between results, why, and what each change is worth", &argp, run};
