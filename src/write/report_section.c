#include "write/report_section.h"

static bool on_page(const Report *report, int site) { return report->scope.site == SCOPE_ALL || report->scope.site == site; }

static void add_link(Html *page, const char *before, int number, const char *words, bool linked)
{
    if (linked) {
        html_open(page, "a");
        html_attr_id(page, "href", before, number);
    }
    html_user(page, words);
    if (linked) html_close(page);
}

void report_person_link(Html *page, const Report *report, int person)
{
    add_link(page, "#" REPORT_PERSON, person, index_label(report->index, person),
             on_page(report, report->input->model->staff[person].site));
}

void report_group_link(Html *page, const Report *report, int group)
{
    const Group *of = &report->input->model->groups[group];
    add_link(page, "#" REPORT_GROUP, group, of->name, on_page(report, of->site));
}

void report_question(Html *page, Phrase question)
{
    html_open_class(page, "p", "question");
    html_phrase_plain(page, question);
    html_close(page);
}

void report_frame_open(Html *page, const char *name)
{
    html_open_class(page, "div", "scroll");
    html_attr(page, "tabindex", "0");
    html_attr(page, "role", "group");
    html_attr(page, "aria-label", name);
}

static void open_table(Html *page, const char *class_names, const char *caption)
{
    html_open_class(page, "table", class_names);
    html_element(page, "caption", caption);
}

void report_table_open(Html *page, const char *class_names, const char *caption)
{
    report_frame_open(page, caption);
    open_table(page, class_names, caption);
}

void report_card_table_open(Html *page, const char *class_names, const char *caption)
{
    html_open_class(page, "div", "fit");
    open_table(page, class_names, caption);
}

void report_table_close(Html *page)
{
    html_close(page);
    html_close(page);
}

void report_columns(Html *page, const ReportColumn columns[], int n)
{
    html_open(page, "thead");
    html_open(page, "tr");
    for (int i = 0; i < n; i++) {
        html_open(page, "th");
        html_attr(page, "scope", "col");
        if (columns[i].kind) html_attr(page, "data-sort", columns[i].kind);
        if (columns[i].choose) html_attr(page, "data-choose", "yes");
        html_text(page, columns[i].title);
        html_close(page);
    }
    html_close(page);
    html_close(page);
}
