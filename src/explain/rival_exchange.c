/* rival_exchange.c: the one exchange that shows what decided: the rival in the holder's seat, all else as it is. */
#include "explain/rival.h"

static int shortfall(int needed, int have) { return needed > have ? needed - have : 0; }

static int mix_off(const Mix *mix, int have)
{
    return shortfall(mix->min, have) + (mix->max != NO_LIMIT && have > mix->max ? have - mix->max : 0);
}

/* The exchange of one rivalry, as it is counted. */
typedef struct Exchange {
    const Rivals *rivals;
    const Model *model;
    Rivalry *rivalry;
    int group;
    int64_t most;   /* what the rule or load that costs most costs */
    int64_t dearer; /* what rules cost more, less what they cost less */
} Exchange;

static void note_cost(Exchange *at, Decision decision, int64_t cost, int source, int have)
{
    if (cost <= at->most) return;
    at->most = cost;
    at->rivalry->decision = decision;
    at->rivalry->source = source;
    at->rivalry->have = have;
}

static int64_t rule_price(const Exchange *at, bool must)
{
    const Settings *settings = &at->model->settings;
    return (int64_t)(must ? settings->short_must : settings->short_should) * at->model->groups[at->group].weight;
}

static void count_coverages(Exchange *at)
{
    const Rivals *rivals = at->rivals;
    const Rivalry *between = at->rivalry;
    for (int i = rivals->coverages.first[at->group]; i < rivals->coverages.first[at->group + 1]; i++) {
        int row = rivals->coverages.item[i], now = rivals->covered[row];
        const Coverage *coverage = &at->model->coverages[row];
        bool lost = between->holder >= 0 && coverage_counts(at->model, coverage, between->holder, between->role);
        int then = now - lost + coverage_counts(at->model, coverage, between->rival, between->role);
        int64_t cost = (shortfall(coverage->people, then) - shortfall(coverage->people, now)) * rule_price(at, coverage->must);
        at->dearer += cost;
        note_cost(at, DECIDED_COVERAGE, cost, row, then);
    }
}

static void count_mixes(Exchange *at)
{
    const Rivals *rivals = at->rivals;
    const Rivalry *between = at->rivalry;
    for (int i = rivals->mixes.first[at->group]; i < rivals->mixes.first[at->group + 1]; i++) {
        int row = rivals->mixes.item[i], now = rivals->mixed[row];
        const Mix *mix = &at->model->mixes[row];
        bool lost = between->holder >= 0 && model_has_attribute(at->model, between->holder, mix->field, mix->value);
        int then = now - lost + model_has_attribute(at->model, between->rival, mix->field, mix->value);
        int64_t cost = (mix_off(mix, then) - mix_off(mix, now)) * rule_price(at, mix->must);
        at->dearer += cost;
        note_cost(at, DECIDED_MIX, cost, row, then);
    }
}

/* What the loads of the two cost more. */
static int64_t count_load(Exchange *at)
{
    const Settings *settings = &at->model->settings;
    const Rivalry *between = at->rivalry;
    int more = holdings_count(at->rivals->holdings, between->rival);
    bool owed = at->model->staff[between->rival].answered && more == 0;
    int64_t cost = (int64_t)settings->extra_load * more - (int64_t)settings->everyone * owed;
    if (between->holder >= 0) {
        int others = holdings_count(at->rivals->holdings, between->holder) - 1;
        cost -= (int64_t)settings->extra_load * others;
        cost += (int64_t)settings->everyone * (at->model->staff[between->holder].answered && others == 0);
    }
    note_cost(at, DECIDED_LOAD, cost, -1, 0);
    return cost;
}

/* How many changes the exchange adds. */
static int more_changes(const Exchange *at)
{
    const Rivalry *between = at->rivalry;
    if (!model_counts_changes(at->model)) return 0;
    int gone = between->holder >= 0 && !model_did_before(at->model, between->holder, between->role);
    return !model_did_before(at->model, between->rival, between->role) - gone;
}

