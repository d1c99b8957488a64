/* Groups joined by shared members: a ring of groups with a line between any two that share people, and beside it the same as a
 * table. Every label has a line of its own, so that none meets another. */
#include "explain/shared_members.h"
#include "write/report_section.h"
#include "write/screen.h"

enum {
    LABEL_COLUMNS = 30, /* of a group's name in the picture; the table has it whole */
    SIDE = 232,         /* for labels, at either side */
    RING = 300,
    WIDTH = RING + 2 * SIDE,
    ROW_MOST = 52,
    ROW_LEAST = 20,
    HEIGHT_LEAST = 340,
    DOT_LEAST = 4,
    DOT_MOST = 11,
    PEOPLE_NAMED = 8, /* of one pair */
    ALONE_NAMED = 60, /* groups without a link */
};

typedef struct Point {
    int x, y;
} Point;

/* The picture in the making. */
typedef struct Picture {
    const Report *report;
    const SharedMembers *shared;
    SharedRing ring;
    Point at[RING_GROUPS_MOST]; /* of each group of the ring */
    int height;
} Picture;

static const char *amount(const Report *report, int64_t n) { return words_amount(n, report->arena); }

static int root(int64_t square)
{
    int64_t low = 0, high = 46340;
    while (low < high) {
        int64_t middle = (low + high + 1) / 2;
        if (middle * middle <= square)
            low = middle;
        else
            high = middle - 1;
    }
    return (int)low;
}

/* On the page of a site its own groups need not say so. */
static const char *short_name(const Report *report, int group)
{
    const Group *of = &report->input->model->groups[group];
    return of->site >= 0 && of->site == report->scope.site ? of->base_name : of->name;
}

static const char *label(Html *page, const Report *report, int group)
{
    TextBuffer cut = {.arena = report->arena};
    const char *name = short_name(report, group);
    if (screen_width(name) <= LABEL_COLUMNS) return svg_name(page, name);
    screen_add_column(&cut, name, LABEL_COLUMNS);
    return svg_name(page, html_words(page, &cut));
}

static int dot_radius(const Report *report, int group)
{
    int radius = root(8 * (int64_t)report->input->rows->groups[group].size);
    return radius < DOT_LEAST ? DOT_LEAST : radius > DOT_MOST ? DOT_MOST : radius;
}

/* Down the right side and up the left: rows at equal steps, and so far from the middle as an ellipse is there. */
static void place_groups(Picture *picture)
{
    int n = picture->ring.n_groups, right = (n + 1) / 2;
    int row = right > 1 ? HEIGHT_LEAST / right : ROW_MOST;
    row = row > ROW_MOST ? ROW_MOST : row < ROW_LEAST ? ROW_LEAST : row;
    picture->height = right * row + 10;
    int64_t half = picture->height / 2 + row / 4;
    for (int i = 0; i < n; i++) {
        bool is_right = i < right;
        int rows = is_right ? right : n - right, at = is_right ? i : n - 1 - i;
        int y = picture->height / 2 + (2 * at - rows + 1) * row / 2;
        int64_t off = y - picture->height / 2;
        int x = root((half * half - off * off) * (RING / 2) * (RING / 2) / (half * half));
        picture->at[i] = (Point){WIDTH / 2 + (is_right ? x : -x), y};
    }
}

/* How far a line bends to the middle of the ring, in hundredths of the way: more where the groups lie farther apart, so that
 * lines pass no dots and those of neighbours stay short. */
static int bend_of(const Picture *picture, int one, int other)
{
    int n = picture->ring.n_groups, apart = one > other ? one - other : other - one;
    if (apart > n - apart) apart = n - apart;
    return 15 + (3 * apart >= n ? 45 : 45 * 3 * apart / n);
}

static int place_of(const Picture *picture, int group)
{
    int at = 0;
    while (picture->ring.groups[at] != group) at++;
    return at;
}

static void add_line(Html *page, const Picture *picture, const SharedLink *link)
{
    static const char *const widths[] = {"link w1", "link w2", "link w3", "link w4"};
    int one = place_of(picture, link->one), other = place_of(picture, link->other), bend = bend_of(picture, one, other);
    Point from = picture->at[one], to = picture->at[other];
    Point middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
    Point by = {middle.x + (WIDTH / 2 - middle.x) * bend / 100, middle.y + (picture->height / 2 - middle.y) * bend / 100};
    html_open_class(page, "path", widths[link->n < 4 ? link->n - 1 : 3]);
    html_attr_number(page, "data-one", link->one);
    html_attr_number(page, "data-other", link->other);
    html_attr_number(page, "data-value", link->n);
    html_attr(page, "d", arena_print(page->text.arena, "M%d %dQ%d %d %d %d", from.x, from.y, by.x, by.y, to.x, to.y));
    html_close(page);
}

static void add_group(Html *page, const Picture *picture, int at)
{
    int group = picture->ring.groups[at], radius = dot_radius(picture->report, group);
    Point point = picture->at[at];
    bool is_right = point.x >= WIDTH / 2;
    svg_dot(page, "node", point.x, point.y, radius);
    svg_text(page, is_right ? "after" : "before", point.x + (is_right ? radius + 6 : -radius - 6), point.y + 4,
             label(page, picture->report, group));
}

