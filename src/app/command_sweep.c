#include "app/command.h"
#include "app/input_options.h"

enum { KEY_OUT = 'o', KEY_VARY = 'v' };

typedef struct SweepLine {
    InputOptions input;
    CadreSweepOptions sweep;
    CadreSolveOptions limits;
    LIST(const char *) vary;
} SweepLine;

static const struct argp_option options_table[] = {
    {.name = "vary",
     .key = KEY_VARY,
     .arg = "X=VALUES",
     .doc =
         "What to vary: a setting, or SHEET:KEY:COLUMN as in a scenario; and the values: 0,2,5 or 0..100:10 or both. Several "
         "make a grid of all combinations, of at most 1,000 points"},
    {.name = "out",
     .key = KEY_OUT,
     .arg = "FOLDER",
     .doc = "The folder to write: frontier.csv, frontier.svg, report.html, and a result for each outcome; an earlier sweep is "
            "replaced"},
    REDACT_OPTION(REDACT_WRITES),
    {.name = "threads", .key = KEY_THREADS, .arg = "N", .doc = "Threads to use (default: as many as there are)"},
    {0}};

static void check_line(const struct argp_state *state, SweepLine *line)
{
    CadreError err;
    if (!line->sweep.out) argp_error(state, "no --out is given; expected a folder for the sweep");
    if (line->input.arguments.n > 0)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey", line->input.arguments.items[0]);
    if (line->vary.n == 0) argp_error(state, "no --vary is given; expected X=VALUES, as weight_interest=0..100:10");
    line->sweep.vary = line->vary.items;
    line->sweep.n_vary = line->vary.n;
    CadreStatus status = cadre_vary_check(line->sweep.vary, line->sweep.n_vary, &err);
    if (status == CADRE_INPUT) argp_error(state, "%s", err.text);
    if (status != CADRE_OK) argp_failure(state, EXIT_FAULT, 0, "%s", err.text);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    SweepLine *line = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &line->input;
        return 0;
    case KEY_VARY:
        if (!LIST_PUSH(line->input.arena, &line->vary, text)) argp_failure(state, EXIT_FAULT, 0, "out of memory");
        break;
    case KEY_OUT:
        input_once(state, &line->sweep.out, "--out", text);
        break;
    case KEY_REDACT:
        input_once(state, &line->input.inputs.redact, "--redact", text);
        break;
    case KEY_THREADS:
        limit_option(&line->limits, state, key, text);
        break;
    case ARGP_KEY_END:
        check_line(state, line);
        return ARGP_ERR_UNKNOWN;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    line->input.survey_open = false;
    return 0;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {
    .options = options_table,
    .parser = parse,
    .args_doc = "--survey FILE... --plan PLAN --vary X=VALUES... --out FOLDER",
    .doc =
        "Solve the plan with every combination of some values, each exactly, and mark the efficient ones."
        "\v"
        "Points are compared by the plan as it is, without the changes: total (the value of its assignments by the plan's own "
        "settings and needs), the cost of its shortages, and changes (assignments that previous.csv does not have) or, without "
        "a previous.csv, moves (assignments that the plan's own best does not have). A point is efficient where no other one "
        "has as great a total, shortages as small and as few changes or moves, and one of them better. Of equally good "
        "assignments each point has those with the fewest. Repairs of shortages are not worked out.",
    .children = children};

static int run(int argc, char **argv)
{
    SweepLine line = {.sweep = {.print = stdout}};
    bool certified = false;
    CadreError err;
    input_parse(&argp, argc, argv, &line.input, &line);
    line.sweep.json = line.input.json;
    line.sweep.threads = line.limits.threads;
    CadreListener listener = console_listener(&line.input.console);
    CadreStatus status = cadre_sweep(&line.input.inputs, &line.sweep, &listener, &certified, &err);
    return input_end(&line.input, status, certified, &err);
}

const Command command_sweep = {"sweep", "a grid of scenarios, the efficient ones marked", &argp, run};
