#include "read/scenario.h"

#include <string.h>

#include "read/csv_read.h"
#include "read/scenario_drop.h"
#include "read/scenario_lines.h"

static const char *sheet_name(const SheetDraft *draft) { return draft->sheet->spec->name; }

static CadreStatus find_drop(ScenarioWork *work, int line) { return lines_find_row(&work->lines[line].row, work, line); }

/* Mark the row that a line drops; all such rows are found already. */
static CadreStatus drop_row(ScenarioWork *work, int line)
{
    const ScenarioLine *at = &work->lines[line];
    Origin origin = line_origin(work, line, SCENARIO_KEY);
    if (at->row < 0) return CADRE_OK;
    DraftRow *row = &work->drafts[at->kind].rows.items[at->row];
    if (row->dropped)
        messages_add(work->messages, CADRE_ERROR, origin, "the row is already dropped by line %d; expected each row once",
                     row->dropped);
    else
        row->dropped = origin.line;
    return CADRE_OK;
}

/* Names of groups and roles that are there or added; those of the short form too. */
static CadreStatus learn_names(Names *names, const Sheet *sheet, int column, CadreError *err)
{
    for (int i = 0; i < sheet->table.n_rows; i++)
        if (names_add(names, sheet_cell(sheet, i, column)) < 0) return error_no_memory(err);
    return CADRE_OK;
}

static CadreStatus learn_all_names(ScenarioWork *work)
{
    work->groups = names_create(work->arena, NAME_STYLE_NAME);
    work->roles = names_create(work->arena, NAME_STYLE_NAME);
    if (!work->groups || !work->roles || names_add(work->roles, "lead") < 0 || names_add(work->roles, "member") < 0)
        return error_no_memory(work->err);
    TRY(learn_names(work->groups, &work->plan->sheets[SHEET_GROUPS], GROUPS_GROUP, work->err));
    return learn_names(work->roles, &work->plan->sheets[SHEET_ROLES], ROLES_ROLE, work->err);
}

/* The names that a new row of groups or roles makes known. */
static CadreStatus learn_new_name(ScenarioWork *work, SheetKind kind, const KeySplit *split)
{
    bool known = true;
    if (kind == SHEET_GROUPS) known = names_add(work->groups, split->cells[0]) >= 0;
    if (kind == SHEET_ROLES) known = names_add(work->roles, split->cells[1]) >= 0;
    return known ? CADRE_OK : error_no_memory(work->err);
}

static void tell_already(const ScenarioWork *work, const SheetDraft *draft, int line, int row)
{
    const char *key = line_cell(work, line, SCENARIO_KEY);
    const DraftRow *at = &draft->rows.items[row];
    Origin origin = line_origin(work, line, SCENARIO_KEY);
    if (at->added)
        messages_add(work->messages, CADRE_ERROR, origin,
                     "the row \"%s\" of %s.csv is already added by line %d; expected each row once", key, sheet_name(draft),
                     at->added);
    else
        messages_add(work->messages, CADRE_ERROR, origin,
                     "the row \"%s\" is already in %s; expected a row that is not there, or lines that set its cells", key,
                     lines_place(draft_origin(draft, row), work->arena));
}

static CadreStatus add_row(ScenarioWork *work, int line)
{
    SheetKind kind = work->lines[line].kind;
    SheetDraft *draft = &work->drafts[kind];
    const char *key = line_cell(work, line, SCENARIO_KEY);
    Origin origin = line_origin(work, line, SCENARIO_KEY);
    KeyMatch match;
    KeySplit split;
    TRY(draft_find(&match, draft, key, work->err));
    if (match.n > 0 && (match.rank == KEY_ADDED_SO || key_forms[kind].once)) {
        tell_already(work, draft, line, match.row);
        return CADRE_OK;
    }
    TRY(key_split(&split, kind, key, work->groups, work->roles, work->arena, work->err));
    if (split.form) {
        TRY(draft_add(draft, &split, origin, work->err));
        return learn_new_name(work, kind, &split);
    }
    messages_add(work->messages, CADRE_ERROR, origin, "\"%s\" is not a key of %s.csv; expected %s, blanks kept", key,
                 sheet_name(draft), lines_or_blank(key_describe(kind, work->arena)));
    return CADRE_OK;
}

/* A setting that no row has yet gets one. */
static CadreStatus find_setting(int *row, ScenarioWork *work, int line)
{
    SheetDraft *draft = &work->drafts[SHEET_SETTINGS];
    const char *key = line_cell(work, line, SCENARIO_KEY);
    KeyMatch match;
    TRY(draft_find(&match, draft, key, work->err));
    if (match.n > 0 || match.dropped) return lines_find_row(row, work, line);
    KeySplit split = {&key_forms[SHEET_SETTINGS].forms[0], {key}};
    TRY(draft_add(draft, &split, line_origin(work, line, SCENARIO_KEY), work->err));
    *row = draft->rows.n - 1;
    return CADRE_OK;
}

/* The spec column at a column of the draft, or -1. */
static int spec_column_at(const SheetDraft *draft, int column)
{
    for (int i = 0; i < draft->sheet->spec->n_columns; i++)
        if (draft->place.items[i] == column) return i;
    return -1;
}

static bool must_be_filled(const SheetDraft *draft, int spec_column)
{
    if (spec_column < 0 || (draft->kind == SHEET_SETTINGS && spec_column == SETTINGS_VALUE)) return false;
    return draft->sheet->spec->columns[spec_column].required;
}