/* Whether a must pin asks for the person in the role and nothing else that they hold satisfies it. */
static bool must_stay(const Exchange *at, int person, int role)
{
    const Holdings *holdings = at->rivals->holdings;
    if (person < 0 || !pin_set_has(&holdings->must, person, role)) return false;
    for (int i = 0; i < at->model->n_pins; i++) {
        const Pin *pin = &at->model->pins[i];
        if (pin->rule != PIN_MUST || pin->person != person) continue;
        bool named = false, kept = false;
        for (int j = pin->first_role; j < pin->first_role + pin->n_roles; j++) {
            int other = at->model->pin_roles[j];
            if (other == role)
                named = true;
            else
                kept |= holdings_has(holdings, person, other);
        }
        if (named && !kept) return true;
    }
    return false;
}

/* What coverages of the two roles would cost more, were the two people to change places. */
static int64_t count_places(const Exchange *at)
{
    const Rivals *rivals = at->rivals;
    const Rivalry *between = at->rivalry;
    int64_t cost = 0;
    for (int i = rivals->coverages.first[at->group]; i < rivals->coverages.first[at->group + 1]; i++) {
        int row = rivals->coverages.item[i], now = rivals->covered[row];
        const Coverage *coverage = &at->model->coverages[row];
        int then = now - coverage_counts(at->model, coverage, between->holder, between->role) -
                   coverage_counts(at->model, coverage, between->rival, between->rival_role) +
                   coverage_counts(at->model, coverage, between->holder, between->rival_role) +
                   coverage_counts(at->model, coverage, between->rival, between->role);
        cost += (shortfall(coverage->people, then) - shortfall(coverage->people, now)) * rule_price(at, coverage->must);
    }
    return cost;
}

/* How many changes from last time it adds that the two change places. */
static int place_changes(const Exchange *at)
{
    const Model *model = at->model;
    const Rivalry *between = at->rivalry;
    return model_did_before(model, between->holder, between->role) + model_did_before(model, between->rival, between->rival_role) -
           model_did_before(model, between->holder, between->rival_role) - model_did_before(model, between->rival, between->role);
}

/* The rival serves in the group: why the two do not change places. */
static InGroup weigh_places(Exchange *at)
{
    Rivalry *between = at->rivalry;
    const Rivals *rivals = at->rivals;
    const Role *role = &at->model->roles[between->role];
    int other = between->rival_role = holdings_role_in(rivals->holdings, between->rival, at->group);
    int there = rival_points(rivals, between->holder, other);
    if (there < 0) return IN_GROUP_CLOSED;
    between->holder_obstacle = holdings_limit(rivals->holdings, between->holder, other);
    if (between->holder_obstacle != OBSTACLE_IN_GROUP) return IN_GROUP_LIMIT;
    if (must_stay(at, between->rival, other)) return IN_GROUP_MUST;
    if (must_stay(at, between->holder, between->role)) return IN_GROUP_PINNED;
    between->fewer = rival_points(rivals, between->rival, other) - there;
    if (between->fewer > 0) return IN_GROUP_BEHIND;
    int64_t dearer = count_places(at);
    between->gain = (int64_t)role->weight * (between->rival_points - between->points) -
                    (int64_t)at->model->roles[other].weight * between->fewer - dearer;
    return between->gain == 0 && dearer == 0 && place_changes(at) <= 0 ? IN_GROUP_EVEN : IN_GROUP_OTHER;
}

static bool can_join(const Exchange *at, int person)
{
    const Group *group = &at->model->groups[at->group];
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++)
        if (score_find(at->rivals->holdings->scores, person, role) >= 0) return true;
    return false;
}

/* Who would be in the group after the exchange, where the rival is not in it now. */
static bool would_be_in(const Exchange *at, int person)
{
    if (person == at->rivalry->holder) return false;
    return person == at->rivalry->rival || holdings_role_in(at->rivals->holdings, person, at->group) >= 0;
}

