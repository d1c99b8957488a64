/* draft_plan.c: read what is there, find word scales, guess the columns with them, then draft sheet after sheet. */
#include "read/draft_plan.h"

#include <string.h>

#include "base/text.h"
#include "read/columns_guess.h"
#include "read/drafter.h"
#include "read/survey_read.h"

/* The sheets that are drafted, in the order of the report. */
static const SheetKind drafted[] = {SHEET_COLUMNS, SHEET_SCALES, SHEET_OPTIONS, SHEET_SITES,
                                    SHEET_GROUPS,  SHEET_ROLES,  SHEET_NEEDS};
enum { N_DRAFTED = sizeof drafted / sizeof *drafted };

static DraftSheet *draft_sheet(const Drafter *drafter, SheetKind kind)
{
    for (int i = 0; i < N_DRAFTED; i++)
        if (drafted[i] == kind) return &drafter->draft->sheets[i];
    return NULL;
}

bool drafter_may_write(const Drafter *drafter, SheetKind kind)
{
    return drafter->update || !drafter->plan.sheets[kind].present;
}

/* The place of a spec column in the drafted sheet; added at the right where the file lacks it. -1 where there is no memory. */
static int sheet_column(const Drafter *drafter, DraftSheet *sheet, const char *name)
{
    char *wanted = text_header_key(drafter->scratch, name);
    if (!wanted) return -1;
    for (int i = 0; i < sheet->n_columns; i++) {
        char *key = text_header_key(drafter->scratch, sheet->header[i]);
        if (!key) return -1;
        if (strcmp(key, wanted) == 0) return i;
    }
    int n = sheet->n_columns + 1, n_rows = draft_rows(sheet);
    DraftSheet wide = *sheet;
    const char **header = ARENA_ARRAY(drafter->arena, const char *, n);
    if (!header) return -1;
    for (int i = 0; i < n; i++) header[i] = i < n - 1 ? sheet->header[i] : name;
    wide.header = header;
    wide.n_columns = n;
    wide.cells.items = NULL;
    wide.cells.n = wide.cells.capacity = 0;
    for (int i = 0; i < n_rows * n; i++) {
        int row = i / n, column = i % n;
        const char *cell = column == n - 1 ? "" : sheet->cells.items[row * (n - 1) + column];
        if (!LIST_PUSH(drafter->arena, &wide.cells, cell)) return -1;
    }
    *sheet = wide;
    return n - 1;
}

CadreStatus drafter_add(Drafter *drafter, SheetKind kind, const char *const cells[])
{
    DraftSheet *sheet = draft_sheet(drafter, kind);
    const SheetSpec *spec = &sheet_specs[kind];
    for (int i = 0; i < spec->n_columns; i++)
        if (cells[i] && *cells[i] && sheet_column(drafter, sheet, spec->columns[i].name) < 0)
            return error_no_memory(drafter->err);
    int first = sheet->cells.n;
    for (int i = 0; i < sheet->n_columns; i++)
        if (!LIST_PUSH(drafter->arena, &sheet->cells, "")) return error_no_memory(drafter->err);
    for (int i = 0; i < spec->n_columns; i++) {
        if (!cells[i] || !*cells[i]) continue;
        int column = sheet_column(drafter, sheet, spec->columns[i].name);
        if (column < 0) return error_no_memory(drafter->err);
        sheet->cells.items[first + column] = cells[i];
    }
    sheet->changed = true;
    return CADRE_OK;
}

CadreStatus drafter_set(Drafter *drafter, SheetKind kind, int row, int column, const char *text)
{
    DraftSheet *sheet = draft_sheet(drafter, kind);
    int at = sheet_column(drafter, sheet, sheet_specs[kind].columns[column].name);
    if (at < 0) return error_no_memory(drafter->err);
    sheet->cells.items[row * sheet->n_columns + at] = text;
    sheet->changed = true;
    return CADRE_OK;
}

CadreStatus drafter_tell(Drafter *drafter, bool doubt, const char *label, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_print_v(drafter->arena, format, arguments);
    va_end(arguments);
    if (!text) return error_no_memory(drafter->err);
    DraftLine line = {label, text};
    int kept = doubt ? LIST_PUSH(drafter->arena, &drafter->draft->doubts, line)
                     : LIST_PUSH(drafter->arena, &drafter->draft->found, line);
    return kept ? CADRE_OK : error_no_memory(drafter->err);
}

