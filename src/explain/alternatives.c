#include "explain/alternatives.h"

#include <string.h>

/* Enter a role among the best so far, which are ordered; of one group only the best stays. */
static int enter(Alternative best[/*ALTERNATIVES_MOST*/], int n, const Model *model, int role, int points)
{
    int at = n;
    for (int i = 0; i < n; i++) {
        if (model->roles[best[i].role].group != model->roles[role].group) continue;
        if (best[i].points >= points) return n;
        memmove(&best[i], &best[i + 1], (size_t)(n - i - 1) * sizeof *best);
        at = --n;
        break;
    }
    while (at > 0 && best[at - 1].points < points) at--;
    if (at == ALTERNATIVES_MOST) return n;
    if (n == ALTERNATIVES_MOST) n--;
    memmove(&best[at + 1], &best[at], (size_t)(n - at) * sizeof *best);
    best[at] = (Alternative){.role = role, .points = points};
    return n + 1;
}

static int find_best(Alternative best[/*ALTERNATIVES_MOST*/], const Holdings *holdings, int person)
{
    const ScoreTable *scores = holdings->scores;
    int n = 0;
    for (int64_t pair = scores->first_pair[person]; pair < scores->first_pair[person + 1]; pair++) {
        int role = scores->role[pair], points = scores->points[pair];
        if (points <= 0 || (n == ALTERNATIVES_MOST && best[n - 1].points >= points)) continue;
        if (holdings_role_in(holdings, person, holdings->model->roles[role].group) >= 0) continue;
        n = enter(best, n, holdings->model, role, points);
    }
    return n;
}

/* A limit of their own says more than that the seats are taken. False without memory. */
static bool tell_obstacle(Alternative *at, const Holdings *holdings, int person, Arena *arena)
{
    Obstacle obstacle = holdings_limit(holdings, person, at->role);
    if (obstacle == OBSTACLE_NONE) obstacle = holdings_obstacle(holdings, person, at->role);
    at->free = obstacle == OBSTACLE_NONE;
    at->obstacle = obstacle_words(holdings, person, at->role, obstacle, arena);
    return at->obstacle != NULL;
}

CadreStatus alternatives_make(Alternatives *out, const Holdings *holdings, Arena *arena, CadreError *err)
{
    int n_staff = holdings->model->n_staff, n = 0;
    Alternatives all = {ARENA_ARRAY(arena, int, n_staff + 1), ARENA_ARRAY(arena, Alternative, n_staff * ALTERNATIVES_MOST)};
    if (!all.first || !all.items) return error_no_memory(err);
    for (int person = 0; person < n_staff; person++) {
        Alternative best[ALTERNATIVES_MOST] = {{0}};
        int n_best = find_best(best, holdings, person);
        for (int i = 0; i < n_best; i++) {
            if (!tell_obstacle(&best[i], holdings, person, arena)) return error_no_memory(err);
            all.items[n++] = best[i];
        }
        all.first[person + 1] = n;
    }
    *out = all;
    return CADRE_OK;
}
