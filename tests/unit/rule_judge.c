#include "unit/rule_judge.h"

/* --- the rules from the words of the contract and the Model alone --- */

static bool holds(unsigned hold, int role) { return (hold >> role & 1U) != 0; }

static bool in_group(const Model *model, unsigned hold, int group)
{
    for (int role = 0; role < model->n_roles; role++)
        if (holds(hold, role) && model->roles[role].group == group) return true;
    return false;
}

static int count(const Model *model, const unsigned hold[], int group, int role)
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++)
        n += role >= 0 ? holds(hold[person], role) : in_group(model, hold[person], group);
    return n;
}

static int members_and_empty_seats(const Model *model, const unsigned hold[], int group)
{
    int n = count(model, hold, group, -1);
    for (int role = 0; role < model->n_roles; role++) {
        int empty = model->roles[role].min - count(model, hold, group, role);
        if (model->roles[role].group == group && empty > 0) n += empty;
    }
    return n;
}

static int covered(const Model *model, const unsigned hold[], const Coverage *coverage)
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++) {
        bool in = coverage->role >= 0 ? holds(hold[person], coverage->role) : in_group(model, hold[person], coverage->group);
        n += in && model_level(model, person, coverage->skill) >= coverage->level;
    }
    return n;
}

static int mixed(const Model *model, const unsigned hold[], const Mix *mix)
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++)
        n += in_group(model, hold[person], mix->group) && model_has_attribute(model, person, mix->field, mix->value);
    return n;
}

static bool joinable(const RuleJudge *judge, int person, int group)
{
    for (int role = 0; role < judge->model->n_roles; role++)
        if (judge->model->roles[role].group == group && score_find(judge->scores, person, role) >= 0) return true;
    return false;
}

static int changes(const Model *model, const unsigned hold[])
{
    int n = 0;
    for (int person = 0; person < model->n_staff; person++)
        for (int role = 0; role < model->n_roles; role++) {
            bool before = false;
            for (int i = 0; i < model->n_previous; i++)
                before |= model->previous[i].person == person && model->previous[i].role == role;
            n += holds(hold[person], role) && !before;
        }
    return n;
}

static bool person_row_holds(const Model *model, unsigned hold, const ConflictRow *row)
{
    int hours = 0, groups = 0, leads = 0, meeting = 0;
    for (int role = 0; role < model->n_roles; role++) {
        if (!holds(hold, role)) continue;
        hours += model->groups[model->roles[role].group].hours + model->roles[role].hours;
        groups++;
        leads += model->roles[role].leads;
    }
    for (int i = 0; i < row->n_groups; i++) meeting += in_group(model, hold, row->groups[i]);
    const Person *at = &model->staff[row->about];
    return row->kind == RULE_HOURS        ? hours <= at->hours
           : row->kind == RULE_MAX_GROUPS ? groups <= at->max_groups
           : row->kind == RULE_MAX_LEADS  ? leads <= at->max_leads
                                          : meeting <= 1;
}

static bool pair_holds(const RuleJudge *judge, const unsigned hold[], const Pair *pair)
{
    bool one = in_group(judge->model, hold[pair->person], pair->group);
    bool two = in_group(judge->model, hold[pair->other], pair->group);
    if (!pair->together) return !(one && two);
    return one == two || !joinable(judge, pair->person, pair->group) || !joinable(judge, pair->other, pair->group);
}

static bool pin_holds(const Model *model, const unsigned hold[], const Pin *pin)
{
    for (int i = 0; i < pin->n_roles; i++)
        if (holds(hold[pin->person], model->pin_roles[pin->first_role + i])) return true;
    return false;
}

bool rule_holds(const RuleJudge *judge, const unsigned hold[], const ConflictRow *row)
{
    const Model *model = judge->model;
    switch (row->kind) {
    case RULE_ROLE_MIN:
        return count(model, hold, -1, row->about) >= model->roles[row->about].min;
    case RULE_ROLE_MAX:
        return count(model, hold, -1, row->about) <= model->roles[row->about].max;
    case RULE_SIZE_MIN:
        return members_and_empty_seats(model, hold, row->about) >= model->groups[row->about].min_size;
    case RULE_SIZE_MAX:
        return count(model, hold, row->about, -1) <= model->groups[row->about].max_size;
    case RULE_COVERAGE:
        return covered(model, hold, &model->coverages[row->about]) >= model->coverages[row->about].people;
    case RULE_MIX_MIN:
        return mixed(model, hold, &model->mixes[row->about]) >= model->mixes[row->about].min;
    case RULE_MIX_MAX:
        return mixed(model, hold, &model->mixes[row->about]) <= model->mixes[row->about].max;
    case RULE_TOGETHER:
    case RULE_APART:
        return pair_holds(judge, hold, &model->pairs[row->about]);
    case RULE_CHANGES:
        return changes(model, hold) <= model->settings.max_changes;
    case RULE_MUST:
        return pin_holds(model, hold, &model->pins[row->about]);
    default:
        return person_row_holds(model, hold[row->about], row);
    }
}

/* --- every assignment --- */

typedef struct All {
    const RuleJudge *judge;
    unsigned bundles[RULE_JUDGE_STAFF][256];
    int n_bundles[RULE_JUDGE_STAFF], at[RULE_JUDGE_STAFF];
    unsigned hold[16];
} All;

static bool bundle_open(const RuleJudge *judge, int person, unsigned bundle)
{
    const Model *model = judge->model;
    for (int role = 0; role < model->n_roles; role++) {
        if (!holds(bundle, role)) continue;
        if (score_find(judge->scores, person, role) < 0) return false;
        for (int other = 0; other < role; other++)
            if (holds(bundle, other) && model->roles[other].group == model->roles[role].group) return false;
    }
    return true;
}

static void all_start(All *all, const RuleJudge *judge)
{
    *all = (All){.judge = judge};
    for (int person = 0; person < judge->model->n_staff; person++)
        for (unsigned bundle = 0; bundle < 1U << judge->model->n_roles; bundle++)
            if (bundle_open(judge, person, bundle)) all->bundles[person][all->n_bundles[person]++] = bundle;
}

static bool all_next(All *all)
{
    for (int person = 0; person < all->judge->model->n_staff; person++) {
        bool more = ++all->at[person] < all->n_bundles[person];
        if (!more) all->at[person] = 0;
        all->hold[person] = all->bundles[person][all->at[person]];
        if (more) return true;
    }
    return false;
}

/* Whether some assignment keeps all rows; alone (or NULL): [n], whether some breaks just this one. */
bool rules_can_hold(const RuleJudge *judge, const ConflictRow *rows, int n, bool *alone)
{
    All all;
    bool can = false;
    all_start(&all, judge);
    do {
        int broken = 0, which = -1;
        for (int i = 0; i < n && broken < 2; i++)
            if (!rule_holds(judge, all.hold, &rows[i])) {
                broken++;
                which = i;
            }
        if (broken == 0) can = true;
        if (broken == 1 && alone) alone[which] = true;
        if (can && !alone) break;
    } while (all_next(&all));
    return can;
}
