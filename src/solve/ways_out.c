#include <stdlib.h>
#include <string.h>

#include "solve/clashes.h"

enum {
    PRICED_PAIRS = 20000, /* of a program whose ways out are priced */
    PRICED_WAYS = 12,
    PRICED_WORK = 1000000, /* of one solve, as SolveCaps.work */
};

typedef struct Ways {
    RuleAsking *asking;
    const bool *base;
    bool *in_force; /* [rows.n], of a question */
    LIST(WayOut) found;
} Ways;

/* Fewer people touched come first. */
static int touched(WithoutKind kind)
{
    switch (kind) {
    case WITHOUT_PIN:
    case WITH_HOURS:
    case WITH_MAX_GROUPS:
    case WITH_MAX_LEADS:
        return 1;
    case WITHOUT_PAIR:
        return 2;
    case WITH_ROLE_MAX:
    case WITH_MAX_SIZE:
        return 3;
    case WITHOUT_MEETINGS:
        return 4;
    case WITH_MAX_CHANGES:
        break;
    }
    return 5;
}

static int by_value(const void *left, const void *right)
{
    const WayOut *a = left, *b = right;
    if (a->priced != b->priced) return a->priced ? -1 : 1;
    if (a->priced && a->value != b->value) return a->value > b->value ? -1 : 1;
    if (touched(a->without.kind) != touched(b->without.kind))
        return touched(a->without.kind) < touched(b->without.kind) ? -1 : 1;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->without.which > b->without.which) - (a->without.which < b->without.which);
}

static CadreStatus try_question(RuleAnswer *answer, const Ways *ways, int no_meeting, int raised, CadreError *err)
{
    RuleQuestion question = RULE_QUESTION_INIT;
    question.in_force = ways->in_force;
    question.no_meeting = no_meeting;
    question.raised = raised;
    return rules_ask(answer, ways->asking, &question, err);
}

static CadreStatus way_add(Ways *ways, int row, Without without, CadreError *err)
{
    WayOut way = {.row = row, .without = without};
    for (int i = 0; i < ways->found.n; i++)
        if (ways->found.items[i].without.kind == without.kind && ways->found.items[i].without.which == without.which)
            return CADRE_OK; /* a meeting, or a row of pairs.csv, that stands in two rules of the clash */
    return LIST_PUSH(ways->asking->arena, &ways->found, way) ? CADRE_OK : error_no_memory(err);
}

/* Take the row out of force or back into it, with all that come from the same row of pairs.csv. */
static void row_switch(Ways *ways, int number, bool on)
{
    const RuleRows *rows = ways->asking->rows;
    const RuleRow *row = &rows->rows.items[number];
    const Pair *pairs = rows->program->model->pairs;
    ways->in_force[number] = on;
    if (row->kind != RULE_TOGETHER && row->kind != RULE_APART) return;
    for (int i = 0; i < rows->rows.n; i++) {
        const RuleRow *other = &rows->rows.items[i];
        if ((other->kind == RULE_TOGETHER || other->kind == RULE_APART) &&
            pairs_of_one_row(&pairs[row->about], &pairs[other->about]))
            ways->in_force[i] = on && ways->base[i];
    }
}

static CadreStatus try_drop(Ways *ways, int row, CadreError *err)
{
    RuleAnswer answer;
    const RuleRow *at = &ways->asking->rows->rows.items[row];
    row_switch(ways, row, false);
    TRY(try_question(&answer, ways, -1, -1, err));
    Without without = {.kind = at->kind == RULE_MUST ? WITHOUT_PIN : WITHOUT_PAIR, .which = at->about};
    return answer.feasible ? way_add(ways, row, without, err) : CADRE_OK;
}

static CadreStatus try_meetings(Ways *ways, int row, CadreError *err)
{
    const RuleRows *rows = ways->asking->rows;
    int n = 0, *groups = rule_row_groups(&n, rows, &rows->rows.items[row], ways->asking->arena);
    if (!groups) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        RuleAnswer answer;
        TRY(try_question(&answer, ways, groups[i], -1, err));
        if (answer.feasible) TRY(way_add(ways, row, (Without){.kind = WITHOUT_MEETINGS, .which = groups[i]}, err));
    }
    return CADRE_OK;
}

/* What one unit of the row is: hours are kept divided by what all of them share. */
static int64_t row_unit(const RuleRows *rows, const RuleRow *row)
{
    if (row->kind != RULE_HOURS) return 1;
    RuleEntry entry = rows->entries.items[row->first_entry];
    const Model *model = rows->program->model;
    const Role *role = &model->roles[rows->program->pair_role[rows->columns.items[entry.column].pair]];
    return ((int64_t)model->groups[role->group].hours + role->hours) / entry.coefficient;
}

