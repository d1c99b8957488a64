#include <math.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/input_options.h"

enum { KEY_OUT = 'o', KEY_METHOD = 'm', KEY_WRITE_MODEL = KEY_TIME_LIMIT + 1, KEY_VERBOSE, KEY_WORTH, KEY_MOVES, KEY_STEPS };

typedef struct SolveLine {
    InputOptions input;
    CadreSolveOptions solve;
    const char *method;
    const char *only_from; /* an option that only --from gives a meaning */
} SolveLine;

static const struct argp_option options_table[] = {
    {.name = "out", .key = KEY_OUT, .arg = "RESULT", .doc = "The result folder to write; an earlier result there is replaced"},
    {.name = "method",
     .key = KEY_METHOD,
     .arg = "NAME",
     .doc = "How to solve: bundles (the default) or compact, the text-book program"},
    LIMIT_OPTIONS,
    REDACT_OPTION(REDACT_WRITES),
    {.name = "worth",
     .key = KEY_WORTH,
     .arg = "POINTS",
     .doc = "With --from: what a move must gain to be recommended (default: 100)"},
    {.name = "moves",
     .key = KEY_MOVES,
     .arg = "N",
     .doc = "With --from: at most N moves (default: as many as are recommended)"},
    {.name = "steps",
     .key = KEY_STEPS,
     .arg = "N",
     .doc = "With --from: work out every number of moves up to N (default: five more than are recommended)"},
    {.name = "verbose", .key = KEY_VERBOSE, .doc = "Say on standard error what the solver does"},
    {.name = "write-model", .key = KEY_WRITE_MODEL, .arg = "FILE", .doc = "Also write the integer program in CPLEX LP format"},
    {0}};

static void parse_method(const struct argp_state *state, SolveLine *line, const char *text)
{
    const char *names;
    input_once(state, &line->method, "--method", text);
    if (!cadre_method_known(text, &names)) argp_error(state, "--method is \"%s\"; expected %s", text, names);
    line->solve.method = text;
}

static bool parse_mending(const struct argp_state *state, SolveLine *line, int key, const char *text)
{
    enum { COUNT_HIGH = 1000000, POINTS_HIGH = 10000000 };
    if (key == KEY_WORTH) line->solve.worth = input_whole(state, "--worth", text, 0, POINTS_HIGH);
    if (key == KEY_MOVES) line->solve.moves = (int)input_whole(state, "--moves", text, 0, COUNT_HIGH);
    if (key == KEY_STEPS) line->solve.steps = (int)input_whole(state, "--steps", text, 0, COUNT_HIGH);
    if (key != KEY_WORTH && key != KEY_MOVES && key != KEY_STEPS) return false;
    line->only_from = key == KEY_WORTH ? "--worth" : key == KEY_MOVES ? "--moves" : "--steps";
    return true;
}

static error_t parse_option(int key, const char *text, const struct argp_state *state, SolveLine *line)
{
    switch (key) {
    case KEY_OUT:
        input_once(state, &line->solve.out, "--out", text);
        return 0;
    case KEY_REDACT:
        input_once(state, &line->input.inputs.redact, "--redact", text);
        return 0;
    case KEY_METHOD:
        parse_method(state, line, text);
        return 0;
    case KEY_VERBOSE:
        line->input.console.verbose = true;
        return 0;
    case KEY_WRITE_MODEL:
        input_once(state, &line->solve.write_model, "--write-model", text);
        return 0;
    default:
        return limit_option(&line->solve, state, key, text) || parse_mending(state, line, key, text) ? 0 : ARGP_ERR_UNKNOWN;
    }
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    SolveLine *line = state->input;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = &line->input;
        return 0;
    }
    if (key == ARGP_KEY_END) {
        if (line->only_from && !line->input.inputs.from)
            argp_error(state, "%s is given without --from; expected a result to mend too", line->only_from);
        if (line->solve.write_model && line->input.inputs.redact)
            argp_error(state, "--write-model numbers people in the order of their names; expected it without --redact");
        if (!line->solve.out) argp_error(state, "no --out is given; expected a folder for the result");
        if (line->input.arguments.n > 0)
            argp_error(state, "\"%s\" is not expected; surveys follow --survey", line->input.arguments.items[0]);
    }
    error_t parsed = parse_option(key, text, state, line);
    if (parsed == 0) line->input.survey_open = false;
    return parsed;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {.options = options_table,
                                 .parser = parse,
                                 .args_doc = "--survey FILE... --plan PLAN --out RESULT",
                                 .doc = "Work out who should serve in which group and who should lead it, and write a verified "
                                        "result folder.",
                                 .children = children};

static int run(int argc, char **argv)
{
    SolveLine line = {.solve = CADRE_SOLVE_OPTIONS_INIT};
    bool certified = false;
    CadreError err;
    input_parse(&argp, argc, argv, &line.input, &line);
    line.solve.print = stdout;
    line.solve.json = line.input.json;
    CadreListener listener = console_listener(&line.input.console);
    CadreStatus status = cadre_solve(&line.input.inputs, &line.solve, &listener, &certified, &err);
    return input_end(&line.input, status, certified, &err);
}

const Command command_solve = {"solve", "find the best assignment and write a verified result", &argp, run};
