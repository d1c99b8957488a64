#include "read/survey_folder.h"

#include <string.h>
#include <strings.h>

#include "base/files.h"
#include "base/text_buffer.h"
#include "model/reminder_list.h"
#include "read/csv_read.h"
#include "read/sheets.h"

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), size = strlen(end);
    return length > size && strcasecmp(name + length - size, end) == 0;
}

static bool is_sheet(const char *name)
{
    size_t length = strlen(name) - 4;
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        if (strlen(sheet_specs[kind].name) == length && strncasecmp(sheet_specs[kind].name, name, length) == 0) return true;
    return false;
}

/* A spreadsheet's own formats, and text that Excel writes: exports that want to be saved as CSV first. */
static bool is_unsaved(const char *name)
{
    static const char *const ends[] = {".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".txt"};
    bool is = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) is |= ends_with(name, ends[i]);
    return is && name[0] != '.' && name[0] != '~';
}

/* Its columns are those of a scenario. */
static bool is_scenario(const Table *table)
{
    int n = 0;
    for (int i = 0; i < scenario_spec.n_columns && i < table->n_columns; i++)
        for (int j = 0; j < table->n_columns; j++) n += strcasecmp(table->header[j], scenario_spec.columns[i].name) == 0;
    return n >= 3 && table->n_columns <= scenario_spec.n_columns;
}

static bool same_headers(const Table *a, const Table *b)
{
    if (a->n_columns != b->n_columns) return false;
    for (int i = 0; i < a->n_columns; i++)
        if (strcmp(a->header[i], b->header[i]) != 0) return false;
    return true;
}

static CadreStatus row_text(const char **text, const Table *table, int row, Arena *arena, CadreError *err)
{
    TextBuffer buffer = {.arena = arena};
    for (int i = 0; i < table->n_columns; i++) {
        buffer_add(&buffer, table_cell(table, row, i));
        buffer_add_byte(&buffer, '\x1f');
    }
    return buffer_text(text, &buffer, err);
}

/* Whether every row of `older` is in `newer`; of two equal ones the later name counts. */
static CadreStatus is_contained(bool *contained, const Table *older, const Table *newer, bool comes_first, CadreError *err)
{
    *contained = false;
    if (!same_headers(older, newer) || older->n_rows > newer->n_rows || older->n_rows == 0) return CADRE_OK;
    if (older->n_rows == newer->n_rows && !comes_first) return CADRE_OK;
    Arena *scratch = arena_create(NULL);
    if (!scratch) return error_no_memory(err);
    CadreStatus status = CADRE_OK;
    const char *text;
    Names *rows = names_create(scratch, NAME_STYLE_EXACT);
    if (!rows) status = error_no_memory(err);
    for (int row = 0; row < newer->n_rows && status == CADRE_OK; row++) {
        status = row_text(&text, newer, row, scratch, err);
        if (status == CADRE_OK && names_add(rows, text) < 0) status = error_no_memory(err);
    }
    *contained = status == CADRE_OK;
    for (int row = 0; row < older->n_rows && *contained; row++) {
        status = row_text(&text, older, row, scratch, err);
        *contained = status == CADRE_OK && names_find(rows, text) >= 0;
    }
    arena_release(scratch);
    return status;
}

typedef struct Candidates {
    LIST(Table) tables;
    LIST(const char *) kept;
    const char *unsaved; /* the first file that is_unsaved, or NULL */
} Candidates;

/* Tables in `scratch`, their paths in `arena`. */
static CadreStatus gather(Candidates *out, const char *folder, Arena *arena, Arena *scratch, Messages *messages,
                          CadreError *err)
{
    const char *const *names;
    int n;
    TRY(folder_list(&names, &n, folder, scratch, err));
    for (int i = 0; i < n; i++) {
        if (!out->unsaved && is_unsaved(names[i])) out->unsaved = names[i];
        if ((!ends_with(names[i], ".csv") && !ends_with(names[i], ".tsv")) || names[i][0] == '.' || is_sheet(names[i]))
            continue;
        size_t length = strlen(folder);
        const char *gap = length > 0 && folder[length - 1] == '/' ? "" : "/";
        const char *path = arena_print(arena, "%s%s%s", folder, gap, names[i]);
        Messages *unheard = messages_create(scratch);
        Table table = {0};
        if (!path || !unheard) return error_no_memory(err);
        TRY(csv_read(&table, path, true, scratch, unheard, err));
        table.file = path;
        if (is_reminder_list(table.header, table.n_columns))
            messages_add(messages, CADRE_NOTE, (Origin){path, 0, 0},
                         "is a list of who has not answered and plays no part in a run of the folder");
        else if (is_scenario(&table))
            messages_add(messages, CADRE_NOTE, (Origin){path, 0, 0}, "is a scenario and plays no part in a run of the folder");
        else if (!LIST_PUSH(scratch, &out->tables, table))
            return error_no_memory(err);
    }
    return CADRE_OK;
}

static CadreStatus choose(const char *const **paths, int *n, const char *folder, Arena *arena, Arena *scratch,
                          Messages *messages, CadreError *err)
{
    Candidates found = {0};
    TRY(gather(&found, folder, arena, scratch, messages, err));
    for (int i = 0; i < found.tables.n; i++) {
        const Table *table = &found.tables.items[i], *newer = NULL;
        for (int j = 0; j < found.tables.n && !newer; j++) {
            bool contained = false;
            if (j != i) TRY(is_contained(&contained, table, &found.tables.items[j], i < j, err));
            if (contained) newer = &found.tables.items[j];
        }
        if (newer)
            messages_add(messages, CADRE_NOTE, (Origin){table->file, 0, 0}, "is left out, for every answer in it is also in %s",
                         newer->file);
        else if (!LIST_PUSH(arena, &found.kept, table->file))
            return error_no_memory(err);
    }
    if (found.kept.n == 0 && found.unsaved)
        messages_add(messages, CADRE_ERROR, (Origin){folder, 0, 0},
                     "there is no survey in the folder that can be read; expected \"%.200s\" to be opened in a spreadsheet and "
                     "saved as CSV UTF-8 beside it, if it holds the answers",
                     found.unsaved);
    else if (found.kept.n == 0)
        messages_add(messages, CADRE_ERROR, (Origin){folder, 0, 0},
                     "there is no survey in the folder; expected an export saved as CSV (.csv or .tsv)");
    *paths = found.kept.items;
    *n = found.kept.n;
    return CADRE_OK;
}

CadreStatus survey_folder_list(const char *const **paths, int *n, const char *folder, Arena *arena, Messages *messages,
                               CadreError *err)
{
    Arena *scratch = arena_create(NULL);
    if (!scratch) return error_no_memory(err);
    CadreStatus status = choose(paths, n, folder, arena, scratch, messages, err);
    arena_release(scratch);
    return status;
}
