/* A card for each group: what it is for, who leads and serves, and how well that covers what it needs. */
#include "explain/holdings.h"
#include "explain/repairs.h"
#include "write/report_group_needs.h"
#include "write/report_section.h"

static void add_phrase_fact(Html *page, Phrase phrase, const char *place, const char *text)
{
    html_open(page, "li");
    html_phrase(page, phrase, {place, text});
    html_close(page);
}

static void add_meetings(Html *page, const Model *model, const Group *of)
{
    for (int i = of->first_slot; i < of->first_slot + of->n_slots; i++) html_element_user(page, "li", model->slots[i].name);
}

/* Size, points, hours, kind and meeting times in one line. */
static void add_facts(Html *page, const Report *report, const GroupRow *row)
{
    const Model *model = report->input->model;
    const Group *of = &model->groups[row->group];
    html_open_class(page, "ul", "facts");
    if (of->kind && *of->kind) html_element_user(page, "li", of->kind);
    if (model->n_sites > 1 && report->scope.site == SCOPE_ALL && of->site >= 0)
        html_element_user(page, "li", model->sites[of->site].name);
    add_phrase_fact(page, PHRASE_REPORT_GROUP_SIZE, "n", words_amount(row->size, report->arena));
    if (row->size > 0) add_phrase_fact(page, PHRASE_REPORT_GROUP_POINTS, "n", words_amount(row->points_mean, report->arena));
    add_phrase_fact(page, PHRASE_REPORT_GROUP_HOURS, "hours", hours_words(of->hours, report->arena));
    add_meetings(page, model, of);
    html_close(page);
}

/* Beside the points of who answered no survey: they say nothing of what the person can do. */
static void add_silent(Html *page)
{
    html_open_class(page, "span", "silent");
    html_phrase_plain(page, PHRASE_REPORT_PERSON_SILENT);
    html_close(page);
    html_raw(page, " ");
}

static void add_member(Html *page, const Report *report, const AssignmentRow *row)
{
    const Model *model = report->input->model;
    const Role *role = &model->roles[row->role];
    html_open_class(page, "tr", role->leads ? "leads" : "member");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    report_person_link(page, report, row->person);
    html_close(page);
    html_open(page, "td");
    html_user(page, role->name);
    if (role->leads) html_raw(page, " <span class=\"tag\">leads</span>");
    html_close(page);
    html_open_class(page, "td", "number");
    if (!model->staff[row->person].answered) add_silent(page);
    html_number(page, row->points);
    html_close(page);
    html_close(page);
}

/* How many are told. `from`: where the members begin. */
static int add_members_of(Html *page, const Report *report, const Group *of, bool leads, int from)
{
    const Buckets *seats = &report->index->by_role;
    int told = 0;
    for (int role = of->first_role; role < of->first_role + of->n_roles; role++) {
        if (report->input->model->roles[role].leads != leads) continue;
        for (int i = seats->first[role]; i < seats->first[role + 1] && !report_list_full(page, from); i++, told++)
            add_member(page, report, &report->input->rows->assignments[seats->item[i]]);
    }
    return told;
}

static void add_members(Html *page, const Report *report, const GroupRow *row)
{
    static const ReportColumn columns[] = {{"Person", NULL, false}, {"Role", NULL, false}, {"Points", NULL, false}};
    const Group *of = &report->input->model->groups[row->group];
    int from = page->text.bytes.n;
    if (row->size == 0) {
        html_open_class(page, "p", "short");
        html_phrase_plain(page, PHRASE_REPORT_GROUP_EMPTY);
        html_close(page);
        return;
    }
    report_card_table_open(page, "members", "Members");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    int told = add_members_of(page, report, of, true, from);
    told += add_members_of(page, report, of, false, from);
    html_close(page);
    report_table_close(page);
    report_list_more(page, report, row->size - told, "assignments.csv");
}

static CadreStatus add_shortages(Html *page, const Report *report, int group, CadreError *err)
{
    const Buckets *shorts = &report->index->shorts_by_group;
    int from = page->text.bytes.n, i = shorts->first[group], end = shorts->first[group + 1];
    if (i == end) return CADRE_OK;
    html_open_class(page, "ul", "missing");
    for (; i < end && !report_list_full(page, from); i++) {
        const char *words;
        TRY(shortage_words(&words, report->input->model, &report->input->rows->shortages[shorts->item[i]].shortage,
                           report->arena, err));
        html_open(page, "li");
        html_raw(page, "<span class=\"short\">Missing</span> ");
        report_shortage_open(page, report, shorts->item[i]);
        html_sentence(page, words);
        html_close(page);
        html_close(page);
    }
    html_close(page);
    report_list_more(page, report, end - i, "shortages.csv");
    return CADRE_OK;
}

static CadreStatus add_card(Html *page, const Report *report, const GroupRow *row, CadreError *err)
{
    const Group *of = &report->input->model->groups[row->group];
    html_open_class(page, "article", "card");
    html_attr_id(page, "id", REPORT_GROUP, row->group);
    html_attr(page, "data-search", "yes");
    html_element_user(page, "h3", of->name);
    if (of->purpose && *of->purpose) {
        html_open_class(page, "p", "purpose");
        html_user(page, of->purpose);
        html_close(page);
    }
    add_facts(page, report, row);
    TRY(add_shortages(page, report, row->group, err));
    html_open_class(page, "div", "card-body");
    html_open(page, "div");
    add_members(page, report, row);
    html_close(page);
    html_open(page, "div");
    TRY(report_group_needs(page, report, row->group, err));
    html_close(page);
    html_close(page);
    html_close(page);
    return CADRE_OK;
}

CadreStatus report_groups(Html *page, const Report *report, CadreError *err)
{
    html_open_class(page, "div", "cards");
    for (int i = 0; i < report->listed.n_groups; i++)
        TRY(add_card(page, report, &report->input->rows->groups[report->listed.groups[i]], err));
    html_close(page);
    return CADRE_OK;
}
