#include "explain/score_example.h"

#include "score/points.h"

ScoreWeights score_weights(const Model *model)
{
    const Settings *settings = &model->settings;
    ScoreWeights weights = {.counts = {true, true, true, model->has_previous}};
    weights.weight[PART_FIT] = settings->weight_fit;
    weights.weight[PART_INTEREST] = settings->weight_interest;
    weights.weight[PART_GROWTH] = settings->weight_growth;
    weights.weight[PART_CONTINUITY] = settings->weight_continuity;
    for (int part = 0; part < SCORE_PARTS; part++)
        if (weights.counts[part]) weights.sum += weights.weight[part];
    return weights;
}

static bool is_preferred(const Model *model, int person, int role)
{
    for (int i = 0; i < model->n_pins; i++) {
        const Pin *pin = &model->pins[i];
        if (pin->rule != PIN_PREFER || pin->person != person) continue;
        for (int j = pin->first_role; j < pin->first_role + pin->n_roles; j++)
            if (model->pin_roles[j] == role) return true;
    }
    return false;
}

/* Interest as the score counts it: a rating, else the better of skills and choice. */
static ExamplePart interest_part(InterestKind *kind, const Model *model, const AssignmentRow *row, TargetSums sums,
                                 int64_t weight_sum)
{
    PairAnswer answer = points_answer(model, row->person, row->role);
    ExamplePart part = {.have = sums.interest, .full = LEVEL_MAX * weight_sum};
    *kind = sums.interest > 0 ? INTEREST_SKILL : INTEREST_NONE;
    if (is_preferred(model, row->person, row->role)) {
        *kind = INTEREST_PREFERRED;
        part.have = part.full = 1;
    } else if (answer.rating >= 0) {
        *kind = INTEREST_RATED;
        part = (ExamplePart){.have = answer.rating, .full = LEVEL_MAX};
    } else if (answer.choice > 0 && answer.choice * weight_sum >= sums.interest) {
        *kind = INTEREST_CHOSE;
        part = (ExamplePart){.have = answer.choice, .full = LEVEL_MAX};
    }
    return part;
}

ScoreExample score_example_of(const Model *model, const AssignmentRow *row)
{
    const ScoreWeights weights = score_weights(model);
    const int values[] = {row->parts.fit, row->parts.interest, row->parts.growth, row->parts.continuity};
    RoleBasis basis = points_basis(model, row->role, false);
    TargetSums sums = points_sums(model, &basis, row->person);
    ScoreExample example = {.row = row};
    example.parts[PART_FIT] = (ExamplePart){.have = sums.fit, .full = basis.level_sum};
    example.parts[PART_INTEREST] = interest_part(&example.interest, model, row, sums, basis.weight_sum);
    example.parts[PART_GROWTH] = (ExamplePart){.have = sums.growth, .full = LEVEL_MAX * basis.level_sum};
    example.parts[PART_CONTINUITY] = (ExamplePart){.have = row->parts.continuity, .full = POINTS_MAX};
    for (int part = 0; part < SCORE_PARTS; part++) {
        example.parts[part].value = values[part];
        example.parts[part].weight = weights.weight[part];
        if (values[part] < 0) continue;
        example.total += (int64_t)weights.weight[part] * values[part];
        example.weight += weights.weight[part];
    }
    example.exact = example.weight > 0 ? example.total / example.weight == row->points : row->points == 0;
    return example;
}

/* How well it serves as an example. */
static int worth(const Model *model, const ScoreExample *example)
{
    const Role *role = &model->roles[example->row->role];
    const ExamplePart *parts = example->parts;
    bool few = role->n_targets >= 1 && role->n_targets <= 4, some_growth = parts[PART_GROWTH].value > 0;
    bool keen = example->interest != INTEREST_NONE && parts[PART_INTEREST].value >= 0;
    return 32 * role->leads + 16 * example->exact + 8 * few + 4 * keen + 2 * (parts[PART_FIT].value < POINTS_MAX) + some_growth;
}

bool score_example_choose(ScoreExample *out, const ResultIndex *index, const ResultScope *scope)
{
    const Buckets *held = &index->by_person;
    int best = -1;
    for (int i = 0; i < scope->n_people; i++) {
        int person = index->rows->people[scope->people[i]].person;
        for (int at = held->first[person]; at < held->first[person + 1]; at++) {
            ScoreExample example = score_example_of(index->model, &index->rows->assignments[held->item[at]]);
            if (worth(index->model, &example) <= best) continue;
            best = worth(index->model, &example);
            *out = example;
        }
    }
    return best >= 0;
}
