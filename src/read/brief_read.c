/* brief_read.c: the plan's sheets cell by cell. Nothing here needs the model: before the first survey there are no people, and
 * often not even sites. */
#include "read/brief_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/files.h"
#include "base/text.h"
#include "read/plan_reader.h"

/* The names of a vocabulary, sorted by key. */
static CadreStatus finish(Names **out, const Vocabulary *vocabulary, const BriefReader *reader)
{
    int *final_of;
    *out = vocabulary_finish(vocabulary, NAME_STYLE_NAME, 0, &final_of, reader->arena);
    return *out ? CADRE_OK : error_no_memory(reader->err);
}

static CadreStatus add_cells(Vocabulary *vocabulary, const BriefReader *reader, SheetKind kind, int column)
{
    for (int row = 0; row < brief_rows(reader, kind); row++) {
        const char *cell = brief_cell(reader, kind, row, column);
        if (*cell && vocabulary_add(vocabulary, cell, SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

/* Slots ------------------------------------------------------------------------------------------------------------------- */

static int by_time(const void *left, const void *right)
{
    const Slot *a = left, *b = right;
    if ((a->day < 0) != (b->day < 0)) return a->day < 0 ? 1 : -1;
    int order = plan_compare(a->day, b->day);
    if (!order && a->day >= 0) order = plan_compare(a->start, b->start);
    if (!order && a->day >= 0) order = plan_compare(a->end, b->end);
    return order ? order : strcmp(a->name, b->name);
}

static CadreStatus read_slots(BriefReader *reader)
{
    SlotList slots = {0};
    Names *texts = names_create(reader->scratch, NAME_STYLE_NAME), *out = names_create(reader->arena, NAME_STYLE_NAME);
    Messages *unheard = messages_create(reader->scratch);
    if (!texts || !out || !unheard) return error_no_memory(reader->err);
    for (int row = 0; row < brief_rows(reader, SHEET_GROUPS); row++)
        if (!slots_parse(&slots, brief_cell(reader, SHEET_GROUPS, row, GROUPS_MEETS), texts, (Origin){0}, reader->scratch,
                         unheard))
            return error_no_memory(reader->err);
    if (slots.n) qsort(slots.items, (size_t)slots.n, sizeof *slots.items, by_time);
    for (int i = 0; i < slots.n; i++) {
        const Slot *slot = &slots.items[i], *last = i ? slot - 1 : NULL;
        if (last && slot->day >= 0 && slot->day == last->day && slot->start == last->start && slot->end == last->end) continue;
        if (names_add(out, slot->name) < 0) return error_no_memory(reader->err);
    }
    reader->brief->slots = out;
    return CADRE_OK;
}

/* What the roster and the other sheets know ------------------------------------------------------------------------------- */

static bool column_is_full(const Table *table, int column)
{
    bool full = column >= 0 && table->n_rows > 0;
    for (int row = 0; full && row < table->n_rows; row++) full = !text_is_blank(table_cell(table, row, column));
    return full;
}

static bool roster_knows(const BriefReader *reader, int column)
{
    const Sheet *people = brief_sheet(reader, SHEET_PEOPLE);
    return people->present && column_is_full(&people->table, people->column[column]);
}

static void read_roster(BriefReader *reader)
{
    const Sheet *people = brief_sheet(reader, SHEET_PEOPLE);
    Brief *brief = reader->brief;
    brief->asks_id = people->present && people->column[PEOPLE_ID] >= 0 && !roster_knows(reader, PEOPLE_EMAIL);
    brief->asks_name = !roster_knows(reader, PEOPLE_NAME);
    brief->asks_site = !roster_knows(reader, PEOPLE_SITE);
    brief->asks_position = !roster_knows(reader, PEOPLE_POSITION);
    brief->asks_hours = !roster_knows(reader, PEOPLE_HOURS);
    brief->asks_max_groups = !roster_knows(reader, PEOPLE_MAX_GROUPS);
    brief->asks_max_leads = !roster_knows(reader, PEOPLE_MAX_LEADS);
}

static CadreStatus read_sites(BriefReader *reader)
{
    Vocabulary *sites = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!sites) return error_no_memory(reader->err);
    TRY(add_cells(sites, reader, SHEET_SITES, SITES_SITE));
    if (vocabulary_count(sites) == 0) TRY(add_cells(sites, reader, SHEET_PEOPLE, PEOPLE_SITE));
    for (int row = 0; vocabulary_count(sites) == 0 && row < brief_rows(reader, SHEET_GROUPS); row++) {
        const char *site = brief_cell(reader, SHEET_GROUPS, row, GROUPS_SITE);
        if (*site && !brief_says(reader, site, "each") && vocabulary_add(sites, site, SPELLING_SHEET, 1) < 0)
            return error_no_memory(reader->err);
    }
    TRY(finish(&reader->brief->sites, sites, reader));
    reader->brief->asks_site &= names_count(reader->brief->sites) > 1;
    return CADRE_OK;
}

static CadreStatus read_roles(BriefReader *reader)
{
    static const char *const usual[] = {"lead", "member"};
    Vocabulary *roles = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!roles) return error_no_memory(reader->err);
    TRY(add_cells(roles, reader, SHEET_ROLES, ROLES_ROLE));
    bool without = vocabulary_count(roles) == 0 && names_count(reader->groups) > 0;
    for (int i = 0; without && i < 2; i++)
        if (vocabulary_add(roles, usual[i], SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    return finish(&reader->brief->roles, roles, reader);
}

/* The values that mix.csv names of a field. */
static CadreStatus add_mix_values(Vocabulary *values, const BriefReader *reader, const char *field_key)
{
    for (int row = 0; row < brief_rows(reader, SHEET_MIX); row++) {
        const char *value = brief_cell(reader, SHEET_MIX, row, MIX_VALUE);
        char *key = text_header_key(reader->scratch, brief_cell(reader, SHEET_MIX, row, MIX_FIELD));
        if (!key) return error_no_memory(reader->err);
        if (!*value || strcmp(key, field_key) != 0 || brief_says(reader, value, "each")) continue;
        if (vocabulary_add(values, value, SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

static CadreStatus read_positions(BriefReader *reader)
{
    Vocabulary *positions = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!positions) return error_no_memory(reader->err);
    TRY(add_cells(positions, reader, SHEET_PEOPLE, PEOPLE_POSITION));
    TRY(add_mix_values(positions, reader, "position"));
    for (int row = 0; row < brief_rows(reader, SHEET_ROLES); row++) {
        int n_parts;
        const char *const *parts = plan_split(brief_cell(reader, SHEET_ROLES, row, ROLES_POSITIONS), &n_parts, reader->scratch);
        if (!parts) return error_no_memory(reader->err);
        for (int i = 0; i < n_parts; i++)
            if (vocabulary_add(positions, parts[i], SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    }
    return finish(&reader->brief->positions, positions, reader);
}

/* The column beyond the sheet's own that has this key, -1. */
static int other_column(const BriefReader *reader, SheetKind kind, const char *key)
{
    const Sheet *sheet = brief_sheet(reader, kind);
    for (int i = 0; sheet->present && i < sheet->n_other_columns; i++) {
        char *own = text_header_key(reader->scratch, sheet->table.header[sheet->other_columns[i]]);
        if (own && strcmp(own, key) == 0) return sheet->other_columns[i];
    }
    return -1;
}

static CadreStatus read_field(BriefField *out, const BriefReader *reader, const char *name, const char *key)
{
    Vocabulary *values = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!values) return error_no_memory(reader->err);
    const Table *people = &brief_sheet(reader, SHEET_PEOPLE)->table;
    int column = other_column(reader, SHEET_PEOPLE, key);
    TRY(add_mix_values(values, reader, key));
    for (int row = 0; column >= 0 && row < people->n_rows; row++) {
        const char *value = table_cell(people, row, column);
        if (*value && vocabulary_add(values, value, SPELLING_ROSTER, 1) < 0) return error_no_memory(reader->err);
    }
    out->name = name;
    return finish(&out->values, values, reader);
}

/* Fields of mix.csv that neither sites.csv nor the whole roster tells. */
static CadreStatus read_fields(BriefReader *reader)
{
    Vocabulary *fields = vocabulary_create(reader->scratch, NAME_STYLE_HEADER);
    int *final_of;
    if (!fields) return error_no_memory(reader->err);
    TRY(add_cells(fields, reader, SHEET_MIX, MIX_FIELD));
    Names *names = vocabulary_finish(fields, NAME_STYLE_HEADER, 0, &final_of, reader->arena);
    reader->brief->fields = names ? ARENA_ARRAY(reader->arena, BriefField, names_count(names) + 1) : NULL;
    if (!reader->brief->fields) return error_no_memory(reader->err);
    for (int i = 0; i < names_count(names); i++) {
        const char *key = names_key(names, i);
        bool own = strcmp(key, "site") == 0 || strcmp(key, "position") == 0 || strcmp(key, "network") == 0;
        int column = other_column(reader, SHEET_PEOPLE, key);
        if (own || other_column(reader, SHEET_SITES, key) >= 0) continue;
        if (column >= 0 && column_is_full(&brief_sheet(reader, SHEET_PEOPLE)->table, column)) continue;
        TRY(read_field(&reader->brief->fields[reader->brief->n_fields++], reader, names_get(names, i), key));
    }
    return CADRE_OK;
}

/* The steps in their order ------------------------------------------------------------------------------------------------- */

static CadreStatus read_steps(BriefReader *reader, const CadreInputs *inputs)
{
    TRY(plan_sheets_there(&reader->plan, inputs->plan, reader->arena, reader->messages, reader->err));
    TRY(settings_read(&reader->brief->settings, &reader->plan, reader->arena, reader->messages, reader->err));
    TRY(brief_groups_read(reader));
    TRY(brief_needs_read(reader));
    if (inputs->n_surveys > 0) TRY(brief_results_read(reader, inputs));
    TRY(brief_groups_finish(reader));
    TRY(read_slots(reader));
    read_roster(reader);
    TRY(read_sites(reader));
    TRY(read_roles(reader));
    TRY(read_positions(reader));
    return read_fields(reader);
}

CadreStatus brief_read(Brief *out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err)
{
    Brief brief = {0};
    if (inputs->plan && !folder_exists(inputs->plan)) {
        messages_add(messages, CADRE_ERROR, (Origin){inputs->plan, 0, 0},
                     "there is no such folder; expected the plan's folder, or no --plan at all");
        return CADRE_OK;
    }
    BriefReader reader = {.brief = &brief, .arena = arena, .scratch = arena_create(arena), .messages = messages, .err = err};
    if (!reader.scratch) return error_no_memory(err);
    CadreStatus status = read_steps(&reader, inputs);
    arena_release(reader.scratch);
    if (status == CADRE_OK) *out = brief;
    return status;
}
