#include <stdio.h>

#include "app/command.h"

void help_overview(FILE *out)
{
    fputs("Usage: cadre COMMAND ...\n"
          "Who should serve in which task group, and who should lead it, to a proven optimum.\n\n",
          out);
    for (int i = 0; commands[i]; i++) fprintf(out, "  %-13s  %s\n", commands[i]->name, commands[i]->summary);
    fputs(
        "  help           the options of a command, or the columns of a sheet: cadre help COMMAND, cadre help SHEET\n\nSheets:",
        out);
    for (int i = 0; cadre_sheet_name(i); i++) fprintf(out, " %s", cadre_sheet_name(i));
    fputs("\n\n", out);
    cadre_limits_help(out);
    fputs(
        "cadre --version prints the version.\n"
        "Exit codes: 0 done and proved as asked; 3 done, but a limit stopped the proof; 1 the input is wrong; 2 wrong usage;\n"
        "4 a fault of the system (memory, disk, solver).\n",
        out);
}

int help_run(int argc, char **argv)
{
    if (argc < 2) {
        help_overview(stdout);
        return EXIT_DONE;
    }
    if (argc > 2) {
        fprintf(stderr, "cadre help: \"%s\" is one word too many; expected cadre help COMMAND or cadre help SHEET\n", argv[2]);
        return EXIT_USAGE;
    }
    if (cadre_sheet_help(argv[1], stdout)) return EXIT_DONE;
    const Command *command = command_find(argv[1]);
    if (!command) {
        const char *nearest = command_nearest(argv[1]);
        fprintf(stderr, "cadre help: there is no command or sheet \"%s\"; expected %s\n", argv[1],
                nearest ? nearest : "one that cadre help lists");
        return EXIT_USAGE;
    }
    char name[32];
    snprintf(name, sizeof name, "cadre %s", command->name);
    argp_help(command->argp, stdout, ARGP_HELP_STD_HELP & ~(unsigned)ARGP_HELP_EXIT_OK, name);
    return EXIT_DONE;
}
