#include "explain/frontier.h"

#include <stdlib.h>
#include <string.h>

/* --- the same people and roles in two models --- */

static int role_order(const Model *a, int i, const Model *b, int j)
{
    int order = strcmp(a->groups[a->roles[i].group].name, b->groups[b->roles[j].group].name);
    return order ? order : strcmp(a->roles[i].name, b->roles[j].name);
}

CadreStatus seat_map_make(SeatMap *out, const Model *from, const Model *to, Arena *arena, CadreError *err)
{
    *out = (SeatMap){ARENA_ARRAY(arena, int, from->n_staff), ARENA_ARRAY(arena, int, from->n_roles)};
    if (!out->person || !out->role) return error_no_memory(err);
    for (int i = 0, j = 0; i < from->n_staff; i++) { /* both are in the order of their keys */
        while (j < to->n_staff && strcmp(to->staff[j].key, from->staff[i].key) < 0) j++;
        out->person[i] = j < to->n_staff && strcmp(to->staff[j].key, from->staff[i].key) == 0 ? j : -1;
    }
    for (int i = 0, j = 0; i < from->n_roles; i++) {
        while (j < to->n_roles && role_order(to, j, from, i) < 0) j++;
        out->role[i] = j < to->n_roles && role_order(to, j, from, i) == 0 ? j : -1;
    }
    return CADRE_OK;
}

CadreStatus seat_map_solution(Solution *out, const SeatMap *map, const Solution *solution, Arena *arena, CadreError *err)
{
    *out = (Solution){ARENA_ARRAY(arena, Assignment, solution->n), 0};
    if (!out->assignments) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        Assignment at = {map->person[solution->assignments[i].person], map->role[solution->assignments[i].role]};
        if (at.person >= 0 && at.role >= 0) out->assignments[out->n++] = at;
    }
    solution_sort(out);
    return CADRE_OK;
}

/* --- seats --- */

static int seat_order(const FrontierSeat *a, const FrontierSeat *b)
{
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    return strcmp(a->name, b->name);
}

static int by_seat(const void *left, const void *right) { return seat_order(left, right); }

CadreStatus frontier_seats(FrontierSeats *out, const SeatMap *map, const Model *model, const Solution *solution, Arena *arena,
                           CadreError *err)
{
    *out = (FrontierSeats){ARENA_ARRAY(arena, FrontierSeat, solution->n), solution->n};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        Assignment at = solution->assignments[i];
        const Role *role = &model->roles[at.role];
        FrontierSeat *seat = &out->items[i];
        *seat = (FrontierSeat){map->person[at.person], map->role[at.role], ""};
        if (seat->person >= 0 && seat->role >= 0) continue;
        *seat = (FrontierSeat){
            -1, -1, arena_print(arena, "%s\n%s\n%s", model->staff[at.person].key, model->groups[role->group].name, role->name)};
        if (!seat->name) return error_no_memory(err);
    }
    if (out->n > 1) qsort(out->items, (size_t)out->n, sizeof *out->items, by_seat);
    return CADRE_OK;
}

static int count_moves(const FrontierSeats *best, const FrontierSeats *seats)
{
    int moves = 0;
    for (int i = 0, j = 0; i < seats->n; i++) {
        while (j < best->n && seat_order(&best->items[j], &seats->items[i]) < 0) j++;
        moves += j == best->n || seat_order(&best->items[j], &seats->items[i]) != 0;
    }
    return moves;
}

/* Whose person or role the plan has not, by name: seats of one of them lie together. */
static void count_strangers(FrontierMeasures *out, const FrontierSeats *seats)
{
    for (int i = 0, n = 0; i < seats->n && seats->items[i].person < 0; i++) {
        const char *name = seats->items[i].name;
        size_t length = strcspn(name, "\n") + 1;
        bool same = i > 0 && strncmp(name, seats->items[i - 1].name, length) == 0;
        n = same ? n + 1 : 1;
        out->people += !same;
        if (n > out->most_groups) out->most_groups = n;
    }
}

