/* Who leads: by expertise, or by rank and years. The figures are those of leading.csv and result.json. */
#include <stdlib.h>

#include "explain/leading.h"
#include "write/report_balance_parts.h"
#include "write/report_veil.h"
#include "write/screen.h"

enum { CHANCE = 500, HIGH = 750, ABOVE_CHANCE = 550, BELOW_CHANCE = 450, FEW_PAIRS = 30, FIELD_MOST = 32, YEARS_TOLD = 12 };

static Phrase merit_verdict(int concordance)
{
    if (concordance >= HIGH) return PHRASE_REPORT_LEADING_MERIT_HIGH;
    if (concordance > ABOVE_CHANCE) return PHRASE_REPORT_LEADING_MERIT_SOME;
    return concordance < BELOW_CHANCE ? PHRASE_REPORT_LEADING_MERIT_LOW : PHRASE_REPORT_LEADING_MERIT_CHANCE;
}

static Phrase years_verdict(int concordance)
{
    if (concordance >= HIGH) return PHRASE_REPORT_LEADING_YEARS_HIGH;
    if (concordance > ABOVE_CHANCE) return PHRASE_REPORT_LEADING_YEARS_SOME;
    return concordance < BELOW_CHANCE ? PHRASE_REPORT_LEADING_YEARS_LOW : PHRASE_REPORT_LEADING_YEARS_CHANCE;
}

/* None where too few who lead could be compared. */
static Phrase verdict_of(const LeadingTable *table, const LeadingComparison *of)
{
    int concordance = leading_concordance(of);
    if (!leading_decides(table, of)) return PHRASE_REPORT_LEADING_UNDECIDED;
    return of->field < 0 ? merit_verdict(concordance) : years_verdict(concordance);
}

static const char *plain(Html *page, Phrase phrase)
{
    TextBuffer words = {.arena = page->text.arena};
    words_add_plain(&words, phrase);
    return html_words(page, &words);
}

static void add_comparison(Html *page, const Report *report, const LeadingComparison *of)
{
    bool merit = of->field < 0;
    const LeadingTable *table = &report->input->rows->leading;
    if (of->comparisons == 0) return;
    html_open(page, "li");
    html_attr_number(page, "data-concordance", leading_concordance(of));
    html_attr_number(page, "data-pairs", of->comparisons);
    html_phrase(page, merit ? PHRASE_REPORT_LEADING_MERIT_HOW : PHRASE_REPORT_LEADING_YEARS_HOW,
                {"field", merit ? "" : html_name(page, names_get(report->input->model->fields, of->field))},
                {"n", words_number(leading_more(of), report->arena)});
    if (leading_ties(of) > 0)
        html_phrase(page, PHRASE_REPORT_LEADING_TIES, {"n", words_number(leading_ties(of), report->arena)});
    html_phrase(page, PHRASE_REPORT_LEADING_VERDICT, {"seats", words_amount(of->seats, report->arena)},
                {"all", words_amount(table->leading_roles, report->arena)}, {"verdict", plain(page, verdict_of(table, of))});
    if (of->comparisons < FEW_PAIRS)
        html_phrase(page, PHRASE_REPORT_LEADING_FEW, {"pairs", words_amount(of->comparisons, report->arena)});
    html_close(page);
}

/* Which of the two lies further from chance. */
static void add_verdict(Html *page, const LeadingTable *table)
{
    int merit = leading_decides(table, &table->merit) ? leading_concordance(&table->merit) : -1, years = -1;
    for (int i = 0; i < table->year_fields.n; i++) {
        int at = leading_decides(table, &table->years[i]) ? leading_concordance(&table->years[i]) : -1;
        if (at >= 0 && (years < 0 || abs(at - CHANCE) > abs(years - CHANCE))) years = at;
    }
    if (merit < 0 || years < 0 || abs(merit - CHANCE) == abs(years - CHANCE)) return;
    html_open(page, "li");
    html_phrase_plain(page, abs(merit - CHANCE) > abs(years - CHANCE) ? PHRASE_REPORT_LEADING_MORE_MERIT
                                                                      : PHRASE_REPORT_LEADING_MORE_YEARS);
    html_close(page);
}

/* The row whose share of the leading roles is furthest above (1) or below (-1) its share of the staff, of those with three
 * people at least. */
static const BalanceRow *furthest(const Balance *balance, int sign)
{
    enum { FEWEST_STAFF = 3 };
    const BalanceRow *found = NULL;
    int64_t most = 0;
    for (int i = 0; i < balance->rows.n; i++) {
        const BalanceRow *row = &balance->rows.items[i];
        int64_t excess = (int64_t)row->leading_roles * balance->staff - (int64_t)row->staff * balance->leading_roles;
        if (row->value[0] == '\0' || row->staff < FEWEST_STAFF || sign * excess <= most) continue;
        found = row;
        most = sign * excess;
    }
    return found;
}

static void add_row(Html *page, const Report *report, const Balance *balance, Phrase phrase, int sign)
{
    Arena *arena = report->arena;
    const BalanceRow *row = furthest(balance, sign);
    if (!row || veil_hides_field(report->input->model, &report->input->rows->leading, row->field)) return;
    if (report_hides(report, row->leading_roles, balance->leading_roles - row->leading_roles, row->staff,
                     balance->staff - row->staff))
        return;
    html_open(page, "li");
    html_phrase(page, phrase, {"field", html_name(page, names_get(report->input->model->fields, row->field))},
                {"value", html_name(page, row->value)}, {"roles", words_amount(row->leading_roles, arena)},
                {"all_roles", words_amount(balance->leading_roles, arena)},
                {"roles_percent", report_share_percent(row->leading_roles, balance->leading_roles, arena)},
                {"staff", words_amount(row->staff, arena)}, {"all_staff", words_amount(balance->staff, arena)},
                {"staff_percent", report_share_percent(row->staff, balance->staff, arena)});
    html_close(page);
}

