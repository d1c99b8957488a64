#include "app/command.h"
#include "app/input_options.h"

static const struct argp_option options_table[] = {
    REDACT_OPTION("Of a redacted result: the file with the key of its pseudonyms"), {0}};

static error_t parse(int key, char *text, struct argp_state *state)
{
    InputOptions *options = state->input;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = options;
        return 0;
    }
    if (key == ARGP_KEY_END) input_result(state, options);
    if (key != KEY_REDACT) return ARGP_ERR_UNKNOWN;
    input_once(state, &options->inputs.redact, "--redact", text);
    options->survey_open = false;
    return 0;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {.options = options_table,
                                 .parser = parse,
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
    return input_end(&options, status, true, &err);
}

const Command command_verify = {"verify", "judge a result by the sheets alone", &argp, run};