/* What the file of a sheet holds, or, where there is none, all the spec's columns but optional ones of no use in a draft. */
static CadreStatus sheet_begin(const Drafter *drafter, DraftSheet *out, SheetKind kind)
{
    static const unsigned plain[SHEET_COUNT] = {[SHEET_COLUMNS] = ~0u,
                                                [SHEET_SCALES] = ~0u,
                                                [SHEET_OPTIONS] = ~0u,
                                                [SHEET_SITES] = 1u << SITES_SITE | 1u << SITES_ALIASES,
                                                [SHEET_GROUPS] = ~(1u << GROUPS_NEEDS | 1u << GROUPS_MEETS),
                                                [SHEET_ROLES] = ~0u,
                                                [SHEET_NEEDS] = ~0u};
    const Sheet *sheet = &drafter->plan.sheets[kind];
    *out = (DraftSheet){.name = sheet_specs[kind].name, .existed = sheet->present};
    int n = sheet->present ? sheet->table.n_columns : sheet_specs[kind].n_columns;
    const char **header = ARENA_ARRAY(drafter->arena, const char *, n + 1);
    if (!header) return error_no_memory(drafter->err);
    for (int i = 0; i < n; i++) {
        if (!sheet->present && !(plain[kind] & 1u << i)) continue;
        header[out->n_columns++] = sheet->present ? sheet->table.header[i] : sheet_specs[kind].columns[i].name;
    }
    out->header = header;
    size_t n_cells = sheet->present ? (size_t)sheet->table.n_rows * (size_t)n : 0;
    for (size_t i = 0; i < n_cells; i++)
        if (!LIST_PUSH(drafter->arena, &out->cells, sheet->table.cells[i])) return error_no_memory(drafter->err);
    out->n_old_rows = sheet->present ? sheet->table.n_rows : 0;
    return CADRE_OK;
}

/* Scales with the plan's rows and the drafted word scales. */
static CadreStatus scales_with(const Scales **out, const Drafter *drafter, const WordScales *words)
{
    enum { N = 3 };
    PlanSheets *plan = ARENA_NEW(drafter->scratch, PlanSheets);
    Messages *unheard = messages_create(drafter->scratch);
    LIST(const char *) cells = {0};
    if (!plan || !unheard) return error_no_memory(drafter->err);
    const Sheet *own = &drafter->plan.sheets[SHEET_SCALES];
    for (int row = 0; row < own->table.n_rows; row++)
        for (int i = 0; i < N; i++)
            if (!LIST_PUSH(drafter->scratch, &cells, sheet_cell(own, row, i))) return error_no_memory(drafter->err);
    for (int i = 0; i < words->items.n; i++) {
        const WordScale *scale = &words->items.items[i];
        for (int answer = 0; answer < names_count(scale->answers); answer++) {
            const char *level = scale->level[answer] < 0 ? "" : arena_print(drafter->scratch, "%d", scale->level[answer]);
            if (!level || !LIST_PUSH(drafter->scratch, &cells, scale->name) ||
                !LIST_PUSH(drafter->scratch, &cells, names_get(scale->answers, answer)) ||
                !LIST_PUSH(drafter->scratch, &cells, level))
                return error_no_memory(drafter->err);
        }
    }
    static const char *const header[] = {"scale", "answer", "level"};
    static const int places[] = {SCALES_SCALE, SCALES_ANSWER, SCALES_LEVEL};
    int n_rows = cells.n / N;
    *plan = drafter->plan;
    int *lines = ARENA_ARRAY(drafter->scratch, int, n_rows + 1), *column = ARENA_ARRAY(drafter->scratch, int, N);
    if (!lines || !column) return error_no_memory(drafter->err);
    for (int i = 0; i < N; i++) column[places[i]] = i;
    plan->sheets[SHEET_SCALES] = (Sheet){.spec = &sheet_specs[SHEET_SCALES], .present = true, .column = column};
    plan->sheets[SHEET_SCALES].table = (Table){.file = own->table.file,
                                               .base_name = "scales.csv",
                                               .n_columns = N,
                                               .n_rows = n_rows,
                                               .header = header,
                                               .cells = cells.items,
                                               .line = lines,
                                               .row_number = lines};
    Scales *scales;
    TRY(scales_read(&scales, plan, drafter->arena, unheard, drafter->err));
    *out = scales;
    return CADRE_OK;
}

