/* overview_people.c: lists of people: who is missing, by site, and whose answers are to be looked at. */
#include <stdlib.h>
#include <string.h>

#include "write/overview_page.h"
#include "write/screen.h"

enum {
    NAMES_SHOWN = 24,
    SITES_SHOWN = 8,
    NAMES_OF_SITE = 6,
    FORMS_SHOWN = 6,
    GRIDS_SHOWN = 8,
    NAMES_OF_SURVEY = 12,
    QUESTION_WIDTH = 70
};

/* People of one site, within a list sorted by site. */
typedef struct SiteList {
    int site, first, n;
} SiteList;

static int by_length(const void *left, const void *right)
{
    const SiteList *a = left, *b = right;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return (a->site > b->site) - (a->site < b->site);
}

/* Put the people in order of their sites, those without one last; the lists by length. Cost O(people + sites log sites). */
static CadreStatus part_by_site(SiteList *lists, int *n_lists, int people[], int n, const Model *model, Arena *arena,
                                CadreError *err)
{
    int *next = ARENA_ARRAY(arena, int, model->n_sites + 2), *sorted = ARENA_ARRAY(arena, int, n + 1);
    if (!next || !sorted) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        int site = model->staff[people[i]].site;
        next[(site < 0 ? model->n_sites : site) + 1]++;
    }
    *n_lists = 0;
    for (int site = 0; site <= model->n_sites; site++) {
        if (next[site + 1] > 0) lists[(*n_lists)++] = (SiteList){site, next[site], next[site + 1]};
        next[site + 1] += next[site];
    }
    for (int i = 0; i < n; i++) {
        int site = model->staff[people[i]].site;
        sorted[next[site < 0 ? model->n_sites : site]++] = people[i];
    }
    for (int i = 0; i < n; i++) people[i] = sorted[i];
    if (*n_lists > 1) qsort(lists, (size_t)*n_lists, sizeof *lists, by_length);
    return CADRE_OK;
}

/* Where `survey` tells its people apart by their rows alone: "row 12" for NAME-12. NULL without memory. */
static const char *short_label(const OverviewPage *page, int person, const char *survey)
{
    const Person *at = &page->overview->model->staff[person];
    size_t length = survey ? strlen(survey) : 0;
    bool is_row = survey && *at->id == '\0' && *at->email == '\0' && strcmp(at->name, at->key) == 0 &&
                  strncmp(at->key, survey, length) == 0 && at->key[length] == '-';
    return is_row ? arena_print(page->out.arena, "row %s", at->key + length + 1) : label_of(&page->labels, person);
}

CadreStatus page_people(OverviewPage *page, const char *before, PeopleNoted noted, int most, CadreError *err)
{
    TextBuffer line = {.arena = page->out.arena};
    const char *text;
    for (int i = 0; i < noted.n && i < most; i++) {
        const char *label = short_label(page, noted.people[i], noted.survey);
        if (!label) return error_no_memory(err);
        buffer_print(&line, "%s%s", i ? ", " : "", label);
        if (noted.notes && noted.notes[i]) buffer_print(&line, " (%s)", noted.notes[i]);
    }
    if (noted.n > most) buffer_print(&line, " and %d more", noted.n - most);
    TRY(buffer_text(&text, &line, err));
    page_item(page, "%s%s", before, text);
    return CADRE_OK;
}

/* Names by site where there are several. */
static CadreStatus add_by_site(OverviewPage *page, int people[], int n, CadreError *err)
{
    const Model *model = page->overview->model;
    Arena *arena = page->out.arena;
    int n_lists = 0;
    if (model->n_sites < 2) return page_people(page, "", (PeopleNoted){people, NULL, n, NULL}, NAMES_SHOWN, err);
    SiteList *lists = ARENA_ARRAY(arena, SiteList, model->n_sites + 1);
    if (!lists) return error_no_memory(err);
    TRY(part_by_site(lists, &n_lists, people, n, model, arena, err));
    for (int i = 0; i < n_lists && i < SITES_SHOWN; i++) {
        const char *site = lists[i].site < model->n_sites ? model->sites[lists[i].site].name : "(no site)";
        const char *before = arena_print(arena, "%s: ", site);
        if (!before) return error_no_memory(err);
        PeopleNoted of_site = {people + lists[i].first, NULL, lists[i].n, NULL};
        TRY(page_people(page, before, of_site, NAMES_OF_SITE, err));
    }
    page_more(page, n_lists, SITES_SHOWN, "sites");
    return CADRE_OK;
}

