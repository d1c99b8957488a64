/* Representation: a table for each field. */
#include "explain/leading.h"
#include "write/report_balance_parts.h"
#include "write/report_veil.h"

enum { ROWS_SHOWN = 16, FIELDS_SHOWN = 8 };

/* The rows of one field. */
typedef struct FieldRows {
    const BalanceRow *rows;
    int n;
} FieldRows;

static FieldRows rows_from(const Balance *balance, int first)
{
    FieldRows of = {&balance->rows.items[first], 1};
    while (first + of.n < balance->rows.n && balance->rows.items[first + of.n].field == of.rows->field) of.n++;
    return of;
}

/* A field says something where people differ in it. */
static bool differs(const FieldRows *of) { return of->n > 1; }

/* Whether any row counts few: then none is told. */
static bool is_hidden(const Report *report, const FieldRows *of)
{
    bool hidden = false;
    for (int i = 0; i < of->n; i++)
        hidden |= report_hides(report, of->rows[i].staff, of->rows[i].serving, of->rows[i].leading_roles,
                               of->rows[i].staff - of->rows[i].serving);
    return hidden;
}

/* A share as it is drawn: the middle of its quarter where it is not told. */
static int drawn_share(int part, int whole, bool hidden)
{
    int quarter = veil_quarter(part, whole);
    if (!hidden) return leading_share(part, whole);
    return quarter < 0 ? 0 : 250 * quarter + 125;
}

/* Beside the greatest share of the field, `most` tenths of one per cent. */
static void add_bars(Html *page, const Balance *balance, const BalanceRow *row, int most, bool hidden)
{
    enum { LENGTH = 120, BAR = 6, STEP = 8 };
    const struct {
        const char *class_name;
        int part, whole;
    } bars[] = {{"staff", row->staff, balance->staff},
                {"serving", row->serving, balance->serving},
                {"leading", row->leading_roles, balance->leading_roles}};
    html_open(page, "td");
    svg_mark(page, "shares", LENGTH, 3 * STEP);
    for (int i = 0; i < 3; i++) {
        svg_rect(page, "track", 0, i * STEP, LENGTH, BAR);
        svg_rect(page, bars[i].class_name, 0, i * STEP,
                 svg_length(drawn_share(bars[i].part, bars[i].whole, hidden), most, LENGTH), BAR);
    }
    svg_end(page);
    html_close(page);
}

static void add_part(Html *page, const char *attribute, int part, int whole, bool hidden)
{
    int tenths = leading_share(part, whole);
    html_open_class(page, "td", "number");
    if (hidden) {
        html_text(page, veil_quarter_words(part, whole, page->text.arena));
        html_close(page);
        return;
    }
    html_attr_number(page, attribute, part);
    html_number(page, part);
    if (tenths >= 0) {
        html_raw(page, " <span class=\"reach\">");
        html_text(page, arena_print(page->text.arena, "%d.%d%%", tenths / 10, tenths % 10));
        html_raw(page, "</span>");
    }
    html_close(page);
}

static void add_row(Html *page, const Balance *balance, const BalanceRow *row, int most, bool hidden)
{
    html_open(page, "tr");
    html_attr(page, "data-value-of", row->value);
    html_open(page, "th");
    html_attr(page, "scope", "row");
    if (*row->value)
        html_user(page, row->value);
    else
        html_phrase_plain(page, PHRASE_REPORT_SHARES_BLANK);
    html_close(page);
    add_bars(page, balance, row, most, hidden);
    add_part(page, "data-staff", row->staff, balance->staff, hidden);
    add_part(page, "data-serving", row->serving, balance->serving, hidden);
    add_part(page, "data-leading", row->leading_roles, balance->leading_roles, hidden);
    html_close(page);
}

static int most_share(const Balance *balance, const FieldRows *of)
{
    int most = 0;
    for (int i = 0; i < of->n; i++) {
        int shares[] = {leading_share(of->rows[i].staff, balance->staff), leading_share(of->rows[i].serving, balance->serving),
                        leading_share(of->rows[i].leading_roles, balance->leading_roles)};
        for (int at = 0; at < 3; at++)
            if (shares[at] > most) most = shares[at];
    }
    return most;
}

/* How many of the field's rows have more people, or as many and come first. */
static int place_of(const FieldRows *of, int row)
{
    int place = 0;
    for (int i = 0; i < of->n; i++)
        place += of->rows[i].staff > of->rows[row].staff || (i < row && of->rows[i].staff == of->rows[row].staff);
    return place;
}

static void add_field(Html *page, const Report *report, const Balance *balance, const FieldRows *of)
{
    static const ReportColumn columns[] = {{"Who", NULL, false},
                                           {"Shares", NULL, false},
                                           {"Staff", NULL, false},
                                           {"With a part", NULL, false},
                                           {"Leading roles", NULL, false}};
    const char *name = names_get(report->input->model->fields, of->rows->field);
    bool hidden = is_hidden(report, of);
    int most = hidden ? 1000 : most_share(balance, of);
    html_open_class(page, "div", "card shares");
    html_open(page, "h3");
    html_user(page, name);
    html_close(page);
    report_table_open(page, "shares", svg_name(page, name));
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    html_attr(page, "data-field", name);
    for (int i = 0; i < of->n; i++)
        if (of->n <= ROWS_SHOWN || place_of(of, i) < ROWS_SHOWN) add_row(page, balance, &of->rows[i], most, hidden);
    html_close(page);
    report_table_close(page);
    if (of->n > ROWS_SHOWN) {
        html_open_class(page, "p", "note");
        html_phrase(page, PHRASE_REPORT_SHARES_MORE, {"n", words_amount(of->n - ROWS_SHOWN, report->arena)});
        html_close(page);
    }
    html_close(page);
}

static bool has_fields(const Balance *balance)
{
    for (int first = 0; first + 1 < balance->rows.n; first++)
        if (balance->rows.items[first].field == balance->rows.items[first + 1].field) return true;
    return false;
}

void report_shares(Html *page, const Report *report, const Balance *balance)
{
    int n_fields = 0;
    report_question(page, PHRASE_REPORT_ASK_SHARES);
    if (!has_fields(balance)) {
        report_note(page, PHRASE_REPORT_SHARES_NONE);
        return;
    }
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_SHARES_NOTE);
    if (report_redacted(report)) html_phrase_plain(page, PHRASE_REPORT_SHARES_REDACTED);
    html_close(page);
    html_open_class(page, "div", "cards share-cards");
    for (int first = 0; first < balance->rows.n;) {
        FieldRows of = rows_from(balance, first);
        if (differs(&of) && n_fields++ < FIELDS_SHOWN) add_field(page, report, balance, &of);
        first += of.n;
    }
    html_close(page);
    if (n_fields <= FIELDS_SHOWN) return;
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_REPORT_SHARES_FIELDS, {"n", words_amount(n_fields - FIELDS_SHOWN, report->arena)});
    html_close(page);
}
