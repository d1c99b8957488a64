#include "read/sheets.h"

#include <string.h>

#include "base/files.h"
#include "base/names.h"
#include "base/text.h"
#include "read/csv_read.h"

static bool is_plain(char byte) { return byte > ' ' && byte <= '~'; }

/* `cell` as table_trim leaves it; the same pointer where nothing changes. NULL where there is no memory. */
static const char *trim_cell(const char *cell, bool guarded, Arena *arena)
{
    size_t length = strlen(cell);
    if (length == 0) return cell;
    if (!is_plain(cell[0]) || !is_plain(cell[length - 1])) cell = text_trim(arena, cell);
    return cell && guarded && cell[0] == '\'' ? cell + 1 : cell;
}

CadreStatus table_trim(Table *table, bool guarded, Arena *arena, CadreError *err)
{
    size_t n = (size_t)table->n_rows * (size_t)table->n_columns;
    const char **cells = ARENA_ARRAY(arena, const char *, n);
    if (!cells) return error_no_memory(err);
    for (size_t i = 0; i < n; i++)
        if (!(cells[i] = trim_cell(table->cells[i], guarded, arena))) return error_no_memory(err);
    table->cells = cells;
    return CADRE_OK;
}

/* The names of a spec's columns, for messages: "group, role, min". NULL where there is no memory. */
static const char *list_columns(const SheetSpec *spec, Arena *arena)
{
    const char *list = spec->columns[0].name;
    for (int i = 1; list && i < spec->n_columns; i++) list = arena_print(arena, "%s, %s", list, spec->columns[i].name);
    return list;
}

static CadreStatus tell_unknown(const Sheet *sheet, const Names *known, int column, Arena *arena, Messages *messages,
                                CadreError *err)
{
    const char *header = sheet->table.header[column], *nearest = names_nearest(known, header);
    Origin origin = table_origin(&sheet->table, -1, column);
    const char *list = list_columns(sheet->spec, arena);
    if (!list) return error_no_memory(err);
    if (sheet->spec->open && nearest && sheet->column[names_find(known, nearest)] < 0)
        messages_add(messages, CADRE_WARNING, origin, "the column \"%s\" is read as one of the plan's own; is \"%s\" meant?",
                     header, nearest);
    else if (!sheet->spec->open && nearest)
        messages_add(messages, CADRE_ERROR, origin, "unknown column \"%s\"; expected \"%s\" or another of: %s", header, nearest,
                     list);
    else if (!sheet->spec->open)
        messages_add(messages, CADRE_ERROR, origin, "unknown column \"%s\"; expected one of: %s", header, list);
    return CADRE_OK;
}

/* Set sheet->column and other_columns; unknown columns are messages. */
static CadreStatus match_columns(Sheet *sheet, Arena *arena, Messages *messages, CadreError *err)
{
    const SheetSpec *spec = sheet->spec;
    Names *known = names_create(arena, NAME_STYLE_HEADER);
    sheet->other_columns = ARENA_ARRAY(arena, int, sheet->table.n_columns);
    if (!known || !sheet->other_columns) return error_no_memory(err);
    for (int i = 0; i < spec->n_columns; i++)
        if (names_add(known, spec->columns[i].name) < 0) return error_no_memory(err);
    for (int column = 0; column < sheet->table.n_columns; column++) {
        if (text_is_blank(sheet->table.header[column])) continue;
        int i = names_find(known, sheet->table.header[column]);
        if (i >= 0 && sheet->column[i] < 0) sheet->column[i] = column;
    }
    for (int column = 0; column < sheet->table.n_columns; column++) {
        if (text_is_blank(sheet->table.header[column]) || names_find(known, sheet->table.header[column]) >= 0) continue;
        if (spec->open) sheet->other_columns[sheet->n_other_columns++] = column;
        if (spec != &sheet_specs[SHEET_PREVIOUS]) TRY(tell_unknown(sheet, known, column, arena, messages, err));
    }
    return CADRE_OK;
}

