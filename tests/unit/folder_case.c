#include "folder_case.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scratch.h"

Arena *arena;
Messages *messages;
CadreError err;
static char folder[SCRATCH_SIZE];

const char *path_of(const char *name) { return arena_print(arena, "%s/%s", folder, name); }

void put(const char *name, const char *text)
{
    cr_assert_eq(file_replace(path_of(name), text, strlen(text), &err), CADRE_OK, "%s", err.text);
}

void make_folder(const char *name) { cr_assert_eq(folder_create(path_of(name), &err), CADRE_OK, "%s", err.text); }

void folder_case_begin(void)
{
    arena = arena_create(NULL);
    messages = messages_create(arena);
    cr_assert(scratch_folder(folder, "folder_case"));
}

void folder_case_end(void)
{
    char command[SCRATCH_SIZE + 16];
    files_fail_after(-1, 0);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}
