/* settings_read.c: settings.csv over the defaults, from one table of what each setting is. */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_read.h"

enum { WEIGHT_HIGH = 1000, PRICE_HIGH = 10000000, COUNT_HIGH = 1000000, HOURS_HIGH = 1000000 };

typedef enum SettingKind { SETTING_WHOLE, SETTING_HOURS, SETTING_SEED, SETTING_FAIRNESS, SETTING_DATE } SettingKind;

typedef struct SettingSpec {
    const char *name;
    SettingKind kind;
    size_t offset; /* in Settings */
    int high;      /* whole numbers 0 to high */
    const char *help;
} SettingSpec;

#define WHOLE(member, high, help)                                                                                              \
    {                                                                                                                          \
#member, SETTING_WHOLE, offsetof(Settings, member), high, help                                                         \
    }

static const SettingSpec specs[] = {
    WHOLE(weight_fit, WEIGHT_HIGH, "how much skill counts in points, 0-1000"),
    WHOLE(weight_interest, WEIGHT_HIGH, "how much interest counts"),
    WHOLE(weight_growth, WEIGHT_HIGH, "how much room to learn what one wants to learn counts"),
    WHOLE(weight_continuity, WEIGHT_HIGH, "how much having served there last time counts"),
    {"hours", SETTING_HOURS, offsetof(Settings, hours), HOURS_HIGH, "hours a month of a person, where no sheet says"},
    WHOLE(max_groups, COUNT_HIGH, "most groups of a person, where no sheet says"),
    WHOLE(max_leads, COUNT_HIGH, "most leading roles of a person, where no sheet says"),
    WHOLE(everyone, PRICE_HIGH, "worth of a first role for a person who answered a survey"),
    WHOLE(extra_load, PRICE_HIGH, "price of a second role; a third costs twice as much again, and so on"),
    WHOLE(short_must, PRICE_HIGH, "price of a person missing from coverage or mix with must, times the group's weight"),
    WHOLE(short_role, PRICE_HIGH, "price of an empty seat or a member too few, times the group's weight"),
    WHOLE(short_should, PRICE_HIGH, "price of a person missing from coverage or mix without must, times the group's weight"),
    {"fairness", SETTING_FAIRNESS, 0, 0, "total, or floor: first the best for the weakest leading role"},
    WHOLE(max_changes, COUNT_HIGH, "most assignments that previous.csv does not have; blank = no limit"),
    {"seed", SETTING_SEED, 0, 0, "among equally good results, decides which"},
    {"closes", SETTING_DATE, 0, 0, "a date, YYYY-MM-DD: a later answer counts, with a warning"},
};

enum { SETTING_COUNT = sizeof specs / sizeof *specs };

typedef struct SettingCell {
    const char *name, *value; /* the setting's own name; the cell, not blank */
    Origin origin;
    Arena *arena;
    Messages *messages;
} SettingCell;

static void report(const SettingCell *cell, const char *expected)
{
    messages_add(cell->messages, CADRE_ERROR, cell->origin, "\"%s\" is \"%s\"; expected %s", cell->name, cell->value, expected);
}

static void read_whole(int *out, const SettingCell *cell, int high)
{
    int64_t value;
    if (text_to_whole(cell->value, &value) && value >= 0 && value <= high) {
        *out = (int)value;
        return;
    }
    messages_add(cell->messages, CADRE_ERROR, cell->origin, "\"%s\" is \"%s\"; expected a whole number from 0 to %d",
                 cell->name, cell->value, high);
}

static void read_hours(int *out, const SettingCell *cell, int high)
{
    int64_t value;
    if (text_to_hundredths(cell->value, &value) && value <= high)
        *out = (int)value;
    else
        messages_add(cell->messages, CADRE_ERROR, cell->origin,
                     "\"%s\" is \"%s\"; expected a number from 0 to %d with at most two decimals", cell->name, cell->value,
                     high / 100);
}

static void read_seed(int64_t *out, const SettingCell *cell)
{
    int64_t value;
    if (text_to_whole(cell->value, &value) && value >= 0)
        *out = value;
    else
        report(cell, "a whole number from 0 to 9223372036854775807");
}

static void read_fairness(Fairness *out, const SettingCell *cell)
{
    const char *key = text_name_key(cell->arena, cell->value);
    if (key && strcmp(key, "total") == 0)
        *out = FAIRNESS_TOTAL;
    else if (key && strcmp(key, "floor") == 0)
        *out = FAIRNESS_FLOOR;
    else
        report(cell, "total or floor");
}

