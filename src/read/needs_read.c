/* needs_read.c: needs.csv, or the short form `needs`, -> targets, bars and coverages.
 *
 * Every row is offered to each group it names. Of the offers with one group, role (or none) and skill those of the most
 * specific rank hold, all of them: the first in the order below scores, those with must and no people bar, those with people
 * cover. A role's own target on a skill replaces the group's; bars and coverages of both hold. */
#include <stdlib.h>
#include <string.h>

#include "read/plan_reader.h"

typedef struct Need {
    int skill, level, weight;
    bool must;
    int people; /* 0 where blank */
    Origin origin;
} Need;

typedef struct Offer {
    int group, role; /* role -1: every role of the group */
    GroupRank rank;
    int order; /* row of the sheet, for a stable order of equal needs */
    Need need;
} Offer;

typedef struct NeedsWork {
    PlanReader *reader;
    LIST(Offer) offers;
    bool *reached; /* [n_groups] */
    LIST(Target) targets;
    LIST(Bar) bars;
    LIST(Coverage) coverages;
} NeedsWork;

/* The short form of one row of groups.csv. */
typedef struct ShortForm {
    bool parsed;
    int n;
    Need *needs;
} ShortForm;

/* A run of offers that hold, sorted by skill. */
typedef struct Span {
    const Offer *first, *end;
} Span;

static Need read_need(const PlanReader *reader, PlanRow row)
{
    return (Need){
        .skill = plan_skill(reader, row_cell(row, NEEDS_SKILL), row_origin(row, NEEDS_SKILL)),
        .level = row_int(row, NEEDS_LEVEL, 1, LEVEL_MAX, 1),
        .weight = row_int(row, NEEDS_WEIGHT, 1, PLAN_WEIGHT_MAX, 1),
        .must = row_yes(row, NEEDS_MUST),
        .people = row_int(row, NEEDS_PEOPLE, 1, PLAN_COUNT_MAX, 0),
        .origin = row_origin(row, NEEDS_SKILL),
    };
}

/* Offer a row to each group it names that has the role it names; an error where none has. */
static CadreStatus offer_row(NeedsWork *work, PlanRow row)
{
    PlanReader *reader = work->reader;
    const char *role_text = row_cell(row, NEEDS_ROLE);
    int role_name = *role_text ? names_find(reader->role_names, role_text) : -1;
    Need need = read_need(reader, row);
    Selection selection;
    bool held = false;
    if (!plan_select(&selection, reader, row, NEEDS_GROUP)) return CADRE_OK;
    for (int i = 0; i < selection.n; i++) {
        Offer offer = {selection.groups[i], -1, selection.rank, row.row, need};
        if (*role_text && (offer.role = plan_find_role(reader, offer.group, role_name)) < 0) continue;
        held = work->reached[offer.group] = true;
        if (need.skill >= 0 && !LIST_PUSH(reader->scratch, &work->offers, offer)) return error_no_memory(reader->err);
    }
    if (!held && *role_text && selection.n > 0) plan_no_such_role(reader, row, NEEDS_GROUP, NEEDS_ROLE);
    return CADRE_OK;
}

/* "Literacy 4" -> skill and level; false with a message where it is no such thing. A comma in an unknown skill is taken for a
 * wrong separator. */
static bool parse_short_need(Need *need, const PlanReader *reader, const char *part, Origin origin)
{
    const char *skill = "";
    int level = plan_short_need(&skill, part, reader->scratch);
    if (level == 0 || (strchr(skill, ',') && names_find(reader->model->skills, skill) < 0)) {
        plan_no_need(reader->messages, origin, part);
        return false;
    }
    *need = (Need){.skill = plan_skill(reader, skill, origin), .level = level, .weight = 1, .origin = origin};
    return need->skill >= 0;
}

/* Parse the short form of a row of groups.csv, once for all copies. */
static CadreStatus parse_short_form(ShortForm *form, const PlanReader *reader, const GroupDraft *draft)
{
    int n_parts;
    const char *const *parts = plan_split(draft->needs, &n_parts, reader->scratch);
    form->needs = ARENA_ARRAY(reader->scratch, Need, parts ? n_parts : 0);
    if (!parts || !form->needs) return error_no_memory(reader->err);
    form->parsed = true;
    for (int i = 0; i < n_parts; i++) form->n += parse_short_need(&form->needs[form->n], reader, parts[i], draft->needs_origin);
    return CADRE_OK;
}

static CadreStatus offer_short_form(NeedsWork *work, int group, ShortForm *form)
{
    const PlanReader *reader = work->reader;
    if (!form->parsed) TRY(parse_short_form(form, reader, &reader->drafts[reader->draft[group]]));
    for (int i = 0; i < form->n; i++) {
        Offer offer = {group, -1, RANK_GROUP, i, form->needs[i]};
        if (!LIST_PUSH(reader->scratch, &work->offers, offer)) return error_no_memory(reader->err);
    }
    return CADRE_OK;
}

static CadreStatus offer_short_forms(NeedsWork *work)
{
    PlanReader *reader = work->reader;
    ShortForm *forms = ARENA_ARRAY(reader->scratch, ShortForm, plan_n_rows(reader, SHEET_GROUPS));
    if (!forms) return error_no_memory(reader->err);
    for (int group = 0; group < reader->model->n_groups; group++) {
        const GroupDraft *draft = &reader->drafts[reader->draft[group]];
        if (!*draft->needs) continue;
        if (work->reached[group])
            messages_add(reader->messages, CADRE_WARNING, draft->needs_origin,
                         "\"needs\" of \"%s\" is not used, because needs.csv has rows for it; expected one or the other",
                         draft->group.base_name);
        else
            TRY(offer_short_form(work, group, &forms[reader->draft[group]]));
    }
    return CADRE_OK;
}

