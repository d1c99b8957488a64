/* result_files.c: the files of a result folder as text. */
#include <string.h>

#include "base/files.h"
#include "read/csv_read.h"
#include "read/read.h"
#include "read/sheets.h"

static const char *join(const char *folder, const char *name, Arena *arena)
{
    size_t length = strlen(folder);
    return arena_print(arena, "%s%s%s", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name);
}

static CadreStatus read_sheet(Table *out, const char *folder, const char *name, Arena *arena, Messages *messages,
                              CadreError *err)
{
    const char *path = join(folder, name, arena);
    if (!path) return error_no_memory(err);
    TRY(csv_read(out, path, false, arena, messages, err));
    return table_trim(out, true, arena, err);
}

/* leading.csv, which results of earlier versions lack. */
static CadreStatus read_leading(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    const char *path = join(folder, "leading.csv", arena), *other = join(folder, "assignments.csv", arena);
    if (!path || !other) return error_no_memory(err);
    if (file_exists(path) || !file_exists(other)) return read_sheet(&out->leading, folder, "leading.csv", arena, messages, err);
    messages_add(messages, CADRE_ERROR, (Origin){path, 0, 0},
                 "there is no such file, as in results of earlier versions; expected one: solve again with this version");
    return CADRE_OK;
}

static CadreStatus read_json(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    out->json_path = join(folder, "result.json", arena);
    if (!out->json_path) return error_no_memory(err);
    char *json;
    CadreError fault;
    CadreStatus status = file_read(&json, &out->json_size, out->json_path, arena, &fault);
    if (status == CADRE_OK) {
        out->json = json;
        return CADRE_OK;
    }
    if (status != CADRE_IO) return error_set(err, status, "%s", fault.text);
    const char *text = strncmp(fault.text, out->json_path, strlen(out->json_path)) == 0
                           ? fault.text + strlen(out->json_path) + strspn(fault.text + strlen(out->json_path), ": ")
                           : fault.text;
    messages_add(messages, CADRE_ERROR, (Origin){out->json_path, 0, 0}, "cannot be read: %s; expected a JSON file", text);
    out->json = "";
    return CADRE_OK;
}

static CadreStatus read_files(ResultFiles *out, const char *folder, bool leading, Arena *arena, Messages *messages,
                              CadreError *err)
{
    ResultFiles files = {.json = "", .json_path = folder};
    if (folder_exists(folder)) {
        TRY(read_sheet(&files.assignments, folder, "assignments.csv", arena, messages, err));
        TRY(read_sheet(&files.groups, folder, "groups.csv", arena, messages, err));
        TRY(read_sheet(&files.people, folder, "people.csv", arena, messages, err));
        TRY(read_sheet(&files.shortages, folder, "shortages.csv", arena, messages, err));
        if (leading) TRY(read_leading(&files, folder, arena, messages, err));
        TRY(read_json(&files, folder, arena, messages, err));
    } else {
        messages_add(messages, CADRE_ERROR, (Origin){folder, 0, 0},
                     "there is no such folder; expected a result that Cadre has written");
    }
    *out = files;
    return CADRE_OK;
}

CadreStatus read_result(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    return read_files(out, folder, true, arena, messages, err);
}

CadreStatus read_result_core(ResultFiles *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    return read_files(out, folder, false, arena, messages, err);
}
