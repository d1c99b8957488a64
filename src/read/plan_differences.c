#include "read/plan_differences.h"

#include <string.h>

#include "read/plan_rows.h"

/* --- differences --- */

static CadreStatus add(const Comparing *at, InputDifference difference)
{
    difference.sheet = sheet_specs[at->kind].name;
    if (sheet_reads_surveys(at->kind) && !at->same_surveys) difference.about = ABOUT_READING;
    return LIST_PUSH(at->arena, at->out, difference) ? CADRE_OK : error_no_memory(at->err);
}

static CadreStatus add_cells(const Comparing *at, const KeyedRow *first, const KeyedRow *other)
{
    for (int column = 0; column < plan_row_columns(at); column++) {
        const char *before = plan_row_cell(at, first->sheet, first->row, column);
        const char *after = plan_row_cell(at, other->sheet, other->row, column), *name = plan_row_column(at, column);
        bool is_identity = other->matched && (column == PEOPLE_ID || column == PEOPLE_EMAIL);
        if (plan_row_is_key(first->form, column) || strcmp(before, after) == 0) continue;
        ScenarioChange *line = ARENA_NEW(at->arena, ScenarioChange);
        if (!line) return error_no_memory(at->err);
        *line = (ScenarioChange){sheet_specs[at->kind].name, first->key, name, after};
        TRY(add(at, (InputDifference){.about = is_identity ? ABOUT_IDENTITY : ABOUT_CELL,
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
    ScenarioChange *lines = ARENA_ARRAY(at->arena, ScenarioChange, plan_row_columns(at) + 1);
    int n = 0;
    if (!lines) return error_no_memory(at->err);
    lines[n++] = (ScenarioChange){sheet, row->key, added ? "+" : "-", ""};
    for (int column = 0; added && column < plan_row_columns(at); column++) {
        const char *cell = plan_row_cell(at, row->sheet, row->row, column);
        if (*cell && !plan_row_is_key(row->form, column))
            lines[n++] = (ScenarioChange){sheet, row->key, plan_row_column(at, column), cell};
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

static CadreStatus sheet_differences(Comparing *at)
{
    KeyedRows rows = {0};
    TRY(plan_rows(&rows, at));
    for (int i = 0, end; i < rows.n; i = end) {
        for (end = i; end < rows.n && strcmp(rows.items[i].equal, rows.items[end].equal) == 0; end++) continue;
        TRY(compare_rows(at, rows.items + i, end - i));
    }
    return CADRE_OK;
}

static const char *count_rows(const Sheet *sheet, int n_new, Arena *arena)
{
    if (!sheet->present) return "";
    if (n_new == 0) return arena_print(arena, "%d rows", sheet->table.n_rows);
    return arena_print(arena, "%d rows, %d of them new", sheet->table.n_rows, n_new);
}

/* The sheet as one difference; with lines where the other plan has it and each row can be named. */
static CadreStatus sheet_difference(const Comparing *at)
{
    InputDifferences rows = {0};
    LIST(ScenarioChange) lines = {0};
    Comparing within = *at;
    int n_new = 0;
    within.out = &rows;
    TRY(sheet_differences(&within));
    if (rows.n == 0 && at->first->present == at->other->present) return CADRE_OK;
    for (int i = 0; i < rows.n; i++) {
        n_new += at->first->present && rows.items[i].about == ABOUT_ADDED;
        for (int k = 0; k < rows.items[i].n_lines; k++)
            if (!LIST_PUSH(at->arena, &lines, rows.items[i].lines[k])) return error_no_memory(at->err);
        if (rows.items[i].n_lines == 0) within.other = NULL;
    }
    InputDifference difference = {.about = ABOUT_SHEET,
                                  .key = "",
                                  .column = "",
                                  .before = count_rows(at->first, 0, at->arena),
                                  .after = count_rows(at->other, n_new, at->arena),
                                  .lines = lines.items,
                                  .n_lines = within.other && at->other->present ? lines.n : 0};
    return difference.before && difference.after ? add(at, difference) : error_no_memory(at->err);
}

/* What was done before is one fact. Of sites and columns one row alone bars or hides all that it does not name. */
static bool is_one(const Comparing *at)
{
    bool one_has_it = at->first->present != at->other->present;
    return at->kind == SHEET_PREVIOUS || (one_has_it && (at->kind == SHEET_SITES || at->kind == SHEET_COLUMNS));
}

/* Where a sheet has many differences, what they are worth together says more than each. */
static CadreStatus all_difference(const Comparing *at, int n)
{
    if (n <= DIFFERENCES_FEW || (sheet_reads_surveys(at->kind) && !at->same_surveys)) return CADRE_OK;
    InputDifference difference = {
        .about = ABOUT_ALL, .key = "", .column = "all", .before = "", .after = arena_print(at->arena, "%d", n)};
    return difference.after ? add(at, difference) : error_no_memory(at->err);
}

CadreStatus plan_differences(InputDifferences *out, const InputTables *first, const InputTables *other,
                             const PeopleMatch *matches, bool same_surveys, Arena *arena, CadreError *err)
{
    static const SheetKind order[] = {SHEET_GROUPS, SHEET_ROLES,  SHEET_NEEDS,   SHEET_MIX,     SHEET_PINS,     SHEET_PAIRS,
                                      SHEET_SITES,  SHEET_SCALES, SHEET_OPTIONS, SHEET_COLUMNS, SHEET_PREVIOUS, SHEET_PEOPLE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        Comparing at = {.out = out,
                        .kind = order[i],
                        .first = &first->read.plan.sheets[order[i]],
                        .other = &other->read.plan.sheets[order[i]],
                        .matches = order[i] == SHEET_PEOPLE ? matches : NULL,
                        .same_surveys = same_surveys,
                        .arena = arena,
                        .err = err};
        int before = out->n;
        TRY(is_one(&at) ? sheet_difference(&at) : sheet_differences(&at));
        TRY(all_difference(&at, out->n - before));
    }
    return CADRE_OK;
}
