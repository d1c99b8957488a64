#include "read/plan_differences.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_buffer.h"
#include "read/input_tables.h"
#include "read/scenario_key.h"

typedef struct KeyedRow {
    const Sheet *sheet;
    int row;
    const KeyForm *form;
    const char *same[KEY_FORMS_MAX]; /* by form: equal where the keys are; NULL: the form does not apply */
    const char *key;                 /* of its form, as the sheet spells it */
    const char *equal;               /* of its form */
    const char *cells;               /* the others, as text */
} KeyedRow;

typedef LIST(KeyedRow) KeyedRows;

typedef struct Comparing {
    InputDifferences *out;
    SheetKind kind;
    const Sheet *first, *other;
    Names *fields; /* further columns of either, where the sheet may have some */
    Arena *arena;
    CadreError *err;
} Comparing;

/* --- cells --- */

static bool has_fields(SheetKind kind) { return sheet_specs[kind].open && kind != SHEET_PREVIOUS; }

static bool is_key_column(const KeyForm *form, int column)
{
    for (int i = 0; i < form->n; i++)
        if (form->parts[i].column == column) return true;
    return false;
}

static int n_columns(const Comparing *at)
{
    return sheet_specs[at->kind].n_columns + (at->fields ? names_count(at->fields) : 0);
}

static const char *column_name(const Comparing *at, int column)
{
    int n_spec = sheet_specs[at->kind].n_columns;
    return column < n_spec ? sheet_specs[at->kind].columns[column].name : names_get(at->fields, column - n_spec);
}

static const char *cell_of(const Comparing *at, const Sheet *sheet, int row, int column)
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
    for (int column = 0; column < n_columns(at); column++) {
        const char *cell = cell_of(at, row->sheet, row->row, column);
        if (!*cell || is_key_column(row->form, column)) continue;
        buffer_print(&text, "%s%s: %s", begun ? "; " : "", column_name(at, column), cell);
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
    if (rows->n > 1) qsort(rows->items, (size_t)rows->n, sizeof *rows->items, by_key);
    return CADRE_OK;
}

/* --- differences --- */

static CadreStatus add(const Comparing *at, InputDifference difference)
{
    difference.sheet = sheet_specs[at->kind].name;
    return LIST_PUSH(at->arena, at->out, difference) ? CADRE_OK : error_no_memory(at->err);
}

static CadreStatus add_cells(const Comparing *at, const KeyedRow *first, const KeyedRow *other)
{
    for (int column = 0; column < n_columns(at); column++) {
        const char *before = cell_of(at, first->sheet, first->row, column);
        const char *after = cell_of(at, other->sheet, other->row, column), *name = column_name(at, column);
        if (is_key_column(first->form, column) || strcmp(before, after) == 0) continue;
        ScenarioChange *line = ARENA_NEW(at->arena, ScenarioChange);
        if (!line) return error_no_memory(at->err);
        *line = (ScenarioChange){sheet_specs[at->kind].name, first->key, name, after};
        TRY(add(at, (InputDifference){.about = ABOUT_CELL,
                                      .key = first->key,
                                      .column = name,
                                      .before = before,
                                      .after = after,
                                      .lines = line,
                                      .n_lines = 1}));
    }
    return CADRE_OK;
}

/* A row that only one of the plans has; with lines where its key names no other row. */
static CadreStatus add_row(const Comparing *at, const KeyedRow *row, bool with_lines)
{
    const char *sheet = sheet_specs[at->kind].name;
    bool added = row->sheet == at->other;
    ScenarioChange *lines = ARENA_ARRAY(at->arena, ScenarioChange, n_columns(at) + 1);
    int n = 0;
    if (!lines) return error_no_memory(at->err);
    lines[n++] = (ScenarioChange){sheet, row->key, added ? "+" : "-", ""};
    for (int column = 0; added && column < n_columns(at); column++) {
        const char *cell = cell_of(at, row->sheet, row->row, column);
        if (*cell && !is_key_column(row->form, column))
            lines[n++] = (ScenarioChange){sheet, row->key, column_name(at, column), cell};
    }
    return add(at, (InputDifference){.about = added ? ABOUT_ADDED : ABOUT_DROPPED,
                                     .key = row->key,
                                     .column = added ? "+" : "-",
                                     .before = added ? "" : row->cells,
                                     .after = added ? row->cells : "",
                                     .lines = lines,
                                     .n_lines = with_lines ? n : 0});
}

