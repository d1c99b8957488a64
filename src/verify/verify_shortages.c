/* verify_shortages.c: what is short is recomputed from the seats as rows of text and matched with shortages.csv as a multiset:
 * both are sorted by all columns but the free text, rows that agree in the key columns are paired, and what remains on either
 * side is a violation. */
#include "verify/verify_cells.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT_KIND,
    SHORT_GROUP,
    SHORT_SITE,
    SHORT_ROLE,
    SHORT_SKILL,
    SHORT_LEVEL,
    SHORT_FIELD,
    SHORT_VALUE,
    SHORT_NEEDED,
    SHORT_HAVE,
    SHORT_COST,
    N_SHORT_CELLS, /* without the repair, which is free text */
};

static const int key_columns[] = {SHORT_KIND, SHORT_GROUP, SHORT_ROLE, SHORT_SKILL, SHORT_LEVEL, SHORT_FIELD, SHORT_VALUE};
static const int value_columns[] = {SHORT_NEEDED, SHORT_HAVE, SHORT_COST, SHORT_SITE};
enum { N_KEYS = 7, N_VALUES = 4 };

/* A row that is expected (row -1) or read. */
typedef struct ShortRow {
    const char *cells[N_SHORT_CELLS];
    int row;
    bool paired;
} ShortRow;

typedef LIST(ShortRow) ShortRows;

typedef struct ShortBuilder {
    Judge *judge;
    ShortRows rows;
} ShortBuilder;

static const char *number(Judge *judge, int64_t value)
{
    const char *text = arena_print(judge->arena, "%" PRId64, value);
    if (!text) judge->no_memory = true;
    return text ? text : "";
}

/* Enter a shortage of `missing` persons at `price` each, before the group's weight. The caller names what it is about. */
static ShortRow short_row(ShortBuilder *builder, const char *kind, int group, int needed, int have, int missing, int price)
{
    Judge *judge = builder->judge;
    const Group *of = &judge->model->groups[group];
    int64_t cost = (int64_t)missing * price * of->weight;
    judge->group_cost[group] += cost;
    judge->parts.shortages += cost;
    judge->n_shortages++;
    ShortRow row = {.row = -1};
    for (int i = 0; i < N_SHORT_CELLS; i++) row.cells[i] = "";
    row.cells[SHORT_KIND] = kind;
    row.cells[SHORT_GROUP] = of->name;
    row.cells[SHORT_SITE] = verify_site_text(judge->model, of->site);
    row.cells[SHORT_NEEDED] = number(judge, needed);
    row.cells[SHORT_HAVE] = number(judge, have);
    row.cells[SHORT_COST] = number(judge, cost);
    return row;
}

static void push(ShortBuilder *builder, ShortRow row)
{
    if (!LIST_PUSH(builder->judge->arena, &builder->rows, row)) builder->judge->no_memory = true;
}

/* Empty seats of the roles, then what the size lacks beyond them. */
static void add_roles_and_size(ShortBuilder *builder, int group)
{
    const Judge *judge = builder->judge;
    const Model *model = judge->model;
    const Group *of = &model->groups[group];
    int empty = 0;
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) {
        int have = verify_role_size(judge, role), needed = model->roles[role].min;
        if (have >= needed) continue;
        ShortRow row = short_row(builder, "role", group, needed, have, needed - have, model->settings.short_role);
        row.cells[SHORT_ROLE] = model->roles[role].name;
        push(builder, row);
        empty += needed - have;
    }
    int size = verify_group_size(judge, group), needed = of->min_size - empty;
    if (size < needed)
        push(builder, short_row(builder, "size", group, needed, size, needed - size, model->settings.short_role));
}

