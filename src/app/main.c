#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "base/text.h"

const Command *const commands[] = {&command_run,
                                   &command_questionnaire,
                                   &command_init,
                                   &command_check,
                                   &command_generate,
                                   &command_solve,
                                   &command_sweep,
                                   &command_explain,
                                   &command_compare,
                                   &command_verify,
                                   NULL};

const Command *command_find(const char *name)
{
    for (int i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

const char *command_nearest(const char *name)
{
    int least = 3;
    const char *nearest = NULL;
    for (int i = 0; commands[i]; i++) {
        int distance = text_distance(name, commands[i]->name, least);
        if (distance >= least) continue;
        least = distance;
        nearest = commands[i]->name;
    }
    return nearest;
}

int command_finish(CadreStatus status, const CadreError *err)
{
    if (status == CADRE_OK) return EXIT_DONE;
    fprintf(stderr, "cadre: %s\n", err->text);
    return status == CADRE_INPUT ? EXIT_INPUT : EXIT_FAULT;
}

static int unknown_command(const char *name)
{
    const char *nearest = command_nearest(name);
    fprintf(stderr, "cadre: there is no command \"%s\"", name);
    if (nearest)
        fprintf(stderr, "; did you mean %s?\n", nearest);
    else
        fputs("; expected one that cadre --help lists\n", stderr);
    return EXIT_USAGE;
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) {
        help_overview(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("cadre " CADRE_VERSION);
        return EXIT_DONE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        help_overview(stdout);
        return EXIT_DONE;
    }
    if (strcmp(argv[1], "help") == 0) return help_run(argc - 1, argv + 1);
    const Command *command = command_find(argv[1]);
    if (!command) return unknown_command(argv[1]);
    char name[32];
    snprintf(name, sizeof name, "cadre %s", command->name);
    argv[1] = name;
    return command->run(argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
    argp_err_exit_status = EXIT_USAGE;
    signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is then a fault of writing like a full disk */
    int code = dispatch(argc, argv);
    if ((fflush(stdout) != 0 || ferror(stdout)) && code != EXIT_FAULT) {
        perror("cadre: standard output");
        code = EXIT_FAULT;
    }
    return code;
}
