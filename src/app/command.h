/* command.h: one entry of the table of subcommands, and what all of them share. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include <argp.h>

#include "cadre/cadre.h"

/* Exit codes, the same for every command. */
enum {
    EXIT_DONE = 0,
    EXIT_INPUT = 1, /* the input is wrong */
    EXIT_USAGE = 2,
    EXIT_UNPROVED = 3, /* done, but a limit stopped it short of the gap asked for */
    EXIT_FAULT = 4,    /* memory, disk, solver */
};

typedef struct Command {
    const char *name;
    const char *summary; /* one line */
    const struct argp *argp;
    int (*run)(int argc, char **argv); /* argv[0] is "cadre NAME"; returns the exit code */
} Command;

extern const Command command_check, command_compare, command_explain, command_generate, command_init, command_questionnaire,
    command_run, command_solve, command_sweep, command_verify;

extern const Command *const commands[]; /* all of them, NULL at the end */
const Command *command_find(const char *name);
const char *command_nearest(const char *name); /* NULL where none is near */

/* What a call came to: tells the fault on standard error and gives the exit code. */
int command_finish(CadreStatus status, const CadreError *err);

/* cadre help [COMMAND] */
int help_run(int argc, char **argv);
void help_overview(FILE *out);

#endif
