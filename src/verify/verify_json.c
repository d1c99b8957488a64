/* verify_json.c: result.json: the objective and its parts, the bound and what is claimed of it, and what else is printed of the
 * model. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "verify/verify_cells.h"
#include "verify/verify_nodes.h"

/* What a result claims of its value. */
typedef struct Claim {
    int64_t bound, gap, gap_asked;
    bool has_bound, has_gap, has_gap_asked, proved;
} Claim;

static void check_value(const JsonNode *root)
{
    ObjectiveParts parts = root->judge->parts;
    verify_need_number(root, "objective", objective_value(parts));
    JsonNode node = verify_need_object(root, "parts");
    if (!node.object) return;
    verify_need_number(&node, "points", parts.points);
    verify_need_number(&node, "everyone", parts.everyone);
    verify_need_number(&node, "extra_load", parts.extra_load);
    verify_need_number(&node, "shortages", parts.shortages);
}

static Claim read_claim(const JsonNode *root)
{
    Claim claim = {0};
    claim.has_bound = verify_need_whole(root, "bound", &claim.bound);
    claim.has_gap = verify_need_whole(root, "gap", &claim.gap);
    claim.has_gap_asked = verify_need_whole(root, "gap_asked", &claim.gap_asked);
    claim.proved = verify_need_flag(root, "proved");
    return claim;
}

/* A bound under the value is no bound; a gap is the distance of both; a proof is a gap under one point or the one asked. */
static void check_claim(const JsonNode *root, const Claim *claim)
{
    int64_t objective = objective_value(root->judge->parts), gap;
    if (claim->has_gap_asked && claim->gap_asked < 1)
        VERIFY_FAIL_NODE(root, "gap_asked", "\"gap_asked\" is %" PRId64 "; expected 1 or more", claim->gap_asked);
    if (!claim->has_bound) return;
    if (claim->bound < objective)
        VERIFY_FAIL_NODE(root, "bound", "\"bound\" is %" PRId64 "; expected at least the objective, %" PRId64, claim->bound,
                         objective);
    if (__builtin_sub_overflow(claim->bound, objective, &gap)) {
        VERIFY_FAIL_NODE(root, "bound", "\"bound\" is %" PRId64 "; expected a value near the objective", claim->bound);
        return;
    }
    if (claim->has_gap && claim->gap != gap)
        VERIFY_FAIL_NODE(root, "gap", "\"gap\" is %" PRId64 "; expected bound - objective, %" PRId64, claim->gap, gap);
    int64_t limit = claim->has_gap_asked && claim->gap_asked > 1 ? claim->gap_asked : 1;
    if (claim->proved && gap >= limit)
        VERIFY_FAIL_NODE(root, "proved", "\"proved\" is true at a gap of %" PRId64 "; expected a gap under %" PRId64, gap,
                         limit);
}

static bool is_floor_role(const Role *role) { return role->leads && role->min > 0; }

/* The most points that anyone to whom it is open has in a role that the floor is about; -1 where there is none. */
static int highest_floor(const Judge *judge)
{
    int highest = -1;
    for (int person = 0; person < judge->model->n_staff; person++) {
        int points = verify_best_points(judge, person, is_floor_role);
        if (points > highest) highest = points;
    }
    return highest;
}

static void check_seats_floor(Judge *judge, int64_t floor)
{
    for (int i = 0; i < judge->n_seats; i++) {
        const Seat *seat = &judge->seats[i];
        if (is_floor_role(&judge->model->roles[seat->role]) && seat->points < floor)
            VERIFY_FAIL(judge, &judge->files->assignments, seat->row, SEAT_POINTS,
                        "a leading seat has %d points; expected at least the floor, %" PRId64, seat->points, floor);
    }
}

static void check_floor(const JsonNode *root, bool proved)
{
    Judge *judge = root->judge;
    int64_t floor;
    bool present = json_object_get(root->object, "floor") != NULL;
    if (judge->model->settings.fairness == FAIRNESS_TOTAL) {
        if (present) VERIFY_FAIL_NODE(root, "floor", "\"floor\" is given; expected none without fairness = floor");
        return;
    }
    int highest = highest_floor(judge);
    if (!present && !(proved && highest >= 0)) return;
    if (!verify_need_whole(root, "floor", &floor)) return;
    if (floor < 0 || (highest >= 0 && floor > highest))
        VERIFY_FAIL_NODE(root, "floor", "\"floor\" is %" PRId64 "; expected 0 to the most anyone has in a leading role, %d",
                         floor, highest);
    check_seats_floor(judge, floor);
}

static void check_changes(const JsonNode *root)
{
    if (root->judge->model->mends || root->judge->model->has_previous)
        verify_need_number(root, "changes", verify_changes(root->judge));
    else if (json_object_get(root->object, "changes"))
        VERIFY_FAIL_NODE(root, "changes", "\"changes\" is given; expected none without previous.csv or a result to mend");
}

static void check_counts(const JsonNode *root)
{
    const Judge *judge = root->judge;
    const Model *model = judge->model;
    int answered = 0, away = 0, with_role = 0;
    for (int person = 0; person < model->n_staff; person++) {
        answered += model->staff[person].answered;
        away += model->staff[person].away;
        with_role += judge->seats_of_person.first[person + 1] > judge->seats_of_person.first[person];
    }
    const struct {
        const char *key;
        int value;
    } known[] = {
        {"staff", model->n_staff},         {"answered", answered},          {"away", away},
        {"sites", model->n_sites},         {"skills", model->n_skills},     {"groups", model->n_groups},
        {"roles", model->n_roles},         {"assignments", judge->n_seats}, {"people_with_role", with_role},
        {"shortages", judge->n_shortages},
    };
    JsonNode node = verify_need_object(root, "counts");
    for (size_t i = 0; i < sizeof known / sizeof known[0] && node.object; i++)
        verify_need_number(&node, known[i].key, known[i].value);
}

