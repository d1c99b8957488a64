#include <limits.h>
#include <string.h>

#include "app/command.h"
#include "app/input_options.h"

enum {
    KEY_OUT = 1000,
    KEY_SCHOOLS,
    KEY_SEED,
    KEY_STAFF,
    KEY_MAX_STAFF,
    KEY_STAFF_PER_GROUP,
    KEY_LINKED,
    KEY_SCARCE,
    KEY_RULES,
    KEY_TINY
};

static const struct argp_option option_table[] = {
    {"schools", KEY_SCHOOLS, "N", 0, "how many schools (default 1)", 0},
    {"seed", KEY_SEED, "S", 0, "the same seed makes the same bytes (default 1)", 0},
    {"out", KEY_OUT, "DIR", 0, "the folder to make; it must not exist", 0},
    {"staff", KEY_STAFF, "N", 0, "staff of every school (default: sizes as in a real district)", 0},
    {"max-staff", KEY_MAX_STAFF, "N", 0, "no school is larger (default 300)", 0},
    {"staff-per-group", KEY_STAFF_PER_GROUP, "N", 0, "a group for so many staff (default 8; 4 is tight)", 0},
    {"linked", KEY_LINKED, "PERCENT", 0, "share of the groups that are open to the whole district (default 0)", 0},
    {"scarce", KEY_SCARCE, "HUNDREDTHS", 0, "how many hundredths of a level lower every skill is (default 0)", 0},
    {"rules", KEY_RULES, "LIST", 0, "all, none, or some of coverage,mix,pins,pairs,slots,positions,musts,previous,floor", 0},
    {"tiny", KEY_TINY, NULL, 0,
     "3 to 7 staff and rules of every shape, few enough to try every assignment; only --seed and --rules "
     "count beside it",
     0},
    {0}};

static error_t parse(int key, char *text, struct argp_state *state)
{
    CadreGenerateOptions *options = state->input;
    switch (key) {
    case KEY_OUT:
        options->out = text;
        return 0;
    case KEY_RULES:
        options->rules = text;
        return 0;
    case KEY_TINY:
        options->tiny = true;
        return 0;
    case KEY_SEED:
        options->seed = (uint64_t)input_whole(state, "--seed", text, 0, INT64_MAX);
        return 0;
    case KEY_SCHOOLS:
        options->schools = (int)input_whole(state, "--schools", text, 1, 10000);
        return 0;
    case KEY_STAFF:
        options->staff = (int)input_whole(state, "--staff", text, 2, 5000);
        return 0;
    case KEY_MAX_STAFF:
        options->max_staff = (int)input_whole(state, "--max-staff", text, 12, 5000);
        return 0;
    case KEY_STAFF_PER_GROUP:
        options->staff_per_group = (int)input_whole(state, "--staff-per-group", text, 2, 1000);
        return 0;
    case KEY_LINKED:
        options->linked_percent = (int)input_whole(state, "--linked", text, 0, 100);
        return 0;
    case KEY_SCARCE:
        options->scarce_percent = (int)input_whole(state, "--scarce", text, 0, 300);
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "\"%s\" is not expected", text);
        return 0;
    case ARGP_KEY_END:
        if (!options->out) argp_error(state, "--out DIR is missing");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

enum { MEASURED_MOST = 20 }; /* schools: solving more takes longer than making them */

static const struct argp argp = {
    .options = option_table,
    .parser = parse,
    .args_doc = "--schools N --seed S --out DIR",
    .doc = "Make a synthetic school or district: DIR/skills.csv and DIR/interests.csv (surveys), DIR/plan "
           "and DIR/record.json."};

static int run(int argc, char **argv)
{
    CadreGenerateOptions options = CADRE_GENERATE_OPTIONS_INIT;
    CadreError err;
    argp_parse(&argp, argc, argv, 0, NULL, &options);
    CadreStatus status = cadre_generate(&options, stdout, &err);
    if (status == CADRE_INPUT) { /* nothing but the options is read */
        command_finish(status, &err);
        return EXIT_USAGE;
    }
    if (status != CADRE_OK || options.tiny) return command_finish(status, &err);
    if (options.schools <= MEASURED_MOST) return command_finish(cadre_measure(options.out, stdout, &err), &err);
    printf("which group rules bind and what is short is told of up to %d schools; cadre solve tells it of more\n",
           MEASURED_MOST);
    return EXIT_DONE;
}

const Command command_generate = {"generate", "make a synthetic school or district: surveys and plan", &argp, run};
