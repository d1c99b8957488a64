#include <string.h>

#include "app/command.h"
#include "app/input_options.h"
#include "base/text.h"

enum { KEY_OUT = 'o', KEY_SCHOOL = 256, KEY_OPENS, KEY_CLOSES, KEY_SEEN_BY, KEY_BROAD };

typedef struct QuestionnaireLine {
    InputOptions input;
    CadreQuestionnaireOptions options;
} QuestionnaireLine;

static const struct argp_option options_table[] = {
    {.name = "out", .key = KEY_OUT, .arg = "DIR", .doc = "The folder to make; it must not exist, or be empty"},
    {.name = "school", .key = KEY_SCHOOL, .arg = "NAME", .doc = "Its name, for titles and introductions"},
    {.name = "opens", .key = KEY_OPENS, .arg = "DATE", .doc = "The day the forms open, YYYY-MM-DD"},
    {.name = "closes", .key = KEY_CLOSES, .arg = "DATE", .doc = "The day they close (default: the plan's setting closes)"},
    {.name = "seen-by",
     .key = KEY_SEEN_BY,
     .arg = "WHOM",
     .doc = "Who will see the answers, as \"the principal and the leadership team\""},
    {.name = "broad", .key = KEY_BROAD, .doc = "Ask about the built-in list of skills too, beyond what the plan needs today"},
    {0}};

static const char *parse_date(const struct argp_state *state, const char *option, const char *text)
{
    if (!text_is_date(text)) argp_error(state, "%s is \"%s\"; expected a date as YYYY-MM-DD", option, text);
    return text;
}

static void finish(const struct argp_state *state, const QuestionnaireLine *line)
{
    const InputOptions *input = &line->input;
    const char *opens = line->options.opens, *closes = line->options.closes;
    if (input->arguments.n > 0) argp_error(state, "\"%s\" is not expected; surveys follow --survey", input->arguments.items[0]);
    if (input->inputs.from) argp_error(state, "--from is not expected; the forms come before any result");
    if (input->scenarios.n > 0) argp_error(state, "--scenario is not expected; the forms come before any scenario");
    if (!line->options.out) argp_error(state, "no --out is given; expected a folder for the forms");
    if (opens && closes && strcmp(opens, closes) > 0)
        argp_error(state, "--opens is %s but --closes is %s; expected to close no sooner than to open", opens, closes);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    QuestionnaireLine *line = state->input;
    CadreQuestionnaireOptions *options = &line->options;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &line->input;
        line->input.optional = true;
        return 0;
    case ARGP_KEY_END:
        finish(state, line);
        return ARGP_ERR_UNKNOWN;
    case KEY_OUT:
        input_once(state, &options->out, "--out", text);
        break;
    case KEY_SCHOOL:
        input_once(state, &options->school, "--school", text);
        break;
    case KEY_OPENS:
        input_once(state, &options->opens, "--opens", parse_date(state, "--opens", text));
        break;
    case KEY_CLOSES:
        input_once(state, &options->closes, "--closes", parse_date(state, "--closes", text));
        break;
    case KEY_SEEN_BY:
        input_once(state, &options->seen_by, "--seen-by", text);
        break;
    case KEY_BROAD:
        options->broad = true;
        break;
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
    .args_doc = "[--survey FILE...] [--plan PLAN] --out DIR",
    .doc =
        "Write the two forms to send out, and the columns.csv that reads them back: the skills inventory, about the plan's "
        "skills or a broad built-in list; and how people would like to apply what they know, about the plan's focus areas and "
        "groups and, with --survey, what the inventory found. Each as a page to read and as a script that builds the Google "
        "form "
        "in one paste.",
    .children = children};

static int run(int argc, char **argv)
{
    QuestionnaireLine line = {.options = {.print = stdout}};
    CadreError err;
    input_parse(&argp, argc, argv, &line.input, &line);
    line.options.json = line.input.json;
    line.input.console.silent = line.input.json; /* the findings are in the JSON object */
    CadreListener listener = console_listener(&line.input.console);
    CadreStatus status = cadre_questionnaire(&line.input.inputs, &line.options, &listener, &err);
    return input_end(&line.input, status, true, &err);
}

const Command command_questionnaire = {"questionnaire", "the two forms to send out, and the columns.csv that reads them back",
                                       &argp, run};
