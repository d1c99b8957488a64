#include "read/scenario_lines.h"

#include <string.h>

const char *line_cell(const ScenarioWork *work, int line, int column) { return sheet_cell(&work->sheet, line, column); }

Origin line_origin(const ScenarioWork *work, int line, int column) { return sheet_origin(&work->sheet, line, column); }

static const char *sheet_name(const SheetDraft *draft) { return draft->sheet->spec->name; }

const char *lines_or_blank(const char *text) { return text ? text : ""; }

/* ', the nearest is "X"', or nothing. */
static const char *nearest_text(const char *nearest, Arena *arena)
{
    return nearest ? lines_or_blank(arena_print(arena, ", the nearest is \"%s\"", nearest)) : "";
}

/* The sheet that a line is about (also as NAME.csv); SHEET_COUNT with a message where there is none. */
static CadreStatus find_sheet(SheetKind *kind, const ScenarioWork *work, int line)
{
    const char *text = line_cell(work, line, SCENARIO_SHEET);
    size_t length = strlen(text);
    Names *names = names_create(work->arena, NAME_STYLE_HEADER);
    const char *name =
        length > 4 && strcmp(text + length - 4, ".csv") == 0 ? arena_copy_n(work->arena, text, length - 4) : text;
    if (!names || !name) return error_no_memory(work->err);
    for (int i = 0; i < SHEET_COUNT; i++)
        if (names_add(names, sheet_specs[i].name) < 0) return error_no_memory(work->err);
    int index = names_find(names, name);
    *kind = index < 0 ? SHEET_COUNT : (SheetKind)index;
    if (index < 0)
        messages_add(work->messages, CADRE_ERROR, line_origin(work, line, SCENARIO_SHEET),
                     "unknown sheet \"%s\"; expected a sheet of a plan, as groups, needs or settings%s", text,
                     nearest_text(names_nearest(names, name), work->arena));
    return CADRE_OK;
}

bool lines_can_reach(const Sheet *sheet)
{
    bool legible = !sheet->present || sheet->table.n_columns > 0;
    if (sheet->spec == &sheet_specs[SHEET_PEOPLE] && sheet->present)
        legible = sheet->column[PEOPLE_ID] >= 0 || sheet->column[PEOPLE_EMAIL] >= 0;
    for (int i = 0; i < sheet->spec->n_columns && sheet->present; i++)
        legible &= !sheet->spec->columns[i].required || sheet->column[i] >= 0;
    return legible;
}

CadreStatus lines_open_sheet(ScenarioWork *work, SheetKind kind)
{
    SheetDraft *draft = &work->drafts[kind];
    if (draft->sheet || draft_open(draft, kind, &work->plan->sheets[kind], work->arena)) return CADRE_OK;
    return error_no_memory(work->err);
}

/* Make sure of every column that the key of a new row may fill. */
static CadreStatus make_key_columns(ScenarioWork *work, SheetDraft *draft, const char *key)
{
    const KeyForms *forms = &key_forms[draft->kind];
    for (int i = 0; i < forms->n; i++) {
        if (draft->kind == SHEET_PEOPLE && (strchr(key, '@') != NULL) != (i == 1)) continue;
        for (int j = 0, column; j < forms->forms[i].n; j++)
            TRY(draft_column(&column, draft, draft->sheet->spec->columns[forms->forms[i].parts[j].column].name, work->err));
    }
    return CADRE_OK;
}

/* The column that a line sets; a new field that looks like a misspelt column is a warning. */
static CadreStatus find_column(ScenarioLine *out, ScenarioWork *work, int line)
{
    SheetDraft *draft = &work->drafts[out->kind];
    const char *text = line_cell(work, line, SCENARIO_COLUMN), *nearest = names_nearest(draft->columns, text);
    bool known = names_find(draft->columns, text) >= 0;
    Origin origin = line_origin(work, line, SCENARIO_COLUMN);
    TRY(draft_column(&out->column, draft, text, work->err));
    if (out->column < 0) {
        out->means = LINE_PASSED;
        messages_add(work->messages, CADRE_ERROR, origin, "%s.csv has no column \"%s\"; expected one of its columns, + or -%s",
                     sheet_name(draft), text, nearest_text(nearest, work->arena));
    } else if (!known && nearest)
        messages_add(work->messages, CADRE_WARNING, origin, "the column \"%s\" is a new one of %s.csv; is \"%s\" meant?", text,
                     sheet_name(draft), nearest);
    return CADRE_OK;
}

