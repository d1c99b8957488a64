/* read.c: the reading stage in order. Each step reports all that it finds; only what would merely repeat an earlier fault
 * (names that are unknown because the file that has them could not be read) is not asked any more. */
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

#include "base/files.h"
#include "base/hash.h"
#include "read/damage.h"
#include "read/input_tables.h"
#include "read/plan_read.h"
#include "read/scenario.h"
#include "read/survey_read.h"

/* columns.csv tells surveys apart by their base names. Whether this one's is its own. */
static bool check_base_name(const Table surveys[], int survey, Messages *messages)
{
    const Table *table = &surveys[survey];
    int other = 0;
    while (strcmp(table->base_name, surveys[other].base_name) != 0) other++;
    if (other == survey) return true;
    if (strcmp(table->file, surveys[other].file) == 0)
        messages_add(messages, CADRE_ERROR, (Origin){table->file, 0, 0}, "the survey is given twice; expected each once");
    else
        messages_add(messages, CADRE_ERROR, (Origin){table->file, 0, 0},
                     "the survey \"%s\" is called like %s; expected a file name for each survey", table->base_name,
                     surveys[other].file);
    return false;
}

static CadreStatus surveys_read(Inputs *out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err)
{
    out->n_surveys = inputs->n_surveys;
    out->surveys = ARENA_ARRAY(arena, Table, inputs->n_surveys);
    if (!out->surveys) return error_no_memory(err);
    for (int i = 0; i < inputs->n_surveys; i++) {
        TRY(survey_read(&out->surveys[i], inputs->surveys[i], arena, messages, err));
        out->same_names |= !check_base_name(out->surveys, i, messages);
    }
    return CADRE_OK;
}

/* Whether the columns are there in which a sheet says the names that other sheets use. */
static bool has_names(const Sheet *sheet)
{
    static const bool names[SHEET_COUNT] = {
        [SHEET_COLUMNS] = true, [SHEET_SCALES] = true, [SHEET_GROUPS] = true, [SHEET_ROLES] = true, [SHEET_SITES] = true};
    bool has = true;
    int kind = (int)(sheet->spec - sheet_specs);
    for (int i = 0; names[kind] && i < sheet->spec->n_columns; i++)
        has &= !sheet->spec->columns[i].required || sheet->column[i] >= 0;
    return has && (kind != SHEET_PEOPLE || sheet->column[PEOPLE_ID] >= 0 || sheet->column[PEOPLE_EMAIL] >= 0);
}

/* Whether every file gave a table, with the names that others ask for, and each survey once. */
static bool all_legible(const Inputs *inputs)
{
    bool legible = inputs->plan.sheets[SHEET_GROUPS].present && !inputs->same_names;
    for (int i = 0; i < inputs->n_surveys; i++) legible &= inputs->surveys[i].n_columns > 0;
    for (int kind = 0; kind < SHEET_COUNT; kind++) {
        const Sheet *sheet = &inputs->plan.sheets[kind];
        legible &= !sheet->present || (sheet->table.n_columns > 0 && has_names(sheet));
    }
    return legible && (!inputs->plan.held.present || inputs->plan.held.table.n_columns > 0);
}

/* Size and checksum of one table's file; its bytes are let go at once. */
static CadreStatus file_hash(InputFile *out, const char *path, Arena *arena, CadreError *err)
{
    Arena *passing = arena_create(arena);
    if (!passing) return error_no_memory(err);
    char *bytes;
    size_t size;
    CadreStatus status = file_read(&bytes, &size, path, passing, err);
    if (status == CADRE_OK) {
        out->path = path;
        out->bytes = (int64_t)size;
        hash_sha256(out->sha256, bytes, size);
    }
    arena_release(passing);
    return status;
}

static int by_path(const void *left, const void *right)
{
    return strcmp(((const InputFile *)left)->path, ((const InputFile *)right)->path);
}

static CadreStatus file_add(ReadResult *out, const char *path, int survey, Arena *arena, CadreError *err)
{
    TRY(file_hash(&out->files[out->n_files], path, arena, err));
    out->files[out->n_files++].survey = survey;
    return CADRE_OK;
}

