/* The rules nearest to the need are asked first, ring by ring: what a ring cannot hold the whole cannot hold. */
#include "solve/need_conflict.h"

#include <stdlib.h>
#include <string.h>

#include "program/group_rules.h"
#include "solve/rule_asking.h"
#include "solve/rule_rings.h"

enum {
    NEED_NODES = 2000, /* of one question */
    NEED_ITERATIONS = 100000,
    NEED_WORK = 60000000, /* of all questions, as RuleAsking.work */
};

/* --- which rules --- */

/* Index into program->rules; -1: there is none. */
static int rule_of(const Program *program, const Shortage *shortage)
{
    static const int families[] = {[SHORTAGE_ROLE] = FAMILY_ROLE,
                                   [SHORTAGE_SIZE] = FAMILY_SIZE,
                                   [SHORTAGE_COVERAGE] = FAMILY_COVERAGE,
                                   [SHORTAGE_MIX] = FAMILY_MIX};
    int about = shortage->kind == SHORTAGE_ROLE   ? shortage->role
                : shortage->kind == SHORTAGE_SIZE ? shortage->group
                                                  : shortage->source;
    bool too_many = shortage->kind == SHORTAGE_MIX && shortage->have > shortage->needed;
    for (int rule = 0; rule < program->n_rules; rule++) {
        const GroupRule *at = &program->rules[rule];
        if (at->slack >= 0 && at->family == families[shortage->kind] && at->about == about &&
            (at->low == INT64_MIN) == too_many)
            return rule;
    }
    return -1;
}

/* The priced rules that the solution keeps. */
static CadreStatus needs_met(bool **out, const Program *program, const Solution *solution, Arena *arena, CadreError *err)
{
    ObjectiveParts parts;
    bool feasible, *needs = ARENA_ARRAY(arena, bool, program->n_rules);
    Shortage *shortages;
    int n;
    if (!needs) return error_no_memory(err);
    TRY(program_evaluate(&parts, &feasible, &shortages, &n, program, solution, arena, err));
    for (int rule = 0; rule < program->n_rules; rule++) needs[rule] = program->rules[rule].slack >= 0;
    for (int i = 0; i < n; i++) {
        int rule = rule_of(program, &shortages[i]);
        if (rule >= 0) needs[rule] = false;
    }
    *out = needs;
    return CADRE_OK;
}

/* --- who could count --- */

static bool reaches(const Model *model, const Shortage *shortage, int person)
{
    int site = model->groups[shortage->group].site;
    if (model->staff[person].away || (site >= 0 && model->staff[person].site != site)) return false;
    if (shortage->kind == SHORTAGE_COVERAGE) return model_level(model, person, shortage->skill) >= shortage->level;
    if (shortage->kind == SHORTAGE_MIX) return model_has_attribute(model, person, shortage->field, shortage->value);
    return true;
}

static Origin never_row(const Model *model, int person, int role)
{
    for (int i = 0; i < model->n_pins; i++) {
        const Pin *pin = &model->pins[i];
        if (pin->rule != PIN_NEVER || pin->person != person) continue;
        for (int k = 0; k < pin->n_roles; k++)
            if (model->pin_roles[pin->first_role + k] == role) return pin->origin;
    }
    return (Origin){0};
}

/* By the barrier of the first role that would count. */
static void count_barred(NeedConflict *out, const Model *model, int person, int role)
{
    Origin origin = model->roles[role].origin;
    Barrier barrier = eligibility_barrier(model, person, role, &origin);
    if (barrier == BARRIER_NONE) {
        barrier = BARRIER_NEVER;
        origin = never_row(model, person, role);
    }
    if (out->barred[barrier]++ == 0) out->bars[barrier] = origin;
}

static void count_people(NeedConflict *out, const Program *program, const Shortage *shortage)
{
    const Model *model = program->model;
    const Group *group = &model->groups[shortage->group];
    int first = shortage->role >= 0 ? shortage->role : group->first_role;
    int end = shortage->role >= 0 ? shortage->role + 1 : group->first_role + group->n_roles;
    out->wanted = shortage->needed;
    for (int person = 0; person < model->n_staff; person++) {
        if (!reaches(model, shortage, person)) continue;
        bool able = false;
        for (int role = first; role < end && !able; role++) able = program_find_pair(program, person, role) >= 0;
        out->reach++;
        out->able += able;
        if (!able && first < end) count_barred(out, model, person, first);
    }
}

