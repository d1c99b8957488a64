#include "explain/shortage_stories.h"

#include <stdlib.h>
#include <string.h>

#include "explain/alteration_words.h"
#include "explain/conflict_words.h"
#include "explain/order.h"
#include "solve/clock.h"

enum {
    PLAN_WAYS = 5,        /* changes of the plan itself that come into question for a shortage, or about as many */
    RELAXATION_WORK = 10, /* questions that take as long as the relaxation of a part */
};

typedef struct Telling {
    ShortageStories *out;
    const Program *whole;
    const Solution *known;
    bool is_best;
    const StoryLimits *limits;
    const WhatIfOptions *options;
    Arena *arena;
    int64_t work;
    LIST(ExplainPart *) parts;
} Telling;

/* By names, so that nothing depends on the order of rows. */
static int by_cost(const void *left, const void *right, void *context)
{
    const Model *model = context;
    const Shortage *a = ((const ShortageStory *)left)->whole, *b = ((const ShortageStory *)right)->whole;
    int order = order_of(b->cost, a->cost);
    if (!order) order = order_of(a->group, b->group);
    if (!order) order = order_of(a->kind, b->kind);
    if (!order) order = order_of(a->role, b->role);
    if (!order) order = order_by_name(model->skills, a->skill, b->skill);
    if (!order) order = order_of(a->level, b->level);
    if (!order) order = order_by_name(model->fields, a->field, b->field);
    if (!order && a->field >= 0) order = order_by_name(model->field_values[a->field], a->value, b->value);
    if (!order) order = order_of(a->needed, b->needed);
    return order ? order : order_of(a->have, b->have);
}

/* The part's index of one of the whole's groups, -1 where it is in another part. */
static int group_in_part(const WhatIf *what_if, const Model *whole, int group)
{
    const Model *model = &what_if->part.model;
    for (int i = 0; i < model->n_groups; i++)
        if (model->groups[i].n_roles > 0 && what_if->part.roles[model->groups[i].first_role] == whole->groups[group].first_role)
            return i;
    return -1;
}

/* Whether a part holds all that may bear on a group: it has that of the site it was made for, or of all sites. */
static bool part_serves(const WhatIf *what_if, const Model *whole, int group)
{
    int site = what_if->part.model.groups[what_if->group].site;
    return (site < 0 || site == whole->groups[group].site) && group_in_part(what_if, whole, group) >= 0;
}

static CadreStatus part_get(ExplainPart **out, Telling *telling, int group, CadreError *err)
{
    for (int i = 0; i < telling->parts.n; i++) {
        *out = telling->parts.items[i];
        if (part_serves(&(*out)->what_if, telling->whole->model, group)) return CADRE_OK;
    }
    ExplainPart *part = *out = ARENA_NEW(telling->arena, ExplainPart);
    if (!part || !LIST_PUSH(telling->arena, &telling->parts, part)) return error_no_memory(err);
    TRY(what_if_open(&part->what_if, telling->whole, telling->known, telling->is_best, -1, group, telling->options,
                     telling->arena, err));
    telling->work += RELAXATION_WORK * what_if_work(&part->what_if);
    return holdings_make(&part->holdings, &part->what_if.part.model, &part->what_if.scores, &part->what_if.base, telling->arena,
                         err);
}

/* The same shortage among the part's. A part's coverages and mixes keep the whole's order, and so do its shortages of one need.
 */
static const Shortage *shortage_in_part(const WhatIf *what_if, const Model *whole, const Shortage *shortage)
{
    int group = group_in_part(what_if, whole, shortage->group);
    for (int i = 0; i < what_if->n_shortages; i++) {
        const Shortage *at = &what_if->shortages[i];
        int role = at->role < 0 ? -1 : what_if->part.roles[at->role];
        if (at->kind == shortage->kind && at->group == group && role == shortage->role && at->skill == shortage->skill &&
            at->level == shortage->level && at->field == shortage->field && at->value == shortage->value &&
            at->needed == shortage->needed && at->have == shortage->have && at->cost == shortage->cost)
            return at;
    }
    return NULL;
}

static CadreStatus conflict_tell(ShortageStory *story, const ExplainPart *part, bool is_best, Arena *arena, CadreError *err)
{
    NeedConflict conflict;
    bool earns_more = is_best && part->what_if.part.model.settings.fairness == FAIRNESS_TOTAL;
    TRY(need_conflict_find(&conflict, &part->what_if.program, &part->what_if.base, story->shortage, arena, err));
    return conflict_words(&story->conflict, &part->holdings.labels, story->shortage, &conflict, earns_more, arena, err);
}

/* *done: it was within the limits. */
static CadreStatus story_tell(bool *done, ShortageStory *story, Telling *telling, CadreError *err)
{
    const StoryLimits *limits = telling->limits;
    ExplainPart *part;
    TRY(part_get(&part, telling, story->whole->group, err));
    *done = telling->work <= limits->work - (limits->ways + PLAN_WAYS) * what_if_work(&part->what_if);
    if (!*done || clock_past(telling->options->deadline_s)) {
        *done = false;
        return CADRE_OK;
    }
    story->part = part;
    story->shortage = shortage_in_part(&part->what_if, telling->whole->model, story->whole);
    if (!story->shortage) return error_set(err, CADRE_SOLVER, "a part of the plan lacks a shortage of the whole");
    if (limits->conflicts) TRY(conflict_tell(story, part, telling->is_best, telling->arena, err));
    TRY(repairs_search(&story->repairs, &part->what_if, &part->holdings, story->shortage, limits->ways, telling->arena, err));
    telling->work += story->repairs.n_asked * what_if_work(&part->what_if);
    telling->out->n_asked += story->repairs.n_asked;
    return CADRE_OK;
}

CadreStatus shortage_stories_make(ShortageStories *out, const Program *whole, const Solution *known, bool is_best,
                                  const Shortage *shortages, int n_shortages, const StoryLimits *limits,
                                  const WhatIfOptions *options, Arena *arena, CadreError *err)
{
    Telling telling = {
        .out = out, .whole = whole, .known = known, .is_best = is_best, .limits = limits, .options = options, .arena = arena};
    *out = (ShortageStories){.items = ARENA_ARRAY(arena, ShortageStory, n_shortages), .n = n_shortages};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < n_shortages; i++) out->items[i].whole = &shortages[i];
    Model *context = (Model *)whole->model; /* qsort_r's context is not const */
    qsort_r(out->items, (size_t)n_shortages, sizeof *out->items, by_cost, context);
    for (bool done = true; done && out->n_done < n_shortages && out->n_done < limits->shortages; out->n_done += done)
        TRY(story_tell(&done, &out->items[out->n_done], &telling, err));
    return CADRE_OK;
}

CadreStatus repairs_sentence(const char **sentence, const ShortageStory *story, Arena *arena, CadreError *err)
{
    TextBuffer text = {.arena = arena};
    const Repairs *repairs = &story->repairs;
    for (int class = 0, n = 0; class < REPAIR_CLASSES; class ++)
        for (int i = 0; i < repairs->n; i++) {
            if (repair_class(&repairs->items[i]) != class) continue;
            words_add_plain(&text, n++ == 0 ? PHRASE_REPAIR_BEST : PHRASE_OR);
            alterations_add(&text, &story->part->holdings, false, repairs->items[i].changes, repairs->items[i].n_changes);
            break; /* the best of its class */
        }
    if (text.bytes.n > 0) buffer_add_byte(&text, '.');
    return buffer_text(sentence, &text, err);
}
