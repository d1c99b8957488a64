/* comparison_json.c: comparisons as JSON. Differences carry the scenario lines that make them, so that another program can lay
 * them over the first's plan and solve. */
#include <string.h>

#include "write/comparison_write.h"
#include "write/json_values.h"

typedef struct Writing {
    Arena *arena;
    bool lost; /* there was no memory */
} Writing;

static json_t *string_of(Writing *writing, const char *text)
{
    json_t *value = json_lenient(text, writing->arena);
    writing->lost |= !value;
    return value;
}

static void set(Writing *writing, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0) writing->lost = true;
}

static void append(Writing *writing, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0) writing->lost = true;
}

/* {"before": x, "after": y}, null where a result has none */
static json_t *pair_of(int64_t before, bool has_before, int64_t after, bool has_after)
{
    return json_pack("{s:o, s:o}", "before", has_before ? json_integer(before) : json_null(), "after",
                     has_after ? json_integer(after) : json_null());
}

static json_t *both_of(int64_t before, int64_t after) { return pair_of(before, true, after, true); }

static json_t *hours_of(double before, bool has_before, double after, bool has_after)
{
    return json_pack("{s:o, s:o}", "before", has_before ? json_real(before / 100) : json_null(), "after",
                     has_after ? json_real(after / 100) : json_null());
}

static json_t *totals_json(Writing *writing, const Comparison *at)
{
    const ResultFacts *a = at->first, *b = at->other;
    const Load *x = &at->load[0], *y = &at->load[1];
    json_t *totals = json_object();
    set(writing, totals, "objective", both_of(a->objective, b->objective));
    set(writing, totals, "points", both_of(a->parts.points, b->parts.points));
    set(writing, totals, "everyone", both_of(a->parts.everyone, b->parts.everyone));
    set(writing, totals, "extra_load", both_of(a->parts.extra_load, b->parts.extra_load));
    set(writing, totals, "shortages", both_of(a->parts.shortages, b->parts.shortages));
    set(writing, totals, "gap", both_of(a->gap, b->gap));
    set(writing, totals, "floor", pair_of(a->floor, a->floor >= 0, b->floor, b->floor >= 0));
    set(writing, totals, "proved", json_pack("{s:b, s:b}", "before", a->proved, "after", b->proved));
    set(writing, totals, "staff", both_of(x->staff, y->staff));
    set(writing, totals, "people_with_role", both_of(x->people, y->people));
    set(writing, totals, "people_leading", both_of(x->leaders, y->leaders));
    set(writing, totals, "assignments", both_of(x->seats, y->seats));
    set(writing, totals, "most_groups", both_of(x->most_groups, y->most_groups));
    set(writing, totals, "hours", hours_of((double)x->hours, true, (double)y->hours, true));
    return totals;
}

static json_t *seats_json(Writing *writing, const SeatList *seats)
{
    json_t *array = json_array();
    for (int i = 0; i < seats->n; i++)
        append(writing, array,
               json_pack("{s:o, s:o, s:b}", "group", string_of(writing, seats->items[i]->group), "role",
                         string_of(writing, seats->items[i]->role), "leads", seats->items[i]->leads));
    return array;
}

static json_t *people_json(Writing *writing, const Comparison *at)
{
    json_t *array = json_array();
    for (int i = 0; i < at->people.n; i++) {
        const PersonChange *person = &at->people.items[i];
        const FactPerson none = {0}, *a = person->before ? person->before : &none, *b = person->after ? person->after : &none;
        const FactPerson *known = person->after ? b : a;
        bool in_first = person->before, in_other = person->after;
        const char *key = person_change_key(person);
        bool matched = strcmp(known->person, key) != 0;
        if (in_first && in_other && !matched && person->lost.n + person->gained.n == 0) continue;
        json_t *object = json_pack(
            "{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "person", string_of(writing, key), "name", string_of(writing, known->name),
            "lost", seats_json(writing, &person->lost), "gained", seats_json(writing, &person->gained), "groups",
            pair_of(a->groups, in_first, b->groups, in_other), "leads", pair_of(a->leads, in_first, b->leads, in_other),
            "hours", hours_of((double)a->hours, in_first, (double)b->hours, in_other));
        if (matched) set(writing, object, "person_after", string_of(writing, known->person));
        append(writing, array, object);
    }
    return array;
}

static json_t *names_json(Writing *writing, const NameTexts *names)
{
    json_t *array = json_array();
    for (int i = 0; i < names->n; i++) append(writing, array, string_of(writing, names->items[i]));
    return array;
}

static json_t *groups_json(Writing *writing, const Comparison *at)
{
    json_t *array = json_array();
    for (int i = 0; i < at->groups.n; i++) {
        const GroupChange *group = &at->groups.items[i];
        const FactGroup none = {.points_mean = -1};
        const FactGroup *a = group->before ? group->before : &none, *b = group->after ? group->after : &none;
        bool in_first = group->before, in_other = group->after;
        append(writing, array,
               json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "group", string_of(writing, (in_other ? b : a)->group), "size",
                         pair_of(a->size, in_first, b->size, in_other), "points_mean",
                         pair_of(a->points_mean, a->points_mean >= 0, b->points_mean, b->points_mean >= 0), "shortages",
                         pair_of(a->shortages, in_first, b->shortages, in_other), "gone", names_json(writing, &group->gone),
                         "come", names_json(writing, &group->come)));
    }
    return array;
}