static bool gap_has(const Overview *overview, const Gap *gap, int form)
{
    for (int i = gap->first_form; i < gap->first_form + gap->n_forms; i++)
        if (overview->gap_forms.items[i] == form) return true;
    return false;
}

/* Those who answered nothing (form -1), or something else but not the form. */
static CadreStatus add_gap_list(OverviewPage *page, int form, int people[], CadreError *err)
{
    const Overview *overview = page->overview;
    int n = 0;
    for (int i = 0; i < overview->gaps.n; i++) {
        const Gap *gap = &overview->gaps.items[i];
        if (form < 0 ? gap->silent : !gap->silent && gap_has(overview, gap, form)) people[n++] = gap->person;
    }
    if (n == 0) return CADRE_OK;
    if (form < 0)
        page_heading(page, "%d %s answered nothing:", n, n == 1 ? "person has" : "people have");
    else
        page_heading(page, "%d %s answered, but not %s:", n, n == 1 ? "person has" : "people have", overview->form_names[form]);
    return add_by_site(page, people, n, err);
}

/* What cannot be known of who is missing. */
static void add_limits_of_knowledge(OverviewPage *page)
{
    const Overview *overview = page->overview;
    const Responses *responses = overview->responses;
    if (!responses->has_roster && overview->n_asked > 0)
        page_heading(page, "Who has answered nothing cannot be told: that takes a roster, people.csv.");
    for (int form = 0, told = 0; form < responses->n_forms && told < FORMS_SHOWN; form++) {
        if (overview->form_asked[form]) continue;
        page_heading(page, "Who has not answered %s cannot be told: it asks nobody's name.", overview->form_names[form]);
        told++;
    }
}

CadreStatus page_add_gaps(OverviewPage *page, CadreError *err)
{
    const Overview *overview = page->overview;
    int *people = ARENA_ARRAY(page->out.arena, int, overview->gaps.n + 1);
    if (!people) return error_no_memory(err);
    TRY(add_gap_list(page, -1, people, err));
    for (int form = 0, shown = 0; overview->n_asked > 1 && form < overview->responses->n_forms; form++) {
        if (!overview->form_asked[form] || shown++ >= FORMS_SHOWN) continue;
        TRY(add_gap_list(page, form, people, err));
    }
    if (overview->gaps.n > 0 && !page->reminders)
        page_heading(page, "cadre check --missing FILE writes a list of them for a reminder.");
    add_limits_of_knowledge(page);
    return CADRE_OK;
}

/* Somebody to be named under a survey or a grid. */
typedef struct NamedEntry {
    int under, person;
    const char *note; /* or NULL */
} NamedEntry;

typedef LIST(NamedEntry) NamedEntries;

/* NamedEntries by what they stand under, in the order they had there. */
typedef struct Sorted {
    int *first; /* [n_under + 1] */
    int *people;
    const char **notes;
} Sorted;

static CadreStatus sort_entries(Sorted *out, const NamedEntries *entries, int n_under, Arena *arena, CadreError *err)
{
    Sorted sorted = {ARENA_ARRAY(arena, int, n_under + 1), ARENA_ARRAY(arena, int, entries->n),
                     ARENA_ARRAY(arena, const char *, entries->n)};
    int *next = ARENA_ARRAY(arena, int, n_under + 1);
    if (!sorted.first || !sorted.people || !sorted.notes || !next) return error_no_memory(err);
    for (int i = 0; i < entries->n; i++) sorted.first[entries->items[i].under + 1]++;
    for (int under = 0; under < n_under; under++) {
        sorted.first[under + 1] += sorted.first[under];
        next[under] = sorted.first[under];
    }
    for (int i = 0; i < entries->n; i++) {
        int place = next[entries->items[i].under]++;
        sorted.people[place] = entries->items[i].person;
        sorted.notes[place] = entries->items[i].note;
    }
    *out = sorted;
    return CADRE_OK;
}