static void add_picture(Html *page, Picture *picture)
{
    const Report *report = picture->report;
    const SharedLink *links = picture->shared->links;
    TextBuffer title = {.arena = report->arena}, desc = {.arena = report->arena};
    place_groups(picture);
    words_add_plain(&title, PHRASE_REPORT_NETWORK_TITLE);
    words_add(&desc, PHRASE_REPORT_NETWORK_DESC, {"groups", amount(report, picture->ring.n_groups)},
              {"pairs", amount(report, picture->ring.n_links)}, {"one", svg_name(page, short_name(report, links[0].one))},
              {"other", svg_name(page, short_name(report, links[0].other))}, {"n", amount(report, links[0].n)});
    report_frame_open(page, html_words(page, &title));
    svg_chart(page, "net", WIDTH, picture->height, html_words(page, &title), html_words(page, &desc));
    for (int i = picture->ring.n_links - 1; i >= 0; i--) add_line(page, picture, &links[i]); /* the strongest above */
    for (int i = 0; i < picture->ring.n_groups; i++) add_group(page, picture, i);
    svg_end(page);
    html_close(page);
}

static void add_people(Html *page, const Report *report, const SharedMembers *shared, const SharedLink *link)
{
    int named = link->n > PEOPLE_NAMED ? PEOPLE_NAMED : link->n;
    html_open(page, "td");
    for (int i = 0; i < named; i++) {
        if (i > 0) html_raw(page, ", ");
        report_person_link(page, report, shared->people[link->first + i]);
    }
    if (link->n > named) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_NETWORK_MORE, {"n", amount(report, link->n - named)});
    }
    html_close(page);
}

static void add_row(Html *page, const Report *report, const SharedMembers *shared, const SharedLink *link)
{
    html_open(page, "tr");
    html_attr_number(page, "data-one", link->one);
    html_attr_number(page, "data-other", link->other);
    html_open(page, "th");
    html_attr(page, "scope", "row");
    report_group_link(page, report, link->one);
    html_raw(page, " and ");
    report_group_link(page, report, link->other);
    html_close(page);
    html_open_class(page, "td", "number");
    html_attr_number(page, "data-value", link->n);
    html_number(page, link->n);
    html_close(page);
    add_people(page, report, shared, link);
    html_close(page);
}

static void add_table(Html *page, const Picture *picture)
{
    static const ReportColumn columns[] = {
        {"Groups", "text", false}, {"Shared", "number", false}, {"Who serves in both", NULL, false}};
    html_open(page, "div");
    report_table_open(page, "links sortable", "Pairs of groups that share members");
    report_columns(page, columns, sizeof columns / sizeof *columns);
    html_open(page, "tbody");
    for (int i = 0; i < picture->ring.n_links; i++) add_row(page, picture->report, picture->shared, &picture->shared->links[i]);
    html_close(page);
    report_table_close(page);
    html_close(page);
}

/* The figures as sentences, and what the picture leaves out. */
static void add_sums(Html *page, const Report *report, const Picture *picture)
{
    const SharedMembers *shared = picture->shared;
    int shown = picture->ring.n_links;
    html_open(page, "p");
    html_attr_number(page, "data-pairs", shared->n_links);
    html_attr_number(page, "data-linked", shared->n_linked);
    html_phrase(page, PHRASE_REPORT_NETWORK_SUM, {"linked", amount(report, shared->n_linked)},
                {"groups", amount(report, shared->n_groups)}, {"pairs", amount(report, shared->n_links)},
                {"people", amount(report, shared->n_people)});
    if (shared->n_clusters > 1)
        html_phrase(page, PHRASE_REPORT_NETWORK_PARTS, {"n", amount(report, shared->n_clusters)});
    else if (shared->n_linked > 2)
        html_phrase_plain(page, PHRASE_REPORT_NETWORK_WHOLE);
    html_close(page);
    if (shown == shared->n_links) return;
    html_open(page, "p");
    html_phrase(page, PHRASE_REPORT_NETWORK_SHOWN, {"shown", amount(report, shown)}, {"pairs", amount(report, shared->n_links)},
                {"most", amount(report, shared->links[shown].n)});
    html_close(page);
}

static void add_alone(Html *page, const Report *report, const SharedMembers *shared)
{
    if (shared->n_alone == 0) return;
    html_open_class(page, "p", "alone");
    html_phrase(page, PHRASE_REPORT_NETWORK_ALONE, {"n", amount(report, shared->n_alone)});
    for (int i = 0; i < shared->n_alone && i < ALONE_NAMED; i++) {
        html_text(page, i > 0 ? ", " : " ");
        report_group_link(page, report, shared->alone[i]);
    }
    if (shared->n_alone > ALONE_NAMED) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_NETWORK_MORE, {"n", amount(report, shared->n_alone - ALONE_NAMED)});
    }
    html_close(page);
}

CadreStatus report_network(Html *page, const Report *report, CadreError *err)
{
    SharedMembers shared;
    TRY(shared_members_make(&shared, report->index, &report->scope, report->arena, err));
    Picture picture = {.report = report, .shared = &shared};
    shared_ring_make(&picture.ring, &shared);
    if (shared.n_links == 0) {
        report_question(page, PHRASE_REPORT_ASK_NETWORK);
        html_open(page, "p");
        html_phrase_plain(page, PHRASE_REPORT_NETWORK_NONE);
        html_close(page);
        return CADRE_OK;
    }
    add_sums(page, report, &picture);
    html_open_class(page, "div", "network");
    html_open(page, "figure");
    report_question(page, PHRASE_REPORT_ASK_NETWORK);
    add_picture(page, &picture);
    html_open_class(page, "figcaption", "note");
    html_phrase_plain(page, PHRASE_REPORT_NETWORK_NOTE);
    html_close(page);
    html_close(page);
    add_table(page, &picture);
    html_close(page);
    add_alone(page, report, &shared);
    return CADRE_OK;
}
