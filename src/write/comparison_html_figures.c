/* Side by side: a table of figures, the parts in which a total differs, and all totals against the assignments that change. */
#include <string.h>

#include "write/comparison_html.h"
#include "write/plot.h"

/* A row of the table. */
typedef enum Figure {
    FIGURE_TOTAL,
    FIGURE_POINTS,
    FIGURE_EVERYONE,
    FIGURE_EXTRA_LOAD,
    FIGURE_SHORTAGES,
    FIGURE_UNMET,
    FIGURE_ASSIGNMENTS,
    FIGURE_PEOPLE,
    FIGURE_LEADERS,
    FIGURE_MOST_GROUPS,
    FIGURE_HOURS,
    FIGURE_STAFF,
    FIGURE_GROUPS,
    FIGURES
} Figure;

/* name: as in totals.csv. */
static const struct {
    const char *name, *title;
    bool part, cost; /* of the total; subtracted from it */
} figures[FIGURES] = {
    [FIGURE_TOTAL] = {"objective", "Total", false, false},
    [FIGURE_POINTS] = {"points", "Points of the roles", true, false},
    [FIGURE_EVERYONE] = {"everyone", "First roles", true, false},
    [FIGURE_EXTRA_LOAD] = {"extra_load", "Extra load", true, true},
    [FIGURE_SHORTAGES] = {"shortages", "Shortages", true, true},
    [FIGURE_UNMET] = {"unmet_needs", "Needs that are not met", false, false},
    [FIGURE_ASSIGNMENTS] = {"assignments", "Assignments", false, false},
    [FIGURE_PEOPLE] = {"people_with_role", "People with a role", false, false},
    [FIGURE_LEADERS] = {"people_leading", "People who lead", false, false},
    [FIGURE_MOST_GROUPS] = {"most_groups", "Most groups of one person", false, false},
    [FIGURE_HOURS] = {"hours", "Hours a month", false, false},
    [FIGURE_STAFF] = {"staff", "Staff", false, false},
    [FIGURE_GROUPS] = {"groups", "Groups", false, false},
};

/* Hours in hundredths. */
static int64_t value_of(const ResultFacts *facts, const Load *load, Figure figure)
{
    const int64_t values[FIGURES] = {
        [FIGURE_TOTAL] = facts->objective,
        [FIGURE_POINTS] = facts->parts.points,
        [FIGURE_EVERYONE] = facts->parts.everyone,
        [FIGURE_EXTRA_LOAD] = -facts->parts.extra_load,
        [FIGURE_SHORTAGES] = -facts->parts.shortages,
        [FIGURE_UNMET] = facts->n_shortages,
        [FIGURE_ASSIGNMENTS] = load->seats,
        [FIGURE_PEOPLE] = load->people,
        [FIGURE_LEADERS] = load->leaders,
        [FIGURE_MOST_GROUPS] = load->most_groups,
        [FIGURE_HOURS] = load->hours,
        [FIGURE_STAFF] = load->staff,
        [FIGURE_GROUPS] = facts->n_groups,
    };
    return values[figure];
}

static const char *words_of(const ComparisonHtml *at, Figure figure, int64_t value, bool sign)
{
    if (figure != FIGURE_HOURS) return sign ? comparison_signed(value, at->arena) : words_amount(value, at->arena);
    const char *hours = comparison_hours(value, at->arena);
    return hours && sign && value > 0 ? arena_print(at->arena, "+%s", hours) : hours;
}

/* before: what the difference is from; NULL: none is told. */
static void add_cell(const ComparisonHtml *at, const ResultFacts *facts, Figure figure, int64_t value, const int64_t *before)
{
    html_open_class(at->page, "td", "number");
    html_attr(at->page, "data-scenario", facts->folder);
    html_attr(at->page, "data-figure", figures[figure].name);
    html_attr(at->page, "data-value",
              figure == FIGURE_HOURS ? comparison_hours(value, at->arena)
                                     : words_number(figures[figure].cost ? -value : value, at->arena));
    html_text(at->page, words_of(at, figure, value, false));
    if (before && value != *before) {
        html_open_class(at->page, "span", "reach");
        html_text(at->page, words_of(at, figure, value - *before, true));
        html_close(at->page);
    }
    html_close(at->page);
}