static int count_at_level(const Judge *judge, const Coverage *coverage)
{
    const Model *model = judge->model;
    const Group *of = &model->groups[coverage->group];
    int first = coverage->role >= 0 ? coverage->role : of->first_role;
    int end = coverage->role >= 0 ? coverage->role + 1 : of->first_role + of->n_roles;
    int count = 0;
    for (int i = judge->seats_of_role.first[first]; i < judge->seats_of_role.first[end]; i++)
        count += model_level(model, judge->seats[judge->seats_of_role.items[i]].person, coverage->skill) >= coverage->level;
    return count;
}

static int price(const Judge *judge, bool must)
{
    return must ? judge->model->settings.short_must : judge->model->settings.short_should;
}

static void add_coverage(ShortBuilder *builder, const Coverage *coverage)
{
    Judge *judge = builder->judge;
    int have = count_at_level(judge, coverage);
    if (have >= coverage->people) return;
    ShortRow row = short_row(builder, "coverage", coverage->group, coverage->people, have, coverage->people - have,
                             price(judge, coverage->must));
    if (coverage->role >= 0) row.cells[SHORT_ROLE] = judge->model->roles[coverage->role].name;
    row.cells[SHORT_SKILL] = names_get(judge->model->skills, coverage->skill);
    row.cells[SHORT_LEVEL] = number(judge, coverage->level);
    push(builder, row);
}

static int count_with_value(const Judge *judge, const Mix *mix)
{
    const Group *of = &judge->model->groups[mix->group];
    const Buckets *seats = &judge->seats_of_role;
    int count = 0;
    for (int i = seats->first[of->first_role]; i < seats->first[of->first_role + of->n_roles]; i++)
        count += verify_has_value(judge->model, judge->seats[seats->items[i]].person, mix->field, mix->value);
    return count;
}

static void add_mix(ShortBuilder *builder, const Mix *mix)
{
    Judge *judge = builder->judge;
    int have = count_with_value(judge, mix);
    if (have >= mix->min && have <= mix->max) return;
    int needed = have < mix->min ? mix->min : mix->max;
    ShortRow row = short_row(builder, "mix", mix->group, needed, have, abs(needed - have), price(judge, mix->must));
    row.cells[SHORT_FIELD] = names_get(judge->model->fields, mix->field);
    row.cells[SHORT_VALUE] = names_get(judge->model->field_values[mix->field], mix->value);
    push(builder, row);
}

static ShortRows expected_rows(Judge *judge)
{
    const Model *model = judge->model;
    ShortBuilder builder = {.judge = judge};
    for (int group = 0; group < model->n_groups; group++) add_roles_and_size(&builder, group);
    for (int i = 0; i < model->n_coverages; i++) add_coverage(&builder, &model->coverages[i]);
    for (int i = 0; i < model->n_mixes; i++) add_mix(&builder, &model->mixes[i]);
    return builder.rows;
}

void verify_shortages_compute(Judge *judge) { expected_rows(judge); }

static int compare_cells(const ShortRow *a, const ShortRow *b, const int columns[], int n)
{
    for (int i = 0; i < n; i++) {
        int order = strcmp(a->cells[columns[i]], b->cells[columns[i]]);
        if (order != 0) return order;
    }
    return 0;
}

static int same_key(const ShortRow *a, const ShortRow *b) { return compare_cells(a, b, key_columns, N_KEYS) == 0; }

