#include "explain/comparison.h"

#include <stdlib.h>
#include <string.h>

const char *const shortage_change_words[] = {[SHORTAGE_OPENED] = "opened",
                                             [SHORTAGE_GROWN] = "grown",
                                             [SHORTAGE_LESSENED] = "lessened",
                                             [SHORTAGE_CLOSED] = "closed",
                                             [SHORTAGE_KEPT] = "the same"};

const char *fact_person_name(const char *name, const char *key) { return *name ? name : key; }

static int seat_order(const FactSeat *a, const FactSeat *b)
{
    int order = strcmp(a->person, b->person);
    if (order == 0) order = strcmp(a->group, b->group);
    return order != 0 ? order : strcmp(a->role, b->role);
}

/* --- people --- */

static CadreStatus people_join(Comparison *out, const ResultFacts *called, Arena *arena, CadreError *err)
{
    const ResultFacts *a = out->first, *b = called;
    for (int i = 0, k = 0; i < a->n_people || k < b->n_people;) {
        int order = i == a->n_people ? 1 : k == b->n_people ? -1 : strcmp(a->people[i].person, b->people[k].person);
        PersonChange change = {.before = order <= 0 ? &a->people[i++] : NULL, .after = order >= 0 ? &b->people[k++] : NULL};
        const PersonMatch *match = order == 0 ? people_match_find(&out->matches, change.before->person) : NULL;
        if (match) change.after = result_person(out->other, match->after);
        if (!LIST_PUSH(arena, &out->people, change)) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* Whether the key is "FILE-N" of a file that is otherwise in the other result. */
static bool is_row_of_edited(const Comparison *at, const char *key)
{
    for (int i = 0; i < at->n_files; i++) {
        size_t length = strlen(at->files[i].name);
        if (at->files[i].kind != FILE_EDITED || strncmp(key, at->files[i].name, length) != 0 || key[length] != '-') continue;
        const char *number = key + length + 1;
        if (*number && strspn(number, "0123456789") == strlen(number)) return true;
    }
    return false;
}

static bool is_nameless(const FactPerson *person) { return !*person->name || strcmp(person->name, person->person) == 0; }

static int by_row_count(const Comparison *at)
{
    int n = 0;
    for (int i = 0; i < at->people.n; i++) {
        const FactPerson *before = at->people.items[i].before, *after = at->people.items[i].after;
        n += before && after && is_nameless(before) && is_nameless(after) && is_row_of_edited(at, before->person);
    }
    return n;
}

static int by_key(const void *key, const void *item) { return strcmp(key, person_change_key(item)); }

static PersonChange *person_find(Comparison *at, const char *key)
{
    return at->people.n > 0 ? bsearch(key, at->people.items, (size_t)at->people.n, sizeof *at->people.items, by_key) : NULL;
}

/* Seats that only one of the results has; both are sorted alike. */
static CadreStatus seats_divide(Comparison *out, const ResultFacts *called, Arena *arena, CadreError *err)
{
    const ResultFacts *a = out->first, *b = called;
    out->same_seats = true;
    for (int i = 0, k = 0; i < a->n_seats || k < b->n_seats;) {
        int order = i == a->n_seats ? 1 : k == b->n_seats ? -1 : seat_order(&a->seats[i], &b->seats[k]);
        const FactSeat *seat = order < 0 ? &a->seats[i] : &b->seats[k];
        PersonChange *person = order != 0 ? person_find(out, seat->person) : NULL;
        i += order <= 0;
        k += order >= 0;
        if (order == 0) continue;
        out->same_seats = false;
        if (person && !LIST_PUSH(arena, order < 0 ? &person->lost : &person->gained, seat)) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* --- groups --- */

static CadreStatus groups_join(Comparison *out, Arena *arena, CadreError *err)
{
    const ResultFacts *a = out->first, *b = out->other;
    for (int i = 0, k = 0; i < a->n_groups || k < b->n_groups;) {
        int order = i == a->n_groups ? 1 : k == b->n_groups ? -1 : strcmp(a->groups[i].group, b->groups[k].group);
        GroupChange change = {.before = order <= 0 ? &a->groups[i++] : NULL, .after = order >= 0 ? &b->groups[k++] : NULL};
        if (!LIST_PUSH(arena, &out->groups, change)) return error_no_memory(err);
    }
    return CADRE_OK;
}

static int by_name(const void *name, const void *item)
{
    const GroupChange *group = item;
    return strcmp(name, group->before ? group->before->group : group->after->group);
}

static GroupChange *group_find(Comparison *at, const char *name)
{
    return at->groups.n > 0 ? bsearch(name, at->groups.items, (size_t)at->groups.n, sizeof *at->groups.items, by_name) : NULL;
}

static int by_place(const void *left, const void *right)
{
    const FactSeat *a = left, *b = right;
    int order = strcmp(a->person, b->person);
    return order != 0 ? order : strcmp(a->group, b->group);
}

/* Whether the person of a seat has any role of its group in the other result. */
static bool is_member(const ResultFacts *facts, const FactSeat *seat)
{
    return facts->n_seats > 0 && bsearch(seat, facts->seats, (size_t)facts->n_seats, sizeof *facts->seats, by_place) != NULL;
}

/* Those of `here` who are not in the group `there`. */
static CadreStatus members_divide(Comparison *out, const ResultFacts *here, const ResultFacts *there, bool come, Arena *arena,
                                  CadreError *err)
{
    for (int i = 0; i < here->n_seats; i++) {
        const FactSeat *seat = &here->seats[i];
        GroupChange *group = group_find(out, seat->group);
        bool told = i > 0 && by_place(seat, &here->seats[i - 1]) == 0;
        if (!group || told || is_member(there, seat)) continue;
        if (!LIST_PUSH(arena, come ? &group->come : &group->gone, fact_person_name(seat->name, seat->person)))
            return error_no_memory(err);
    }
    return CADRE_OK;
}

/* --- shortages --- */

static ShortageChangeKind kind_of(const FactShortage *before, const FactShortage *after)
{
    if (!before) return SHORTAGE_OPENED;
    if (!after) return SHORTAGE_CLOSED;
    int64_t more = fact_shortage_missing(after) - fact_shortage_missing(before);
    if (more == 0) more = after->cost - before->cost;
    return more > 0 ? SHORTAGE_GROWN : more < 0 ? SHORTAGE_LESSENED : SHORTAGE_KEPT;
}

static int64_t cost_of(const ShortageChange *change)
{
    return llabs((change->after ? change->after->cost : 0) - (change->before ? change->before->cost : 0));
}

/* By kind, the dearest first, then as needs. */
static int by_weight(const void *left, const void *right)
{
    const ShortageChange *a = left, *b = right;
    int64_t cost_a = cost_of(a), cost_b = cost_of(b);
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (cost_a != cost_b) return cost_a > cost_b ? -1 : 1;
    const FactShortage *at = a->after ? a->after : a->before, *other = b->after ? b->after : b->before;
    int order = fact_shortage_order(at, other);
    return order != 0 ? order : (at->needed > other->needed) - (at->needed < other->needed);
}

static CadreStatus shortages_join(Comparison *out, Arena *arena, CadreError *err)
{
    const ResultFacts *a = out->first, *b = out->other;
    out->same_shortages = true;
    for (int i = 0, k = 0; i < a->n_shortages || k < b->n_shortages;) {
        int order = i == a->n_shortages   ? 1
                    : k == b->n_shortages ? -1
                                          : fact_shortage_order(&a->shortages[i], &b->shortages[k]);
        ShortageChange change = {.before = order <= 0 ? &a->shortages[i++] : NULL,
                                 .after = order >= 0 ? &b->shortages[k++] : NULL};
        change.kind = kind_of(change.before, change.after);
        out->same_shortages = out->same_shortages && change.kind == SHORTAGE_KEPT;
        if (!LIST_PUSH(arena, &out->shortages, change)) return error_no_memory(err);
    }
    if (out->shortages.n > 1) qsort(out->shortages.items, (size_t)out->shortages.n, sizeof *out->shortages.items, by_weight);
    return CADRE_OK;
}

/* --- settings, load, totals --- */

static CadreStatus setting_add(Comparison *out, const char *name, const char *before, const char *after, Arena *arena,
                               CadreError *err)
{
    ScenarioChange *line = ARENA_NEW(arena, ScenarioChange);
    if (!line) return error_no_memory(err);
    *line = (ScenarioChange){"settings", name, "value", after};
    InputDifference difference = {.about = ABOUT_SETTING,
                                  .sheet = "settings",
                                  .key = name,
                                  .column = "value",
                                  .before = before,
                                  .after = after,
                                  .lines = line,
                                  .n_lines = 1};
    out->same_settings = false;
    return LIST_PUSH(arena, &out->differences, difference) ? CADRE_OK : error_no_memory(err);
}

/* Settings that both versions know. */
static CadreStatus settings_compare(Comparison *out, Arena *arena, CadreError *err)
{
    const ResultFacts *a = out->first, *b = out->other;
    out->same_settings = true;
    for (int i = 0, k = 0; i < a->n_settings && k < b->n_settings;) {
        int order = strcmp(a->settings[i].name, b->settings[k].name);
        if (order == 0 && strcmp(a->settings[i].value, b->settings[k].value) != 0)
            TRY(setting_add(out, a->settings[i].name, a->settings[i].value, b->settings[k].value, arena, err));
        i += order <= 0;
        k += order >= 0;
    }
    return CADRE_OK;
}

static Load load_of(const ResultFacts *facts)
{
    Load load = {.staff = facts->n_people, .seats = facts->n_seats};
    for (int i = 0; i < facts->n_people; i++) {
        const FactPerson *person = &facts->people[i];
        load.people += person->groups > 0;
        load.leaders += person->leads > 0;
        load.hours += person->hours;
        if (person->groups > load.most_groups) load.most_groups = person->groups;
    }
    return load;
}

static bool same_totals(const ResultFacts *a, const ResultFacts *b)
{
    return a->objective == b->objective && a->parts.points == b->parts.points && a->parts.everyone == b->parts.everyone &&
           a->parts.extra_load == b->parts.extra_load && a->parts.shortages == b->parts.shortages;
}

CadreStatus comparison_make(Comparison *out, const ResultFacts *first, const ResultFacts *other, Arena *arena, CadreError *err)
{
    *out = (Comparison){.first = first, .other = other, .same_totals = same_totals(first, other)};
    ResultFacts called;
    TRY(people_match(&out->matches, first, other, arena, err));
    TRY(people_match_apply(&called, other, &out->matches, arena, err));
    TRY(people_join(out, &called, arena, err));
    TRY(seats_divide(out, &called, arena, err));
    TRY(groups_join(out, arena, err));
    TRY(members_divide(out, first, &called, false, arena, err));
    TRY(members_divide(out, &called, first, true, arena, err));
    TRY(shortages_join(out, arena, err));
    TRY(settings_compare(out, arena, err));
    if (first->snapshot.files.n > 0 && other->snapshot.files.n > 0) /* else a run.json names none: nothing is known */
        TRY(file_changes(&out->files, &out->n_files, &first->snapshot, &other->snapshot, arena, err));
    out->n_by_row = by_row_count(out);
    out->same_files = out->n_files == 0 && first->snapshot.files.n > 0 && other->snapshot.files.n > 0;
    out->load[0] = load_of(first);
    out->load[1] = load_of(other);
    return CADRE_OK;
}
