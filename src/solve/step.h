/* step.h: one exact question about a program: what to maximise, among which solutions. solve_run asks several in turn. */
#ifndef SOLVE_STEP_H
#define SOLVE_STEP_H

#include "program/program.h"

typedef enum StepGoal {
    GOAL_TOTAL,   /* the objective of DESIGN section 5 */
    GOAL_COST,    /* less the cost of shortages */
    GOAL_CHANGES, /* less the assignments that previous.csv does not have */
} StepGoal;

typedef struct Step {
    StepGoal goal;
    int64_t cost_most;   /* shortages cost no more; INT64_MAX: any */
    int64_t total_least; /* the objective is no less; INT64_MIN: any */
    int floor;           /* points in every filled seat of the leading roles with min > 0; 0: any */
} Step;

#define STEP_INIT                                                                                                              \
    {                                                                                                                          \
        .goal = GOAL_TOTAL, .cost_most = INT64_MAX, .total_least = INT64_MIN                                                   \
    }

static inline const char *step_goal_name(const Step *step)
{
    return step->goal == GOAL_TOTAL ? "total" : step->goal == GOAL_COST ? "least shortages" : "fewest changes";
}

static inline int64_t step_value(const Step *step, ObjectiveParts parts, int64_t changes)
{
    if (step->goal == GOAL_COST) return -parts.shortages;
    return step->goal == GOAL_CHANGES ? -changes : objective_value(parts);
}

static inline bool step_admits(const Step *step, ObjectiveParts parts)
{
    return parts.shortages <= step->cost_most && objective_value(parts) >= step->total_least;
}

/* Whether the floor speaks about the role. */
static inline bool step_is_floor_role(const Role *role) { return role->leads && role->min > 0; }

/* Whether the floor keeps the pair out. */
static inline bool step_bars(const Step *step, const Program *program, int64_t pair)
{
    const Role *role = &program->model->roles[program->pair_role[pair]];
    return step->floor > 0 && step_is_floor_role(role) && program->pair_value[pair] < (int64_t)step->floor * role->weight;
}

#endif
