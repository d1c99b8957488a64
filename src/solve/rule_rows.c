#include "solve/rule_rows.h"

#include "program/group_rules.h"
#include "program/person_rules.h"

/* The entries of each rule among pairs that are asked. */
typedef struct RuleEntries {
    int64_t *first; /* [n_rules + 1] */
    RuleEntry *entries;
} RuleEntries;

static void row_open(RuleRows *rows, RuleRow row)
{
    row.first_entry = rows->entries.n;
    if (!LIST_PUSH(rows->arena, &rows->rows, row)) rows->lost = true;
}

static void row_entry(RuleRows *rows, int column, int64_t coefficient)
{
    RuleEntry entry = {column, coefficient};
    if (rows->lost || !LIST_PUSH(rows->arena, &rows->entries, entry))
        rows->lost = true;
    else
        rows->rows.items[rows->rows.n - 1].n_entries++;
}

static int column_add(RuleRows *rows, int64_t pair, int64_t high)
{
    RuleColumn column = {pair, high};
    if (!LIST_PUSH(rows->arena, &rows->columns, column)) rows->lost = true;
    return rows->columns.n - 1;
}

/* The row opened last goes again where nothing that its columns can be breaks it. */
static void row_close(RuleRows *rows)
{
    if (rows->lost) return;
    const RuleRow *row = &rows->rows.items[rows->rows.n - 1];
    int64_t least = 0, most = 0;
    for (int k = row->first_entry; k < rows->entries.n; k++) {
        int64_t reach = rows->entries.items[k].coefficient * rows->columns.items[rows->entries.items[k].column].high;
        *(reach > 0 ? &most : &least) += reach;
    }
    if (row->low > least || row->high < most) return;
    rows->entries.n = row->first_entry;
    rows->rows.n--;
}

static CadreStatus columns_make(RuleRows *rows, const bool *asked, CadreError *err)
{
    const Program *program = rows->program;
    rows->column_of = ARENA_ARRAY(rows->arena, int, program->n_pairs);
    if (!rows->column_of) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        rows->column_of[pair] = asked[program->pair_person[pair]] ? column_add(rows, pair, 1) : -1;
    return rows->lost ? error_no_memory(err) : CADRE_OK;
}

/* --- rules of groups --- */

static CadreStatus entries_by_rule(RuleEntries *out, const RuleRows *rows, CadreError *err)
{
    const Program *program = rows->program;
    int64_t *next = ARENA_ARRAY(rows->arena, int64_t, program->n_rules);
    out->first = ARENA_ARRAY(rows->arena, int64_t, program->n_rules + 1);
    if (!next || !out->first) return error_no_memory(err);
    for (int column = 0; column < rows->columns.n; column++) {
        int64_t pair = rows->columns.items[column].pair;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            out->first[program->entries[i].row + 1]++;
    }
    for (int rule = 0; rule < program->n_rules; rule++) {
        out->first[rule + 1] += out->first[rule];
        next[rule] = out->first[rule];
    }
    out->entries = ARENA_ARRAY(rows->arena, RuleEntry, out->first[program->n_rules]);
    if (!out->entries) return error_no_memory(err);
    for (int column = 0; column < rows->columns.n; column++) {
        int64_t pair = rows->columns.items[column].pair;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            out->entries[next[program->entries[i].row]++] = (RuleEntry){column, program->entries[i].coefficient};
    }
    return CADRE_OK;
}

static void rule_row_add(RuleRows *rows, const RuleEntries *by_rule, int rule, RuleKind kind, int64_t low, int64_t high)
{
    const GroupRule *at = &rows->program->rules[rule];
    row_open(rows, (RuleRow){.kind = kind, .about = at->about, .origin = at->origin, .low = low, .high = high});
    for (int64_t i = by_rule->first[rule]; i < by_rule->first[rule + 1]; i++)
        row_entry(rows, by_rule->entries[i].column, by_rule->entries[i].coefficient);
}

