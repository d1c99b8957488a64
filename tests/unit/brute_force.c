#include "unit/brute_force.h"

static bool holds(unsigned hold, int role) { return (hold >> role & 1U) != 0; }

static bool in_group(const Model *model, unsigned hold, int group)
{
    for (int role = 0; role < model->n_roles; role++)
        if (holds(hold, role) && model->roles[role].group == group) return true;
    return false;
}

static bool person_kept(const Model *model, const ScoreTable *scores, int person, unsigned hold)
{
    const Person *at = &model->staff[person];
    int hours = 0, groups = 0, leads = 0;
    for (int role = 0; role < model->n_roles; role++) {
        if (!holds(hold, role)) continue;
        if (score_find(scores, person, role) < 0) return false;
        const Role *of = &model->roles[role];
        hours += model->groups[of->group].hours + of->hours;
        groups++;
        leads += of->leads;
        for (int other = 0; other < role; other++) {
            if (!holds(hold, other)) continue;
            int group = model->roles[other].group;
            if (group == of->group || model_groups_clash(model, group, of->group)) return false;
        }
    }
    if (hours > at->hours || groups > at->max_groups || leads > at->max_leads) return false;
    for (int pin = 0; pin < model->n_pins; pin++) {
        const Pin *of = &model->pins[pin];
        if (of->person != person || of->rule != PIN_MUST) continue;
        bool kept = false;
        for (int i = 0; i < of->n_roles; i++) kept |= holds(hold, model->pin_roles[of->first_role + i]);
        if (!kept) return false;
    }
    return true;
}

static int members(const Model *model, const unsigned hold[], int group)
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++) n += in_group(model, hold[person], group);
    return n;
}

static int holders(const Model *model, const unsigned hold[], int role)
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++) n += holds(hold[person], role);
    return n;
}

static bool joinable(const Model *model, const ScoreTable *scores, int person, int group)
{
    for (int role = 0; role < model->n_roles; role++)
        if (model->roles[role].group == group && score_find(scores, person, role) >= 0) return true;
    return false;
}

static bool groups_kept(const Model *model, const ScoreTable *scores, const unsigned hold[])
{
    for (int role = 0; role < model->n_roles; role++)
        if (holders(model, hold, role) > model->roles[role].max) return false;
    for (int group = 0; group < model->n_groups; group++)
        if (members(model, hold, group) > model->groups[group].max_size) return false;
    for (int i = 0; i < model->n_pairs; i++) {
        const Pair *pair = &model->pairs[i];
        bool one = in_group(model, hold[pair->person], pair->group), two = in_group(model, hold[pair->other], pair->group);
        if (!pair->together && one && two) return false;
        if (pair->together && one != two && joinable(model, scores, pair->person, pair->group) &&
            joinable(model, scores, pair->other, pair->group))
            return false;
    }
    return true;
}

static int64_t roles_and_sizes_cost(const Model *model, const unsigned hold[])
{
    int64_t cost = 0;
    for (int group = 0; group < model->n_groups; group++) {
        const Group *at = &model->groups[group];
        int missing = 0;
        for (int role = at->first_role; role < at->first_role + at->n_roles; role++) {
            int have = holders(model, hold, role);
            if (have < model->roles[role].min) missing += model->roles[role].min - have;
        }
        int size = members(model, hold, group), beyond = at->min_size - size - missing;
        cost += (int64_t)at->weight * model->settings.short_role * (missing + (beyond > 0 ? beyond : 0));
    }
    return cost;
}

static int64_t coverages_cost(const Model *model, const unsigned hold[])
{
    int64_t cost = 0;
    for (int i = 0; i < model->n_coverages; i++) {
        const Coverage *coverage = &model->coverages[i];
        int have = 0;
        for (int person = 0; person < model->n_staff; person++) {
            bool in =
                coverage->role >= 0 ? holds(hold[person], coverage->role) : in_group(model, hold[person], coverage->group);
            have += in && model_level(model, person, coverage->skill) >= coverage->level;
        }
        int price = coverage->must ? model->settings.short_must : model->settings.short_should;
        if (have < coverage->people) cost += (int64_t)price * model->groups[coverage->group].weight * (coverage->people - have);
    }
    return cost;
}

static int64_t mixes_cost(const Model *model, const unsigned hold[])
{
    int64_t cost = 0;
    for (int i = 0; i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[i];
        int have = 0;
        for (int person = 0; person < model->n_staff; person++)
            have += in_group(model, hold[person], mix->group) && model_has_attribute(model, person, mix->field, mix->value);
        int off = have < mix->min ? mix->min - have : have > mix->max ? have - mix->max : 0;
        int price = mix->must ? model->settings.short_must : model->settings.short_should;
        cost += (int64_t)price * model->groups[mix->group].weight * off;
    }
    return cost;
}

static bool was_before(const Model *model, int person, int role)
{
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    for (int i = 0; i < (model->mends ? model->n_held : model->n_previous); i++)
        if (rows[i].person == person && rows[i].role == role) return true;
    return false;
}

