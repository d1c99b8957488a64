/* The page: at a glance, the plot, all points, how to read it. */
#include "write/frontier_html.h"

#include "write/frontier_write.h"
#include "write/page_shell.h"
#include "write/plot.h"
#include "write/report_figures.h"

enum { DESC_MOST = 20 }; /* efficient points in the plot's description */

static const ShellLink links[] = {
    {"glance", "At a glance"}, {"frontier", "Gain and change"}, {"points", "All points"}, {"how", "How to read this"}};
enum { LINK_GLANCE, LINK_FRONTIER, LINK_POINTS, LINK_HOW, N_LINKS };

static const char *amount(const SweepPage *at, int64_t number) { return words_amount(number, at->arena); }

/* "weight_interest 60, max_changes 5" */
static const char *values_words(const SweepPage *at, int point)
{
    const Frontier *frontier = at->frontier;
    const char *text = "";
    for (int i = 0; text && i < frontier->n_names; i++) {
        const char *value = frontier->values[point * frontier->n_names + i];
        text = arena_print(at->arena, "%s%s%s %s", text, i > 0 ? ", " : "", frontier->names[i], *value ? value : "(blank)");
    }
    return text;
}

static const char *names_words(const SweepPage *at)
{
    const char *text = "";
    for (int i = 0; text && i < at->frontier->n_names; i++)
        text = arena_print(at->arena, "%s%s%s", text, i > 0 ? ", " : "", at->frontier->names[i]);
    return text;
}

typedef struct Counts {
    int possible, standing, behind, unproved, breaking;
} Counts;

static Counts count(const Frontier *frontier)
{
    Counts counts = {0};
    for (int i = 0; i < frontier->n_points; i++) {
        const FrontierPoint *point = &frontier->points[i];
        counts.possible += point->possible;
        counts.standing += frontier_stands(point);
        counts.behind += point->behind_plan;
        counts.unproved += point->possible && !point->proved;
        counts.breaking += point->possible && !point->measures.keeps_rules;
    }
    return counts;
}

/* --- at a glance --- */

static void add_plan(const SweepPage *at)
{
    const Frontier *frontier = at->frontier;
    html_phrase(at->page, frontier->changes_from ? PHRASE_SWEEP_PLAN_CHANGES : PHRASE_SWEEP_PLAN,
                {"total", amount(at, frontier->own.total)}, {"shortages", amount(at, frontier->own.shortages)},
                {"changes", amount(at, frontier->own_changes)});
}

/* "3", or "3 to 5". */
static const char *range_words(const SweepPage *at, int least, int most)
{
    const char *low = amount(at, least), *high = amount(at, most);
    return least == most ? low : low && high ? arena_print(at->arena, "%s to %s", low, high) : NULL;
}

/* What the points come to in needs and people, beside the plan as it is. */
static void add_spread(const SweepPage *at)
{
    const FrontierMeasures *own = &at->frontier->own;
    int least = 0, most = 0, few = 0, many = 0, n = 0;
    for (int i = 0; i < at->frontier->n_points; i++) {
        const FrontierMeasures *of = &at->frontier->points[i].measures;
        if (!at->frontier->points[i].possible) continue;
        if (n == 0 || of->n_shortages < least) least = of->n_shortages;
        if (n == 0 || of->n_shortages > most) most = of->n_shortages;
        if (n == 0 || of->people < few) few = of->people;
        if (n++ == 0 || of->people > many) many = of->people;
    }
    if (n == 0) return;
    html_open_class(at->page, "li", "spread");
    html_phrase(at->page, PHRASE_SWEEP_SPREAD, {"unmet", range_words(at, least, most)}, {"people", range_words(at, few, many)},
                {"own_unmet", amount(at, own->n_shortages)}, {"own_people", amount(at, own->people)});
    html_close(at->page);
}