/* The surveys and sheets that could be read, with room for the scenarios; what could not is told of already. */
static CadreStatus files_list(ReadResult *out, const Inputs *inputs, int n_scenarios, Arena *arena, CadreError *err)
{
    out->n_files = 0;
    out->files = ARENA_ARRAY(arena, InputFile, inputs->n_surveys + SHEET_COUNT + 1 + n_scenarios);
    if (!out->files) return error_no_memory(err);
    for (int i = 0; i < inputs->n_surveys + SHEET_COUNT; i++) {
        const Table *table = i < inputs->n_surveys ? &inputs->surveys[i] : &inputs->plan.sheets[i - inputs->n_surveys].table;
        if (table->n_columns > 0) TRY(file_add(out, table->file, i < inputs->n_surveys ? i + 1 : 0, arena, err));
    }
    if (inputs->plan.held.table.n_columns > 0) TRY(file_add(out, inputs->plan.held.table.file, 0, arena, err));
    return CADRE_OK;
}

/* Lay the scenarios over the plan, one over another. Each joins the list of files, unless there are errors: it may be one that
 * could not be read, and nothing will be written that lists it. */
static CadreStatus scenarios_lay(ReadResult *out, PlanSheets *plan, const CadreInputs *inputs, Arena *arena, Messages *messages,
                                 CadreError *err)
{
    for (int i = 0; i < inputs->n_scenarios; i++) {
        TRY(scenario_apply(plan, inputs->scenarios[i], arena, messages, err));
        if (messages_errors(messages) == 0) TRY(file_add(out, inputs->scenarios[i], 0, arena, err));
    }
    qsort(out->files, (size_t)out->n_files, sizeof *out->files, by_path);
    return CADRE_OK;
}

/* The result that is to be mended: its assignments.csv, or that file itself. */
static CadreStatus held_read(PlanSheets *plan, const char *from, Arena *arena, Messages *messages, CadreError *err)
{
    const char *path = folder_exists(from) ? arena_print(arena, "%s/assignments.csv", from) : from;
    if (!path) return error_no_memory(err);
    if (file_exists(path)) return sheet_read(&plan->held, &sheet_specs[SHEET_PREVIOUS], path, arena, messages, err);
    messages_add(messages, CADRE_ERROR, (Origin){from, 0, 0},
                 "there is no such result; expected a result folder with assignments.csv in it, or that file");
    return CADRE_OK;
}

static CadreStatus tables_read(Inputs *read, ReadResult *files, const CadreInputs *inputs, Arena *arena, Messages *messages,
                               CadreError *err)
{
    TRY(plan_sheets_read(&read->plan, inputs->plan, arena, messages, err));
    if (inputs->from) TRY(held_read(&read->plan, inputs->from, arena, messages, err));
    TRY(plan_folder_check(inputs, arena, messages, err));
    TRY(surveys_read(read, inputs, arena, messages, err));
    TRY(files_list(files, read, inputs->n_scenarios, arena, err));
    return scenarios_lay(files, &read->plan, inputs, arena, messages, err);
}

static CadreStatus model_read(ReadResult *out, Responses *responses, Inputs *read, Arena *arena, Messages *messages,
                              CadreError *err)
{
    out->model = ARENA_NEW(arena, Model);
    if (!out->model) return error_no_memory(err);
    TRY(damage_in_sheets(&read->plan, arena, messages, err));
    TRY(settings_read(&out->model->settings, &read->plan, arena, messages, err));
    if (!all_legible(read)) return CADRE_OK;
    TopicOrigins topics = {0};
    TRY(people_read(out->model, &topics, responses, &read->plan, read->surveys, read->n_surveys, arena, messages, err));
    out->staff_sound = messages_errors(messages) == 0;
    return plan_read(out->model, &topics, &read->plan, arena, messages, err);
}

CadreStatus read_inputs(ReadResult *out, Responses *responses, const CadreInputs *inputs, Arena *arena, Messages *messages,
                        CadreError *err)
{
    ReadResult result = {0};
    Inputs read = {0};
    TRY(tables_read(&read, &result, inputs, arena, messages, err));
    TRY(model_read(&result, responses, &read, arena, messages, err));
    *out = result;
    return CADRE_OK;
}

/* --- the same plan with changes that are no file --- */

CadreStatus read_tables(InputTables **out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err)
{
    InputTables *tables = ARENA_NEW(arena, InputTables);
    if (!tables) return error_no_memory(err);
    TRY(tables_read(&tables->read, &tables->files, inputs, arena, messages, err));
    *out = tables;
    return CADRE_OK;
}

