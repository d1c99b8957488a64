/* options_check.c: options.csv against the surveys, and a warning for each column of the options that only one person ticked
 * and no sheet names: most often texts typed under "Other". */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "read/people_reader.h"

enum { NOBODY = 0, SEVERAL = -1, SHOWN = 3 };

/* Who ticked an option: NOBODY, one person + 1, SEVERAL; and its first place. */
typedef struct Ticked {
    int who;
    bool named; /* by a sheet or a column of its own */
    const SurveyColumn *column;
    int row;
} Ticked;

/* An option that only one person ticked. */
typedef struct Lonely {
    const SurveyColumn *column;
    int row;
    const char *name;
} Lonely;

typedef struct OptionCheck {
    PeopleReader *reader;
    LIST(Lonely) lonely;
    Ticked *skills, *topics, **values; /* [skills], [topics], [fields][values] */
} OptionCheck;

static bool check_create(OptionCheck *check, PeopleReader *reader)
{
    const Model *model = reader->model;
    int n_fields = names_count(model->fields);
    *check = (OptionCheck){.reader = reader,
                           .skills = ARENA_ARRAY(reader->scratch, Ticked, model->n_skills + 1),
                           .topics = ARENA_ARRAY(reader->scratch, Ticked, names_count(model->topics) + 1),
                           .values = ARENA_ARRAY(reader->scratch, Ticked *, n_fields)};
    if (!check->skills || !check->topics || !check->values) return false;
    for (int field = 0; field < n_fields; field++) {
        check->values[field] = ARENA_ARRAY(reader->scratch, Ticked, names_count(model->field_values[field]) + 1);
        if (!check->values[field]) return false;
    }
    return true;
}

static void mark_named(Ticked *ticked, const Names *names, const char *text)
{
    int number = *text ? names_find(names, text) : -1;
    if (number >= 0) ticked[number].named = true;
}

static void mark_column(Ticked *ticked, const Names *names, const Sheet *sheet, int column)
{
    for (int row = 0; sheet->present && row < sheet->table.n_rows; row++)
        mark_named(ticked, names, sheet_cell(sheet, row, column));
}

/* The short form `Literacy 4; Data 3` of groups.csv: the skills without their levels. */
static bool mark_short_needs(const OptionCheck *check, const char *needs)
{
    const PeopleReader *reader = check->reader;
    while (*needs) {
        size_t length = strcspn(needs, ";"), end = length;
        while (end > 0 && (isdigit((unsigned char)needs[end - 1]) || isspace((unsigned char)needs[end - 1]))) end--;
        const char *skill = arena_copy_n(reader->scratch, needs, end);
        if (!skill) return false;
        mark_named(check->skills, reader->model->skills, skill);
        needs += length + (needs[length] == ';');
    }
    return true;
}

static void mark_values(const OptionCheck *check, const int fields[], int n_fields, const int values[], int n_rows)
{
    for (int row = 0; row < n_rows; row++)
        for (int i = 0; i < n_fields; i++) {
            int value = values[(size_t)row * (size_t)n_fields + (size_t)i];
            if (value >= 0) check->values[fields[i]][value].named = true;
        }
}

static void mark_fields(const OptionCheck *check)
{
    const PeopleReader *reader = check->reader;
    const Model *model = reader->model;
    const Sheet *people = &reader->plan->sheets[SHEET_PEOPLE], *sites = &reader->plan->sheets[SHEET_SITES];
    const Sheet *mix = &reader->plan->sheets[SHEET_MIX], *options = &reader->plan->sheets[SHEET_OPTIONS];
    if (people->present)
        mark_values(check, reader->roster_fields, people->n_other_columns, reader->roster_values, people->table.n_rows);
    if (reader->sites.fixed)
        mark_values(check, reader->site_fields, 1 + sites->n_other_columns, reader->site_values, sites->table.n_rows);
    for (int row = 0; mix->present && row < mix->table.n_rows; row++) {
        int field = names_find(model->fields, sheet_cell(mix, row, MIX_FIELD));
        if (field >= 0) mark_named(check->values[field], model->field_values[field], sheet_cell(mix, row, MIX_VALUE));
    }
    for (int field = 0; field < names_count(model->fields); field++)
        mark_column(check->values[field], model->field_values[field], options, OPTIONS_OPTION);
}

