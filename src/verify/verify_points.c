/* verify_points.c: section 4 of the contract in exact fractions. Each part of the points is a share of 1 as part / whole; the
 * weighted mean is taken over their common denominator and rounded down once. Lookups are plain scans, on purpose: nothing here
 * is shared with the code that is judged. */
#include "verify/verify_cells.h"

__extension__ typedef __int128 Wide;

/* What a role's targets and a person's answers come to. */
typedef struct NeedSums {
    int64_t reached, wanted;  /* sum w*min(l,t), sum w*t */
    int64_t interest, weight; /* sum w*i, sum w */
    int64_t room;             /* sum w*(t-min(l,t))*i */
    bool interest_asked;      /* of anyone, in any of these skills */
} NeedSums;

static NeedSums need_sums(const Model *model, int person, const Role *role)
{
    NeedSums sums = {0};
    for (int i = role->first_target; i < role->first_target + role->n_targets; i++) {
        Target need = model->targets[i];
        int level = model_level(model, person, need.skill), interest = model_interest(model, person, need.skill);
        if (level < 0) level = 0;
        if (interest < 0) interest = 0;
        int reached = level < need.level ? level : need.level;
        sums.reached += (int64_t)need.weight * reached;
        sums.wanted += (int64_t)need.weight * need.level;
        sums.interest += (int64_t)need.weight * interest;
        sums.weight += need.weight;
        sums.room += (int64_t)need.weight * (need.level - reached) * interest;
        sums.interest_asked |= model->interest_asked[need.skill];
    }
    return sums;
}

static bool is_topic_of(const Group *group, int topic)
{
    return topic >= 0 && (topic == group->topics[0] || topic == group->topics[1] || topic == group->topics[2]);
}

static bool pin_names_role(const Model *model, const Pin *pin, int role)
{
    int low = pin->first_role, high = pin->first_role + pin->n_roles;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (model->pin_roles[middle] == role) return true;
        if (model->pin_roles[middle] < role)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool has_pin(const Judge *judge, int person, int role, PinRule rule)
{
    const Buckets *of = &judge->pins_of_person;
    for (int i = of->first[person]; i < of->first[person + 1]; i++) {
        const Pin *pin = &judge->model->pins[of->items[i]];
        if (pin->rule == rule && pin_names_role(judge->model, pin, role)) return true;
    }
    return false;
}

static bool interest_has_basis(const Judge *judge, int group, const NeedSums *sums)
{
    const int *topics = judge->model->groups[group].topics;
    return topics[0] >= 0 || topics[1] >= 0 || topics[2] >= 0 || sums->interest_asked || judge->prefer_asked[group];
}

static int higher(int one, int two) { return one > two ? one : two; }

static Share interest_share(const Judge *judge, int person, int role, const NeedSums *sums)
{
    const Model *model = judge->model;
    const Group *group = &model->groups[model->roles[role].group];
    if (!interest_has_basis(judge, model->roles[role].group, sums)) return (Share){0, 0};
    if (has_pin(judge, person, role, PIN_PREFER)) return (Share){1, 1};
    int rating = -1, choice = 0;
    const Person *who = &model->staff[person];
    for (int i = who->first_topic; i < who->first_topic + who->n_topics; i++) {
        TopicAnswer answer = model->topic_answers[i];
        if (!is_topic_of(group, answer.topic)) continue;
        rating = higher(rating, answer.rating);
        choice = higher(choice, answer.choice);
    }
    if (rating >= 0) return (Share){rating, LEVEL_MAX};
    /* interest / (5 * weight) against choice / 5 */
    if (sums->interest > choice * sums->weight) return (Share){sums->interest, LEVEL_MAX * sums->weight};
    return (Share){choice, LEVEL_MAX};
}

static Share continuity_share(const Judge *judge, int person, int role)
{
    const Model *model = judge->model;
    if (!model->has_previous) return (Share){0, 0};
    int halves = 0;
    const Buckets *of = &judge->previous_of_person;
    for (int i = of->first[person]; i < of->first[person + 1]; i++) {
        PreviousAssignment before = model->previous[of->items[i]];
        if (before.group != model->roles[role].group) continue;
        if (before.role == role) return (Share){2, 2};
        halves = 1;
    }
    return (Share){halves, 2};
}

void verify_shares(Share shares[N_SHARES], const Judge *judge, int person, int role)
{
    NeedSums sums = need_sums(judge->model, person, &judge->model->roles[role]);
    shares[SHARE_FIT] = (Share){sums.reached, sums.wanted};
    shares[SHARE_INTEREST] = interest_share(judge, person, role, &sums);
    shares[SHARE_GROWTH] = (Share){sums.room, LEVEL_MAX * sums.wanted};
    shares[SHARE_CONTINUITY] = continuity_share(judge, person, role);
}

int verify_mean(const Settings *settings, const Share shares[N_SHARES])
{
    const int weights[N_SHARES] = {settings->weight_fit, settings->weight_interest, settings->weight_growth,
                                   settings->weight_continuity};
    Wide part = 0, whole = 1; /* sum of weight * share, over the shares' common denominator */
    int64_t weight = 0;
    for (int i = 0; i < N_SHARES; i++) {
        if (shares[i].whole == 0) continue;
        part = part * shares[i].whole + whole * weights[i] * shares[i].part;
        whole *= shares[i].whole;
        weight += weights[i];
    }
    return weight == 0 ? 0 : (int)(part * POINTS_MAX / (whole * weight));
}

int verify_share_points(Share share) { return share.whole == 0 ? -1 : (int)(share.part * POINTS_MAX / share.whole); }

int verify_points(const Judge *judge, int person, int role)
{
    Share shares[N_SHARES];
    verify_shares(shares, judge, person, role);
    return verify_mean(&judge->model->settings, shares);
}

bool verify_has_value(const Model *model, int person, int field, int value)
{
    const Person *who = &model->staff[person];
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++)
        if (model->attributes[i].field == field && model->attributes[i].value == value) return true;
    return false;
}

