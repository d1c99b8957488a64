#include "read/result_known.h"

#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "read/person_index.h"

/* The columns of assignments.csv that say who does what. */
enum { COLUMN_PERSON = 0, COLUMN_GROUP = 3, COLUMN_ROLE = 4 };

/* Groups are sorted by full name. */
static int group_find(const Model *model, const char *name)
{
    int low = 0, high = model->n_groups;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(model->groups[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < model->n_groups && strcmp(model->groups[low].name, name) == 0 ? low : -1;
}

static void claims_take(ResultKnown *out, const ResultFiles *files)
{
    json_t *root = json_loadb(files->json, files->json_size, 0, NULL);
    const json_t *gap = json_object_get(root, "gap"), *floor = json_object_get(root, "floor");
    out->is_best = json_is_true(json_object_get(root, "proved")) && json_is_integer(gap) && json_integer_value(gap) == 0;
    out->floor = json_is_integer(floor) ? (int)json_integer_value(floor) : -1;
    json_decref(root);
}

CadreStatus result_known(ResultKnown *out, const ResultFiles *files, const Model *model, Arena *arena, CadreError *err)
{
    const Table *table = &files->assignments;
    Assignment *assignments = ARENA_ARRAY(arena, Assignment, table->n_rows);
    if (!assignments) return error_no_memory(err);
    for (int row = 0; row < table->n_rows; row++) {
        int person = model_find_person(model, table_cell(table, row, COLUMN_PERSON));
        int group = group_find(model, table_cell(table, row, COLUMN_GROUP));
        int role = group < 0 ? -1 : model_find_role(model, group, table_cell(table, row, COLUMN_ROLE));
        if (person < 0 || role < 0)
            return error_set(err, CADRE_INPUT, "%s:%d: a row names no person, group or role of the plan", table->file,
                             table->line[row]);
        assignments[row] = (Assignment){person, role};
    }
    *out = (ResultKnown){.solution = {assignments, table->n_rows}};
    claims_take(out, files);
    solution_sort(&out->solution);
    return CADRE_OK;
}

/* --- names --- */

typedef struct NameSearch {
    ResultNames *names;
    const Model *model;
    Arena *arena;
    Messages *messages;
} NameSearch;

static void say_unknown(const NameSearch *search, const char *option, const char *text, const char *expected,
                        const char *nearest)
{
    messages_add(search->messages, CADRE_ERROR, (Origin){option, 0, 0}, "unknown \"%s\"; expected %s%s%s%s", text, expected,
                 nearest ? ", the nearest is \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
}

static CadreStatus person_name_find(NameSearch *search, CadreError *err)
{
    ResultNames *names = search->names;
    PersonIndex *people = person_index_create(search->model, search->arena);
    if (!people) return error_no_memory(err);
    int found = person_index_find_printed(people, names->person);
    if (found == PERSON_AMBIGUOUS)
        messages_add(search->messages, CADRE_ERROR, (Origin){"--person", 0, 0},
                     "\"%s\" is the name of more than one person; expected an id or e-mail", names->person);
    else if (found < 0)
        say_unknown(search, "--person", names->person, "an id, e-mail or unique name of the staff",
                    person_index_nearest(people, names->person));
    names->person_at = found < 0 ? -1 : found;
    return CADRE_OK;
}

static bool is_named(const char *name, const char *key, Arena *arena)
{
    const char *own = text_name_key(arena, name);
    return own && strcmp(own, key) == 0;
}

/* The group of that full name, else of the copies of that name the one of the person's site. */
static CadreStatus group_name_find(NameSearch *search, CadreError *err)
{
    ResultNames *names = search->names;
    const Model *model = search->model;
    const char *key = text_name_key(search->arena, names->group);
    Names *all = names_create(search->arena, NAME_STYLE_NAME);
    int site = names->person_at >= 0 ? model->staff[names->person_at].site : -1, copies = 0;
    if (!key || !all) return error_no_memory(err);
    for (int group = 0; group < model->n_groups; group++) {
        const Group *at = &model->groups[group];
        if (names_add(all, at->name) < 0) return error_no_memory(err);
        bool is_copy = strcmp(at->name, at->base_name) != 0 && is_named(at->base_name, key, search->arena);
        copies += is_copy;
        if (is_named(at->name, key, search->arena)) names->group_at = group;
        if (is_copy && names->group_at < 0 && site >= 0 && at->site == site) names->group_at = group;
    }
    if (names->group_at < 0 && copies > 0)
        messages_add(search->messages, CADRE_ERROR, (Origin){"--group", 0, 0},
                     "\"%s\" has a copy at each of %d sites; expected one of them, as \"%s @ SITE\"", names->group, copies,
                     names->group);
    else if (names->group_at < 0)
        say_unknown(search, "--group", names->group, "a group of the plan", names_nearest(all, names->group));
    return CADRE_OK;
}

static CadreStatus role_name_find(NameSearch *search, CadreError *err)
{
    ResultNames *names = search->names;
    const Model *model = search->model;
    const Group *group = &model->groups[names->group_at];
    const char *key = text_name_key(search->arena, names->role);
    Names *all = names_create(search->arena, NAME_STYLE_NAME);
    if (!key || !all) return error_no_memory(err);
    for (int role = group->first_role; role < group->first_role + group->n_roles; role++) {
        if (names_add(all, model->roles[role].name) < 0) return error_no_memory(err);
        if (is_named(model->roles[role].name, key, search->arena)) names->role_at = role;
    }
    if (names->role_at < 0) say_unknown(search, "--role", names->role, "a role of that group", names_nearest(all, names->role));
    return CADRE_OK;
}

CadreStatus result_names_find(ResultNames *names, const Model *model, Arena *arena, Messages *messages, CadreError *err)
{
    NameSearch search = {names, model, arena, messages};
    names->person_at = names->group_at = names->role_at = -1;
    if (names->person) TRY(person_name_find(&search, err));
    if (names->group) TRY(group_name_find(&search, err));
    return names->role && names->group_at >= 0 ? role_name_find(&search, err) : CADRE_OK;
}
