#include "read/vary.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

/* --- values --- */

typedef struct Value {
    const char *text;
    int64_t number; /* hundredths; -1 for text, -2 for blank */
} Value;

typedef LIST(Value) ValueList;

static int by_value(const void *left, const void *right)
{
    const Value *a = left, *b = right;
    bool a_text = a->number == -1, b_text = b->number == -1;
    if (a_text != b_text) return a_text - b_text;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    return strcmp(a->text, b->text);
}

static CadreStatus value_add(ValueList *values, const char *text, int64_t number, Arena *arena, CadreError *err)
{
    if (values->n > VARY_POINTS_MAX) return CADRE_OK; /* too many, and told so */
    return text && LIST_PUSH(arena, values, (Value){text, number}) ? CADRE_OK : error_no_memory(err);
}

static const char *number_text(int64_t hundredths, Arena *arena)
{
    int64_t whole = hundredths / 100, rest = hundredths % 100;
    if (rest == 0) return arena_print(arena, "%" PRId64, whole);
    if (rest % 10 == 0) return arena_print(arena, "%" PRId64 ".%" PRId64, whole, rest / 10);
    return arena_print(arena, "%" PRId64 ".%02" PRId64, whole, rest);
}

/* Cut `text` at the first `mark`: what is before it; `rest` is what comes after, or NULL where there is none. */
static const char *cut(const char **rest, const char *text, const char *mark, Arena *arena)
{
    const char *at = strstr(text, mark);
    *rest = at ? at + strlen(mark) : NULL;
    char *before = at ? arena_copy_n(arena, text, (size_t)(at - text)) : arena_copy(arena, text);
    return before ? text_trim(arena, before) : NULL;
}

static CadreStatus range_add(ValueList *values, const char *name, const char *item, Arena *arena, CadreError *err)
{
    const char *upper, *by;
    int64_t low, high, step = 100;
    const char *lower = cut(&upper, item, "..", arena), *top = lower ? cut(&by, upper, ":", arena) : NULL;
    if (!lower || !top) return error_no_memory(err);
    if (!text_to_hundredths(lower, &low) || !text_to_hundredths(top, &high) || (by && !text_to_hundredths(by, &step)))
        return error_set(err, CADRE_INPUT, "\"%s\" of %s is no range; expected LOW..HIGH or LOW..HIGH:STEP, as 0..100:10", item,
                         name);
    if (high < low || step < 1)
        return error_set(err, CADRE_INPUT, "the range \"%s\" of %s is empty; expected LOW up to HIGH and a STEP over 0", item,
                         name);
    for (int64_t at = low; values->n <= VARY_POINTS_MAX; at += step) {
        TRY(value_add(values, number_text(at, arena), at, arena, err));
        if (at > high - step) break;
    }
    return CADRE_OK;
}

static CadreStatus item_add(ValueList *values, const char *name, const char *item, Arena *arena, CadreError *err)
{
    int64_t number;
    if (strstr(item, "..")) return range_add(values, name, item, arena, err);
    if (!*item) return value_add(values, item, -2, arena, err);
    return value_add(values, item, text_to_hundredths(item, &number) ? number : -1, arena, err);
}

/* In order, each once: of two spellings of one number the first. */
static CadreStatus values_take(Vary *out, ValueList *values, Arena *arena, CadreError *err)
{
    const char **texts = ARENA_ARRAY(arena, const char *, values->n);
    if (!texts) return error_no_memory(err);
    if (values->n > VARY_POINTS_MAX) { /* too many, and not all are here */
        out->n = values->n;
        return CADRE_OK;
    }
    qsort(values->items, (size_t)values->n, sizeof *values->items, by_value);
    for (int i = 0; i < values->n; i++) {
        const Value *at = &values->items[i];
        bool same = i > 0 && at->number == at[-1].number && (at->number != -1 || strcmp(at->text, at[-1].text) == 0);
        if (!same) texts[out->n++] = at->text;
    }
    out->values = texts;
    return CADRE_OK;
}

