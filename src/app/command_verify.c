#include "app/command.h"
#include "app/input_options.h"

/* RESULT is the argument that follows no --survey, else the last of those after the last --survey. */
static void find_result(const struct argp_state *state, InputOptions *options)
{
    if (options->arguments.n == 0 && options->survey_open && options->surveys.n > 1) {
        const char *last = options->surveys.items[--options->surveys.n];
        if (!LIST_PUSH(options->arena, &options->arguments, last)) argp_failure(state, EXIT_FAULT, 0, "out of memory");
    }
    if (options->arguments.n == 0) argp_error(state, "no RESULT is given; expected a result folder");
    if (options->arguments.n > 1)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey", options->arguments.items[1]);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    InputOptions *options = state->input;
    (void)text;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = options;
        return 0;
    }
    if (key == ARGP_KEY_END) find_result(state, options);
    return ARGP_ERR_UNKNOWN;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {.parser = parse,
                                 .args_doc = "--survey FILE... --plan PLAN [--scenario FILE]... RESULT",
                                 .doc = "Recompute points and every rule of a result from the sheets, sharing no code with "
                                        "scoring, the formulation or the solver.",
                                 .children = children};

static int run(int argc, char **argv)
{
    InputOptions options;
    CadreError err;
    input_parse(&argp, argc, argv, &options, &options);
    options.console.silent = options.json;
    CadreListener listener = console_listener(&options.console);
    CadreStatus status = cadre_verify(&options.inputs, options.arguments.items[0], &listener, stdout, options.json, &err);
    progress_clear(&options.console);
    arena_release(options.arena);
    return command_finish(status, &err);
}

const Command command_verify = {"verify", "judge a result by the sheets alone", &argp, run};