static bool mark_sheets(const OptionCheck *check)
{
    const PeopleReader *reader = check->reader;
    const Model *model = reader->model;
    const Sheet *sheets = reader->plan->sheets;
    mark_column(check->skills, model->skills, &sheets[SHEET_OPTIONS], OPTIONS_OPTION);
    mark_column(check->topics, model->topics, &sheets[SHEET_OPTIONS], OPTIONS_OPTION);
    mark_column(check->skills, model->skills, &sheets[SHEET_NEEDS], NEEDS_SKILL);
    mark_column(check->topics, model->topics, &sheets[SHEET_GROUPS], GROUPS_GROUP);
    mark_column(check->topics, model->topics, &sheets[SHEET_GROUPS], GROUPS_FOCUS);
    mark_fields(check);
    for (int i = 0; i < reader->first_column[reader->n_surveys]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        if (!means_is_level(column->meaning->means)) continue;
        (column->meaning->means == MEANS_FOCUS ? check->topics : check->skills)[column->subject].named = true;
    }
    for (int row = 0; sheets[SHEET_GROUPS].present && row < sheets[SHEET_GROUPS].table.n_rows; row++)
        if (!mark_short_needs(check, sheet_cell(&sheets[SHEET_GROUPS], row, GROUPS_NEEDS))) return false;
    return true;
}

static Ticked *ticked_of(const OptionCheck *check, const SurveyColumn *column, int option)
{
    switch (column->meaning->means) {
    case MEANS_FIELDS:
        return &check->values[column->subject][option];
    case MEANS_FOCUSES:
        return &check->topics[option];
    default:
        return &check->skills[option];
    }
}

static void count_row(const OptionCheck *check, int person, IdentityRow row)
{
    const PeopleReader *reader = check->reader;
    for (int i = reader->first_column[row.source - 1]; i < reader->first_column[row.source]; i++) {
        const SurveyColumn *column = &reader->columns[i];
        if (!means_is_checklist(column->meaning->means)) continue;
        int answer = column->answers.of_row[row.row];
        for (int tick = answer < 0 ? 0 : column->first_tick[answer]; answer >= 0 && tick < column->first_tick[answer + 1];
             tick++) {
            Ticked *ticked = ticked_of(check, column, column->ticks[tick]);
            if (ticked->who == NOBODY) *ticked = (Ticked){person + 1, ticked->named, column, row.row};
            if (ticked->who != person + 1) ticked->who = SEVERAL;
        }
    }
}

/* Whether a topic is the copy of a group at one site: `GROUP @ SITE`. */
static bool names_copy(const PeopleReader *reader, const Names *groups, const char *topic)
{
    const char *at = strstr(topic, " @ ");
    const char *group = at ? arena_copy_n(reader->scratch, topic, (size_t)(at - topic)) : NULL;
    return group && names_find(groups, group) >= 0;
}

static bool gather_lonely(OptionCheck *check, const Ticked *ticked, const Names *names, const Names *groups)
{
    const PeopleReader *reader = check->reader;
    for (int i = 0; i < names_count(names); i++) {
        if (ticked[i].who <= NOBODY || ticked[i].named || (groups && names_copy(reader, groups, names_get(names, i)))) continue;
        Lonely lonely = {ticked[i].column, ticked[i].row, names_get(names, i)};
        if (!LIST_PUSH(reader->scratch, &check->lonely, lonely)) return false;
    }
    return true;
}

static int by_place(const void *left, const void *right)
{
    const Lonely *a = left, *b = right;
    if (a->column != b->column) return a->column < b->column ? -1 : 1; /* of one array */
    return a->row != b->row ? (a->row > b->row) - (a->row < b->row) : strcmp(a->name, b->name);
}

/* One warning for the n options of a column, at the first, which names a few of them. */
static bool tell_column(const PeopleReader *reader, const Lonely lonely[], int n)
{
    const char *list = "";
    int n_shown = n > SHOWN ? SHOWN : n;
    for (int i = 0; i < n_shown && list; i++) {
        const char *gap = i == 0 ? "" : i == n - 1 ? " and " : ", ";
        list = arena_print(reader->scratch, "%s%s\"%.200s\"", list, gap, lonely[i].name);
    }
    if (list && n > n_shown) list = arena_print(reader->scratch, "%s and %d more", list, n - n_shown);
    if (!list) return false;
    bool one = n == 1;
    messages_add(
        reader->messages, CADRE_WARNING, table_origin(lonely->column->table, lonely->row, lonely->column->meaning->column),
        "%s %s that nobody else ticked and no sheet names; expected %s of the checklist's own, or %s in options.csv where "
        "%s the separator",
        list, one ? "is an option" : "are options", one ? "one" : "those", one ? "a row" : "rows",
        one ? "it holds" : "they hold");
    return true;
}

