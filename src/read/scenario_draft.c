#include "read/scenario_draft.h"

#include <string.h>

/* Make the row findable by its key, in every form. */
static bool index_row(SheetDraft *draft, int row)
{
    const KeyForms *forms = &key_forms[draft->kind];
    for (int i = 0; i < forms->n; i++) {
        KeyIndex *index = &draft->index[i];
        const char *key = draft_was(draft, row, forms->forms[i].parts[0].column);
        for (int j = 1; key && j < forms->forms[i].n; j++)
            key = arena_print(draft->arena, "%s/%s", key, draft_was(draft, row, forms->forms[i].parts[j].column));
        if (!key) return false;
        if (!*key) { /* a person without an id, or without an e-mail */
            if (!LIST_PUSH(draft->arena, &index->next, -1)) return false;
            continue;
        }
        int name = names_add(index->names, key);
        if (name < 0 || (name == index->first.n && !LIST_PUSH(draft->arena, &index->first, -1))) return false;
        if (!LIST_PUSH(draft->arena, &index->next, index->first.items[name])) return false;
        index->first.items[name] = row;
    }
    return true;
}

static bool open_columns(SheetDraft *draft)
{
    const Sheet *sheet = draft->sheet;
    if (!(draft->columns = names_create(draft->arena, NAME_STYLE_HEADER))) return false;
    for (int i = 0; i < sheet->spec->n_columns; i++)
        if (names_add(draft->columns, sheet->spec->columns[i].name) < 0 ||
            !LIST_PUSH(draft->arena, &draft->place, sheet->column[i]))
            return false;
    for (int i = 0; i < sheet->n_other_columns; i++) {
        int column = sheet->other_columns[i], name = names_add(draft->columns, sheet->table.header[column]);
        if (name < 0 || (name == draft->place.n && !LIST_PUSH(draft->arena, &draft->place, column))) return false;
    }
    return true;
}

bool draft_open(SheetDraft *draft, SheetKind kind, Sheet *sheet, Arena *arena)
{
    const Table *table = &sheet->table;
    *draft = (SheetDraft){.sheet = sheet, .kind = kind, .n_columns = table->n_columns, .arena = arena};
    if (!open_columns(draft)) return false;
    for (int i = 0; i < key_forms[kind].n; i++)
        if (!(draft->index[i].names = names_create(arena, NAME_STYLE_HEADER))) return false;
    for (int i = 0; i < table->n_rows; i++) {
        DraftRow row = {.was = table->cells + (size_t)i * (size_t)table->n_columns, .width = table->n_columns};
        if (!LIST_PUSH(arena, &draft->rows, row) || !index_row(draft, i)) return false;
    }
    return true;
}

CadreStatus draft_column(int *column, SheetDraft *draft, const char *header, CadreError *err)
{
    int name = names_find(draft->columns, header);
    *column = -1;
    if (name < 0) {
        if (!draft->sheet->spec->open || draft->kind == SHEET_PREVIOUS) return CADRE_OK;
        if ((name = names_add(draft->columns, header)) < 0 || !LIST_PUSH(draft->arena, &draft->place, -1))
            return error_no_memory(err);
    }
    if (draft->place.items[name] < 0) {
        if (!LIST_PUSH(draft->arena, &draft->fresh, names_get(draft->columns, name))) return error_no_memory(err);
        draft->place.items[name] = draft->n_columns++;
    }
    *column = draft->place.items[name];
    return CADRE_OK;
}

const char *draft_was(const SheetDraft *draft, int row, int spec_column)
{
    const DraftRow *at = &draft->rows.items[row];
    int column = draft->place.items[spec_column];
    return column < 0 || column >= at->width ? "" : at->was[column];
}

const char *draft_cell(const SheetDraft *draft, int row, int spec_column)
{
    const DraftRow *at = &draft->rows.items[row];
    int column = draft->place.items[spec_column];
    return at->cells && column >= 0 ? at->cells[column] : draft_was(draft, row, spec_column);
}