static RuleKind absolute_kind(const Program *program, const GroupRule *rule)
{
    switch (rule->family) {
    case FAMILY_ROLE:
        return RULE_ROLE_MAX;
    case FAMILY_PAIRS:
        return program->model->pairs[rule->about].together ? RULE_TOGETHER : RULE_APART;
    default:
        return RULE_CHANGES;
    }
}

/* A column that counts the holders of a role beyond its min, 0 where they are fewer: with b = 0 or 1,
 * beyond <= holders - min + min * (1 - b) and beyond <= pairs * b. */
static int beyond_column_add(RuleRows *rows, int role)
{
    const Program *program = rows->program;
    const Role *of = &program->model->roles[role];
    int64_t first = program->role_first_pair[role], end = program->role_first_pair[role + 1];
    int beyond = column_add(rows, -1, end - first), over = column_add(rows, -1, 1);
    RuleRow row = {.kind = RULE_COUNT, .about = role, .origin = of->origin, .low = INT64_MIN, .high = 0};
    row_open(rows, row);
    row_entry(rows, beyond, 1);
    row_entry(rows, over, of->min);
    for (int64_t i = first; i < end; i++)
        if (rows->column_of[program->role_pairs[i]] >= 0) row_entry(rows, rows->column_of[program->role_pairs[i]], -1);
    row_open(rows, row);
    row_entry(rows, beyond, 1);
    row_entry(rows, over, first - end);
    return beyond;
}

/* Members and empty seats: of a role with a min, the min and what is beyond it. */
static void size_need_add(RuleRows *rows, const RuleEntries *by_rule, int rule)
{
    const Program *program = rows->program;
    const Group *group = &program->model->groups[program->rules[rule].about];
    int *beyond = ARENA_ARRAY(rows->arena, int, group->n_roles), n = 0;
    int64_t low = program->rules[rule].low;
    if (!beyond) {
        rows->lost = true;
        return;
    }
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
        if (program->model->roles[role].min > 0) {
            beyond[n++] = beyond_column_add(rows, role);
            low -= program->model->roles[role].min;
        }
    row_open(rows, (RuleRow){.kind = RULE_SIZE_MIN,
                             .about = program->rules[rule].about,
                             .origin = program->rules[rule].origin,
                             .low = low,
                             .high = INT64_MAX});
    for (int i = 0; i < n; i++) row_entry(rows, beyond[i], 1);
    for (int64_t i = by_rule->first[rule]; i < by_rule->first[rule + 1]; i++) {
        RuleEntry entry = by_rule->entries[i];
        int64_t pair = rows->columns.items[entry.column].pair;
        if (program->model->roles[program->pair_role[pair]].min <= 0) row_entry(rows, entry.column, entry.coefficient);
    }
}

static void need_add(RuleRows *rows, const RuleEntries *by_rule, int rule)
{
    static const RuleKind kinds[] = {
        [FAMILY_ROLE] = RULE_ROLE_MIN, [FAMILY_COVERAGE] = RULE_COVERAGE, [FAMILY_MIX] = RULE_MIX_MIN};
    const Program *program = rows->program;
    const GroupRule *at = &program->rules[rule];
    if (at->family == FAMILY_SIZE)
        size_need_add(rows, by_rule, rule);
    else if (at->low == INT64_MIN)
        rule_row_add(rows, by_rule, rule, RULE_MIX_MAX, INT64_MIN, at->high);
    else
        rule_row_add(rows, by_rule, rule, kinds[at->family], at->low, INT64_MAX);
    if (!rows->lost) row_close(rows);
}

/* The program leaves out those that the roles' own limits keep in any case, but these can go. */
static void max_sizes_add(RuleRows *rows)
{
    const Program *program = rows->program;
    for (int group = 0; group < program->model->n_groups; group++) {
        const Group *at = &program->model->groups[group];
        if (at->max_size == NO_LIMIT || rows->lost) continue;
        row_open(
            rows,
            (RuleRow){.kind = RULE_SIZE_MAX, .about = group, .origin = at->origin, .low = INT64_MIN, .high = at->max_size});
        for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
            for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1]; i++)
                if (rows->column_of[program->role_pairs[i]] >= 0) row_entry(rows, rows->column_of[program->role_pairs[i]], 1);
        row_close(rows);
    }
}

