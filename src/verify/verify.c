/* verify.c: the order of the checks. assignments.csv comes first: all the rest is recomputed from it. Where its header is not
 * what it must be nothing can be recomputed, and only the other headers are looked at. */
#include "verify/verify.h"

#include "verify/verify_cells.h"

enum { HINTS = 20 };

static const char *const assignments_header[] = {"person", "name", "site",     "group",  "role",       "leads",
                                                 "points", "fit",  "interest", "growth", "continuity", "reason"};
static const char *const groups_header[] = {"group", "site", "size", "leads", "points_mean", "points_min", "shortages"};
static const char *const people_header[] = {"person", "name",       "site",        "groups", "leads",
                                            "hours",  "hours_left", "best_points", "reason"};
static const char *const shortages_header[] = {"kind",  "group", "site",   "role", "skill", "level",
                                               "field", "value", "needed", "have", "cost",  "repair"};
static const char *const leading_header[] = {"field",         "value",         "staff",          "leaders",
                                             "leading_roles", "staff_percent", "leading_percent"};

#define HEADER_OF(judge, table, header) verify_header(judge, table, header, (int)(sizeof header / sizeof header[0]))

/* Which of the five tables have their columns. */
typedef struct Readable {
    bool assignments, groups, people, shortages, leading;
} Readable;

static Readable check_headers(Judge *judge)
{
    const ResultFiles *files = judge->files;
    return (Readable){
        HEADER_OF(judge, &files->assignments, assignments_header), HEADER_OF(judge, &files->groups, groups_header),
        HEADER_OF(judge, &files->people, people_header),           HEADER_OF(judge, &files->shortages, shortages_header),
        HEADER_OF(judge, &files->leading, leading_header),
    };
}

/* Put what the model says of each person in buckets. */
static bool bucket_people(Judge *judge)
{
    const Model *model = judge->model;
    int *pins = ARENA_ARRAY(judge->arena, int, model->n_pins);
    int *previous = ARENA_ARRAY(judge->arena, int, model->n_previous);
    int *held = ARENA_ARRAY(judge->arena, int, model->n_held);
    if (!pins || !previous || !held) return false;
    for (int i = 0; i < model->n_pins; i++) pins[i] = model->pins[i].person;
    for (int i = 0; i < model->n_previous; i++) previous[i] = model->previous[i].person;
    for (int i = 0; i < model->n_held; i++) held[i] = model->held[i].person;
    return verify_buckets(judge, &judge->pins_of_person, pins, model->n_pins, model->n_staff) &&
           verify_buckets(judge, &judge->previous_of_person, previous, model->n_previous, model->n_staff) &&
           verify_buckets(judge, &judge->held_of_person, held, model->n_held, model->n_staff);
}

static bool bucket_groups(Judge *judge)
{
    const Model *model = judge->model;
    int *keys = ARENA_ARRAY(judge->arena, int, model->n_groups);
    for (int group = 0; keys && group < model->n_groups; group++) keys[group] = model->groups[group].site + 1;
    return keys && verify_buckets(judge, &judge->groups_of_site, keys, model->n_groups, model->n_sites + 1);
}

static bool note_preferences(Judge *judge)
{
    const Model *model = judge->model;
    judge->prefer_asked = ARENA_ARRAY(judge->arena, bool, model->n_groups);
    for (int i = 0; i < model->n_pins && judge->prefer_asked; i++) {
        const Pin *pin = &model->pins[i];
        for (int k = pin->first_role; pin->rule == PIN_PREFER && k < pin->first_role + pin->n_roles; k++)
            judge->prefer_asked[model->roles[model->pin_roles[k]].group] = true;
    }
    return judge->prefer_asked != NULL;
}

static bool prepare(Judge *judge)
{
    judge->group_cost = ARENA_ARRAY(judge->arena, int64_t, judge->model->n_groups);
    return judge->group_cost && bucket_people(judge) && bucket_groups(judge) && note_preferences(judge);
}

static void check_all(Judge *judge)
{
    Readable readable = check_headers(judge);
    if (!readable.assignments) return;
    verify_seats_check(judge);
    if (judge->no_memory) return;
    verify_people_rules(judge);
    verify_group_rules(judge);
    if (readable.shortages)
        verify_shortages_check(judge);
    else
        verify_shortages_compute(judge);
    verify_parts_compute(judge);
    if (readable.groups) verify_groups_check(judge);
    if (readable.people) verify_people_check(judge);
    if (readable.leading)
        verify_leading_check(judge);
    else
        verify_leading_compute(judge);
    if (judge->no_memory) return;
    verify_json_check(judge);
}

CadreStatus verify_result(const Model *model, const ResultFiles *result, Arena *arena, Messages *messages, CadreError *err)
{
    Arena *own = arena_create(arena);
    if (!own) return error_no_memory(err);
    Judge judge = {.model = model, .files = result, .arena = own, .messages = messages, .hints_left = HINTS};
    bool ready = prepare(&judge);
    if (ready && verify_redaction(&judge)) check_all(&judge);
    arena_release(own);
    return ready && !judge.no_memory ? CADRE_OK : error_no_memory(err);
}
