#include <inttypes.h>

#include "base/text_buffer.h"
#include "write/axis.h"
#include "write/frontier_write.h"
#include "write/html.h"

enum { WIDTH = 760, HEIGHT = 470, LEFT = 110, RIGHT = 730, TOP = 70, BOTTOM = 370, MARK = 6 };

static Axis distance_axis(const Frontier *frontier)
{
    int64_t high = 0;
    for (int i = 0; i < frontier->n_points; i++)
        if (frontier->points[i].possible && frontier_distance(frontier, i) > high) high = frontier_distance(frontier, i);
    return axis_of(0, high);
}

static Axis total_axis(const Frontier *frontier)
{
    int64_t low = frontier->own.total, high = low;
    for (int i = 0; i < frontier->n_points; i++) {
        int64_t total = frontier->points[i].measures.total;
        if (!frontier->points[i].possible) continue;
        if (total < low) low = total;
        if (total > high) high = total;
    }
    return axis_of(low, high);
}

typedef struct Figure {
    TextBuffer svg;
    const Frontier *frontier;
    const char *counted; /* what the axis across counts */
    Axis across, up;     /* distance, total */
} Figure;

static void add_ticks(Figure *figure)
{
    TextBuffer *svg = &figure->svg;
    const Axis *across = &figure->across, *up = &figure->up;
    for (int64_t at = across->low; at <= across->high; at += across->step) {
        int x = axis_place(across, at, LEFT, RIGHT);
        buffer_print(svg, "<path class=\"grid\" d=\"M%d %dV%d\"/><text x=\"%d\" y=\"%d\" class=\"middle\">%" PRId64 "</text>\n",
                     x, TOP, BOTTOM, x, BOTTOM + 20, at);
    }
    for (int64_t at = up->low; at <= up->high; at += up->step) {
        int y = axis_place(up, at, BOTTOM, TOP);
        buffer_print(svg, "<path class=\"grid\" d=\"M%d %dH%d\"/><text x=\"%d\" y=\"%d\" class=\"end\">%" PRId64 "</text>\n",
                     LEFT, y, RIGHT, LEFT - 8, y + 4, at);
    }
}

static void add_names(TextBuffer *svg, const Frontier *frontier)
{
    for (int i = 0; i < frontier->n_names; i++) {
        if (i > 0) buffer_add(svg, ", ");
        html_escape(svg, frontier->names[i]);
    }
}

static void add_frame(Figure *figure)
{
    TextBuffer *svg = &figure->svg;
    buffer_print(svg,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                 "<title>Total against %s</title>\n<style>text{font:13px sans-serif;fill:#222}.middle{text-anchor:middle}"
                 ".end{text-anchor:end}.grid{stroke:#ddd;fill:none}.other{fill:none;stroke:#777;stroke-width:1.5}"
                 ".efficient{fill:#1b4f9c;stroke:#1b4f9c}</style>\n"
                 "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n<text x=\"%d\" y=\"28\" font-weight=\"bold\">Total against "
                 "%s: ",
                 WIDTH, HEIGHT, WIDTH, HEIGHT, figure->counted, WIDTH, HEIGHT, LEFT, figure->counted);
    add_names(svg, figure->frontier);
    buffer_print(svg, "</text>\n<text x=\"%d\" y=\"48\">%d points, %d outcomes; numbers are those of outcomes</text>\n", LEFT,
                 figure->frontier->n_points, figure->frontier->n_outcomes);
}

static void add_axes(Figure *figure, const char *counted_are)
{
    TextBuffer *svg = &figure->svg;
    add_ticks(figure);
    buffer_print(svg, "<text x=\"%d\" y=\"%d\" class=\"middle\">%s: ", (LEFT + RIGHT) / 2, BOTTOM + 42, figure->counted);
    html_escape(svg, counted_are);
    buffer_print(svg,
                 "</text>\n<text x=\"24\" y=\"%d\" class=\"middle\" transform=\"rotate(-90 24 %d)\">total, by the plan's own "
                 "settings and needs</text>\n",
                 (TOP + BOTTOM) / 2, (TOP + BOTTOM) / 2);
}