static void check_limits_and_work(const JsonNode *root)
{
    static const char *const limits[] = {"nodes", "rounds", "time", "memory"};
    JsonNode node = verify_need_object(root, "limits");
    for (int i = 0; i < 4 && node.object; i++) verify_need_flag(&node, limits[i]);
    node = verify_need_object(root, "work");
    if (!node.object) return;
    for (void *at = json_object_iter((json_t *)node.object); at; at = json_object_iter_next((json_t *)node.object, at)) {
        const json_t *count = json_object_iter_value(at);
        if (!json_is_integer(count) || json_integer_value(count) < 0)
            VERIFY_FAIL_NODE(&node, json_object_iter_key(at), "%s is no count; expected a whole number from 0",
                             verify_show(root->judge, json_object_iter_key(at)));
    }
}

/* hours may be printed as a number or as the sheets write it. */
static void check_hours(const JsonNode *node, int hundredths)
{
    const json_t *value = verify_need(node, "hours", "a number of hours");
    if (!value) return;
    char text[NUMBER_SIZE];
    verify_hours_text(text, hundredths);
    bool right = json_is_string(value) ? strcmp(json_string_value(value), text) == 0
                                       : json_is_number(value) && fabs(json_number_value(value) * 100 - hundredths) < 1e-6;
    if (!right) VERIFY_FAIL_NODE(node, "hours", "\"hours\" is not what the sheets say; expected %s", text);
}

/* Settings that may be blank: then null, "" or absent. */
static bool is_blank(const JsonNode *node, const char *key)
{
    const json_t *value = json_object_get(node->object, key);
    return !value || json_is_null(value) || (json_is_string(value) && !*json_string_value(value));
}

static void check_blankable(const JsonNode *node, const Settings *settings)
{
    if (settings->max_changes != NO_LIMIT)
        verify_need_number(node, "max_changes", settings->max_changes);
    else if (!is_blank(node, "max_changes"))
        VERIFY_FAIL_NODE(node, "max_changes", "\"max_changes\" is given; expected none");
    const char *const closes[] = {settings->closes, NULL};
    if (*settings->closes)
        verify_need_text(node, "closes", closes, settings->closes);
    else if (!is_blank(node, "closes"))
        VERIFY_FAIL_NODE(node, "closes", "\"closes\" is given; expected none");
}

static void check_settings(const JsonNode *root)
{
    const Settings *settings = &root->judge->model->settings;
    const struct {
        const char *key;
        int64_t value;
    } whole[] = {
        {"weight_fit", settings->weight_fit},       {"weight_interest", settings->weight_interest},
        {"weight_growth", settings->weight_growth}, {"weight_continuity", settings->weight_continuity},
        {"max_groups", settings->max_groups},       {"max_leads", settings->max_leads},
        {"everyone", settings->everyone},           {"extra_load", settings->extra_load},
        {"short_must", settings->short_must},       {"short_role", settings->short_role},
        {"short_should", settings->short_should},   {"seed", settings->seed},
    };
    JsonNode node = verify_need_object(root, "settings");
    if (!node.object) return;
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++) verify_need_number(&node, whole[i].key, whole[i].value);
    const char *fairness = settings->fairness == FAIRNESS_FLOOR ? "floor" : "total";
    verify_need_text(&node, "fairness", (const char *const[]){fairness, NULL}, fairness);
    check_hours(&node, settings->hours);
    check_blankable(&node, settings);
}

static void check_root(const JsonNode *root)
{
    static const char *const methods[] = {"compact", "bundles", NULL};
    verify_need_text(root, "version", NULL, "a version");
    verify_need_text(root, "method", methods, "compact or bundles");
    check_value(root);
    Claim claim = read_claim(root);
    check_claim(root, &claim);
    check_floor(root, claim.proved);
    check_changes(root);
    check_counts(root);
    check_limits_and_work(root);
    check_settings(root);
    verify_leading_json(root);
}

/* jansson takes a refused request in the middle of a word for bad syntax, so refusals are noted here. */
static _Thread_local bool json_refused;

static void *json_get_memory(size_t size)
{
    void *block = memory_get(size);
    if (!block) json_refused = true;
    return block;
}

void verify_json_check(Judge *judge)
{
    const ResultFiles *files = judge->files;
    json_error_t error = {.text = ""};
    json_refused = false;
    json_set_alloc_funcs(json_get_memory, memory_free);
    json_t *file =
        json_loadb(files->json ? files->json : "", files->json ? files->json_size : 0, JSON_REJECT_DUPLICATES, &error);
    json_set_alloc_funcs(memory_get, memory_free);
    if (json_refused)
        judge->no_memory = true;
    else if (!file)
        messages_add(judge->messages, CADRE_ERROR, (Origin){files->json_path, error.line > 0 ? error.line : 0, 0},
                     "the file is no JSON: %s; expected an object", verify_show(judge, error.text));
    else if (!json_is_object(file))
        VERIFY_FAIL_FILE(judge, files->json_path, "the file holds no object; expected one");
    else
        check_root(&(JsonNode){judge, file, NULL, 0});
    json_decref(file);
}