static CadreStatus try_raise(Ways *ways, int row, CadreError *err)
{
    static const WithoutKind kinds[] = {
        [RULE_ROLE_MAX] = WITH_ROLE_MAX, [RULE_SIZE_MAX] = WITH_MAX_SIZE,     [RULE_CHANGES] = WITH_MAX_CHANGES,
        [RULE_HOURS] = WITH_HOURS,       [RULE_MAX_GROUPS] = WITH_MAX_GROUPS, [RULE_MAX_LEADS] = WITH_MAX_LEADS};
    const RuleRows *rows = ways->asking->rows;
    const RuleRow *at = &rows->rows.items[row];
    RuleAnswer answer;
    TRY(try_question(&answer, ways, -1, row, err));
    int64_t most = (at->high + answer.raise) * row_unit(rows, at);
    if (!answer.feasible || most >= NO_LIMIT) return CADRE_OK;
    return way_add(ways, row, (Without){.kind = kinds[at->kind], .which = at->about, .most = (int)most}, err);
}

static CadreStatus try_way(Ways *ways, int row, CadreError *err)
{
    memcpy(ways->in_force, ways->base, (size_t)ways->asking->rows->rows.n * sizeof *ways->in_force);
    switch (ways->asking->rows->rows.items[row].kind) {
    case RULE_MUST:
    case RULE_TOGETHER:
    case RULE_APART:
        return try_drop(ways, row, err);
    case RULE_SLOTS:
        return try_meetings(ways, row, err);
    default:
        return try_raise(ways, row, err);
    }
}

/* Without the whole clash the rules can be kept: take its rows back while they still can; the others have to go together. A
 * pin is taken back last. */
static CadreStatus together_find(Clash *clash, Ways *ways, CadreError *err)
{
    const RuleRows *rows = ways->asking->rows;
    clash->together = ARENA_ARRAY(ways->asking->arena, int, clash->n_rows);
    if (!clash->together) return error_no_memory(err);
    memcpy(ways->in_force, ways->base, (size_t)rows->rows.n * sizeof *ways->in_force);
    for (int i = 0; i < clash->n_rows; i++) row_switch(ways, clash->rows[i], false);
    for (int pins = 0; pins < 2; pins++)
        for (int i = 0; i < clash->n_rows; i++) {
            int row = clash->rows[i];
            if ((rows->rows.items[row].kind == RULE_MUST) != (pins == 1)) continue;
            RuleAnswer answer;
            row_switch(ways, row, true);
            TRY(try_question(&answer, ways, -1, -1, err));
            if (answer.feasible) continue;
            row_switch(ways, row, false);
            clash->together[clash->n_together++] = row;
        }
    return CADRE_OK;
}

CadreStatus ways_out_find(Clash *clash, RuleAsking *asking, const bool *base, CadreError *err)
{
    Ways ways = {.asking = asking, .base = base, .in_force = ARENA_ARRAY(asking->arena, bool, asking->rows->rows.n)};
    if (!ways.in_force) return error_no_memory(err);
    for (int i = 0; i < clash->n_rows; i++) TRY(try_way(&ways, clash->rows[i], err));
    clash->ways = ways.found.items;
    clash->n_ways = ways.found.n;
    if (clash->n_ways > 1) qsort(clash->ways, (size_t)clash->n_ways, sizeof *clash->ways, by_value);
    return clash->n_ways > 0 ? CADRE_OK : together_find(clash, &ways, err);
}

/* --- what they cost --- */

static CadreStatus way_price(WayOut *way, const Program *program, Arena *arena, CadreError *err)
{
    Model model;
    ScoreTable scores;
    Program altered;
    SolveOutcome outcome;
    SolveOptions options = {
        .method = "bundles", .threads = 1, .gap_points = 1, .caps = {.work = PRICED_WORK}, .clashes_unexplained = true};
    Messages *messages = messages_create(arena);
    if (!messages) return error_no_memory(err);
    TRY(model_without(&model, program->model, &way->without, arena, err));
    TRY(score_run(&scores, &model, 1, arena, err));
    TRY(program_make(&altered, &model, &scores, arena, messages, err));
    CadreStatus status = solve_run(&outcome, &altered, &options, arena, messages, err);
    if (status == CADRE_INPUT) return CADRE_OK; /* then it has no price */
    if (status != CADRE_OK) return status;
    way->priced = true;
    way->proved = outcome.proved;
    way->value = objective_value(outcome.parts);
    return CADRE_OK;
}

CadreStatus ways_out_price(Clash *clash, const Program *program, Arena *arena, CadreError *err)
{
    if (program->n_pairs > PRICED_PAIRS || clash->n_ways > PRICED_WAYS || clash->n_ways < 2) return CADRE_OK;
    for (int i = 0; i < clash->n_ways; i++) {
        Arena *scratch = arena_create(arena);
        if (!scratch) return error_no_memory(err);
        CadreStatus status = way_price(&clash->ways[i], program, scratch, err);
        arena_release(scratch);
        if (status != CADRE_OK) return status;
    }
    qsort(clash->ways, (size_t)clash->n_ways, sizeof *clash->ways, by_value);
    return CADRE_OK;
}