static void add_shape(TextBuffer *svg, int x, int y, bool efficient)
{
    if (efficient)
        buffer_print(svg, "<path class=\"efficient\" d=\"M%d %dl%d %dl%d %dl%d %dz\">", x, y - MARK, MARK, MARK, -MARK, MARK,
                     -MARK, -MARK);
    else
        buffer_print(svg, "<circle class=\"other\" cx=\"%d\" cy=\"%d\" r=\"%d\">", x, y, MARK - 1);
}

static void add_mark(Figure *figure, int number, int x, int y)
{
    TextBuffer *svg = &figure->svg;
    const Frontier *frontier = figure->frontier;
    const FrontierPoint *point = &frontier->points[number];
    const FrontierMeasures *of = &point->measures;
    add_shape(svg, x, y, point->efficient);
    buffer_add(svg, "<title>");
    for (int i = 0; i < frontier->n_names; i++) {
        if (i > 0) buffer_add(svg, ", ");
        html_escape(svg, frontier->names[i]);
        buffer_add_byte(svg, '=');
        html_escape(svg, frontier->values[number * frontier->n_names + i]);
    }
    buffer_print(svg, ": total %" PRId64 ", shortages %" PRId64 ", %s %" PRId64 ", outcome %d</title></%s>\n", of->total,
                 of->shortages, figure->counted, frontier_distance(frontier, number), point->outcome,
                 point->efficient ? "path" : "circle");
}

/* The first efficient point of each outcome has its number beside it. */
static bool is_labelled(const Frontier *frontier, int number)
{
    if (!frontier->points[number].efficient) return false;
    for (int i = 0; i < number; i++)
        if (frontier->points[i].efficient && frontier->points[i].outcome == frontier->points[number].outcome) return false;
    return true;
}

static void add_marks(Figure *figure, bool efficient)
{
    const Frontier *frontier = figure->frontier;
    for (int i = 0; i < frontier->n_points; i++) {
        const FrontierPoint *point = &frontier->points[i];
        if (!point->possible || point->efficient != efficient) continue;
        int x = axis_place(&figure->across, frontier_distance(frontier, i), LEFT, RIGHT),
            y = axis_place(&figure->up, point->measures.total, BOTTOM, TOP);
        add_mark(figure, i, x, y);
        if (is_labelled(frontier, i))
            buffer_print(&figure->svg, "<text x=\"%d\" y=\"%d\">%d</text>\n", x + MARK + 3, y - MARK, point->outcome);
    }
}

static void add_legend(Figure *figure)
{
    TextBuffer *svg = &figure->svg;
    int y = BOTTOM + 74;
    add_shape(svg, LEFT, y, true);
    buffer_print(svg,
                 "</path><text x=\"%d\" y=\"%d\">efficient: no other has as much, as little short, as few %s, and one of "
                 "them better</text>\n",
                 LEFT + 14, y + 4, figure->counted);
    add_shape(svg, LEFT + 510, y, false);
    buffer_print(svg, "</circle><text x=\"%d\" y=\"%d\">other points</text>\n</svg>\n", LEFT + 524, y + 4);
}

CadreStatus frontier_svg_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err)
{
    Figure figure = {.svg = {.arena = arena},
                     .frontier = frontier,
                     .counted = frontier_counted(frontier, arena),
                     .across = distance_axis(frontier),
                     .up = total_axis(frontier)};
    const char *counted_are = frontier_counted_are(frontier, arena);
    if (!figure.counted || !counted_are) return error_no_memory(err);
    add_frame(&figure);
    add_axes(&figure, counted_are);
    add_marks(&figure, false);
    add_marks(&figure, true);
    add_legend(&figure);
    return buffer_text(text, &figure.svg, err);
}
