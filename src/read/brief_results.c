/* brief_results.c: the inventory's exports, read with the sheets that `cadre init` would leave in the plan. */
#include <string.h>

#include "base/text.h"
#include "read/brief_reader.h"
#include "read/csv_read.h"
#include "read/draft_plan.h"
#include "read/people_read.h"

enum { ABLE = 3, STRONG = 4, MOST_COLUMNS = 8 };

/* The sheets that read surveys, with the columns that name a survey, its header and a scale (-1: the sheet has none). */
static const struct {
    SheetKind kind;
    int survey, header, scale;
} reading_sheets[BRIEF_SHEETS] = {[BRIEF_COLUMNS] = {SHEET_COLUMNS, COLUMNS_SURVEY, COLUMNS_HEADER, COLUMNS_SCALE},
                                  [BRIEF_OPTIONS] = {SHEET_OPTIONS, -1, OPTIONS_HEADER, -1},
                                  [BRIEF_SCALES] = {SHEET_SCALES, -1, -1, SCALES_SCALE}};

/* The surveys given, and what rows of the sheets may name of them. */
typedef struct Given {
    Table *tables;
    Names *headers, *files;
    Names *scales, *other_scales; /* that rows of columns.csv name for these surveys and for others */
} Given;

static CadreStatus read_surveys(Given *out, const BriefReader *reader, const CadreInputs *inputs)
{
    Messages *unheard = messages_create(reader->scratch); /* the draft has told */
    out->tables = ARENA_ARRAY(reader->scratch, Table, inputs->n_surveys);
    out->headers = names_create(reader->scratch, NAME_STYLE_HEADER);
    out->files = names_create(reader->scratch, NAME_STYLE_NAME);
    out->scales = names_create(reader->scratch, NAME_STYLE_NAME);
    out->other_scales = names_create(reader->scratch, NAME_STYLE_NAME);
    if (!unheard || !out->tables || !out->headers || !out->files || !out->scales || !out->other_scales)
        return error_no_memory(reader->err);
    for (int i = 0; i < inputs->n_surveys; i++) {
        Table *table = &out->tables[i];
        TRY(csv_read(table, inputs->surveys[i], true, reader->scratch, unheard, reader->err));
        if (names_add(out->files, table->base_name) < 0) return error_no_memory(reader->err);
        for (int column = 0; column < table->n_columns; column++)
            if (names_add(out->headers, table->header[column]) < 0) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

/* Where the draft has the spec's columns, -1 where it lacks one; false where there is no memory. */
static bool place_columns(int places[MOST_COLUMNS], const DraftSheet *draft, const SheetSpec *spec, Arena *scratch)
{
    Names *names = names_create(scratch, NAME_STYLE_HEADER);
    if (!names) return false;
    for (int i = 0; i < spec->n_columns; i++) {
        if (names_add(names, spec->columns[i].name) != i) return false;
        places[i] = -1;
    }
    for (int i = 0; i < draft->n_columns; i++) {
        int at = names_find(names, draft->header[i]);
        if (at >= 0 && places[at] < 0) places[at] = i;
    }
    return true;
}

/* The cell of a column that the sheet may lack. */
static const char *cell_at(const char *const cells[], const int places[], int column)
{
    return column < 0 || places[column] < 0 ? "" : cells[places[column]];
}

static bool is_about(const Given *given, const char *survey, const char *header)
{
    return (!*survey || names_find(given->files, survey) >= 0) && (!*header || names_find(given->headers, header) >= 0);
}

/* Whether only columns of other surveys name the scale. */
static bool is_other_scale(const Given *given, const char *scale)
{
    return names_find(given->other_scales, scale) >= 0 && names_find(given->scales, scale) < 0;
}

/* The draft's rows about the surveys given, with the spec's columns in the spec's order; lines[row]: the line in the plan's own
 * sheet, 0 of a row that is new. */
static CadreStatus pick_rows(DraftSheet *out, int **lines, const BriefReader *reader, const DraftSheet *draft, int which,
                             const Given *given)
{
    SheetKind kind = reading_sheets[which].kind;
    const SheetSpec *spec = &sheet_specs[kind];
    int n_rows = draft_rows(draft), places[MOST_COLUMNS];
    const char **header = ARENA_ARRAY(reader->arena, const char *, spec->n_columns);
    *lines = ARENA_ARRAY(reader->scratch, int, n_rows + 1);
    if (!header || !*lines || !place_columns(places, draft, spec, reader->scratch)) return error_no_memory(reader->err);
    for (int i = 0; i < spec->n_columns; i++) header[i] = spec->columns[i].name;
    *out = (DraftSheet){.name = spec->name, .header = header, .n_columns = spec->n_columns, .changed = draft->changed};
    for (int row = 0; row < n_rows; row++) {
        const char *const *cells = &draft->cells.items[row * draft->n_columns];
        const char *survey = cell_at(cells, places, reading_sheets[which].survey);
        const char *scale = cell_at(cells, places, reading_sheets[which].scale);
        bool about = is_about(given, survey, cell_at(cells, places, reading_sheets[which].header));
        if (which == BRIEF_COLUMNS && *scale && names_add(about ? given->scales : given->other_scales, scale) < 0)
            return error_no_memory(reader->err);
        if (!about || (which == BRIEF_SCALES && is_other_scale(given, scale))) continue;
        (*lines)[draft_rows(out)] = row < draft->n_old_rows ? reader->plan.sheets[kind].table.line[row] : 0;
        for (int i = 0; i < spec->n_columns; i++)
            if (!LIST_PUSH(reader->arena, &out->cells, cell_at(cells, places, i))) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

/* The picked rows as a sheet of the plan. */
static CadreStatus sheet_from(Sheet *out, const BriefReader *reader, SheetKind kind, const DraftSheet *picked, const int *lines)
{
    const SheetSpec *spec = &sheet_specs[kind];
    int *column = ARENA_ARRAY(reader->scratch, int, spec->n_columns);
    if (!column) return error_no_memory(reader->err);
    for (int i = 0; i < spec->n_columns; i++) column[i] = i;
    *out = (Sheet){.spec = spec, .present = draft_rows(picked) > 0, .column = column};
    out->table = (Table){.file = reader->plan.sheets[kind].table.file,
                         .base_name = spec->name,
                         .n_columns = spec->n_columns,
                         .n_rows = draft_rows(picked),
                         .header = picked->header,
                         .cells = picked->cells.items,
                         .line = lines,
                         .row_number = lines};
    return CADRE_OK;
}

/* The sheets to read the surveys by, in `plan`, and for the forms in the brief. */
static CadreStatus make_sheets(PlanSheets *plan, BriefReader *reader, const Draft *draft, const Given *given)
{
    DraftSheet *sheets = ARENA_ARRAY(reader->arena, DraftSheet, BRIEF_SHEETS);
    if (!sheets) return error_no_memory(reader->err);
    *plan = reader->plan;
    for (int which = 0; which < BRIEF_SHEETS; which++) {
        SheetKind kind = reading_sheets[which].kind;
        const DraftSheet *drafted = draft->sheets;
        int *lines;
        for (int i = 0; i < draft->n_sheets; i++)
            if (strcmp(draft->sheets[i].name, sheet_specs[kind].name) == 0) drafted = &draft->sheets[i];
        TRY(pick_rows(&sheets[which], &lines, reader, drafted, which, given));
        TRY(sheet_from(&plan->sheets[kind], reader, kind, &sheets[which], lines));
    }
    reader->brief->sheets = sheets;
    return CADRE_OK;
}

static CadreStatus count_able(BriefReader *reader, const Model *model)
{
    for (int person = 0; person < model->n_staff; person++) reader->brief->n_answered += model->staff[person].answered;
    for (int skill = 0; skill < model->n_skills; skill++) {
        int number = brief_skill_add(reader, names_get(model->skills, skill), SPELLING_ANSWER);
        if (number < 0) return error_no_memory(reader->err);
        for (int person = 0; person < model->n_staff; person++) {
            int level = model_level(model, person, skill);
            reader->counts.items[number].n_able += level >= ABLE;
            reader->counts.items[number].n_strong += level >= STRONG;
        }
    }
    return CADRE_OK;
}

CadreStatus brief_results_read(BriefReader *reader, const CadreInputs *inputs)
{
    Draft draft = {0};
    Given given;
    PlanSheets plan;
    TopicOrigins topics = {0};
    Model *model = ARENA_NEW(reader->scratch, Model);
    if (!model) return error_no_memory(reader->err);
    TRY(draft_make(&draft, inputs, true, reader->arena, reader->messages, reader->err));
    if (messages_errors(reader->messages) > 0) return CADRE_OK;
    TRY(read_surveys(&given, reader, inputs));
    TRY(make_sheets(&plan, reader, &draft, &given));
    model->settings = reader->brief->settings;
    TRY(people_read(model, &topics, NULL, &plan, given.tables, inputs->n_surveys, reader->scratch, reader->messages,
                    reader->err));
    if (messages_errors(reader->messages) > 0) return CADRE_OK;
    if (model->n_skills == 0)
        messages_add(
            reader->messages, CADRE_WARNING, (Origin){inputs->surveys[0], 0, 0},
            "no column tells how skilled people are; expected the export of an inventory, or columns.csv to say which do");
    return count_able(reader, model);
}