static void add_twice(const ScenarioWork *work, int line, int before)
{
    Origin origin = line_origin(work, line, SCENARIO_KEY);
    if (strncmp(origin.file, "--vary ", 7) == 0) /* an option has no lines */
        messages_add(work->messages, CADRE_ERROR, origin, "an earlier --vary is of the same cell; expected each cell once");
    else
        messages_add(work->messages, CADRE_ERROR, origin, "the cell is already set in line %d; expected each cell once",
                     before);
}

static CadreStatus set_cell(ScenarioWork *work, int line)
{
    ScenarioLine *at = &work->lines[line];
    SheetDraft *draft = &work->drafts[at->kind];
    const char *value = line_cell(work, line, SCENARIO_VALUE);
    int row, spec_column = spec_column_at(draft, at->column);
    TRY(at->kind == SHEET_SETTINGS ? find_setting(&row, work, line) : lines_find_row(&row, work, line));
    if (row < 0) return CADRE_OK;
    const DraftRow *found = &draft->rows.items[row];
    if (found->set_in && found->set_in[at->column])
        add_twice(work, line, found->set_in[at->column]);
    else if (!*value && must_be_filled(draft, spec_column))
        messages_add(work->messages, CADRE_ERROR, line_origin(work, line, SCENARIO_VALUE), "\"%s\" is blank; expected %s",
                     draft->sheet->spec->columns[spec_column].name, draft->sheet->spec->columns[spec_column].help);
    else
        return draft_set(draft, row, at->column, value, line_origin(work, line, SCENARIO_VALUE), work->err);
    return CADRE_OK;
}

/* Everybody on the roster keeps an id or an e-mail; rows added have every cell that is required. */
static void check_rows(const ScenarioWork *work, const SheetDraft *draft)
{
    for (int i = 0; draft->sheet && i < draft->rows.n; i++) {
        const DraftRow *row = &draft->rows.items[i];
        for (int j = 0; row->added && j < draft->sheet->spec->n_columns; j++)
            if (must_be_filled(draft, j) && !*draft_cell(draft, i, j))
                messages_add(work->messages, CADRE_ERROR, row->origins[0],
                             "the row added to %s.csv has no \"%s\"; expected it in the key or in a line of its own: %s",
                             sheet_name(draft), draft->sheet->spec->columns[j].name, draft->sheet->spec->columns[j].help);
        if (row->changed && draft->kind == SHEET_PEOPLE && !*draft_cell(draft, i, PEOPLE_ID) &&
            !*draft_cell(draft, i, PEOPLE_EMAIL))
            messages_add(work->messages, CADRE_ERROR, row->origins[0],
                         "the scenario leaves neither \"id\" nor \"email\"; expected at least one of them");
    }
}

/* Every line that means `means`, sheet by sheet: a new group is known before a role of it is added. */
static CadreStatus apply_lines(ScenarioWork *work, LineMeans means, CadreStatus (*apply)(ScenarioWork *, int))
{
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        for (int line = 0; work->drafts[kind].sheet && line < work->sheet.table.n_rows; line++)
            if (work->lines[line].means == means && (int)work->lines[line].kind == kind) TRY(apply(work, line));
    return CADRE_OK;
}

static CadreStatus drop_rows(ScenarioWork *work)
{
    TRY(apply_lines(work, LINE_DROP, find_drop));
    TRY(apply_lines(work, LINE_DROP, drop_row));
    if (!drop_concerns_others(work->drafts)) return CADRE_OK;
    for (int kind = SHEET_GROUPS; kind <= SHEET_PREVIOUS; kind++)
        if (work->plan->sheets[kind].present && lines_can_reach(&work->plan->sheets[kind]))
            TRY(lines_open_sheet(work, (SheetKind)kind));
    return drop_named(work->drafts, work->sheet.table.file, work->arena, work->messages, work->err);
}

static CadreStatus apply_all(ScenarioWork *work)
{
    TRY(learn_all_names(work));
    TRY(lines_read(work));
    TRY(drop_rows(work));
    TRY(apply_lines(work, LINE_ADD, add_row));
    TRY(apply_lines(work, LINE_SET, set_cell));
    for (int kind = 0; kind < SHEET_COUNT; kind++) check_rows(work, &work->drafts[kind]);
    if (drop_concerns_others(work->drafts) && work->drafts[SHEET_GROUPS].sheet)
        TRY(drop_stranded(work->drafts, work->sheet.table.file, work->arena, work->messages, work->err));
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        if (work->drafts[kind].sheet) TRY(draft_store(&work->drafts[kind], work->err));
    return CADRE_OK;
}

CadreStatus scenario_apply(PlanSheets *plan, const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    Table table = {.file = path};
    TRY(csv_read(&table, path, false, arena, messages, err));
    return scenario_lay(plan, &table, arena, messages, err);
}

CadreStatus scenario_lay(PlanSheets *plan, const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    ScenarioWork work = {.plan = plan, .arena = arena, .messages = messages, .err = err};
    TRY(sheet_of_table(&work.sheet, &scenario_spec, table, arena, messages, err));
    for (int i = SCENARIO_SHEET; i <= SCENARIO_COLUMN; i++)
        if (work.sheet.column[i] < 0) return CADRE_OK; /* told */
    return apply_all(&work);
}
