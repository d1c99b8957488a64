/* print_tables: what the reader makes of files, for tests/pollutions.py. Reads paths from standard input, one a line; writes
 * one line of JSON for each: {"header": [...], "rows": [[...], ...], "messages": [[severity, line, column, text], ...]}. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/csv_read.h"

static void keep_message(void *data, const CadreMessage *message)
{
    static const char *const names[] = {[CADRE_NOTE] = "note", [CADRE_WARNING] = "warning", [CADRE_ERROR] = "error"};
    json_array_append_new(data,
                          json_pack("[s, i, i, s]", names[message->severity], message->line, message->column, message->text));
}

static json_t *cells_of(const char *const cells[], int n, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; i < n; i++) json_array_append_new(array, json_string(text_trim(arena, cells[i])));
    return array;
}

static CadreStatus print_table(const char *path, Arena *arena, CadreError *err)
{
    Table table;
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(csv_read(&table, path, true, arena, messages, err));
    json_t *told = json_array(), *rows = json_array();
    CadreListener listener = {.message = keep_message, .data = told};
    CadreStatus status = messages_flush(messages, &listener, err);
    if (status != CADRE_OK && status != CADRE_INPUT) return status;
    for (int row = 0; row < table.n_rows; row++)
        json_array_append_new(rows, cells_of(table.cells + (size_t)row * (size_t)table.n_columns, table.n_columns, arena));
    json_t *all = json_pack("{s: o, s: o, s: o}", "header", cells_of(table.header, table.n_columns, arena), "rows", rows,
                            "messages", told);
    json_dumpf(all, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(all);
    return CADRE_OK;
}

int main(void)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        CadreError error = {0};
        Arena *arena = arena_create(NULL);
        CadreStatus status = arena ? print_table(path, arena, &error) : error_no_memory(&error);
        if (status != CADRE_OK) return fprintf(stderr, "print_tables: %s\n", error.text), 1;
        arena_release(arena);
    }
    return 0;
}
