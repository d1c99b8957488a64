#include "solve/person_bound.h"

#include <stdlib.h>

#include "program/person_rules.h"

static int descending(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a < b) - (a > b);
}

/* The best pair of each of the person's groups; pairs of a group lie side by side. */
static int group_values(int64_t *values, const Program *program, const Step *step, int rank)
{
    int n = 0, before = -1;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        if (step_bars(step, program, pair)) continue;
        int group = program->model->roles[program->pair_role[pair]].group;
        if (group != before) values[n++] = 0;
        before = group;
        if (program->pair_value[pair] > values[n - 1]) values[n - 1] = program->pair_value[pair];
    }
    return n;
}

/* Of rules about the person only max_groups and one role a group are asked. */
static int64_t person_best(const Program *program, const Step *step, int rank, int64_t *values)
{
    int person = program->person[rank], n = group_values(values, program, step, rank);
    int limit = program->model->staff[person].max_groups;
    if (n > 1) qsort(values, (size_t)n, sizeof *values, descending);
    int64_t best = INT64_MIN, sum = 0;
    if (program->first_must[person] == program->first_must[person + 1]) best = 0; /* may stay without a role */
    for (int nth = 1; nth <= n && nth <= limit; nth++) {
        sum += values[nth - 1] + person_cost_marginal(program, person, nth);
        if (sum > best) best = sum;
    }
    return best == INT64_MIN ? 0 : best;
}

CadreStatus person_bound(int64_t *bound, const Program *program, const Step *step, Arena *arena, CadreError *err)
{
    *bound = 0; /* of what costs and changes take away */
    if (step->goal != GOAL_TOTAL) return CADRE_OK;
    int64_t *values = ARENA_ARRAY(arena, int64_t, program->model->n_groups);
    if (!values) return error_no_memory(err);
    for (int rank = 0; rank < program->n_people; rank++) *bound += person_best(program, step, rank, values);
    return CADRE_OK;
}
