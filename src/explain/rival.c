#include "explain/rival.h"

int rival_points(const Rivals *rivals, int person, int role)
{
    int64_t pair = score_find(rivals->holdings->scores, person, role);
    return pair < 0 ? -1 : rivals->holdings->scores->points[pair];
}

/* Who comes first where points are equal is who comes first by key, as the people do. */
static CadreStatus rank_people(Rivals *out, Arena *arena, CadreError *err)
{
    const Holdings *holdings = out->holdings;
    const ScoreTable *scores = holdings->scores;
    int n_roles = holdings->model->n_roles;
    int *best = ARENA_ARRAY(arena, int, n_roles), *best_free = ARENA_ARRAY(arena, int, n_roles);
    int *least = ARENA_ARRAY(arena, int, n_roles);
    out->rival = ARENA_ARRAY(arena, int, n_roles);
    out->free_rival = ARENA_ARRAY(arena, int, n_roles);
    out->weakest = ARENA_ARRAY(arena, int, n_roles);
    if (!best || !best_free || !least || !out->rival || !out->free_rival || !out->weakest) return error_no_memory(err);
    for (int role = 0; role < n_roles; role++) {
        out->rival[role] = out->free_rival[role] = out->weakest[role] = best[role] = best_free[role] = -1;
        least[role] = POINTS_MAX;
    }
    for (int person = 0; person < scores->n_staff; person++)
        for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
            int role = scores->role[pair], points = scores->points[pair];
            if (holdings_has(holdings, person, role)) {
                if (points > least[role]) continue;
                least[role] = points;
                out->weakest[role] = person;
                continue;
            }
            if (points > best[role]) {
                best[role] = points;
                out->rival[role] = person;
            }
            if (points > best_free[role] && holdings_limit(holdings, person, role) == OBSTACLE_NONE) {
                best_free[role] = points;
                out->free_rival[role] = person;
            }
        }
    return CADRE_OK;
}

typedef int GroupOfRow(const Model *model, int row);

static int group_of_coverage(const Model *model, int row) { return model->coverages[row].group; }
static int group_of_mix(const Model *model, int row) { return model->mixes[row].group; }
static int group_of_pair(const Model *model, int row) { return model->pairs[row].group; }

static CadreStatus by_group_make(ByGroup *out, const Model *model, int n_rows, GroupOfRow *group_of, Arena *arena,
                                 CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, model->n_groups);
    out->first = ARENA_ARRAY(arena, int, model->n_groups + 1);
    out->item = ARENA_ARRAY(arena, int, n_rows);
    if (!next || !out->first || !out->item) return error_no_memory(err);
    for (int row = 0; row < n_rows; row++) out->first[group_of(model, row) + 1]++;
    for (int group = 0; group < model->n_groups; group++) {
        next[group] = out->first[group];
        out->first[group + 1] += out->first[group];
    }
    for (int row = 0; row < n_rows; row++) out->item[next[group_of(model, row)]++] = row;
    return CADRE_OK;
}

static CadreStatus count_rules(Rivals *out, Arena *arena, CadreError *err)
{
    const Model *model = out->holdings->model;
    const Solution *solution = &out->outcome->solution;
    out->covered = ARENA_ARRAY(arena, int, model->n_coverages);
    out->mixed = ARENA_ARRAY(arena, int, model->n_mixes);
    if (!out->covered || !out->mixed) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        Assignment at = solution->assignments[i];
        int group = model->roles[at.role].group;
        for (int j = out->coverages.first[group]; j < out->coverages.first[group + 1]; j++)
            out->covered[out->coverages.item[j]] +=
                coverage_counts(model, &model->coverages[out->coverages.item[j]], at.person, at.role);
        for (int j = out->mixes.first[group]; j < out->mixes.first[group + 1]; j++) {
            const Mix *mix = &model->mixes[out->mixes.item[j]];
            out->mixed[out->mixes.item[j]] += model_has_attribute(model, at.person, mix->field, mix->value);
        }
    }
    return CADRE_OK;
}

CadreStatus rivals_make(Rivals *out, const Holdings *holdings, const SolveOutcome *outcome, Arena *arena, CadreError *err)
{
    const Model *model = holdings->model;
    Rivals rivals = {.holdings = holdings, .outcome = outcome};
    TRY(rank_people(&rivals, arena, err));
    TRY(by_group_make(&rivals.coverages, model, model->n_coverages, group_of_coverage, arena, err));
    TRY(by_group_make(&rivals.mixes, model, model->n_mixes, group_of_mix, arena, err));
    TRY(by_group_make(&rivals.pairs, model, model->n_pairs, group_of_pair, arena, err));
    TRY(count_rules(&rivals, arena, err));
    *out = rivals;
    return CADRE_OK;
}

void binding_rule(int *coverage, int *mix, const Rivals *rivals, int person, int role)
{
    const Model *model = rivals->holdings->model;
    int group = model->roles[role].group;
    *coverage = *mix = -1;
    for (int i = rivals->coverages.first[group]; i < rivals->coverages.first[group + 1]; i++) {
        int row = rivals->coverages.item[i];
        const Coverage *at = &model->coverages[row];
        bool better = *coverage < 0 || (at->must && !model->coverages[*coverage].must);
        if (better && coverage_counts(model, at, person, role) && rivals->covered[row] <= at->people) *coverage = row;
    }
    for (int i = rivals->mixes.first[group]; i < rivals->mixes.first[group + 1]; i++) {
        int row = rivals->mixes.item[i];
        const Mix *at = &model->mixes[row];
        bool better = *mix < 0 || (at->must && !model->mixes[*mix].must);
        if (better && rivals->mixed[row] <= at->min && model_has_attribute(model, person, at->field, at->value)) *mix = row;
    }
}