/* Of a priced rule the slack's own side is no absolute rule. */
static CadreStatus group_rows_make(RuleRows *rows, const bool *needs, CadreError *err)
{
    const Program *program = rows->program;
    RuleEntries by_rule = {0};
    TRY(entries_by_rule(&by_rule, rows, err));
    for (int rule = 0; rule < program->n_rules; rule++) {
        const GroupRule *at = &program->rules[rule];
        bool priced = at->slack >= 0;
        bool too_many = priced && program->slack_entries[program->slack_first_entry[at->slack]].coefficient < 0;
        if (needs && needs[rule]) need_add(rows, &by_rule, rule);
        if (too_many || at->family == FAMILY_SIZE || (priced && at->high == INT64_MAX)) continue;
        rule_row_add(rows, &by_rule, rule, absolute_kind(program, at), priced ? INT64_MIN : at->low, at->high);
        row_close(rows);
    }
    max_sizes_add(rows);
    return rows->lost ? error_no_memory(err) : CADRE_OK;
}

/* --- rules of people --- */

static CadreStatus person_rows_add(RuleRows *rows, const bool *asked, CadreError *err)
{
    static const RuleKind kinds[] = {
        [PERSON_HOURS] = RULE_HOURS,       [PERSON_MAX_GROUPS] = RULE_MAX_GROUPS, [PERSON_MAX_LEADS] = RULE_MAX_LEADS,
        [PERSON_ONE_ROLE] = RULE_ONE_ROLE, [PERSON_SLOTS] = RULE_SLOTS,           [PERSON_MUST] = RULE_MUST};
    const Program *program = rows->program;
    for (int i = 0; i < program->n_people; i++) {
        int person = program->person[i], must = program->first_must[person];
        if (!asked[person]) continue;
        PersonRows own = {.program = program, .arena = rows->arena};
        for (own.rule = 0; own.rule < n_person_rules; own.rule++) person_rules[own.rule].rows_add(&own, person);
        if (own.lost) return error_no_memory(err);
        for (int k = 0; k < own.rows.n; k++) {
            const PersonRow *row = &own.rows.items[k];
            row_open(rows, (RuleRow){.kind = kinds[row->rule],
                                     .about = row->rule == PERSON_MUST ? program->musts[must++] : person,
                                     .origin = row->origin,
                                     .low = row->low,
                                     .high = row->high});
            for (int64_t e = row->first_entry; e < row->first_entry + row->n_entries; e++)
                row_entry(rows, rows->column_of[own.entries.items[e].pair], own.entries.items[e].coefficient);
            row_close(rows);
        }
    }
    return rows->lost ? error_no_memory(err) : CADRE_OK;
}

CadreStatus rule_rows_make(RuleRows *out, const Program *program, const bool *asked, const bool *needs, Arena *arena,
                           CadreError *err)
{
    *out = (RuleRows){.program = program, .arena = arena};
    TRY(columns_make(out, asked, err));
    TRY(group_rows_make(out, needs, err));
    return person_rows_add(out, asked, err);
}

int rule_column_group(const RuleRows *rows, int column)
{
    int64_t pair = rows->columns.items[column].pair;
    return pair < 0 ? -1 : rows->program->model->roles[rows->program->pair_role[pair]].group;
}

int *rule_row_groups(int *n, const RuleRows *rows, const RuleRow *row, Arena *arena)
{
    int *groups = ARENA_ARRAY(arena, int, row->n_entries), count = 0;
    for (int k = 0; groups && k < row->n_entries; k++) {
        int group = rule_column_group(rows, rows->entries.items[row->first_entry + k].column);
        bool named = group < 0;
        for (int i = 0; i < count; i++) named |= groups[i] == group;
        if (!named) groups[count++] = group;
    }
    *n = count;
    return groups;
}