/* Of a size it is the solver that says so: the empty seats of roles count as members. */
static bool too_few(const NeedConflict *conflict, const Shortage *shortage)
{
    return shortage->kind != SHORTAGE_SIZE && shortage->have <= shortage->needed && conflict->able < shortage->needed;
}

/* --- the conflict --- */

static CadreStatus ask(RuleAnswer *answer, RuleAsking *asking, const bool *in_force, bool relaxed, bool *shown, CadreError *err)
{
    RuleQuestion question = RULE_QUESTION_INIT;
    question.in_force = in_force;
    question.relaxed = relaxed;
    question.shown = shown;
    return rules_ask(answer, asking, &question, err);
}

/* The first ring that cannot hold; found: there is one, and its rows are in force. */
static CadreStatus ring_find(bool *found, bool *in_force, RuleAsking *asking, const RuleRings *rings, int last, bool relaxed,
                             bool *shown, CadreError *err)
{
    int n = rings->rows->rows.n;
    *found = false;
    for (int ring = 1; ring <= last && !*found; ring++) {
        RuleAnswer answer;
        for (int row = 0; row < n; row++) in_force[row] = rings->ring[row] <= ring;
        TRY(ask(&answer, asking, in_force, relaxed, shown, err));
        *found = answer.known && !answer.feasible;
    }
    return CADRE_OK;
}

/* The relaxation of every ring first, then the whole, for it can hold more often than not; rings again where it cannot. */
static CadreStatus conflict_rows_find(NeedAnswer *out, bool *in_force, RuleAsking *asking, const RuleRings *rings, bool *shown,
                                      CadreError *err)
{
    bool found;
    RuleAnswer answer;
    *out = NEED_CONFLICT;
    TRY(ring_find(&found, in_force, asking, rings, rings->last, true, shown, err));
    if (found) return CADRE_OK;
    for (int row = 0; row < rings->rows->rows.n; row++) in_force[row] = rings->ring[row] <= rings->last;
    TRY(ask(&answer, asking, in_force, false, NULL, err));
    if (answer.feasible) *out = NEED_CAN_BE_MET;
    if (answer.feasible) return CADRE_OK;
    TRY(ring_find(&found, in_force, asking, rings, rings->last - 1, false, NULL, err));
    if (found) return CADRE_OK;
    for (int row = 0; row < rings->rows->rows.n; row++) in_force[row] = rings->ring[row] <= rings->last;
    if (!answer.known) *out = NEED_NOT_KNOWN;
    return CADRE_OK;
}

/* Keep the rows that the relaxation showed, where they are a conflict by themselves. */
static CadreStatus shown_take(bool *in_force, RuleAsking *asking, bool *shown, CadreError *err)
{
    RuleAnswer answer;
    int n = asking->rows->rows.n;
    TRY(ask(&answer, asking, shown, true, NULL, err));
    if (answer.known && !answer.feasible) memcpy(in_force, shown, (size_t)n * sizeof *in_force);
    return CADRE_OK;
}

static CadreStatus row_take(NeedConflict *out, const RuleRows *rows, int number, Arena *arena, CadreError *err)
{
    const RuleRow *row = &rows->rows.items[number];
    ConflictRow *to = &out->rows[out->n_rows++];
    *to = (ConflictRow){.kind = row->kind, .about = row->about, .origin = row->origin};
    if (row->kind != RULE_SLOTS) return CADRE_OK;
    to->groups = rule_row_groups(&to->n_groups, rows, row, arena);
    return to->groups ? CADRE_OK : error_no_memory(err);
}

/* Needs, rules of groups, those of people, pins. */
static int by_kind(const void *left, const void *right)
{
    const ConflictRow *a = left, *b = right;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    return (a->about > b->about) - (a->about < b->about);
}

