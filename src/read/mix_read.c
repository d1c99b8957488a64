/* mix_read.c: mix.csv -> mixes, `each` spread over the values that staff of the group's site have.
 *
 * Every row is offered to each group and value it names. Of the offers with one group, field and value those of the most
 * specific rank hold, at one rank those that name the value before `each`. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/plan_reader.h"

typedef struct Offer {
    Mix mix;
    int specific;                      /* less is more specific: rank, then whether `each` */
    int order;                         /* row of the sheet */
    const char *field_key, *value_key; /* sorted by: indices hang on the order of rows */
} Offer;

typedef struct MixWork {
    PlanReader *reader;
    const Model *model;
    LIST(Offer) offers;
    int *first_of_site; /* [n_sites + 2]: staff_of_site[first[s]] up to first[s + 1] are those of site s, not away */
    int *staff_of_site;
    bool **held; /* [fields]: which values somebody has; made when first asked for */
    int *n_held; /* [fields]: length of each */
} MixWork;

/* Whom `each` is about, by site. */
static bool index_staff(MixWork *work)
{
    const Model *model = work->model;
    int *first = work->first_of_site = ARENA_ARRAY(work->reader->scratch, int, model->n_sites + 2);
    work->staff_of_site = ARENA_ARRAY(work->reader->scratch, int, model->n_staff);
    if (!first || !work->staff_of_site) return false;
    for (int i = 0; i < model->n_staff; i++)
        if (model->staff[i].site >= 0 && !model->staff[i].away) first[model->staff[i].site + 2]++;
    for (int i = 2; i < model->n_sites + 2; i++) first[i] += first[i - 1];
    for (int i = 0; i < model->n_staff; i++)
        if (model->staff[i].site >= 0 && !model->staff[i].away) work->staff_of_site[first[model->staff[i].site + 1]++] = i;
    return true;
}

/* Whether anybody at all has the value; one that came with this sheet nobody has. -1 where there is no memory. */
static int value_held(MixWork *work, int field, int value)
{
    const Model *model = work->model;
    if (!work->held[field]) {
        work->n_held[field] = names_count(model->field_values[field]);
        if (!(work->held[field] = ARENA_ARRAY(work->reader->scratch, bool, work->n_held[field]))) return -1;
        for (int i = 0; i < model->n_attributes; i++)
            if (model->attributes[i].field == field) work->held[field][model->attributes[i].value] = true;
    }
    return value < work->n_held[field] && work->held[field][value];
}

/* The value of a cell, added to the field's values where it is new, with a warning where nobody has it; -1: no memory. */
static int read_value(MixWork *work, PlanRow row, int field)
{
    PlanReader *reader = work->reader;
    Names *values = work->model->field_values[field];
    const char *text = row_cell(row, MIX_VALUE);
    int site = field == FIELD_SITE ? site_names_find(reader->sites, text) : -1;
    if (site >= 0) text = work->model->sites[site].name;
    int value = names_find(values, text);
    int held = value < 0 ? 0 : value_held(work, field, value);
    if (held == 0)
        plan_unknown(reader->messages, CADRE_WARNING, row_origin(row, MIX_VALUE), names_get(work->model->fields, field), text,
                     "a value that a staff member has", value < 0 ? names_nearest(values, text) : NULL);
    if (held < 0) return -1;
    return value < 0 ? names_add(values, text) : value;
}

static void read_bounds(Mix *mix, PlanRow row)
{
    int max = row_int(row, MIX_MAX, 0, PLAN_COUNT_MAX, NO_LIMIT);
    mix->max = max;
    mix->min = row_int(row, MIX_MIN, 0, PLAN_COUNT_MAX, *row_cell(row, MIX_MAX) ? 0 : 1);
    if (mix->min > mix->max)
        messages_add(row.messages, CADRE_ERROR, row_origin(row, MIX_MAX),
                     "\"max\" is %d but \"min\" is %d; expected a max of at least min", mix->max, mix->min);
    mix->must = row_yes(row, MIX_MUST);
}

static bool offer_value(MixWork *work, const Selection *selection, Mix mix, int order)
{
    for (int i = 0; i < selection->n; i++) {
        Offer offer = {.mix = mix, .specific = 2 * (int)selection->rank, .order = order};
        offer.mix.group = selection->groups[i];
        if (!LIST_PUSH(work->reader->scratch, &work->offers, offer)) return false;
    }
    return true;
}

static void mark_values(bool *marked, const Model *model, int person, int field)
{
    const Person *who = &model->staff[person];
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++)
        if (model->attributes[i].field == field) marked[model->attributes[i].value] = true;
}

/* The values that `each` means in a group. */
static void find_values(bool *marked, const MixWork *work, const Group *group, int field)
{
    const Model *model = work->model;
    if (group->site < 0)
        for (int i = 0; i < model->n_staff; i++) {
            if (!model->staff[i].away) mark_values(marked, model, i, field);
        }
    else
        for (int i = work->first_of_site[group->site]; i < work->first_of_site[group->site + 1]; i++)
            mark_values(marked, model, work->staff_of_site[i], field);
}

