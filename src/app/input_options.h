/* input_options.h: the options that name what a command reads; an argp parser that each command has as its child. */
#ifndef APP_INPUT_OPTIONS_H
#define APP_INPUT_OPTIONS_H

#include <argp.h>

#include "app/console.h"
#include "base/arena.h"

typedef struct InputOptions {
    Arena *arena;
    CadreInputs inputs;
    LIST(const char *) surveys, scenarios;
    LIST(const char *) arguments; /* that follow no --survey */
    bool survey_open;             /* further arguments are surveys */
    bool optional;                /* neither surveys nor a plan need be given; set at ARGP_KEY_INIT */
    Console console;
    bool json;
} InputOptions;

extern const struct argp input_argp;

/* Parse a command's line: `argp` has input_argp as its child and `input` goes to its own parser, which hands `options` down at
 * ARGP_KEY_INIT. Wrong usage ends the program with exit code 2. */
void input_parse(const struct argp *argp, int argc, char **argv, InputOptions *options, void *input);

/* The end of a command: its progress is off the screen, its memory is given back, a fault is told. certified: whether no limit
 * stopped it short; true where none could. The exit code. */
int input_end(InputOptions *options, CadreStatus status, bool certified, const CadreError *err);

/* A whole number in an option; wrong usage where it is none from low to high. */
int64_t input_whole(const struct argp_state *state, const char *option, const char *text, int64_t low, int64_t high);

/* Have RESULT as the one argument: what follows no --survey, else the last of those after the last --survey. Anything else is
 * wrong usage. */
void input_result(const struct argp_state *state, InputOptions *options);

/* Keep a value given once: a second one is wrong usage. */
void input_once(const struct argp_state *state, const char **value, const char *option, const char *text);

/* What `solve` and `run` stop at. */
enum { KEY_GAP = 'g', KEY_THREADS = 't', KEY_REPAIRS = 'r', KEY_TIME_LIMIT = 256 };
#define LIMIT_OPTIONS                                                                                                          \
    {.name = "gap", .key = KEY_GAP, .arg = "POINTS", .doc = "Stop when no assignment can be better by so much (default: 1)"},  \
        {.name = "time-limit", .key = KEY_TIME_LIMIT, .arg = "S", .doc = "Stop solving after so many seconds"},                \
        {.name = "repairs",                                                                                                    \
         .key = KEY_REPAIRS,                                                                                                   \
         .arg = "N",                                                                                                           \
         .doc = "Work out what mends the N dearest shortages (default: 10)"},                                                  \
    {                                                                                                                          \
        .name = "threads", .key = KEY_THREADS, .arg = "N", .doc = "Threads to use (default: as many as there are)"             \
    }

/* Of the commands that write a result, or read one. */
enum { KEY_REDACT = 'R' };
#define REDACT_OPTION(does)                                                                                                    \
    {                                                                                                                          \
        .name = "redact", .key = KEY_REDACT, .arg = "KEYFILE", .doc = (does)                                                   \
    }

#define REDACT_WRITES                                                                                                          \
    "Name nobody in what is written: pseudonyms made with the key in KEYFILE, nothing of what people wrote themselves, no "    \
    "small counts in the inventory. KEYFILE is made where it is not there; whoever holds it can tell who is meant"

/* Take one of LIMIT_OPTIONS; false where the key is none of them. */
bool limit_option(CadreSolveOptions *out, const struct argp_state *state, int key, const char *text);

#endif
