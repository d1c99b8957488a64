#include "app/command.h"
#include "app/input_options.h"

static error_t parse(int key, char *text, struct argp_state *state)
{
    InputOptions *options = state->input;
    (void)text;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = options;
        return 0;
    }
    if (key == ARGP_KEY_END && options->arguments.n > 0)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey", options->arguments.items[0]);
    return ARGP_ERR_UNKNOWN;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {.parser = parse,
                                 .args_doc = "--survey FILE... --plan PLAN",
                                 .doc = "Read everything, report every problem, solve nothing.",
                                 .children = children};

static int run(int argc, char **argv)
{
    InputOptions options;
    CadreError err;
    input_parse(&argp, argc, argv, &options, &options);
    options.console.silent = options.json; /* the findings are in the JSON object */
    CadreListener listener = console_listener(&options.console);
    CadreStatus status = cadre_check(&options.inputs, &listener, stdout, options.json, &err);
    progress_clear(&options.console);
    arena_release(options.arena);
    return command_finish(status, &err);
}

const Command command_check = {"check", "read everything, report every problem, solve nothing", &argp, run};
