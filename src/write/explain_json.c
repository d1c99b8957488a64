/* explain_json.c: an explanation as JSON. A change is named as its sheets name it (hours in hundredths), so that another
 * program can make it and solve again. */
#include "explain/holdings.h"
#include "explain/level_changes.h"
#include "explain/repairs.h"
#include "explain/wording.h"
#include "write/explain_write.h"
#include "write/json_values.h"

typedef struct Writing {
    const Model *model;
    Arena *arena;
} Writing;

static void set_text(json_t *object, const char *key, const char *text)
{
    if (text) json_object_set_new(object, key, json_string(text));
}

static void set_role(const Writing *writing, json_t *object, int role)
{
    if (role < 0) return;
    set_text(object, "group", writing->model->groups[writing->model->roles[role].group].name);
    set_text(object, "role", writing->model->roles[role].name);
}

static void set_person(const Writing *writing, json_t *object, const char *key, int person)
{
    if (person >= 0) set_text(object, key, writing->model->staff[person].key);
}

/* --- changes --- */

static const char *const kinds[] = {
    [ALTER_MUST] = "must",         [ALTER_NEVER] = "never",           [ALTER_LEVEL] = "level",
    [ALTER_HOURS] = "hours",       [ALTER_MAX_GROUPS] = "max_groups", [ALTER_MAX_LEADS] = "max_leads",
    [ALTER_POSITION] = "position", [ALTER_MEETS] = "meets",           [ALTER_ROLE_MIN] = "role_min",
    [ALTER_MIN_SIZE] = "min_size", [ALTER_PEOPLE] = "people",         [ALTER_MIX_MIN] = "mix_min",
    [ALTER_MIX_MAX] = "mix_max",   [ALTER_UNPIN] = "unpin",           [ALTER_OUTSIDE] = "outside",
};

/* Which need it is. */
static void set_source(const Writing *writing, json_t *object, const Alteration *at)
{
    const Model *model = writing->model;
    if (at->kind == ALTER_PEOPLE) {
        const Coverage *coverage = &model->coverages[at->source];
        set_text(object, "skill", names_get(model->skills, coverage->skill));
        json_object_set_new(object, "level", json_integer(coverage->level));
        set_text(object, "row", words_row(coverage->origin, writing->arena));
    }
    if (at->kind == ALTER_MIX_MIN || at->kind == ALTER_MIX_MAX) {
        const Mix *mix = &model->mixes[at->source];
        set_text(object, "field", names_get(model->fields, mix->field));
        set_text(object, "of", names_get(model->field_values[mix->field], mix->value));
        set_text(object, "row", words_row(mix->origin, writing->arena));
    }
}

static json_t *change_json(const Writing *writing, const Alteration *at)
{
    const Model *model = writing->model;
    json_t *object = json_pack("{s:s}", "change", kinds[at->kind]);
    set_person(writing, object, "person", at->person);
    if (at->group >= 0) set_text(object, "group", model->groups[at->group].name);
    set_role(writing, object, at->role);
    if (at->skill >= 0) set_text(object, "skill", names_get(model->skills, at->skill));
    if (at->field >= 0) {
        set_text(object, "field", names_get(model->fields, at->field));
        set_text(object, "of", names_get(model->field_values[at->field], at->field_value));
    }
    set_source(writing, object, at);
    if (at->kind == ALTER_POSITION)
        set_text(object, "value", names_get(model->field_values[FIELD_POSITION], at->value));
    else if (at->kind != ALTER_MUST && at->kind != ALTER_NEVER && at->kind != ALTER_MEETS && at->kind != ALTER_UNPIN)
        json_object_set_new(object, "value", json_integer(at->value));
    return object;
}

static json_t *changes_json(const Writing *writing, const Alteration *changes, int n)
{
    json_t *array = json_array();
    for (int i = 0; i < n; i++) json_array_append_new(array, change_json(writing, &changes[i]));
    return array;
}

/* {changes, possible, value, bound}: nothing is known of what was not asked. */
static json_t *answer_json(const Writing *writing, const WhatIfAnswer *answer, const Alteration *changes, int n,
                           const Alteration *also)
{
    json_t *list = changes_json(writing, changes, n);
    if (also) json_array_append_new(list, change_json(writing, also));
    json_t *object = json_pack("{s:o, s:b}", "changes", list, "asked", answer->asked);
    if (!answer->asked) return object;
    json_object_set_new(object, "possible", json_boolean(answer->possible));
    if (!answer->possible) return object;
    json_object_set_new(object, "value", json_integer(answer->value));
    json_object_set_new(object, "bound", json_integer(answer->bound));
    json_object_set_new(object, "shortages", json_integer(answer->parts.shortages));
    if (answer->floor >= 0) json_object_set_new(object, "floor", json_integer(answer->floor));
    return object;
}

/* --- what would change --- */

static json_t *shortages_json(const Writing *writing, const Shortage *shortages, int n)
{
    json_t *array = json_array();
    for (int i = 0; i < n; i++) {
        const char *words = NULL;
        CadreError err;
        if (shortage_words(&words, writing->model, &shortages[i], writing->arena, &err) != CADRE_OK) words = NULL;
        json_array_append_new(array, words ? json_string(words) : NULL);
    }
    return array;
}

static json_t *moves_json(const Writing *writing, const Difference *difference)
{
    json_t *array = json_array();
    for (int i = 0; i < difference->n_moves; i++) {
        const Move *move = &difference->moves[i];
        json_t *object = json_object(), *from = json_object(), *to = json_object();
        set_person(writing, object, "person", move->person);
        set_role(writing, from, move->from);
        set_role(writing, to, move->to);
        json_object_set_new(object, "from", from);
        json_object_set_new(object, "to", to);
        json_array_append_new(array, object);
    }
    return array;
}

