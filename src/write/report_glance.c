/* At a glance: a few sentences to read aloud, and how much of what was asked for is there. */
#include "explain/holdings.h"
#include "explain/proof_words.h"
#include "write/report_section.h"

static const char *number(Html *page, int64_t amount) { return words_amount(amount, page->text.arena); }

/* Whole hours, to the nearest. */
static const char *hours(Html *page, int64_t hundredths) { return number(page, (hundredths + 50) / 100); }

static void add_proof(Html *page, const Report *report)
{
    TextBuffer words = {.arena = report->arena};
    proof_words(&words, report->input->outcome, mending_limits(report->input->rows->mending));
    html_open_class(page, "p", proof_is_whole(report->input->outcome) ? "lead proved" : "lead unproved");
    if (!proof_is_whole(report->input->outcome)) {
        html_phrase_plain(page, PHRASE_REPORT_UNPROVED);
        html_raw(page, " ");
    }
    html_text(page, html_words(page, &words));
    html_close(page);
}

/* A leader with 0 points: of a role about which nothing was asked, or one whose answers speak neither for skill nor for will.
 * Another one has skill or will that the settings give no weight, or was there last time. */
typedef enum Wanting { WANTING_NOTHING, WANTING_UNASKED, WANTING_UNFIT } Wanting;

static Wanting wanting_of(const AssignmentRow *row)
{
    const ScoreParts *parts = &row->parts;
    if (row->points > 0 || parts->fit > 0 || parts->interest > 0 || parts->growth > 0) return WANTING_NOTHING;
    return parts->fit < 0 && parts->interest < 0 && parts->growth < 0 ? WANTING_UNASKED : WANTING_UNFIT;
}

/* The leaders' assignments of one kind, in the order of the groups. Into `found`, `most` of them; how many there are. */
static int find_wanting(const AssignmentRow *found[], int most, const Report *report, Wanting wanting)
{
    const Model *model = report->input->model;
    const Buckets *seats = &report->index->by_role;
    int n = 0;
    for (int i = 0; i < report->scope.n_groups; i++) {
        const Group *of = &model->groups[report->input->rows->groups[report->scope.groups[i]].group];
        for (int role = of->first_role; role < of->first_role + of->n_roles; role++)
            for (int at = seats->first[role]; model->roles[role].leads && at < seats->first[role + 1]; at++) {
                const AssignmentRow *row = &report->input->rows->assignments[seats->item[at]];
                if (wanting_of(row) != wanting) continue;
                if (n < most) found[n] = row;
                n++;
            }
    }
    return n;
}

static void add_unfit(Html *page, const Report *report, const AssignmentRow *row, bool first)
{
    html_text(page, first ? " " : ", ");
    report_person_link(page, report, row->person);
    html_raw(page, " (");
    report_group_link(page, report, report->input->model->roles[row->role].group);
    if (!report->input->model->staff[row->person].answered) html_phrase_plain(page, PHRASE_REPORT_UNFIT_SILENT);
    html_raw(page, ")");
}

/* Leaders for whom nothing speaks: by name, as somebody should ask them. */
static void add_unfit_leaders(Html *page, const Report *report)
{
    enum { NAMED_MOST = 8 };
    const AssignmentRow *found[NAMED_MOST];
    int unasked = find_wanting(found, NAMED_MOST, report, WANTING_UNASKED);
    int n = find_wanting(found, NAMED_MOST, report, WANTING_UNFIT);
    if (n > 0) {
        html_open_class(page, "li", "unfit");
        html_attr_number(page, "data-value", n);
        html_phrase(page, PHRASE_REPORT_UNFIT, {"n", number(page, n)});
        for (int i = 0; i < n && i < NAMED_MOST; i++) add_unfit(page, report, found[i], i == 0);
        if (n > NAMED_MOST) html_phrase(page, PHRASE_REPORT_UNFIT_MORE, {"n", number(page, n - NAMED_MOST)});
        html_close(page);
    }
    if (unasked == 0) return;
    html_open_class(page, "li", "unasked");
    html_phrase(page, PHRASE_REPORT_UNASKED, {"n", number(page, unasked)});
    html_close(page);
}

