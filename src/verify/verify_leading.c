/* verify_leading.c: leading.csv: the staff, leaders and leading roles of every value of every field, field by field. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "verify/verify_cells.h"

enum { ROW_FIELD, ROW_VALUE, ROW_STAFF, ROW_LEADERS, ROW_ROLES, ROW_STAFF_PERCENT, ROW_ROLES_PERCENT };
enum { N_BANDS = 4 };

static const char *const band_names[N_BANDS] = {"under 3", "3 to 9", "10 to 20", "over 20"};

/* A row that is expected, with what it is sorted by. */
typedef struct LeadingRow {
    const char *field, *value;
    int staff, leaders, roles;
    int rank;       /* a band; then numbers, text, and who has no value */
    int64_t number; /* hundredths */
} LeadingRow;

typedef LIST(LeadingRow) LeadingRows;

/* One field at a time. A slot is a band, or N_BANDS and the number of a value; the last is for no value. */
typedef struct FieldTally {
    Judge *judge;
    int field, n_values;
    LeadingRow *slots; /* [N_BANDS + n_values + 1] */
    int answers, different;
    int64_t numbers; /* of the answers */
    bool too_great;  /* some number is more than years of service come to */
    bool banded;
} FieldTally;

static bool name_holds_any(const char *key, const char *const words[], int n)
{
    bool found = false;
    for (int i = 0; i < n && !found; i++) found = strstr(key, words[i]) != NULL;
    return found;
}

static bool named_for_years(const Model *model, int field)
{
    static const char *const yes[] = {"year", "yrs", "anos", "howlong", "service", "seniority", "antiguedad"};
    static const char *const no[] = {"level", "grade", "grado", "group", "birth", "born", "nacim"};
    const char *key = names_key(model->fields, field);
    return name_holds_any(key, yes, 7) && !name_holds_any(key, no, 7);
}

static int band_of(int64_t hundredths)
{
    if (hundredths < 300) return 0;
    if (hundredths < 1000) return 1;
    return hundredths <= 2000 ? 2 : 3;
}

/* Where the people with a value are counted. */
static int slot_of(const FieldTally *tally, int value)
{
    const char *text = names_get(tally->judge->model->field_values[tally->field], value);
    int64_t number;
    if (!tally->banded) return N_BANDS + value;
    if (text_to_hundredths(text, &number)) return band_of(number);
    for (int band = 0; band < N_BANDS; band++)
        if (strcmp(text, band_names[band]) == 0) return band;
    return N_BANDS + value;
}

/* The attributes of a person that are of the field: from *first to before the result. */
static int attributes_of(const Model *model, const Person *who, int field, int *first)
{
    int at = who->first_attribute, end = who->first_attribute + who->n_attributes;
    while (at < end && model->attributes[at].field != field) at++;
    *first = at;
    while (at < end && model->attributes[at].field == field) at++;
    return at;
}

static void look_at_answers(FieldTally *tally)
{
    const Model *model = tally->judge->model;
    for (int person = 0; person < model->n_staff; person++) {
        int first, end = attributes_of(model, &model->staff[person], tally->field, &first);
        for (int at = first; at < end && !model->staff[person].away; at++) {
            LeadingRow *slot = &tally->slots[N_BANDS + model->attributes[at].value];
            int64_t number;
            bool is_number =
                text_to_hundredths(names_get(model->field_values[tally->field], model->attributes[at].value), &number);
            tally->answers++;
            tally->different += slot->staff++ == 0;
            tally->numbers += is_number;
            tally->too_great |= is_number && number > 7000;
        }
    }
    for (int i = 0; i <= N_BANDS + tally->n_values; i++) tally->slots[i].staff = 0;
}

static bool is_left_out(const FieldTally *tally)
{
    bool always = tally->field == FIELD_SITE || tally->field == FIELD_POSITION || tally->field == FIELD_NETWORK;
    if (always || tally->banded || tally->different <= 5) return false;
    int64_t different = tally->different, answers = tally->answers;
    return different * 4 > answers * 3 || (different > 20 && different * 10 > answers);
}

