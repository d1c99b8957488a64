/* The pages about several results: what they say of comparisons and sweeps, names as text, order, and want of memory. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "write/axis.h"
#include "write/comparison_html.h"
#include "write/frontier_html.h"
#include "write/frontier_write.h"

static Arena *arena;
static CadreError err;

static void set_up(void) { arena = arena_create(NULL); }
static void tear_down(void) { arena_release(arena); }

TestSuite(pages_compared, .init = set_up, .fini = tear_down);

/* --- comparisons --- */

static FactPerson people[] = {{"a", "<b>Ana", 1, 1, 200}, {"b", "Bo", 1, 0, 350}, {"c", "Cy", 0, 0, 0}};
static FactGroup groups[] = {{"Data & \"maths\"", 2, 1, 700, 600, 0}};
static FactSeat seats[] = {{"a", "<b>Ana", "Data & \"maths\"", "lead", true, 800},
                           {"b", "Bo", "Data & \"maths\"", "member", false, 600}};
static FactSeat later[] = {{"b", "Bo", "Data & \"maths\"", "lead", true, 600},
                           {"c", "Cy", "Data & \"maths\"", "member", false, 100}};
static FactShortage shortages[] = {{"role", "Data & \"maths\"", "scribe", "", "", "", "", 1, 0, 20000}};

static ResultFacts facts_of(const char *folder, FactSeat *held, int64_t points)
{
    ResultFacts facts = {.folder = folder, .parts = {points, 400, 500, 20000}, .proved = true, .floor = -1, .changes = -1};
    facts.objective = facts.bound = objective_value(facts.parts);
    facts.people = people;
    facts.groups = groups;
    facts.seats = held;
    facts.shortages = shortages;
    facts.n_people = 3;
    facts.n_seats = 2;
    facts.n_groups = facts.n_shortages = 1;
    return facts;
}

static const char *compared(const Comparison *comparisons, int n)
{
    const char *text = NULL;
    cr_assert_eq(comparisons_html_text(&text, comparisons, n, arena, &err), CADRE_OK, "%s", err.text);
    return text;
}

static bool has(const char *text, const char *part) { return strstr(text, part) != NULL; }

static void push_price(Comparison *at, const char *key, PriceState price, int64_t low, int64_t high)
{
    InputDifference difference = {.about = ABOUT_CELL, .sheet = "groups", .key = key, .column = "hours", .before = "1"};
    difference.after = "2";
    difference.price = price;
    difference.low = low;
    difference.high = high;
    difference.why = price == PRICE_NOT_ALONE ? "unknown <group>" : "";
    cr_assert(LIST_PUSH(arena, &at->differences, difference));
}

Test(pages_compared, who_moves_and_what_changed)
{
    ResultFacts a = facts_of("first", seats, 1900), b = facts_of("<i>other", later, 1700);
    Comparison at;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    const char *page = compared(&at, 1);
    cr_expect(has(page, "has a total of -18,400, 200 less than"));
    cr_expect(has(page, "3 of 3 people gain or lose a role; 1 of 1 groups has other members."));
    cr_expect(has(page, "<g data-scenario=\"&lt;i&gt;other\" data-figure=\"points\" data-value=\"-200\">"));
    cr_expect(has(page, "As before: Data &amp; &quot;maths&quot;: scribe: 0 of 1 seats filled; costs 20,000 points."));
    cr_expect(has(page, "data-person=\"c\""));
    cr_expect_not(has(page, "<b>Ana") || has(page, "<i>other"), "names are text");
    cr_expect_not(has(page, "data-x="), "of two results nothing is plotted");
}

Test(pages_compared, prices_in_their_order_and_what_has_none)
{
    ResultFacts a = facts_of("first", seats, 1900), b = facts_of("other", later, 1700);
    Comparison at;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    at.inputs[0].there = at.inputs[1].there = true;
    push_price(&at, "alone", PRICE_NOT_ALONE, 0, 0);
    push_price(&at, "small", PRICE_KNOWN, 5, 5);
    push_price(&at, "between", PRICE_KNOWN, -40, 60);
    push_price(&at, "unknown", PRICE_UNKNOWN, 0, 0);
    const char *page = compared(&at, 1), *between = strstr(page, "data-key=\"between\""),
               *small = strstr(page, "data-key=\"small\"");
    cr_assert(between && small && between < small && small < strstr(page, "data-key=\"alone\""));
    cr_expect(has(between, "-40 to +60") && has(between, "class=\"between\""));
    cr_expect(has(page, "cannot stand alone") && has(page, "(unknown &lt;group&gt;)") && has(page, "not known"));
}

Test(pages_compared, equal_results_are_said_to_be_so)
{
    ResultFacts a = facts_of("first", seats, 1900), b = facts_of("other", seats, 1900);
    Comparison at;
    cr_assert_eq(comparison_make(&at, &a, &b, arena, &err), CADRE_OK);
    const char *page = compared(&at, 1);
    cr_expect(has(page, "other and first are equal"));
    cr_expect_not(has(page, "data-person=") || has(page, "r1-people"), "and nothing else");
}