CadreStatus frontier_measure(FrontierMeasures *out, const Program *plan, const FrontierSeats *best, const FrontierSeats *seats,
                             Arena *arena, CadreError *err)
{
    ObjectiveParts parts;
    Shortage *shortages;
    FrontierMeasures measures = {.moves = count_moves(best, seats)};
    Solution known = {ARENA_ARRAY(arena, Assignment, seats->n), 0};
    if (!known.assignments) return error_no_memory(err);
    for (int i = 0, n = 0; i < seats->n; i++) {
        FrontierSeat at = seats->items[i];
        if (at.person < 0) continue;
        n = known.n > 0 && known.assignments[known.n - 1].person == at.person ? n + 1 : 1;
        measures.people += n == 1;
        if (n > measures.most_groups) measures.most_groups = n;
        known.assignments[known.n++] = (Assignment){at.person, at.role};
    }
    bool all_known = known.n == seats->n;
    count_strangers(&measures, seats);
    TRY(program_evaluate(&parts, &measures.keeps_rules, &shortages, &measures.n_shortages, plan, &known, arena, err));
    measures.keeps_rules = measures.keeps_rules && all_known;
    measures.total = objective_value(parts);
    measures.points = parts.points;
    measures.shortages = parts.shortages;
    *out = measures;
    return CADRE_OK;
}

/* --- outcomes --- */

static uint64_t seats_hash(const FrontierSeats *seats)
{
    uint64_t hash = 14695981039346656037u;
    for (int i = 0; i < seats->n; i++)
        hash = (((hash ^ (unsigned)seats->items[i].person) * 1099511628211u) ^ (unsigned)seats->items[i].role) * 1099511628211u;
    return hash;
}

static bool seats_equal(const FrontierSeats *a, const FrontierSeats *b)
{
    if (a->n != b->n) return false;
    for (int i = 0; i < a->n; i++)
        if (seat_order(&a->items[i], &b->items[i]) != 0) return false;
    return true;
}

CadreStatus frontier_number(Frontier *frontier, const FrontierSeats seats[], Arena *arena, CadreError *err)
{
    uint64_t *hashes = ARENA_ARRAY(arena, uint64_t, frontier->n_points);
    int *first = ARENA_ARRAY(arena, int, frontier->n_points), n = 0; /* of each outcome so far */
    if (!hashes || !first) return error_no_memory(err);
    for (int point = 0; point < frontier->n_points; point++) {
        if (!frontier->points[point].possible) continue;
        uint64_t hash = seats_hash(&seats[point]);
        int at = 0;
        while (at < n && (hashes[at] != hash || !seats_equal(&seats[first[at]], &seats[point]))) at++;
        if (at == n) {
            hashes[n] = hash;
            first[n++] = point;
        }
        frontier->points[point].outcome = at + 1;
    }
    frontier->n_outcomes = n;
    return CADRE_OK;
}

/* --- efficient points --- */

int64_t frontier_distance(const Frontier *frontier, int number)
{
    const FrontierPoint *point = &frontier->points[number];
    return frontier->changes_from ? point->changes : point->measures.moves;
}

int64_t frontier_own_distance(const Frontier *frontier) { return frontier->changes_from ? frontier->own_changes : 0; }

bool frontier_stands(const FrontierPoint *point) { return point->efficient && !point->behind_plan; }

static bool beats(const FrontierMeasures *a, int64_t distance_a, const FrontierMeasures *b, int64_t distance_b)
{
    bool as_good = a->total >= b->total && a->shortages <= b->shortages && distance_a <= distance_b;
    return as_good && (a->total > b->total || a->shortages < b->shortages || distance_a < distance_b);
}

void frontier_mark(Frontier *frontier)
{
    for (int i = 0; i < frontier->n_points; i++) {
        FrontierPoint *point = &frontier->points[i];
        int64_t distance = frontier_distance(frontier, i);
        point->efficient = point->possible;
        point->behind_plan =
            point->possible && beats(&frontier->own, frontier_own_distance(frontier), &point->measures, distance);
        for (int j = 0; j < frontier->n_points && point->efficient; j++) {
            const FrontierPoint *other = &frontier->points[j];
            point->efficient =
                !(other->possible && beats(&other->measures, frontier_distance(frontier, j), &point->measures, distance));
        }
    }
}
