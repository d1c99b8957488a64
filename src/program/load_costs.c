/* What a person's first role earns and what each further one costs. */
#include "program/person_rules.h"

static int64_t everyone_marginal(const Program *program, int person, int nth)
{
    return nth == 1 && program->model->staff[person].answered ? program->model->settings.everyone : 0;
}

static void everyone_add(ObjectiveParts *parts, int64_t earned) { parts->everyone += earned; }

static int64_t extra_load_marginal(const Program *program, int person, int nth)
{
    (void)person;
    return -(int64_t)program->model->settings.extra_load * (nth - 1);
}

static void extra_load_add(ObjectiveParts *parts, int64_t earned) { parts->extra_load -= earned; }

const PersonCost person_costs[] = {
    {"everyone", everyone_marginal, everyone_add},
    {"extra_load", extra_load_marginal, extra_load_add},
};
const int n_person_costs = (int)(sizeof person_costs / sizeof *person_costs);

int64_t person_cost_marginal(const Program *program, int person, int nth)
{
    int64_t sum = 0;
    for (int cost = 0; cost < n_person_costs; cost++) sum += person_costs[cost].marginal(program, person, nth);
    return sum;
}