/* Those under one survey or grid. */
static PeopleNoted people_under(const Sorted *sorted, int under, const char *survey)
{
    int first = sorted->first[under];
    return (PeopleNoted){sorted->people + first, sorted->notes + first, sorted->first[under + 1] - first, survey};
}

static CadreStatus add_by_survey(OverviewPage *page, const NamedEntries *entries, CadreError *err)
{
    const Responses *responses = page->overview->responses;
    Sorted sorted;
    TRY(sort_entries(&sorted, entries, responses->n_surveys, page->out.arena, err));
    for (int survey = 0, shown = 0; survey < responses->n_surveys; survey++) {
        const char *name = responses->surveys[survey].name, *before = arena_print(page->out.arena, "%s: ", name);
        PeopleNoted noted = people_under(&sorted, survey, name);
        if (!before) return error_no_memory(err);
        if (noted.n > 0 && shown++ < FORMS_SHOWN) TRY(page_people(page, before, noted, NAMES_OF_SURVEY, err));
    }
    return CADRE_OK;
}

static CadreStatus add_late(OverviewPage *page, CadreError *err)
{
    const Responses *responses = page->overview->responses;
    NamedEntries late = {0};
    for (int i = 0; i < responses->items.n; i++) {
        const Response *at = &responses->items.items[i];
        if (at->late && !LIST_PUSH(page->out.arena, &late, (NamedEntry){at->survey, at->person, NULL}))
            return error_no_memory(err);
    }
    if (late.n == 0) return CADRE_OK;
    page_heading(page, "%d answer%s came after %s; %s all the same:", late.n, plural(late.n),
                 page->overview->model->settings.closes, late.n == 1 ? "it counts" : "they count");
    return add_by_survey(page, &late, err);
}

static CadreStatus add_repeated(OverviewPage *page, CadreError *err)
{
    const Responses *responses = page->overview->responses;
    NamedEntries repeated = {0};
    for (int i = 0; i < responses->items.n; i++) {
        const Response *at = &responses->items.items[i];
        if (at->n_rows < 2) continue;
        const char *times = at->n_rows == 2 ? "" : arena_print(page->out.arena, "%d times", at->n_rows);
        if (!times || !LIST_PUSH(page->out.arena, &repeated, (NamedEntry){at->survey, at->person, *times ? times : NULL}))
            return error_no_memory(err);
    }
    if (repeated.n == 0) return CADRE_OK;
    page_heading(page, "%d answer%s repeated; the latest counts:", repeated.n, repeated.n == 1 ? " was" : "s were");
    return add_by_survey(page, &repeated, err);
}

/* One answer to a whole grid, grid by grid, with the answer behind the name. */
static CadreStatus add_same_answers(OverviewPage *page, CadreError *err)
{
    const Responses *responses = page->overview->responses;
    Arena *arena = page->out.arena;
    NamedEntries entries = {0};
    Sorted sorted;
    int n = responses->same.n, n_grids = 0;
    for (int i = 0; i < n; i++) {
        const SameAnswer *at = &responses->same.items[i];
        if (!LIST_PUSH(arena, &entries, (NamedEntry){at->grid, at->person, at->answer})) return error_no_memory(err);
    }
    if (n == 0) return CADRE_OK;
    page_heading(page, "%d time%s somebody gave every row of a grid the same answer, which may be meant:", n, plural(n));
    TRY(sort_entries(&sorted, &entries, responses->n_grids, arena, err));
    for (int grid = 0; grid < responses->n_grids; grid++) {
        const RatedGrid *at = &responses->grids[grid];
        const char *survey = responses->surveys[at->survey].name, *question = screen_cut(arena, at->question, QUESTION_WIDTH);
        const char *before = question ? arena_print(arena, "%s, \"%s\", %d rows: ", survey, question, at->n_rows) : NULL;
        PeopleNoted noted = people_under(&sorted, grid, survey);
        if (!before) return error_no_memory(err);
        if (noted.n > 0 && n_grids++ < GRIDS_SHOWN) TRY(page_people(page, before, noted, NAMES_OF_SURVEY, err));
    }
    page_more(page, n_grids, GRIDS_SHOWN, "grids");
    return CADRE_OK;
}

CadreStatus page_add_odd_answers(OverviewPage *page, CadreError *err)
{
    TRY(add_late(page, err));
    TRY(add_repeated(page, err));
    return add_same_answers(page, err);
}
