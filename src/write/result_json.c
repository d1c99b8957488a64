#include "write/json_values.h"
#include "write/write.h"

/* A whole number, null where it is `none`. */
static json_t *number_or_null(int64_t number, int64_t none) { return number == none ? json_null() : json_integer(number); }

/* Enter a number where it applies. NULL, and `object` released, without memory. */
static json_t *add_where(json_t *object, const char *key, int64_t number, bool applies)
{
    if (!object || !applies || json_object_set_new(object, key, json_integer(number)) == 0) return object;
    json_decref(object);
    return NULL;
}

static json_t *settings_json(const Settings *settings, Arena *arena)
{
    return json_pack("{s:i, s:i, s:i, s:i, s:f, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:s, s:o, s:I, s:o}", "weight_fit",
                     settings->weight_fit, "weight_interest", settings->weight_interest, "weight_growth",
                     settings->weight_growth, "weight_continuity", settings->weight_continuity, "hours",
                     settings->hours / 100.0, "max_groups", settings->max_groups, "max_leads", settings->max_leads, "everyone",
                     settings->everyone, "extra_load", settings->extra_load, "short_must", settings->short_must, "short_role",
                     settings->short_role, "short_should", settings->short_should, "fairness",
                     settings->fairness == FAIRNESS_FLOOR ? "floor" : "total", "max_changes",
                     number_or_null(settings->max_changes, NO_LIMIT), "seed", (json_int_t)settings->seed, "closes",
                     settings->closes[0] ? json_lenient(settings->closes, arena) : json_null());
}

static json_t *counts_json(const Model *model, const ResultRows *rows)
{
    int answered = 0, away = 0, with_role = 0;
    for (int person = 0; person < model->n_staff; person++) {
        answered += model->staff[person].answered;
        away += model->staff[person].away;
        with_role += rows->people[person].groups > 0;
    }
    return json_pack("{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "staff", model->n_staff, "answered", answered,
                     "away", away, "sites", model->n_sites, "skills", model->n_skills, "groups", model->n_groups, "roles",
                     model->n_roles, "assignments", rows->n_assignments, "people_with_role", with_role, "shortages",
                     rows->n_shortages);
}

static json_t *work_json(const SolveOutcome *outcome)
{
    json_t *work = json_object();
    for (int i = 0; work && i < outcome->n_work; i++) {
        if (json_object_set_new(work, outcome->work[i].name, json_integer(outcome->work[i].count)) == 0) continue;
        json_decref(work);
        work = NULL;
    }
    return work;
}

/* Append `value`, which is released also without memory. */
static json_t *append(json_t *array, json_t *value)
{
    if (array && json_array_append_new(array, value) == 0) return array;
    if (!array) json_decref(value);
    json_decref(array);
    return NULL;
}

static json_t *comparison_json(const LeadingComparison *of)
{
    return json_pack("{s:i, s:I, s:I, s:I, s:o}", "seats", of->seats, "comparisons", (json_int_t)of->comparisons, "higher",
                     (json_int_t)of->higher, "equal", (json_int_t)of->equal, "permille",
                     number_or_null(leading_concordance(of), -1));
}

static json_t *leading_json(const Model *model, const LeadingTable *table, Arena *arena)
{
    json_t *left_out = json_array(), *years = json_array();
    for (int i = 0; left_out && i < table->left_out.n; i++)
        left_out = append(left_out, json_lenient(names_get(model->fields, table->left_out.items[i]), arena));
    for (int i = 0; years && i < table->year_fields.n; i++) {
        json_t *one = comparison_json(&table->years[i]);
        json_t *field = json_lenient(names_get(model->fields, table->years[i].field), arena);
        if (json_object_set_new(one, "field", field) != 0) {
            json_decref(one);
            one = NULL;
        }
        years = append(years, one);
    }
    return json_pack("{s:i, s:i, s:i, s:o, s:o, s:o}", "staff", table->staff, "leaders", table->leaders, "leading_roles",
                     table->leading_roles, "left_out", left_out, "skill_and_interest", comparison_json(&table->merit), "years",
                     years);
}

static json_t *step_json(const MendStep *step)
{
    return json_pack("{s:I, s:I, s:I, s:b, s:I, s:I, s:i}", "moves", (json_int_t)step->moves, "total", (json_int_t)step->value,
                     "bound", (json_int_t)step->bound, "proved", step->bound == step->value, "points",
                     (json_int_t)step->parts.points, "shortages", (json_int_t)step->parts.shortages, "short_needs",
                     step->n_shortages);
}

static json_t *mending_json(const Mending *mending)
{
    const Mend *mend = &mending->mend;
    const Notices *notices = &mending->notices;
    bool has_steps = mend->n_steps > 0;
    json_t *steps = json_array();
    for (int i = 0; steps && i < mend->n_steps; i++) steps = append(steps, step_json(&mend->steps[i]));
    return json_pack("{s:o, s:I, s:o, s:o, s:o, s:i, s:i, s:i, s:i}", "steps", steps, "worth", (json_int_t)mending->worth,
                     "complete_to", number_or_null(has_steps ? mend->complete_to : -1, -1), "recommended",
                     number_or_null(has_steps ? mend->steps[mend->recommended].moves : -1, -1), "chosen",
                     number_or_null(has_steps ? mend->steps[mend->chosen].moves : -1, -1), "begin", notices->begin, "end",
                     notices->end, "people", notices->n_people, "told", notices->n_told);
}

CadreStatus result_json_text(const char **text, const Model *model, const ResultRows *rows, const SolveOutcome *outcome,
                             int64_t gap_asked, Arena *arena, CadreError *err)
{
    const ObjectiveParts *parts = &outcome->parts;
    const SolveLimits *limits = &outcome->limits;
    int64_t objective = objective_value(*parts);
    json_t *value = json_pack(
        "{s:s, s:I, s:{s:I, s:I, s:I, s:I}, s:I, s:I, s:I, s:b, s:s, s:{s:b, s:b, s:b, s:b}, s:o, s:o, s:o, s:o}", "version",
        CADRE_VERSION, "objective", (json_int_t)objective, "parts", "points", (json_int_t)parts->points, "everyone",
        (json_int_t)parts->everyone, "extra_load", (json_int_t)parts->extra_load, "shortages", (json_int_t)parts->shortages,
        "bound", (json_int_t)outcome->bound, "gap", (json_int_t)(outcome->bound - objective), "gap_asked",
        (json_int_t)gap_asked, "proved", outcome->proved, "method", outcome->method, "limits", "nodes", limits->nodes, "rounds",
        limits->rounds, "time", limits->time, "memory", limits->memory, "counts", counts_json(model, rows), "settings",
        settings_json(&model->settings, arena), "work", work_json(outcome), "leading",
        leading_json(model, &rows->leading, arena));
    value = add_where(value, "floor", outcome->floor, outcome->floor >= 0);
    value = add_where(value, "changes", outcome->changes, outcome->changes >= 0);
    if (value && rows->mending && json_object_set_new(value, "mending", mending_json(rows->mending)) != 0) {
        json_decref(value);
        value = NULL;
    }
    if (value && model->redacted && json_object_set_new(value, "redacted", json_string(model->redacted)) != 0) {
        json_decref(value);
        value = NULL;
    }
    return json_finish(text, value, arena, err);
}
