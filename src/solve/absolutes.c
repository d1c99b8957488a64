#include "solve/absolutes.h"

#include <stdlib.h>
#include <string.h>

#include "program/contradictions.h"
#include "program/group_rules.h"
#include "program/person_rules.h"

/* A rule as a row over pairs, with the words for a conflict. */
typedef struct AbsoluteRow {
    int64_t low, high;
    const char *name;
    Origin origin;
    bool always; /* no sheet row can lift it */
    int64_t first_entry;
    int n_entries;
} AbsoluteRow;

typedef struct Absolutes {
    const Program *program;
    const EngineLimits *limits;
    Arena *arena;
    bool *asked; /* [n_staff] */
    LIST(AbsoluteRow) rows;
    LIST(PersonEntry) entries;
    bool lost;
} Absolutes;

/* --- who is asked --- */

/* People whose membership some rule sets equal to that of someone asked are asked too, until nobody is added. */
static bool asked_spread(Absolutes *absolutes)
{
    const Model *model = absolutes->program->model;
    bool spread = false;
    for (int i = 0; i < model->n_pairs; i++) {
        const Pair *pair = &model->pairs[i];
        if (!pair->together || absolutes->asked[pair->person] == absolutes->asked[pair->other]) continue;
        absolutes->asked[pair->person] = absolutes->asked[pair->other] = spread = true;
    }
    return spread;
}

static bool asked_make(Absolutes *absolutes)
{
    const Program *program = absolutes->program;
    bool any = false;
    for (int person = 0; person < program->model->n_staff; person++)
        if (program->first_must[person + 1] > program->first_must[person]) absolutes->asked[person] = any = true;
    while (asked_spread(absolutes)) {
    }
    return any;
}

/* --- the rows --- */

static void row_open(Absolutes *absolutes, AbsoluteRow row)
{
    row.first_entry = absolutes->entries.n;
    if (!LIST_PUSH(absolutes->arena, &absolutes->rows, row)) absolutes->lost = true;
}

static void row_entry(Absolutes *absolutes, int64_t pair, int64_t coefficient)
{
    PersonEntry entry = {pair, coefficient};
    if (absolutes->lost || !LIST_PUSH(absolutes->arena, &absolutes->entries, entry))
        absolutes->lost = true;
    else
        absolutes->rows.items[absolutes->rows.n - 1].n_entries++;
}

/* Of a priced rule the slack's own side is no rule here. */
static void group_rows_make(Absolutes *absolutes)
{
    const Program *program = absolutes->program;
    for (int rule = 0; rule < program->n_rules; rule++) {
        const GroupRule *at = &program->rules[rule];
        bool too_many_priced = at->slack >= 0 && program->slack_entries[program->slack_first_entry[at->slack]].coefficient < 0;
        row_open(absolutes, (AbsoluteRow){.low = at->slack >= 0 ? INT64_MIN : at->low,
                                          .high = too_many_priced ? INT64_MAX : at->high,
                                          .name = group_rule_families[at->family].name,
                                          .origin = at->origin});
    }
    for (int64_t pair = 0; pair < program->n_pairs && !absolutes->lost; pair++) {
        if (!absolutes->asked[program->pair_person[pair]]) continue;
        for (int64_t i = program->first_entry[pair]; i < program->first_entry[pair + 1]; i++)
            absolutes->rows.items[program->entries[i].row].n_entries++;
    }
}

static CadreStatus person_rows_copy(Absolutes *absolutes, CadreError *err)
{
    PersonRows own = {.program = absolutes->program, .arena = absolutes->arena};
    const Program *program = absolutes->program;
    for (int i = 0; i < program->n_people; i++) {
        if (!absolutes->asked[program->person[i]]) continue;
        for (own.rule = 0; own.rule < n_person_rules; own.rule++) person_rules[own.rule].rows_add(&own, program->person[i]);
    }
    if (own.lost) return error_no_memory(err);
    for (int i = 0; i < own.rows.n; i++) {
        const PersonRow *row = &own.rows.items[i];
        row_open(absolutes, (AbsoluteRow){.low = row->low,
                                          .high = row->high,
                                          .name = person_rules[row->rule].name,
                                          .origin = row->origin,
                                          .always = person_rules[row->rule].allowed == one_role_allowed});
        for (int k = 0; k < row->n_entries; k++) {
            PersonEntry entry = own.entries.items[row->first_entry + k];
            row_entry(absolutes, entry.pair, entry.coefficient);
        }
    }
    return absolutes->lost ? error_no_memory(err) : CADRE_OK;
}

