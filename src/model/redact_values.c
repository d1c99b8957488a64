/* redact_values.c: what people have of each field. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/pseudonyms.h"
#include "model/redact.h"
#include "model/years_field.h"

enum { VALUE_LETTERS = 4 };

/* One field's values. */
typedef struct Folding {
    const Model *model;
    const Site *sites; /* with their new names */
    const HashKey *key;
    Arena *arena;
    int field, n;
    int *staff, *present; /* [n] people with the value; of these not away */
    bool *named, *each;   /* [n] the plan names it; asks for each */
    Names *names;
    int *map; /* [n] */
} Folding;

static bool folding_open(Folding *fold)
{
    fold->n = names_count(fold->model->field_values[fold->field]);
    fold->staff = ARENA_ARRAY(fold->arena, int, fold->n);
    fold->present = ARENA_ARRAY(fold->arena, int, fold->n);
    fold->named = ARENA_ARRAY(fold->arena, bool, fold->n);
    fold->each = ARENA_ARRAY(fold->arena, bool, fold->n);
    fold->map = ARENA_ARRAY(fold->arena, int, fold->n);
    fold->names = names_create(fold->arena, NAME_STYLE_NAME);
    return fold->staff && fold->present && fold->named && fold->each && fold->map && fold->names;
}

static void count_people(Folding folds[])
{
    const Model *model = folds[0].model;
    for (int person = 0; person < model->n_staff; person++) {
        const Person *who = &model->staff[person];
        for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++) {
            Attribute has = model->attributes[i];
            folds[has.field].staff[has.value]++;
            folds[has.field].present[has.value] += !who->away;
        }
    }
}

static void note_plan(Folding folds[])
{
    const Model *model = folds[0].model;
    for (int i = 0; i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[i];
        (mix->each ? folds[mix->field].each : folds[mix->field].named)[mix->value] = true;
    }
    for (int i = 0; i < model->n_role_positions; i++) folds[FIELD_POSITION].named[model->role_positions[i]] = true;
}

static bool is_number(const Folding *fold, int value)
{
    int64_t number;
    return text_to_hundredths(names_get(fold->model->field_values[fold->field], value), &number);
}

/* The words of sites: their names, which may be new. NULL for what is no site. */
static const char **site_words(const Folding *fold)
{
    const char **words = ARENA_ARRAY(fold->arena, const char *, fold->n);
    for (int site = 0; words && fold->field == FIELD_SITE && site < fold->model->n_sites; site++) {
        int value = names_find(fold->model->field_values[FIELD_SITE], fold->model->sites[site].name);
        if (value >= 0) words[value] = fold->sites[site].name;
    }
    return words;
}

/* What is kept first, so that the word for the rest is none of that. */
static CadreStatus fold_kept(Folding *fold, CadreError *err)
{
    const char **texts = ARENA_ARRAY(fold->arena, const char *, fold->n), **veiled, **sites = site_words(fold);
    const char *kind = arena_print(fold->arena, "value of %s", names_key(fold->model->fields, fold->field));
    bool years = fold->field > FIELD_NETWORK && years_field(fold->model, fold->field, fold->present);
    if (!texts || !kind || !sites) return error_no_memory(err);
    for (int value = 0; value < fold->n; value++) texts[value] = names_key(fold->model->field_values[fold->field], value);
    TRY(pseudonyms_make(&veiled, texts, fold->n, fold->key, kind, "other ", VALUE_LETTERS, fold->arena, err));
    for (int value = 0; value < fold->n; value++) {
        const char *word = names_get(fold->model->field_values[fold->field], value);
        bool kept = fold->staff[value] >= REDACT_FEW || fold->named[value] || fold->field == FIELD_NETWORK;
        fold->map[value] = -1;
        if (sites[value])
            word = sites[value];
        else if (!kept && fold->each[value])
            word = veiled[value];
        else if (!kept && !(years && is_number(fold, value)))
            continue;
        if ((fold->map[value] = names_add(fold->names, word)) < 0) return error_no_memory(err);
    }
    return CADRE_OK;
}

static CadreStatus fold_rest(Folding *fold, CadreError *err)
{
    static const char *const words[] = {"other", "any other", "all others", "none of these"};
    size_t at = 0;
    while (at < 3 && names_find(fold->names, words[at]) >= 0) at++;
    for (int value = 0; value < fold->n; value++)
        if (fold->map[value] < 0 && (fold->map[value] = names_add(fold->names, words[at])) < 0) return error_no_memory(err);
    return CADRE_OK;
}

static int by_value(const void *left, const void *right)
{
    const Attribute *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    return (a->value > b->value) - (a->value < b->value);
}

