/* comparison_text.c: a comparison as it is read: better or worse, which shortages, who, which groups, why. */
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_page.h"
#include "write/comparison_words.h"
#include "write/screen.h"

enum { LABEL_WIDTH = 22, NUMBER_WIDTH = 13 };

/* --- totals --- */

static void add_right(const ComparisonPage *page, const char *text)
{
    if (!text) {
        page->out->lost = true;
        return;
    }
    buffer_fill(page->out, ' ', NUMBER_WIDTH - screen_width(text));
    screen_add(page->out, text);
}

static void add_row(const ComparisonPage *page, const char *label, const char *before, const char *after, const char *more)
{
    screen_add_column(page->out, label, LABEL_WIDTH);
    add_right(page, before);
    add_right(page, after);
    if (!more || *more) add_right(page, more);
    buffer_add_byte(page->out, '\n');
}

static const char *with_sign(const ComparisonPage *page, int64_t more)
{
    const char *text = comparison_amount(page, more);
    if (more == 0) return "";
    return text && more > 0 ? arena_print(page->arena, "+%s", text) : text;
}

static void add_amounts(const ComparisonPage *page, const char *label, int64_t before, int64_t after)
{
    add_row(page, label, comparison_amount(page, before), comparison_amount(page, after), with_sign(page, after - before));
}

static void add_totals(const ComparisonPage *page)
{
    const ResultFacts *a = page->at->first, *b = page->at->other;
    const Load *x = &page->at->load[0], *y = &page->at->load[1];
    int64_t more = y->hours - x->hours;
    add_row(page, "", "before", "after", "difference");
    add_amounts(page, "Total", a->objective, b->objective);
    add_amounts(page, "  Points of the roles", a->parts.points, b->parts.points);
    add_amounts(page, "  First roles", a->parts.everyone, b->parts.everyone);
    add_amounts(page, "  Extra load", -a->parts.extra_load, -b->parts.extra_load);
    add_amounts(page, "  Shortages", -a->parts.shortages, -b->parts.shortages);
    if (a->floor >= 0 && b->floor >= 0) add_amounts(page, "Floor", a->floor, b->floor);
    add_amounts(page, "Assignments", x->seats, y->seats);
    add_amounts(page, "People with a role", x->people, y->people);
    add_amounts(page, "People who lead", x->leaders, y->leaders);
    add_amounts(page, "Most groups of one", x->most_groups, y->most_groups);
    const char *more_text = more ? comparison_hours(more, page->arena) : "";
    if (more > 0 && more_text) more_text = arena_print(page->arena, "+%s", more_text);
    add_row(page, "Hours a month", comparison_hours(x->hours, page->arena), comparison_hours(y->hours, page->arena), more_text);
}

/* Where weights or prices differ the totals are counted by other rules. */
static void add_measure(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena};
    const char *names = comparison_measure(page->at, page->arena);
    if (names && !*names) return;
    words_add(&line, PHRASE_COMPARE_MEASURE, {"settings", names});
    comparison_paragraph(page, &line, 0);
}

static void add_unproved(const ComparisonPage *page, const ResultFacts *facts)
{
    TextBuffer line = {.arena = page->arena};
    if (comparison_proved(facts)) return;
    comparison_unproved_add(&line, facts);
    comparison_paragraph(page, &line, 0);
}

static void add_proof(const ComparisonPage *page)
{
    const ResultFacts *a = page->at->first, *b = page->at->other;
    TextBuffer line = {.arena = page->arena};
    add_unproved(page, a);
    add_unproved(page, b);
    if (!comparison_proved(a) || !comparison_proved(b)) return;
    words_add_plain(&line, PHRASE_COMPARE_PROVED);
    comparison_paragraph(page, &line, 0);
}

/* --- shortages --- */

static void add_shortage(const ComparisonPage *page, const ShortageChange *change)
{
    TextBuffer line = {.arena = page->arena};
    comparison_shortage_add(&line, change);
    comparison_paragraph(page, &line, 2);
}

static void add_shortages(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena};
    int told = 0;
    comparison_shortages_add(&line, page->at);
    buffer_add_byte(page->out, '\n');
    comparison_paragraph(page, &line, 0);
    for (int i = 0; i < page->at->shortages.n; i++)
        if (page->at->shortages.items[i].kind != SHORTAGE_KEPT && told++ < COMPARISON_LINES)
            add_shortage(page, &page->at->shortages.items[i]);
    comparison_more(page, told, "shortages.csv");
}

/* --- all of it --- */

/* Equal results are said to be so in a line. */
static void add_equal(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena};
    comparison_equal_add(&line, page->at);
    comparison_paragraph(page, &line, 0);
}

static void add_comparison(const ComparisonPage *page)
{
    TextBuffer heading = {.arena = page->arena};
    const Comparison *at = page->at;
    if (comparison_equal(at)) {
        add_equal(page);
        comparison_matches_add(page);
        if (at->differences.n == 0 && at->same_settings) return;
    } else {
        words_add(&heading, PHRASE_COMPARE_HEADING, {"other", at->other->folder}, {"first", at->first->folder});
        comparison_paragraph(page, &heading, 0);
        buffer_add_byte(page->out, '\n');
        add_totals(page);
        add_proof(page);
        add_measure(page);
        add_shortages(page);
        comparison_people_add(page);
        comparison_groups_add(page);
    }
    buffer_add_byte(page->out, '\n');
    comparison_causes_add(page->out, at, page->width);
}

CadreStatus comparisons_text(const char **text, const Comparison *comparisons, int n, int width, Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena};
    for (int i = 0; i < n; i++) {
        ComparisonPage page = {&out, arena, &comparisons[i], width};
        if (i > 0) buffer_add_byte(&out, '\n');
        add_comparison(&page);
    }
    return buffer_text(text, &out, err);
}
