#include "explain/result.h"

#include <stdlib.h>
#include <string.h>

#include "explain/holdings.h"
#include "explain/left_out.h"
#include "explain/reasons.h"
#include "explain/repairs.h"

static CadreStatus assignment_rows(ResultRows *out, const Rivals *rivals, const Solution *solution, Arena *arena,
                                   CadreError *err)
{
    const Holdings *holdings = rivals->holdings;
    out->n_assignments = solution->n;
    out->assignments = ARENA_ARRAY(arena, AssignmentRow, solution->n);
    if (!out->assignments) return error_no_memory(err);
    for (int i = 0; i < solution->n; i++) {
        Assignment at = solution->assignments[i];
        AssignmentRow *row = &out->assignments[i];
        int64_t pair = score_find(holdings->scores, at.person, at.role);
        if (pair < 0) return error_set(err, CADRE_SOLVER, "the solver gave a role to a person who may not hold it");
        *row = (AssignmentRow){.person = at.person, .role = at.role, .points = holdings->scores->points[pair]};
        row->parts = score_parts(holdings->model, at.person, at.role);
        TRY(reason_for_assignment(&row->reason, rivals, at.person, at.role, &row->parts, arena, err));
    }
    return CADRE_OK;
}

static CadreStatus group_rows(ResultRows *out, const Holdings *holdings, const Shortage *shortages, int n_shortages,
                              Arena *arena, CadreError *err)
{
    const Model *model = holdings->model;
    out->n_groups = model->n_groups;
    out->groups = ARENA_ARRAY(arena, GroupRow, model->n_groups);
    int64_t *sum = ARENA_ARRAY(arena, int64_t, model->n_groups);
    if (!out->groups || !sum) return error_no_memory(err);
    for (int group = 0; group < model->n_groups; group++)
        out->groups[group] = (GroupRow){.group = group, .size = holdings->size[group], .points_mean = -1, .points_min = -1};
    for (int i = 0; i < out->n_assignments; i++) {
        const AssignmentRow *at = &out->assignments[i];
        GroupRow *row = &out->groups[model->roles[at->role].group];
        row->leads += model->roles[at->role].leads;
        if (row->points_min < 0 || at->points < row->points_min) row->points_min = at->points;
        sum[row->group] += at->points;
        row->points_mean = (int)(sum[row->group] / row->size);
    }
    for (int i = 0; i < n_shortages; i++) out->groups[shortages[i].group].shortages += shortages[i].cost;
    return CADRE_OK;
}

static CadreStatus people_rows(ResultRows *out, const Rivals *rivals, Arena *arena, CadreError *err)
{
    const Holdings *holdings = rivals->holdings;
    const Model *model = holdings->model;
    out->n_people = model->n_staff;
    out->people = ARENA_ARRAY(arena, PersonRow, model->n_staff);
    if (!out->people) return error_no_memory(err);
    for (int person = 0; person < model->n_staff; person++) {
        PersonRow *row = &out->people[person];
        *row = (PersonRow){.person = person, .groups = holdings_count(holdings, person), .leads = holdings->leads[person]};
        row->hours = holdings->hours[person];
        row->hours_left = model->staff[person].hours - row->hours;
        int role = holdings_best_role(holdings, person);
        row->best_points = role < 0 ? -1 : rival_points(rivals, person, role);
        TRY(reason_for_person(&row->reason, rivals, person, role, arena, err));
    }
    return CADRE_OK;
}

/* Kinds in the order of their names in the file: coverage, mix, role, size. */
static int kind_order(ShortageKind kind)
{
    static const int order[] = {[SHORTAGE_COVERAGE] = 0, [SHORTAGE_MIX] = 1, [SHORTAGE_ROLE] = 2, [SHORTAGE_SIZE] = 3};
    return order[kind];
}

static int compare_int(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int by_name(const Names *names, int a, int b)
{
    if (a < 0 || b < 0) return compare_int(a, b);
    return strcmp(names_get(names, a), names_get(names, b));
}

static int by_key_columns(const void *left, const void *right, void *context)
{
    const Shortage *a = &((const ShortageRow *)left)->shortage, *b = &((const ShortageRow *)right)->shortage;
    const Model *model = context;
    int order = compare_int(kind_order(a->kind), kind_order(b->kind));
    if (!order) order = compare_int(a->group, b->group);
    if (!order) order = compare_int(a->role, b->role);
    if (!order) order = by_name(model->skills, a->skill, b->skill);
    if (!order) order = compare_int(a->level, b->level);
    if (!order) order = by_name(model->fields, a->field, b->field);
    if (!order && a->field >= 0) order = by_name(model->field_values[a->field], a->value, b->value);
    if (!order) order = compare_int(a->needed, b->needed);
    if (!order) order = compare_int(a->have, b->have);
    return order ? order : compare_int(a->cost, b->cost);
}

/* What mends it, where that was worked out and anything does; else who comes nearest. */
static CadreStatus repair_words(const char **words, const Holdings *holdings, const Shortage *shortage,
                                const ShortageStories *stories, Arena *arena, CadreError *err)
{
    *words = "";
    for (int i = 0; stories && i < stories->n_done; i++)
        if (stories->items[i].whole == shortage) TRY(repairs_sentence(words, &stories->items[i], arena, err));
    return **words ? CADRE_OK : shortage_repair(words, holdings, shortage, arena, err);
}

static CadreStatus shortage_rows(ResultRows *out, const Holdings *holdings, const Shortage *shortages, int n_shortages,
                                 const ShortageStories *stories, Arena *arena, CadreError *err)
{
    out->n_left = stories ? stories->n - stories->n_done : 0;
    out->n_shortages = n_shortages;
    out->shortages = ARENA_ARRAY(arena, ShortageRow, n_shortages);
    if (!out->shortages) return error_no_memory(err);
    for (int i = 0; i < n_shortages; i++) {
        out->shortages[i].shortage = shortages[i];
        TRY(repair_words(&out->shortages[i].repair, holdings, &shortages[i], stories, arena, err));
    }
    Model *context = (Model *)holdings->model; /* qsort_r's context is not const */
    qsort_r(out->shortages, (size_t)n_shortages, sizeof *out->shortages, by_key_columns, context);
    return CADRE_OK;
}

CadreStatus result_rows_make(ResultRows *out, const Model *model, const ScoreTable *scores, const SolveOutcome *outcome,
                             const Shortage *shortages, int n_shortages, const ShortageStories *repairs, Arena *arena,
                             CadreError *err)
{
    Holdings holdings;
    Rivals rivals;
    ResultRows rows = {0};
    TRY(holdings_make(&holdings, model, scores, &outcome->solution, arena, err));
    TRY(rivals_make(&rivals, &holdings, outcome, arena, err));
    TRY(assignment_rows(&rows, &rivals, &outcome->solution, arena, err));
    TRY(group_rows(&rows, &holdings, shortages, n_shortages, arena, err));
    TRY(people_rows(&rows, &rivals, arena, err));
    TRY(shortage_rows(&rows, &holdings, shortages, n_shortages, repairs, arena, err));
    TRY(leading_make(&rows.leading, &holdings, arena, err));
    TRY(alternatives_make(&rows.alternatives, &rivals, arena, err));
    *out = rows;
    return CADRE_OK;
}