/* Count a row that matches, once. */
static void count_match(KeyMatch *match, const DraftRow *row, int index, const KeyForm *form)
{
    KeyRank rank = !row->added ? KEY_OLD : row->form == form ? KEY_ADDED_SO : KEY_ADDED;
    if (row->dropped) {
        match->dropped = row->dropped;
        return;
    }
    if (match->n > 0 && rank < match->rank) return;
    if (match->n == 0 || rank > match->rank) {
        *match = (KeyMatch){.n = 1, .row = index, .rank = rank, .dropped = match->dropped};
        return;
    }
    if (match->row == index) return;
    match->other = index < match->row ? match->row : index;
    if (index < match->row) match->row = index;
    match->n++;
}

CadreStatus draft_find(KeyMatch *out, SheetDraft *draft, const char *key, CadreError *err)
{
    const KeyForms *forms = &key_forms[draft->kind];
    *out = (KeyMatch){0};
    for (int i = 0; i < forms->n; i++) {
        const KeyForm *form = &forms->forms[i];
        int name = names_find(draft->index[i].names, key);
        for (int row = name < 0 ? -1 : draft->index[i].first.items[name]; row >= 0; row = draft->index[i].next.items[row]) {
            const char *cells[KEY_PARTS_MAX];
            bool fits;
            for (int j = 0; j < form->n; j++) cells[j] = draft_was(draft, row, form->parts[j].column);
            TRY(key_fits(&fits, form, cells, key, draft->arena, err));
            if (fits) count_match(out, &draft->rows.items[row], row, form);
        }
    }
    return CADRE_OK;
}

const char *draft_nearest(const SheetDraft *draft, const char *key)
{
    const KeyForms *forms = &key_forms[draft->kind];
    for (int i = 0; i < forms->n; i++) {
        const char *nearest = names_nearest(draft->index[i].names, key);
        if (nearest) return nearest;
    }
    return NULL;
}

/* Give the row cells and origins of its own. */
static CadreStatus touch(SheetDraft *draft, int index, CadreError *err)
{
    DraftRow *row = &draft->rows.items[index];
    if (row->cells) return CADRE_OK;
    const Table *table = &draft->sheet->table;
    row->cells = ARENA_ARRAY(draft->arena, const char *, draft->n_columns);
    row->origins = ARENA_ARRAY(draft->arena, Origin, draft->n_columns + 1);
    row->set_in = ARENA_ARRAY(draft->arena, int, draft->n_columns);
    if (!row->cells || !row->origins || !row->set_in) return error_no_memory(err);
    for (int i = 0; i < draft->n_columns; i++) row->cells[i] = i < row->width ? row->was[i] : "";
    for (int i = -1; i < draft->n_columns && !row->added; i++)
        row->origins[1 + i] = table_origin(table, index, i < table->n_columns ? i : -1);
    return CADRE_OK;
}

CadreStatus draft_add(SheetDraft *draft, const KeySplit *split, Origin origin, CadreError *err)
{
    DraftRow row = {.width = draft->n_columns, .added = origin.line, .form = split->form};
    const char **was = ARENA_ARRAY(draft->arena, const char *, draft->n_columns);
    if (!was) return error_no_memory(err);
    for (int i = 0; i < draft->n_columns; i++) was[i] = "";
    for (int i = 0; i < split->form->n; i++) was[draft->place.items[split->form->parts[i].column]] = split->cells[i];
    row.was = was;
    int index = draft->rows.n;
    if (!LIST_PUSH(draft->arena, &draft->rows, row) || !index_row(draft, index)) return error_no_memory(err);
    TRY(touch(draft, index, err));
    for (int i = 0; i <= draft->n_columns; i++) draft->rows.items[index].origins[i] = origin;
    return CADRE_OK;
}

CadreStatus draft_set(SheetDraft *draft, int row, int column, const char *value, Origin origin, CadreError *err)
{
    TRY(touch(draft, row, err));
    DraftRow *at = &draft->rows.items[row];
    at->cells[column] = value;
    at->origins[1 + column] = origin;
    at->set_in[column] = origin.line;
    at->changed = true;
    return CADRE_OK;
}

