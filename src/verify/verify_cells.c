#include "verify/verify_cells.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *verify_hours_text(char text[NUMBER_SIZE], int64_t hundredths)
{
    const char *sign = hundredths < 0 ? "-" : "";
    uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
    uint64_t whole = size / 100, rest = size % 100;
    if (rest == 0)
        snprintf(text, NUMBER_SIZE, "%s%" PRIu64, sign, whole);
    else if (rest % 10 == 0)
        snprintf(text, NUMBER_SIZE, "%s%" PRIu64 ".%" PRIu64, sign, whole, rest / 10);
    else
        snprintf(text, NUMBER_SIZE, "%s%" PRIu64 ".%02" PRIu64, sign, whole, rest);
    return text;
}

const char *verify_show(Judge *judge, const char *text)
{
    enum { SHOWN = 80 };
    if (*text == '\0') return "blank";
    size_t length = strlen(text);
    bool cut = length > SHOWN;
    if (cut) length = SHOWN;
    while (cut && length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    char *shown = arena_print(judge->arena, "\"%.*s%s\"", (int)length, text, cut ? "..." : "");
    if (!shown) {
        judge->no_memory = true;
        return "";
    }
    for (char *at = shown; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F) *at = ' ';
    return shown;
}

bool verify_header(Judge *judge, const Table *table, const char *const header[], int n_columns)
{
    for (int i = 0; i < n_columns && i < table->n_columns; i++)
        if (strcmp(table->header[i], header[i]) != 0) {
            VERIFY_FAIL(judge, table, -1, i, "column %d is %s; expected \"%s\"", i + 1, verify_show(judge, table->header[i]),
                        header[i]);
            return false;
        }
    if (table->n_columns < n_columns)
        VERIFY_FAIL(judge, table, -1, table->n_columns, "column \"%s\" is missing; expected %d columns",
                    header[table->n_columns], n_columns);
    if (table->n_columns > n_columns)
        VERIFY_FAIL(judge, table, -1, n_columns, "%s is a column too many; expected %d columns",
                    verify_show(judge, table->header[n_columns]), n_columns);
    return table->n_columns == n_columns;
}

void verify_cell_text(Judge *judge, const Table *table, int row, int column, const char *expected)
{
    const char *cell = table_cell(table, row, column);
    if (strcmp(cell, expected) == 0) return;
    VERIFY_FAIL(judge, table, row, column, "\"%s\" is %s; expected %s", table->header[column], verify_show(judge, cell),
                verify_show(judge, expected));
}

void verify_cell_number(Judge *judge, const Table *table, int row, int column, int64_t expected)
{
    char text[NUMBER_SIZE];
    snprintf(text, sizeof text, "%" PRId64, expected);
    verify_cell_text(judge, table, row, column, text);
}

void verify_cell_points(Judge *judge, const Table *table, int row, int column, int expected)
{
    if (expected < 0)
        verify_cell_text(judge, table, row, column, "");
    else
        verify_cell_number(judge, table, row, column, expected);
}

void verify_cell_hours(Judge *judge, const Table *table, int row, int column, int64_t hundredths)
{
    char text[NUMBER_SIZE];
    verify_cell_text(judge, table, row, column, verify_hours_text(text, hundredths));
}

/* Staff and groups alike: a sorted array of names that a table's column refers to. */
typedef struct Roll {
    const char *what;
    const char *(*name)(const Model *model, int index);
    int n;
    Names **hints; /* made when first needed */
} Roll;

static const char *person_name(const Model *model, int index) { return model->staff[index].key; }
static const char *group_name(const Model *model, int index) { return model->groups[index].name; }

static Roll staff_roll(Judge *judge) { return (Roll){"person", person_name, judge->model->n_staff, &judge->staff_names}; }

static Roll group_roll(Judge *judge) { return (Roll){"group", group_name, judge->model->n_groups, &judge->group_names}; }

static int find_name(const Model *model, const char *(*name)(const Model *, int), int n, const char *text)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(name(model, middle), text);
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

/* The nearest known name, or NULL. */
static const char *roll_hint(Judge *judge, Roll roll, const char *text)
{
    if (judge->hints_left <= 0) return NULL;
    judge->hints_left--;
    if (!*roll.hints) {
        *roll.hints = names_create(judge->arena, NAME_STYLE_EXACT);
        for (int i = 0; i < roll.n && *roll.hints; i++)
            if (names_add(*roll.hints, roll.name(judge->model, i)) < 0) judge->no_memory = true;
    }
    if (!*roll.hints) judge->no_memory = true;
    return *roll.hints ? names_nearest(*roll.hints, text) : NULL;
}

static int roll_find(Judge *judge, Roll roll, const Table *table, int row, int column)
{
    const char *cell = table_cell(table, row, column);
    int index = find_name(judge->model, roll.name, roll.n, cell);
    if (index >= 0) return index;
    const char *hint = roll_hint(judge, roll, cell);
    if (hint)
        VERIFY_FAIL(judge, table, row, column, "no %s is called %s; expected %s or another %s of the sheets", roll.what,
                    verify_show(judge, cell), verify_show(judge, hint), roll.what);
    else
        VERIFY_FAIL(judge, table, row, column, "no %s is called %s; expected a %s of the sheets", roll.what,
                    verify_show(judge, cell), roll.what);
    return -1;
}

int verify_cell_person(Judge *judge, const Table *table, int row, int column)
{
    return roll_find(judge, staff_roll(judge), table, row, column);
}

int verify_cell_group(Judge *judge, const Table *table, int row, int column)
{
    return roll_find(judge, group_roll(judge), table, row, column);
}

/* Enter one row; `last` is the greatest index so far. */
static void roll_enter(Judge *judge, Roll roll, const Table *table, int row, int *rows, int *last)
{
    int index = roll_find(judge, roll, table, row, 0);
    if (index < 0) return;
    const char *shown = verify_show(judge, roll.name(judge->model, index));
    if (rows[index] >= 0) {
        VERIFY_FAIL(judge, table, row, 0, "%s %s has a row already, on line %d; expected one row", roll.what, shown,
                    table->line[rows[index]]);
        return;
    }
    rows[index] = row;
    if (index < *last)
        VERIFY_FAIL(judge, table, row, 0, "%s %s is out of order; expected rows sorted by %s", roll.what, shown, roll.what);
    else
        *last = index;
}

static int *roll_rows(Judge *judge, Roll roll, const Table *table)
{
    int *rows = ARENA_ARRAY(judge->arena, int, roll.n);
    if (!rows) {
        judge->no_memory = true;
        return NULL;
    }
    for (int i = 0; i < roll.n; i++) rows[i] = -1;
    int last = -1;
    for (int row = 0; row < table->n_rows; row++) roll_enter(judge, roll, table, row, rows, &last);
    for (int i = 0; i < roll.n; i++)
        if (rows[i] < 0)
            VERIFY_FAIL_FILE(judge, table->file, "%s %s has no row; expected one row for every %s", roll.what,
                             verify_show(judge, roll.name(judge->model, i)), roll.what);
    return rows;
}

int *verify_group_rows(Judge *judge, const Table *table) { return roll_rows(judge, group_roll(judge), table); }
int *verify_person_rows(Judge *judge, const Table *table) { return roll_rows(judge, staff_roll(judge), table); }

bool verify_buckets(Judge *judge, Buckets *out, const int *keys, int n, int n_keys)
{
    Buckets made = {ARENA_ARRAY(judge->arena, int, n_keys + 2), ARENA_ARRAY(judge->arena, int, n)};
    if (!made.first || !made.items) {
        judge->no_memory = true;
        return false;
    }
    int *next = made.first + 1; /* next[k] ends as first[k + 1] */
    for (int i = 0; i < n; i++)
        if (keys[i] >= 0) next[keys[i] + 1]++;
    for (int k = 1; k <= n_keys; k++) next[k] += next[k - 1];
    for (int i = 0; i < n; i++)
        if (keys[i] >= 0) made.items[next[keys[i]]++] = i;
    *out = made;
    return true;
}

const char *verify_site_text(const Model *model, int site) { return site < 0 ? "" : model->sites[site].name; }
