/* overview_json.c: all that the terminal tells, uncut, for other programs. */
#include "write/json_values.h"
#include "write/overview_write.h"

/* Arrays are made element by element; without memory the array becomes NULL, and stays it. */
static void push(json_t **array, json_t *value)
{
    if (*array && json_array_append_new(*array, value) == 0) return;
    if (!*array) json_decref(value);
    json_decref(*array);
    *array = NULL;
}

static json_t *person_key(const Overview *overview, int person, Arena *arena)
{
    return json_lenient(overview->model->staff[person].key, arena);
}

static json_t *survey_name(const Overview *overview, int survey, Arena *arena)
{
    return json_lenient(overview->responses->surveys[survey].name, arena);
}

/* The name of a site, null for none. */
static json_t *site_name(const Overview *overview, int site, Arena *arena)
{
    return site >= 0 && site < overview->model->n_sites ? json_lenient(overview->model->sites[site].name, arena) : json_null();
}

static json_t *surveys_json(const Overview *overview, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; i < overview->responses->n_surveys; i++) {
        const SurveyFile *survey = &overview->responses->surveys[i];
        const SurveyCount *count = &overview->surveys[i];
        push(&array,
             json_pack("{s:o, s:i, s:i, s:i, s:i, s:i, s:i, s:b}", "survey", survey_name(overview, i, arena), "form",
                       survey->form + 1, "answers", survey->n_rows, "people", count->people, "repeated", count->repeated,
                       "late", count->late, "left_out", survey->n_left_out, "asks_who", survey->names_people));
    }
    return array;
}

static json_t *count_json(const AnswerCount *count)
{
    return json_pack("{s:i, s:i, s:i, s:i, s:i}", "staff", count->staff, "all", count->all, "some", count->some, "none",
                     count->none, "away", count->away);
}

static json_t *sites_json(const Overview *overview, Arena *arena)
{
    json_t *array = json_array();
    for (int site = 0; site <= overview->model->n_sites; site++) {
        json_t *value = overview->sites[site].staff > 0 ? count_json(&overview->sites[site]) : NULL;
        if (overview->sites[site].staff == 0) continue;
        if (value && json_object_set_new(value, "site", site_name(overview, site, arena)) != 0) {
            json_decref(value);
            value = NULL;
        }
        push(&array, value);
    }
    return array;
}

static json_t *gap_json(const Overview *overview, const Gap *gap, Arena *arena)
{
    const Person *person = &overview->model->staff[gap->person];
    json_t *forms = json_array();
    for (int i = gap->first_form; i < gap->first_form + gap->n_forms; i++)
        push(&forms, json_lenient(overview->form_names[overview->gap_forms.items[i]], arena));
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:b}", "person", json_lenient(person->key, arena), "name",
                     json_lenient(person->name, arena), "email", json_lenient(person->email, arena), "site",
                     site_name(overview, person->site, arena), "missing", forms, "answered_nothing", gap->silent);
}

static json_t *gaps_json(const Overview *overview, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; i < overview->gaps.n; i++) push(&array, gap_json(overview, &overview->gaps.items[i], arena));
    return array;
}

/* Answers that are late, or repeated. */
static json_t *responses_json(const Overview *overview, bool late, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; i < overview->responses->items.n; i++) {
        const Response *at = &overview->responses->items.items[i];
        if (late ? !at->late : at->n_rows < 2) continue;
        push(&array, json_pack("{s:o, s:o, s:i}", "person", person_key(overview, at->person, arena), "survey",
                               survey_name(overview, at->survey, arena), "answers", at->n_rows));
    }
    return array;
}

static json_t *same_json(const Overview *overview, Arena *arena)
{
    const Responses *responses = overview->responses;
    json_t *array = json_array();
    for (int i = 0; i < responses->same.n; i++) {
        const SameAnswer *at = &responses->same.items[i];
        const RatedGrid *grid = &responses->grids[at->grid];
        push(&array, json_pack("{s:o, s:o, s:o, s:o, s:i}", "person", person_key(overview, at->person, arena), "survey",
                               survey_name(overview, grid->survey, arena), "question", json_lenient(grid->question, arena),
                               "answer", json_lenient(at->answer, arena), "rows", grid->n_rows));
    }
    return array;
}

static json_t *not_on_roster_json(const Overview *overview, Arena *arena)
{
    json_t *array = json_array();
    if (!overview->responses->has_roster) return array;
    for (int person = 0; person < overview->model->n_staff; person++)
        if (!overview->responses->on_roster[person]) push(&array, person_key(overview, person, arena));
    return array;
}

