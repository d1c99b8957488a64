/* The sites of a report that gives each a page of its own. */
#include "write/report_figures.h"

static void add_number(Html *page, const char *class_names, int64_t n)
{
    html_open_class(page, "td", class_names);
    html_number(page, n);
    html_close(page);
}

static void add_row(Html *page, const Report *report, int site)
{
    ResultScope scope = result_scope(report->index, site);
    ResultSums sums = result_sums(report->index, &scope);
    int open = sums.seats - sums.filled, unled = sums.to_be_led - sums.led;
    html_open(page, "tr");
    html_open(page, "th");
    html_attr(page, "scope", "row");
    report_site_link(page, report, site);
    html_close(page);
    add_number(page, "number", sums.staff);
    add_number(page, "number", sums.with_role);
    add_number(page, "number", scope.n_groups);
    add_number(page, "number", sums.seats);
    add_number(page, open > 0 ? "number short" : "number", open);
    add_number(page, unled > 0 ? "number short" : "number", unled);
    add_number(page, scope.n_shortages > 0 ? "number short" : "number", scope.n_shortages);
    add_number(page, "number", sums.shortages);
    html_close(page);
}

CadreStatus report_sites(Html *page, const Report *report, CadreError *err)
{
    static const ReportColumn columns[] = {{"Site", "text", false},
                                           {"Staff", "number", false},
                                           {"With a part", "number", false},
                                           {"Groups", "number", false},
                                           {"Roles asked for", "number", false},
                                           {"Not filled", "number", false},
                                           {"Groups without leader", "number", false},
                                           {"Shortages", "number", false},
                                           {"Cost of shortages", "number", false}};
    int each = report->place->n_each[CHAPTER_SITES], from = report->part * each, n = report->input->model->n_sites;
    (void)err;
    report_question(page, PHRASE_REPORT_ASK_WHICH_SITE);
    report_table_open(page, "sites sortable", "Sites");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int site = from; site < n && (each == 0 || site < from + each); site++) add_row(page, report, site);
    html_close(page);
    report_table_close(page);
    report_note(page, PHRASE_REPORT_SITES_OPEN);
    return CADRE_OK;
}
