/* Balance: how the work is spread, and whether those who serve and lead are as the staff is. */
#include "explain/holdings.h"
#include "write/report_balance_parts.h"
#include "write/report_veil.h"

enum { PEOPLE_SHOWN = 24 };

/* Where some bar would count few people, all of them tell their share by quarters. */
static void veil_bars(const Report *report, ReportBar bars[], int n, int staff)
{
    int counts[HOURS_BANDS + BALANCE_ROLES_MOST + 1] = {0};
    for (int i = 0; i < n; i++) counts[i] = bars[i].count;
    if (!veil_hides(report->input->model, report->scope.site, counts, n)) return;
    for (int i = 0; i < n; i++) {
        int quarter = veil_quarter(counts[i], staff);
        bars[i].count = quarter < 0 ? 0 : 2 * quarter + 1; /* eighths */
        bars[i].words = veil_quarter_words(counts[i], staff, report->arena);
    }
}

static void add_roles(Html *page, const Report *report, const Balance *balance)
{
    static const char *const labels[] = {"No role", "1 role", "2 roles", "3 roles", "4 roles", "5 roles", "6 or more"};
    ReportBar bars[BALANCE_ROLES_MOST + 1];
    int n = 0;
    for (int i = 0; i <= BALANCE_ROLES_MOST; i++) {
        bars[i] = (ReportBar){labels[i], balance->roles[i], NULL};
        if (i < 2 || balance->roles[i] > 0) n = i + 1;
    }
    html_open(page, "figure");
    veil_bars(report, bars, n, balance->staff);
    report_question(page, PHRASE_REPORT_ASK_ROLES_EACH);
    report_bars(page, "bars roles-chart", PHRASE_REPORT_ROLES_TITLE, bars, n);
    html_close(page);
}

static void add_hours(Html *page, const Report *report, const Balance *balance)
{
    static const char *const labels[HOURS_BANDS] = {"None to give", "None used", "Under half", "Half or more", "All of them"};
    ReportBar bars[HOURS_BANDS];
    int n = 0;
    for (int i = 0; i < HOURS_BANDS; i++)
        if (i != HOURS_NONE_GIVEN || balance->hours[i] > 0) bars[n++] = (ReportBar){labels[i], balance->hours[i], NULL};
    html_open(page, "figure");
    veil_bars(report, bars, n, balance->staff);
    report_question(page, PHRASE_REPORT_ASK_HOURS_USED);
    report_bars(page, "bars hours-chart", PHRASE_REPORT_HOURS_TITLE, bars, n);
    html_close(page);
}

static void add_spread(Html *page, const Report *report, const Balance *balance)
{
    int n = balance->roles[1];
    html_open(page, "p");
    if (report_hides(report, balance->serving, balance->staff - balance->serving, n, balance->serving - n)) {
        html_phrase(page, PHRASE_REPORT_BALANCE_SPREAD_QUARTER,
                    {"share", veil_quarter_words(balance->serving, balance->staff, report->arena)});
        html_close(page);
        return;
    }
    html_attr_number(page, "data-serving", balance->serving);
    html_attr_number(page, "data-staff", balance->staff);
    html_phrase(page, PHRASE_REPORT_BALANCE_SPREAD, {"serving", words_amount(balance->serving, report->arena)},
                {"staff", words_amount(balance->staff, report->arena)}, {"n", words_amount(n, report->arena)},
                {"more", words_amount(balance->serving - n, report->arena)});
    html_close(page);
}

static void add_person(Html *page, const Report *report, const AtLimit *limit)
{
    const PersonRow *row = &report->input->rows->people[limit->row];
    html_open(page, "li");
    report_person_link(page, report, row->person);
    html_raw(page, " <span class=\"reach\">");
    if (limit->groups)
        html_phrase(page, PHRASE_REPORT_LIMIT_GROUPS, {"n", words_amount(row->groups, report->arena)});
    else
        html_phrase(page, PHRASE_REPORT_PERSON_HOURS, {"used", hours_words(row->hours, report->arena)},
                    {"hours", hours_words(row->hours + row->hours_left, report->arena)});
    html_raw(page, "</span>");
    html_close(page);
}

static void add_limit(Html *page, const Report *report, const Balance *balance)
{
    int n = balance->at_limit.n, groups = 0, hours = 0;
    for (int i = 0; i < n; i++) {
        groups += balance->at_limit.items[i].groups;
        hours += !balance->at_limit.items[i].groups;
    }
    report_question(page, PHRASE_REPORT_ASK_LIMIT);
    if (report_redacted(report)) {
        report_note(page, PHRASE_REPORT_BALANCE_LIMIT_REDACTED);
        return;
    }
    html_open(page, "p");
    html_attr_number(page, "data-at-limit", n);
    if (n > 0)
        html_phrase(page, PHRASE_REPORT_BALANCE_LIMIT, {"n", words_amount(n, report->arena)},
                    {"groups", words_amount(groups, report->arena)}, {"hours", words_amount(hours, report->arena)});
    else
        html_phrase_plain(page, PHRASE_REPORT_BALANCE_LIMIT_NONE);
    html_close(page);
    if (n == 0) return;
    html_open_class(page, "ul", "at-limit");
    for (int i = 0; i < n && i < PEOPLE_SHOWN; i++) add_person(page, report, &balance->at_limit.items[i]);
    html_close(page);
    if (n <= PEOPLE_SHOWN) return;
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_REPORT_BALANCE_LIMIT_MORE, {"n", words_amount(n - PEOPLE_SHOWN, report->arena)});
    html_close(page);
}

CadreStatus report_balance(Html *page, const Report *report, CadreError *err)
{
    Balance balance;
    TRY(balance_make(&balance, report->index, &report->scope, report->arena, err));
    add_spread(page, report, &balance);
    html_open_class(page, "div", "pair-of-charts");
    add_roles(page, report, &balance);
    add_hours(page, report, &balance);
    html_close(page);
    add_limit(page, report, &balance);
    report_leading(page, report, &balance);
    report_shares(page, report, &balance);
    return CADRE_OK;
}
