/* Everyone in one table, then those without a part, then each person's roles with their reasons. */
#include "explain/holdings.h"
#include "write/report_section.h"

static const char *position_of(const Person *person) { return person->position ? person->position : ""; }

static bool has_sites(const Report *report)
{
    return report->input->model->n_sites > 1 && report->place->site == SCOPE_ALL && !report->place->is_index;
}

static const char *site_of(const Report *report, int person)
{
    int site = report->input->model->staff[person].site;
    return site < 0 ? "" : report->input->model->sites[site].name;
}

static void add_hours(Html *page, const Report *report, const PersonRow *row)
{
    html_phrase(page, PHRASE_REPORT_PERSON_HOURS, {"used", hours_words(row->hours, report->arena)},
                {"hours", hours_words(row->hours + row->hours_left, report->arena)});
}

/* The load as a bar, and beside it in figures. */
static void add_load(Html *page, const Report *report, const PersonRow *row)
{
    enum { WIDTH = 72, HEIGHT = 10 };
    html_open_class(page, "td", "load");
    html_attr_number(page, "data-value", row->hours);
    svg_mark(page, "loadbar", WIDTH, HEIGHT);
    svg_bar(page, 0, 1, WIDTH, HEIGHT - 2, row->hours, row->hours + row->hours_left);
    svg_end(page);
    html_raw(page, " ");
    add_hours(page, report, row);
    html_close(page);
}

static void add_role(Html *page, const Report *report, const AssignmentRow *at)
{
    const Role *role = &report->input->model->roles[at->role];
    html_open(page, "li");
    report_group_link(page, report, role->group);
    html_raw(page, ", ");
    html_user(page, role->name);
    if (role->leads) html_raw(page, " <span class=\"tag\">leads</span>");
    html_close(page);
}

static void add_nothing(Html *page, const Report *report, int person)
{
    html_open_class(page, "span", "none");
    html_phrase_plain(page, report->input->model->staff[person].away ? PHRASE_REPORT_PERSON_AWAY : PHRASE_REPORT_PERSON_NONE);
    html_close(page);
}

static void add_roles(Html *page, const Report *report, const PersonRow *row)
{
    const Buckets *held = &report->index->by_person;
    html_open(page, "td");
    html_attr_number(page, "data-value", row->groups);
    if (row->groups == 0) {
        add_nothing(page, report, row->person);
    } else {
        html_open_class(page, "ul", "roles");
        for (int i = held->first[row->person]; i < held->first[row->person + 1]; i++)
            add_role(page, report, &report->input->rows->assignments[held->item[i]]);
        html_close(page);
    }
    html_close(page);
}

static bool has_positions(const Report *report)
{
    for (int i = 0; i < report->listed.n_people; i++)
        if (*position_of(&report->input->model->staff[report->input->rows->people[report->listed.people[i]].person]))
            return true;
    return false;
}

static void add_row(Html *page, const Report *report, const PersonRow *row, bool positions)
{
    html_open(page, "tr");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    report_person_link(page, report, row->person);
    html_close(page);
    if (has_sites(report)) html_element_user(page, "td", site_of(report, row->person));
    if (positions) html_element_user(page, "td", position_of(&report->input->model->staff[row->person]));
    add_roles(page, report, row);
    add_load(page, report, row);
    html_close(page);
}

static void add_table(Html *page, const Report *report)
{
    bool positions = has_positions(report);
    ReportColumn columns[5];
    int n = 0;
    columns[n++] = (ReportColumn){"Name", "text", false};
    if (has_sites(report)) columns[n++] = (ReportColumn){"Site", "text", true};
    if (positions) columns[n++] = (ReportColumn){"Position", "text", true};
    columns[n++] = (ReportColumn){"Roles", "number", false};
    columns[n++] = (ReportColumn){"Hours a month", "number", false};
    report_question(page, PHRASE_REPORT_ASK_LOAD);
    report_table_open(page, "people sortable", "Everyone on the staff");
    report_columns(page, columns, n);
    html_open(page, "tbody");
    for (int i = 0; i < report->listed.n_people; i++)
        add_row(page, report, &report->input->rows->people[report->listed.people[i]], positions);
    html_close(page);
    report_table_close(page);
}

/* Position, site and load in one line. */
static void add_facts(Html *page, const Report *report, const PersonRow *row)
{
    const Person *person = &report->input->model->staff[row->person];
    html_open_class(page, "ul", "facts");
    if (*position_of(person)) html_element_user(page, "li", position_of(person));
    if (has_sites(report) && person->site >= 0) html_element_user(page, "li", site_of(report, row->person));
    html_open(page, "li");
    add_hours(page, report, row);
    html_close(page);
    html_close(page);
}

static void add_reason(Html *page, const Report *report, const AssignmentRow *at)
{
    html_open(page, "dt");
    report_group_link(page, report, report->input->model->roles[at->role].group);
    html_raw(page, ", ");
    html_user(page, report->input->model->roles[at->role].name);
    if (report->input->model->roles[at->role].leads) html_raw(page, " <span class=\"tag\">leads</span>");
    html_open_class(page, "span", "points");
    html_phrase(page, PHRASE_REPORT_PERSON_POINTS, {"points", words_amount(at->points, report->arena)});
    html_close(page);
    html_close(page);
    html_open(page, "dd");
    html_sentence(page, at->reason);
    html_close(page);
}

static void add_person(Html *page, const Report *report, const PersonRow *row)
{
    const Buckets *held = &report->index->by_person;
    html_open_class(page, "article", "person");
    html_attr_id(page, "id", REPORT_PERSON, row->person);
    html_attr(page, "data-search", "yes");
    html_open(page, "h4");
    html_user(page, index_label(report->index, row->person));
    html_close(page);
    add_facts(page, report, row);
    if (row->groups == 0) {
        html_open(page, "p");
        html_sentence(page, row->reason);
        html_close(page);
    } else {
        html_open(page, "dl");
        for (int i = held->first[row->person]; i < held->first[row->person + 1]; i++)
            add_reason(page, report, &report->input->rows->assignments[held->item[i]]);
        html_close(page);
    }
    report_alternatives(page, report, row);
    html_close(page);
}

/* Those who serve, or those who do not. */
static void add_persons(Html *page, const Report *report, bool serving)
{
    html_open_class(page, "div", "persons");
    for (int i = 0; i < report->listed.n_people; i++) {
        const PersonRow *row = &report->input->rows->people[report->listed.people[i]];
        if ((row->groups > 0) == serving) add_person(page, report, row);
    }
    html_close(page);
}

static int count_serving(const Report *report)
{
    int n = 0;
    for (int i = 0; i < report->listed.n_people; i++) n += report->input->rows->people[report->listed.people[i]].groups > 0;
    return n;
}

CadreStatus report_people(Html *page, const Report *report, CadreError *err)
{
    (void)err;
    int serving = count_serving(report), without = report->listed.n_people - serving;
    add_table(page, report);
    if (without > 0) {
        html_open(page, "h3");
        html_phrase(page, PHRASE_REPORT_PEOPLE_WITHOUT, {"n", words_amount(without, report->arena)});
        html_close(page);
        add_persons(page, report, false);
    }
    if (serving > 0) {
        html_open(page, "h3");
        html_phrase_plain(page, PHRASE_REPORT_PEOPLE_EACH);
        html_close(page);
        add_persons(page, report, true);
    }
    return CADRE_OK;
}
