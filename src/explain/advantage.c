#include "explain/advantage.h"

enum { UNITS = 1000 }; /* of a thousandth point of a part */

static int at_least_0(int level) { return level > 0 ? level : 0; }

static int counted_level(const Model *model, int person, const Target *target)
{
    int level = at_least_0(model_level(model, person, target->skill));
    return level < target->level ? level : target->level;
}

/* The rating of the group and its focus that counts, and the best choice of them. */
static void topics_find(int *rating, int *choice, const Model *model, int person, const Group *group)
{
    *rating = LEVEL_NONE;
    *choice = 0;
    for (int i = 0; i < 3; i++) {
        const TopicAnswer *answer = group->topics[i] < 0 ? NULL : model_topic_answer(model, person, group->topics[i]);
        if (!answer) continue;
        if (answer->rating > *rating) *rating = answer->rating;
        if (answer->choice > *choice) *choice = answer->choice;
    }
}

Interest interest_find(const Holdings *holdings, int person, int role)
{
    const Model *model = holdings->model;
    const Role *of = &model->roles[role];
    Interest skill = {.kind = INTEREST_NONE, .skill = -1};
    int rating, choice, sum = 0, weights = 0;
    if (pin_set_has(&holdings->prefer, person, role)) return (Interest){INTEREST_PREFERRED, LEVEL_MAX, -1};
    topics_find(&rating, &choice, model, person, &model->groups[of->group]);
    if (rating >= 0) return (Interest){INTEREST_RATED, rating, -1};
    for (int i = of->first_target; i < of->first_target + of->n_targets; i++) {
        const Target *target = &model->targets[i];
        int interest = at_least_0(model_interest(model, person, target->skill));
        sum += target->weight * interest;
        weights += target->weight;
        if (interest > skill.value) skill = (Interest){INTEREST_SKILL, interest, target->skill};
    }
    return choice > 0 && choice * weights >= sum ? (Interest){INTEREST_CHOSE, choice, -1} : skill;
}

typedef struct Comparison {
    const Holdings *holdings;
    int person, other, role;
    ScoreParts mine, theirs;
    Advantage *out;
    int n;
} Comparison;

static void put(Comparison *comparison, AdvantageKind kind, int skill, int64_t worth)
{
    if (worth <= 0) return;
    int at = comparison->n;
    while (at > 0 && worth > comparison->out[at - 1].worth) at--;
    if (at == ADVANTAGES_MAX) return;
    if (comparison->n < ADVANTAGES_MAX) comparison->n++;
    for (int move = comparison->n - 1; move > at; move--) comparison->out[move] = comparison->out[move - 1];
    comparison->out[at] = (Advantage){kind, skill, worth};
}

static void put_levels(Comparison *at)
{
    const Model *model = at->holdings->model;
    const Role *of = &model->roles[at->role];
    int64_t whole = 0;
    for (int i = of->first_target; i < of->first_target + of->n_targets; i++)
        whole += (int64_t)model->targets[i].weight * model->targets[i].level;
    for (int i = of->first_target; i < of->first_target + of->n_targets; i++) {
        const Target *target = &model->targets[i];
        int ahead = counted_level(model, at->person, target) - counted_level(model, at->other, target);
        int64_t share = (int64_t)POINTS_MAX * UNITS * target->weight * ahead / whole;
        put(at, ADVANTAGE_LEVEL, target->skill, model->settings.weight_fit * share);
    }
}

/* The skill in which the person is ahead by most, of those that weigh in; -1 where in none. growing: room to learn weighs. */
static int keener_in(const Comparison *at, bool growing)
{
    const Model *model = at->holdings->model;
    const Role *of = &model->roles[at->role];
    int skill = -1, most = 0;
    for (int i = of->first_target; i < of->first_target + of->n_targets; i++) {
        const Target *target = &model->targets[i];
        int room = growing ? target->level - counted_level(model, at->person, target) : 1;
        int mine = at_least_0(model_interest(model, at->person, target->skill));
        int ahead = target->weight * room * (mine - at_least_0(model_interest(model, at->other, target->skill)));
        if (ahead <= most) continue;
        most = ahead;
        skill = target->skill;
    }
    return skill;
}

static void put_interest(Comparison *at)
{
    int64_t worth = (int64_t)(at->mine.interest - at->theirs.interest) * UNITS * at->holdings->model->settings.weight_interest;
    Interest mine = interest_find(at->holdings, at->person, at->role), theirs;
    theirs = interest_find(at->holdings, at->other, at->role);
    bool by_skill = mine.kind == INTEREST_SKILL && theirs.kind == INTEREST_SKILL;
    if (by_skill && keener_in(at, false) >= 0) put(at, ADVANTAGE_SKILL_INTEREST, keener_in(at, false), worth);
    if (!by_skill) put(at, ADVANTAGE_INTEREST, -1, worth);
}

static void put_growth(Comparison *at)
{
    int64_t worth = (int64_t)(at->mine.growth - at->theirs.growth) * UNITS * at->holdings->model->settings.weight_growth;
    int skill = keener_in(at, true);
    for (int i = 0; i < at->n; i++)
        if (at->out[i].kind == ADVANTAGE_SKILL_INTEREST && at->out[i].skill == skill) return;
    if (skill >= 0) put(at, ADVANTAGE_SKILL_INTEREST, skill, worth);
}

int advantages_find(Advantage out[/*ADVANTAGES_MAX*/], const Holdings *holdings, int person, int other, int role)
{
    const Model *model = holdings->model;
    Comparison at = {.holdings = holdings, .person = person, .other = other, .role = role, .out = out};
    at.mine = score_parts(model, person, role);
    at.theirs = score_parts(model, other, role);
    put_levels(&at);
    put_interest(&at);
    put_growth(&at);
    put(&at, ADVANTAGE_LAST_TIME, -1,
        (int64_t)(at.mine.continuity - at.theirs.continuity) * UNITS * model->settings.weight_continuity);
    if (at.n == ADVANTAGES_MAX && 3 * out[1].worth < out[0].worth) at.n = 1;
    return at.n;
}