/* A setting may be left blank: that is its default. */
static bool may_be_blank(const SheetSpec *spec, int column)
{
    return !spec->columns[column].required || (spec == &sheet_specs[SHEET_SETTINGS] && column == SETTINGS_VALUE);
}

static void check_column(const Sheet *sheet, int column, Messages *messages)
{
    const ColumnSpec *spec = &sheet->spec->columns[column];
    if (spec->required && sheet->column[column] < 0) {
        messages_add(messages, CADRE_ERROR, table_origin(&sheet->table, -1, -1),
                     "the column \"%s\" is missing; expected it in the header: %s", spec->name, spec->help);
        return;
    }
    for (int row = 0; row < sheet->table.n_rows && !may_be_blank(sheet->spec, column); row++)
        if (!*sheet_cell(sheet, row, column))
            messages_add(messages, CADRE_ERROR, sheet_origin(sheet, row, column), "\"%s\" is blank; expected %s", spec->name,
                         spec->help);
}

/* Everybody on the roster is known by id or by e-mail. */
static void check_roster(const Sheet *sheet, Messages *messages)
{
    if (sheet->column[PEOPLE_ID] < 0 && sheet->column[PEOPLE_EMAIL] < 0) {
        messages_add(messages, CADRE_ERROR, table_origin(&sheet->table, -1, -1),
                     "the columns \"id\" and \"email\" are missing; expected at least one of them in the header");
        return;
    }
    int column = sheet->column[PEOPLE_ID] >= 0 ? sheet->column[PEOPLE_ID] : sheet->column[PEOPLE_EMAIL];
    for (int row = 0; row < sheet->table.n_rows; row++)
        if (!*sheet_cell(sheet, row, PEOPLE_ID) && !*sheet_cell(sheet, row, PEOPLE_EMAIL))
            messages_add(messages, CADRE_ERROR, table_origin(&sheet->table, row, column),
                         "\"id\" and \"email\" are blank; expected at least one of them");
}

/* A sheet that is absent so far: no columns. */
static CadreStatus sheet_start(Sheet *sheet, const SheetSpec *spec, const char *path, Arena *arena, CadreError *err)
{
    *sheet = (Sheet){.spec = spec, .table.file = path, .column = ARENA_ARRAY(arena, int, spec->n_columns)};
    if (!sheet->column) return error_no_memory(err);
    for (int i = 0; i < spec->n_columns; i++) sheet->column[i] = -1;
    return CADRE_OK;
}

CadreStatus sheet_read(Sheet *sheet, const SheetSpec *spec, const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    Table table = {.file = path};
    TRY(csv_read(&table, path, false, arena, messages, err));
    return sheet_of_table(sheet, spec, &table, arena, messages, err);
}

CadreStatus sheet_of_table(Sheet *sheet, const SheetSpec *spec, const Table *table, Arena *arena, Messages *messages,
                           CadreError *err)
{
    TRY(sheet_start(sheet, spec, table->file, arena, err));
    sheet->present = true;
    sheet->table = *table;
    if (sheet->table.n_columns == 0) return CADRE_OK;
    TRY(table_trim(&sheet->table, sheet->spec == &sheet_specs[SHEET_PREVIOUS], arena, err));
    TRY(match_columns(sheet, arena, messages, err));
    for (int i = 0; i < sheet->spec->n_columns; i++) check_column(sheet, i, messages);
    if (sheet->spec == &sheet_specs[SHEET_PEOPLE]) check_roster(sheet, messages);
    return CADRE_OK;
}

/* FOLDER/NAME.csv, without a second slash. NULL where there is no memory. */
static const char *sheet_path(const char *folder, const char *name, Arena *arena)
{
    size_t length = strlen(folder);
    return arena_print(arena, "%s%s%s.csv", folder, length > 0 && folder[length - 1] == '/' ? "" : "/", name);
}