/* Rows of one key of both plans, those of each sorted by their cells: equal ones are no difference. */
static CadreStatus compare_alike(const Comparing *at, const KeyedRow *rows, int n)
{
    for (int i = 0, end; i < n; i = end) {
        int n_first = 0;
        for (end = i; end < n && strcmp(rows[i].cells, rows[end].cells) == 0; end++) n_first += rows[end].sheet == at->first;
        int n_equal = n_first < end - i - n_first ? n_first : end - i - n_first, passed[2] = {0, 0};
        for (int k = i; k < end; k++)
            if (passed[rows[k].sheet == at->first]++ >= n_equal) TRY(add_row(at, &rows[k], false));
    }
    return CADRE_OK;
}

static CadreStatus compare_rows(const Comparing *at, const KeyedRow *rows, int n)
{
    const KeyedRow *first = NULL, *other = NULL;
    int n_first = 0;
    for (int i = 0; i < n; i++) {
        n_first += rows[i].sheet == at->first;
        if (rows[i].sheet == at->first)
            first = &rows[i];
        else
            other = &rows[i];
    }
    if (n_first > 1 || n - n_first > 1) return compare_alike(at, rows, n);
    if (first && other) return add_cells(at, first, other);
    return add_row(at, first ? first : other, true);
}

static CadreStatus sheet_differences(InputDifferences *out, SheetKind kind, const PlanSheets *first, const PlanSheets *other,
                                     Arena *arena, CadreError *err)
{
    Comparing at = {out, kind, &first->sheets[kind], &other->sheets[kind], NULL, arena, err};
    KeyedRows rows = {0};
    if (has_fields(kind)) {
        if (!(at.fields = names_create(arena, NAME_STYLE_HEADER))) return error_no_memory(err);
        TRY(learn_fields(&at, at.first));
        TRY(learn_fields(&at, at.other));
    }
    TRY(rows_list(&rows, &at, at.first));
    TRY(rows_list(&rows, &at, at.other));
    TRY(rows_choose(&rows, &at));
    for (int i = 0, end; i < rows.n; i = end) {
        for (end = i; end < rows.n && strcmp(rows.items[i].equal, rows.items[end].equal) == 0; end++) continue;
        TRY(compare_rows(&at, rows.items + i, end - i));
    }
    return CADRE_OK;
}

/* What was done before is one fact: its rows together. Where only one plan has the sheet no scenario makes the other of it. */
static CadreStatus previous_difference(InputDifferences *out, const PlanSheets *first, const PlanSheets *other, Arena *arena,
                                       CadreError *err)
{
    const Sheet *before = &first->sheets[SHEET_PREVIOUS], *after = &other->sheets[SHEET_PREVIOUS];
    InputDifferences rows = {0};
    LIST(ScenarioChange) lines = {0};
    TRY(sheet_differences(&rows, SHEET_PREVIOUS, first, other, arena, err));
    if (rows.n == 0 && before->present == after->present) return CADRE_OK;
    for (int i = 0; i < rows.n; i++)
        if (rows.items[i].n_lines > 0 && !LIST_PUSH(arena, &lines, rows.items[i].lines[0])) return error_no_memory(err);
    bool can_be_laid = after->present && lines.n > 0 && lines.n == rows.n;
    InputDifference difference = {.about = ABOUT_PREVIOUS,
                                  .sheet = sheet_specs[SHEET_PREVIOUS].name,
                                  .key = "",
                                  .column = "",
                                  .before = before->present ? arena_print(arena, "%d rows", before->table.n_rows) : "",
                                  .after = after->present ? arena_print(arena, "%d rows", after->table.n_rows) : "",
                                  .lines = lines.items,
                                  .n_lines = can_be_laid ? lines.n : 0};
    if (!difference.before || !difference.after || !LIST_PUSH(arena, out, difference)) return error_no_memory(err);
    return CADRE_OK;
}

CadreStatus plan_differences(InputDifferences *out, const InputTables *first, const InputTables *other, Arena *arena,
                             CadreError *err)
{
    static const SheetKind order[] = {SHEET_GROUPS, SHEET_ROLES, SHEET_NEEDS,  SHEET_MIX,     SHEET_PINS,
                                      SHEET_PAIRS,  SHEET_SITES, SHEET_SCALES, SHEET_OPTIONS, SHEET_COLUMNS};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        TRY(sheet_differences(out, order[i], &first->read.plan, &other->read.plan, arena, err));
    TRY(previous_difference(out, &first->read.plan, &other->read.plan, arena, err));
    return sheet_differences(out, SHEET_PEOPLE, &first->read.plan, &other->read.plan, arena, err);
}