static void add_glance(const SweepPage *at)
{
    Counts counts = count(at->frontier);
    int impossible = at->frontier->n_points - counts.possible;
    shell_section(at->page, &links[LINK_GLANCE]);
    html_open_class(at->page, "p", "lead");
    html_phrase(at->page, PHRASE_SWEEP_POINTS, {"n", amount(at, at->frontier->n_points)},
                {"outcomes", amount(at, at->frontier->n_outcomes)});
    html_raw(at->page, " ");
    html_phrase(at->page, counts.standing > 0 ? PHRASE_SWEEP_STANDING : PHRASE_SWEEP_STANDING_NONE,
                {"n", amount(at, counts.standing)}, {"behind", amount(at, counts.behind)});
    html_close(at->page);
    html_open_class(at->page, "p", counts.unproved > 0 ? "lead unproved" : "lead proved");
    if (counts.unproved > 0)
        html_phrase(at->page, PHRASE_SWEEP_UNPROVED, {"n", amount(at, counts.unproved)});
    else
        html_phrase_plain(at->page, PHRASE_SWEEP_PROVED);
    html_close(at->page);
    html_open_class(at->page, "ul", "told");
    add_spread(at);
    html_open(at->page, "li");
    add_plan(at);
    html_close(at->page);
    if (impossible > 0) {
        html_open(at->page, "li");
        html_phrase(at->page, PHRASE_SWEEP_IMPOSSIBLE, {"n", amount(at, impossible)});
        html_close(at->page);
    }
    html_close(at->page);
    html_close(at->page);
}

/* --- the plot --- */

/* The first efficient point of each outcome has its number beside it. */
static bool is_labelled(const Frontier *frontier, int number)
{
    if (!frontier_stands(&frontier->points[number])) return false;
    for (int i = 0; i < number; i++)
        if (frontier_stands(&frontier->points[i]) && frontier->points[i].outcome == frontier->points[number].outcome)
            return false;
    return true;
}

static PlotMark point_mark(const SweepPage *at, int number)
{
    const FrontierPoint *point = &at->frontier->points[number];
    TextBuffer told = {.arena = at->arena};
    int64_t distance = frontier_distance(at->frontier, number);
    words_add(&told, PHRASE_SWEEP_MARK, {"values", svg_name(at->page, values_words(at, number))},
              {"total", amount(at, point->measures.total)}, {"shortages", amount(at, point->measures.shortages)},
              {"n", amount(at, distance)}, {"counted", at->counted}, {"outcome", amount(at, point->outcome)});
    return (PlotMark){.x = distance,
                      .y = point->measures.total,
                      .name = words_number(number, at->arena),
                      .class_name = frontier_stands(point) ? "dot efficient" : "dot other",
                      .told = html_words(at->page, &told),
                      .label = is_labelled(at->frontier, number) ? amount(at, point->outcome) : NULL,
                      .diamond = frontier_stands(point)};
}

static PlotMark own_mark(const SweepPage *at)
{
    TextBuffer told = {.arena = at->arena};
    words_add(&told, PHRASE_SWEEP_MARK_OWN, {"total", amount(at, at->frontier->own.total)},
              {"n", amount(at, frontier_own_distance(at->frontier))}, {"counted", at->counted});
    return (PlotMark){.x = frontier_own_distance(at->frontier),
                      .y = at->frontier->own.total,
                      .name = "plan",
                      .class_name = "dot own",
                      .told = html_words(at->page, &told),
                      .ringed = true};
}

static void add_key(const SweepPage *at, const PlotMark *mark, Phrase phrase)
{
    html_open(at->page, "li");
    plot_key(at->page, mark);
    html_phrase_plain(at->page, phrase);
    html_close(at->page);
}

static void add_keys(const SweepPage *at)
{
    html_open_class(at->page, "ul", "keys");
    add_key(at, &(PlotMark){.class_name = "dot efficient", .diamond = true}, PHRASE_SWEEP_KEY_EFFICIENT);
    add_key(at, &(PlotMark){.class_name = "dot other"}, PHRASE_SWEEP_KEY_OTHER);
    add_key(at, &(PlotMark){.class_name = "dot own", .ringed = true}, PHRASE_SWEEP_KEY_OWN);
    html_close(at->page);
}

/* The plan below all, then points that others beat, then efficient ones; *desc tells of these. */
static int marks_make(const SweepPage *at, PlotMark *marks, TextBuffer *desc)
{
    int n = 0, told = 0;
    marks[n++] = own_mark(at);
    for (int standing = 0; standing < 2; standing++)
        for (int i = 0; i < at->frontier->n_points; i++) {
            const FrontierPoint *point = &at->frontier->points[i];
            if (!point->possible || frontier_stands(point) != standing) continue;
            marks[n++] = point_mark(at, i);
            if (standing && marks[n - 1].told && told++ < DESC_MOST) buffer_print(desc, "%s. ", marks[n - 1].told);
        }
    return n;
}