static bool holds_position(const Model *model, int person, const Role *role)
{
    for (int i = role->first_position; i < role->first_position + role->n_positions; i++)
        if (verify_has_value(model, person, FIELD_POSITION, model->role_positions[i])) return true;
    return role->n_positions == 0;
}

static bool meets_musts(const Model *model, int person, const Role *role)
{
    for (int i = role->first_bar; i < role->first_bar + role->n_bars; i++)
        if (model_level(model, person, model->bars[i].skill) < model->bars[i].level) return false;
    return true;
}

const char *verify_barred(const Judge *judge, int person, int role)
{
    const Model *model = judge->model;
    const Person *who = &model->staff[person];
    const Group *group = &model->groups[model->roles[role].group];
    if (group->site >= 0 && who->site != group->site) return "the group is for another site's people";
    if (who->away) return "this person is away";
    if (!holds_position(model, person, &model->roles[role])) return "the role is not open to this position";
    if (!meets_musts(model, person, &model->roles[role])) return "a level is below a must of the role";
    if (has_pin(judge, person, role, PIN_NEVER)) return "a pin says never";
    return NULL;
}

static int best_in_group(const Judge *judge, int person, int group, bool (*counts)(const Role *role))
{
    const Group *of = &judge->model->groups[group];
    int best = -1;
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) {
        if (counts && !counts(&judge->model->roles[role])) continue;
        if (verify_barred(judge, person, role)) continue;
        best = higher(best, verify_points(judge, person, role));
    }
    return best;
}

int verify_best_points(const Judge *judge, int person, bool (*counts)(const Role *role))
{
    const Buckets *groups = &judge->groups_of_site;
    int own = judge->model->staff[person].site + 1, best = -1;
    for (int i = groups->first[0]; i < groups->first[1]; i++)
        best = higher(best, best_in_group(judge, person, groups->items[i], counts));
    for (int i = groups->first[own]; own > 0 && i < groups->first[own + 1]; i++)
        best = higher(best, best_in_group(judge, person, groups->items[i], counts));
    return best;
}
