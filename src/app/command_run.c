#include "app/command.h"
#include "app/input_options.h"

enum { KEY_QUIET = 'q', KEY_JSON = 'j' };

typedef struct RunLine {
    CadreSolveOptions solve;
    Console console;
    const char *folder;
} RunLine;

static const struct argp_option options_table[] = {LIMIT_OPTIONS,
                                                   REDACT_OPTION(REDACT_WRITES),
                                                   {.name = "quiet", .key = KEY_QUIET, .doc = "No progress, notes or warnings"},
                                                   {.name = "json", .key = KEY_JSON, .doc = "Print JSON for other programs"},
                                                   {0}};

static error_t parse(int key, char *text, struct argp_state *state)
{
    RunLine *line = state->input;
    switch (key) {
    case KEY_QUIET:
        line->console.quiet = true;
        return 0;
    case KEY_JSON:
        line->solve.json = true;
        return 0;
    case KEY_REDACT:
        input_once(state, &line->solve.redact, "--redact", text);
        return 0;
    case ARGP_KEY_ARG:
        if (line->folder) argp_error(state, "\"%s\" is not expected; a run has one FOLDER", text);
        line->folder = text;
        return 0;
    case ARGP_KEY_END:
        if (!line->folder) argp_error(state, "no FOLDER is given; expected one with the surveys in it");
        return 0;
    default:
        return limit_option(&line->solve, state, key, text) ? 0 : ARGP_ERR_UNKNOWN;
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
