/* What changes where a result is mended: what each number of moves gains, and who must be told. The page of one site tells of
 * its own people. */
#include <string.h>

#include "write/plot.h"
#include "write/report_told.h"

enum { STEPS_MOST = 60, MARKS_MOST = 150 }; /* rows and marks; all steps are in mending.csv */

static const char *amount(const Report *report, int64_t number) { return words_amount(number, report->arena); }

/* --- sentences --- */

/* What the result is called that is mended, without the folders that it lies in: they are the run's, not the result's. */
static const char *from_name(const char *from, Arena *arena)
{
    static const char sheet[] = "/assignments.csv";
    size_t length = strlen(from), end = sizeof sheet - 1;
    if (length > end && strcmp(from + length - end, sheet) == 0) length -= end;
    while (length > 1 && from[length - 1] == '/') length--;
    size_t first = length;
    while (first > 0 && from[first - 1] != '/') first--;
    return arena_copy_n(arena, from + first, length - first);
}

/* Of those on this page; of a whole also of people who are no longer on the staff. */
static int64_t count_kind(const Report *report, const Notices *notices, NoticeKind kind, int64_t whole)
{
    int64_t n = 0;
    if (report->scope.site == SCOPE_ALL) return whole;
    for (int i = 0; i < notices->n; i++)
        n += notices->items[i].kind == kind && report_told_here(report, notices->items[i].person);
    return n;
}

static void add_heading(Html *page, const Report *report, const Mending *mending)
{
    const Notices *notices = &mending->notices;
    const char *from = html_name(page, from_name(mending->from, report->arena));
    int64_t begin = count_kind(report, notices, NOTICE_BEGINS, notices->begin);
    int64_t end = count_kind(report, notices, NOTICE_ENDS, notices->end);
    html_open_class(page, "p", "lead");
    html_attr_number(page, "data-begin", begin);
    html_attr_number(page, "data-end", end);
    if (begin + end == 0)
        html_phrase(page, PHRASE_MEND_SAME, {"from", from});
    else
        html_phrase(page, PHRASE_MEND_HEADING, {"from", from}, {"begin", amount(report, begin)}, {"end", amount(report, end)});
    html_close(page);
}

static void add_recommendation(Html *page, const Report *report, const Mending *mending)
{
    const Mend *mend = &mending->mend;
    const MendStep *recommended = &mend->steps[mend->recommended], *chosen = &mend->steps[mend->chosen];
    int64_t last = mend->steps[mend->n_steps - 1].moves;
    html_open(page, "p");
    html_phrase(page, recommended->moves > mend->steps[0].moves ? PHRASE_MEND_RECOMMENDED : PHRASE_MEND_RECOMMENDED_NONE,
                {"n", amount(report, recommended->moves)}, {"worth", amount(report, mending->worth)});
    if (chosen->moves < recommended->moves) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_MEND_ALLOWED, {"n", amount(report, chosen->moves)}, {"most", amount(report, mending->most)});
    }
    if (last > mend->complete_to) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_MEND_INCOMPLETE, {"from", amount(report, mend->complete_to)}, {"to", amount(report, last)});
    }
    html_close(page);
}

/* --- the steps --- */

static const char *told_words(Html *page, Phrase phrase)
{
    TextBuffer words = {.arena = page->text.arena};
    words_add_plain(&words, phrase);
    return html_words(page, &words);
}

/* What a step is, beside its figures; "" for most. */
static const char *step_words(Html *page, const Mend *mend, int step)
{
    bool chosen = step == mend->chosen, recommended = step == mend->recommended;
    if (!chosen && !recommended) return "";
    return told_words(page, chosen && recommended ? PHRASE_CHANGES_BOTH
                            : chosen              ? PHRASE_CHANGES_THIS
                                                  : PHRASE_CHANGES_RECOMMENDED);
}

static PlotMark step_mark(Html *page, const Mend *mend, int step)
{
    TextBuffer told = {.arena = page->text.arena};
    const MendStep *at = &mend->steps[step];
    const char *words = step_words(page, mend, step);
    words_add(&told, PHRASE_CHANGES_MARK, {"n", words_amount(at->moves, page->text.arena)},
              {"total", words_amount(at->value, page->text.arena)});
    if (words && *words) buffer_print(&told, " (%s)", words);
    return (PlotMark){.x = at->moves,
                      .y = at->value,
                      .name = words_number(at->moves, page->text.arena),
                      .class_name = step == mend->chosen ? "dot chosen" : "dot other",
                      .told = html_words(page, &told),
                      .label = words && *words ? words : NULL,
                      .diamond = step == mend->chosen,
                      .ringed = step == mend->recommended};
}

static void add_key(Html *page, const PlotMark *mark, Phrase phrase)
{
    html_open(page, "li");
    plot_key(page, mark);
    html_phrase_plain(page, phrase);
    html_close(page);
}

