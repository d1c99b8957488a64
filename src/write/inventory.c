/* inventory.c: what was read, for `cadre check`, and the judge's verdict as JSON. */
#include <limits.h>

#include "base/text_buffer.h"
#include "write/json_values.h"
#include "write/write.h"

typedef struct Tally {
    int answered, away, seats;
} Tally;

static Tally tally_model(const Model *model)
{
    Tally tally = {0};
    for (int person = 0; person < model->n_staff; person++) {
        tally.answered += model->staff[person].answered;
        tally.away += model->staff[person].away;
    }
    for (int role = 0; role < model->n_roles; role++) tally.seats += model->roles[role].min;
    return tally;
}

static void add_silent(TextBuffer *out, const Model *model, int n_silent)
{
    enum { NAMED = 12 };
    if (n_silent == 0) return;
    buffer_add(out, "No answer ");
    int named = 0;
    for (int person = 0; person < model->n_staff && named < NAMED; person++) {
        if (model->staff[person].answered) continue;
        const char *name = model->staff[person].name;
        buffer_print(out, "%s%s", named++ ? ", " : "", name[0] ? name : model->staff[person].key);
    }
    if (n_silent > NAMED) buffer_print(out, " and %d more", n_silent - NAMED);
    buffer_add_byte(out, '\n');
}

CadreStatus inventory_text(const char **text, const Inventory *inventory, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    const Model *model = inventory->model;
    if (model) {
        Tally tally = tally_model(model);
        int n_silent = model->n_staff - tally.answered;
        buffer_print(&out, "Staff     %d: %d answered, %d did not, %d away\n", model->n_staff, tally.answered, n_silent,
                     tally.away);
        add_silent(&out, model, n_silent);
        buffer_print(&out, "Sites     %d\nSkills    %d\n", model->n_sites, names_count(model->skills));
        buffer_print(&out, "Groups    %d, with %d role%s that ask%s for %d seat%s\n", model->n_groups, model->n_roles,
                     model->n_roles == 1 ? "" : "s", model->n_roles == 1 ? "s" : "", tally.seats, tally.seats == 1 ? "" : "s");
    }
    buffer_print(&out, "Found     %d error%s, %d warning%s\n", inventory->errors, inventory->errors == 1 ? "" : "s",
                 inventory->warnings, inventory->warnings == 1 ? "" : "s");
    return buffer_text(text, &out, err);
}

static json_t *model_json(const Model *model, Arena *arena)
{
    Tally tally = tally_model(model);
    json_t *silent = json_array();
    for (int person = 0; silent && person < model->n_staff; person++) {
        if (model->staff[person].answered) continue;
        if (json_array_append_new(silent, json_lenient(model->staff[person].key, arena)) == 0) continue;
        json_decref(silent);
        silent = NULL;
    }
    return json_pack("{s:i, s:i, s:i, s:o, s:i, s:i, s:i, s:i, s:i}", "staff", model->n_staff, "answered", tally.answered,
                     "away", tally.away, "not_answered", silent, "sites", model->n_sites, "skills", names_count(model->skills),
                     "groups", model->n_groups, "roles", model->n_roles, "seats", tally.seats);
}

CadreStatus inventory_json_text(const char **text, const Inventory *inventory, Arena *arena, CadreError *err)
{
    json_t *counts = inventory->model ? model_json(inventory->model, arena) : json_null();
    json_t *value = json_pack("{s:i, s:i, s:i, s:o, s:o}", "errors", inventory->errors, "warnings", inventory->warnings,
                              "notes", inventory->notes, "inventory", counts, "messages",
                              json_messages(inventory->messages, inventory->n_messages, arena));
    return json_finish(text, value, arena, err);
}

CadreStatus verdict_json_text(const char **text, const CadreMessage *messages, int n_messages, Arena *arena, CadreError *err)
{
    bool verified = true;
    for (int i = 0; i < n_messages; i++) verified = verified && messages[i].severity != CADRE_ERROR;
    json_t *value = json_pack("{s:b, s:o}", "verified", verified, "messages", json_messages(messages, n_messages, arena));
    return json_finish(text, value, arena, err);
}