/* --- asking the solver --- */

typedef struct Question {
    LinearProgram linear;
    int *column; /* [n_pairs], -1: not asked */
    int64_t *pair;
    int *row; /* [n_rules], -1: not in force */
} Question;

static CadreStatus columns_make(Question *question, const Absolutes *absolutes, Arena *arena, CadreError *err)
{
    const Program *program = absolutes->program;
    question->linear.arena = arena;
    question->column = ARENA_ARRAY(arena, int, program->n_pairs);
    question->pair = ARENA_ARRAY(arena, int64_t, program->n_pairs);
    question->row = ARENA_ARRAY(arena, int, program->n_rules);
    if (!question->column || !question->pair || !question->row) return error_no_memory(err);
    for (int64_t pair = 0; pair < program->n_pairs; pair++) {
        question->column[pair] = -1;
        if (!absolutes->asked[program->pair_person[pair]]) continue;
        question->column[pair] = linear_column(&question->linear, 0, 0, 1);
        question->pair[question->column[pair]] = pair;
    }
    return CADRE_OK;
}

/* Rows in force; those of groups come first and have their entries in the program, those of people in `entries`. */
static void rows_make(Question *question, const Absolutes *absolutes, const bool *in_force)
{
    const Program *program = absolutes->program;
    for (int row = 0; row < absolutes->rows.n; row++) {
        const AbsoluteRow *at = &absolutes->rows.items[row];
        int own = in_force[row] ? linear_row(&question->linear, at->low, at->high) : -1;
        if (row < program->n_rules) question->row[row] = own;
        for (int k = 0; own >= 0 && row >= program->n_rules && k < at->n_entries; k++) {
            PersonEntry entry = absolutes->entries.items[at->first_entry + k];
            linear_entry(&question->linear, own, question->column[entry.pair], entry.coefficient);
        }
    }
    for (int64_t pair = 0; pair < program->n_pairs; pair++)
        for (int64_t i = program->first_entry[pair]; question->column[pair] >= 0 && i < program->first_entry[pair + 1]; i++)
            if (question->row[program->entries[i].row] >= 0)
                linear_entry(&question->linear, question->row[program->entries[i].row], question->column[pair],
                             program->entries[i].coefficient);
}

static CadreStatus question_solve(EngineSearch *out, const Question *question, const EngineLimits *limits, Arena *arena,
                                  CadreError *err)
{
    Engine *engine = NULL;
    EngineRelaxation relaxation = {.dual = ARENA_ARRAY(arena, double, question->linear.rows.n)};
    *out = (EngineSearch){.end = ENGINE_FAILED};
    if (!relaxation.dual) return error_no_memory(err);
    TRY(engine_open(&engine, &question->linear, arena, err));
    CadreStatus status = engine_relax(&relaxation, engine, limits, err);
    if (status == CADRE_OK && relaxation.end != ENGINE_DONE)
        out->end = relaxation.end;
    else if (status == CADRE_OK)
        status = engine_search(out, engine, NULL, limits, arena, err);
    engine_close(engine);
    return status;
}

/* keep: whether the assignments found are wanted. */
static CadreStatus ask(AbsolutesAnswer *out, const Absolutes *absolutes, const bool *in_force, bool keep, CadreError *err)
{
    *out = (AbsolutesAnswer){0};
    const Program *program = absolutes->program;
    Arena *scratch = arena_create(absolutes->arena);
    if (!scratch) return error_no_memory(err);
    Question question = {0};
    EngineSearch found = {0};
    CadreStatus status = columns_make(&question, absolutes, scratch, err);
    if (status == CADRE_OK) {
        rows_make(&question, absolutes, in_force);
        status =
            question.linear.lost ? error_no_memory(err) : question_solve(&found, &question, absolutes->limits, scratch, err);
    }
    out->feasible = found.found;
    out->known = found.found || found.end == ENGINE_INFEASIBLE;
    LIST(Assignment) start = {0};
    for (int j = 0; status == CADRE_OK && keep && found.found && j < question.linear.columns.n; j++) {
        if (found.point[j] <= 0) continue;
        Assignment at = {program->pair_person[question.pair[j]], program->pair_role[question.pair[j]]};
        if (!LIST_PUSH(absolutes->arena, &start, at)) status = error_no_memory(err);
    }
    out->start = (Solution){start.items, start.n};
    solution_sort(&out->start);
    arena_release(scratch);
    return status;
}

