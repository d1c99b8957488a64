#include "explain/balance.h"

#include "explain/holdings.h"

typedef struct Counting {
    Balance *out;
    const ResultIndex *index;
    BalanceRow *rows; /* [rows of the leading table] */
    int *last;        /* the same: the person counted last, plus 1, so that two values of one row count once */
    BalanceRow *told; /* [fields] who has any value */
    int least_hours;  /* that any role takes */
} Counting;

static HoursBand band_of(int used, int given)
{
    if (given <= 0) return HOURS_NONE_GIVEN;
    if (used == 0) return HOURS_NONE_USED;
    if (used >= given) return HOURS_ALL;
    return 2 * (int64_t)used < given ? HOURS_UNDER_HALF : HOURS_HALF;
}

static void add_person(BalanceRow *to, const PersonRow *row)
{
    to->staff++;
    to->serving += row->groups > 0;
    to->leading_roles += row->leads;
}

static void count_values(Counting *counting, const PersonRow *row)
{
    const Model *model = counting->index->model;
    const LeadingTable *table = &counting->index->rows->leading;
    const Person *who = &model->staff[row->person];
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++) {
        Attribute has = model->attributes[i];
        bool first = i == who->first_attribute || model->attributes[i - 1].field != has.field;
        int at = table->value_row[table->first_value[has.field] + has.value];
        if (first) add_person(&counting->told[has.field], row);
        if (at < 0 || counting->last[at] == row->person + 1) continue;
        add_person(&counting->rows[at], row);
        counting->last[at] = row->person + 1;
    }
}

static bool count_person(Counting *counting, int row_index, Arena *arena)
{
    Balance *out = counting->out;
    const PersonRow *row = &counting->index->rows->people[row_index];
    const Person *who = &counting->index->model->staff[row->person];
    out->away += who->away;
    if (who->away) return true;
    out->staff++;
    out->serving += row->groups > 0;
    out->leading_roles += row->leads;
    out->roles[row->groups < BALANCE_ROLES_MOST ? row->groups : BALANCE_ROLES_MOST]++;
    out->hours[band_of(row->hours, row->hours + row->hours_left)]++;
    count_values(counting, row);
    AtLimit limit = {row_index, row->groups >= who->max_groups, row->hours_left < counting->least_hours};
    return row->groups == 0 || !(limit.groups || limit.hours) || LIST_PUSH(arena, &out->at_limit, limit);
}

/* The rows that somebody here is in. */
static bool keep_rows(Counting *counting, Arena *arena)
{
    const LeadingTable *table = &counting->index->rows->leading;
    const Balance *all = counting->out;
    for (int at = 0; at < table->rows.n; at++) {
        const LeadingRow *as = &table->rows.items[at];
        const BalanceRow *told = &counting->told[as->field];
        BalanceRow row = counting->rows[at];
        row.field = as->field;
        row.value = as->value;
        if (as->value[0] == '\0') {
            row.staff = all->staff - told->staff;
            row.serving = all->serving - told->serving;
            row.leading_roles = all->leading_roles - told->leading_roles;
        }
        if (row.staff > 0 && !LIST_PUSH(arena, &counting->out->rows, row)) return false;
    }
    return true;
}

static int least_hours(const Model *model)
{
    int least = model->n_roles > 0 ? seat_hours(model, 0) : 0;
    for (int role = 1; role < model->n_roles; role++) {
        int hours = seat_hours(model, role);
        if (hours < least) least = hours;
    }
    return least;
}

CadreStatus balance_make(Balance *out, const ResultIndex *index, const ResultScope *scope, Arena *arena, CadreError *err)
{
    Balance balance = {.staff = 0};
    int n_rows = index->rows->leading.rows.n, n_fields = names_count(index->model->fields);
    Counting counting = {.out = &balance, .index = index, .least_hours = least_hours(index->model)};
    counting.rows = ARENA_ARRAY(arena, BalanceRow, n_rows + 1);
    counting.last = ARENA_ARRAY(arena, int, n_rows + 1);
    counting.told = ARENA_ARRAY(arena, BalanceRow, n_fields + 1);
    if (!counting.rows || !counting.last || !counting.told) return error_no_memory(err);
    for (int i = 0; i < scope->n_people; i++)
        if (!count_person(&counting, scope->people[i], arena)) return error_no_memory(err);
    if (!keep_rows(&counting, arena)) return error_no_memory(err);
    *out = balance;
    return CADRE_OK;
}