/* The sheets are copied by value: whoever lays a scenario over one gives it another table. */
CadreStatus read_changed(ReadResult *out, const InputTables *tables, const Table *changes, Arena *arena, Messages *messages,
                         CadreError *err)
{
    ReadResult result = tables->files;
    Inputs read = tables->read;
    if (changes) TRY(scenario_lay(&read.plan, changes, arena, messages, err));
    TRY(model_read(&result, NULL, &read, arena, messages, err));
    *out = result;
    return CADRE_OK;
}

CadreStatus read_other_surveys(InputTables **out, const InputTables *plan, const InputTables *surveys, Arena *arena,
                               CadreError *err)
{
    InputTables *tables = ARENA_NEW(arena, InputTables);
    if (!tables) return error_no_memory(err);
    *tables = *plan;
    tables->read.surveys = surveys->read.surveys;
    tables->read.n_surveys = surveys->read.n_surveys;
    tables->read.same_names = surveys->read.same_names;
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        if (sheet_reads_surveys((SheetKind)kind)) tables->read.plan.sheets[kind] = surveys->read.plan.sheets[kind];
    *out = tables;
    return CADRE_OK;
}

CadreStatus read_other_mended(InputTables **out, const InputTables *plan, const InputTables *other, Arena *arena,
                              CadreError *err)
{
    InputTables *tables = ARENA_NEW(arena, InputTables);
    if (!tables) return error_no_memory(err);
    *tables = *plan;
    tables->read.plan.held = other->read.plan.held;
    *out = tables;
    return CADRE_OK;
}

CadreStatus read_other_sheet(InputTables **out, const InputTables *plan, const InputTables *other, const char *sheet,
                             Arena *arena, CadreError *err)
{
    InputTables *tables = ARENA_NEW(arena, InputTables);
    if (!tables) return error_no_memory(err);
    *tables = *plan;
    for (int kind = 0; kind < SHEET_COUNT; kind++)
        if (strcmp(sheet_specs[kind].name, sheet) == 0) tables->read.plan.sheets[kind] = other->read.plan.sheets[kind];
    *out = tables;
    return CADRE_OK;
}

/* People for whom nothing else says so have what the settings say. */
static CadreStatus staff_by_settings(Model *model, Arena *arena, CadreError *err)
{
    Person *staff = ARENA_ARRAY(arena, Person, model->n_staff);
    if (!staff) return error_no_memory(err);
    for (int i = 0; i < model->n_staff; i++) {
        staff[i] = model->staff[i];
        if (!staff[i].own_hours) staff[i].hours = model->settings.hours;
        if (!staff[i].own_max_groups) staff[i].max_groups = model->settings.max_groups;
        if (!staff[i].own_max_leads) staff[i].max_leads = model->settings.max_leads;
    }
    model->staff = staff;
    return CADRE_OK;
}

CadreStatus read_settings_changed(ReadResult *out, const InputTables *tables, const Model *base, const Table *changes,
                                  Arena *arena, Messages *messages, CadreError *err)
{
    ReadResult result = tables->files;
    PlanSheets plan = tables->read.plan;
    result.model = ARENA_NEW(arena, Model);
    if (!result.model) return error_no_memory(err);
    TRY(scenario_lay(&plan, changes, arena, messages, err));
    *result.model = *base;
    TRY(settings_read(&result.model->settings, &plan, arena, messages, err));
    TRY(staff_by_settings(result.model, arena, err));
    result.staff_sound = messages_errors(messages) == 0;
    *out = result;
    return CADRE_OK;
}

CadreStatus scenario_table(Table *out, const char *name, const ScenarioChange *changes, int n, Arena *arena, CadreError *err)
{
    enum { COLUMNS = 4 };
    static const char *const header[COLUMNS] = {"sheet", "key", "column", "value"};
    const char **cells = ARENA_ARRAY(arena, const char *, COLUMNS *n);
    int *lines = ARENA_ARRAY(arena, int, n);
    if (!cells || !lines) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        const char *const row[COLUMNS] = {changes[i].sheet, changes[i].key, changes[i].column, changes[i].value};
        memcpy(cells + (size_t)i * COLUMNS, row, sizeof row);
        lines[i] = i + 2;
    }
    *out = (Table){.file = name,
                   .base_name = name,
                   .n_columns = COLUMNS,
                   .n_rows = n,
                   .header = header,
                   .cells = cells,
                   .line = lines,
                   .row_number = lines,
                   .header_line = 1};
    return CADRE_OK;
}
