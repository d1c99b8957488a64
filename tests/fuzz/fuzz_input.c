#include "fuzz_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utf8proc.h>

const char *fuzz_path(const uint8_t *bytes, size_t size)
{
    static char path[64];
    static int file = -1;
    if (file < 0) file = memfd_create("fuzz.csv", 0);
    if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, bytes, size, 0) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return path;
}

static bool is_utf8(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate(bytes + i, (utf8proc_ssize_t)(size - i), &code);
        if (length <= 0 || code == 0) return false;
        i += (size_t)length;
    }
    return true;
}

bool fuzz_column(Table *out, const uint8_t *bytes, size_t size, Arena *arena)
{
    if (!is_utf8(bytes, size)) return false;
    char *text = arena_copy_n(arena, (const char *)bytes, size);
    const char **cells = ARENA_ARRAY(arena, const char *, size + 1), **header = ARENA_NEW(arena, const char *);
    int *numbers = ARENA_ARRAY(arena, int, size + 1), n = 0;
    if (!text || !cells || !header || !numbers) abort();
    *header = "Timestamp";
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        numbers[n] = n + 2;
        cells[n++] = line;
    }
    *out = (Table){.file = "fuzz.csv",
                   .base_name = "fuzz.csv",
                   .n_columns = 1,
                   .n_rows = n,
                   .header = header,
                   .cells = cells,
                   .line = numbers,
                   .row_number = numbers,
                   .header_line = 1};
    return true;
}

Arena *fuzz_start(Messages **messages)
{
    Arena *arena = arena_create(NULL);
    *messages = arena ? messages_create(arena) : NULL;
    if (!*messages) abort();
    return arena;
}

static void pass_over(void *data, const CadreMessage *message)
{
    (void)data;
    if (!message->text[0] || message->line < 0 || message->column < 0) abort();
}

void fuzz_end(Arena *arena, Messages *messages)
{
    CadreError error = {0};
    CadreListener listener = {.message = pass_over};
    messages_flush(messages, &listener, &error);
    arena_release(arena);
}
