/* comparison_text.c: a comparison as it is read: better or worse, which shortages, who, which groups, why. */
#include <stdlib.h>
#include <string.h>

#include "explain/wording.h"
#include "write/comparison_page.h"
#include "write/screen.h"

enum { LABEL_WIDTH = 22, NUMBER_WIDTH = 13 };

static const char *hours(const ComparisonPage *page, int64_t hundredths)
{
    int64_t size = llabs(hundredths);
    return arena_print(page->arena, "%s%lld%s%s%s", hundredths < 0 ? "-" : "", (long long)(size / 100), size % 100 ? "." : "",
                       size % 100 ? arena_print(page->arena, "%lld", (long long)(size % 100 / 10)) : "",
                       size % 10 ? arena_print(page->arena, "%lld", (long long)(size % 10)) : "");
}

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
    const char *more_text = more ? hours(page, more) : "";
    if (more > 0 && more_text) more_text = arena_print(page->arena, "+%s", more_text);
    add_row(page, "Hours a month", hours(page, x->hours), hours(page, y->hours), more_text);
}

/* Where weights or prices differ the totals are counted by other rules. */
static void add_measure(const ComparisonPage *page)
{
    static const char *const rules[] = {"weight_", "everyone", "extra_load", "short_"};
    TextBuffer line = {.arena = page->arena};
    const char *names = "";
    for (int i = 0; i < page->at->differences.n; i++) {
        const InputDifference *at = &page->at->differences.items[i];
        for (size_t k = 0; names && at->about == ABOUT_SETTING && k < sizeof rules / sizeof *rules; k++)
            if (strncmp(at->key, rules[k], strlen(rules[k])) == 0)
                names = arena_print(page->arena, "%s%s%s", names, *names ? ", " : "", at->key);
    }
    if (names && !*names) return;
    words_add(&line, PHRASE_COMPARE_MEASURE, {"settings", names});
    comparison_paragraph(page, &line, 0);
}

static void add_unproved(const ComparisonPage *page, const ResultFacts *facts)
{
    TextBuffer line = {.arena = page->arena};
    if (facts->proved && facts->gap == 0) return;
    words_add(&line, facts->is_floor ? PHRASE_COMPARE_UNPROVED_FLOOR : PHRASE_COMPARE_UNPROVED, {"result", facts->folder},
              {"gap", comparison_amount(page, facts->gap)});
    comparison_paragraph(page, &line, 0);
}

static void add_proof(const ComparisonPage *page)
{
    const ResultFacts *a = page->at->first, *b = page->at->other;
    TextBuffer line = {.arena = page->arena};
    add_unproved(page, a);
    add_unproved(page, b);
    if (!a->proved || a->gap != 0 || !b->proved || b->gap != 0) return;
    words_add_plain(&line, PHRASE_COMPARE_PROVED);
    comparison_paragraph(page, &line, 0);
}

/* --- shortages --- */

static const char *shortage_words(const ComparisonPage *page, const FactShortage *at)
{
    TextBuffer text = {.arena = page->arena};
    const char *words;
    CadreError unused;
    Phrase phrase = strcmp(at->kind, "role") == 0       ? PHRASE_SHORT_ROLE
                    : strcmp(at->kind, "size") == 0     ? PHRASE_SHORT_SIZE
                    : strcmp(at->kind, "coverage") == 0 ? (*at->role ? PHRASE_SHORT_COVERAGE_ROLE : PHRASE_SHORT_COVERAGE)
                    : at->have > at->needed             ? PHRASE_SHORT_MIX_MANY
                                                        : PHRASE_SHORT_MIX_FEW;
    words_add(&text, phrase, {"group", at->group}, {"role", at->role}, {"have", comparison_count(page, at->have)},
              {"needed", comparison_count(page, at->needed)}, {"skill", at->skill}, {"level", at->level}, {"field", at->field},
              {"value", at->value});
    return buffer_text(&words, &text, &unused) == CADRE_OK ? words : NULL;
}

static void add_shortage(const ComparisonPage *page, const ShortageChange *change)
{
    static const Phrase phrases[] = {[SHORTAGE_OPENED] = PHRASE_COMPARE_SHORTAGE_OPENED,
                                     [SHORTAGE_GROWN] = PHRASE_COMPARE_SHORTAGE_GROWN,
                                     [SHORTAGE_LESSENED] = PHRASE_COMPARE_SHORTAGE_LESSENED,
                                     [SHORTAGE_CLOSED] = PHRASE_COMPARE_SHORTAGE_CLOSED};
    const FactShortage *now = change->after ? change->after : change->before;
    TextBuffer line = {.arena = page->arena};
    words_add(&line, phrases[change->kind], {"what", shortage_words(page, now)}, {"cost", comparison_amount(page, now->cost)},
              {"was", comparison_amount(page, change->before ? change->before->cost : 0)});
    comparison_paragraph(page, &line, 2);
}

static void add_shortages(const ComparisonPage *page)
{
    TextBuffer line = {.arena = page->arena};
    int n[SHORTAGE_KEPT + 1] = {0}, told = 0;
    for (int i = 0; i < page->at->shortages.n; i++) n[page->at->shortages.items[i].kind]++;
    if (page->at->shortages.n == 0)
        words_add_plain(&line, PHRASE_COMPARE_SHORTAGES_NONE);
    else if (page->at->same_shortages)
        words_add(&line, PHRASE_COMPARE_SHORTAGES_SAME, {"n", comparison_count(page, page->at->shortages.n)});
    else
        words_add(&line, PHRASE_COMPARE_SHORTAGES, {"opened", comparison_count(page, n[SHORTAGE_OPENED])},
                  {"grown", comparison_count(page, n[SHORTAGE_GROWN])},
                  {"lessened", comparison_count(page, n[SHORTAGE_LESSENED])},
                  {"closed", comparison_count(page, n[SHORTAGE_CLOSED])}, {"kept", comparison_count(page, n[SHORTAGE_KEPT])});
    buffer_add_byte(page->out, '\n');
    comparison_paragraph(page, &line, 0);
    for (int i = 0; i < page->at->shortages.n; i++)
        if (page->at->shortages.items[i].kind != SHORTAGE_KEPT && told++ < COMPARISON_LINES)
            add_shortage(page, &page->at->shortages.items[i]);
    comparison_more(page, told, "shortages.csv");
}

/* --- all of it --- */

static const char *files_words(const ComparisonPage *page)
{
    const char *text = "";
    for (int i = 0; text && i < page->at->n_files; i++)
        text = arena_print(page->arena, "%s%s%s (%s)", text, i ? ", " : "", page->at->files[i].name,
                           file_change_words[page->at->files[i].kind]);
    return text;
}

/* Equal results are said to be so in a line. */
static void add_equal(const ComparisonPage *page)
{
    TextBuffer inputs = {.arena = page->arena}, line = {.arena = page->arena};
    const Comparison *at = page->at;
    const char *text = NULL;
    CadreError unused;
    if (at->same_files)
        words_add_plain(&inputs, PHRASE_COMPARE_EQUAL_INPUTS);
    else if (at->n_files > 0)
        words_add(&inputs, PHRASE_COMPARE_EQUAL_OTHER_INPUTS, {"files", files_words(page)});
    else
        words_add_plain(&inputs, PHRASE_COMPARE_EQUAL_UNKNOWN);
    if (buffer_text(&text, &inputs, &unused) != CADRE_OK) text = NULL;
    words_add(&line, PHRASE_COMPARE_EQUAL, {"other", at->other->folder}, {"first", at->first->folder}, {"inputs", text});
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
