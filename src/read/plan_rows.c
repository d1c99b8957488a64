#include "read/plan_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_buffer.h"

/* --- cells --- */

static bool has_fields(SheetKind kind) { return sheet_specs[kind].open && kind != SHEET_PREVIOUS; }

bool plan_row_is_key(const KeyForm *form, int column)
{
    for (int i = 0; i < form->n; i++)
        if (form->parts[i].column == column) return true;
    return false;
}

int plan_row_columns(const Comparing *at)
{
    return sheet_specs[at->kind].n_columns + (at->fields ? names_count(at->fields) : 0);
}

const char *plan_row_column(const Comparing *at, int column)
{
    int n_spec = sheet_specs[at->kind].n_columns;
    return column < n_spec ? sheet_specs[at->kind].columns[column].name : names_get(at->fields, column - n_spec);
}

const char *plan_row_cell(const Comparing *at, const Sheet *sheet, int row, int column)
{
    int n_spec = sheet_specs[at->kind].n_columns;
    if (column < n_spec) return sheet_cell(sheet, row, column);
    for (int i = 0; i < sheet->n_other_columns; i++)
        if (names_find(at->fields, sheet->table.header[sheet->other_columns[i]]) == column - n_spec)
            return table_cell(&sheet->table, row, sheet->other_columns[i]);
    return "";
}

static CadreStatus learn_fields(Comparing *at, const Sheet *sheet)
{
    for (int i = 0; sheet->present && i < sheet->n_other_columns; i++)
        if (names_add(at->fields, sheet->table.header[sheet->other_columns[i]]) < 0) return error_no_memory(at->err);
    return CADRE_OK;
}

static CadreStatus cells_text(const char **out, const Comparing *at, const KeyedRow *row)
{
    TextBuffer text = {.arena = at->arena};
    bool begun = false;
    for (int column = 0; column < plan_row_columns(at); column++) {
        const char *cell = plan_row_cell(at, row->sheet, row->row, column);
        if (!*cell || plan_row_is_key(row->form, column)) continue;
        buffer_print(&text, "%s%s: %s", begun ? "; " : "", plan_row_column(at, column), cell);
        begun = true;
    }
    return buffer_text(out, &text, at->err);
}

/* --- keys --- */

static CadreStatus equal_key(const char **out, const Comparing *at, const Sheet *sheet, int row, const KeyForm *form)
{
    const char *text = "";
    bool blank = true;
    for (int i = 0; i < form->n; i++) {
        KeyPartKind kind = form->parts[i].kind;
        const char *cell = sheet_cell(sheet, row, form->parts[i].column);
        const char *part =
            kind == PART_HEADER || kind == PART_FIELD ? text_header_key(at->arena, cell) : text_name_key(at->arena, cell);
        if (!part || !(text = arena_print(at->arena, "%s%s\x1f", text, part))) return error_no_memory(at->err);
        blank = blank && !*part;
    }
    *out = blank ? NULL : text;
    return CADRE_OK;
}

static CadreStatus spelled_key(const char **out, const Comparing *at, const KeyedRow *row)
{
    const char *text = "";
    for (int i = 0; i < row->form->n; i++)
        if (!(text = arena_print(at->arena, "%s%s%s", text, i ? "/" : "",
                                 sheet_cell(row->sheet, row->row, row->form->parts[i].column))))
            return error_no_memory(at->err);
    *out = text;
    return CADRE_OK;
}

static CadreStatus rows_list(KeyedRows *out, const Comparing *at, const Sheet *sheet)
{
    const KeyForms *forms = &key_forms[at->kind];
    for (int row = 0; sheet->present && row < sheet->table.n_rows; row++) {
        KeyedRow keyed = {.sheet = sheet, .row = row};
        for (int i = 0; i < forms->n; i++) TRY(equal_key(&keyed.same[i], at, sheet, row, &forms->forms[i]));
        if (!LIST_PUSH(at->arena, out, keyed)) return error_no_memory(at->err);
    }
    return CADRE_OK;
}

static int by_first_form(const void *left, const void *right)
{
    const KeyedRow *a = left, *b = right;
    if (!a->same[0] || !b->same[0]) return !a->same[0] - !b->same[0];
    return strcmp(a->same[0], b->same[0]);
}

static int by_key(const void *left, const void *right)
{
    const KeyedRow *a = left, *b = right;
    int order = strcmp(a->equal, b->equal);
    return order != 0 ? order : strcmp(a->cells, b->cells);
}

