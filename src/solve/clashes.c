#include "solve/clashes.h"

#include <string.h>

enum { CLASHES_MOST = 10 };

typedef struct Finding {
    RuleAsking *asking;
    Clashes *out;
    bool *gone; /* [rows.n]: of a clash that was found */
    bool *in_force;
    int *order; /* [rows.n] */
} Finding;

static CadreStatus ask_rest(RuleAnswer *answer, Finding *finding, CadreError *err)
{
    RuleQuestion question = RULE_QUESTION_INIT;
    question.in_force = finding->in_force;
    for (int row = 0; row < finding->asking->rows->rows.n; row++) finding->in_force[row] = !finding->gone[row];
    return rules_ask(answer, finding->asking, &question, err);
}

/* A least clash of the rules in force; they go then. */
static CadreStatus clash_take(Finding *finding, CadreError *err)
{
    const RuleRows *rows = finding->asking->rows;
    Arena *arena = finding->asking->arena;
    Clash clash = {.rows = ARENA_ARRAY(arena, int, rows->rows.n)};
    if (!clash.rows) return error_no_memory(err);
    TRY(rules_narrow(&clash.least, finding->in_force, finding->asking, finding->order, rows->rows.n, err));
    for (int row = 0; row < rows->rows.n; row++) {
        if (!finding->in_force[row] || !rule_row_can_go(&rows->rows.items[row])) continue;
        clash.rows[clash.n_rows++] = row;
        finding->gone[row] = true;
    }
    return LIST_PUSH(arena, &finding->out->clashes, clash) ? CADRE_OK : error_no_memory(err);
}

static CadreStatus ways_of(Finding *finding, Clash *clash, CadreError *err)
{
    for (int row = 0; row < finding->asking->rows->rows.n; row++) finding->in_force[row] = !finding->gone[row];
    for (int i = 0; i < clash->n_rows; i++) finding->in_force[clash->rows[i]] = true;
    return ways_out_find(clash, finding->asking, finding->in_force, err);
}

CadreStatus clashes_find(Clashes *out, RuleAsking *asking, CadreError *err)
{
    int n = asking->rows->rows.n;
    Finding finding = {asking, out, ARENA_ARRAY(asking->arena, bool, n), ARENA_ARRAY(asking->arena, bool, n),
                       ARENA_ARRAY(asking->arena, int, n)};
    *out = (Clashes){0};
    if (!finding.gone || !finding.in_force || !finding.order) return error_no_memory(err);
    for (int row = 0; row < n; row++) finding.order[row] = row;
    RuleAnswer rest;
    TRY(ask_rest(&rest, &finding, err));
    while (rest.known && !rest.feasible && out->clashes.n < CLASHES_MOST) {
        TRY(clash_take(&finding, err));
        if (out->clashes.items[out->clashes.n - 1].n_rows == 0) break; /* nothing that a sheet row could lift */
        TRY(ask_rest(&rest, &finding, err));
    }
    out->more = !rest.feasible;
    for (int i = 0; i < out->clashes.n && !out->more; i++) TRY(ways_of(&finding, &out->clashes.items[i], err));
    return CADRE_OK;
}