static void add_staff(Html *page, const ResultSums *sums)
{
    html_open(page, "li");
    html_phrase(page, PHRASE_REPORT_STAFF, {"serving", number(page, sums->with_role)}, {"staff", number(page, sums->staff)});
    if (sums->answered_without > 0) html_phrase(page, PHRASE_REPORT_STAFF_WITHOUT, {"n", number(page, sums->answered_without)});
    int silent = sums->staff - sums->with_role - sums->answered_without - sums->away;
    if (silent > 0) html_phrase(page, PHRASE_REPORT_STAFF_SILENT, {"n", number(page, silent)});
    if (sums->away > 0) html_phrase(page, PHRASE_REPORT_STAFF_AWAY, {"n", number(page, sums->away)});
    html_close(page);
}

static void add_load(Html *page, const ResultSums *sums)
{
    if (sums->assignments == 0 || sums->with_role == 0) return;
    int64_t mean = sums_mean_roles(sums);
    html_open(page, "li");
    html_phrase(
        page, PHRASE_REPORT_LOAD, {"mean", arena_print(page->text.arena, "%lld.%d", (long long)(mean / 10), (int)(mean % 10))},
        {"most", number(page, sums->most)}, {"used", hours(page, sums->hours)}, {"given", hours(page, sums->hours_given)});
    html_close(page);
    html_open(page, "li");
    html_phrase(page, PHRASE_REPORT_POINTS, {"points", number(page, sums->points / sums->assignments)});
    html_close(page);
}

static void add_shortages(Html *page, const Report *report)
{
    html_open(page, "li");
    if (report->scope.n_shortages == 0) {
        html_phrase_plain(page, PHRASE_REPORT_SHORT_NONE);
    } else {
        html_open(page, "a");
        html_attr(page, "href", "#shortages");
        html_phrase(page, PHRASE_REPORT_SHORT, {"n", number(page, report->scope.n_shortages)});
        html_close(page);
    }
    html_close(page);
}

static void add_sentences(Html *page, const Report *report, const ResultSums *sums)
{
    html_open_class(page, "p", "lead");
    html_phrase(page, PHRASE_REPORT_ROLES, {"filled", number(page, sums->filled)}, {"asked", number(page, sums->seats)});
    html_close(page);
    add_proof(page, report);
    html_open_class(page, "ul", "told");
    html_open(page, "li");
    html_phrase(page, PHRASE_REPORT_LEADERS, {"led", number(page, sums->led)}, {"asked", number(page, sums->to_be_led)});
    html_close(page);
    add_unfit_leaders(page, report);
    add_staff(page, sums);
    add_load(page, sums);
    add_shortages(page, report);
    html_close(page);
}

typedef struct Measure {
    const char *name;
    int64_t have, asked;
} Measure;

/* One bar a measure, its figures at the right. */
static void add_measures(Html *page, const Measure measures[], int n)
{
    enum { WIDTH = 440, LABEL = 130, BAR = 190, ROW = 30, TEXT = 19 };
    Arena *arena = page->text.arena;
    TextBuffer desc = {.arena = arena};
    for (int i = 0; i < n; i++)
        buffer_print(&desc, "%s: %s of %s. ", measures[i].name, number(page, measures[i].have),
                     number(page, measures[i].asked));
    svg_chart(page, "bars", WIDTH, n * ROW, "What is there of what is asked for", html_words(page, &desc));
    for (int i = 0; i < n; i++) {
        int y = i * ROW;
        svg_text(page, "label", 0, y + TEXT, measures[i].name);
        svg_bar(page, LABEL, y + 7, BAR, 16, measures[i].have, measures[i].asked);
        svg_text(page, "figure", LABEL + BAR + 10, y + TEXT,
                 arena_print(arena, "%s of %s", number(page, measures[i].have), number(page, measures[i].asked)));
    }
    svg_end(page);
}

CadreStatus report_glance(Html *page, const Report *report, CadreError *err)
{
    (void)err;
    ResultSums sums = result_sums(report->index, &report->scope);
    Measure measures[] = {{"Roles filled", sums.filled, sums.seats},
                          {"Groups with leader", sums.led, sums.to_be_led},
                          {"Staff with a part", sums.with_role, sums.staff},
                          {"Hours used", (sums.hours + 50) / 100, (sums.hours_given + 50) / 100}};
    html_open_class(page, "div", "glance");
    html_open(page, "div");
    add_sentences(page, report, &sums);
    html_close(page);
    html_open(page, "figure");
    report_question(page, PHRASE_REPORT_ASK_MET);
    add_measures(page, measures, sizeof measures / sizeof *measures);
    html_open_class(page, "figcaption", "note");
    html_phrase(page, PHRASE_REPORT_ROLES_NOTE, {"n", number(page, sums.assignments)});
    html_close(page);
    html_close(page);
    html_close(page);
    return CADRE_OK;
}