Test(pages_compared, totals_are_plotted_where_one_rule_counts_them)
{
    static FactSetting before[] = {{"weight_fit", "50"}}, after[] = {{"weight_fit", "60"}};
    ResultFacts a = facts_of("first", seats, 1900), b = facts_of("second", later, 1700), c = facts_of("third", later, 1800);
    Comparison at[2];
    a.settings = b.settings = c.settings = before;
    a.n_settings = b.n_settings = c.n_settings = 1;
    cr_assert_eq(comparison_make(&at[0], &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(comparison_make(&at[1], &a, &c, arena, &err), CADRE_OK);
    const char *page = compared(at, 2);
    cr_expect(has(page, "data-scenario=\"first\" data-x=\"0\"") && has(page, "data-scenario=\"third\" data-x=\"2\""));
    c.settings = after;
    cr_assert_eq(comparison_make(&at[1], &a, &c, arena, &err), CADRE_OK);
    page = compared(at, 2);
    cr_expect(has(page, "counted by different rules (weight_fit)"));
    cr_expect_not(has(page, "data-x="));
}

Test(pages_compared, every_want_of_memory_is_told_of_a_comparison)
{
    ResultFacts a = facts_of("first", seats, 1900), b = facts_of("second", later, 1700), c = facts_of("third", later, 1800);
    Comparison at[2];
    const char *text;
    CadreStatus status = CADRE_NO_MEMORY;
    cr_assert_eq(comparison_make(&at[0], &a, &b, arena, &err), CADRE_OK);
    cr_assert_eq(comparison_make(&at[1], &a, &c, arena, &err), CADRE_OK);
    push_price(&at[0], "small", PRICE_KNOWN, 5, 5);
    for (long n = 0; status != CADRE_OK; n++) {
        Arena *small = arena_create(NULL);
        memory_fail_after(n);
        status = comparisons_html_text(&text, at, 2, small, &err);
        memory_fail_after(-1);
        arena_release(small);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY);
    }
}

/* --- sweeps --- */

static FrontierPoint points[3] = {{.possible = true,
                                   .proved = true,
                                   .measures = {.total = 900, .moves = 2, .keeps_rules = true},
                                   .outcome = 1,
                                   .efficient = true},
                                  {.possible = true, .measures = {.total = 800, .moves = 3}, .outcome = 2},
                                  {.possible = false}};
static const char *const names[] = {"groups:<i>:kind"};
static const char *const values[] = {"<script>alert(1)</script>", "", "x"};

static Frontier frontier_of(void)
{
    return (Frontier){.names = names,
                      .values = values,
                      .points = points,
                      .own = {.total = 950, .keeps_rules = true},
                      .n_names = 1,
                      .n_points = 3,
                      .n_outcomes = 2};
}

Test(pages_compared, every_point_of_a_sweep_has_its_verdict)
{
    Frontier frontier = frontier_of();
    const char *page;
    cr_assert_eq(frontier_html_text(&page, &frontier, arena, &err), CADRE_OK);
    cr_expect(has(page, "3 points lead to 2 different outcomes. 1 of the points is efficient: neither another"));
    cr_expect(has(page, "how many assignments does it change?"), "as the axis counts");
    cr_expect(has(page, "href=\"outcome-01/report.html\"") && has(page, "href=\"outcome-02/report.html\""));
    cr_expect(has(page, "not possible: rules contradict each other"));
    cr_expect(has(page, "another is better; breaks a rule of the plan as it is; not proved the best"));
    cr_expect(has(page, "data-point=\"plan\" data-x=\"0\" data-y=\"950\""));
    cr_expect(has(page, "<span class=\"none\">blank</span>"));
    cr_expect_not(has(page, "<script>alert") || has(page, "<i>"), "values are text");
}

Test(pages_compared, what_the_plan_as_it_is_beats_is_not_recommended)
{
    FrontierPoint behind = {.possible = true, .proved = true, .efficient = true, .behind_plan = true, .outcome = 1};
    Frontier frontier = frontier_of();
    const char *page;
    behind.measures = points[0].measures;
    frontier.points = &behind;
    frontier.n_points = frontier.n_outcomes = 1;
    cr_assert_eq(frontier_html_text(&page, &frontier, arena, &err), CADRE_OK);
    cr_expect(has(page, "None is worth a closer look: the plan as it is is better than each."));
    cr_expect(has(page, "class=\"beaten\" data-figure=\"efficient\">the plan as it is is better<"));
    cr_expect_not(has(page, "<tr class=\"efficient\""));
    cr_assert_eq(frontier_terminal_text(&page, &frontier, "out", 200, arena, &err), CADRE_OK);
    cr_expect(has(page, "1 of them is not worth a closer look: the plan as it is is as good in all three, and better in one."));
    cr_expect(has(page, "  behind the plan as it is\n"));
}

Test(pages_compared, every_want_of_memory_is_told_of_a_sweep)
{
    Frontier frontier = frontier_of();
    const char *text;
    CadreStatus status = CADRE_NO_MEMORY;
    for (long n = 0; status != CADRE_OK; n++) {
        Arena *small = arena_create(NULL);
        memory_fail_after(n);
        status = frontier_html_text(&text, &frontier, small, &err);
        memory_fail_after(-1);
        arena_release(small);
        cr_assert(status == CADRE_OK || status == CADRE_NO_MEMORY);
    }
}

Test(pages_compared, axes_are_round_and_hold_all)
{
    Axis axis = axis_of(-1986366, -1925288);
    cr_expect(axis.low <= -1986366 && axis.high >= -1925288 && axis.step == 20000);
    cr_expect_eq(axis_place(&axis, axis.low, 10, 110), 10);
    cr_expect_eq(axis_place(&axis, axis.high, 10, 110), 110);
    axis = axis_of(5, 5);
    cr_expect(axis.high > axis.low, "one value alone has an axis too");
}
