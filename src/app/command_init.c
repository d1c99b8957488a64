#include "app/command.h"
#include "app/input_options.h"

enum { KEY_UPDATE = 'u' };

typedef struct InitLine {
    InputOptions input;
    bool update;
} InitLine;

static const struct argp_option options_table[] = {
    {.name = "update",
     .key = KEY_UPDATE,
     .doc = "Add to sheets that are there what the surveys bring; without it they stay as they are"},
    {0}};

/* PLAN is the argument that follows no --survey, else the last of those after the last --survey. */
static void find_plan(const struct argp_state *state, InputOptions *options)
{
    if (options->inputs.from) argp_error(state, "--from is not expected; a draft is made from surveys alone");
    if (options->scenarios.n > 0) argp_error(state, "--scenario is not expected; a draft is made from surveys alone");
    if (options->inputs.plan && options->arguments.n == 0) return;
    if (options->arguments.n == 0 && options->survey_open && options->surveys.n > 1) {
        const char *last = options->surveys.items[--options->surveys.n];
        if (!LIST_PUSH(options->arena, &options->arguments, last)) argp_failure(state, EXIT_FAULT, 0, "out of memory");
    }
    if (options->arguments.n == 0) argp_error(state, "no PLAN is given; expected the folder to draft the sheets in");
    if (options->arguments.n > 1 || options->inputs.plan)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey",
                   options->arguments.items[options->inputs.plan ? 0 : 1]);
    options->inputs.plan = options->arguments.items[0];
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    InitLine *line = state->input;
    (void)text;
    if (key == ARGP_KEY_INIT) state->child_inputs[0] = &line->input;
    if (key == ARGP_KEY_END) find_plan(state, &line->input);
    if (key != KEY_UPDATE) return key == ARGP_KEY_INIT ? 0 : ARGP_ERR_UNKNOWN;
    line->update = true;
    line->input.survey_open = false;
    return 0;
}

static const struct argp_child children[] = {{.argp = &input_argp}, {0}};
static const struct argp argp = {
    .options = options_table,
    .parser = parse,
    .args_doc = "--survey FILE... PLAN",
    .doc = "Draft a plan's sheets from the surveys' own headers and answers, and say what was found, how "
           "sure it is and what to look at first. A sheet that is there is never overwritten.",
    .children = children};

static int run(int argc, char **argv)
{
    InitLine line = {0};
    CadreError err;
    input_parse(&argp, argc, argv, &line.input, &line);
    CadreListener listener = console_listener(&line.input.console);
    CadreStatus status = cadre_init(&line.input.inputs, line.update, &listener, stdout, line.input.json, &err);
    return input_end(&line.input, status, true, &err);
}

const Command command_init = {"init", "draft a plan from the surveys' own headers and answers", &argp, run};
