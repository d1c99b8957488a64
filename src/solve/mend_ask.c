#include "solve/mend_ask.h"

#include "solve/clock.h"
#include "solve/steps.h"
#include "solve/what_if_start.h"

/* What the plan allows of the result's assignments, with few moves more: a guess. */
static CadreStatus held_fit(Solution *out, const Program *program, Arena *arena, CadreError *err)
{
    const Model *model = program->model;
    const PreviousAssignment *rows = model->mends ? model->held : model->previous;
    int n = model->mends ? model->n_held : model->n_previous;
    Solution held = {ARENA_ARRAY(arena, Assignment, n), 0};
    if (!held.assignments) return error_no_memory(err);
    for (int i = 0; i < n; i++)
        if (rows[i].role >= 0) held.assignments[held.n++] = (Assignment){rows[i].person, rows[i].role};
    return what_if_start(out, program, &held, arena, err);
}

CadreStatus mend_open(PartMending *mending, MendPart *out, const MendTask *task, int number, Arena *keeper, Arena *arena,
                      CadreError *err)
{
    int n = task->components->n;
    *mending = (PartMending){
        .out = out, .asked = task->options, .solve = *task->options->solve, .deadline_s = task->deadline_s, .keeper = keeper};
    if (!arena) return error_no_memory(err);
    if (n > 1) {
        mending->solve.threads = 1;
        mending->solve.listener = NULL;
        mending->solve.gap_points = mending->solve.gap_points / n > 1 ? mending->solve.gap_points / n : 1;
    }
    mending->solve.clashes_unexplained = true;
    TRY(part_program_make(&mending->of, task->whole, task->components, number, arena, err));
    return held_fit(&mending->held, &mending->of.program, arena, err);
}

CadreStatus mend_ask(MendValue *value, SolveOutcome *outcome, PartMending *mending, const Program *program, Arena *arena,
                     CadreError *err)
{
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    mending->solve.time_limit_s = clock_left(mending->deadline_s);
    CadreStatus status = steps_run(outcome, program, &mending->solve, arena, messages, err);
    *value = (MendValue){.bound = INT64_MIN};
    if (status == CADRE_INPUT) return CADRE_OK;
    if (status != CADRE_OK) return status;
    outcome_add_limits(&mending->out->best.limits, outcome->limits);
    bool found = !outcome->none_found;
    *value = (MendValue){found, objective_value(outcome->parts), found ? outcome->bound : INT64_MAX, outcome->solution};
    return CADRE_OK;
}

CadreStatus mend_keep(MendValue *out, const PartMending *mending, const MendValue *value, CadreError *err)
{
    *out = *value;
    return value->found ? part_solution_keep(&out->solution, &mending->of.part, mending->keeper, err) : CADRE_OK;
}

int64_t mend_bound(const PartMending *mending, int64_t whole_bound, int64_t moves)
{
    if (mending->out->priced_bound == INT64_MAX) return whole_bound;
    int64_t priced = mending->out->priced_bound + mending->asked->worth * moves;
    return priced < whole_bound ? priced : whole_bound;
}