/* What a line is about, with words of people isolated and cut to what there is room for. */
static const char *comparison_name(Html *page, const Report *report, const LeadingComparison *of)
{
    TextBuffer words = {.arena = page->text.arena};
    if (of->field < 0) return plain(page, PHRASE_REPORT_LEADING_MERIT_NAME);
    words_add(&words, PHRASE_REPORT_LEADING_YEARS_NAME,
              {"field",
               svg_name(page, screen_cut(page->text.arena, names_get(report->input->model->fields, of->field), FIELD_MOST))});
    return html_words(page, &words);
}

/* A line from 0 to 100 for each comparison, with a dot where it is and a mark at chance. */
static void add_lines(Html *page, const Report *report, const LeadingComparison *const of[], int n)
{
    enum { WIDTH = 440, FROM = 14, LENGTH = 372, ROW = 44, LINE = 30, FIGURE = 400 };
    Arena *arena = page->text.arena;
    TextBuffer desc = {.arena = arena};
    for (int i = 0; i < n; i++)
        words_add(&desc, PHRASE_REPORT_LEADING_DESC, {"name", comparison_name(page, report, of[i])},
                  {"n", words_number(leading_ahead(of[i]), arena)});
    svg_chart(page, "concordance", WIDTH, n * ROW + 18, plain(page, PHRASE_REPORT_LEADING_TITLE), html_words(page, &desc));
    for (int i = 0; i < n; i++) {
        int y = i * ROW + LINE, x = FROM + leading_concordance(of[i]) * LENGTH / 1000;
        svg_text(page, "label", FROM, y - 13, comparison_name(page, report, of[i]));
        svg_rect(page, "track", FROM, y - 2, LENGTH, 4);
        svg_line(page, "mean", FROM + LENGTH / 2, y - 8, FROM + LENGTH / 2, y + 8);
        svg_dot(page, of[i]->field < 0 ? "dot strength" : "dot neither", x, y, 7);
        svg_text(page, "figure", FIGURE, y + 5, words_number(leading_ahead(of[i]), arena));
    }
    svg_text(page, "axis", FROM, n * ROW + 14, "0: never");
    svg_text(page, "axis middle", FROM + LENGTH / 2, n * ROW + 14, "50: chance");
    svg_text(page, "axis end", FROM + LENGTH, n * ROW + 14, "100: always");
    svg_end(page);
}

static void add_drawing(Html *page, const Report *report)
{
    enum { LINES_MOST = 6 };
    const LeadingTable *table = &report->input->rows->leading;
    const LeadingComparison *of[LINES_MOST];
    int n = 0;
    if (table->merit.comparisons > 0) of[n++] = &table->merit;
    for (int i = 0; i < table->year_fields.n && n < LINES_MOST; i++)
        if (table->years[i].comparisons > 0) of[n++] = &table->years[i];
    if (n == 0) {
        report_note(page, PHRASE_REPORT_LEADING_NO_PAIRS);
        return;
    }
    html_open(page, "figure");
    report_question(page, PHRASE_REPORT_ASK_LEADING);
    add_lines(page, report, of, n);
    html_open_class(page, "figcaption", "note");
    html_phrase_plain(page, PHRASE_REPORT_LEADING_HOW);
    if (report->scope.site != SCOPE_ALL && report->input->model->n_sites > 1) {
        html_raw(page, " ");
        html_phrase_plain(page, PHRASE_REPORT_LEADING_ALL);
    }
    html_close(page);
    html_close(page);
}

static void add_years_more(Html *page, const Report *report, int n)
{
    if (n <= 0) return;
    html_open(page, "li");
    html_phrase(page, PHRASE_REPORT_LIST_MORE, {"n", words_amount(n, report->arena)}, {"file", "result.json"});
    html_close(page);
}

static bool has_pairs(const LeadingTable *table)
{
    bool has = table->merit.comparisons > 0;
    for (int i = 0; i < table->year_fields.n; i++) has = has || table->years[i].comparisons > 0;
    return has;
}

void report_leading(Html *page, const Report *report, const Balance *balance)
{
    const LeadingTable *table = &report->input->rows->leading;
    if (balance->leading_roles == 0 || !has_pairs(table)) report_question(page, PHRASE_REPORT_ASK_LEADING);
    if (balance->leading_roles == 0) {
        report_note(page, PHRASE_REPORT_LEADING_NONE);
        return;
    }
    html_open_class(page, "div", "glance leading");
    html_open_class(page, "ul", "told");
    add_comparison(page, report, &table->merit);
    for (int i = 0; i < table->year_fields.n && i < YEARS_TOLD; i++) add_comparison(page, report, &table->years[i]);
    add_years_more(page, report, table->year_fields.n - YEARS_TOLD);
    add_verdict(page, table);
    add_row(page, report, balance, PHRASE_REPORT_LEADING_ABOVE, 1);
    add_row(page, report, balance, PHRASE_REPORT_LEADING_BELOW, -1);
    html_close(page);
    html_open(page, "div");
    add_drawing(page, report);
    html_close(page);
    html_close(page);
}
