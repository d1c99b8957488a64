/* The roles nearest to a person that they do not hold, in their own part of the people section. */
#include "write/report_section.h"

static void add_alternative(Html *page, const Report *report, const Alternative *of)
{
    const Role *role = &report->input->model->roles[of->role];
    html_open(page, "li");
    html_attr_number(page, "data-points", of->points);
    if (of->holder >= 0) html_attr_number(page, "data-holder-points", of->holder_points);
    report_group_link(page, report, role->group);
    html_raw(page, ", ");
    html_user(page, role->name);
    if (role->leads) html_raw(page, " <span class=\"tag\">leads</span>");
    html_open_class(page, "span", "points");
    html_phrase(page, PHRASE_REPORT_PERSON_POINTS, {"points", words_amount(of->points, report->arena)});
    html_close(page);
    html_open_class(page, "span", "why");
    html_sentence(page, of->why);
    html_close(page);
    html_close(page);
}

void report_alternatives(Html *page, const Report *report, const PersonRow *row)
{
    const Alternatives *all = &report->input->rows->alternatives;
    int first = all->first ? all->first[row->person] : 0, end = all->first ? all->first[row->person + 1] : 0;
    if (first == end) return;
    html_open(page, "h5");
    html_phrase_plain(page, row->groups > 0 ? PHRASE_REPORT_ALTERNATIVES : PHRASE_REPORT_ALTERNATIVES_ALSO);
    html_close(page);
    html_open_class(page, "ol", "alternatives");
    for (int i = first; i < end; i++) add_alternative(page, report, &all->items[i]);
    html_close(page);
}