static CadreStatus values_parse(Vary *out, const char *text, Arena *arena, CadreError *err)
{
    ValueList values = {0};
    if (!*text)
        return error_set(err, CADRE_INPUT, "%s has no values; expected some, as %s=0,2,5 or %s=0..100:10", out->name, out->name,
                         out->name);
    for (const char *rest = text; rest;) {
        const char *item = cut(&rest, rest, ",", arena);
        if (!item) return error_no_memory(err);
        TRY(item_add(&values, out->name, item, arena, err));
    }
    return values_take(out, &values, arena, err);
}

/* --- X --- */

static CadreStatus name_parse(Vary *out, Arena *arena, CadreError *err)
{
    const char *colon = strchr(out->name, ':'), *last = strrchr(out->name, ':');
    *out = (Vary){.name = out->name, .sheet = "settings", .key = out->name, .column = "value"};
    if (!colon && *out->name) return CADRE_OK;
    if (colon == last || colon == out->name || !last[1] || last == colon + 1)
        return error_set(err, CADRE_INPUT,
                         "\"%s\" is nothing to vary; expected a setting, or SHEET:KEY:COLUMN as in a scenario, as "
                         "groups:Attendance:max_size",
                         out->name);
    char *sheet = arena_copy_n(arena, out->name, (size_t)(colon - out->name));
    char *key = arena_copy_n(arena, colon + 1, (size_t)(last - colon - 1)), *column = arena_copy(arena, last + 1);
    if (!sheet || !key || !column) return error_no_memory(err);
    out->sheet = text_trim(arena, sheet);
    out->key = text_trim(arena, key);
    out->column = text_trim(arena, column);
    return out->sheet && out->key && out->column ? CADRE_OK : error_no_memory(err);
}

static CadreStatus one_parse(Vary *out, const char *text, Arena *arena, CadreError *err)
{
    const char *values;
    *out = (Vary){.name = cut(&values, text, "=", arena)};
    if (!out->name) return error_no_memory(err);
    if (!values) return error_set(err, CADRE_INPUT, "\"%s\" has no =; expected X=VALUES, as weight_interest=0..100:10", text);
    TRY(name_parse(out, arena, err));
    return values_parse(out, values, arena, err);
}

/* Only text that any file can hold: UTF-8 without control characters. */
static CadreStatus check_text(const char *text, CadreError *err)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    for (utf8proc_ssize_t left = (utf8proc_ssize_t)strlen(text), n; left > 0; left -= n, at += n) {
        utf8proc_int32_t code_point;
        n = utf8proc_iterate(at, left, &code_point);
        if (n < 1 || code_point < ' ' || (code_point >= 0x7f && code_point < 0xa0))
            return error_set(err, CADRE_INPUT, "a --vary holds what is no text; expected UTF-8 without control characters");
    }
    return CADRE_OK;
}

CadreStatus vary_parse(VaryGrid *out, const char *const *texts, int n, Arena *arena, CadreError *err)
{
    VaryGrid grid = {.varies = ARENA_ARRAY(arena, Vary, n), .n = n, .n_points = 1};
    if (!grid.varies) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        TRY(check_text(texts[i], err));
        TRY(one_parse(&grid.varies[i], texts[i], arena, err));
        for (int j = 0; j < i; j++)
            if (strcmp(grid.varies[i].name, grid.varies[j].name) == 0)
                return error_set(err, CADRE_INPUT, "%s is varied twice; expected all its values in one --vary",
                                 grid.varies[i].name);
        if (grid.n_points <= VARY_POINTS_MAX) grid.n_points *= grid.varies[i].n;
    }
    if (grid.n_points > VARY_POINTS_MAX)
        return error_set(err, CADRE_INPUT, "there are more than %d points in the grid; expected at most so many",
                         VARY_POINTS_MAX);
    *out = grid;
    return CADRE_OK;
}

CadreStatus cadre_vary_check(const char *const *vary, int n, CadreError *err)
{
    VaryGrid grid;
    Arena *arena = arena_create(NULL);
    CadreStatus status = arena ? vary_parse(&grid, vary, n, arena, err) : error_no_memory(err);
    arena_release(arena);
    return status;
}