static void set_difference(const Writing *writing, json_t *object, const Difference *difference)
{
    json_object_set_new(object, "moves", moves_json(writing, difference));
    json_object_set_new(object, "opened", shortages_json(writing, difference->opened, difference->n_opened));
    json_object_set_new(object, "mended", shortages_json(writing, difference->mended, difference->n_mended));
}

/* --- the kinds of question --- */

static json_t *why_json(const Writing *writing, const WhyNot *why)
{
    static const char *const barriers[] = {
        [BARRIER_NONE] = "",      [BARRIER_AWAY] = "away",  [BARRIER_SITE] = "site", [BARRIER_POSITION] = "position",
        [BARRIER_MUST] = "level", [BARRIER_NEVER] = "never"};
    json_t *object = json_pack("{s:b, s:s}", "holds", why->holds, "barrier", barriers[why->barrier]);
    set_person(writing, object, "person", why->person);
    set_role(writing, object, why->role);
    if (why->holds) return object;
    Alteration must = alteration_of(ALTER_MUST, why->person, writing->model->roles[why->role].group, why->role);
    if (why->barrier == BARRIER_NONE) {
        json_object_set_new(object, "with", answer_json(writing, &why->with, NULL, 0, &must));
        set_difference(writing, object, &why->difference);
        if (*why->because) set_text(object, "because", why->because);
    }
    json_t *ways = json_array();
    for (int i = 0; i < why->n_ways; i++) {
        const WayIn *way = &why->ways[i];
        json_array_append_new(ways, json_pack("{s:o, s:o, s:b}", "with",
                                              answer_json(writing, &way->with, way->changes, way->n_changes, &must), "without",
                                              answer_json(writing, &way->without, way->changes, way->n_changes, NULL),
                                              "suffices", way->suffices));
    }
    json_object_set_new(object, "ways", ways);
    return object;
}

static json_t *seat_json(const Writing *writing, const SeatLoss *seat)
{
    Alteration never = alteration_of(ALTER_NEVER, seat->person, writing->model->roles[seat->role].group, -1);
    json_t *object =
        json_pack("{s:i, s:o}", "able", seat->able, "without", answer_json(writing, &seat->without, &never, 1, NULL));
    set_person(writing, object, "person", seat->person);
    set_person(writing, object, "replacement", seat->replacement);
    set_role(writing, object, seat->role);
    set_difference(writing, object, &seat->difference);
    return object;
}

static json_t *story_json(const ShortageStory *story, Arena *arena)
{
    Writing writing = {&story->part->what_if.part.model, arena};
    json_t *repairs = json_array();
    for (int i = 0; i < story->repairs.n; i++) {
        const Repair *repair = &story->repairs.items[i];
        json_t *object = answer_json(&writing, &repair->answer, repair->changes, repair->n_changes, NULL);
        json_object_set_new(object, "steps", json_integer(repair->steps));
        json_object_set_new(object, "gain", json_integer(repair->gain));
        json_object_set_new(object, "exact", json_boolean(repair->exact));
        json_array_append_new(repairs, object);
    }
    json_t *words = shortages_json(&writing, story->shortage, 1);
    json_t *object =
        json_pack("{s:O, s:I, s:I, s:i, s:i, s:o}", "shortage", json_array_get(words, 0), "cost",
                  (json_int_t)story->shortage->cost, "base", (json_int_t)objective_value(story->part->what_if.base_parts),
                  "ways", story->repairs.n_ways, "asked", story->repairs.n_asked, "repairs", repairs);
    json_decref(words);
    set_text(object, "conflict", story->conflict);
    return object;
}

static void set_person_page(const Writing *writing, json_t *root, const Explanation *at)
{
    set_person(writing, root, "person", at->person);
    set_text(root, "reason", at->reason);
    json_t *held = json_array();
    for (int i = 0; i < at->n_held; i++) {
        json_t *object = json_pack("{s:i, s:s}", "points", at->held[i].points, "reason", at->held[i].reason);
        set_role(writing, object, at->held[i].role);
        json_array_append_new(held, object);
    }
    json_object_set_new(root, "roles", held);
}

CadreStatus explanation_json(const char **text, const Explanation *explanation, Arena *arena, CadreError *err)
{
    json_t *root = json_pack("{s:b}", "proved", explanation->is_best);
    if (explanation->part) {
        Writing writing = {&explanation->part->what_if.part.model, arena};
        json_object_set_new(root, "base", json_integer(objective_value(explanation->part->what_if.base_parts)));
        if (explanation->part->what_if.base_floor >= 0)
            json_object_set_new(root, "base_floor", json_integer(explanation->part->what_if.base_floor));
        json_object_set_new(root, "base_bound", json_integer(explanation->part->what_if.base_bound));
        if (explanation->person >= 0) set_person_page(&writing, root, explanation);
        if (explanation->group >= 0) set_text(root, "group", writing.model->groups[explanation->group].name);
        json_t *why = json_array(), *seats = json_array();
        for (int i = 0; i < explanation->n_why; i++) json_array_append_new(why, why_json(&writing, &explanation->why[i]));
        for (int i = 0; i < explanation->seats.n; i++)
            json_array_append_new(seats, seat_json(&writing, &explanation->seats.seats[i]));
        json_object_set_new(root, "why_not", why);
        json_object_set_new(root, "seats", seats);
    }
    json_t *shortages = json_array();
    for (int i = 0; i < explanation->shortages.n_done; i++)
        json_array_append_new(shortages, story_json(&explanation->shortages.items[i], arena));
    json_object_set_new(root, "shortages", shortages);
    return json_finish(text, root, arena, err);
}
