#include "solve/mend_sum.h"

static const MendValue *part_value(const MendPart *part, int moves)
{
    return moves >= part->moves ? &part->whole : &part->values[moves];
}

static const MendValue *part_best(const MendPart *part, MendBest which)
{
    return which == MEND_PRICED ? &part->priced : &part->whole;
}

/* F of one part more: the greatest sum over all ways to share out the moves, of several the one that leaves it the fewest. */
static CadreStatus sum_part(MendParts *all, int at, Arena *arena, CadreError *err)
{
    const MendPart *part = &all->parts[all->moving[at]];
    int *taken = ARENA_ARRAY(arena, int, all->most + 1);
    int64_t *value = ARENA_ARRAY(arena, int64_t, all->most + 1), *bound = ARENA_ARRAY(arena, int64_t, all->most + 1);
    if (!taken || !value || !bound) return error_no_memory(err);
    for (int moves = 0; moves <= all->most; moves++) {
        value[moves] = bound[moves] = INT64_MIN;
        for (int own = 0; own <= moves && own <= part->moves; own++) {
            const MendValue *of = part_value(part, own);
            int64_t rest = all->value[moves - own], rest_bound = all->bound[moves - own];
            if (of->bound != INT64_MIN && rest_bound != INT64_MIN && of->bound + rest_bound > bound[moves])
                bound[moves] = of->bound + rest_bound;
            if (!of->found || rest == INT64_MIN || of->value + rest <= value[moves]) continue;
            value[moves] = of->value + rest;
            taken[moves] = own;
        }
    }
    all->value = value;
    all->bound = bound;
    all->taken[at] = taken;
    return CADRE_OK;
}

CadreStatus mend_sums_make(MendParts *all, Arena *arena, CadreError *err)
{
    int n = all->components.n;
    int64_t value = 0, bound = 0;
    all->moving = ARENA_ARRAY(arena, int, n);
    if (!all->moving) return error_no_memory(err);
    for (int number = 0; number < n; number++) {
        const MendPart *part = &all->parts[number];
        if (part->moves > 0) {
            all->moving[all->n_moving++] = number;
        } else {
            value += part->whole.value;
            bound += part->whole.bound;
        }
    }
    all->value = ARENA_ARRAY(arena, int64_t, all->most + 1);
    all->bound = ARENA_ARRAY(arena, int64_t, all->most + 1);
    all->taken = ARENA_ARRAY(arena, int *, all->n_moving);
    if (!all->value || !all->bound || !all->taken) return error_no_memory(err);
    for (int moves = 0; moves <= all->most; moves++) {
        all->value[moves] = value;
        all->bound[moves] = bound;
    }
    for (int at = 0; at < all->n_moving; at++) TRY(sum_part(all, at, arena, err));
    return CADRE_OK;
}

MendStep mend_sum(const MendParts *all, MendBest which)
{
    MendStep sum = {0};
    int64_t priced_bound = 0;
    bool priced = true;
    for (int number = 0; number < all->components.n; number++) {
        const MendPart *part = &all->parts[number];
        int64_t own_bound = part->moves == 0 ? part->whole.bound : part->priced_bound;
        sum.moves += which == MEND_PRICED ? part->priced_moves : part->moves;
        sum.value += part_best(part, which)->value;
        sum.bound += part->whole.bound;
        priced = priced && own_bound != INT64_MAX;
        if (priced) priced_bound += own_bound;
    }
    priced_bound += all->options->worth * sum.moves;
    if (priced && priced_bound < sum.bound) sum.bound = priced_bound;
    return sum;
}

static void take_value(Solution *solution, const MendValue *value)
{
    for (int i = 0; i < value->solution.n; i++) solution->assignments[solution->n++] = value->solution.assignments[i];
}

CadreStatus mend_solution(Solution *out, const MendParts *all, int64_t moves, Arena *arena, CadreError *err)
{
    *out = (Solution){ARENA_ARRAY(arena, Assignment, all->whole->n_pairs), 0};
    if (!out->assignments) return error_no_memory(err);
    bool is_sum = moves <= all->most;
    MendBest beyond = moves == all->moves ? MEND_BEST : MEND_PRICED;
    int64_t left = moves;
    for (int number = 0; number < all->components.n; number++)
        if (all->parts[number].moves == 0) take_value(out, &all->parts[number].whole);
    for (int at = all->n_moving - 1; at >= 0; at--) {
        const MendPart *part = &all->parts[all->moving[at]];
        int own = is_sum ? all->taken[at][left] : 0;
        take_value(out, is_sum ? part_value(part, own) : part_best(part, beyond));
        left -= own;
    }
    solution_sort(out);
    return CADRE_OK;
}
