/* A survey's file: its dialect and, where it is a table, the rest against a plan of one group: columns by guess, answers, who
 * is who; and a plan drafted from it. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz_input.h"
#include "read/csv_read.h"
#include "read/draft_plan.h"
#include "read/read.h"
#include "scratch.h"

static char folder[SCRATCH_SIZE];

static void remove_plan(void)
{
    char path[SCRATCH_SIZE + 16];
    snprintf(path, sizeof path, "%s/groups.csv", folder);
    unlink(path);
    rmdir(folder);
}

static const char *plan_folder(void)
{
    static bool made;
    if (made) return folder;
    char path[SCRATCH_SIZE + 16];
    if (!scratch_folder(folder, "fuzz")) abort();
    snprintf(path, sizeof path, "%s/groups.csv", folder);
    FILE *file = fopen(path, "w");
    if (!file || fputs("group,focus,needs\nData Team,Data,Data 3\n", file) < 0 || fclose(file) != 0) abort();
    atexit(remove_plan);
    made = true;
    return folder;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const char *survey = fuzz_path(bytes, size);
    CadreInputs inputs = {.plan = plan_folder(), .surveys = &survey, .n_surveys = 1};
    CadreError error = {0};
    Table table;
    ReadResult read;
    Messages *messages;
    Arena *arena = fuzz_start(&messages);
    Draft draft;
    if (csv_read(&table, survey, true, arena, messages, &error) == CADRE_OK && messages_errors(messages) == 0) {
        draft_make(&draft, &inputs, true, arena, messages, &error);
        read_inputs(&read, NULL, &inputs, arena, messages, &error);
    }
    fuzz_end(arena, messages);
    return 0;
}
