#include "solve/rule_asking.h"

#include <math.h>
#include <string.h>

enum { WORK_NODES = 20, WORK_QUESTION = 20 }; /* iterations that a node and a question are worth */

/* A question as a program: only columns that a row in force speaks of. */
typedef struct Asked {
    const RuleRows *rows;
    const RuleQuestion *question;
    const bool *near; /* RuleAsking.near, but where a raise is measured */
    LinearProgram linear;
    int *column;      /* [columns.n], -1: not in it */
    LIST(int) source; /* [rows of linear] -> rows */
    int raise;        /* the column of the raise, -1 */
} Asked;

static bool entry_counts(const Asked *asked, const RuleRow *row, RuleEntry entry)
{
    return row->kind != RULE_SLOTS || asked->question->no_meeting < 0 ||
           rule_column_group(asked->rows, entry.column) != asked->question->no_meeting;
}

static int row_add(Asked *asked, int number, int64_t low, int64_t high)
{
    if (!LIST_PUSH(asked->linear.arena, &asked->source, number)) asked->linear.lost = true;
    return linear_row(&asked->linear, low, high);
}

/* Whole numbers of roles say more than hours do: of those that take over a (n + 1)-th of the hours at most n can be held. The
 * relaxation shows many a conflict by that, which a search would have to find. */
static void counts_add(Asked *asked, int number)
{
    const RuleRow *row = &asked->rows->rows.items[number];
    const RuleEntry *entries = asked->rows->entries.items + row->first_entry;
    for (int64_t n = 0, fewer = 0; n < row->n_entries && fewer < row->n_entries; n++) {
        int64_t over = 0;
        for (int k = 0; k < row->n_entries; k++) over += entries[k].coefficient * (n + 1) > row->high;
        if (over > fewer && over > n) {
            int own = row_add(asked, number, INT64_MIN, n);
            for (int k = 0; k < row->n_entries; k++)
                if (entries[k].coefficient * (n + 1) > row->high)
                    linear_entry(&asked->linear, own, asked->column[entries[k].column], 1);
        }
        fewer = over;
    }
}

static void row_take(Asked *asked, int number)
{
    const RuleRow *row = &asked->rows->rows.items[number];
    int own = row_add(asked, number, row->low, row->high);
    for (int k = row->first_entry; k < row->first_entry + row->n_entries; k++) {
        RuleEntry entry = asked->rows->entries.items[k];
        if (!entry_counts(asked, row, entry)) continue;
        int *column = &asked->column[entry.column];
        if (*column < 0)
            *column = linear_column(&asked->linear, asked->near && asked->near[entry.column], 0,
                                    asked->rows->columns.items[entry.column].high);
        linear_entry(&asked->linear, own, *column, entry.coefficient);
    }
    if (number != asked->question->raised) {
        if (row->kind == RULE_HOURS) counts_add(asked, number);
        return;
    }
    asked->raise = linear_column(&asked->linear, -1, 0, INT32_MAX);
    linear_entry(&asked->linear, own, asked->raise, -1);
}

/* A row that nobody can lift is kept by doing nothing, so it counts only where it speaks of a column that is there. */
static bool row_touches(const Asked *asked, const RuleRow *row)
{
    for (int k = row->first_entry; k < row->first_entry + row->n_entries; k++)
        if (asked->column[asked->rows->entries.items[k].column] >= 0) return true;
    return false;
}

static CadreStatus asked_make(Asked *asked, Arena *arena, CadreError *err)
{
    const RuleRows *rows = asked->rows;
    asked->linear.arena = arena;
    asked->raise = -1;
    asked->column = ARENA_ARRAY(arena, int, rows->columns.n);
    if (!asked->column) return error_no_memory(err);
    memset(asked->column, -1, (size_t)rows->columns.n * sizeof *asked->column);
    for (int row = 0; row < rows->rows.n; row++)
        if (rule_row_can_go(&rows->rows.items[row]) && asked->question->in_force[row]) row_take(asked, row);
    for (int row = 0; row < rows->rows.n; row++)
        if (!rule_row_can_go(&rows->rows.items[row]) && row_touches(asked, &rows->rows.items[row])) row_take(asked, row);
    return asked->linear.lost ? error_no_memory(err) : CADRE_OK;
}

static void take_shown(RuleAnswer *out, const Asked *asked, const EngineRelaxation *relaxation)
{
    const double least = 1e-9;
    bool *shown = asked->question->shown;
    if (!shown || !relaxation->has_ray) return;
    memset(shown, 0, (size_t)asked->rows->rows.n * sizeof *shown);
    for (int i = 0; i < asked->linear.rows.n; i++) shown[asked->source.items[i]] |= fabs(relaxation->ray[i]) > least;
    out->shown = true;
}

