/* brief_read.c: the plan's sheets cell by cell. Nothing here needs the model: before the first survey there are no people, and
 * often not even sites. */
#include "read/brief_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/files.h"
#include "base/text.h"
#include "read/plan_reader.h"

enum { AREA_SEVERAL = -1 };

static const Sheet *sheet_of(const BriefReader *reader, SheetKind kind) { return &reader->plan.sheets[kind]; }

static int n_rows_of(const BriefReader *reader, SheetKind kind)
{
    return sheet_of(reader, kind)->present ? sheet_of(reader, kind)->table.n_rows : 0;
}

static const char *cell_of(const BriefReader *reader, SheetKind kind, int row, int column)
{
    return sheet_cell(sheet_of(reader, kind), row, column);
}

/* The names of a vocabulary, sorted by key. */
static CadreStatus finish(Names **out, const Vocabulary *vocabulary, const BriefReader *reader)
{
    int *final_of;
    *out = vocabulary_finish(vocabulary, NAME_STYLE_NAME, 0, &final_of, reader->arena);
    return *out ? CADRE_OK : error_no_memory(reader->err);
}

static CadreStatus add_cells(Vocabulary *vocabulary, const BriefReader *reader, SheetKind kind, int column)
{
    for (int row = 0; row < n_rows_of(reader, kind); row++) {
        const char *cell = cell_of(reader, kind, row, column);
        if (*cell && vocabulary_add(vocabulary, cell, SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

static bool says(const BriefReader *reader, const char *text, const char *key)
{
    char *own = text_name_key(reader->scratch, text);
    return own && strcmp(own, key) == 0;
}

/* Groups and their focus areas -------------------------------------------------------------------------------------------- */

static CadreStatus read_groups(BriefReader *reader)
{
    int n_rows = n_rows_of(reader, SHEET_GROUPS);
    reader->groups = names_create(reader->scratch, NAME_STYLE_NAME);
    reader->focuses = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    reader->group_row = ARENA_ARRAY(reader->scratch, int, n_rows + 1);
    reader->group_area = ARENA_ARRAY(reader->scratch, int, n_rows + 1);
    if (!reader->groups || !reader->focuses || !reader->group_row || !reader->group_area) return error_no_memory(reader->err);
    for (int row = 0; row < n_rows; row++) {
        const char *name = cell_of(reader, SHEET_GROUPS, row, GROUPS_GROUP);
        const char *focus = cell_of(reader, SHEET_GROUPS, row, GROUPS_FOCUS);
        int n_before = names_count(reader->groups);
        if (!*name) continue;
        int group = names_add(reader->groups, name);
        int area = vocabulary_add(reader->focuses, *focus ? focus : name, SPELLING_SHEET, 1);
        if (group < 0 || area < 0) return error_no_memory(reader->err);
        if (group < n_before) continue;
        reader->group_row[group] = row;
        reader->group_area[group] = area;
    }
    return CADRE_OK;
}

typedef struct KeyedGroup {
    const char *key;
    int group;
} KeyedGroup;

static int by_key(const void *left, const void *right)
{
    return strcmp(((const KeyedGroup *)left)->key, ((const KeyedGroup *)right)->key);
}

static CadreStatus finish_groups(BriefReader *reader)
{
    int n = names_count(reader->groups);
    const Sheet *sheet = sheet_of(reader, SHEET_GROUPS);
    KeyedGroup *order = ARENA_ARRAY(reader->scratch, KeyedGroup, n + 1);
    BriefGroup *groups = ARENA_ARRAY(reader->arena, BriefGroup, n + 1);
    if (!order || !groups) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) order[i] = (KeyedGroup){names_key(reader->groups, i), i};
    if (n) qsort(order, (size_t)n, sizeof *order, by_key);
    for (int i = 0; i < n; i++) {
        int row = reader->group_row[order[i].group];
        groups[i] = (BriefGroup){
            .name = sheet_cell(sheet, row, GROUPS_GROUP),
            .focus = sheet_cell(sheet, row, GROUPS_FOCUS),
            .purpose = sheet_cell(sheet, row, GROUPS_PURPOSE),
            .meets = sheet_cell(sheet, row, GROUPS_MEETS),
            .hours = sheet_hundredths(sheet, row, GROUPS_HOURS, PLAN_HOURS_MAX, 100, reader->messages),
        };
    }
    reader->brief->groups = groups;
    reader->brief->n_groups = n;
    return CADRE_OK;
}

/* Skills and where they are needed ---------------------------------------------------------------------------------------- */

int brief_skill_add(BriefReader *reader, const char *name, SpellingRank rank)
{
    int skill = vocabulary_add(reader->skills, name, rank, 1);
    if (skill == reader->counts.n && !LIST_PUSH(reader->scratch, &reader->counts, (BriefSkill){.area = AREA_SEVERAL}))
        return -1;
    return skill;
}

static CadreStatus need_add(BriefReader *reader, const char *name, int area)
{
    int skill = brief_skill_add(reader, name, SPELLING_SHEET);
    if (skill < 0 || !LIST_PUSH(reader->scratch, &reader->needs, (BriefNeed){skill, area})) return error_no_memory(reader->err);
    reader->counts.items[skill].n_needs++;
    return CADRE_OK;
}

static int by_skill_and_area(const void *left, const void *right)
{
    const BriefNeed *a = left, *b = right;
    return a->skill != b->skill ? plan_compare(a->skill, b->skill) : plan_compare(a->area, b->area);
}

/* A skill belongs to the area that more than half of its needs are of. */
static void find_areas(BriefReader *reader)
{
    const BriefNeed *needs = reader->needs.items;
    int n = reader->needs.n;
    if (n) qsort(reader->needs.items, (size_t)n, sizeof *needs, by_skill_and_area);
    for (int first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && by_skill_and_area(&needs[first], &needs[end]) == 0;) end++;
        BriefSkill *skill = &reader->counts.items[needs[first].skill];
        if (2 * (end - first) > skill->n_needs) skill->area = needs[first].area;
    }
}

/* The area of all groups of a kind. */
static int area_of_kind(const BriefReader *reader, const char *kind)
{
    int area = AREA_SEVERAL, n = 0;
    char *key = text_name_key(reader->scratch, kind);
    for (int i = 0; key && i < names_count(reader->groups); i++) {
        if (!says(reader, cell_of(reader, SHEET_GROUPS, reader->group_row[i], GROUPS_KIND), key)) continue;
        area = n++ == 0 || area == reader->group_area[i] ? reader->group_area[i] : AREA_SEVERAL;
    }
    return area;
}

/* The area of what a `group` cell selects: a group, its copy at one site, kind:NAME or *. */
static int area_of_cell(const BriefReader *reader, const char *cell)
{
    if (selector_names_kind(cell)) return area_of_kind(reader, strchr(cell, ':') + 1);
    const char *at = strstr(cell, " @ "), *base = at ? arena_copy_n(reader->scratch, cell, (size_t)(at - cell)) : cell;
    int group = base ? names_find(reader->groups, base) : -1;
    return group < 0 ? AREA_SEVERAL : reader->group_area[group];
}

/* The short form `Literacy 4; Data 3` of one row of groups.csv. */
static CadreStatus read_short_form(BriefReader *reader, int group)
{
    const Sheet *sheet = sheet_of(reader, SHEET_GROUPS);
    int n_parts, row = reader->group_row[group];
    const char *const *parts = plan_split(sheet_cell(sheet, row, GROUPS_NEEDS), &n_parts, reader->scratch);
    if (!parts) return error_no_memory(reader->err);
    for (int i = 0; i < n_parts; i++) {
        const char *skill = "";
        if (plan_short_need(&skill, parts[i], reader->scratch) == 0 ||
            (strchr(skill, ',') && vocabulary_find(reader->skills, skill) < 0))
            plan_no_need(reader->messages, sheet_origin(sheet, row, GROUPS_NEEDS), parts[i]);
        else
            TRY(need_add(reader, skill, reader->group_area[group]));
    }
    return CADRE_OK;
}

static CadreStatus read_needs(BriefReader *reader)
{
    reader->skills = vocabulary_create(reader->scratch, NAME_STYLE_NAME);
    if (!reader->skills) return error_no_memory(reader->err);
    for (int row = 0; row < n_rows_of(reader, SHEET_NEEDS); row++) {
        const char *skill = cell_of(reader, SHEET_NEEDS, row, NEEDS_SKILL);
        if (*skill) TRY(need_add(reader, skill, area_of_cell(reader, cell_of(reader, SHEET_NEEDS, row, NEEDS_GROUP))));
    }
    for (int group = 0; group < names_count(reader->groups); group++) TRY(read_short_form(reader, group));
    find_areas(reader);
    return CADRE_OK;
}

static CadreStatus finish_skills(BriefReader *reader)
{
    Brief *brief = reader->brief;
    int *final_focus, *final_skill;
    brief->focuses = vocabulary_finish(reader->focuses, NAME_STYLE_NAME, 0, &final_focus, reader->arena);
    Names *names = vocabulary_finish(reader->skills, NAME_STYLE_NAME, 0, &final_skill, reader->arena);
    if (!brief->focuses || !names) return error_no_memory(reader->err);
    brief->n_skills = names_count(names);
    brief->skills = ARENA_ARRAY(reader->arena, BriefSkill, brief->n_skills + 1);
    if (!brief->skills) return error_no_memory(reader->err);
    for (int i = 0; i < brief->n_skills; i++) {
        BriefSkill *skill = &brief->skills[final_skill[i]];
        *skill = reader->counts.items[i];
        skill->name = names_get(names, final_skill[i]);
        skill->area = skill->area < 0 ? -1 : final_focus[skill->area];
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
    for (int row = 0; row < n_rows_of(reader, SHEET_GROUPS); row++)
        if (!slots_parse(&slots, cell_of(reader, SHEET_GROUPS, row, GROUPS_MEETS), texts, (Origin){0}, reader->scratch,
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
    const Sheet *people = sheet_of(reader, SHEET_PEOPLE);
    return people->present && column_is_full(&people->table, people->column[column]);
}

static void read_roster(BriefReader *reader)
{
    const Sheet *people = sheet_of(reader, SHEET_PEOPLE);
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
    for (int row = 0; vocabulary_count(sites) == 0 && row < n_rows_of(reader, SHEET_GROUPS); row++) {
        const char *site = cell_of(reader, SHEET_GROUPS, row, GROUPS_SITE);
        if (*site && !says(reader, site, "each") && vocabulary_add(sites, site, SPELLING_SHEET, 1) < 0)
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
    for (int row = 0; row < n_rows_of(reader, SHEET_MIX); row++) {
        const char *value = cell_of(reader, SHEET_MIX, row, MIX_VALUE);
        char *key = text_header_key(reader->scratch, cell_of(reader, SHEET_MIX, row, MIX_FIELD));
        if (!key) return error_no_memory(reader->err);
        if (!*value || strcmp(key, field_key) != 0 || says(reader, value, "each")) continue;
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
    for (int row = 0; row < n_rows_of(reader, SHEET_ROLES); row++) {
        int n_parts;
        const char *const *parts = plan_split(cell_of(reader, SHEET_ROLES, row, ROLES_POSITIONS), &n_parts, reader->scratch);
        if (!parts) return error_no_memory(reader->err);
        for (int i = 0; i < n_parts; i++)
            if (vocabulary_add(positions, parts[i], SPELLING_SHEET, 1) < 0) return error_no_memory(reader->err);
    }
    return finish(&reader->brief->positions, positions, reader);
}

/* The column beyond the sheet's own that has this key, -1. */
static int other_column(const BriefReader *reader, SheetKind kind, const char *key)
{
    const Sheet *sheet = sheet_of(reader, kind);
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
    const Table *people = &sheet_of(reader, SHEET_PEOPLE)->table;
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
        if (column >= 0 && column_is_full(&sheet_of(reader, SHEET_PEOPLE)->table, column)) continue;
        TRY(read_field(&reader->brief->fields[reader->brief->n_fields++], reader, names_get(names, i), key));
    }
    return CADRE_OK;
}

/* The steps in their order ------------------------------------------------------------------------------------------------- */

static CadreStatus read_steps(BriefReader *reader, const CadreInputs *inputs)
{
    TRY(plan_sheets_there(&reader->plan, inputs->plan, reader->arena, reader->messages, reader->err));
    TRY(settings_read(&reader->brief->settings, &reader->plan, reader->arena, reader->messages, reader->err));
    TRY(read_groups(reader));
    TRY(read_needs(reader));
    if (inputs->n_surveys > 0) TRY(brief_results_read(reader, inputs));
    TRY(finish_groups(reader));
    TRY(finish_skills(reader));
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