static json_t *shortages_json(Writing *writing, const Comparison *at)
{
    json_t *array = json_array();
    for (int i = 0; i < at->shortages.n; i++) {
        const ShortageChange *change = &at->shortages.items[i];
        const FactShortage *known = change->after ? change->after : change->before, none = {0};
        const FactShortage *a = change->before ? change->before : &none, *b = change->after ? change->after : &none;
        bool in_first = change->before, in_other = change->after;
        json_t *object = json_pack(
            "{s:s, s:s, s:o, s:o, s:o, s:o}", "change", shortage_change_words[change->kind], "kind", known->kind, "group",
            string_of(writing, known->group), "needed", pair_of(a->needed, in_first, b->needed, in_other), "have",
            pair_of(a->have, in_first, b->have, in_other), "cost", pair_of(a->cost, in_first, b->cost, in_other));
        if (*known->role) set(writing, object, "role", string_of(writing, known->role));
        if (*known->skill) set(writing, object, "skill", string_of(writing, known->skill));
        if (*known->level) set(writing, object, "level", string_of(writing, known->level));
        if (*known->field) set(writing, object, "field", string_of(writing, known->field));
        if (*known->value) set(writing, object, "value", string_of(writing, known->value));
        append(writing, array, object);
    }
    return array;
}

static json_t *lines_json(Writing *writing, const InputDifference *at)
{
    json_t *array = json_array();
    for (int i = 0; i < at->n_lines; i++)
        append(writing, array,
               json_pack("[o, o, o, o]", string_of(writing, at->lines[i].sheet), string_of(writing, at->lines[i].key),
                         string_of(writing, at->lines[i].column), string_of(writing, at->lines[i].value)));
    return array;
}

static json_t *differences_json(Writing *writing, const Comparison *at)
{
    static const char *const states[] = {[PRICE_NOT_ASKED] = "none",         [PRICE_TOGETHER] = "with answers",
                                         [PRICE_LEFT_OUT] = "left out",      [PRICE_KNOWN] = "known",
                                         [PRICE_UNKNOWN] = "unknown",        [PRICE_NOT_ALONE] = "not alone",
                                         [PRICE_IMPOSSIBLE] = "not possible"};
    json_t *array = json_array();
    for (int i = 0; i < at->differences.n; i++) {
        const InputDifference *difference = &at->differences.items[i];
        json_t *object =
            json_pack("{s:s, s:o, s:o, s:o, s:o, s:s}", "sheet", difference->sheet, "key", string_of(writing, difference->key),
                      "column", string_of(writing, difference->column), "before", string_of(writing, difference->before),
                      "after", string_of(writing, difference->after), "priced", states[difference->price]);
        if (difference->with) set(writing, object, "with", json_string(difference->with));
        if (difference->n_lines > 0) set(writing, object, "lines", lines_json(writing, difference));
        if (difference->price == PRICE_KNOWN) {
            set(writing, object, "price", json_integer(difference->low));
            set(writing, object, "bound", json_integer(difference->high));
        }
        if (difference->why && *difference->why) set(writing, object, "why", string_of(writing, difference->why));
        append(writing, array, object);
    }
    return array;
}

static json_t *faults_json(Writing *writing, const InputsState *state)
{
    static const char *const words[] = {
        [INPUT_GONE] = "gone",         [INPUT_CHANGED] = "changed",  [INPUT_NEW] = "new", [INPUT_UNREADABLE] = "unreadable",
        [INPUT_UNNAMED] = "not named", [INPUT_REDACTED] = "redacted"};
    json_t *array = json_array();
    for (int i = 0; i < state->faults.n; i++)
        append(writing, array,
               json_pack("{s:s, s:o}", "fault", words[state->faults.items[i].kind], "what",
                         string_of(writing, state->faults.items[i].text)));
    return array;
}

static json_t *files_json(Writing *writing, const Comparison *at)
{
    json_t *array = json_array();
    for (int i = 0; i < at->n_files; i++)
        append(writing, array,
               json_pack("{s:o, s:s}", "file", string_of(writing, at->files[i].name), "change",
                         file_change_words[at->files[i].kind]));
    return array;
}

static json_t *comparison_json(Writing *writing, const Comparison *at)
{
    json_t *object = json_pack("{s:o, s:o, s:b, s:b, s:b}", "first", string_of(writing, at->first->folder), "result",
                               string_of(writing, at->other->folder), "equal", comparison_equal(at), "same_assignments",
                               at->same_seats, "same_files", at->same_files);
    set(writing, object, "totals", totals_json(writing, at));
    set(writing, object, "shortages", shortages_json(writing, at));
    set(writing, object, "people", people_json(writing, at));
    set(writing, object, "matched_by_name", json_integer(at->matches.n));
    set(writing, object, "matched_by_row", json_integer(at->n_by_row));
    set(writing, object, "groups", groups_json(writing, at));
    set(writing, object, "files", files_json(writing, at));
    set(writing, object, "input_faults",
        json_pack("{s:o, s:o}", "before", faults_json(writing, &at->inputs[0]), "after", faults_json(writing, &at->inputs[1])));
    set(writing, object, "differences", differences_json(writing, at));
    set(writing, object, "left_out", json_integer(at->n_left_out));
    return object;
}

CadreStatus comparisons_json(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    Writing writing = {.arena = arena};
    json_t *array = json_array();
    for (int i = 0; i < n; i++) append(&writing, array, comparison_json(&writing, &comparisons[i]));
    json_t *root = json_pack("{s:s, s:o}", "version", CADRE_VERSION, "comparisons", array);
    if (!writing.lost) return json_finish(text, root, arena, err);
    json_decref(root);
    return error_no_memory(err);
}
