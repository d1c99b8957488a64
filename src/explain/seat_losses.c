#include "explain/seat_losses.h"

#include "program/person_rules.h"

static void seats_add(SeatLosses *out, const WhatIf *what_if, int group, bool leads)
{
    const Model *model = &what_if->part.model;
    const Group *at = &model->groups[group];
    for (int role = at->first_role; role < at->first_role + at->n_roles; role++)
        for (int i = 0; i < what_if->base.n && model->roles[role].leads == leads; i++)
            if (what_if->base.assignments[i].role == role)
                out->seats[out->n++] =
                    (SeatLoss){.person = what_if->base.assignments[i].person, .role = role, .replacement = -1};
}

static int count_able(const WhatIf *what_if, const SeatLoss *seat)
{
    const Program *program = &what_if->program;
    int n = 0;
    for (int64_t i = program->role_first_pair[seat->role]; i < program->role_first_pair[seat->role + 1]; i++) {
        int person = program->pair_person[program->role_pairs[i]];
        n += person != seat->person && program_role_obstacle(program, person, seat->role) < 0;
    }
    return n;
}

static bool holds(const Solution *solution, int person, int role)
{
    for (int i = 0; i < solution->n; i++)
        if (solution->assignments[i].person == person && solution->assignments[i].role == role) return true;
    return false;
}

static int replacement_find(const SeatLoss *seat, const Solution *base)
{
    for (int i = 0; i < seat->without.solution.n; i++) {
        Assignment at = seat->without.solution.assignments[i];
        if (at.role == seat->role && !holds(base, at.person, at.role)) return at.person;
    }
    return -1;
}

CadreStatus seat_losses_make(SeatLosses *out, const WhatIf *what_if, const Holdings *holdings, int group, Arena *arena,
                             CadreError *err)
{
    int size = holdings->size[group];
    *out = (SeatLosses){.seats = ARENA_ARRAY(arena, SeatLoss, size)};
    WhatIfQuestion *questions = ARENA_ARRAY(arena, WhatIfQuestion, size);
    WhatIfAnswer *answers = ARENA_ARRAY(arena, WhatIfAnswer, size);
    if (!out->seats || !questions || !answers) return error_no_memory(err);
    seats_add(out, what_if, group, true);
    seats_add(out, what_if, group, false);
    for (int i = 0; i < out->n; i++) {
        Alteration never = alteration_of(ALTER_NEVER, out->seats[i].person, group, -1);
        questions[i] = (WhatIfQuestion){.alterations = {never}, .n = 1, .moves = true};
    }
    TRY(what_if_ask(answers, what_if, questions, out->n, arena, err));
    for (int i = 0; i < out->n; i++) {
        SeatLoss *seat = &out->seats[i];
        seat->without = answers[i];
        seat->able = count_able(what_if, seat);
        if (!seat->without.possible) continue;
        seat->replacement = replacement_find(seat, &what_if->base);
        TRY(difference_make(&seat->difference, what_if, &seat->without, arena, err));
    }
    return CADRE_OK;
}