Origin draft_origin(const SheetDraft *draft, int row)
{
    const DraftRow *at = &draft->rows.items[row];
    return at->origins ? at->origins[0] : table_origin(&draft->sheet->table, row, -1);
}

static CadreStatus store_columns(SheetDraft *draft, CadreError *err)
{
    Sheet *sheet = draft->sheet;
    const Table *table = &sheet->table;
    const char **header = ARENA_ARRAY(draft->arena, const char *, draft->n_columns);
    int *others = ARENA_ARRAY(draft->arena, int, draft->n_columns);
    int *column_of =
        ARENA_ARRAY(draft->arena, int, sheet->spec->n_columns); /* its own: other copies keep the sheet as it was */
    if (!header || !others || !column_of) return error_no_memory(err);
    for (int i = 0; i < draft->n_columns; i++)
        header[i] = i < table->n_columns ? table->header[i] : draft->fresh.items[i - table->n_columns];
    for (int i = 0; i < sheet->n_other_columns; i++) others[i] = sheet->other_columns[i];
    for (int i = 0; i < draft->place.n; i++) {
        int column = draft->place.items[i];
        if (i < sheet->spec->n_columns)
            column_of[i] = column;
        else if (column >= table->n_columns)
            others[sheet->n_other_columns++] = column;
    }
    sheet->column = column_of;
    sheet->other_columns = others;
    sheet->table.header = header;
    return CADRE_OK;
}

/* Copy a row into place `at` of the new table. */
static void store_row(Table *table, const SheetDraft *draft, int index, int at, const char **cells, int *line, int *number,
                      const Origin **moved)
{
    const DraftRow *row = &draft->rows.items[index];
    const Table *before = &draft->sheet->table;
    const char **into = cells + (size_t)at * (size_t)table->n_columns;
    for (int i = 0; i < table->n_columns; i++) into[i] = row->cells ? row->cells[i] : i < row->width ? row->was[i] : "";
    line[at] = row->added ? row->added : before->line[index];
    number[at] = row->added ? row->added : before->row_number[index];
    moved[at] = row->origins;
}

static CadreStatus store_rows(SheetDraft *draft, CadreError *err)
{
    Table table = draft->sheet->table;
    const Origin *const *moved_before = table.moved;
    int n_most = draft->rows.n, n_kept = 0;
    table.n_columns = draft->n_columns;
    const char **cells = ARENA_ARRAY(draft->arena, const char *, (size_t)n_most *(size_t)table.n_columns);
    int *line = ARENA_ARRAY(draft->arena, int, n_most), *number = ARENA_ARRAY(draft->arena, int, n_most);
    const Origin **moved = ARENA_ARRAY(draft->arena, const Origin *, n_most);
    if (!cells || !line || !number || !moved) return error_no_memory(err);
    for (int i = 0; i < n_most; i++) {
        if (draft->rows.items[i].dropped) continue;
        /* a row that an earlier scenario moved: its origins must reach to the last column */
        if (moved_before && i < table.n_rows && moved_before[i]) TRY(touch(draft, i, err));
        store_row(&table, draft, i, n_kept++, cells, line, number, moved);
    }
    table.n_rows = n_kept;
    table.cells = cells;
    table.line = line;
    table.row_number = number;
    table.moved = moved;
    draft->sheet->table = table;
    return CADRE_OK;
}

CadreStatus draft_store(SheetDraft *draft, CadreError *err)
{
    Sheet *sheet = draft->sheet;
    if (!sheet->present && draft->rows.n == 0) return CADRE_OK;
    TRY(store_columns(draft, err));
    TRY(store_rows(draft, err));
    sheet->present = true;
    if (!sheet->table.base_name) {
        const char *slash = strrchr(sheet->table.file, '/');
        sheet->table.base_name = slash ? slash + 1 : sheet->table.file;
    }
    return CADRE_OK;
}
