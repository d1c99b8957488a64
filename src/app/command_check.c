#include "app/command.h"
#include "app/input_options.h"

typedef struct CheckInput {
    InputOptions options;
    CadreCheckOptions check;
} CheckInput;

enum { KEY_MISSING = 'm', MOST_ALIKE = 10 };

static const struct argp_option options_table[] = {
    {.name = "missing",
     .key = KEY_MISSING,
     .arg = "FILE",
     .doc = "Write who has not answered which survey to FILE, a sheet for reminders"},
    {0}};

static error_t parse(int key, char *text, struct argp_state *state)
{
    CheckInput *input = state->input;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = &input->options;
        return 0;
    }
    if (key == KEY_MISSING) {
        input_once(state, &input->check.missing, "--missing", text);
        if (*text == '\0') argp_error(state, "--missing is blank; expected a file for the list");
        input->options.survey_open = false;
        return 0;
    }
    if (key == ARGP_KEY_END && input->options.arguments.n > 0)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey", input->options.arguments.items[0]);
    return ARGP_ERR_UNKNOWN;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {.options = options_table,
                                 .parser = parse,
                                 .args_doc = "--survey FILE... --plan PLAN [--missing FILE]",
                                 .doc =
                                     "Read everything, report every problem, solve nothing: who has answered and who has not, "
                                     "what they said, and what the plan asks for that nobody has.",
                                 .children = children};

static int run(int argc, char **argv)
{
    CheckInput input = {.check = {.print = stdout, .most_alike = MOST_ALIKE}};
    CadreError err;
    input_parse(&argp, argc, argv, &input.options, &input);
    input.check.json = input.options.json;
    input.options.console.silent = input.options.json; /* the findings are in the JSON object */
    CadreListener listener = console_listener(&input.options.console);
    CadreStatus status = cadre_check(&input.options.inputs, &input.check, &listener, &err);
    return input_end(&input.options, status, true, &err);
}

const Command command_check = {"check", "read everything, report every problem, solve nothing", &argp, run};