static json_t *spreads_json(const Overview *overview, SpreadKind kind, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; i < overview->spreads.n; i++) {
        const Spread *spread = &overview->spreads.items[i];
        const int *n = spread->count;
        if (spread->kind != kind) continue;
        json_t *counts = kind == SPREAD_CHOICE ? json_pack("[i, i, i, i, i]", n[5], n[4], n[3], n[2], n[1])
                                               : json_pack("[i, i, i, i, i, i]", n[0], n[1], n[2], n[3], n[4], n[5]);
        push(&array,
             json_pack("{s:o, s:o, s:i}", "name", json_lenient(spread->name, arena), kind == SPREAD_CHOICE ? "ranks" : "levels",
                       counts, "no_answer", overview->model->n_staff - spread->n_answers));
    }
    return array;
}

static json_t *lacks_json(const Overview *overview, Arena *arena)
{
    const Model *model = overview->model;
    json_t *array = json_array();
    for (int i = 0; i < overview->lacks.n; i++) {
        const Lack *lack = &overview->lacks.items[i];
        push(&array, json_pack("{s:o, s:i, s:o, s:i, s:i, s:o, s:o, s:i}", "skill",
                               json_lenient(names_get(model->skills, lack->skill), arena), "level", lack->level, "site",
                               site_name(overview, lack->site, arena), "needed", lack->needed, "have", lack->have, "highest",
                               lack->highest < 0 ? json_null() : json_integer(lack->highest), "group",
                               json_lenient(model->groups[lack->group].name, arena), "groups", lack->n_groups));
    }
    return array;
}

static json_t *closed_json(const Overview *overview, Arena *arena)
{
    const Model *model = overview->model;
    json_t *array = json_array();
    for (int i = 0; i < overview->closed.n; i++) {
        const ClosedRole *closed = &overview->closed.items[i];
        const Role *role = &model->roles[closed->role];
        json_t *reasons = json_object();
        for (int j = 0; reasons && j < closed->n_reasons; j++) {
            if (json_object_set_new(reasons, closed->reasons[j].name, json_integer(closed->reasons[j].people)) == 0) continue;
            json_decref(reasons);
            reasons = NULL;
        }
        push(&array, json_pack("{s:o, s:o, s:i, s:i, s:i, s:o}", "group", json_lenient(model->groups[role->group].name, arena),
                               "role", json_lenient(role->name, arena), "needed", closed->needed, "have", closed->have,
                               "people", closed->n_near, "reasons", reasons));
    }
    return array;
}

/* What hangs on the plan; null where that is not sound. */
static json_t *plan_json(const Overview *overview, Arena *arena)
{
    const Model *model = overview->model;
    int seats = 0;
    if (!overview->program) return json_null();
    for (int role = 0; role < model->n_roles; role++) seats += model->roles[role].min;
    return json_pack("{s:i, s:i, s:i, s:o, s:o}", "groups", model->n_groups, "roles", model->n_roles, "seats", seats,
                     "scarce_skills", lacks_json(overview, arena), "closed_roles", closed_json(overview, arena));
}

static json_t *overview_json(const Overview *overview, Arena *arena)
{
    return json_pack(
        "{s:o, s:b, s:i, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "staff", count_json(&overview->all),
        "roster", overview->responses->has_roster, "sites", overview->model->n_sites, "skills",
        names_count(overview->model->skills), "not_on_roster", not_on_roster_json(overview, arena), "surveys",
        surveys_json(overview, arena), "by_site", sites_json(overview, arena), "missing", gaps_json(overview, arena), "late",
        responses_json(overview, true, arena), "repeated", responses_json(overview, false, arena), "same_answer",
        same_json(overview, arena), "skill_levels", spreads_json(overview, SPREAD_SKILL, arena), "skill_interest",
        spreads_json(overview, SPREAD_INTEREST, arena), "group_interest", spreads_json(overview, SPREAD_TOPIC, arena),
        "group_choices", spreads_json(overview, SPREAD_CHOICE, arena), "plan", plan_json(overview, arena));
}

CadreStatus check_report_json(const char **text, const CheckReport *report, Arena *arena, CadreError *err)
{
    json_t *overview = report->overview ? overview_json(report->overview, arena) : json_null();
    json_t *value =
        json_pack("{s:i, s:i, s:i, s:o, s:o}", "errors", report->errors, "warnings", report->warnings, "notes", report->notes,
                  "overview", overview, "messages", json_messages(report->messages, report->n_messages, arena));
    return json_finish(text, value, arena, err);
}