static int by_all(const void *left, const void *right)
{
    const ShortRow *a = left, *b = right;
    int order = compare_cells(a, b, key_columns, N_KEYS);
    if (order == 0) order = compare_cells(a, b, value_columns, N_VALUES);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static ShortRows read_rows(Judge *judge, const Table *table)
{
    ShortRows rows = {0};
    for (int row = 0; row < table->n_rows; row++) {
        ShortRow read = {.row = row};
        for (int i = 0; i < N_SHORT_CELLS; i++) read.cells[i] = table_cell(table, row, i);
        if (!LIST_PUSH(judge->arena, &rows, read)) judge->no_memory = true;
    }
    return rows;
}

/* As read they must rise by the key columns. */
static void check_order(Judge *judge, const ShortRows *read)
{
    for (int i = 1; i < read->n; i++)
        if (compare_cells(&read->items[i - 1], &read->items[i], key_columns, N_KEYS) > 0)
            VERIFY_FAIL(judge, &judge->files->shortages, read->items[i].row, SHORT_KIND,
                        "the row is out of order; expected rows sorted by kind, group, role, skill, level, field, value");
}

static void sort_rows(ShortRows *rows)
{
    if (rows->n) qsort(rows->items, (size_t)rows->n, sizeof *rows->items, by_all);
}

/* Pair rows of both sides (each sorted) that `order` calls equal, each once. */
static void pair_rows(Judge *judge, ShortRows *wanted, ShortRows *read, bool exact)
{
    int i = 0, k = 0;
    while (i < wanted->n && k < read->n) {
        ShortRow *want = &wanted->items[i], *got = &read->items[k];
        int order = want->paired ? -1 : got->paired ? 1 : compare_cells(want, got, key_columns, N_KEYS);
        if (order == 0 && exact) order = compare_cells(want, got, value_columns, N_VALUES);
        if (order == 0) {
            want->paired = got->paired = true;
            for (int column = 0; column < N_SHORT_CELLS; column++)
                verify_cell_text(judge, &judge->files->shortages, got->row, column, want->cells[column]);
        }
        i += order <= 0;
        k += order >= 0;
    }
}

static bool known_kind(const char *kind)
{
    static const char *const kinds[] = {"role", "size", "coverage", "mix"};
    for (int i = 0; i < 4; i++)
        if (strcmp(kind, kinds[i]) == 0) return true;
    return false;
}

static void fail_unpaired(Judge *judge, const ShortRow *got, const ShortRow *before)
{
    const Table *table = &judge->files->shortages;
    if (!known_kind(got->cells[SHORT_KIND]))
        VERIFY_FAIL(judge, table, got->row, SHORT_KIND, "\"kind\" is %s; expected role, size, coverage or mix",
                    verify_show(judge, got->cells[SHORT_KIND]));
    else if (verify_cell_group(judge, table, got->row, SHORT_GROUP) < 0)
        return;
    else if (before && same_key(before, got))
        VERIFY_FAIL(judge, table, got->row, -1, "the row repeats line %d; expected each shortage once",
                    table->line[before->row]);
    else
        VERIFY_FAIL(judge, table, got->row, -1, "nothing of this kind is short here; expected no such row");
}

static void fail_missing(Judge *judge, const ShortRow *want)
{
    const char *about = "";
    for (int i = 2; i < N_KEYS; i++)
        if (*want->cells[key_columns[i]]) {
            about = arena_print(judge->arena, "%s %s", about, want->cells[key_columns[i]]);
            if (!about) {
                judge->no_memory = true;
                return;
            }
        }
    VERIFY_FAIL_FILE(judge, judge->files->shortages.file,
                     "the %s shortage of %s%s%s has no row; expected one with needed %s, have %s, cost %s",
                     want->cells[SHORT_KIND], verify_show(judge, want->cells[SHORT_GROUP]), *about ? ", about" : "", about,
                     want->cells[SHORT_NEEDED], want->cells[SHORT_HAVE], want->cells[SHORT_COST]);
}

void verify_shortages_check(Judge *judge)
{
    ShortRows wanted = expected_rows(judge), read = read_rows(judge, &judge->files->shortages);
    if (judge->no_memory) return;
    check_order(judge, &read);
    sort_rows(&wanted);
    sort_rows(&read);
    pair_rows(judge, &wanted, &read, true);
    pair_rows(judge, &wanted, &read, false);
    for (int i = 0; i < read.n; i++)
        if (!read.items[i].paired) fail_unpaired(judge, &read.items[i], i > 0 ? &read.items[i - 1] : NULL);
    for (int i = 0; i < wanted.n; i++)
        if (!wanted.items[i].paired) fail_missing(judge, &wanted.items[i]);
}