static void add_row(const ComparisonHtml *at, Figure figure)
{
    int64_t before = value_of(at->all[0].first, &at->all[0].load[0], figure);
    html_open_class(at->page, "tr", figures[figure].part ? "part" : figure == FIGURE_TOTAL ? "whole" : "plain");
    html_open(at->page, "th");
    html_attr(at->page, "scope", "row");
    html_text(at->page, figures[figure].title);
    html_close(at->page);
    add_cell(at, at->all[0].first, figure, before, NULL);
    for (int i = 0; i < at->n; i++)
        add_cell(at, at->all[i].other, figure, value_of(at->all[i].other, &at->all[i].load[1], figure), &before);
    html_close(at->page);
}

static void add_proof_cell(const ComparisonHtml *at, const ResultFacts *facts)
{
    html_open_class(at->page, "td", "number");
    html_attr(at->page, "data-scenario", facts->folder);
    html_attr(at->page, "data-figure", "proved");
    html_text(at->page, comparison_proved(facts) ? "yes" : "no");
    html_close(at->page);
}

static void add_head(const ComparisonHtml *at)
{
    html_open(at->page, "thead");
    html_open(at->page, "tr");
    for (int i = -2; i < at->n; i++) {
        html_open(at->page, "th");
        html_attr(at->page, "scope", "col");
        html_user(at->page, i == -2 ? "Figure" : i < 0 ? at->all[0].first->folder : at->all[i].other->folder);
        html_close(at->page);
    }
    html_close(at->page);
    html_close(at->page);
}

void comparison_html_table(const ComparisonHtml *at)
{
    report_question(at->page, PHRASE_PAGE_ASK_FIGURES);
    report_table_open(at->page, "results", "Figures of each result, and below them the difference from the first");
    add_head(at);
    html_open(at->page, "tbody");
    for (int figure = 0; figure < FIGURES; figure++) add_row(at, (Figure)figure);
    html_open(at->page, "tr");
    html_raw(at->page, "<th scope=\"row\">Proved the best for its plan</th>");
    add_proof_cell(at, at->all[0].first);
    for (int i = 0; i < at->n; i++) add_proof_cell(at, at->all[i].other);
    html_close(at->page);
    html_close(at->page);
    report_table_close(at->page);
}

/* --- what changed in the total --- */

static const Figure part_figures[] = {FIGURE_POINTS, FIGURE_EVERYONE, FIGURE_EXTRA_LOAD, FIGURE_SHORTAGES, FIGURE_TOTAL};
enum { N_PARTS = sizeof part_figures / sizeof *part_figures };

static void add_bar(const ComparisonHtml *at, const Comparison *of, int place, int64_t more, int64_t most)
{
    enum { LABEL = 130, BAR = 210, ROW = 30, TEXT = 19 };
    Figure figure = part_figures[place];
    html_open(at->page, "g");
    html_attr(at->page, "data-scenario", of->other->folder);
    html_attr(at->page, "data-figure", figures[figure].name);
    html_attr_number(at->page, "data-value", more);
    svg_text(at->page, figure == FIGURE_TOTAL ? "label whole" : "label", 0, place * ROW + TEXT, figures[figure].title);
    svg_signed_bar(at->page, LABEL, place * ROW + 7, BAR, 16, more, most);
    svg_text(at->page, "figure", LABEL + BAR + 10, place * ROW + TEXT, comparison_signed(more, at->arena));
    html_close(at->page);
}

void comparison_html_parts(const ComparisonHtml *at, const Comparison *of)
{
    enum { WIDTH = 440, ROW = 30 };
    TextBuffer title = {.arena = at->arena}, desc = {.arena = at->arena};
    int64_t more[N_PARTS], most = 0;
    for (int i = 0; i < N_PARTS; i++) {
        more[i] = value_of(of->other, &of->load[1], part_figures[i]) - value_of(of->first, &of->load[0], part_figures[i]);
        if (more[i] > most || -more[i] > most) most = more[i] < 0 ? -more[i] : more[i];
        buffer_print(&desc, "%s: %s. ", figures[part_figures[i]].title, comparison_signed(more[i], at->arena));
    }
    words_add_plain(&title, PHRASE_PAGE_PARTS_TITLE);
    html_open_class(at->page, "figure", "parts");
    report_question(at->page, PHRASE_PAGE_ASK_PARTS);
    svg_chart(at->page, "bars", WIDTH, N_PARTS * ROW, html_words(at->page, &title), html_words(at->page, &desc));
    for (int i = 0; i < N_PARTS; i++) add_bar(at, of, i, more[i], most);
    svg_end(at->page);
    report_note(at->page, PHRASE_PAGE_PARTS_NOTE);
    html_close(at->page);
}