/* --- a least conflict --- */

/* Drop rows in blocks that halve, keeping what the conflict needs: O(rows in it * log rows) questions. */
static CadreStatus conflict_narrow(const Absolutes *absolutes, bool *in_force, CadreError *err)
{
    int n = absolutes->rows.n, block = 1;
    bool *before = ARENA_ARRAY(absolutes->arena, bool, n);
    if (!before) return error_no_memory(err);
    while (block < n) block *= 2;
    for (; block >= 1; block /= 2)
        for (int first = 0; first < n; first += block) {
            bool dropped = false;
            int end = first + block < n ? first + block : n;
            for (int row = first; row < end; row++) {
                before[row - first] = in_force[row];
                if (!in_force[row] || absolutes->rows.items[row].always) continue;
                in_force[row] = false;
                dropped = true;
            }
            if (!dropped) continue;
            AbsolutesAnswer answer;
            TRY(ask(&answer, absolutes, in_force, false, err));
            if (answer.known && !answer.feasible) continue; /* still a conflict without them */
            memcpy(in_force + first, before, (size_t)(end - first) * sizeof *in_force);
        }
    return CADRE_OK;
}

static const char *place_add(const char *text, const char *name, Origin origin, Arena *arena)
{
    const char *place = contradiction_place(origin, arena);
    if (!text || !place) return NULL;
    return arena_print(arena, "%s%s%s%s%s%s", text, *text ? "; " : "", name, *place ? " (" : "", place, *place ? ")" : "");
}

/* A slot row stands for the groups that meet then. */
static const char *groups_add(const Absolutes *absolutes, const char *text, const AbsoluteRow *row)
{
    const Model *model = absolutes->program->model;
    int before = -1;
    for (int k = 0; k < row->n_entries; k++) {
        int64_t pair = absolutes->entries.items[row->first_entry + k].pair;
        int group = model->roles[absolutes->program->pair_role[pair]].group;
        if (group == before) continue;
        before = group;
        text = place_add(text, model->groups[group].name, model->groups[group].origin, absolutes->arena);
    }
    return text;
}

static CadreStatus conflict_report(const Absolutes *absolutes, const bool *in_force, Messages *messages, CadreError *err)
{
    const char *text = "";
    Origin place = {0};
    for (int row = 0; row < absolutes->rows.n; row++) {
        const AbsoluteRow *at = &absolutes->rows.items[row];
        if (!in_force[row] || at->always) continue;
        if (at->low == 1) place = at->origin; /* a must pin */
        if (strcmp(at->name, "slots") == 0)
            text = groups_add(absolutes, text, at);
        else
            text = place_add(text, strcmp(at->name, "changes") == 0 ? "max_changes" : at->name, at->origin, absolutes->arena);
    }
    if (!text) return error_no_memory(err);
    messages_add(messages, CADRE_ERROR, place, "these rules contradict each other: %s; expected rules that can all be kept",
                 text);
    return CADRE_OK;
}

CadreStatus absolutes_solve(AbsolutesAnswer *out, const Program *program, const EngineLimits *limits, Arena *arena,
                            Messages *messages, CadreError *err)
{
    *out = (AbsolutesAnswer){.known = true, .feasible = true};
    Absolutes absolutes = {.program = program, .limits = limits, .arena = arena};
    absolutes.asked = ARENA_ARRAY(arena, bool, program->model->n_staff);
    if (!absolutes.asked) return error_no_memory(err);
    if (!asked_make(&absolutes)) return CADRE_OK;
    group_rows_make(&absolutes);
    TRY(person_rows_copy(&absolutes, err));
    bool *in_force = ARENA_ARRAY(arena, bool, absolutes.rows.n);
    if (!in_force) return error_no_memory(err);
    memset(in_force, true, (size_t)absolutes.rows.n);
    TRY(ask(out, &absolutes, in_force, true, err));
    if (!out->known || out->feasible) return CADRE_OK;
    TRY(conflict_narrow(&absolutes, in_force, err));
    return conflict_report(&absolutes, in_force, messages, err);
}
