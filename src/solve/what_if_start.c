#include "solve/what_if_start.h"

#include "solve/placement.h"

typedef struct Fitting {
    const Program *program;
    Placement placement;
    bool *held; /* [n_pairs]: on because a must pin asks for it */
} Fitting;

/* The person's least valuable pair that is on and not held; of one group only where group >= 0. -1: none. */
static int64_t least_of_person(const Fitting *fitting, int rank, int group)
{
    const Program *program = fitting->program;
    int64_t least = -1;
    for (int64_t pair = program->first_pair[rank]; pair < program->first_pair[rank + 1]; pair++) {
        if (!fitting->placement.on[pair] || fitting->held[pair]) continue;
        if (group >= 0 && program->model->roles[program->pair_role[pair]].group != group) continue;
        if (least < 0 || program->pair_value[pair] < program->pair_value[least]) least = pair;
    }
    return least;
}

/* The least valuable pair on and not held in a role, -1: none. */
static int64_t least_of_role(const Fitting *fitting, int role)
{
    const Program *program = fitting->program;
    int64_t least = -1;
    for (int64_t i = program->role_first_pair[role]; i < program->role_first_pair[role + 1]; i++) {
        int64_t pair = program->role_pairs[i];
        if (!fitting->placement.on[pair] || fitting->held[pair]) continue;
        if (least < 0 || program->pair_value[pair] < program->pair_value[least]) least = pair;
    }
    return least;
}

static bool pin_met(const Fitting *fitting, const Pin *pin)
{
    for (int i = 0; i < pin->n_roles; i++) {
        int64_t pair =
            program_find_pair(fitting->program, pin->person, fitting->program->model->pin_roles[pin->first_role + i]);
        if (pair >= 0 && fitting->placement.on[pair]) return true;
    }
    return false;
}

/* The most valuable of what the pin asks for goes on; what the same group has of the person goes. */
static void pin_meet(Fitting *fitting, const Pin *pin)
{
    const Program *program = fitting->program;
    int64_t best = -1;
    for (int i = 0; i < pin->n_roles; i++) {
        int64_t pair = program_find_pair(program, pin->person, program->model->pin_roles[pin->first_role + i]);
        if (pair >= 0 && (best < 0 || program->pair_value[pair] > program->pair_value[best])) best = pair;
    }
    if (best < 0) return;
    int role = program->pair_role[best];
    int64_t other = least_of_person(fitting, program->person_rank[pin->person], program->model->roles[role].group);
    if (other >= 0) placement_flip(&fitting->placement, other);
    int64_t least = least_of_role(fitting, role);
    int64_t broken = fitting->placement.broken;
    placement_flip(&fitting->placement, best);
    fitting->held[best] = true;
    if (fitting->placement.broken > broken && least >= 0) placement_flip(&fitting->placement, least);
}

CadreStatus what_if_start(Solution *out, const Program *program, const Solution *base, Arena *arena, CadreError *err)
{
    Fitting fitting = {.program = program, .held = ARENA_ARRAY(arena, bool, program->n_pairs)};
    TRY(placement_make(&fitting.placement, program, arena, err));
    if (!fitting.held) return error_no_memory(err);
    for (int i = 0; i < base->n; i++) {
        int64_t pair = program_find_pair(program, base->assignments[i].person, base->assignments[i].role);
        if (pair >= 0) placement_flip(&fitting.placement, pair);
    }
    for (int person = 0; person < program->model->n_staff; person++)
        for (int i = program->first_must[person]; i < program->first_must[person + 1]; i++)
            if (!pin_met(&fitting, &program->model->pins[program->musts[i]]))
                pin_meet(&fitting, &program->model->pins[program->musts[i]]);
    for (int rank = 0; rank < program->n_people; rank++)
        while (!placement_allowed(&fitting.placement, rank)) {
            int64_t least = least_of_person(&fitting, rank, -1);
            if (least < 0) break;
            placement_flip(&fitting.placement, least);
        }
    return placement_solution(out, &fitting.placement, arena, err);
}
