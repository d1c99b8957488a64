/* GNU argp with arguments in order, so that those after `--survey FILE` are surveys too, until the next option. */
#include "app/input_options.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "app/command.h"
#include "base/text.h"

enum { KEY_SURVEY = 's', KEY_PLAN = 'p', KEY_SCENARIO = 'c', KEY_QUIET = 'q', KEY_JSON = 'j', KEY_FROM = 'f' };

static const struct argp_option options_table[] = {
    {.name = "survey", .key = KEY_SURVEY, .arg = "FILE...", .doc = "Survey exports: one or more files, or given several times"},
    {.name = "plan", .key = KEY_PLAN, .arg = "PLAN", .doc = "The folder of sheets that says what is wanted"},
    {.name = "scenario",
     .key = KEY_SCENARIO,
     .arg = "FILE",
     .doc = "A sheet of changes to the plan; of several the later wins"},
    {.name = "from",
     .key = KEY_FROM,
     .arg = "RESULT",
     .doc = "A result to mend: changes are counted against its assignments instead of previous.csv"},
    {.name = "quiet", .key = KEY_QUIET, .doc = "No progress, notes or warnings"},
    {.name = "json", .key = KEY_JSON, .doc = "Print JSON for other programs"},
    {0}};

/* There is no run without this memory, and no arena yet that could say so more gently. */
static void keep(const struct argp_state *state, int is_kept)
{
    if (!is_kept) argp_failure(state, EXIT_FAULT, 0, "out of memory");
}

void input_once(const struct argp_state *state, const char **value, const char *option, const char *text)
{
    if (*value) argp_error(state, "%s is given twice; expected once", option);
    *value = text;
}

int64_t input_whole(const struct argp_state *state, const char *option, const char *text, int64_t low, int64_t high)
{
    int64_t value = low;
    if (!text_to_int64(text, &value) || value < low || value > high)
        argp_error(state, "%s is \"%s\"; expected a whole number from %" PRId64 " to %" PRId64, option, text, low, high);
    return value;
}

static void finish(const struct argp_state *state, InputOptions *options)
{
    if (options->surveys.n == 0 && !options->optional) argp_error(state, "no --survey is given; expected at least one file");
    if (!options->inputs.plan && !options->optional) argp_error(state, "no --plan is given; expected a folder of sheets");
    options->inputs.surveys = options->surveys.items;
    options->inputs.n_surveys = options->surveys.n;
    options->inputs.scenarios = options->scenarios.items;
    options->inputs.n_scenarios = options->scenarios.n;
}

static error_t parse_input(int key, char *text, struct argp_state *state)
{
    InputOptions *options = state->input;
    switch (key) {
    case KEY_SURVEY:
        keep(state, LIST_PUSH(options->arena, &options->surveys, text));
        options->survey_open = true;
        return 0;
    case KEY_PLAN:
        input_once(state, &options->inputs.plan, "--plan", text);
        break;
    case KEY_SCENARIO:
        keep(state, LIST_PUSH(options->arena, &options->scenarios, text));
        break;
    case KEY_FROM:
        input_once(state, &options->inputs.from, "--from", text);
        break;
    case KEY_QUIET:
        options->console.quiet = true;
        break;
    case KEY_JSON:
        options->json = true;
        break;
    case ARGP_KEY_ARG:
        if (options->survey_open)
            keep(state, LIST_PUSH(options->arena, &options->surveys, text));
        else
            keep(state, LIST_PUSH(options->arena, &options->arguments, text));
        return 0;
    case ARGP_KEY_SUCCESS:
        finish(state, options);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    options->survey_open = false;
    return 0;
}

const struct argp input_argp = {.options = options_table, .parser = parse_input};

void input_parse(const struct argp *argp, int argc, char **argv, InputOptions *options, void *input)
{
    *options = (InputOptions){.arena = arena_create(NULL)};
    if (!options->arena) {
        fputs("cadre: out of memory\n", stderr);
        exit(EXIT_FAULT);
    }
    argp_parse(argp, argc, argv, ARGP_IN_ORDER, NULL, input);
}

int input_end(InputOptions *options, CadreStatus status, bool certified, const CadreError *err)
{
    progress_clear(&options->console);
    arena_release(options->arena);
    if (status != CADRE_OK) return command_finish(status, err);
    return certified ? EXIT_DONE : EXIT_UNPROVED;
}

static double parse_seconds(const struct argp_state *state, const char *text)
{
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || *end || !isfinite(seconds) || seconds <= 0)
        argp_error(state, "--time-limit is \"%s\"; expected seconds, over 0", text);
    return seconds;
}

bool limit_option(CadreSolveOptions *out, const struct argp_state *state, int key, const char *text)
{
    if (key == KEY_GAP) out->gap_points = input_whole(state, "--gap", text, 1, INT64_C(1000000000000));
    if (key == KEY_TIME_LIMIT) out->time_limit_s = parse_seconds(state, text);
    if (key == KEY_THREADS) out->threads = (int)input_whole(state, "--threads", text, 1, 1024);
    if (key == KEY_REPAIRS) out->repairs = (int)input_whole(state, "--repairs", text, 0, 1000000);
    return key == KEY_GAP || key == KEY_TIME_LIMIT || key == KEY_THREADS || key == KEY_REPAIRS;
}

void input_result(const struct argp_state *state, InputOptions *options)
{
    if (options->arguments.n == 0 && options->survey_open && options->surveys.n > 1) {
        const char *last = options->surveys.items[--options->surveys.n];
        if (!LIST_PUSH(options->arena, &options->arguments, last)) argp_failure(state, EXIT_FAULT, 0, "out of memory");
    }
    if (options->arguments.n == 0) argp_error(state, "no RESULT is given; expected a result folder");
    if (options->arguments.n > 1)
        argp_error(state, "\"%s\" is not expected; surveys follow --survey", options->arguments.items[1]);
}
