/* Shortages and what would mend them, dearest first. */
#include "explain/repairs.h"
#include "write/report_section.h"

static bool too_many(const Shortage *shortage) { return shortage->kind == SHORTAGE_MIX && shortage->have > shortage->needed; }

/* Beside the figures: a place for each person asked for, full where there is one. */
static void add_places(Html *page, const Shortage *shortage)
{
    enum { PLACES_MOST = 12, STEP = 16, RADIUS = 6 };
    int most = too_many(shortage) ? shortage->have : shortage->needed;
    if (most > PLACES_MOST) {
        svg_mark(page, "places", PLACES_MOST * STEP, STEP);
        svg_bar(page, 0, 3, PLACES_MOST * STEP, STEP - 6, shortage->have, shortage->needed);
    } else {
        svg_mark(page, "places", most * STEP, STEP);
        for (int i = 0; i < most; i++)
            svg_dot(page,
                    i >= shortage->needed ? "place over"
                    : i < shortage->have  ? "place full"
                                          : "place empty",
                    i * STEP + STEP / 2, STEP / 2, RADIUS);
    }
    svg_end(page);
}

static void add_figures(Html *page, const Report *report, const Shortage *shortage)
{
    html_open_class(page, "p", "figures");
    add_places(page, shortage);
    html_open_class(page, "span", "short");
    html_phrase(page, too_many(shortage) ? PHRASE_REPORT_SHORT_OFF_MANY : PHRASE_REPORT_SHORT_OFF,
                {"have", words_amount(shortage->have, report->arena)},
                {"needed", words_amount(shortage->needed, report->arena)});
    html_close(page);
    html_open_class(page, "span", "cost");
    html_phrase(page, PHRASE_REPORT_SHORT_COST, {"n", words_amount(shortage->cost, report->arena)});
    html_close(page);
    report_group_link(page, report, shortage->group);
    html_close(page);
}

static CadreStatus add_shortage(Html *page, const Report *report, int row, CadreError *err)
{
    const ShortageRow *at = &report->input->rows->shortages[row];
    const char *words;
    TRY(shortage_words(&words, report->input->model, &at->shortage, report->arena, err));
    html_open(page, "li");
    html_attr_id(page, "id", REPORT_SHORTAGE, row);
    html_attr(page, "data-search", "yes");
    html_open(page, "h3");
    html_sentence(page, words);
    html_close(page);
    add_figures(page, report, &at->shortage);
    if (*at->repair) {
        html_open_class(page, "p", "repair");
        html_sentence(page, at->repair);
        html_close(page);
    }
    html_close(page);
    return CADRE_OK;
}

CadreStatus report_shortages(Html *page, const Report *report, CadreError *err)
{
    const ResultScope *listed = &report->listed;
    if (listed->n_shortages == 0) {
        html_open(page, "p");
        html_phrase_plain(page, PHRASE_REPORT_SHORT_NONE);
        html_close(page);
        return CADRE_OK;
    }
    report_question(page, PHRASE_REPORT_ASK_SHORT);
    html_open_class(page, "p", "note");
    html_phrase_plain(page, PHRASE_REPORT_SHORT_LIST);
    html_close(page);
    if (report->place->is_index && report->scope.n_shortages > REPORT_DEAREST) {
        html_open_class(page, "p", "note");
        html_phrase(page, PHRASE_REPORT_SHORT_DEAREST, {"n", words_number(REPORT_DEAREST, report->arena)},
                    {"all", words_amount(report->scope.n_shortages, report->arena)});
        html_close(page);
    }
    html_open_class(page, "ol", "shortages");
    for (int i = 0; i < listed->n_shortages; i++) TRY(add_shortage(page, report, listed->shortages[i], err));
    html_close(page);
    return CADRE_OK;
}
