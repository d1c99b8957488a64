/* pairs_read.c: pairs.csv -> one pair for each group that a row reaches and both may join, as things are or once a level, a
 * position or a pin is changed. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_reader.h"

typedef struct PairsWork {
    PlanReader *reader;
    LIST(Pair) pairs, idle;
} PairsWork;

static bool read_rule(bool *together, const PlanReader *reader, PlanRow row)
{
    const char *text = row_cell(row, PAIRS_RULE), *key = text_name_key(reader->scratch, text);
    *together = key && strcmp(key, "together") == 0;
    if (*together || (key && strcmp(key, "apart") == 0)) return true;
    if (*text)
        messages_add(reader->messages, CADRE_ERROR, row_origin(row, PAIRS_RULE),
                     "\"rule\" is \"%s\"; expected together or apart", text);
    return false;
}

static bool role_barred_by_level(const Model *model, const Role *role, int person)
{
    for (int i = role->first_bar; i < role->first_bar + role->n_bars; i++)
        if (model_level(model, person, model->bars[i].skill) < model->bars[i].level) return true;
    return false;
}

static bool role_barred_by_position(const Model *model, const Role *role, int person)
{
    for (int i = role->first_position; i < role->first_position + role->n_positions; i++)
        if (model_has_attribute(model, person, FIELD_POSITION, model->role_positions[i])) return false;
    return role->n_positions > 0;
}

static bool role_barred_by_pin(const Model *model, int role, int person)
{
    int low = 0, high = model->n_pins;
    while (low < high) { /* the first pin of the person */
        int middle = low + (high - low) / 2;
        if (model->pins[middle].person < person)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < model->n_pins && model->pins[low].person == person; low++) {
        const Pin *pin = &model->pins[low];
        for (int i = 0; pin->rule == PIN_NEVER && i < pin->n_roles; i++)
            if (model->pin_roles[pin->first_role + i] == role) return true;
    }
    return false;
}

/* Whether the person is there and the group is not another site's. */
static bool might_join(const Model *model, int person, int group)
{
    const Person *who = &model->staff[person];
    return !who->away && (model->groups[group].site < 0 || model->groups[group].site == who->site);
}

/* Whether some role of the group is open to the person. */
static bool can_join(const Model *model, int person, int group_index)
{
    const Group *group = &model->groups[group_index];
    if (!might_join(model, person, group_index)) return false;
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
        if (!role_barred_by_level(model, &model->roles[role], person) &&
            !role_barred_by_position(model, &model->roles[role], person) && !role_barred_by_pin(model, role, person))
            return true;
    return false;
}

/* Groups where just one of the two may be: there `together` is void. */
typedef struct VoidGroups {
    int n, first, barred; /* how many, the first of them and who cannot join it */
} VoidGroups;

static void report_void(const PlanReader *reader, PlanRow row, VoidGroups voids)
{
    const Model *model = reader->model;
    const char *more = voids.n > 1 ? arena_print(reader->scratch, " (and in %d more groups)", voids.n - 1) : "";
    messages_add(reader->messages, CADRE_WARNING, row_origin(row, PAIRS_PERSON),
                 "\"together\" does not hold in \"%s\"%s, because \"%s\" cannot join; expected two people who may both join",
                 model->groups[voids.first].name, more ? more : "", model->staff[voids.barred].key);
}

static bool pair_keep(PairsWork *work, Pair pair, bool holds, bool idle)
{
    if (holds) return LIST_PUSH(work->reader->scratch, &work->pairs, pair);
    return !idle || LIST_PUSH(work->reader->scratch, &work->idle, pair);
}

static CadreStatus read_row(PairsWork *work, PlanRow row)
{
    PlanReader *reader = work->reader;
    const Model *model = reader->model;
    Pair pair = {.origin = row_origin(row, PAIRS_PERSON)};
    Selection selection = {RANK_ALL, 0, NULL};
    VoidGroups voids = {0};
    bool ruled = read_rule(&pair.together, reader, row);
    int first = plan_person(reader, row, PAIRS_PERSON), second = plan_person(reader, row, PAIRS_OTHER);
    bool everywhere = !*row_cell(row, PAIRS_GROUP);
    if (everywhere) selector_find(&selection, reader->groups, reader->sites, "*", reader->scratch);
    if (!everywhere && !plan_select(&selection, reader, row, PAIRS_GROUP)) return CADRE_OK;
    if (first >= 0 && first == second)
        messages_add(reader->messages, CADRE_ERROR, row_origin(row, PAIRS_OTHER),
                     "\"%s\" is paired with the same person; expected two people", row_cell(row, PAIRS_OTHER));
    if (!ruled || first < 0 || second < 0 || first == second) return CADRE_OK;
    pair.person = first < second ? first : second;
    pair.other = first < second ? second : first;
    for (int i = 0; i < selection.n; i++) {
        pair.group = selection.groups[i];
        bool one = can_join(model, pair.person, pair.group), two = can_join(model, pair.other, pair.group);
        bool idle = might_join(model, pair.person, pair.group) && might_join(model, pair.other, pair.group);
        if (!pair_keep(work, pair, one && two, idle)) return error_no_memory(reader->err);
        if (one == two) continue;
        if (voids.n++ == 0) voids = (VoidGroups){1, pair.group, one ? pair.other : pair.person};
    }
    if (pair.together && voids.n > 0) report_void(reader, row, voids);
    return CADRE_OK;
}

static int compare_pairs(const Pair *a, const Pair *b)
{
    int order = plan_compare(a->group, b->group);
    if (!order) order = plan_compare(a->person, b->person);
    if (!order) order = plan_compare(a->other, b->other);
    return order ? order : plan_compare(a->together, b->together);
}

static int by_group_people_rule(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    int order = compare_pairs(a, b);
    return order ? order : plan_compare(a->origin.line, b->origin.line);
}

/* The pairs in order, each once. Returns their number. */
static int pairs_take(Pair *out, Pair *pairs, int n)
{
    int taken = 0;
    if (n) qsort(pairs, (size_t)n, sizeof *pairs, by_group_people_rule);
    for (int i = 0; i < n; i++)
        if (i == 0 || compare_pairs(&pairs[i - 1], &pairs[i]) != 0) out[taken++] = pairs[i];
    return taken;
}

CadreStatus pairs_read(PlanReader *reader)
{
    PairsWork work = {.reader = reader};
    Model *model = reader->model;
    for (int row = 0; row < plan_n_rows(reader, SHEET_PAIRS); row++) TRY(read_row(&work, plan_row(reader, SHEET_PAIRS, row)));
    model->pairs = ARENA_ARRAY(reader->arena, Pair, work.pairs.n + work.idle.n);
    if (!model->pairs) return error_no_memory(reader->err);
    model->n_pairs = pairs_take(model->pairs, work.pairs.items, work.pairs.n);
    model->n_idle_pairs = pairs_take(model->pairs + model->n_pairs, work.idle.items, work.idle.n);
    return CADRE_OK;
}
