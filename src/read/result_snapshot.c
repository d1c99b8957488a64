/* result_snapshot.c: assignments.csv and run.json of a result, for the comparison with the next. */
#include <jansson.h>
#include <string.h>

#include "base/files.h"
#include "base/memory.h"
#include "base/names.h"
#include "read/csv_read.h"
#include "read/read.h"
#include "read/sheets.h"

static int header_at(const Table *table, const char *name)
{
    for (int i = 0; i < table->n_columns; i++)
        if (strcmp(table->header[i], name) == 0) return i;
    return -1;
}

static CadreStatus seats_read(ResultSnapshot *out, const char *folder, Arena *arena, CadreError *err)
{
    Messages *unheard = messages_create(arena);
    const char *path = arena_print(arena, "%s/assignments.csv", folder);
    Table table;
    if (!unheard || !path) return error_no_memory(err);
    TRY(csv_read(&table, path, false, arena, unheard, err));
    TRY(table_trim(&table, true, arena, err));
    int person = header_at(&table, "person"), name = header_at(&table, "name");
    int group = header_at(&table, "group"), role = header_at(&table, "role");
    out->there = messages_errors(unheard) == 0 && person >= 0 && name >= 0 && group >= 0 && role >= 0;
    for (int row = 0; out->there && row < table.n_rows; row++) {
        SnapshotSeat seat = {table_cell(&table, row, person), table_cell(&table, row, name), table_cell(&table, row, group),
                             table_cell(&table, row, role)};
        if (!LIST_PUSH(arena, &out->seats, seat)) return error_no_memory(err);
    }
    return CADRE_OK;
}

typedef struct Paths {
    const char **items;
    int n, capacity;
} Paths;

static CadreStatus paths_read(Paths *out, const json_t *array, Arena *arena, CadreError *err)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const char *path = json_string_value(json_array_get(array, i));
        const char *kept = path ? arena_copy(arena, path) : NULL;
        if (path && (!kept || !LIST_PUSH(arena, out, kept))) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* The inputs in the order of the command, which results of earlier versions do not say. */
static CadreStatus inputs_read(ResultSnapshot *out, const json_t *inputs, Arena *arena, CadreError *err)
{
    const char *plan = json_string_value(json_object_get(inputs, "plan"));
    Paths surveys = {0}, scenarios = {0};
    if (!plan) return CADRE_OK;
    if (!(out->plan = arena_copy(arena, plan))) return error_no_memory(err);
    const char *from = json_string_value(json_object_get(inputs, "from"));
    if (from && !(out->from = arena_copy(arena, from))) return error_no_memory(err);
    TRY(paths_read(&surveys, json_object_get(inputs, "surveys"), arena, err));
    TRY(paths_read(&scenarios, json_object_get(inputs, "scenarios"), arena, err));
    out->surveys.items = surveys.items;
    out->surveys.n = surveys.n;
    out->scenarios.items = scenarios.items;
    out->scenarios.n = scenarios.n;
    return CADRE_OK;
}

static CadreStatus files_read(ResultSnapshot *out, const char *folder, Arena *arena, CadreError *err)
{
    const char *path = arena_print(arena, "%s/run.json", folder);
    char *bytes;
    size_t size;
    if (!path) return error_no_memory(err);
    if (!file_exists(path)) return CADRE_OK;
    TRY(file_read(&bytes, &size, path, arena, err));
    json_t *value = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL);
    const json_t *files = json_object_get(value, "files");
    CadreStatus status = CADRE_OK;
    for (size_t i = 0; i < json_array_size(files) && status == CADRE_OK; i++) {
        const json_t *file = json_array_get(files, i);
        const char *name = json_string_value(json_object_get(file, "path")),
                   *sum = json_string_value(json_object_get(file, "sha256"));
        if (!name || !sum) continue;
        SnapshotFile kept = {arena_copy(arena, name), arena_copy(arena, sum)};
        if (!kept.path || !kept.sha256 || !LIST_PUSH(arena, &out->files, kept)) status = error_no_memory(err);
    }
    const char *mark = json_string_value(json_object_get(value, "redacted"));
    if (mark && !(out->redacted = arena_copy(arena, mark)) && status == CADRE_OK) status = error_no_memory(err);
    if (status == CADRE_OK) status = inputs_read(out, json_object_get(value, "inputs"), arena, err);
    json_decref(value);
    return status;
}

CadreStatus read_snapshot(ResultSnapshot *out, const char *folder, Arena *arena, CadreError *err)
{
    *out = (ResultSnapshot){0};
    if (!folder_exists(folder)) return CADRE_OK;
    TRY(seats_read(out, folder, arena, err));
    return out->there ? files_read(out, folder, arena, err) : CADRE_OK;
}
