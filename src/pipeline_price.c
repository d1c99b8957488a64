/* What one difference of inputs is worth: read the plan with it -> score -> formulate -> solve, each difference by itself, and
 * all of them shared among threads. */
#include <omp.h>
#include <stdatomic.h>

#include "pipeline_run.h"
#include "score/score.h"
#include "solve/solve.h"

enum { PRICE_WORK = 4000000 }; /* nodes * bundles of one solve's search: some seconds */

/* The first error, for the reason that it is here. */
static void hear_reason(void *data, const CadreMessage *message)
{
    const char **text = data;
    if (message->severity == CADRE_ERROR && !*text) *text = message->text;
}

/* What was found keeps the difference from being laid alone. */
static CadreStatus keep_reason(InputDifference *difference, PriceState state, Messages *messages, Arena *keeper,
                               CadreError *err)
{
    const char *text = NULL;
    CadreListener listener = {.data = &text, .message = hear_reason};
    CadreStatus status = messages_flush(messages, &listener, err);
    if (status != CADRE_OK && status != CADRE_INPUT) return status;
    difference->price = state;
    difference->why = arena_copy(keeper, text ? text : "");
    return difference->why ? CADRE_OK : error_no_memory(err);
}

static void price_take(InputDifference *difference, const SolveOutcome *outcome, bool is_floor, const ResultFacts *first)
{
    int64_t value = objective_value(outcome->parts);
    bool known = outcome->proved && outcome->bound == value, first_known = first->proved && first->gap == 0;
    bool bounded = (known || !is_floor) && (first_known || !first->is_floor);
    difference->price = bounded ? PRICE_KNOWN : PRICE_UNKNOWN;
    if (!bounded) return;
    difference->low = value - (first_known ? first->objective : first->bound);
    difference->high = (known ? value : outcome->bound) - first->objective;
}

static CadreStatus price_solve(const PriceJob *job, const ResultFacts *first, Arena *keeper, Arena *arena, CadreError *err)
{
    InputDifference *difference = job->difference;
    Table changes;
    ReadResult read;
    ScoreTable scores;
    Program program;
    SolveOutcome outcome;
    SolveOptions options = {.method = "bundles",
                            .threads = 1,
                            .gap_points = 1,
                            .value_only = true,
                            .clashes_unexplained = true,
                            .caps = {.work = PRICE_WORK}};
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(scenario_table(&changes, "difference", difference->lines, difference->n_lines, arena, err));
    TRY(read_changed(&read, job->tables, job->is_laid ? NULL : &changes, arena, messages, err));
    if (messages_errors(messages) > 0) return keep_reason(difference, PRICE_NOT_ALONE, messages, keeper, err);
    TRY(score_run(&scores, read.model, 1, arena, err));
    TRY(program_make(&program, read.model, &scores, arena, messages, err));
    if (messages_errors(messages) > 0) return keep_reason(difference, PRICE_IMPOSSIBLE, messages, keeper, err);
    CadreStatus status = solve_run(&outcome, &program, &options, arena, messages, err);
    if (status == CADRE_INPUT) return keep_reason(difference, PRICE_IMPOSSIBLE, messages, keeper, err);
    if (status == CADRE_OK) price_take(difference, &outcome, read.model->settings.fairness == FAIRNESS_FLOOR, first);
    return status;
}

static CadreStatus price_run(const PriceJob *job, const ResultFacts *first, Arena *keeper, CadreError *err)
{
    Arena *arena = keeper ? arena_create(NULL) : NULL;
    CadreStatus status = arena ? price_solve(job, first, keeper, arena, err) : error_no_memory(err);
    arena_release(arena);
    return status;
}

CadreStatus pipeline_prices(PriceJob jobs[], int n, const ResultFacts *first, int threads, Arena *arena, CadreError *err)
{
    if (threads > n) threads = n;
    CadreStatus *status = ARENA_ARRAY(arena, CadreStatus, n);
    CadreError *errors = ARENA_ARRAY(arena, CadreError, n);
    Arena **keepers = ARENA_ARRAY(arena, Arena *, threads);
    if (!status || !errors || !keepers) return error_no_memory(err);
    for (int thread = 0; thread < threads; thread++) keepers[thread] = arena_create(arena);
    atomic_int next = 0;
#pragma omp parallel for schedule(static, 1) num_threads(threads)
    for (int thread = 0; thread < threads; thread++)
        for (int at; (at = atomic_fetch_add(&next, 1)) < n;)
            status[at] = price_run(&jobs[at], first, keepers[thread], &errors[at]);
    for (int i = 0; i < n; i++) {
        if (status[i] == CADRE_OK) continue;
        *err = errors[i];
        return status[i];
    }
    return CADRE_OK;
}