static void person_add(BruteValue *value, const Model *model, const ScoreTable *scores, int person, unsigned hold)
{
    int nth = 0;
    for (int role = 0; role < model->n_roles; role++) {
        if (!holds(hold, role)) continue;
        const Role *of = &model->roles[role];
        int points = scores->points[score_find(scores, person, role)];
        value->parts.points += (int64_t)points * of->weight;
        value->parts.extra_load += (int64_t)model->settings.extra_load * nth++;
        if ((model->mends || model->has_previous) && !was_before(model, person, role)) value->changes++;
        if (of->leads && of->min > 0 && points < value->floor) value->floor = points;
    }
    if (nth > 0 && model->staff[person].answered) value->parts.everyone += model->settings.everyone;
}

BruteValue brute_value(const Model *model, const ScoreTable *scores, const unsigned hold[])
{
    BruteValue value = {.feasible = groups_kept(model, scores, hold), .floor = INT_MAX};
    for (int person = 0; value.feasible && person < model->n_staff; person++)
        value.feasible = person_kept(model, scores, person, hold[person]);
    if (!value.feasible) return value;
    for (int person = 0; person < model->n_staff; person++) person_add(&value, model, scores, person, hold[person]);
    value.cost = roles_and_sizes_cost(model, hold) + coverages_cost(model, hold) + mixes_cost(model, hold);
    value.parts.shortages = value.cost;
    value.total = objective_value(value.parts);
    if (value.changes > model->settings.max_changes) value.feasible = false;
    return value;
}

/* Whether a is a better answer than b by the contract's steps. */
static bool better(const BruteValue *a, const BruteOptimum *b, bool floor, int floor_most)
{
    if (!b->feasible) return true;
    int floor_of_a = a->floor < floor_most ? a->floor : floor_most;
    if (floor && a->cost != b->cost) return a->cost < b->cost;
    if (floor && floor_of_a != b->floor) return floor_of_a > b->floor;
    if (a->total != b->total) return a->total > b->total;
    return a->changes < b->changes;
}

typedef struct Counter {
    unsigned (*bundles)[1 << 10];
    int *n_bundles, *at;
} Counter;

static bool advance(Counter *counter, unsigned *hold, int n_staff)
{
    for (int person = 0; person < n_staff; person++) {
        bool more = ++counter->at[person] < counter->n_bundles[person];
        if (!more) counter->at[person] = 0;
        hold[person] = counter->bundles[person][counter->at[person]];
        if (more) return true;
    }
    return false;
}

/* The first way for everybody, in `hold`; false where somebody has none. */
static bool counter_open(Counter *counter, unsigned hold[], const Model *model, const ScoreTable *scores, Arena *arena)
{
    *counter = (Counter){arena_get_array(arena, (size_t)model->n_staff, sizeof *counter->bundles),
                         ARENA_ARRAY(arena, int, model->n_staff), ARENA_ARRAY(arena, int, model->n_staff)};
    for (int person = 0; person < model->n_staff; person++) {
        for (unsigned bundle = 0; bundle < 1U << model->n_roles; bundle++)
            if (person_kept(model, scores, person, bundle)) counter->bundles[person][counter->n_bundles[person]++] = bundle;
        if (counter->n_bundles[person] == 0) return false;
        hold[person] = counter->bundles[person][0];
    }
    return true;
}

BruteOptimum brute_optimum(const Model *model, const ScoreTable *scores, Arena *arena)
{
    BruteOptimum best = {.floor = -1};
    unsigned hold[16] = {0};
    Counter counter;
    if (!counter_open(&counter, hold, model, scores, arena)) return best;
    bool has_floor = false;
    int floor_most = 0;
    for (int role = 0; role < model->n_roles; role++) {
        if (!model->roles[role].leads || model->roles[role].min <= 0) continue;
        has_floor = model->settings.fairness == FAIRNESS_FLOOR;
        for (int person = 0; person < model->n_staff; person++) {
            int64_t pair = score_find(scores, person, role);
            if (pair >= 0 && scores->points[pair] > floor_most) floor_most = scores->points[pair];
        }
    }
    do {
        BruteValue value = brute_value(model, scores, hold);
        if (!value.feasible || !better(&value, &best, has_floor, floor_most)) continue;
        best = (BruteOptimum){true, value.total, value.cost, value.changes, -1};
        if (has_floor) best.floor = value.floor < floor_most ? value.floor : floor_most;
    } while (advance(&counter, hold, model->n_staff));
    return best;
}

void brute_by_changes(int64_t values[], int n, const Model *model, const ScoreTable *scores, Arena *arena)
{
    unsigned hold[16] = {0};
    Counter counter;
    for (int changes = 0; changes < n; changes++) values[changes] = INT64_MIN;
    if (!counter_open(&counter, hold, model, scores, arena)) return;
    do {
        BruteValue value = brute_value(model, scores, hold);
        if (value.feasible && value.changes < n && value.total > values[value.changes]) values[value.changes] = value.total;
    } while (advance(&counter, hold, model->n_staff));
    for (int changes = 1; changes < n; changes++)
        if (values[changes] < values[changes - 1]) values[changes] = values[changes - 1];
}
