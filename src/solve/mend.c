#include "solve/mend.h"

#include <omp.h>
#include <stdatomic.h>

#include "solve/clock.h"
#include "solve/mend_sum.h"
#include "solve/steps.h"

/* --- the parts --- */

static void report(const SolveOptions *options, double done)
{
    if (options->listener && options->listener->progress) options->listener->progress(options->listener->data, "solve", done);
}

/* One part's share of the work: its bests, then its walk. */
static void part_take(MendParts *all, int number, bool walks, Arena *keeper)
{
    MendPart *part = &all->parts[number];
    if (!walks)
        mend_part_bests(part, &all->task, number, keeper);
    else if (part->moves > 0)
        mend_part_walk(part, &all->task, number, all->most, keeper);
    if (part->pool_arena && (walks || part->moves == 0 || part->status != CADRE_OK)) {
        arena_release(part->pool_arena);
        part->pool_arena = NULL;
        part->pool = NULL;
    }
}

/* All parts, the largest first. */
static void parts_take(MendParts *all, bool walks)
{
    int n = all->components.n;
    atomic_int next = 0, n_done = 0;
#pragma omp parallel for schedule(static, 1) num_threads(all->threads) if (all->threads > 1)
    for (int thread = 0; thread < all->threads; thread++) {
        for (int at; (at = atomic_fetch_add(&next, 1)) < n;) {
            part_take(all, all->components.order[at], walks, all->keepers[thread]);
            int done = atomic_fetch_add(&n_done, 1) + 1;
            if (omp_get_thread_num() == 0 && done < n) report(all->options->solve, ((double)done / n + walks) / 2);
        }
    }
    report(all->options->solve, walks ? 1 : 0.5);
}

static CadreStatus parts_status(const MendParts *all, CadreError *err)
{
    for (int number = 0; number < all->components.n; number++) {
        if (all->parts[number].status == CADRE_OK) continue;
        *err = all->parts[number].error;
        return all->parts[number].status;
    }
    return CADRE_OK;
}

/* How many numbers of moves are looked at. */
static void most_set(MendParts *all)
{
    enum { STEPS_BEYOND = 5 }; /* what is recommended, to show what more would gain */
    const MendOptions *options = all->options;
    int64_t most = options->steps >= 0 ? options->steps : all->priced_moves + STEPS_BEYOND;
    if (options->most < all->priced_moves && most < options->most) most = options->most;
    all->most = most < all->moves ? (int)most : (int)all->moves;
}

static CadreStatus parts_run(MendParts *all, Arena *arena, CadreError *err)
{
    const SolveOptions *solve = all->options->solve;
    int n = all->components.n;
    all->threads = solve->threads < n ? solve->threads : n;
    all->task = (MendTask){all->whole, &all->components, all->options,
                           solve->time_limit_s > 0 ? clock_seconds() + solve->time_limit_s : 0};
    all->keepers = ARENA_ARRAY(arena, Arena *, all->threads);
    all->parts = ARENA_ARRAY(arena, MendPart, n);
    if (!all->keepers || !all->parts) return error_no_memory(err);
    for (int thread = 0; thread < all->threads; thread++)
        if (!(all->keepers[thread] = arena_create(arena))) return error_no_memory(err);
    parts_take(all, false);
    CadreStatus status = parts_status(all, err);
    for (int number = 0; number < n; number++) {
        all->moves += all->parts[number].moves;
        all->priced_moves += all->parts[number].priced_moves;
    }
    most_set(all);
    if (status == CADRE_OK) parts_take(all, true);
    for (int number = 0; number < n; number++) arena_release(all->parts[number].pool_arena);
    return status == CADRE_OK ? parts_status(all, err) : status;
}

/* --- steps --- */

static void step_add(Mend *out, MendStep step)
{
    if (out->n_steps == 0 || step.value > out->steps[out->n_steps - 1].value) out->steps[out->n_steps++] = step;
}

/* The last step with no more moves than that, -1 where there is none. */
static int step_at(const Mend *out, int64_t moves)
{
    int at = -1;
    while (at + 1 < out->n_steps && out->steps[at + 1].moves <= moves) at++;
    return at;
}

/* Of the steps the best where each move counts `worth`, of several the one with the fewest moves. Where all are proved that is
 * the priced one; where they are not, what is recommended is still the best of what is said. */
static int step_recommended(const Mend *out, int64_t worth)
{
    int best = out->n_steps > 0 ? 0 : -1;
    for (int i = 1; i < out->n_steps; i++)
        if (out->steps[i].value - out->steps[best].value > worth * (out->steps[i].moves - out->steps[best].moves)) best = i;
    return best;
}

