#include "unit/reading_support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"

void reading_start(Reading *reading)
{
    *reading = (Reading){.arena = arena_create(NULL)};
    cr_assert(reading->arena);
    reading->messages = messages_create(reading->arena);
    cr_assert(scratch_folder(reading->folder, "reading"));
}

void reading_end(Reading *reading)
{
    cr_expect_eq(folder_remove(reading->folder, &reading->err), CADRE_OK, "%s", reading->err.text);
    arena_release(reading->arena);
}

const char *reading_file(Reading *reading, const char *name, const char *bytes, size_t size)
{
    const char *path = arena_print(reading->arena, "%s/%s", reading->folder, name);
    cr_assert(path);
    cr_assert_eq(file_write(path, bytes, size, &reading->err), CADRE_OK, "%s", reading->err.text);
    return path;
}

const char *reading_text(Reading *reading, const char *name, const char *text)
{
    return reading_file(reading, name, text, strlen(text));
}

typedef struct Collected {
    Reading *reading;
    const char *text;
} Collected;

static void collect(void *data, const CadreMessage *message)
{
    static const char *const severities[] = {"error", "warning", "note"};
    Collected *collected = data;
    size_t length = strlen(collected->reading->folder);
    const char *file = message->file;
    if (strncmp(file, collected->reading->folder, length) == 0) file += length + (file[length] == '/');
    collected->text = arena_print(collected->reading->arena, "%s%s %s:%d:%d: %s\n", collected->text,
                                  severities[message->severity], file, message->line, message->column, message->text);
    cr_assert(collected->text);
}

const char *reading_messages(Reading *reading)
{
    Collected collected = {reading, ""};
    CadreListener listener = {.data = &collected, .message = collect};
    messages_flush(reading->messages, &listener, &reading->err);
    return collected.text;
}
