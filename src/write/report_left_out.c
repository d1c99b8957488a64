#include "write/report_left_out.h"

#include "explain/turnout.h"
#include "write/report_figures.h"

enum { NAMED_MOST = 120, REASONS_MOST = 60 }; /* in one list: each is also under their name in People */

static const char *amount(const Report *report, int64_t n) { return words_amount(n, report->arena); }

static void add_answered(Html *page, const Report *report, const Turnout *turnout)
{
    enum { WIDTH = 460, BAR = 320, HEIGHT = 26 };
    TextBuffer title = {.arena = report->arena}, desc = {.arena = report->arena};
    const char *share = turnout->staff > 0 ? report_share_percent(turnout->answered, turnout->staff, report->arena) : "0";
    html_open(page, "p");
    html_attr_number(page, "data-answered", turnout->answered);
    html_attr_number(page, "data-staff", turnout->staff);
    html_phrase(page, PHRASE_REPORT_TURNOUT, {"answered", amount(report, turnout->answered)},
                {"staff", amount(report, turnout->staff)}, {"share", share});
    html_close(page);
    words_add_plain(&title, PHRASE_REPORT_TURNOUT_ASK);
    words_add(&desc, PHRASE_REPORT_TURNOUT_DESC, {"answered", amount(report, turnout->answered)},
              {"staff", amount(report, turnout->staff)});
    svg_chart(page, "bars", WIDTH, HEIGHT, html_words(page, &title), html_words(page, &desc));
    svg_bar(page, 0, 5, BAR, 16, turnout->answered, turnout->staff);
    svg_text(page, "figure", BAR + 10, 18,
             arena_print(report->arena, "%s of %s", amount(report, turnout->answered), amount(report, turnout->staff)));
    svg_end(page);
}

static void open_list(Html *page, const Report *report, Phrase heading, int n)
{
    html_open(page, "h4");
    html_attr_number(page, "data-value", n);
    html_phrase(page, heading, {"n", amount(report, n)});
    html_close(page);
}

/* People by name alone. */
static void add_names(Html *page, const Report *report, Phrase heading, const int *rows, int n)
{
    if (n == 0) return;
    open_list(page, report, heading, n);
    html_open(page, "p");
    for (int i = 0; i < n && i < NAMED_MOST; i++) {
        if (i > 0) html_raw(page, ", ");
        report_person_link(page, report, report->input->rows->people[rows[i]].person);
    }
    if (n > NAMED_MOST) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_LEFT_MORE, {"n", amount(report, n - NAMED_MOST)});
    }
    html_close(page);
}

/* People with their reasons, or, where they are many, by name: the reasons are in People too. */
static void add_reasons(Html *page, const Report *report, Phrase heading, const int *rows, int n)
{
    if (n > REASONS_MOST) {
        add_names(page, report, heading, rows, n);
        html_open_class(page, "p", "note");
        html_phrase_plain(page, PHRASE_REPORT_LEFT_WHY);
        html_close(page);
        return;
    }
    if (n == 0) return;
    open_list(page, report, heading, n);
    html_open_class(page, "dl", "left");
    for (int i = 0; i < n; i++) {
        const PersonRow *row = &report->input->rows->people[rows[i]];
        html_open(page, "dt");
        report_person_link(page, report, row->person);
        html_close(page);
        html_open(page, "dd");
        html_sentence(page, row->reason);
        html_close(page);
    }
    html_close(page);
}

CadreStatus report_left_out(Html *page, const Report *report, CadreError *err)
{
    Turnout turnout;
    TRY(turnout_make(&turnout, report->index, &report->scope, report->arena, err));
    html_open_class(page, "article", "card turnout");
    html_open(page, "h3");
    html_phrase_plain(page, PHRASE_REPORT_TURNOUT_HEAD);
    html_close(page);
    report_question(page, PHRASE_REPORT_TURNOUT_ASK);
    add_answered(page, report, &turnout);
    if (turnout.n_without + turnout.n_silent == 0) {
        html_open(page, "p");
        html_phrase_plain(page, PHRASE_REPORT_LEFT_NONE);
        html_close(page);
    }
    add_reasons(page, report, PHRASE_REPORT_LEFT_WITHOUT, turnout.without, turnout.n_without);
    add_reasons(page, report, PHRASE_REPORT_LEFT_SILENT, turnout.silent, turnout.n_silent);
    add_names(page, report, PHRASE_REPORT_LEFT_AWAY, turnout.away, turnout.n_away);
    add_names(page, report, PHRASE_REPORT_LEFT_UNHEARD, turnout.unheard, turnout.n_unheard);
    html_close(page);
    return CADRE_OK;
}