/* Each person's own, sorted again, those that have become one taken once. */
static CadreStatus take_attributes(Model *out, const Model *model, const Folding folds[], Arena *arena, CadreError *err)
{
    out->attributes = ARENA_ARRAY(arena, Attribute, model->n_attributes);
    if (!out->attributes) return error_no_memory(err);
    out->n_attributes = 0;
    for (int person = 0; person < model->n_staff; person++) {
        Person *who = &out->staff[person];
        int n = who->n_attributes;
        const Attribute *from = model->attributes + who->first_attribute;
        Attribute *to = out->attributes + out->n_attributes;
        who->first_attribute = out->n_attributes;
        who->n_attributes = 0;
        for (int i = 0; i < n; i++) to[i] = (Attribute){from[i].field, folds[from[i].field].map[from[i].value]};
        if (n > 1) qsort(to, (size_t)n, sizeof *to, by_value);
        for (int i = 0; i < n; i++)
            if (i == 0 || by_value(&to[i], &to[who->n_attributes - 1]) != 0) to[who->n_attributes++] = to[i];
        out->n_attributes += who->n_attributes;
    }
    return CADRE_OK;
}

static CadreStatus take_rules(Model *out, const Model *model, const Folding folds[], Arena *arena, CadreError *err)
{
    int *positions = ARENA_ARRAY(arena, int, model->n_role_positions);
    out->mixes = ARENA_ARRAY(arena, Mix, model->n_mixes);
    if (!positions || !out->mixes) return error_no_memory(err);
    for (int i = 0; i < model->n_mixes; i++) {
        out->mixes[i] = model->mixes[i];
        out->mixes[i].value = folds[model->mixes[i].field].map[model->mixes[i].value];
    }
    for (int i = 0; i < model->n_role_positions; i++) positions[i] = folds[FIELD_POSITION].map[model->role_positions[i]];
    out->role_positions = positions;
    return CADRE_OK;
}

/* A person at a site with a position. */
typedef struct Post {
    int site, value, person;
} Post;

static int by_post(const void *left, const void *right)
{
    const Post *a = left, *b = right;
    if (a->site != b->site) return a->site < b->site ? -1 : 1;
    if (a->value != b->value) return a->value < b->value ? -1 : 1;
    return (a->person > b->person) - (a->person < b->person);
}

/* The position that is told of a person, beside their site. */
static CadreStatus take_positions(Model *out, const Model *model, Arena *arena, CadreError *err)
{
    Post *posts = ARENA_ARRAY(arena, Post, model->n_attributes);
    int n = 0;
    if (!posts) return error_no_memory(err);
    for (int person = 0; person < out->n_staff; person++) {
        Person *who = &out->staff[person];
        if (who->position && *who->position) who->position = "other";
        for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++)
            if (out->attributes[i].field == FIELD_POSITION) posts[n++] = (Post){who->site, out->attributes[i].value, person};
    }
    if (n > 1) qsort(posts, (size_t)n, sizeof *posts, by_post);
    for (int first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && posts[end].site == posts[first].site && posts[end].value == posts[first].value;) end++;
        const char *position = names_get(out->field_values[FIELD_POSITION], posts[first].value);
        for (int i = first; i < end && end - first >= REDACT_FEW; i++) out->staff[posts[i].person].position = position;
    }
    return CADRE_OK;
}

CadreStatus redact_values(Model *out, RedactMap *map, const Model *model, const HashKey *key, Arena *arena, CadreError *err)
{
    int n = names_count(model->fields);
    Folding *folds = ARENA_ARRAY(arena, Folding, n);
    const int **values = ARENA_ARRAY(arena, const int *, n);
    out->field_values = ARENA_ARRAY(arena, Names *, n);
    if (!folds || !values || !out->field_values) return error_no_memory(err);
    for (int field = 0; field < n; field++) {
        folds[field] = (Folding){.model = model, .sites = out->sites, .key = key, .arena = arena, .field = field};
        if (!folding_open(&folds[field])) return error_no_memory(err);
    }
    if (n > 0) count_people(folds);
    if (n > 0) note_plan(folds);
    for (int field = 0; field < n; field++) {
        TRY(fold_kept(&folds[field], err));
        TRY(fold_rest(&folds[field], err));
        out->field_values[field] = folds[field].names;
        values[field] = folds[field].map;
    }
    map->value = values;
    TRY(take_attributes(out, model, folds, arena, err));
    TRY(take_rules(out, model, folds, arena, err));
    return n > 0 ? take_positions(out, model, arena, err) : CADRE_OK;
}
