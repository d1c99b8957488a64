/* sheets.h: the sheets of a plan: what each is called, which columns it has, and the rows as read. The one table from which
 * the reader, `cadre help SHEET` and the tests take the columns. */
#ifndef READ_SHEETS_H
#define READ_SHEETS_H

#include "base/table.h"

typedef enum SheetKind {
    SHEET_COLUMNS,
    SHEET_SCALES,
    SHEET_OPTIONS,
    SHEET_GROUPS,
    SHEET_ROLES,
    SHEET_NEEDS,
    SHEET_MIX,
    SHEET_PEOPLE,
    SHEET_SITES,
    SHEET_PINS,
    SHEET_PAIRS,
    SHEET_PREVIOUS,
    SHEET_SETTINGS,
    SHEET_COUNT
} SheetKind;

typedef struct ColumnSpec {
    const char *name;
    bool required;    /* in the header, and in every row not blank */
    const char *help; /* one line: what goes in it and the default */
} ColumnSpec;

typedef struct SheetSpec {
    const char *name; /* "groups", the file is groups.csv */
    const char *help;
    bool open; /* other columns are allowed: they are fields (people, sites), or passed over (previous) */
    int n_columns;
    const ColumnSpec *columns;
} SheetSpec;

extern const SheetSpec sheet_specs[SHEET_COUNT];
/* Whether the sheet says how the surveys are read, and so goes with them. */
static inline bool sheet_reads_surveys(SheetKind kind)
{
    return kind == SHEET_COLUMNS || kind == SHEET_SCALES || kind == SHEET_OPTIONS;
}

extern const SheetSpec scenario_spec; /* no sheet of the plan: one is laid over it */

/* The columns of each sheet, as indices into SheetSpec.columns. */
enum { COLUMNS_SURVEY, COLUMNS_HEADER, COLUMNS_MEANS, COLUMNS_NAME, COLUMNS_SCALE, COLUMNS_SEPARATOR };
enum { SCALES_SCALE, SCALES_ANSWER, SCALES_LEVEL };
enum { OPTIONS_HEADER, OPTIONS_OPTION };
enum {
    GROUPS_GROUP,
    GROUPS_KIND,
    GROUPS_SITE,
    GROUPS_FOCUS,
    GROUPS_PURPOSE,
    GROUPS_MIN_SIZE,
    GROUPS_MAX_SIZE,
    GROUPS_HOURS,
    GROUPS_MEETS,
    GROUPS_LEADERS,
    GROUPS_NEEDS,
    GROUPS_WEIGHT
};
enum { ROLES_GROUP, ROLES_ROLE, ROLES_MIN, ROLES_MAX, ROLES_LEADS, ROLES_HOURS, ROLES_WEIGHT, ROLES_POSITIONS };
enum { NEEDS_GROUP, NEEDS_ROLE, NEEDS_SKILL, NEEDS_LEVEL, NEEDS_WEIGHT, NEEDS_MUST, NEEDS_PEOPLE };
enum { MIX_GROUP, MIX_FIELD, MIX_VALUE, MIX_MIN, MIX_MAX, MIX_MUST };
enum {
    PEOPLE_ID,
    PEOPLE_EMAIL,
    PEOPLE_NAME,
    PEOPLE_SITE,
    PEOPLE_POSITION,
    PEOPLE_HOURS,
    PEOPLE_MAX_GROUPS,
    PEOPLE_MAX_LEADS,
    PEOPLE_AWAY
};
enum { SITES_SITE, SITES_ALIASES, SITES_NETWORK };
enum { PINS_PERSON, PINS_GROUP, PINS_ROLE, PINS_RULE };
enum { PAIRS_PERSON, PAIRS_OTHER, PAIRS_RULE, PAIRS_GROUP };
enum { PREVIOUS_PERSON, PREVIOUS_GROUP, PREVIOUS_ROLE };
enum { SETTINGS_SETTING, SETTINGS_VALUE };
enum { SCENARIO_SHEET, SCENARIO_KEY, SCENARIO_COLUMN, SCENARIO_VALUE };

/* A sheet of the plan as read. `column[i]` is the table's column for spec column i, or -1 where the file has none. */
typedef struct Sheet {
    const SheetSpec *spec;
    bool present; /* the plan has the file */
    Table table;
    int *column;        /* [spec->n_columns] */
    int *other_columns; /* table columns that the spec does not name (open sheets) */
    int n_other_columns;
} Sheet;

typedef struct PlanSheets {
    const char *folder;
    Sheet sheets[SHEET_COUNT];
    Sheet held; /* the result that is to be mended, of the columns of previous.csv; not in the folder */
} PlanSheets;

/**
 * Read every sheet of the plan folder and match the headers (text_header_key). Unknown, repeated or missing columns and blank
 * required cells are messages; a sheet that cannot be read has no columns. groups.csv must be there. Cells are trimmed;
 * previous.csv's also lose the formula guard. A blank value in settings.csv stays: it means the default. Cost O(bytes).
 */
CadreStatus plan_sheets_read(PlanSheets *out, const char *folder, Arena *arena, Messages *messages, CadreError *err);

/* The same where no sheet need be there: not even the folder, which may be NULL. Errors: as above, CADRE_IO. */
CadreStatus plan_sheets_there(PlanSheets *out, const char *folder, Arena *arena, Messages *messages, CadreError *err);

/* One sheet, which must be there, in the same way. */
CadreStatus sheet_read(Sheet *out, const SheetSpec *spec, const char *path, Arena *arena, Messages *messages, CadreError *err);

/* The same of a table that is there already. */
CadreStatus sheet_of_table(Sheet *out, const SheetSpec *spec, const Table *table, Arena *arena, Messages *messages,
                           CadreError *err);

/* Warn of .csv files in the plan folder that are neither a sheet nor one of the surveys and scenarios of the run. */
CadreStatus plan_folder_check(const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err);

/* Every cell without outer white space and, with `guarded`, then without one leading `'`: the formula guard of Cadre's own
 * output. Errors: CADRE_NO_MEMORY leaves `table` as it was. Cost O(cells). */
CadreStatus table_trim(Table *table, bool guarded, Arena *arena, CadreError *err);

/* The trimmed cell of a spec column ("" where the file lacks the column). */
const char *sheet_cell(const Sheet *sheet, int row, int spec_column);
Origin sheet_origin(const Sheet *sheet, int row, int spec_column);

/* Cells as values: blank gives `fallback`; a bad one is a message ("\"max_size\" is \"x\"; expected a whole number from 0 to
 * 1000") and gives `fallback` too. */
int sheet_int(const Sheet *sheet, int row, int spec_column, int low, int high, int fallback, Messages *messages);
int sheet_hundredths(const Sheet *sheet, int row, int spec_column, int high, int fallback, Messages *messages);
bool sheet_yes(const Sheet *sheet, int row, int spec_column, bool fallback,
               Messages *messages); /* yes/no, y/n, true/false, 1/0, x, sí, verdadero */

#endif
