#include "score/points.h"

RoleBasis points_basis(const Model *model, int role, bool group_preferred)
{
    const Role *of = &model->roles[role];
    const int *topics = model->groups[of->group].topics;
    RoleBasis basis = {.targets = of->n_targets ? model->targets + of->first_target : NULL,
                       .n_targets = of->n_targets,
                       .interest_asked = group_preferred || topics[0] >= 0 || topics[1] >= 0 || topics[2] >= 0,
                       .has_previous = model->has_previous};
    for (int i = 0; i < of->n_targets; i++) {
        Target target = basis.targets[i];
        basis.weight_sum += target.weight;
        basis.level_sum += (int64_t)target.weight * target.level;
        if (model->interest_asked[target.skill]) basis.interest_asked = true;
    }
    if (of->n_targets == 0) basis.weight_sum = basis.level_sum = 1;
    return basis;
}

static int continuity_halves(const Model *model, int person, int role)
{
    int halves = 0;
    for (int i = model_first_previous(model, person); i < model->n_previous && model->previous[i].person == person; i++) {
        if (model->previous[i].group != model->roles[role].group) continue;
        if (model->previous[i].role == role) return 2;
        halves = 1;
    }
    return halves;
}

PairAnswer points_answer(const Model *model, int person, int role)
{
    const int *topics = model->groups[model->roles[role].group].topics;
    PairAnswer answer = {.rating = LEVEL_NONE, .continuity = continuity_halves(model, person, role)};
    for (int i = 0; i < 3; i++) {
        const TopicAnswer *topic = topics[i] >= 0 ? model_topic_answer(model, person, topics[i]) : NULL;
        if (!topic) continue;
        if (topic->rating > answer.rating) answer.rating = topic->rating;
        if (topic->choice > answer.choice) answer.choice = topic->choice;
    }
    return answer;
}

TargetSums points_sums(const Model *model, const RoleBasis *basis, int person)
{
    TargetSums sums = {0, 0, 0};
    for (int i = 0; i < basis->n_targets; i++) {
        Target target = basis->targets[i];
        int level = model_level(model, person, target.skill), interest = model_interest(model, person, target.skill);
        level = level > 0 ? level : 0;
        interest = interest > 0 ? interest : 0;
        int reached = level < target.level ? level : target.level;
        sums.fit += target.weight * reached;
        sums.interest += target.weight * interest;
        sums.growth += target.weight * (target.level - reached) * interest;
    }
    return sums;
}

/* Interest as a count of 1 / (5 * weight_sum). */
static int64_t interest_units(const RoleBasis *basis, TargetSums sums, PairAnswer answer)
{
    if (answer.prefer) return 5 * basis->weight_sum;
    if (answer.rating >= 0) return answer.rating * basis->weight_sum;
    int64_t choice = answer.choice * basis->weight_sum;
    return choice > sums.interest ? choice : sums.interest;
}

/* The common denominator is 10 * level_sum * weight_sum. With at most TARGETS_MAX targets of weight 10 and level 5 and weights
 * of 1000 the largest product is 1000 * 4000 * 10 * 750,000 * 150,000 = 4.5e18 < 2^63. */
int points_mean(const Settings *settings, const RoleBasis *basis, TargetSums sums, PairAnswer answer)
{
    int64_t levels = basis->level_sum, weights = basis->weight_sum;
    int64_t total = 0, weight = 0;
    if (basis->n_targets > 0) {
        total += settings->weight_fit * (sums.fit * 10 * weights);
        total += settings->weight_growth * (sums.growth * 2 * weights);
        weight += settings->weight_fit + settings->weight_growth;
    }
    if (basis->interest_asked) {
        total += settings->weight_interest * (interest_units(basis, sums, answer) * 2 * levels);
        weight += settings->weight_interest;
    }
    if (basis->has_previous) {
        total += settings->weight_continuity * (answer.continuity * 5 * levels * weights);
        weight += settings->weight_continuity;
    }
    return weight > 0 ? (int)(POINTS_MAX * total / (weight * 10 * levels * weights)) : 0;
}

ScoreParts points_parts(const RoleBasis *basis, TargetSums sums, PairAnswer answer)
{
    ScoreParts parts = {-1, -1, -1, -1};
    if (basis->n_targets > 0) {
        parts.fit = (int)(POINTS_MAX * (int64_t)sums.fit / basis->level_sum);
        parts.growth = (int)(POINTS_MAX * (int64_t)sums.growth / (5 * basis->level_sum));
    }
    if (basis->interest_asked)
        parts.interest = (int)(POINTS_MAX * interest_units(basis, sums, answer) / (5 * basis->weight_sum));
    if (basis->has_previous) parts.continuity = answer.continuity * POINTS_MAX / 2;
    return parts;
}

bool points_has_merit(const Settings *settings, const RoleBasis *basis)
{
    return (basis->n_targets > 0 && settings->weight_fit > 0) || (basis->interest_asked && settings->weight_interest > 0);
}

/* Over the common denominator 5 * level_sum * weight_sum. */
int64_t points_merit(const Settings *settings, const RoleBasis *basis, TargetSums sums, PairAnswer answer)
{
    int64_t merit = 0;
    if (basis->n_targets > 0) merit += settings->weight_fit * (sums.fit * 5 * basis->weight_sum);
    if (basis->interest_asked) merit += settings->weight_interest * (interest_units(basis, sums, answer) * basis->level_sum);
    return merit;
}