/* Whether the plan's folder can be looked into. A folder that cannot be is one message, not one for each sheet. */
static CadreStatus folder_open(bool *is_open, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    const char *const *entries;
    int n_entries;
    CadreError fault;
    *is_open = false;
    if (!folder_exists(folder)) {
        messages_add(messages, CADRE_ERROR, (Origin){folder, 0, 0},
                     "there is no such folder; expected the plan's folder with groups.csv in it");
        return CADRE_OK;
    }
    CadreStatus status = folder_list(&entries, &n_entries, folder, arena, &fault);
    if (status == CADRE_IO) {
        size_t length = strlen(folder);
        bool names_it = strncmp(fault.text, folder, length) == 0 && strncmp(fault.text + length, ": ", 2) == 0;
        messages_add(messages, CADRE_ERROR, (Origin){folder, 0, 0}, "cannot be read: %s; expected a folder that you may read",
                     fault.text + (names_it ? length + 2 : 0));
        return CADRE_OK;
    }
    *is_open = status == CADRE_OK;
    return status == CADRE_OK ? status : error_set(err, status, "%s", fault.text);
}

/* Every sheet of a folder, where that can be looked into. */
static CadreStatus sheets_read_all(PlanSheets *out, const char *folder, bool is_open, bool needs_groups, Arena *arena,
                                   Messages *messages, CadreError *err)
{
    PlanSheets plan = {.folder = folder};
    for (int kind = 0; kind < SHEET_COUNT; kind++) {
        const SheetSpec *spec = &sheet_specs[kind];
        const char *path = sheet_path(folder, spec->name, arena);
        if (!path) return error_no_memory(err);
        TRY(sheet_start(&plan.sheets[kind], spec, path, arena, err));
        if (is_open && file_exists(path))
            TRY(sheet_read(&plan.sheets[kind], spec, path, arena, messages, err));
        else if (is_open && needs_groups && kind == SHEET_GROUPS)
            messages_add(messages, CADRE_ERROR, (Origin){path, 0, 0}, "the sheet is missing; expected one row per group in it");
    }
    *out = plan;
    return CADRE_OK;
}

CadreStatus plan_sheets_read(PlanSheets *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    bool is_open;
    TRY(folder_open(&is_open, folder, arena, messages, err));
    return sheets_read_all(out, folder, is_open, true, arena, messages, err);
}

CadreStatus plan_sheets_there(PlanSheets *out, const char *folder, Arena *arena, Messages *messages, CadreError *err)
{
    return sheets_read_all(out, folder ? folder : "", folder != NULL, false, arena, messages, err);
}

static bool is_csv(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".csv") == 0;
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_among(const char *name, const char *const *paths, int n)
{
    for (int i = 0; i < n; i++)
        if (strcmp(last_part(paths[i]), name) == 0) return true;
    return false;
}

CadreStatus plan_folder_check(const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err)
{
    const char *const *entries;
    int n_entries;
    CadreStatus status = folder_list(&entries, &n_entries, inputs->plan, arena, err);
    if (status == CADRE_IO) return CADRE_OK; /* told by plan_sheets_read */
    if (status != CADRE_OK) return status;
    Names *known = names_create(arena, NAME_STYLE_EXACT);
    if (!known) return error_no_memory(err);
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        if (names_add(known, sheet_specs[kind].name) < 0) return error_no_memory(err);
    for (int i = 0; i < n_entries; i++) {
        if (!is_csv(entries[i])) continue;
        char *name = arena_copy_n(arena, entries[i], strlen(entries[i]) - 4);
        const char *path = name ? sheet_path(inputs->plan, name, arena) : NULL;
        if (!path) return error_no_memory(err);
        if (names_find(known, name) >= 0 || is_among(entries[i], inputs->surveys, inputs->n_surveys) ||
            is_among(entries[i], inputs->scenarios, inputs->n_scenarios))
            continue;
        char *key = text_name_key(arena, name);
        if (!key) return error_no_memory(err);
        const char *nearest = names_nearest(known, key);
        messages_add(messages, CADRE_WARNING, (Origin){path, 0, 0},
                     "is no sheet of a plan and is passed over; expected \"%s.csv\"%s", nearest ? nearest : "groups",
                     nearest ? "" : ", \"roles.csv\", \"needs.csv\" and so on");
    }
    return CADRE_OK;
}