static void count_in(LeadingRow *slot, int leads)
{
    slot->staff++;
    slot->roles += leads;
    slot->leaders += leads > 0;
}

static void count_people(FieldTally *tally)
{
    const Judge *judge = tally->judge;
    const Model *model = judge->model;
    for (int person = 0; person < model->n_staff; person++) {
        int first, end = attributes_of(model, &model->staff[person], tally->field, &first);
        if (model->staff[person].away) continue;
        int leads = verify_person_totals(judge, person).leads;
        if (first == end) count_in(&tally->slots[N_BANDS + tally->n_values], leads);
        for (int at = first; at < end; at++) {
            int slot = slot_of(tally, model->attributes[at].value);
            bool before = false;
            for (int earlier = first; earlier < at; earlier++)
                before |= slot_of(tally, model->attributes[earlier].value) == slot;
            if (!before) count_in(&tally->slots[slot], leads);
        }
    }
}

static void name_slots(FieldTally *tally)
{
    const Model *model = tally->judge->model;
    for (int i = 0; i <= N_BANDS + tally->n_values; i++) {
        LeadingRow *slot = &tally->slots[i];
        int value = i - N_BANDS;
        slot->field = names_get(model->fields, tally->field);
        slot->rank = i < N_BANDS ? i : N_BANDS + 2;
        slot->value = i < N_BANDS ? band_names[i] : "";
        if (value < 0 || value >= tally->n_values) continue;
        slot->value = names_get(model->field_values[tally->field], value);
        slot->rank = text_to_hundredths(slot->value, &slot->number) ? N_BANDS : N_BANDS + 1;
    }
}

static int in_order(const void *left, const void *right)
{
    const LeadingRow *a = left, *b = right;
    if (a->rank != b->rank) return a->rank - b->rank;
    if (a->rank == N_BANDS && a->number != b->number) return a->number < b->number ? -1 : 1;
    return strcmp(a->value, b->value);
}

static void add_field(Judge *judge, int field, LeadingRows *rows)
{
    FieldTally tally = {.judge = judge, .field = field, .n_values = names_count(judge->model->field_values[field])};
    tally.slots = ARENA_ARRAY(judge->arena, LeadingRow, N_BANDS + tally.n_values + 1);
    if (!tally.slots) {
        judge->no_memory = true;
        return;
    }
    look_at_answers(&tally);
    if (tally.answers == 0) return;
    bool numbers = tally.numbers > 0 && !tally.too_great && tally.numbers * 4 >= (int64_t)tally.answers * 3;
    tally.banded = judge->leading.years[field] = numbers && named_for_years(judge->model, field);
    judge->leading.left_out[field] = is_left_out(&tally);
    if (judge->leading.left_out[field]) return;
    count_people(&tally);
    name_slots(&tally);
    qsort(tally.slots, (size_t)(N_BANDS + tally.n_values) + 1, sizeof *tally.slots, in_order);
    for (int i = 0; i <= N_BANDS + tally.n_values; i++)
        if (tally.slots[i].staff > 0 && !LIST_PUSH(judge->arena, rows, tally.slots[i])) judge->no_memory = true;
}

static LeadingRows expected_rows(Judge *judge)
{
    const Model *model = judge->model;
    int n_fields = names_count(model->fields);
    LeadingRows rows = {0};
    judge->leading = (LeadingFacts){.left_out = ARENA_ARRAY(judge->arena, bool, n_fields),
                                    .years = ARENA_ARRAY(judge->arena, bool, n_fields)};
    if (!judge->leading.left_out || !judge->leading.years) {
        judge->no_memory = true;
        return rows;
    }
    for (int person = 0; person < model->n_staff; person++) {
        int leads = model->staff[person].away ? 0 : verify_person_totals(judge, person).leads;
        judge->leading.staff += !model->staff[person].away;
        judge->leading.leaders += leads > 0;
        judge->leading.roles += leads;
    }
    for (int field = 0; field < n_fields && !judge->no_memory; field++) add_field(judge, field, &rows);
    return rows;
}