static bool tell_lonely(OptionCheck *check)
{
    const Lonely *items = check->lonely.items;
    if (check->lonely.n > 0) qsort(check->lonely.items, (size_t)check->lonely.n, sizeof *items, by_place);
    for (int i = 0, n; i < check->lonely.n; i += n) {
        for (n = 1; i + n < check->lonely.n && items[i + n].column == items[i].column;) n++;
        if (!tell_column(check->reader, items + i, n)) return false;
    }
    return true;
}

/* What any survey and column calls the header: 2 a checklist, 1 something else, 0 nothing. */
static int header_kind(const PeopleReader *reader, const Names *header)
{
    int kind = 0;
    for (int i = 0; i < reader->meanings.n; i++) {
        const ColumnMeaning *meaning = &reader->meanings.items[i];
        if (names_find(header, reader->surveys[meaning->survey].header[meaning->column]) < 0) continue;
        int found = means_is_checklist(meaning->means) ? 2 : 1;
        if (found > kind) kind = found;
    }
    const Sheet *columns = &reader->plan->sheets[SHEET_COLUMNS];
    for (int row = 0; kind == 0 && columns->present && row < columns->table.n_rows; row++)
        if (names_find(header, sheet_cell(columns, row, COLUMNS_HEADER)) >= 0) kind = 2; /* of a survey that is not given */
    return kind;
}

/* Every survey header once. NULL where there is no memory. */
static Names *all_headers(const PeopleReader *reader)
{
    Names *headers = names_create(reader->scratch, NAME_STYLE_HEADER);
    for (int survey = 0; headers && survey < reader->n_surveys; survey++)
        for (int i = 0; i < reader->surveys[survey].n_columns; i++)
            if (names_add(headers, reader->surveys[survey].header[i]) < 0) return NULL;
    return headers;
}

static CadreStatus options_sheet_check(const PeopleReader *reader)
{
    const Sheet *sheet = &reader->plan->sheets[SHEET_OPTIONS];
    if (!sheet->present) return CADRE_OK;
    const Names *headers = all_headers(reader);
    if (!headers) return error_no_memory(reader->err);
    for (int row = 0; row < sheet->table.n_rows; row++) {
        const char *text = sheet_cell(sheet, row, OPTIONS_HEADER);
        Names *header = names_create(reader->scratch, NAME_STYLE_HEADER);
        if (!header || names_add(header, text) < 0) return error_no_memory(reader->err);
        int kind = *text ? header_kind(reader, header) : 2;
        const char *nearest = kind == 0 ? names_nearest(headers, text) : NULL;
        if (kind == 0)
            messages_add(reader->messages, CADRE_ERROR, sheet_origin(sheet, row, OPTIONS_HEADER),
                         "unknown survey column \"%.200s\"; expected a header of the surveys, in full%s%.200s%s", text,
                         nearest ? ", the nearest is \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
        if (kind == 1)
            messages_add(
                reader->messages, CADRE_WARNING, sheet_origin(sheet, row, OPTIONS_HEADER),
                "\"%.200s\" is no checklist, so its options play no part; expected means fields, skills, interests or focuses "
                "in columns.csv",
                text);
    }
    return CADRE_OK;
}

CadreStatus options_check(PeopleReader *reader)
{
    OptionCheck check;
    const Model *model = reader->model;
    const Sheet *groups = &reader->plan->sheets[SHEET_GROUPS];
    TRY(options_sheet_check(reader));
    Names *group_names = names_create(reader->scratch, NAME_STYLE_NAME);
    if (!group_names || !check_create(&check, reader) || !mark_sheets(&check)) return error_no_memory(reader->err);
    for (int row = 0; groups->present && row < groups->table.n_rows; row++)
        if (names_add(group_names, sheet_cell(groups, row, GROUPS_GROUP)) < 0) return error_no_memory(reader->err);
    for (int person = 0; person < reader->identities.n_people; person++) {
        const Identity *identity = &reader->identities.people[person];
        for (int i = 0; i < identity->n_rows; i++) count_row(&check, person, reader->identities.rows[identity->first_row + i]);
    }
    bool kept = gather_lonely(&check, check.skills, model->skills, NULL) &&
                gather_lonely(&check, check.topics, model->topics, group_names);
    for (int field = 0; kept && field < names_count(model->fields); field++)
        kept = gather_lonely(&check, check.values[field], model->field_values[field], NULL);
    return kept && tell_lonely(&check) ? CADRE_OK : error_no_memory(reader->err);
}
