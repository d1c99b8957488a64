#include "read/staff_attributes.h"

#include <stdlib.h>

CadreStatus attributes_create(StaffAttributes *out, PeopleReader *reader)
{
    int n_fields = names_count(reader->model->fields);
    *out = (StaffAttributes){.reader = reader,
                             .site = ARENA_ARRAY(reader->scratch, int, reader->model->n_staff + 1),
                             .closed_for = ARENA_ARRAY(reader->scratch, int, n_fields),
                             .seen_for = ARENA_ARRAY(reader->scratch, int, n_fields)};
    return out->site && out->closed_for && out->seen_for ? CADRE_OK : error_no_memory(reader->err);
}

void attributes_begin(StaffAttributes *attributes, int person, int site)
{
    attributes->person = person;
    attributes->site[person] = site;
}

CadreStatus attributes_add(StaffAttributes *attributes, int field, int value)
{
    PeopleReader *reader = attributes->reader;
    OwnAttribute own = {attributes->person, {field, value}};
    return LIST_PUSH(reader->scratch, &attributes->own, own) ? CADRE_OK : error_no_memory(reader->err);
}

CadreStatus attributes_add_only(StaffAttributes *attributes, int field, int value)
{
    attributes->closed_for[field] = attributes->person + 1;
    return attributes_add(attributes, field, value);
}

bool attributes_closed(const StaffAttributes *attributes, int field)
{
    return attributes->closed_for[field] == attributes->person + 1;
}

/* final_of: [provisional sites], -1 for those that count no more: without sites.csv, all that nobody has. */
static CadreStatus sites_number(StaffAttributes *attributes, int final_of[], int order_of[], const Names *all)
{
    PeopleReader *reader = attributes->reader;
    Model *model = reader->model;
    int n = vocabulary_count(reader->sites.sites);
    bool *used = ARENA_ARRAY(reader->scratch, bool, n + 1);
    Names *names = names_create(reader->arena, NAME_STYLE_NAME);
    model->sites = ARENA_ARRAY(reader->arena, Site, n);
    reader->site_row = ARENA_ARRAY(reader->scratch, int, n + 1);
    if (!used || !names || !model->sites || !reader->site_row) return error_no_memory(reader->err);
    for (int i = 0; i < model->n_staff; i++)
        if (attributes->site[i] >= 0) used[attributes->site[i]] = true;
    int *site_at = ARENA_ARRAY(reader->scratch, int, n + 1);
    if (!site_at) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) site_at[order_of[i]] = i;
    for (int at = 0; at < n; at++) {
        int site = site_at[at];
        final_of[site] = -1;
        if (!reader->sites.fixed && !used[site]) continue;
        final_of[site] = names_add(names, names_get(all, at));
        if (final_of[site] < 0) return error_no_memory(reader->err);
        model->sites[final_of[site]] = (Site){.name = names_get(names, final_of[site]), .network = ""};
        reader->site_row[final_of[site]] = reader->sites.fixed ? reader->sites.row_of[site] : -1;
    }
    model->n_sites = names_count(names);
    model->field_values[FIELD_SITE] = names;
    return CADRE_OK;
}

/* The value that a site gives its people of site_fields[i]; -1. */
static int site_value(const PeopleReader *reader, int site, int i)
{
    int n = 1 + reader->plan->sheets[SHEET_SITES].n_other_columns;
    return reader->site_values[(size_t)reader->site_row[site] * (size_t)n + (size_t)i];
}

static void networks_fill(const PeopleReader *reader)
{
    Model *model = reader->model;
    for (int site = 0; reader->sites.fixed && site < model->n_sites; site++) {
        int network = site_value(reader, site, 0);
        if (network >= 0) model->sites[site].network = names_get(model->field_values[FIELD_NETWORK], network);
    }
}

static int by_field(const void *left, const void *right)
{
    const Attribute *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    return (a->value > b->value) - (a->value < b->value);
}

typedef LIST(Attribute) Attributes;

/* All attributes of one person: own[*next...] are those not of the site. */
static bool person_attributes(Attributes *out, StaffAttributes *attributes, int person, int *next)
{
    const PeopleReader *reader = attributes->reader;
    Model *model = reader->model;
    Person *here = &model->staff[person];
    int first = here->first_attribute = out->n;
    for (; *next < attributes->own.n && attributes->own.items[*next].person == person; (*next)++) {
        Attribute own = attributes->own.items[*next].attribute;
        attributes->seen_for[own.field] = person + 1;
        if (own.field == FIELD_POSITION) here->position = names_get(model->field_values[FIELD_POSITION], own.value);
        if (!LIST_PUSH(reader->arena, out, own)) return false;
    }
    if (here->site >= 0 && !LIST_PUSH(reader->arena, out, (Attribute){FIELD_SITE, here->site})) return false;
    int n_site_fields = reader->sites.fixed && here->site >= 0 ? 1 + reader->plan->sheets[SHEET_SITES].n_other_columns : 0;
    for (int i = 0; i < n_site_fields; i++) {
        int field = reader->site_fields[i], value = site_value(reader, here->site, i);
        if (value < 0 || attributes->seen_for[field] == person + 1) continue;
        if (!LIST_PUSH(reader->arena, out, (Attribute){field, value})) return false;
    }
    here->n_attributes = out->n - first;
    if (here->n_attributes) qsort(out->items + first, (size_t)here->n_attributes, sizeof *out->items, by_field);
    return true;
}

CadreStatus attributes_finish(StaffAttributes *attributes)
{
    PeopleReader *reader = attributes->reader;
    Model *model = reader->model;
    int *order_of, n = vocabulary_count(reader->sites.sites);
    int *final_of = ARENA_ARRAY(reader->scratch, int, n + 1);
    const Names *all = vocabulary_finish(reader->sites.sites, NAME_STYLE_NAME, 0, &order_of, reader->scratch);
    if (!final_of || !all) return error_no_memory(reader->err);
    TRY(sites_number(attributes, final_of, order_of, all));
    networks_fill(reader);
    Attributes list = {0};
    for (int i = 0, next = 0; i < model->n_staff; i++) {
        Person *person = &model->staff[i];
        person->site = attributes->site[i] < 0 ? -1 : final_of[attributes->site[i]];
        if (person->site < 0 && model->n_sites == 1) person->site = 0;
        if (!person_attributes(&list, attributes, i, &next)) return error_no_memory(reader->err);
    }
    model->attributes = list.n ? list.items : ARENA_NEW(reader->arena, Attribute);
    model->n_attributes = list.n;
    return model->attributes ? CADRE_OK : error_no_memory(reader->err);
}