void verify_leading_compute(Judge *judge) { expected_rows(judge); }

/* A share in per cent to the nearest tenth, blank where there is nothing to share. */
static void check_percent(Judge *judge, int row, int column, int64_t part, int64_t whole)
{
    const Table *table = &judge->files->leading;
    int64_t tenths = whole > 0 ? part * 1000 / whole : 0;
    if (whole > 0 && (part * 1000 - tenths * whole) * 2 >= whole) tenths++;
    if (whole > 0)
        verify_cell_hours(judge, table, row, column, tenths * 10);
    else
        verify_cell_text(judge, table, row, column, "");
}

/* A redacted result says nothing of a field of which some value has few people, leaders or roles. */
static bool is_untold(const Judge *judge, const LeadingRows *wanted, const char *field)
{
    enum { ENOUGH = 5 };
    bool few = false;
    for (int i = 0; judge->model->redacted && i < wanted->n && !few; i++) {
        const LeadingRow *at = &wanted->items[i];
        if (strcmp(at->field, field) != 0) continue;
        few = (at->staff > 0 && at->staff < ENOUGH) || (at->leaders > 0 && at->leaders < ENOUGH) ||
              (at->roles > 0 && at->roles < ENOUGH);
    }
    return few;
}

static void check_row(Judge *judge, int row, const LeadingRow *want, bool untold)
{
    const Table *table = &judge->files->leading;
    for (int column = ROW_STAFF; untold && column <= ROW_ROLES_PERCENT; column++)
        verify_cell_text(judge, table, row, column, "");
    if (untold) return;
    verify_cell_number(judge, table, row, ROW_STAFF, want->staff);
    verify_cell_number(judge, table, row, ROW_LEADERS, want->leaders);
    verify_cell_number(judge, table, row, ROW_ROLES, want->roles);
    check_percent(judge, row, ROW_STAFF_PERCENT, want->staff, judge->leading.staff);
    check_percent(judge, row, ROW_ROLES_PERCENT, want->roles, judge->leading.roles);
}

/* The expected row that a row read is about, looked for from `from` on and round; -1 where there is none. */
static int find_row(const Table *table, int row, const LeadingRows *wanted, int from)
{
    for (int i = 0; i < wanted->n; i++) {
        int at = (from + i) % wanted->n;
        if (strcmp(wanted->items[at].field, table_cell(table, row, ROW_FIELD)) == 0 &&
            strcmp(wanted->items[at].value, table_cell(table, row, ROW_VALUE)) == 0)
            return at;
    }
    return -1;
}

void verify_leading_check(Judge *judge)
{
    const Table *table = &judge->files->leading;
    LeadingRows wanted = expected_rows(judge);
    int *row_of = ARENA_ARRAY(judge->arena, int, wanted.n), last = -1;
    if (!row_of) judge->no_memory = true;
    if (judge->no_memory) return;
    for (int row = 0; row < table->n_rows; row++) {
        int at = find_row(table, row, &wanted, last + 1);
        if (at < 0)
            VERIFY_FAIL(judge, table, row, -1, "no one has this value, or its field is not counted; expected no such row");
        else if (row_of[at] > 0)
            VERIFY_FAIL(judge, table, row, -1, "the row repeats line %d; expected each value once",
                        table->line[row_of[at] - 1]);
        else if (at < last)
            VERIFY_FAIL(judge, table, row, -1, "the row is out of order; expected bands of years, numbers, then text");
        if (at < 0 || row_of[at] > 0) continue;
        row_of[at] = row + 1;
        check_row(judge, row, &wanted.items[at], is_untold(judge, &wanted, wanted.items[at].field));
        if (at > last) last = at;
    }
    for (int i = 0; i < wanted.n; i++)
        if (row_of[i] == 0)
            VERIFY_FAIL_FILE(judge, table->file, "%s %s has no row; expected one with staff %d, leading_roles %d",
                             wanted.items[i].field, verify_show(judge, wanted.items[i].value), wanted.items[i].staff,
                             wanted.items[i].roles);
}