static CadreStatus narrow(NeedConflict *out, bool *in_force, RuleAsking *asking, const RuleRings *rings, Arena *arena,
                          CadreError *err)
{
    int n = 0, *order = ARENA_ARRAY(asking->arena, int, rings->rows->rows.n);
    if (!order) return error_no_memory(err);
    for (int row = 0; row < rings->rows->rows.n; row++)
        if (in_force[row] && rule_row_can_go(&rings->rows->rows.items[row]) && row != rings->target) order[n++] = row;
    if (n > 1) qsort_r(order, (size_t)n, sizeof *order, rule_by_ring, rings->ring);
    TRY(rules_narrow(&out->least, in_force, asking, order, n, err));
    out->rows = ARENA_ARRAY(arena, ConflictRow, n + 1);
    if (!out->rows) return error_no_memory(err);
    TRY(row_take(out, rings->rows, rings->target, arena, err));
    for (int i = 0; i < n; i++)
        if (in_force[order[i]]) TRY(row_take(out, rings->rows, order[i], arena, err));
    if (out->n_rows > 2) qsort(out->rows + 1, (size_t)out->n_rows - 1, sizeof *out->rows, by_kind);
    if (out->n_rows == 1) { /* it cannot be met even by itself */
        out->answer = NEED_TOO_FEW;
        out->n_rows = 0;
    }
    return CADRE_OK;
}

/* The row of the need; -1: what its columns can be keeps it in any case, or there is none. */
static int target_row(const RuleRows *rows, const Program *program, int rule)
{
    static const RuleKind kinds[] = {[FAMILY_ROLE] = RULE_ROLE_MIN,
                                     [FAMILY_SIZE] = RULE_SIZE_MIN,
                                     [FAMILY_COVERAGE] = RULE_COVERAGE,
                                     [FAMILY_MIX] = RULE_MIX_MIN};
    const GroupRule *at = &program->rules[rule];
    RuleKind kind = at->family == FAMILY_MIX && at->low == INT64_MIN ? RULE_MIX_MAX : kinds[at->family];
    for (int row = 0; row < rows->rows.n; row++)
        if (rows->rows.items[row].kind == kind && rows->rows.items[row].about == at->about) return row;
    return -1;
}

static CadreStatus conflict_find(NeedConflict *out, const Program *program, const Solution *solution, const bool *needs,
                                 int rule, Arena *arena, Arena *scratch, CadreError *err)
{
    EngineLimits limits = {.nodes = NEED_NODES, .iterations = NEED_ITERATIONS, .gap = 1, .enough = INT64_MAX};
    RuleRows rows;
    bool *asked = ARENA_ARRAY(scratch, bool, program->model->n_staff);
    if (!asked) return error_no_memory(err);
    memset(asked, true, (size_t)program->model->n_staff);
    TRY(rule_rows_make(&rows, program, asked, needs, scratch, err));
    int target = target_row(&rows, program, rule);
    if (target < 0) return CADRE_OK;
    RuleRings rings;
    TRY(rule_rings_make(&rings, &rows, target, scratch, err));
    RuleAsking asking = {.rows = &rows, .limits = &limits, .arena = scratch, .work_most = NEED_WORK};
    bool *near = ARENA_ARRAY(scratch, bool, rows.columns.n);
    if (!near) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        int64_t pair = program_find_pair(program, solution->assignments[i].person, solution->assignments[i].role);
        if (pair >= 0) near[rows.column_of[pair]] = true;
    }
    asking.near = near;
    bool *in_force = ARENA_ARRAY(scratch, bool, rows.rows.n), *shown = ARENA_ARRAY(scratch, bool, rows.rows.n);
    if (!in_force || !shown) return error_no_memory(err);
    TRY(conflict_rows_find(&out->answer, in_force, &asking, &rings, shown, err));
    if (out->answer != NEED_CONFLICT) return CADRE_OK;
    TRY(shown_take(in_force, &asking, shown, err));
    return narrow(out, in_force, &asking, &rings, arena, err);
}

CadreStatus need_conflict_find(NeedConflict *out, const Program *program, const Solution *solution, const Shortage *shortage,
                               Arena *arena, CadreError *err)
{
    *out = (NeedConflict){.answer = NEED_NOT_KNOWN, .least = true};
    int rule = rule_of(program, shortage);
    if (rule < 0) return CADRE_OK;
    if (shortage->have <= shortage->needed) count_people(out, program, shortage);
    if (too_few(out, shortage)) {
        out->answer = NEED_TOO_FEW;
        return CADRE_OK;
    }
    Arena *scratch = arena_create(arena);
    bool *needs = NULL;
    if (!scratch) return error_no_memory(err);
    CadreStatus status = needs_met(&needs, program, solution, scratch, err);
    if (status == CADRE_OK) {
        needs[rule] = true;
        status = conflict_find(out, program, solution, needs, rule, arena, scratch, err);
    }
    engine_finish();
    arena_release(scratch);
    return status;
}