static void read_date(const char **out, const SettingCell *cell)
{
    if (text_is_date(cell->value))
        *out = cell->value;
    else
        report(cell, "a date as YYYY-MM-DD");
}

static void read_value(Settings *out, const SettingSpec *spec, const SettingCell *cell)
{
    int *whole = (int *)(void *)((char *)out + spec->offset);
    switch (spec->kind) {
    case SETTING_WHOLE:
        read_whole(whole, cell, spec->high);
        break;
    case SETTING_HOURS:
        read_hours(whole, cell, spec->high);
        break;
    case SETTING_SEED:
        read_seed(&out->seed, cell);
        break;
    case SETTING_FAIRNESS:
        read_fairness(&out->fairness, cell);
        break;
    case SETTING_DATE:
        read_date(&out->closes, cell);
        break;
    }
}

static int64_t default_number(const Settings *defaults, const SettingSpec *spec)
{
    if (spec->kind == SETTING_SEED) return defaults->seed;
    int whole = *(const int *)(const void *)((const char *)defaults + spec->offset);
    return spec->kind == SETTING_HOURS ? whole / 100 : whole;
}

void settings_print_help(FILE *out)
{
    const Settings defaults = SETTINGS_INIT;
    fputs("\nThe settings and their defaults:\n\n", out);
    for (int i = 0; i < SETTING_COUNT; i++) {
        const SettingSpec *spec = &specs[i];
        char text[24] = "";
        if (spec->kind == SETTING_FAIRNESS)
            snprintf(text, sizeof text, "total");
        else if (spec->kind != SETTING_DATE && default_number(&defaults, spec) != NO_LIMIT)
            snprintf(text, sizeof text, "%" PRId64, default_number(&defaults, spec));
        fprintf(out, "  %-17s  %-7s  %s\n", spec->name, text, spec->help);
    }
}

static Names *setting_names(Arena *arena)
{
    Names *names = names_create(arena, NAME_STYLE_HEADER);
    for (int i = 0; names && i < SETTING_COUNT; i++)
        if (names_add(names, specs[i].name) != i) return NULL;
    return names;
}

/* The index of the row's setting; -1 with a message where it is unknown, or was set in an earlier row. */
static int find_setting(const Sheet *sheet, int row, const Names *names, int line_set[], Messages *messages)
{
    const char *name = sheet_cell(sheet, row, SETTINGS_SETTING);
    Origin origin = sheet_origin(sheet, row, SETTINGS_SETTING);
    if (!*name) return -1;
    int index = names_find(names, name);
    const char *nearest = index < 0 ? names_nearest(names, name) : NULL;
    if (nearest)
        messages_add(messages, CADRE_ERROR, origin, "unknown setting \"%s\"; expected a setting, the nearest is \"%s\"", name,
                     nearest);
    else if (index < 0)
        messages_add(messages, CADRE_ERROR, origin, "unknown setting \"%s\"; expected one that cadre help settings lists",
                     name);
    else if (line_set[index])
        messages_add(messages, CADRE_ERROR, origin, "the setting \"%s\" is already in line %d; expected each setting once",
                     specs[index].name, line_set[index]);
    if (index < 0 || line_set[index]) return -1;
    line_set[index] = origin.line;
    return index;
}

CadreStatus settings_read(Settings *out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err)
{
    const Sheet *sheet = &plan->sheets[SHEET_SETTINGS];
    Settings settings = SETTINGS_INIT;
    int line_set[SETTING_COUNT] = {0};
    Names *names = setting_names(arena);
    if (!names) return error_no_memory(err);
    for (int row = 0; sheet->present && row < sheet->table.n_rows; row++) {
        int index = find_setting(sheet, row, names, line_set, messages);
        SettingCell cell = {.value = sheet_cell(sheet, row, SETTINGS_VALUE),
                            .origin = sheet_origin(sheet, row, SETTINGS_VALUE)};
        if (index < 0 || !*cell.value) continue;
        cell.name = specs[index].name;
        cell.arena = arena;
        cell.messages = messages;
        read_value(&settings, &specs[index], &cell);
        if (strcmp(cell.name, "max_changes") == 0) settings.max_changes_from = cell.origin;
        if (settings.max_changes != NO_LIMIT && strcmp(cell.name, "max_changes") == 0 && !plan->sheets[SHEET_PREVIOUS].present &&
            !plan->held.present)
            messages_add(
                messages, CADRE_ERROR, cell.origin,
                "\"max_changes\" is %d but the plan has no previous.csv; expected that sheet, a result to mend (--from), or a blank "
                "\"max_changes\"",
                settings.max_changes);
    }
    *out = settings;
    return CADRE_OK;
}