/* --- all totals --- */

/* Whether nothing but the limit on changes differs, from one and the same result or sheet. */
static bool by_changes(const Comparison *of)
{
    const char *from = of->first->snapshot.from, *other_from = of->other->snapshot.from;
    if (of->first->changes < 0 || of->other->changes < 0) return false;
    if (!from != !other_from || (from && strcmp(from, other_from) != 0)) return false;
    for (int i = 0; i < of->differences.n; i++)
        if (strcmp(of->differences.items[i].key, "max_changes") != 0) return false;
    return true;
}

/* Assignments that the first does not have. */
static int64_t gained(const Comparison *of)
{
    int64_t n = 0;
    for (int i = 0; i < of->people.n; i++) n += of->people.items[i].gained.n;
    return n;
}

static PlotMark mark_of(const ComparisonHtml *at, const ResultFacts *facts, int64_t x, const char *class_name)
{
    TextBuffer told = {.arena = at->arena};
    words_add(&told, PHRASE_PAGE_PLOT_MARK, {"result", svg_name(at->page, facts->folder)},
              {"total", words_amount(facts->objective, at->arena)}, {"n", words_amount(x, at->arena)});
    return (PlotMark){.x = x,
                      .y = facts->objective,
                      .name = facts->folder,
                      .class_name = class_name,
                      .told = html_words(at->page, &told),
                      .label = facts->folder};
}

/* Whether there is anything to draw: totals that are counted by the same rules, and more than two of them, or of plans that
 * differ by their limit on changes. */
static bool can_plot(const ComparisonHtml *at, bool *changes)
{
    bool same = true;
    *changes = true;
    for (int i = 0; i < at->n; i++) {
        const char *settings = comparison_measure(&at->all[i], at->arena);
        same = same && settings && !*settings;
        *changes = *changes && by_changes(&at->all[i]);
    }
    return same && (at->n > 1 || *changes);
}

void comparison_html_plot(const ComparisonHtml *at)
{
    TextBuffer title = {.arena = at->arena}, desc = {.arena = at->arena}, across = {.arena = at->arena};
    PlotMark *marks = ARENA_ARRAY(at->arena, PlotMark, at->n + 1);
    bool changes;
    if (!marks) at->page->text.lost = true;
    if (!marks || !can_plot(at, &changes)) return;
    marks[0] = mark_of(at, at->all[0].first, changes ? at->all[0].first->changes : 0, "dot first");
    marks[0].ringed = true;
    for (int i = 0; i < at->n; i++)
        marks[i + 1] = mark_of(at, at->all[i].other, changes ? at->all[i].other->changes : gained(&at->all[i]), "dot other");
    words_add_plain(&across, changes ? PHRASE_PAGE_PLOT_CHANGES : PHRASE_PAGE_PLOT_MOVES);
    words_add(&title, PHRASE_PAGE_PLOT_TITLE, {"counted", html_words(at->page, &across)});
    for (int i = 0; i <= at->n; i++) buffer_print(&desc, "%s. ", marks[i].told ? marks[i].told : "");
    html_open(at->page, "figure");
    report_question(at->page, changes ? PHRASE_PAGE_ASK_CHANGES : PHRASE_PAGE_ASK_MOVES);
    plot_add(at->page, &(Plot){.title = html_words(at->page, &title),
                               .desc = html_words(at->page, &desc),
                               .across = html_words(at->page, &across),
                               .up = "total",
                               .data_name = "data-scenario",
                               .marks = marks,
                               .n = at->n + 1,
                               .from_zero = true});
    report_note(at->page, PHRASE_PAGE_PLOT_NOTE);
    html_close(at->page);
}
