/* What differs in the inputs, and what each difference is worth by itself: bars about a line at 0, beside the price in words.
 */
#include "write/comparison_html.h"
#include "write/comparison_write.h"

static int64_t size_of(int64_t value) { return value < 0 ? -value : value; }

static int64_t greatest(const Causes *causes)
{
    int64_t most = 0;
    for (int i = 0; i < causes->n; i++) {
        const InputDifference *at = causes->items[i].difference;
        if (at->price != PRICE_KNOWN) continue;
        if (size_of(at->low) > most) most = size_of(at->low);
        if (size_of(at->high) > most) most = size_of(at->high);
    }
    return most;
}

static void add_price(const ComparisonHtml *at, const Cause *cause, int64_t most)
{
    enum { WIDTH = 180, HEIGHT = 22 };
    const InputDifference *of = cause->difference;
    html_open_class(at->page, "td", of->price == PRICE_KNOWN ? "number" : "number none");
    html_attr_number(at->page, "data-value", of->price == PRICE_KNOWN ? of->low : INT64_MIN / 2);
    html_text(at->page, cause->price);
    html_close(at->page);
    html_open_class(at->page, "td", "bar-cell");
    if (of->price == PRICE_KNOWN) {
        svg_mark(at->page, "pricebar", WIDTH, HEIGHT);
        if (of->low == of->high)
            svg_signed_bar(at->page, 0, 5, WIDTH, 12, of->low, most);
        else
            svg_signed_range(at->page, 0, 5, WIDTH, 12, of->low, of->high, most);
        svg_end(at->page);
    }
    html_close(at->page);
}

static void add_cause(const ComparisonHtml *at, const Comparison *of, const Causes *causes, int number, int64_t most)
{
    const Cause *cause = &causes->items[number];
    const InputDifference *difference = cause->difference;
    TextBuffer words = {.arena = at->arena}, why = {.arena = at->arena};
    comparison_difference_add(&words, difference);
    html_open(at->page, "tr");
    html_attr(at->page, "data-scenario", of->other->folder);
    html_attr(at->page, "data-sheet", difference->sheet);
    html_attr(at->page, "data-key", difference->key);
    html_attr(at->page, "data-column", difference->column);
    if (difference->price == PRICE_KNOWN) {
        html_attr_number(at->page, "data-price", difference->low);
        html_attr_number(at->page, "data-bound", difference->high);
    }
    html_open(at->page, "th");
    html_attr(at->page, "scope", "row");
    html_sentence(at->page, html_words(at->page, &words));
    if (difference->why && *difference->why) {
        words_add(&why, PHRASE_COMPARE_PRICE_WHY, {"why", difference->why});
        comparison_html_told(at, "span", "reach", &why);
    }
    html_close(at->page);
    if (causes->priced) add_price(at, cause, most);
    html_close(at->page);
}

static void add_causes(const ComparisonHtml *at, const Comparison *of, const Causes *causes)
{
    static const ReportColumn columns[] = {
        {"What differs", "text", false}, {"Worth by itself", "number", false}, {"Less or more", NULL, false}};
    int most = comparison_html_most(at, COMPARISON_CAUSES_MOST);
    int64_t greatest_price = greatest(causes);
    report_table_open(at->page, causes->priced ? "people prices sortable" : "people prices",
                      "What differs in the inputs, the dearest first");
    report_columns(at->page, columns, causes->priced ? 3 : 1);
    html_open(at->page, "tbody");
    for (int i = 0; i < causes->n && i < most; i++) add_cause(at, of, causes, i, greatest_price);
    html_close(at->page);
    report_table_close(at->page);
    comparison_html_more(at, causes->n - most, "differences.csv");
}

static void add_inputs(const ComparisonHtml *at, const Comparison *of, bool read)
{
    TextBuffer from = {.arena = at->arena}, files = {.arena = at->arena};
    for (int side = 0; side < 2; side++) {
        TextBuffer faults = {.arena = at->arena};
        if (!comparison_faults_told(of, side)) continue;
        comparison_faults_add(&faults, of, side);
        comparison_html_told(at, "p", NULL, &faults);
    }
    if (comparison_inputs_lost(of)) {
        words_add_plain(&from, PHRASE_COMPARE_INPUTS_FROM);
        comparison_html_told(at, "p", "note", &from);
    }
    if (read || of->n_files == 0) return;
    words_add(&files, PHRASE_COMPARE_FILES, {"files", comparison_files(of, at->arena)});
    comparison_html_told(at, "p", NULL, &files);
}

/* What is told of many differences together. */
static void add_rest(const ComparisonHtml *at, const Comparison *of, const Causes *causes)
{
    TextBuffer reading = {.arena = at->arena}, left_out = {.arena = at->arena};
    int answers = 0;
    if (causes->n_reading > 0) {
        words_add(&reading, PHRASE_COMPARE_READING, {"n", words_amount(causes->n_reading, at->arena)});
        comparison_html_told(at, "p", "note", &reading);
    }
    if (of->n_left_out > 0) {
        words_add(&left_out, PHRASE_PAGE_LEFT_OUT, {"n", words_amount(of->n_left_out, at->arena)},
                  {"most", words_amount(COMPARISON_MOST_PRICED, at->arena)});
        comparison_html_told(at, "p", "note", &left_out);
    }
    for (int i = 0; i < of->differences.n; i++) answers += of->differences.items[i].about == ABOUT_ANSWER;
    if (answers == 0) return;
    html_open_class(at->page, "p", "note");
    html_phrase(at->page, PHRASE_PAGE_ANSWERS, {"n", words_amount(answers, at->arena)});
    html_close(at->page);
}

CadreStatus comparison_html_why(const ComparisonHtml *at, const Comparison *of, CadreError *err)
{
    TextBuffer heading = {.arena = at->arena};
    Causes causes;
    bool read = of->inputs[0].there && of->inputs[1].there;
    TRY(comparison_causes(&causes, of, at->arena, err));
    if (read || of->differences.n > 0) {
        if (causes.n > 0) report_question(at->page, causes.priced ? PHRASE_PAGE_ASK_PRICES : PHRASE_PAGE_ASK_CAUSES);
        words_add_plain(&heading, causes.n == 0   ? PHRASE_COMPARE_CAUSES_NONE
                                  : causes.priced ? PHRASE_PAGE_PRICES_NOTE
                                                  : PHRASE_PAGE_CAUSES_NOTE);
        comparison_html_told(at, "p", NULL, &heading);
        if (causes.n > 0) add_causes(at, of, &causes);
        add_rest(at, of, &causes);
    }
    add_inputs(at, of, read);
    return CADRE_OK;
}
