#include "explain/difference.h"

#include <stdlib.h>

int shortage_missing(const Shortage *shortage) { return abs(shortage->needed - shortage->have); }

static bool same_need(const Shortage *a, const Shortage *b)
{
    bool many_a = a->have > a->needed, many_b = b->have > b->needed;
    return a->kind == b->kind && a->group == b->group && a->role == b->role && a->source == b->source && many_a == many_b;
}

static int missing_among(const Shortage *shortages, int n, const Shortage *shortage)
{
    for (int i = 0; i < n; i++)
        if (same_need(&shortages[i], shortage)) return shortage_missing(&shortages[i]);
    return 0;
}

int shortage_missing_in(const WhatIfAnswer *answer, const Shortage *shortage)
{
    return missing_among(answer->shortages, answer->n_shortages, shortage);
}

/* Those of `shortages` of which less is missing in `others`. */
static Shortage *shortages_beyond(int *n, const Shortage *shortages, int n_shortages, const Shortage *others, int n_others,
                                  Arena *arena)
{
    Shortage *out = ARENA_ARRAY(arena, Shortage, n_shortages);
    *n = 0;
    for (int i = 0; out && i < n_shortages; i++)
        if (missing_among(others, n_others, &shortages[i]) < shortage_missing(&shortages[i])) out[(*n)++] = shortages[i];
    return out;
}

/* The roles of one person in `solution` from *at on that `other` (from other_at on) has not. */
static int roles_beyond(int *roles, int person, const Solution *solution, int at, const Solution *other, int other_at)
{
    int n = 0;
    for (; at < solution->n && solution->assignments[at].person == person; at++) {
        bool there = false;
        for (int i = other_at; i < other->n && other->assignments[i].person == person; i++)
            there = there || other->assignments[i].role == solution->assignments[at].role;
        if (!there) roles[n++] = solution->assignments[at].role;
    }
    return n;
}

static int past_person(const Solution *solution, int at, int person)
{
    while (at < solution->n && solution->assignments[at].person == person) at++;
    return at;
}

static int person_at(const Solution *solution, int at) { return at < solution->n ? solution->assignments[at].person : INT_MAX; }

/* A role left and one taken in the same group stand side by side. */
static void pair_by_group(int *left, int n_left, int *taken, int n_taken, const Model *model)
{
    int paired = 0;
    for (int i = 0; i < n_left; i++)
        for (int k = paired; k < n_taken; k++) {
            if (model->roles[left[i]].group != model->roles[taken[k]].group) continue;
            int role = left[i], other = taken[k];
            left[i] = left[paired];
            left[paired] = role;
            taken[k] = taken[paired];
            taken[paired++] = other;
            break;
        }
}

static CadreStatus moves_make(Difference *out, const Solution *base, const Solution *answer, const Model *model, Arena *arena,
                              CadreError *err)
{
    int *left = ARENA_ARRAY(arena, int, model->n_roles), *taken = ARENA_ARRAY(arena, int, model->n_roles);
    out->moves = ARENA_ARRAY(arena, Move, base->n + answer->n);
    if (!left || !taken || !out->moves) return error_no_memory(err);
    for (int i = 0, k = 0; i < base->n || k < answer->n;) {
        int in_base = person_at(base, i), in_answer = person_at(answer, k), person = in_base < in_answer ? in_base : in_answer;
        int n_left = roles_beyond(left, person, base, i, answer, k), n_taken = roles_beyond(taken, person, answer, k, base, i);
        pair_by_group(left, n_left, taken, n_taken, model);
        for (int move = 0; move < n_left || move < n_taken; move++)
            out->moves[out->n_moves++] = (Move){person, move < n_left ? left[move] : -1, move < n_taken ? taken[move] : -1};
        i = past_person(base, i, person);
        k = past_person(answer, k, person);
    }
    return CADRE_OK;
}

CadreStatus difference_make(Difference *out, const WhatIf *what_if, const WhatIfAnswer *answer, Arena *arena, CadreError *err)
{
    *out = (Difference){.n_moves = 0};
    TRY(moves_make(out, &what_if->base, &answer->solution, &what_if->part.model, arena, err));
    out->opened = shortages_beyond(&out->n_opened, answer->shortages, answer->n_shortages, what_if->shortages,
                                   what_if->n_shortages, arena);
    out->mended = shortages_beyond(&out->n_mended, what_if->shortages, what_if->n_shortages, answer->shortages,
                                   answer->n_shortages, arena);
    return out->opened && out->mended ? CADRE_OK : error_no_memory(err);
}
