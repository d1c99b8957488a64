/* The page: at a glance, then each result compared with the first, one after another. */
#include "write/comparison_html.h"

#include <string.h>

#include "write/page_shell.h"

/* The parts about one result; their places are "r1-total" ... */
static const struct {
    const char *id, *title;
} parts[] = {
    {"total", "The total"}, {"people", "Who moves"}, {"groups", "Groups"}, {"shortages", "Shortages"}, {"why", "Why"},
};
enum { PART_TOTAL, PART_PEOPLE, PART_GROUPS, PART_SHORTAGES, PART_WHY, N_PARTS };

static const char *result_id(const ComparisonHtml *at, int number) { return arena_print(at->arena, "r%d", number + 1); }

static const char *part_id(const ComparisonHtml *at, int number, int part)
{
    return arena_print(at->arena, "r%d-%s", number + 1, parts[part].id);
}

void comparison_html_told(const ComparisonHtml *at, const char *element, const char *class_names, TextBuffer *words)
{
    html_open(at->page, element);
    if (class_names) html_attr(at->page, "class", class_names);
    html_sentence(at->page, html_words(at->page, words));
    html_close(at->page);
}

int comparison_html_most(const ComparisonHtml *at, int most)
{
    return most / at->n > COMPARISON_LEAST ? most / at->n : COMPARISON_LEAST;
}

void comparison_html_more(const ComparisonHtml *at, int n, const char *file)
{
    if (n <= 0) return;
    html_open_class(at->page, "p", "note");
    html_phrase(at->page, PHRASE_PAGE_MORE, {"n", words_amount(n, at->arena)}, {"file", file});
    html_close(at->page);
}

static const char *title_words(const ComparisonHtml *at, const char *(*name)(Html *page, const char *text))
{
    TextBuffer title = {.arena = at->arena};
    const char *first = name(at->page, at->all[0].first->folder);
    if (at->n == 1)
        words_add(&title, PHRASE_COMPARE_HEADING, {"other", name(at->page, at->all[0].other->folder)}, {"first", first});
    else
        words_add(&title, PHRASE_PAGE_COMPARE_TITLE, {"n", words_amount(at->n, at->arena)}, {"first", first});
    return html_words(at->page, &title);
}

static void add_title(const ComparisonHtml *at)
{
    const char *first = html_name(at->page, at->all[0].first->folder);
    if (at->n == 1)
        html_phrase(at->page, PHRASE_COMPARE_HEADING, {"other", html_name(at->page, at->all[0].other->folder)},
                    {"first", first});
    else
        html_phrase(at->page, PHRASE_PAGE_COMPARE_TITLE, {"n", words_amount(at->n, at->arena)}, {"first", first});
}

static void add_header(const ComparisonHtml *at)
{
    html_open(at->page, "header");
    html_open(at->page, "h1");
    add_title(at);
    html_close(at->page);
    html_close(at->page);
}

/* To the parts of the only comparison, or to each of several. */
static void add_nav(const ComparisonHtml *at)
{
    bool several = at->n > 1;
    int n = several ? at->n : comparison_equal(&at->all[0]) ? 0 : N_PARTS;
    ShellLink *links = ARENA_ARRAY(at->arena, ShellLink, n + 1);
    if (!links) {
        at->page->text.lost = true;
        return;
    }
    links[0] = (ShellLink){"glance", "At a glance"};
    for (int i = 0; i < n; i++)
        links[i + 1] =
            several ? (ShellLink){result_id(at, i), at->all[i].other->folder} : (ShellLink){part_id(at, 0, i), parts[i].title};
    shell_nav(at->page, links, n + 1);
}

/* --- at a glance --- */

static void add_total(const ComparisonHtml *at, const Comparison *of)
{
    int64_t more = of->other->objective - of->first->objective;
    Phrase phrase = more > 0 ? PHRASE_PAGE_TOTAL_MORE : more < 0 ? PHRASE_PAGE_TOTAL_LESS : PHRASE_PAGE_TOTAL_SAME;
    html_phrase(at->page, phrase, {"other", html_name(at->page, of->other->folder)},
                {"first", html_name(at->page, of->first->folder)}, {"total", words_amount(of->other->objective, at->arena)},
                {"more", words_amount(more < 0 ? -more : more, at->arena)});
}

/* Seats that the plan asks for and nobody holds. */
static int64_t missing_roles(const ResultFacts *facts)
{
    int64_t n = 0;
    for (int i = 0; i < facts->n_shortages; i++)
        if (strcmp(facts->shortages[i].kind, "role") == 0) n += fact_shortage_missing(&facts->shortages[i]);
    return n;
}

static void add_moves(const ComparisonHtml *at, const Comparison *of)
{
    int people = 0, groups = 0;
    for (int i = 0; i < of->people.n; i++) people += person_changes(&of->people.items[i]);
    for (int i = 0; i < of->groups.n; i++) groups += group_changes(&of->groups.items[i]);
    html_phrase(at->page, PHRASE_PAGE_MOVES, {"n", words_amount(people, at->arena)},
                {"staff", words_amount(of->people.n, at->arena)}, {"groups", words_amount(groups, at->arena)},
                {"all", words_amount(of->groups.n, at->arena)});
}

static void add_shortages(const ComparisonHtml *at, const Comparison *of)
{
    TextBuffer words = {.arena = at->arena};
    comparison_shortages_add(&words, of);
    html_text(at->page, html_words(at->page, &words));
}

