#include "explain/shortage_stories.h"

#include <stdlib.h>

#include "explain/alteration_words.h"

enum { REPAIRS_NAMED = 3 };

typedef struct Telling {
    ShortageStories *out;
    const Program *whole;
    const Solution *known;
    bool is_best;
    const WhatIfOptions *options;
    Arena *arena;
    LIST(ExplainPart *) parts;
} Telling;

static int compare(int64_t a, int64_t b) { return (a > b) - (a < b); }

/* Indices follow names, so nothing here depends on the order of rows. */
static int by_cost(const void *left, const void *right)
{
    const Shortage *a = ((const ShortageStory *)left)->whole, *b = ((const ShortageStory *)right)->whole;
    int order = compare(b->cost, a->cost);
    if (!order) order = compare(a->group, b->group);
    if (!order) order = compare(a->kind, b->kind);
    if (!order) order = compare(a->role, b->role);
    if (!order) order = compare(a->source, b->source);
    return order ? order : compare(a->have, b->have);
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

static CadreStatus story_tell(ShortageStory *story, Telling *telling, int ways, CadreError *err)
{
    ExplainPart *part;
    TRY(part_get(&part, telling, story->whole->group, err));
    story->part = part;
    story->shortage = shortage_in_part(&part->what_if, telling->whole->model, story->whole);
    if (!story->shortage) return error_set(err, CADRE_SOLVER, "a part of the plan lacks a shortage of the whole");
    return repairs_search(&story->repairs, &part->what_if, &part->holdings, story->shortage, ways, telling->arena, err);
}

CadreStatus shortage_stories_make(ShortageStories *out, const Program *whole, const Solution *known, bool is_best,
                                  const Shortage *shortages, int n_shortages, int most, int ways, const WhatIfOptions *options,
                                  Arena *arena, CadreError *err)
{
    Telling telling = {.out = out, .whole = whole, .known = known, .is_best = is_best, .options = options, .arena = arena};
    *out = (ShortageStories){.items = ARENA_ARRAY(arena, ShortageStory, n_shortages), .n = n_shortages};
    if (!out->items) return error_no_memory(err);
    for (int i = 0; i < n_shortages; i++) out->items[i].whole = &shortages[i];
    if (n_shortages > 1) qsort(out->items, (size_t)n_shortages, sizeof *out->items, by_cost);
    for (; out->n_done < n_shortages && out->n_done < most; out->n_done++)
        TRY(story_tell(&out->items[out->n_done], &telling, ways, err));
    return CADRE_OK;
}

CadreStatus repairs_sentence(const char **sentence, const ShortageStory *story, Arena *arena, CadreError *err)
{
    TextBuffer text = {.arena = arena};
    const Repairs *repairs = &story->repairs;
    if (repairs->n > 0) words_add_plain(&text, PHRASE_REPAIR_BEST);
    for (int i = 0; i < repairs->n && i < REPAIRS_NAMED; i++) {
        if (i > 0) words_add_plain(&text, PHRASE_OR);
        alterations_add(&text, &story->part->what_if.part.model, repairs->items[i].changes, repairs->items[i].n_changes);
    }
    if (repairs->n > 0) buffer_add_byte(&text, '.');
    return buffer_text(sentence, &text, err);
}
