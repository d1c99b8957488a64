/* leading_rows.c: the shares by field and value. Values are counted once, over all fields at a time; then each field's values
 * become rows, and the people are counted into them. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "explain/leading.h"
#include "model/years_field.h"

enum { FEW_VALUES = 5, MANY_VALUES = 20, PEOPLE_A_VALUE = 10 };

/* Those who have a value of a field. */
typedef struct FieldCount {
    int n_values, answers;             /* different values; people by value, who has two counts twice */
    int staff, leaders, leading_roles; /* who have any */
} FieldCount;

typedef struct Counting {
    LeadingTable *table;
    const Model *model;
    const int *leads; /* [n_staff] */
    int n_fields;
    int *first;        /* [n_fields + 1]: a field's values in the arrays below */
    int *staff;        /* by value */
    int *row;          /* by value: -> LeadingTable.rows, -1 where the field is left out or nobody has the value */
    FieldCount *count; /* [n_fields] */
    Arena *arena;
} Counting;

/* Years of service as the National Teacher and Principal Survey of the U.S. National Center for Education Statistics bands
 * them: less than 3, 3 to 9, 10 to 20, more than 20. No hyphens: a spreadsheet takes 3-9 for a date. */
static const struct {
    const char *name;
    int64_t end; /* hundredths of a year */
} bands[] = {{"under 3", 300}, {"3 to 9", 1000}, {"10 to 20", 2001}, {"over 20", INT64_MAX}};
enum { N_BANDS = sizeof bands / sizeof *bands };

/* A value's place among those of its field. */
typedef struct ValueKey {
    int rank;       /* a band; N_BANDS: a number; N_BANDS + 1: text */
    int64_t number; /* hundredths */
    const char *text;
    int at; /* by value */
} ValueKey;

static const char *value_text(const Counting *counting, int field, int at)
{
    return names_get(counting->model->field_values[field], at - counting->first[field]);
}

/* Names and free text make no table. Sites, positions and networks always do. */
static bool is_listed(const FieldCount *count, int field)
{
    if (field <= FIELD_NETWORK || count->n_values <= FEW_VALUES) return true;
    bool shared = 4 * (int64_t)count->n_values <= 3 * (int64_t)count->answers;
    return shared && (count->n_values <= MANY_VALUES || PEOPLE_A_VALUE * (int64_t)count->n_values <= count->answers);
}

static ValueKey value_key(const Counting *counting, int field, int at, bool years)
{
    ValueKey key = {.rank = N_BANDS + 1, .text = value_text(counting, field, at), .at = at};
    if (text_to_hundredths(key.text, &key.number)) key.rank = N_BANDS;
    for (int band = 0; band < N_BANDS && years; band++)
        if (key.rank == N_BANDS ? key.number < bands[band].end : strcmp(key.text, bands[band].name) == 0)
            return (ValueKey){band, 0, bands[band].name, at};
    return key;
}

static int by_place(const void *left, const void *right)
{
    const ValueKey *a = left, *b = right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    if (a->rank == N_BANDS && a->number != b->number) return a->number < b->number ? -1 : 1;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->at > b->at) - (a->at < b->at);
}

/* The rows of a field without their numbers, but for the last, of those without a value, which is what is left. */
static bool add_rows(Counting *counting, int field, bool years)
{
    LeadingTable *table = counting->table;
    const FieldCount *count = &counting->count[field];
    ValueKey *keys = ARENA_ARRAY(counting->arena, ValueKey, count->n_values);
    int n = 0;
    if (!keys) return false;
    for (int at = counting->first[field]; at < counting->first[field + 1]; at++)
        if (counting->staff[at] > 0) keys[n++] = value_key(counting, field, at, years);
    qsort(keys, (size_t)n, sizeof *keys, by_place);
    for (int i = 0; i < n; i++) {
        bool same = i > 0 && strcmp(keys[i].text, keys[i - 1].text) == 0;
        if (!same && !LIST_PUSH(counting->arena, &table->rows, (LeadingRow){.field = field, .value = keys[i].text}))
            return false;
        counting->row[keys[i].at] = table->rows.n - 1;
    }
    LeadingRow rest = {field, "", table->staff - count->staff, table->leaders - count->leaders,
                       table->leading_roles - count->leading_roles};
    return rest.staff == 0 || LIST_PUSH(counting->arena, &table->rows, rest);
}

static bool add_field(Counting *counting, int field)
{
    LeadingTable *table = counting->table;
    FieldCount *count = &counting->count[field];
    for (int at = counting->first[field]; at < counting->first[field + 1]; at++) {
        counting->row[at] = -1;
        count->n_values += counting->staff[at] > 0;
        count->answers += counting->staff[at];
    }
    if (count->n_values == 0) return true;
    bool years = years_field(counting->model, field, counting->staff + counting->first[field]);
    if (years && !LIST_PUSH(counting->arena, &table->year_fields, field)) return false;
    if (years || is_listed(count, field)) return add_rows(counting, field, years);
    return LIST_PUSH(counting->arena, &table->left_out, field);
}

static void count_values(Counting *counting, int person)
{
    const Model *model = counting->model;
    const Person *who = &model->staff[person];
    int leads = counting->leads[person];
    counting->table->staff++;
    counting->table->leaders += leads > 0;
    counting->table->leading_roles += leads;
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++) {
        Attribute has = model->attributes[i];
        FieldCount *count = &counting->count[has.field];
        counting->staff[counting->first[has.field] + has.value]++;
        if (i > who->first_attribute && model->attributes[i - 1].field == has.field) continue;
        count->staff++;
        count->leaders += leads > 0;
        count->leading_roles += leads;
    }
}

/* last: [rows] the person counted last, plus 1, so that two values in one band count once. */
static void count_rows(const Counting *counting, int person, int last[])
{
    const Person *who = &counting->model->staff[person];
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++) {
        Attribute has = counting->model->attributes[i];
        int at = counting->row[counting->first[has.field] + has.value];
        if (at < 0 || last[at] == person + 1) continue;
        LeadingRow *row = &counting->table->rows.items[at];
        row->staff++;
        row->leaders += counting->leads[person] > 0;
        row->leading_roles += counting->leads[person];
        last[at] = person + 1;
    }
}

CadreStatus leading_rows_make(LeadingTable *out, const Holdings *holdings, Arena *arena, CadreError *err)
{
    const Model *model = holdings->model;
    Counting counting = {.table = out, .model = model, .leads = holdings->leads, .arena = arena};
    counting.n_fields = names_count(model->fields);
    counting.first = ARENA_ARRAY(arena, int, counting.n_fields + 1);
    counting.count = ARENA_ARRAY(arena, FieldCount, counting.n_fields);
    if (!counting.first || !counting.count) return error_no_memory(err);
    for (int field = 0; field < counting.n_fields; field++)
        counting.first[field + 1] = counting.first[field] + names_count(model->field_values[field]);
    counting.staff = ARENA_ARRAY(arena, int, counting.first[counting.n_fields]);
    counting.row = ARENA_ARRAY(arena, int, counting.first[counting.n_fields]);
    if (!counting.staff || !counting.row) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++)
        if (!model->staff[person].away) count_values(&counting, person);
    for (int field = 0; field < counting.n_fields; field++)
        if (!add_field(&counting, field)) return error_no_memory(err);
    out->first_value = counting.first;
    out->value_row = counting.row;
    int *last = ARENA_ARRAY(arena, int, out->rows.n);
    if (!last) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++)
        if (!model->staff[person].away) count_rows(&counting, person, last);
    return CADRE_OK;
}
