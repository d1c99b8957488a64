#include "app/command.h"
#include "app/input_options.h"

enum { KEY_PERSON = KEY_TIME_LIMIT + 1, KEY_GROUP, KEY_ROLE, KEY_SHORTAGES };

typedef struct ExplainLine {
    InputOptions input;
    CadreExplainOptions explain;
    CadreSolveOptions limits;
} ExplainLine;

static const struct argp_option options_table[] = {
    {.name = "person",
     .key = KEY_PERSON,
     .arg = "PERSON",
     .doc = "Their roles and why; with --group why not there, what it would cost, who would move, and what it would take"},
    {.name = "group",
     .key = KEY_GROUP,
     .arg = "GROUP",
     .doc = "Alone: every seat with its holder, who could take over, and what losing the holder would cost"},
    {.name = "role", .key = KEY_ROLE, .arg = "ROLE", .doc = "With --person and --group: this role of the group only"},
    {.name = "shortages", .key = KEY_SHORTAGES, .doc = "Every shortage, and the cheapest single changes that mend it"},
    {.name = "time-limit", .key = KEY_TIME_LIMIT, .arg = "S", .doc = "Put no new question to the solver after so many seconds"},
    REDACT_OPTION("Of a redacted result: the file with the key of its pseudonyms; PERSON is then a pseudonym"),
    {.name = "threads", .key = KEY_THREADS, .arg = "N", .doc = "Threads to use (default: as many as there are)"},
    {0}};

static void check_line(const struct argp_state *state, ExplainLine *line)
{
    const CadreExplainOptions *explain = &line->explain;
    input_result(state, &line->input);
    if (!explain->person && !explain->group && !explain->shortages)
        argp_error(state, "nothing is asked; expected --person, --group or --shortages");
    if (explain->shortages && (explain->person || explain->group))
        argp_error(state, "--shortages is about all of them; expected it without --person and --group");
    if (explain->role && !(explain->person && explain->group))
        argp_error(state, "--role is given without --person or --group; expected both with it");
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    ExplainLine *line = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &line->input;
        return 0;
    case KEY_PERSON:
        input_once(state, &line->explain.person, "--person", text);
        break;
    case KEY_GROUP:
        input_once(state, &line->explain.group, "--group", text);
        break;
    case KEY_ROLE:
        input_once(state, &line->explain.role, "--role", text);
        break;
    case KEY_REDACT:
        input_once(state, &line->input.inputs.redact, "--redact", text);
        break;
    case KEY_SHORTAGES:
        line->explain.shortages = true;
        break;
    case ARGP_KEY_END:
        check_line(state, line);
        return ARGP_ERR_UNKNOWN;
    case KEY_TIME_LIMIT:
    case KEY_THREADS:
        limit_option(&line->limits, state, key, text);
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
    .args_doc = "--survey FILE... --plan PLAN RESULT --person PERSON [--group GROUP [--role ROLE]]\n"
                "--survey FILE... --plan PLAN RESULT --group GROUP\n"
                "--survey FILE... --plan PLAN RESULT --shortages",
    .doc = "Why, why not, and what it would take: the changed plan is solved again for every price.",
    .children = children};

static int run(int argc, char **argv)
{
    ExplainLine line = {.explain = {.print = stdout}};
    CadreError err;
    bool certified = false;
    input_parse(&argp, argc, argv, &line.input, &line);
    line.explain.result = line.input.arguments.items[0];
    line.explain.json = line.input.json;
    line.explain.threads = line.limits.threads;
    line.explain.time_limit_s = line.limits.time_limit_s;
    CadreListener listener = console_listener(&line.input.console);
    CadreStatus status = cadre_explain(&line.input.inputs, &line.explain, &listener, &certified, &err);
    return input_end(&line.input, status, certified, &err);
}

const Command command_explain = {"explain", "why, why not, what would it take", &argp, run};
