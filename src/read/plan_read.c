/* plan_read.c: the plan's readers in their order, and what surveys asked about each group. */
#include "read/plan_read.h"

#include "read/plan_reader.h"

static CadreStatus make_lookups(PlanReader *reader)
{
    reader->people = person_index_create(reader->model, reader->scratch);
    reader->sites = site_names_create(reader->model, &reader->plan->sheets[SHEET_SITES], reader->scratch);
    if (!reader->people || !reader->sites) return error_no_memory(reader->err);
    TRY(groups_read(reader));
    reader->groups = group_index_create(reader->model, reader->scratch);
    return reader->groups ? CADRE_OK : error_no_memory(reader->err);
}

static void link_topics(const PlanReader *reader, bool *named)
{
    const Model *model = reader->model;
    for (int i = 0; i < model->n_groups; i++) {
        Group *group = &model->groups[i];
        const char *const texts[3] = {group->base_name, group->name, group->focus};
        for (int j = 0; j < 3; j++) {
            group->topics[j] = *texts[j] ? names_find(model->topics, texts[j]) : -1;
            if (group->topics[j] >= 0) named[group->topics[j]] = true;
        }
    }
}

static CadreStatus warn_of_topics(const PlanReader *reader, const bool *named)
{
    const TopicOrigins *topics = reader->topics;
    const Model *model = reader->model;
    Names *known = names_create(reader->scratch, NAME_STYLE_NAME);
    if (!known) return error_no_memory(reader->err);
    for (int i = 0; i < model->n_groups; i++) {
        const Group *group = &model->groups[i];
        if (names_add(known, group->base_name) < 0 || (*group->focus && names_add(known, group->focus) < 0))
            return error_no_memory(reader->err);
    }
    for (int i = 0; i < names_count(model->topics); i++) {
        if (named[i]) continue;
        const char *text = names_get(model->topics, i);
        plan_unknown(reader->messages, CADRE_WARNING, topics->origins[i],
                     topics->only_choice[i] ? "chosen group or focus" : "group or focus", text,
                     "a group or focus of groups.csv", names_nearest(known, text));
    }
    return CADRE_OK;
}

static CadreStatus read_sheets(PlanReader *reader)
{
    TRY(make_lookups(reader));
    TRY(roles_read(reader));
    TRY(needs_read(reader));
    TRY(mix_read(reader));
    TRY(pins_read(reader));
    TRY(pairs_read(reader)); /* after needs and pins: they say who can join */
    TRY(previous_read(reader));
    bool *named = ARENA_ARRAY(reader->scratch, bool, names_count(reader->model->topics));
    if (!named) return error_no_memory(reader->err);
    link_topics(reader, named);
    return warn_of_topics(reader, named);
}

CadreStatus plan_read(Model *model, const TopicOrigins *topics, const PlanSheets *plan, Arena *arena, Messages *messages,
                      CadreError *err)
{
    PlanReader reader = {.model = model, .topics = topics, .plan = plan, .arena = arena, .messages = messages, .err = err};
    reader.scratch = arena_create(arena);
    if (!reader.scratch) return error_no_memory(err);
    CadreStatus status = read_sheets(&reader);
    arena_release(reader.scratch);
    return status;
}