/* Assignments, and the roles asked for that stay empty. */
static void add_roles(const ComparisonHtml *at, const Comparison *of)
{
    int64_t empty[2] = {missing_roles(of->first), missing_roles(of->other)};
    html_phrase(at->page, PHRASE_PAGE_ROLES, {"other", html_name(at->page, of->other->folder)},
                {"n", words_amount(of->load[1].seats, at->arena)}, {"first", html_name(at->page, of->first->folder)},
                {"before", words_amount(of->load[0].seats, at->arena)});
    if (empty[0] + empty[1] > 0)
        html_phrase(at->page, PHRASE_PAGE_ROLES_EMPTY, {"n", words_amount(empty[1], at->arena)},
                    {"before", words_amount(empty[0], at->arena)});
}

/* What the only comparison says first, in sentences: what a reader knows from their school, and the points last. */
static void add_lead(const ComparisonHtml *at, const Comparison *of)
{
    html_open_class(at->page, "p", "lead");
    add_roles(at, of);
    html_close(at->page);
    html_open_class(at->page, "ul", "told");
    html_open(at->page, "li");
    add_shortages(at, of);
    html_close(at->page);
    html_open(at->page, "li");
    add_moves(at, of);
    html_close(at->page);
    html_open(at->page, "li");
    add_total(at, of);
    html_close(at->page);
    html_close(at->page);
}

static void add_list(const ComparisonHtml *at)
{
    html_open_class(at->page, "ul", "told");
    for (int i = 0; i < at->n; i++) {
        TextBuffer equal = {.arena = at->arena};
        const Comparison *of = &at->all[i];
        html_open(at->page, "li");
        if (comparison_equal(of)) {
            comparison_equal_add(&equal, of);
            html_sentence(at->page, html_words(at->page, &equal));
        } else {
            html_open_class(at->page, "span", "verdict");
            add_roles(at, of);
            html_close(at->page);
            html_raw(at->page, " ");
            add_shortages(at, of);
            html_raw(at->page, " ");
            add_moves(at, of);
            html_raw(at->page, " ");
            add_total(at, of);
        }
        html_close(at->page);
    }
    html_close(at->page);
}

static void add_measure(const ComparisonHtml *at, const Comparison *of)
{
    TextBuffer words = {.arena = at->arena};
    const char *settings = comparison_measure(of, at->arena);
    if (settings && !*settings) return;
    words_add(&words, PHRASE_COMPARE_MEASURE, {"settings", settings});
    html_open_class(at->page, "p", "missing");
    html_attr(at->page, "data-scenario", of->other->folder);
    if (at->n > 1) {
        html_user(at->page, of->other->folder);
        html_raw(at->page, ": ");
    }
    html_text(at->page, html_words(at->page, &words));
    html_close(at->page);
}

static void add_glance(const ComparisonHtml *at)
{
    TextBuffer equal = {.arena = at->arena};
    shell_section(at->page, &(ShellLink){"glance", "At a glance"});
    if (at->n > 1) {
        add_list(at);
    } else if (comparison_equal(at->all)) {
        comparison_equal_add(&equal, at->all);
        comparison_html_told(at, "p", "lead", &equal);
    } else {
        add_lead(at, at->all);
    }
    for (int i = 0; i < at->n; i++)
        if (!comparison_equal(&at->all[i])) add_measure(at, &at->all[i]);
    comparison_html_table(at);
    comparison_html_plot(at);
    html_close(at->page);
}

/* --- one result --- */

static void add_proof(const ComparisonHtml *at, const Comparison *of)
{
    TextBuffer words = {.arena = at->arena};
    bool whole = comparison_proved(of->first) && comparison_proved(of->other);
    comparison_unproved_add(&words, of->first);
    if (words.bytes.n > 0) buffer_add_byte(&words, ' ');
    comparison_unproved_add(&words, of->other);
    if (whole) words_add_plain(&words, PHRASE_COMPARE_PROVED);
    comparison_html_told(at, "p", whole ? "verdict proved" : "verdict unproved", &words);
}

static void open_part(const ComparisonHtml *at, int number, int part)
{
    html_open(at->page, "h3");
    html_attr(at->page, "id", part_id(at, number, part));
    html_text(at->page, parts[part].title);
    html_close(at->page);
}

static CadreStatus add_result(const ComparisonHtml *at, int number, CadreError *err)
{
    const Comparison *of = &at->all[number];
    TextBuffer title = {.arena = at->arena}, equal = {.arena = at->arena};
    if (at->n == 1) /* the page's own heading says of what */
        words_add_plain(&title, PHRASE_PAGE_CHANGES);
    else
        words_add(&title, PHRASE_COMPARE_HEADING, {"other", of->other->folder}, {"first", of->first->folder});
    shell_section(at->page, &(ShellLink){result_id(at, number), html_words(at->page, &title)});
    if (comparison_equal(of)) {
        comparison_equal_add(&equal, of);
        comparison_html_told(at, "p", NULL, &equal);
    } else {
        open_part(at, number, PART_TOTAL);
        add_proof(at, of);
        comparison_html_parts(at, of);
        open_part(at, number, PART_PEOPLE);
        comparison_html_people(at, of);
        open_part(at, number, PART_GROUPS);
        comparison_html_groups(at, of);
        open_part(at, number, PART_SHORTAGES);
        comparison_html_shortages(at, of);
    }
    open_part(at, number, PART_WHY);
    TRY(comparison_html_why(at, of, err));
    html_close(at->page);
    return CADRE_OK;
}

CadreStatus comparisons_html_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err)
{
    Html page = {.text.arena = arena};
    ComparisonHtml at = {&page, comparisons, n, arena};
    shell_begin(&page, title_words(&at, svg_name), NULL);
    add_header(&at);
    add_nav(&at);
    html_open_class(&page, "main", "comparison");
    html_attr(&page, "id", "main");
    add_glance(&at);
    for (int i = 0; i < n; i++) TRY(add_result(&at, i, err));
    html_close(&page);
    shell_end(&page);
    return buffer_text(text, &page.text, err);
}