/* The plan's meanings where it names a column, else the guesses. */
static CadreStatus columns_know(Drafter *drafter)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_COLUMNS];
    ColumnMeanings guessed, said = {0};
    TRY(columns_guess(&guessed, &drafter->plan, drafter->surveys, drafter->n_surveys, drafter->scales, true, drafter->arena,
                      drafter->err));
    Messages *unheard = messages_create(drafter->scratch);
    drafter->columns = ARENA_ARRAY(drafter->arena, DraftColumn, guessed.n + 1);
    if (!unheard || !drafter->columns) return error_no_memory(drafter->err);
    if (sheet->present)
        TRY(columns_read(&said, &drafter->plan, drafter->surveys, drafter->n_surveys, drafter->scales, drafter->arena, unheard,
                         drafter->err));
    drafter->n_columns = guessed.n;
    for (int i = 0; i < guessed.n; i++) {
        DraftColumn *column = &drafter->columns[i];
        bool of_plan = said.n > 0 && said.items[i].origin.file == sheet->table.file;
        *column = (DraftColumn){.meaning = of_plan ? said.items[i] : guessed.items[i], .of_plan = of_plan};
        const Table *table = &drafter->surveys[column->meaning.survey];
        column->header = table->header[column->meaning.column];
        TRY(distinct_column(&column->answers, table, column->meaning.column, drafter->arena, drafter->err));
        column->separator = column->meaning.separator;
    }
    return CADRE_OK;
}

/* The surveys that have answers: what the columns of others mean shows once they have. */
static CadreStatus surveys_there(Drafter *drafter, const CadreInputs *inputs, Messages *messages)
{
    Table *tables = ARENA_ARRAY(drafter->arena, Table, inputs->n_surveys + 1);
    if (!tables) return error_no_memory(drafter->err);
    for (int i = 0; i < inputs->n_surveys; i++) {
        Table *table = &tables[drafter->n_surveys];
        TRY(survey_read(table, inputs->surveys[i], drafter->arena, messages, drafter->err));
        drafter->n_surveys += table->n_rows > 0;
    }
    drafter->surveys = tables;
    if (drafter->n_surveys == 0 && inputs->n_surveys > 0 && messages_errors(messages) == 0)
        messages_add(messages, CADRE_ERROR, (Origin){inputs->surveys[0], 0, 0},
                     "nobody has answered yet; expected at least one answer to draft a plan from");
    return CADRE_OK;
}

static CadreStatus draft_all(Drafter *drafter)
{
    WordScales words = {0};
    DraftSheet *sheets = ARENA_ARRAY(drafter->arena, DraftSheet, N_DRAFTED);
    if (!sheets) return error_no_memory(drafter->err);
    drafter->draft->sheets = sheets;
    drafter->draft->n_sheets = N_DRAFTED;
    for (int i = 0; i < N_DRAFTED; i++) TRY(sheet_begin(drafter, &sheets[i], drafted[i]));
    TRY(scales_with(&drafter->scales, drafter, &words));
    TRY(draft_word_scales(&words, drafter));
    TRY(scales_with(&drafter->scales, drafter, &words));
    TRY(columns_know(drafter));
    TRY(draft_options_sheet(drafter));
    TRY(draft_scales_sheet(drafter, &words));
    TRY(draft_columns_sheet(drafter));
    TRY(draft_sites_sheet(drafter));
    return draft_groups_sheets(drafter);
}

CadreStatus draft_make(Draft *out, const CadreInputs *inputs, bool update, Arena *arena, Messages *messages, CadreError *err)
{
    Draft draft = {0};
    Drafter drafter = {.draft = &draft, .update = update, .arena = arena, .scratch = arena_create(NULL), .err = err};
    if (!drafter.scratch) return error_no_memory(err);
    CadreStatus status;
    TRY_OR(done, plan_sheets_there(&drafter.plan, inputs->plan, drafter.arena, messages, err));
    TRY_OR(done, surveys_there(&drafter, inputs, messages));
    if (messages_errors(messages) == 0) TRY_OR(done, draft_all(&drafter));
    *out = draft;
done:
    arena_release(drafter.scratch);
    return status;
}
