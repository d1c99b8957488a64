#include <math.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/input_options.h"

enum { KEY_GAP = 'g', KEY_QUIET = 'q', KEY_JSON = 'j', KEY_THREADS = 't', KEY_TIME_LIMIT = 256 };

typedef struct RunLine {
    CadreSolveOptions solve;
    Console console;
    const char *folder;
} RunLine;

static const struct argp_option options_table[] = {
    {.name = "gap", .key = KEY_GAP, .arg = "POINTS", .doc = "Stop when no assignment can be better by so much (default: 1)"},
    {.name = "time-limit", .key = KEY_TIME_LIMIT, .arg = "S", .doc = "Stop solving after so many seconds"},
    {.name = "threads", .key = KEY_THREADS, .arg = "N", .doc = "Threads to use (default: as many as there are)"},
    {.name = "quiet", .key = KEY_QUIET, .doc = "No progress, notes or warnings"},
    {.name = "json", .key = KEY_JSON, .doc = "Print JSON for other programs"},
    {0}};

static double parse_seconds(const struct argp_state *state, const char *text)
{
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || *end || !isfinite(seconds) || seconds <= 0)
        argp_error(state, "--time-limit is \"%s\"; expected seconds, over 0", text);
    return seconds;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    RunLine *line = state->input;
    switch (key) {
    case KEY_GAP:
        line->solve.gap_points = input_whole(state, "--gap", text, 1, INT64_C(1000000000000));
        return 0;
    case KEY_TIME_LIMIT:
        line->solve.time_limit_s = parse_seconds(state, text);
        return 0;
    case KEY_THREADS:
        line->solve.threads = (int)input_whole(state, "--threads", text, 1, 1024);
        return 0;
    case KEY_QUIET:
        line->console.quiet = true;
        return 0;
    case KEY_JSON:
        line->solve.json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (line->folder) argp_error(state, "\"%s\" is not expected; a run has one FOLDER", text);
        line->folder = text;
        return 0;
    case ARGP_KEY_END:
        if (!line->folder) argp_error(state, "no FOLDER is given; expected one with the surveys in it");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options_table,
    .parser = parse,
    .args_doc = "FOLDER",
    .doc = "All in one: take the surveys and sheets in FOLDER, draft the sheets that are missing, solve, and "
           "write FOLDER/result. Run again after an edit or with a newer export."};

static int run(int argc, char **argv)
{
    RunLine line = {.solve = CADRE_SOLVE_OPTIONS_INIT};
    bool certified = false;
    CadreError err;
    argp_parse(&argp, argc, argv, 0, NULL, &line);
    line.solve.print = stdout;
    CadreListener listener = console_listener(&line.console);
    CadreStatus status = cadre_run(line.folder, &line.solve, &listener, &certified, &err);
    progress_clear(&line.console);
    if (status != CADRE_OK) return command_finish(status, &err);
    return certified ? EXIT_DONE : EXIT_UNPROVED;
}

const Command command_run = {"run", "all in one: draft what is missing in a folder, solve, write its result", &argp, run};