static int by_key_rank_level(const void *left, const void *right)
{
    const Offer *a = left, *b = right;
    int order = plan_compare(a->group, b->group);
    if (!order) order = plan_compare(a->role, b->role);
    if (!order) order = plan_compare(a->need.skill, b->need.skill);
    if (!order) order = plan_compare((int)a->rank, (int)b->rank);
    if (!order) order = plan_compare(b->need.level, a->need.level);
    if (!order) order = plan_compare(b->need.weight, a->need.weight);
    if (!order) order = plan_compare(b->need.people, a->need.people);
    if (!order) order = plan_compare(b->need.must, a->need.must);
    return order ? order : plan_compare(a->order, b->order);
}

static bool same_key(const Offer *a, const Offer *b)
{
    return a->group == b->group && a->role == b->role && a->need.skill == b->need.skill;
}

/* Keep the offers of the most specific rank of each key. */
static void settle_offers(NeedsWork *work)
{
    Offer *offers = work->offers.items;
    int n_kept = 0;
    if (work->offers.n) qsort(offers, (size_t)work->offers.n, sizeof *offers, by_key_rank_level);
    for (int i = 0; i < work->offers.n; i++) {
        const Offer *last = n_kept ? &offers[n_kept - 1] : NULL;
        if (last && same_key(last, &offers[i]) && last->rank != offers[i].rank) continue;
        offers[n_kept++] = offers[i];
    }
    work->offers.n = n_kept;
}

/* The next run with this group and role, from *at on. */
static Span take_span(const NeedsWork *work, int *at, int group, int role)
{
    const Offer *offers = work->offers.items;
    int start = *at;
    while (*at < work->offers.n && offers[*at].group == group && offers[*at].role == role) ++*at;
    return offers ? (Span){offers + start, offers + *at} : (Span){NULL, NULL};
}

/* Behind the offers on the skill of the first. */
static const Offer *next_skill(const Offer *at, const Offer *end)
{
    int skill = at->need.skill;
    while (at < end && at->need.skill == skill) at++;
    return at;
}

/* One target a skill: the first offer of the role's own, else of the group's. */
static bool add_targets(NeedsWork *work, Role *role, Span group_wide, Span own)
{
    const Offer *wide = group_wide.first, *mine = own.first;
    role->first_target = work->targets.n;
    while (wide < group_wide.end || mine < own.end) {
        bool take_own = wide == group_wide.end || (mine < own.end && mine->need.skill <= wide->need.skill);
        const Need *need = take_own ? &mine->need : &wide->need;
        Target target = {need->skill, need->level, need->weight};
        if (!LIST_PUSH(work->reader->arena, &work->targets, target)) return false;
        if (wide < group_wide.end && wide->need.skill == target.skill) wide = next_skill(wide, group_wide.end);
        if (mine < own.end && mine->need.skill == target.skill) mine = next_skill(mine, own.end);
    }
    role->n_targets = work->targets.n - role->first_target;
    return true;
}

static bool add_bars(NeedsWork *work, Span span)
{
    for (const Offer *offer = span.first; offer < span.end; offer++) {
        const Need *need = &offer->need;
        Bar bar = {need->skill, need->level, need->origin};
        if (need->must && !need->people && !LIST_PUSH(work->reader->arena, &work->bars, bar)) return false;
    }
    return true;
}

static bool add_coverages(NeedsWork *work, Span span)
{
    for (const Offer *offer = span.first; offer < span.end; offer++) {
        const Need *need = &offer->need;
        Coverage coverage = {offer->group, offer->role, need->skill, need->level, need->people, need->must, need->origin};
        if (need->people && !LIST_PUSH(work->reader->arena, &work->coverages, coverage)) return false;
    }
    return true;
}

static CadreStatus store_group(NeedsWork *work, int *at, int group_index)
{
    Model *model = work->reader->model;
    const Group *group = &model->groups[group_index];
    Span group_wide = take_span(work, at, group_index, -1);
    bool stored = add_coverages(work, group_wide);
    for (int i = 0; stored && i < group->n_roles; i++) {
        Role *role = &model->roles[group->first_role + i];
        Span own = take_span(work, at, group_index, group->first_role + i);
        role->first_bar = work->bars.n;
        stored = add_bars(work, group_wide) && add_bars(work, own) && add_targets(work, role, group_wide, own) &&
                 add_coverages(work, own);
        role->n_bars = work->bars.n - role->first_bar;
    }
    return stored ? CADRE_OK : error_no_memory(work->reader->err);
}

CadreStatus needs_read(PlanReader *reader)
{
    Model *model = reader->model;
    NeedsWork work = {.reader = reader};
    work.reached = ARENA_ARRAY(reader->scratch, bool, model->n_groups);
    if (!work.reached) return error_no_memory(reader->err);
    for (int row = 0; row < plan_n_rows(reader, SHEET_NEEDS); row++) TRY(offer_row(&work, plan_row(reader, SHEET_NEEDS, row)));
    TRY(offer_short_forms(&work));
    settle_offers(&work);
    for (int group = 0, at = 0; group < model->n_groups; group++) TRY(store_group(&work, &at, group));
    model->targets = work.targets.items;
    model->n_targets = work.targets.n;
    model->bars = work.bars.items;
    model->n_bars = work.bars.n;
    model->coverages = work.coverages.items;
    model->n_coverages = work.coverages.n;
    return CADRE_OK;
}