static CadreStatus read_line(ScenarioWork *work, int line)
{
    ScenarioLine *out = &work->lines[line];
    const char *key = line_cell(work, line, SCENARIO_KEY), *column = line_cell(work, line, SCENARIO_COLUMN);
    if (!*line_cell(work, line, SCENARIO_SHEET) || !*key || !*column) return CADRE_OK;
    TRY(find_sheet(&out->kind, work, line));
    if (out->kind == SHEET_COUNT || !lines_can_reach(&work->plan->sheets[out->kind])) return CADRE_OK;
    TRY(lines_open_sheet(work, out->kind));
    SheetDraft *draft = &work->drafts[out->kind];
    bool adds = strcmp(column, "+") == 0, settings = out->kind == SHEET_SETTINGS;
    out->means = strcmp(column, "-") == 0 ? LINE_DROP : adds && !settings ? LINE_ADD : LINE_SET;
    if (out->means == LINE_ADD || settings) TRY(make_key_columns(work, draft, key));
    if (adds && settings) return draft_column(&out->column, draft, "value", work->err);
    if (out->means == LINE_SET) return find_column(out, work, line);
    if (*line_cell(work, line, SCENARIO_VALUE))
        messages_add(work->messages, CADRE_WARNING, line_origin(work, line, SCENARIO_VALUE),
                     "the value \"%s\" of a line with %s is not used; expected it blank, and a line of its own for each cell",
                     line_cell(work, line, SCENARIO_VALUE), column);
    return CADRE_OK;
}

CadreStatus lines_read(ScenarioWork *work)
{
    work->lines = ARENA_ARRAY(work->arena, ScenarioLine, work->sheet.table.n_rows);
    if (!work->lines) return error_no_memory(work->err);
    for (int line = 0; line < work->sheet.table.n_rows; line++) TRY(read_line(work, line));
    return CADRE_OK;
}

static void tell_no_row(const ScenarioWork *work, const SheetDraft *draft, int line, const KeyMatch *match)
{
    const char *key = line_cell(work, line, SCENARIO_KEY), *name = sheet_name(draft);
    Origin origin = line_origin(work, line, SCENARIO_KEY);
    if (match->dropped)
        messages_add(work->messages, CADRE_ERROR, origin,
                     "the row \"%s\" of %s.csv is dropped by line %d; expected a row that stays", key, name, match->dropped);
    else if (!draft->sheet->present && draft->rows.n == 0)
        messages_add(work->messages, CADRE_ERROR, origin, "the plan has no %s.csv; expected a line with + that adds \"%s\"",
                     name, key);
    else
        messages_add(work->messages, CADRE_ERROR, origin,
                     "no row of %s.csv has the key \"%s\"; expected %s of a row, or a line with + that adds it%s", name, key,
                     lines_or_blank(key_describe(draft->kind, work->arena)),
                     nearest_text(draft_nearest(draft, key), work->arena));
}

const char *lines_place(Origin origin, Arena *arena)
{
    return lines_or_blank(arena_print(arena, "%s:%d", lines_or_blank(origin.file), origin.line));
}

CadreStatus lines_find_row(int *row, ScenarioWork *work, int line)
{
    SheetDraft *draft = &work->drafts[work->lines[line].kind];
    const char *key = line_cell(work, line, SCENARIO_KEY);
    KeyMatch match;
    TRY(draft_find(&match, draft, key, work->err));
    *row = match.n == 1 ? match.row : -1;
    if (match.n == 0)
        tell_no_row(work, draft, line, &match);
    else if (match.n > 1)
        messages_add(work->messages, CADRE_ERROR, line_origin(work, line, SCENARIO_KEY),
                     "the key \"%s\" names %d rows of %s.csv, as %s and %s; expected a key that only one has, %s", key, match.n,
                     sheet_name(draft), lines_place(draft_origin(draft, match.row), work->arena),
                     lines_place(draft_origin(draft, match.other), work->arena),
                     lines_or_blank(key_describe(draft->kind, work->arena)));
    return CADRE_OK;
}
