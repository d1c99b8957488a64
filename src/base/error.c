#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    CadreMessage message;
    int file_rank, order;
} Entry;

struct Messages {
    Arena *arena;
    LIST(Entry) entries;
    LIST(const char *) files;
    int n_flushed, n_errors;
    bool lost;
};

CadreStatus error_set(CadreError *err, CadreStatus status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    err->status = status;
    vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    return status;
}

CadreStatus error_no_memory(CadreError *err) { return error_set(err, CADRE_NO_MEMORY, "out of memory"); }

CadreStatus error_retell(CadreError *err, CadreStatus status, const char *from, const char *to)
{
    size_t length = strlen(from);
    if (status == CADRE_OK || strncmp(err->text, from, length) != 0) return status;
    CadreError told = *err;
    return error_set(err, status, "%s%s", to, told.text + length);
}

Messages *messages_create(Arena *arena)
{
    Messages *messages = ARENA_NEW(arena, Messages);
    if (messages) messages->arena = arena;
    return messages;
}

/* The rank of a file by first mention, -1 where there is no memory. */
static int file_rank(Messages *messages, const char *file)
{
    for (int i = 0; i < messages->files.n; i++)
        if (strcmp(messages->files.items[i], file) == 0) return i;
    const char *copy = arena_copy(messages->arena, file);
    if (!copy || !LIST_PUSH(messages->arena, &messages->files, copy)) return -1;
    return messages->files.n - 1;
}

void messages_add(Messages *messages, CadreSeverity severity, Origin origin, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_print_v(messages->arena, format, arguments);
    va_end(arguments);
    int rank = file_rank(messages, origin.file ? origin.file : "");
    Entry entry = {.file_rank = rank, .order = messages->entries.n};
    if (!text || rank < 0) {
        messages->lost = true;
        return;
    }
    entry.message = (CadreMessage){severity, messages->files.items[rank], origin.line, origin.column, text};
    if (!LIST_PUSH(messages->arena, &messages->entries, entry)) {
        messages->lost = true;
        return;
    }
    messages->n_errors += severity == CADRE_ERROR;
}

int messages_errors(const Messages *messages) { return messages->n_errors; }

int messages_count(const Messages *messages) { return messages->entries.n; }

static int by_place(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    if (a->file_rank != b->file_rank) return a->file_rank < b->file_rank ? -1 : 1;
    if (a->message.line != b->message.line) return a->message.line < b->message.line ? -1 : 1;
    if (a->message.column != b->message.column) return a->message.column < b->message.column ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static bool same_message(const CadreMessage *a, const CadreMessage *b)
{
    return a->file == b->file && a->line == b->line && a->column == b->column && strcmp(a->text, b->text) == 0;
}

CadreStatus messages_flush(Messages *messages, const CadreListener *listener, CadreError *err)
{
    if (messages->lost) return error_no_memory(err);
    int n_new = messages->entries.n - messages->n_flushed;
    Entry *entries = n_new ? messages->entries.items + messages->n_flushed : NULL;
    if (n_new) qsort(entries, (size_t)n_new, sizeof *entries, by_place);
    for (int i = 0; i < n_new; i++) {
        if (i > 0 && same_message(&entries[i - 1].message, &entries[i].message)) continue;
        if (listener && listener->message) listener->message(listener->data, &entries[i].message);
    }
    messages->n_flushed = messages->entries.n;
    if (messages->n_errors > 0)
        return error_set(err, CADRE_INPUT, "the input has %d error%s", messages->n_errors, messages->n_errors == 1 ? "" : "s");
    return CADRE_OK;
}