static void add_keys(Html *page)
{
    html_open_class(page, "ul", "keys");
    add_key(page, &(PlotMark){.class_name = "dot chosen", .diamond = true}, PHRASE_CHANGES_KEY_THIS);
    add_key(page, &(PlotMark){.class_name = "hollow", .ringed = true}, PHRASE_CHANGES_KEY_RECOMMENDED);
    add_key(page, &(PlotMark){.class_name = "dot other"}, PHRASE_CHANGES_KEY_OTHER);
    html_close(page);
}

/* Of very many steps some, but always those that are marked. */
static void add_plot(Html *page, const Mend *mend)
{
    TextBuffer desc = {.arena = page->text.arena};
    PlotMark *marks = ARENA_ARRAY(page->text.arena, PlotMark, mend->n_steps);
    int n = 0, stride = mend->n_steps / MARKS_MOST + 1;
    if (!marks) page->text.lost = true;
    for (int i = 0; marks && i < mend->n_steps; i++) {
        bool marked = i == mend->chosen || i == mend->recommended || i + 1 == mend->n_steps;
        if (i % stride != 0 && !marked) continue;
        marks[n++] = step_mark(page, mend, i);
        if ((marked || i == 0) && marks[n - 1].told) buffer_print(&desc, "%s. ", marks[n - 1].told);
    }
    html_open_class(page, "figure", "moves-plot");
    report_question(page, PHRASE_CHANGES_ASK);
    plot_add(page, &(Plot){.title = told_words(page, PHRASE_CHANGES_PLOT_TITLE),
                           .desc = html_words(page, &desc),
                           .across = "moves: assignments that are new",
                           .up = "total",
                           .data_name = "data-step",
                           .marks = marks,
                           .n = n,
                           .from_zero = true,
                           .joined = true});
    add_keys(page);
    html_close(page);
}

static void add_number(Html *page, const char *figure, int64_t number, const char *words)
{
    html_open_class(page, "td", "number");
    html_attr(page, "data-figure", figure);
    html_attr_number(page, "data-value", number);
    html_text(page, words);
    html_close(page);
}

static void add_step(Html *page, const Mend *mend, int step)
{
    Arena *arena = page->text.arena;
    const MendStep *at = &mend->steps[step];
    int64_t gain = step > 0 ? at->value - mend->steps[step - 1].value : 0;
    const char *more = words_amount(gain, arena);
    html_open_class(page, "tr", step == mend->chosen ? "chosen" : "other");
    html_attr_number(page, "data-step", at->moves);
    html_open(page, "th");
    html_attr(page, "scope", "row");
    html_number(page, at->moves);
    html_close(page);
    add_number(page, "total", at->value, words_amount(at->value, arena));
    add_number(page, "gain", gain, step == 0 ? "" : more ? arena_print(arena, "+%s", more) : NULL);
    add_number(page, "shortages", at->parts.shortages, words_amount(at->parts.shortages, arena));
    html_element(page, "td", step_words(page, mend, step));
    html_close(page);
}

/* The steps about the chosen one where there are many. */
static void add_steps(Html *page, const Mend *mend)
{
    static const ReportColumn columns[] = {{"Moves", NULL, false},
                                           {"Total", NULL, false},
                                           {"Gain", NULL, false},
                                           {"Shortages", NULL, false},
                                           {"Which", NULL, false}};
    int first = mend->chosen > STEPS_MOST / 2 ? mend->chosen - STEPS_MOST / 2 : 0;
    if (first + STEPS_MOST > mend->n_steps) first = mend->n_steps > STEPS_MOST ? mend->n_steps - STEPS_MOST : 0;
    report_table_open(page, "steps", "Each number of moves that gains something");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = first; i < mend->n_steps && i < first + STEPS_MOST; i++) add_step(page, mend, i);
    html_close(page);
    report_table_close(page);
    if (mend->n_steps <= STEPS_MOST) return;
    html_open_class(page, "p", "note");
    html_phrase(page, PHRASE_CHANGES_MORE, {"n", words_amount(mend->n_steps - STEPS_MOST, page->text.arena)});
    html_close(page);
}

CadreStatus report_changes(Html *page, const Report *report, CadreError *err)
{
    (void)err;
    const Mending *mending = report->input->rows->mending;
    add_heading(page, report, mending);
    bool is_whole = report->scope.site == SCOPE_ALL; /* moves are counted over all sites */
    if (is_whole && mending->mend.n_steps > 0) {
        add_recommendation(page, report, mending);
        html_open_class(page, "div", "mended");
        add_plot(page, &mending->mend);
        html_open(page, "div");
        add_steps(page, &mending->mend);
        html_close(page);
        html_close(page);
    } else if (is_whole) {
        report_note(page, PHRASE_MEND_FLOOR);
    }
    report_told(page, report, &mending->notices);
    return CADRE_OK;
}