static bool offer_each(MixWork *work, PlanRow row, const Selection *selection, Mix mix)
{
    int n_values = names_count(work->model->field_values[mix.field]), n_before = work->offers.n;
    bool *marked = ARENA_ARRAY(work->reader->scratch, bool, n_values);
    if (!marked) return false;
    for (int i = 0; i < selection->n; i++) {
        if (n_values) memset(marked, 0, (size_t)n_values * sizeof *marked);
        mix.group = selection->groups[i];
        mix.each = true;
        find_values(marked, work, &work->model->groups[mix.group], mix.field);
        for (mix.value = 0; mix.value < n_values; mix.value++) {
            Offer offer = {.mix = mix, .specific = 2 * (int)selection->rank + 1, .order = row.row};
            if (marked[mix.value] && !LIST_PUSH(work->reader->scratch, &work->offers, offer)) return false;
        }
    }
    if (work->offers.n == n_before)
        messages_add(row.messages, CADRE_WARNING, row_origin(row, MIX_VALUE),
                     "the row asks for nothing, because no staff member there has a %s; expected a field that staff have",
                     names_get(work->model->fields, mix.field));
    return true;
}

static CadreStatus offer_row(MixWork *work, PlanRow row)
{
    PlanReader *reader = work->reader;
    const char *field = row_cell(row, MIX_FIELD), *value = row_cell(row, MIX_VALUE);
    Mix mix = {.field = names_find(work->model->fields, field), .origin = row_origin(row, MIX_VALUE)};
    Selection selection;
    read_bounds(&mix, row);
    bool selected = plan_select(&selection, reader, row, MIX_GROUP);
    if (*field && mix.field < 0)
        plan_unknown(reader->messages, CADRE_ERROR, row_origin(row, MIX_FIELD), "field", field,
                     "site, position, network or a field of the surveys, people.csv or sites.csv",
                     names_nearest(work->model->fields, field));
    if (!selected || mix.field < 0 || !*value) return CADRE_OK;
    const char *key = text_name_key(reader->scratch, value);
    bool each = key && strcmp(key, "each") == 0;
    if (!each && (mix.value = read_value(work, row, mix.field)) < 0) return error_no_memory(reader->err);
    bool offered = each ? offer_each(work, row, &selection, mix) : offer_value(work, &selection, mix, row.row);
    return key && offered ? CADRE_OK : error_no_memory(reader->err);
}

static int by_key_and_rank(const void *left, const void *right)
{
    const Offer *a = left, *b = right;
    int order = plan_compare(a->mix.group, b->mix.group);
    if (!order) order = strcmp(a->field_key, b->field_key);
    if (!order) order = strcmp(a->value_key, b->value_key);
    if (!order) order = plan_compare(a->specific, b->specific);
    if (!order) order = plan_compare(a->mix.min, b->mix.min);
    if (!order) order = plan_compare(a->mix.max, b->mix.max);
    if (!order) order = plan_compare(a->mix.must, b->mix.must);
    return order ? order : plan_compare(a->order, b->order);
}

static bool same_key(const Mix *a, const Mix *b)
{
    return a->group == b->group && a->field == b->field && a->value == b->value;
}

/* Sort the offers and keep those of the most specific rank of each key. */
static void settle_offers(MixWork *work)
{
    Offer *offers = work->offers.items;
    int n_kept = 0;
    for (int i = 0; i < work->offers.n; i++) {
        offers[i].field_key = names_key(work->model->fields, offers[i].mix.field);
        offers[i].value_key = names_key(work->model->field_values[offers[i].mix.field], offers[i].mix.value);
    }
    if (work->offers.n) qsort(offers, (size_t)work->offers.n, sizeof *offers, by_key_and_rank);
    for (int i = 0; i < work->offers.n; i++) {
        const Offer *last = n_kept ? &offers[n_kept - 1] : NULL;
        if (last && same_key(&last->mix, &offers[i].mix) && last->specific != offers[i].specific) continue;
        offers[n_kept++] = offers[i];
    }
    work->offers.n = n_kept;
}

CadreStatus mix_read(PlanReader *reader)
{
    Model *model = reader->model;
    MixWork work = {.reader = reader, .model = model};
    int n_rows = plan_n_rows(reader, SHEET_MIX), n_fields = names_count(model->fields);
    if (n_rows == 0) return CADRE_OK;
    work.held = ARENA_ARRAY(reader->scratch, bool *, n_fields);
    work.n_held = ARENA_ARRAY(reader->scratch, int, n_fields);
    if (!work.held || !work.n_held || !index_staff(&work)) return error_no_memory(reader->err);
    for (int row = 0; row < n_rows; row++) TRY(offer_row(&work, plan_row(reader, SHEET_MIX, row)));
    settle_offers(&work);
    model->n_mixes = work.offers.n;
    model->mixes = ARENA_ARRAY(reader->arena, Mix, work.offers.n);
    if (!model->mixes) return error_no_memory(reader->err);
    for (int i = 0; i < work.offers.n; i++) model->mixes[i] = work.offers.items[i].mix;
    return CADRE_OK;
}
