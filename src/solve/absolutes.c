#include "solve/absolutes.h"

#include <string.h>

#include "solve/clashes.h"

enum { CLASHES_WORK = 400000000 }; /* of all questions about clashes, as RuleAsking.work */

/* --- who is asked --- */

/* People whose membership some rule sets equal to that of someone asked are asked too, until nobody is added. */
static bool asked_spread(bool *asked, const Model *model)
{
    bool spread = false;
    for (int i = 0; i < model->n_pairs; i++) {
        const Pair *pair = &model->pairs[i];
        if (!pair->together || asked[pair->person] == asked[pair->other]) continue;
        asked[pair->person] = asked[pair->other] = spread = true;
    }
    return spread;
}

static bool asked_make(bool *asked, const Program *program)
{
    bool any = false;
    for (int person = 0; person < program->model->n_staff; person++)
        if (program->first_must[person + 1] > program->first_must[person]) asked[person] = any = true;
    while (asked_spread(asked, program->model)) {
    }
    return any;
}

/* --- the answer --- */

static CadreStatus clashes_explain(RuleAsking *asking, Messages *messages, CadreError *err)
{
    Clashes clashes = {0};
    TRY(clashes_find(&clashes, asking, err));
    if (clashes.clashes.n == 1 && !clashes.more)
        TRY(ways_out_price(&clashes.clashes.items[0], asking->rows->program, asking->arena, err));
    return clashes_report(&clashes, asking->rows, messages, err);
}

CadreStatus absolutes_solve(AbsolutesAnswer *out, const Program *program, const EngineLimits *limits, Arena *arena,
                            Messages *messages, CadreError *err)
{
    *out = (AbsolutesAnswer){.known = true, .feasible = true};
    bool *asked = ARENA_ARRAY(arena, bool, program->model->n_staff);
    if (!asked) return error_no_memory(err);
    if (!asked_make(asked, program)) return CADRE_OK;
    RuleRows rows;
    TRY(rule_rows_make(&rows, program, asked, NULL, arena, err));
    RuleAsking asking = {.rows = &rows, .limits = limits, .arena = arena, .work_most = INT64_MAX};
    RuleQuestion question = RULE_QUESTION_INIT;
    RuleAnswer answer;
    bool *in_force = ARENA_ARRAY(arena, bool, rows.rows.n);
    if (!in_force) return error_no_memory(err);
    memset(in_force, true, (size_t)rows.rows.n);
    question.in_force = in_force;
    question.keep = true;
    TRY(rules_ask(&answer, &asking, &question, err));
    *out = (AbsolutesAnswer){answer.known, answer.feasible, answer.found};
    if (!out->known || out->feasible || !messages) return CADRE_OK;
    asking.work_most = asking.work + CLASHES_WORK;
    return clashes_explain(&asking, messages, err);
}
