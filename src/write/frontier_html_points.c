/* The table of all points of a sweep. */
#include <string.h>

#include "write/frontier_html.h"
#include "write/report_figures.h"
#include "write/sweep_folder.h"

enum { OWN_COLUMNS = 6 }; /* beside those that vary */

static void add_number(const SweepPage *at, const char *figure, int64_t number, bool known)
{
    html_open_class(at->page, "td", "number");
    html_attr(at->page, "data-figure", figure);
    html_attr_number(at->page, "data-value", known ? number : INT64_MIN / 2);
    if (known) html_number(at->page, number);
    html_close(at->page);
}

static void add_outcome(const SweepPage *at, const FrontierPoint *point)
{
    const char *folder = sweep_outcome_name(point->outcome, at->frontier->n_outcomes, at->arena);
    html_open_class(at->page, "td", "number");
    html_attr(at->page, "data-figure", "outcome");
    html_attr_number(at->page, "data-value", point->outcome);
    if (point->possible) {
        html_open(at->page, "a");
        html_attr(at->page, "href", folder ? arena_print(at->arena, "%s/report.html", folder) : NULL);
        html_phrase(at->page, PHRASE_SWEEP_OUTCOME, {"n", words_amount(point->outcome, at->arena)});
        html_close(at->page);
    }
    html_close(at->page);
}

static void add_verdict(const SweepPage *at, const FrontierPoint *point)
{
    html_open_class(at->page, "td", frontier_stands(point) ? "verdict" : "beaten");
    html_attr(at->page, "data-figure", "efficient");
    html_phrase_plain(at->page, !point->possible     ? PHRASE_SWEEP_IS_IMPOSSIBLE
                                : point->behind_plan ? PHRASE_SWEEP_IS_BEHIND
                                : point->efficient   ? PHRASE_SWEEP_IS_EFFICIENT
                                                     : PHRASE_SWEEP_IS_BEATEN);
    if (point->possible && !point->measures.keeps_rules) {
        html_raw(at->page, "; ");
        html_phrase_plain(at->page, PHRASE_SWEEP_BREAKS);
    }
    if (point->possible && !point->proved) {
        html_raw(at->page, "; ");
        html_phrase_plain(at->page, PHRASE_SWEEP_NOT_PROVED);
    }
    html_close(at->page);
}

/* Whether all values of a column are numbers, and sort as such. */
static bool is_number(const Frontier *frontier, int name)
{
    for (int i = 0; i < frontier->n_points; i++) {
        const char *value = frontier->values[i * frontier->n_names + name];
        if (!*value || value[strspn(value, "0123456789.")]) return false;
    }
    return true;
}

static void add_value(const SweepPage *at, int point, int name)
{
    const char *value = at->frontier->values[point * at->frontier->n_names + name];
    html_open_class(at->page, name == 0 ? "th" : "td", is_number(at->frontier, name) ? "number" : "value");
    if (name == 0) html_attr(at->page, "scope", "row");
    if (*value)
        html_user(at->page, value);
    else
        html_raw(at->page, "<span class=\"none\">blank</span>");
    html_close(at->page);
}

static void add_row(const SweepPage *at, int number)
{
    const FrontierPoint *point = &at->frontier->points[number];
    const FrontierMeasures *of = &point->measures;
    html_open_class(at->page, "tr", frontier_stands(point) ? "efficient" : "other");
    html_attr_number(at->page, "data-point", number);
    for (int i = 0; i < at->frontier->n_names; i++) add_value(at, number, i);
    add_number(at, "total", of->total, point->possible);
    add_number(at, "shortages", of->shortages, point->possible);
    add_number(at, at->counted, frontier_distance(at->frontier, number), point->possible);
    add_number(at, "people", of->people, point->possible);
    add_verdict(at, point);
    add_outcome(at, point);
    html_close(at->page);
}

void frontier_html_table(const SweepPage *at)
{
    int n = 0;
    ReportColumn *columns = ARENA_ARRAY(at->arena, ReportColumn, at->frontier->n_names + OWN_COLUMNS);
    if (!columns) {
        at->page->text.lost = true;
        return;
    }
    for (int i = 0; i < at->frontier->n_names; i++)
        columns[n++] = (ReportColumn){at->frontier->names[i], is_number(at->frontier, i) ? "number" : "text", false};
    columns[n++] = (ReportColumn){"Total", "number", false};
    columns[n++] = (ReportColumn){"Shortages", "number", false};
    columns[n++] = (ReportColumn){at->frontier->changes_from ? "Changes" : "Moves", "number", false};
    columns[n++] = (ReportColumn){"People with a role", "number", false};
    columns[n++] = (ReportColumn){"Verdict", "text", true};
    columns[n++] = (ReportColumn){"Outcome", "number", false};
    report_question(at->page, PHRASE_SWEEP_ASK_POINTS);
    report_table_open(at->page, "people points-table sortable", "Every point of the sweep, in the order of its values");
    report_columns(at->page, columns, n);
    html_open(at->page, "tbody");
    for (int i = 0; i < at->frontier->n_points; i++) add_row(at, i);
    html_close(at->page);
    report_table_close(at->page);
}