static void add_plot(const SweepPage *at)
{
    TextBuffer title = {.arena = at->arena}, desc = {.arena = at->arena};
    PlotMark *marks = ARENA_ARRAY(at->arena, PlotMark, at->frontier->n_points + 1);
    shell_section(at->page, &links[LINK_FRONTIER]);
    html_open(at->page, "figure");
    report_question(at->page, PHRASE_SWEEP_ASK);
    words_add(&title, PHRASE_SWEEP_PLOT_TITLE, {"counted", at->counted});
    words_add(&desc, PHRASE_SWEEP_PLOT_DESC, {"n", amount(at, count(at->frontier).possible)}, {"counted", at->counted});
    int n = marks ? marks_make(at, marks, &desc) : 0;
    if (!marks) at->page->text.lost = true;
    plot_add(at->page, &(Plot){.title = html_words(at->page, &title),
                               .desc = html_words(at->page, &desc),
                               .across = arena_print(at->arena, "%s: %s", at->counted, at->counted_are),
                               .up = "total, by the plan as it is",
                               .data_name = "data-point",
                               .marks = marks,
                               .n = n,
                               .from_zero = !at->frontier->changes_from});
    add_keys(at);
    html_close(at->page);
    html_close(at->page);
}

static void add_points(const SweepPage *at)
{
    shell_section(at->page, &links[LINK_POINTS]);
    frontier_html_table(at);
    html_close(at->page);
}

/* --- how to read it --- */

static void add_how(const SweepPage *at)
{
    TextBuffer plan = {.arena = at->arena};
    words_add(&plan, at->frontier->changes_from ? PHRASE_SWEEP_PLAN_CHANGES : PHRASE_SWEEP_PLAN,
              {"total", amount(at, at->frontier->own.total)}, {"shortages", amount(at, at->frontier->own.shortages)},
              {"changes", amount(at, at->frontier->own_changes)});
    shell_section(at->page, &links[LINK_HOW]);
    html_open_class(at->page, "dl", "how");
    html_raw(at->page, "<dt>A point</dt><dd>");
    html_phrase_plain(at->page, PHRASE_SWEEP_HOW_POINT);
    html_raw(at->page, "</dd>\n<dt>Total and shortages</dt><dd>");
    html_phrase(at->page, PHRASE_SWEEP_HOW_TOTAL, {"plan", html_words(at->page, &plan)});
    html_raw(at->page, "</dd>\n<dt>");
    html_text(at->page, at->frontier->changes_from ? "Changes" : "Moves");
    html_raw(at->page, "</dt><dd>");
    html_phrase(at->page, PHRASE_SWEEP_HOW_COUNTED, {"are", at->counted_are});
    html_raw(at->page, "</dd>\n<dt>Efficient</dt><dd>");
    html_phrase(at->page, PHRASE_SWEEP_HOW_EFFICIENT, {"counted", at->counted});
    html_raw(at->page, "</dd>\n<dt>Outcome</dt><dd>");
    html_phrase_plain(at->page, PHRASE_SWEEP_HOW_OUTCOME);
    html_raw(at->page, "</dd>\n");
    if (count(at->frontier).breaking > 0) {
        html_raw(at->page, "<dt>Rules</dt><dd>");
        html_phrase_plain(at->page, PHRASE_SWEEP_HOW_RULES);
        html_raw(at->page, "</dd>\n");
    }
    html_close(at->page);
    html_close(at->page);
}

CadreStatus frontier_html_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err)
{
    Html page = {.text.arena = arena};
    SweepPage at = {&page, frontier, frontier_counted(frontier, arena), frontier_counted_are(frontier, arena), arena};
    TextBuffer title = {.arena = arena};
    if (!at.counted || !at.counted_are) return error_no_memory(err);
    const char *names = names_words(&at);
    words_add(&title, PHRASE_SWEEP_TITLE, {"names", names ? svg_name(&page, names) : NULL});
    shell_begin(&page, html_words(&page, &title), NULL);
    html_open(&page, "header");
    html_open(&page, "h1");
    html_phrase(&page, PHRASE_SWEEP_TITLE, {"names", names ? html_name(&page, names) : NULL});
    html_close(&page);
    html_close(&page);
    shell_nav(&page, links, N_LINKS);
    html_open_class(&page, "main", "comparison");
    html_attr(&page, "id", "main");
    add_glance(&at);
    add_plot(&at);
    add_points(&at);
    add_how(&at);
    html_close(&page);
    shell_end(&page);
    return buffer_text(text, &page.text, err);
}