/* The form of each row: the first, but where it tells two rows of one plan not apart, or is blank, the second. */
static CadreStatus rows_choose(KeyedRows *rows, const Comparing *at)
{
    const KeyForms *forms = &key_forms[at->kind];
    if (rows->n > 1) qsort(rows->items, (size_t)rows->n, sizeof *rows->items, by_first_form);
    for (int i = 0, end; i < rows->n; i = end) {
        int n_first = 0;
        for (end = i; end < rows->n && by_first_form(&rows->items[i], &rows->items[end]) == 0; end++)
            n_first += rows->items[end].sheet == at->first;
        bool second = forms->n > 1 && (n_first > 1 || end - i - n_first > 1 || !rows->items[i].same[0]);
        for (int k = i; k < end; k++) {
            KeyedRow *row = &rows->items[k];
            int form = second && row->same[1] ? 1 : 0;
            row->form = &forms->forms[form];
            row->equal = arena_print(at->arena, "%d%s", form, row->same[form] ? row->same[form] : "");
            if (!row->equal) return error_no_memory(at->err);
            TRY(spelled_key(&row->key, at, row));
            TRY(cells_text(&row->cells, at, row));
        }
    }
    return CADRE_OK;
}

/* --- who is matched by name --- */

static bool key_of_call(const char **out, const char *call, Arena *arena)
{
    const char *key = text_name_key(arena, call);
    *out = key ? arena_print(arena, "%s\x1f", key) : NULL;
    return *out != NULL;
}

/* The keys of rows as indices, each with what it stands for. */
typedef struct CallKeys {
    Names *keys;
    const char **items;
} CallKeys;

static bool keys_create(CallKeys *out, int n, Arena *arena)
{
    out->keys = names_create(arena, NAME_STYLE_EXACT);
    out->items = ARENA_ARRAY(arena, const char *, n);
    return out->keys && out->items;
}

static bool keys_put(CallKeys *keys, const char *key, const char *item)
{
    int at = names_add(keys->keys, key);
    if (at >= 0) keys->items[at] = item;
    return at >= 0;
}

static const char *keys_get(const CallKeys *keys, const char *key)
{
    int at = key ? names_find(keys->keys, key) : -1;
    return at < 0 ? NULL : keys->items[at];
}

static const char *own_key(const KeyedRow *row) { return row->same[row->form - key_forms[SHEET_PEOPLE].forms]; }

/* Rows of the other plan get the keys of the first's rows about the same people. */
static CadreStatus rows_match(KeyedRows *rows, const Comparing *at)
{
    CallKeys calls, first;
    if (!at->matches || at->matches->n == 0) return CADRE_OK;
    if (!keys_create(&calls, at->matches->n, at->arena) || !keys_create(&first, rows->n, at->arena))
        return error_no_memory(at->err);
    for (int i = 0; i < at->matches->n; i++) {
        const char *before, *after;
        if (!key_of_call(&before, at->matches->items[i].before, at->arena) ||
            !key_of_call(&after, at->matches->items[i].after, at->arena) || !keys_put(&calls, after, before))
            return error_no_memory(at->err);
    }
    for (int i = 0; i < rows->n; i++) {
        const KeyedRow *row = &rows->items[i];
        if (row->sheet == at->first && own_key(row) && !keys_put(&first, own_key(row), row->equal))
            return error_no_memory(at->err);
    }
    for (int i = 0; i < rows->n; i++) {
        KeyedRow *row = &rows->items[i];
        const char *equal = row->sheet == at->other ? keys_get(&first, keys_get(&calls, own_key(row))) : NULL;
        if (!equal || strcmp(equal, row->equal) == 0) continue;
        row->equal = equal;
        row->matched = true;
    }
    return CADRE_OK;
}

CadreStatus plan_rows(KeyedRows *out, Comparing *at)
{
    if (has_fields(at->kind)) {
        if (!(at->fields = names_create(at->arena, NAME_STYLE_HEADER))) return error_no_memory(at->err);
        TRY(learn_fields(at, at->first));
        TRY(learn_fields(at, at->other));
    }
    TRY(rows_list(out, at, at->first));
    TRY(rows_list(out, at, at->other));
    TRY(rows_choose(out, at));
    TRY(rows_match(out, at));
    if (out->n > 1) qsort(out->items, (size_t)out->n, sizeof *out->items, by_key);
    return CADRE_OK;
}