/* Whether a pair forbids the exchange; noted. */
static bool pair_forbids(Exchange *at)
{
    const ByGroup *pairs = &at->rivals->pairs;
    for (int i = pairs->first[at->group]; i < pairs->first[at->group + 1]; i++) {
        const Pair *pair = &at->model->pairs[pairs->item[i]];
        bool person_in = would_be_in(at, pair->person), other_in = would_be_in(at, pair->other);
        bool broken = pair->together ? person_in != other_in && can_join(at, pair->person) && can_join(at, pair->other)
                                     : person_in && other_in && pair->person != pair->other;
        if (!broken) continue;
        bool first = pair->person == at->rivalry->rival || pair->person == at->rivalry->holder;
        at->rivalry->decision = pair->together ? DECIDED_TOGETHER : DECIDED_APART;
        at->rivalry->mate = first ? pair->person : pair->other;
        at->rivalry->other = first ? pair->other : pair->person;
        return true;
    }
    return false;
}

/* Whether an absolute rule keeps the rival out; noted. */
static bool kept_out(Exchange *at)
{
    Rivalry *between = at->rivalry;
    const Settings *settings = &at->model->settings;
    between->obstacle = holdings_limit(at->rivals->holdings, between->rival, between->role);
    between->decision = DECIDED_LIMIT;
    if (between->obstacle == OBSTACLE_IN_GROUP && between->holder >= 0) between->in_group = weigh_places(at);
    if (between->obstacle != OBSTACLE_NONE) return true;
    between->decision = DECIDED_MUST;
    if (must_stay(at, between->holder, between->role)) return true;
    if (pair_forbids(at)) return true;
    between->decision = DECIDED_CHANGES;
    return model_counts_changes(at->model) && settings->max_changes != NO_LIMIT &&
           at->rivals->outcome->changes + more_changes(at) > settings->max_changes;
}

/* Count what the exchange is worth; what of it costs most decides. */
static void weigh(Exchange *at)
{
    Rivalry *between = at->rivalry;
    between->decision = DECIDED_EVEN;
    count_coverages(at);
    count_mixes(at);
    bool short_under_floor =
        at->rivals->outcome->floor >= 0 && at->model->settings.fairness == FAIRNESS_FLOOR && at->dearer > 0;
    if (short_under_floor && between->decision != DECIDED_EVEN) return; /* no points make up for a shortage there */
    between->gain = (int64_t)at->model->roles[between->role].weight * (between->rival_points - between->points) - at->dearer -
                    count_load(at);
    if (between->gain > 0) between->decision = DECIDED_OPEN;
    between->even = between->gain == 0;
    between->changes = more_changes(at) > 0;
}

Rivalry rivalry_find(const Rivals *rivals, int holder, int role, int rival)
{
    const Model *model = rivals->holdings->model;
    Rivalry between = {.holder = holder, .role = role, .rival = rival, .source = -1, .mate = -1, .other = -1};
    between.points = rival_points(rivals, holder, role);
    between.decision = DECIDED_ALONE;
    if (rival < 0) return between;
    between.rival_points = rival_points(rivals, rival, role);
    between.decision = DECIDED_POINTS;
    if (between.points > between.rival_points) return between;
    Exchange at = {.rivals = rivals, .model = model, .rivalry = &between, .group = model->roles[role].group};
    if (!kept_out(&at)) weigh(&at);
    return between;
}

Rivalry rivalry_join(const Rivals *rivals, int person, int role)
{
    const Model *model = rivals->holdings->model;
    Rivalry between = {.holder = -1, .role = role, .rival = person, .source = -1, .mate = -1, .other = -1};
    between.rival_points = rival_points(rivals, person, role);
    Exchange at = {.rivals = rivals, .model = model, .rivalry = &between, .group = model->roles[role].group};
    if (!kept_out(&at)) weigh(&at);
    return between;
}
