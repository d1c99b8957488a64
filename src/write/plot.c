#include "write/plot.h"

#include "write/axis.h"
#include "write/report_section.h"
#include "write/screen.h"

enum { WIDTH = 640, HEIGHT = 400, LEFT = 108, RIGHT = 616, TOP = 14, BOTTOM = 348, RADIUS = 6, RING = 10 };
enum { LETTER = 7, LINE = 15, LABEL_MOST = 28, BOXES_MOST = 400, TRIES = 6 };

typedef struct Box {
    int x, y, width, height;
} Box;

typedef struct Drawing {
    Html *page;
    const Plot *plot;
    Axis across, up;
    Box boxes[BOXES_MOST]; /* marks and labels, which no further label may touch */
    int n_boxes;
} Drawing;

static void set_axes(Drawing *drawing)
{
    const Plot *plot = drawing->plot;
    int64_t low_x = plot->from_zero ? 0 : plot->marks[0].x, high_x = plot->marks[0].x;
    int64_t low_y = plot->marks[0].y, high_y = low_y;
    for (int i = 0; i < plot->n; i++) {
        const PlotMark *mark = &plot->marks[i];
        if (mark->x < low_x) low_x = mark->x;
        if (mark->x > high_x) high_x = mark->x;
        if (mark->y < low_y) low_y = mark->y;
        if (mark->y > high_y) high_y = mark->y;
    }
    drawing->across = axis_of(low_x, high_x);
    drawing->up = axis_of(low_y, high_y);
}

static int at_x(const Drawing *drawing, int64_t value) { return axis_place(&drawing->across, value, LEFT, RIGHT); }
static int at_y(const Drawing *drawing, int64_t value) { return axis_place(&drawing->up, value, BOTTOM, TOP); }

static void add_ticks(const Drawing *drawing)
{
    Html *page = drawing->page;
    svg_rect(page, "field", LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
    for (int64_t at = drawing->across.low; at <= drawing->across.high; at += drawing->across.step) {
        svg_line(page, "grid", at_x(drawing, at), TOP, at_x(drawing, at), BOTTOM);
        svg_number(page, "tick", at_x(drawing, at), BOTTOM + 18, at);
    }
    for (int64_t at = drawing->up.low; at <= drawing->up.high; at += drawing->up.step) {
        svg_line(page, "grid", LEFT, at_y(drawing, at), RIGHT, at_y(drawing, at));
        svg_number(page, "tick end", LEFT - 7, at_y(drawing, at) + 4, at);
    }
    svg_text(page, "tick", (LEFT + RIGHT) / 2, HEIGHT - 8, drawing->plot->across);
    svg_text(page, "tick upright", 12, (TOP + BOTTOM) / 2, drawing->plot->up);
}

static void add_line(const Drawing *drawing)
{
    TextBuffer path = {.arena = drawing->page->text.arena};
    for (int i = 0; i < drawing->plot->n; i++)
        buffer_print(&path, "%s%d %d", i > 0 ? "L" : "M", at_x(drawing, drawing->plot->marks[i].x),
                     at_y(drawing, drawing->plot->marks[i].y));
    html_open_class(drawing->page, "path", "joined");
    html_attr(drawing->page, "d", html_words(drawing->page, &path));
    html_close(drawing->page);
}

static void add_shape(Html *page, const PlotMark *mark, int x, int y)
{
    if (mark->ringed) svg_dot(page, "ring", x, y, RING);
    if (!mark->diamond) {
        svg_dot(page, mark->class_name, x, y, RADIUS - 1);
        return;
    }
    html_open_class(page, "path", mark->class_name);
    html_attr(page, "d",
              arena_print(page->text.arena, "M%d %dl%d %dl%d %dl%d %dz", x, y - RADIUS, RADIUS, RADIUS, -RADIUS, RADIUS,
                          -RADIUS, -RADIUS));
    html_close(page);
}

static void take(Drawing *drawing, Box box)
{
    if (drawing->n_boxes < BOXES_MOST) drawing->boxes[drawing->n_boxes++] = box;
}

static void add_mark(Drawing *drawing, const PlotMark *mark)
{
    Html *page = drawing->page;
    int x = at_x(drawing, mark->x), y = at_y(drawing, mark->y);
    html_open(page, "g");
    html_attr(page, drawing->plot->data_name, mark->name);
    html_attr_number(page, "data-x", mark->x);
    html_attr_number(page, "data-y", mark->y);
    html_open(page, "title");
    html_text(page, mark->told);
    html_close(page);
    add_shape(page, mark, x, y);
    html_close(page);
    take(drawing, (Box){x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS});
}

static bool is_free(const Drawing *drawing, const Box *box)
{
    if (box->x < LEFT || box->x + box->width > WIDTH || box->y < TOP || box->y + box->height > BOTTOM) return false;
    for (int i = 0; i < drawing->n_boxes; i++) {
        const Box *other = &drawing->boxes[i];
        bool apart = box->x >= other->x + other->width || other->x >= box->x + box->width ||
                     box->y >= other->y + other->height || other->y >= box->y + box->height;
        if (!apart) return false;
    }
    return true;
}

static void add_label(Drawing *drawing, const PlotMark *mark)
{
    Html *page = drawing->page;
    const char *text = screen_cut(page->text.arena, mark->label, LABEL_MOST);
    int x = at_x(drawing, mark->x), y = at_y(drawing, mark->y), width = text ? screen_width(text) * LETTER + 2 : 0;
    int gap = mark->ringed ? RING + 3 : RADIUS + 3;
    const Box tries[TRIES] = {{x + gap, y - 8, width, LINE},        {x - gap - width, y - 8, width, LINE},
                              {x - width / 2, y - 25, width, LINE}, {x - width / 2, y + 10, width, LINE},
                              {x + gap - 3, y - 24, width, LINE},   {x - width - gap + 3, y + 8, width, LINE}};
    for (int k = 0; k < TRIES; k++) {
        int i = drawing->plot->joined ? (k + 2) % TRIES : k; /* a line has its marks at both sides */
        if (!is_free(drawing, &tries[i])) continue;
        take(drawing, tries[i]);
        svg_text(page, "name", tries[i].x, tries[i].y + 12, svg_name(page, text));
        return;
    }
}

void plot_add(Html *page, const Plot *plot)
{
    Drawing drawing = {.page = page, .plot = plot};
    if (plot->n == 0) return;
    set_axes(&drawing);
    report_frame_open(page, plot->title);
    svg_chart(page, "map plot", WIDTH, HEIGHT, plot->title, plot->desc);
    add_ticks(&drawing);
    if (plot->joined) add_line(&drawing);
    for (int i = 0; i < plot->n; i++) add_mark(&drawing, &plot->marks[i]);
    for (int i = plot->n - 1; i >= 0; i--)
        if (plot->marks[i].label) add_label(&drawing, &plot->marks[i]);
    svg_end(page);
    html_close(page);
}

void plot_key(Html *page, const PlotMark *mark)
{
    svg_mark(page, "key", 2 * RING + 2, 2 * RING + 2);
    add_shape(page, mark, RING + 1, RING + 1);
    svg_end(page);
}