static CadreStatus asked_solve(RuleAnswer *out, EngineSearch *found, RuleAsking *asking, const Asked *asked, Arena *arena,
                               CadreError *err)
{
    int n_rows = asked->linear.rows.n;
    Engine *engine = NULL;
    EngineLimits limits = *asking->limits;
    EngineRelaxation relaxation = {.dual = ARENA_ARRAY(arena, double, n_rows), .ray = ARENA_ARRAY(arena, double, n_rows + 1)};
    if (!relaxation.dual || !relaxation.ray) return error_no_memory(err);
    *found = (EngineSearch){.end = ENGINE_FAILED};
    TRY(engine_open(&engine, &asked->linear, arena, err));
    CadreStatus status = engine_relax(&relaxation, engine, asking->limits, err);
    if (asked->near) limits.enough = 0; /* any point will do */
    if (status == CADRE_OK && relaxation.end != ENGINE_DONE)
        found->end = relaxation.end;
    else if (status == CADRE_OK && !asked->question->relaxed)
        status = engine_search(found, engine, NULL, &limits, arena, err);
    engine_close(engine);
    if (status == CADRE_OK && relaxation.end == ENGINE_INFEASIBLE) take_shown(out, asked, &relaxation);
    asking->work += (relaxation.iterations + found->nodes * WORK_NODES + WORK_QUESTION) * n_rows;
    return status;
}

static CadreStatus take_found(RuleAnswer *out, const Asked *asked, const EngineSearch *found, Arena *arena, CadreError *err)
{
    const Program *program = asked->rows->program;
    LIST(Assignment) assignments = {0};
    for (int column = 0; column < asked->rows->columns.n; column++) {
        int64_t pair = asked->rows->columns.items[column].pair;
        if (pair < 0 || asked->column[column] < 0 || found->point[asked->column[column]] <= 0) continue;
        Assignment at = {program->pair_person[pair], program->pair_role[pair]};
        if (!LIST_PUSH(arena, &assignments, at)) return error_no_memory(err);
    }
    out->found = (Solution){assignments.items, assignments.n};
    solution_sort(&out->found);
    return CADRE_OK;
}

CadreStatus rules_ask(RuleAnswer *out, RuleAsking *asking, const RuleQuestion *question, CadreError *err)
{
    *out = (RuleAnswer){0};
    if (asking->work > asking->work_most) return CADRE_OK;
    Arena *scratch = arena_create(asking->arena);
    if (!scratch) return error_no_memory(err);
    Asked asked = {.rows = asking->rows, .question = question, .near = question->raised < 0 ? asking->near : NULL};
    EngineSearch found = {0};
    CadreStatus status = asked_make(&asked, scratch, err);
    if (status == CADRE_OK) status = asked_solve(out, &found, asking, &asked, scratch, err);
    if (status == CADRE_OK) {
        out->feasible = found.found;
        out->known = found.found || found.end == ENGINE_INFEASIBLE;
        if (found.found && asked.raise >= 0) out->raise = found.point[asked.raise];
        if (found.found && question->keep) status = take_found(out, &asked, &found, asking->arena, err);
    }
    arena_release(scratch);
    return status;
}

static CadreStatus narrow(bool *least, bool *in_force, RuleAsking *asking, const int *order, int n, bool relaxed,
                          CadreError *err)
{
    int block = 1;
    bool *before = ARENA_ARRAY(asking->arena, bool, n);
    if (!before) return error_no_memory(err);
    while (block < n) block *= 2;
    for (; block >= 1; block /= 2)
        for (int end = n; end > 0; end -= block) {
            bool dropped = false;
            int first = end > block ? end - block : 0;
            for (int i = first; i < end; i++) {
                before[i - first] = in_force[order[i]];
                if (!in_force[order[i]]) continue;
                in_force[order[i]] = false;
                dropped = true;
            }
            if (!dropped) continue;
            RuleAnswer answer;
            RuleQuestion question = RULE_QUESTION_INIT;
            question.in_force = in_force;
            question.relaxed = relaxed;
            TRY(rules_ask(&answer, asking, &question, err));
            if (answer.known && !answer.feasible) continue; /* still a conflict without them */
            for (int i = first; i < end; i++) in_force[order[i]] = before[i - first];
            if (block == 1 && !answer.known) *least = false;
        }
    return CADRE_OK;
}

CadreStatus rules_narrow(bool *least, bool *in_force, RuleAsking *asking, const int *order, int n, CadreError *err)
{
    RuleAnswer answer;
    RuleQuestion question = RULE_QUESTION_INIT;
    question.in_force = in_force;
    question.relaxed = true;
    int n_left = 0, *left = ARENA_ARRAY(asking->arena, int, n);
    if (!left) return error_no_memory(err);
    TRY(rules_ask(&answer, asking, &question, err));
    if (answer.known && !answer.feasible) TRY(narrow(least, in_force, asking, order, n, true, err));
    for (int i = 0; i < n; i++)
        if (in_force[order[i]]) left[n_left++] = order[i];
    *least = true;
    return narrow(least, in_force, asking, left, n_left, false, err);
}