static CadreStatus steps_make(Mend *out, const MendParts *all, Arena *arena, CadreError *err)
{
    MendStep priced = mend_sum(all, MEND_PRICED), best = mend_sum(all, MEND_BEST);
    out->steps = ARENA_ARRAY(arena, MendStep, all->most + 3);
    if (!out->steps) return error_no_memory(err);
    out->exact = true;
    for (int number = 0; number < all->components.n; number++) out->exact = out->exact && all->parts[number].exact;
    for (int moves = 0; moves <= all->most; moves++) out->exact = out->exact && all->value[moves] == all->bound[moves];
    for (int moves = 0; moves <= all->most; moves++)
        if (all->value[moves] != INT64_MIN)
            step_add(out, (MendStep){.moves = moves, .value = all->value[moves], .bound = all->bound[moves]});
    out->complete_to = all->most;
    if (priced.moves > all->most) step_add(out, priced);
    if (best.moves > all->most) step_add(out, best);
    out->recommended = step_recommended(out, all->options->worth);
    out->chosen = step_at(out, all->options->most);
    if (out->chosen > out->recommended) out->chosen = out->recommended;
    return CADRE_OK;
}

/* --- the chosen step --- */

/* What its assignments are worth, counted again. */
static CadreStatus step_evaluate(MendStep *step, const MendParts *all, Arena *arena, CadreError *err)
{
    Solution solution;
    Shortage *shortages;
    bool feasible;
    TRY(mend_solution(&solution, all, step->moves, arena, err));
    TRY(program_evaluate(&step->parts, &feasible, &shortages, &step->n_shortages, all->whole, &solution, arena, err));
    if (!feasible || objective_value(step->parts) != step->value || program_changes(all->whole, &solution) > step->moves)
        return error_set(err, CADRE_SOLVER, "the mended plan does not hold what was worked out for it");
    return CADRE_OK;
}

static CadreStatus steps_evaluate(Mend *out, const MendParts *all, Arena *arena, CadreError *err)
{
    CadreStatus status = CADRE_OK;
    for (int i = 0; i < out->n_steps && status == CADRE_OK; i++) {
        Arena *scratch = arena_create(arena);
        status = scratch ? step_evaluate(&out->steps[i], all, scratch, err) : error_no_memory(err);
        arena_release(scratch);
    }
    return status;
}

/* The outcome keeps a limit on moves: its own, or what is allowed where that is less than is recommended. With as many as that
 * there may be more than at the last number of moves that was found to gain something. */
static int64_t outcome_bound(const Mend *out, const MendParts *all)
{
    int most = all->options->most;
    if (out->chosen == out->recommended) return out->steps[out->chosen].bound;
    return most <= all->most ? all->bound[most] : mend_sum(all, MEND_BEST).bound;
}

static CadreStatus outcome_make(Mend *out, const MendParts *all, Arena *arena, CadreError *err)
{
    const SolveOptions *options = all->options->solve;
    const MendStep *step = &out->steps[out->chosen];
    SolveOutcome outcome = {.parts = step->parts, .bound = outcome_bound(out, all), .floor = -1, .method = options->method};
    TRY(mend_solution(&outcome.solution, all, step->moves, arena, err));
    outcome.changes = program_changes(all->whole, &outcome.solution);
    for (int number = 0; number < all->components.n; number++) {
        outcome_add_work(&outcome, &all->parts[number].best);
        outcome_add_limits(&outcome.limits, all->parts[number].best.limits);
    }
    if (all->components.n > 1) outcome.work[outcome.n_work++] = (WorkCount){"parts", all->components.n};
    outcome.proved = outcome.bound - step->value < options->gap_points;
    outcome.value_proved = outcome.proved;
    out->outcome = outcome;
    return CADRE_OK;
}

/* No number of moves that is allowed keeps the rules: the program with that limit says which contradict each other. */
static CadreStatus contradiction_tell(const MendParts *all, Arena *arena, Messages *messages, CadreError *err)
{
    Model model = *all->whole->model;
    Program program;
    model.settings.max_changes = all->options->most;
    TRY(program_make(&program, &model, all->whole->scores, arena, messages, err));
    TRY(steps_check(&program, arena, messages, err));
    return error_set(err, CADRE_SOLVER, "no solution was found within the limits");
}

CadreStatus mend_run(Mend *out, const Program *program, const MendOptions *options, Arena *arena, Messages *messages,
                     CadreError *err)
{
    MendParts all = {.whole = program, .options = options};
    *out = (Mend){.n_steps = 0};
    TRY(steps_check(program, arena, messages, err));
    TRY(components_find(&all.components, program, arena, err));
    TRY(parts_run(&all, arena, err));
    TRY(mend_sums_make(&all, arena, err));
    TRY(steps_make(out, &all, arena, err));
    TRY(steps_evaluate(out, &all, arena, err));
    return out->chosen < 0 ? contradiction_tell(&all, arena, messages, err) : outcome_make(out, &all, arena, err);
}