/* --- points --- */

static int value_number(const VaryGrid *grid, int point, int vary)
{
    for (int i = grid->n - 1; i > vary; i--) point /= grid->varies[i].n;
    return point % grid->varies[vary].n;
}

const char *vary_value(const VaryGrid *grid, int point, int vary)
{
    return grid->varies[vary].values[value_number(grid, point, vary)];
}

/* A setting that limits is tightened on the way: what the looser one came to often holds. Any other limit is loosened: what was
 * allowed stays so. Else the way begins in the middle, and leads from there both ways at once. */
static int value_first(const Vary *vary)
{
    bool is_setting = strcmp(vary->sheet, "settings") == 0;
    const char *what = is_setting ? vary->key : vary->column;
    if (strncmp(what, "max_", 4) != 0 && strcmp(what, "hours") != 0) return vary->n / 2;
    return is_setting ? vary->n - 1 : 0;
}

int vary_neighbour(const VaryGrid *grid, int point)
{
    for (int i = grid->n - 1, weight = 1; i >= 0; i--) {
        int at = value_number(grid, point, i), first = value_first(&grid->varies[i]);
        if (at != first) return at < first ? point + weight : point - weight;
        weight *= grid->varies[i].n;
    }
    return -1;
}

static bool is_key(const char *text, const char *key, Arena *arena)
{
    const char *own = text_header_key(arena, text);
    return own && strcmp(own, key) == 0;
}

bool vary_settings_only(const VaryGrid *grid, Arena *arena)
{
    for (int i = 0; i < grid->n; i++) {
        const Vary *vary = &grid->varies[i];
        if (strcmp(vary->sheet, "settings") != 0 || !is_key(vary->column, "value", arena)) return false;
        if (is_key(vary->key, "closes", arena)) return false;
    }
    return true;
}

/* One line of the table: its number is the place of the --vary, so that two lines never look like one. */
static CadreStatus line_fill(const char **cells, const Origin **moved, const Vary *vary, int number, int value, Arena *arena,
                             CadreError *err)
{
    enum { COLUMNS = 4 };
    const char *const row[COLUMNS] = {vary->sheet, vary->key, vary->column, vary->values[value]};
    Origin *origins = ARENA_ARRAY(arena, Origin, COLUMNS + 1);
    const char *file = arena_print(arena, "--vary %s=%s", vary->name, vary->values[value]);
    if (!origins || !file) return error_no_memory(err);
    memcpy(cells, row, sizeof row);
    for (int i = 0; i <= COLUMNS; i++) origins[i] = (Origin){file, number + 1, i};
    *moved = origins;
    return CADRE_OK;
}

static CadreStatus table_make(Table *out, const VaryGrid *grid, int point, int only, int value, Arena *arena, CadreError *err)
{
    ScenarioChange none[1] = {{"", "", "", ""}};
    int n = only >= 0 ? 1 : grid->n;
    const char **cells = ARENA_ARRAY(arena, const char *, 4 * n);
    const Origin **moved = ARENA_ARRAY(arena, const Origin *, n);
    int *lines = ARENA_ARRAY(arena, int, n);
    if (!cells || !moved || !lines) return error_no_memory(err);
    TRY(scenario_table(out, "--vary", none, 0, arena, err));
    for (int i = 0; i < n; i++) {
        int vary = only >= 0 ? only : i;
        lines[i] = vary + 1;
        TRY(line_fill(cells + 4 * i, &moved[i], &grid->varies[vary], vary, only >= 0 ? value : value_number(grid, point, vary),
                      arena, err));
    }
    out->n_rows = n;
    out->cells = cells;
    out->line = out->row_number = lines;
    out->moved = moved;
    return CADRE_OK;
}

CadreStatus vary_table(Table *out, const VaryGrid *grid, int point, Arena *arena, CadreError *err)
{
    return table_make(out, grid, point, -1, 0, arena, err);
}

CadreStatus vary_table_of_value(Table *out, const VaryGrid *grid, int vary, int value, Arena *arena, CadreError *err)
{
    return table_make(out, grid, 0, vary, value, arena, err);
}
