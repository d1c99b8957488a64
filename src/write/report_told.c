#include "write/report_told.h"

bool report_told_here(const Report *report, int person)
{
    return report->scope.site == SCOPE_ALL || report->input->model->staff[person].site == report->scope.site;
}

static void add_notice(Html *page, const Notice *notice)
{
    html_open(page, "li");
    if (notice->kind <= NOTICE_BEGINS) {
        html_phrase(page, PHRASE_COMPARE_ROLE, {"role", html_name(page, notice->role)},
                    {"group", html_name(page, notice->group)});
    } else {
        html_user(page, notice->group);
        html_raw(page, ": ");
        html_sentence(page, notice->note);
    }
    html_close(page);
}

/* The notices of one person from `from` to `to`. */
static void add_notices(Html *page, const Notice notices[], int n, NoticeKind from, NoticeKind to)
{
    bool open = false;
    html_open(page, "td");
    for (int i = 0; i < n; i++) {
        if (notices[i].kind < from || notices[i].kind > to) continue;
        if (!open) html_open_class(page, "ul", "roles");
        open = true;
        add_notice(page, &notices[i]);
    }
    if (open) html_close(page);
    html_close(page);
}

static void add_person(Html *page, const Report *report, const Notice notices[], int n)
{
    int person = notices[0].person;
    html_open(page, "tr");
    html_attr(page, "data-person", report->input->model->staff[person].key);
    html_open(page, "th");
    html_attr(page, "scope", "row");
    report_person_link(page, report, person);
    html_close(page);
    add_notices(page, notices, n, NOTICE_ENDS, NOTICE_ENDS);
    add_notices(page, notices, n, NOTICE_BEGINS, NOTICE_BEGINS);
    add_notices(page, notices, n, NOTICE_LEADER, NOTICE_MEMBERS);
    html_close(page);
}

/* Of those on this page: how many there are, and how many have their own roles changed. */
static int count_told(const Report *report, const Notices *notices, int *changed)
{
    int n = 0;
    *changed = 0;
    for (int i = 0; i < notices->n; i++) {
        bool first = i == 0 || notices->items[i].person != notices->items[i - 1].person;
        if (!first || !report_told_here(report, notices->items[i].person)) continue;
        n++;
        *changed += notices->items[i].kind <= NOTICE_BEGINS;
    }
    return n;
}

/* As many as there is room for; how many that are. */
static int add_rows(Html *page, const Report *report, const Notices *notices)
{
    int told = 0, from = page->text.bytes.n;
    for (int i = 0, n; i < notices->n; i += n) {
        for (n = 1; i + n < notices->n && notices->items[i + n].person == notices->items[i].person;) n++;
        if (!report_told_here(report, notices->items[i].person) || report_list_full(page, from)) continue;
        add_person(page, report, &notices->items[i], n);
        told++;
    }
    return told;
}

void report_told(Html *page, const Report *report, const Notices *notices)
{
    static const ReportColumn columns[] = {
        {"Person", "text", false}, {"Ends", "text", false}, {"Begins", "text", false}, {"Also to know", "text", false}};
    int changed, n = count_told(report, notices, &changed);
    report_question(page, PHRASE_CHANGES_ASK_TELL);
    html_open(page, "p");
    if (n == 0)
        html_phrase_plain(page, PHRASE_CHANGES_NOBODY);
    else
        html_phrase(page, PHRASE_CHANGES_TOLD, {"n", words_amount(n, report->arena)},
                    {"changed", words_amount(changed, report->arena)}, {"others", words_amount(n - changed, report->arena)});
    html_close(page);
    if (n == 0) return;
    report_table_open(page, "people told-table sortable", "Who must be told what");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    int told = add_rows(page, report, notices);
    html_close(page);
    report_table_close(page);
    report_list_more(page, report, n - told, "notices.csv");
}
