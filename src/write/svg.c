#include "write/svg.h"

#include "write/bidi.h"

const char *svg_name(Html *html, const char *text) { return text ? bidi_isolated(text, html->text.arena) : NULL; }

static void begin(Html *html, const char *class_names, int width, int height)
{
    html_open_class(html, "svg", class_names);
    html_attr_number(html, "width", width);
    html_attr_number(html, "height", height);
    html_attr(html, "viewBox", arena_print(html->text.arena, "0 0 %d %d", width, height));
}

static void add_told(Html *html, const char *element, const char *id, const char *text)
{
    html_open(html, element);
    html_attr(html, "id", id);
    html_text(html, text);
    html_close(html);
}

void svg_chart(Html *html, const char *class_names, int width, int height, const char *title, const char *desc)
{
    int number = html->n_charts++;
    const char *title_id = arena_print(html->text.arena, "c%dt", number);
    const char *desc_id = arena_print(html->text.arena, "c%dd", number);
    begin(html, class_names, width, height);
    html_attr(html, "role", "img");
    html_attr(html, "aria-labelledby", title_id);
    html_attr(html, "aria-describedby", desc_id);
    add_told(html, "title", title_id, title);
    add_told(html, "desc", desc_id, desc);
}

void svg_mark(Html *html, const char *class_names, int width, int height)
{
    begin(html, class_names, width, height);
    html_attr(html, "aria-hidden", "true");
    html_attr(html, "focusable", "false");
}

void svg_end(Html *html) { html_close(html); }

void svg_rect(Html *html, const char *class_name, int x, int y, int width, int height)
{
    html_open_class(html, "rect", class_name);
    html_attr_number(html, "x", x);
    html_attr_number(html, "y", y);
    html_attr_number(html, "width", width);
    html_attr_number(html, "height", height);
    html_close(html);
}

void svg_line(Html *html, const char *class_name, int x1, int y1, int x2, int y2)
{
    html_open_class(html, "line", class_name);
    html_attr_number(html, "x1", x1);
    html_attr_number(html, "y1", y1);
    html_attr_number(html, "x2", x2);
    html_attr_number(html, "y2", y2);
    html_close(html);
}

void svg_dot(Html *html, const char *class_name, int x, int y, int radius)
{
    html_open_class(html, "circle", class_name);
    html_attr_number(html, "cx", x);
    html_attr_number(html, "cy", y);
    html_attr_number(html, "r", radius);
    html_close(html);
}

void svg_text(Html *html, const char *class_name, int x, int y, const char *text)
{
    html_open_class(html, "text", class_name);
    html_attr_number(html, "x", x);
    html_attr_number(html, "y", y);
    html_text(html, text);
    html_close(html);
}

void svg_number(Html *html, const char *class_name, int x, int y, int64_t number)
{
    svg_text(html, class_name, x, y, words_amount(number, html->text.arena));
}

int svg_length(int64_t value, int64_t most, int length)
{
    if (value <= 0 || most <= 0) return 0;
    if (value >= most) return length;
    int64_t at = (2 * value * length + most) / (2 * most);
    return at < 1 ? 1 : (int)at;
}

void svg_bar(Html *html, int x, int y, int width, int height, int64_t value, int64_t most)
{
    int filled = svg_length(value, most, width);
    svg_rect(html, "track", x, y, width, height);
    if (filled > 0) svg_rect(html, value > most ? "bar over" : "bar", x, y, filled, height);
}

/* Where a value ends, from the middle. */
static int signed_x(int64_t value, int64_t most, int x, int width)
{
    int half = width / 2;
    return x + half + (value < 0 ? -svg_length(-value, most, half) : svg_length(value, most, half));
}

void svg_signed_range(Html *html, int x, int y, int width, int height, int64_t low, int64_t high, int64_t most)
{
    int from = signed_x(low, most, x, width), to = signed_x(high, most, x, width), middle = x + width / 2;
    if (to > from) svg_rect(html, low < 0 && high <= 0 ? "less" : low >= 0 ? "more" : "between", from, y, to - from, height);
    svg_line(html, "zero", middle, y - 4, middle, y + height + 4);
}

void svg_signed_bar(Html *html, int x, int y, int width, int height, int64_t value, int64_t most)
{
    svg_signed_range(html, x, y, width, height, value < 0 ? value : 0, value > 0 ? value : 0, most);
}

/* The strip's cells begin here; the cell of no answer stands a little apart. */
static int cell_x(int cell) { return cell == 0 ? 0 : 6 + cell * SVG_STRIP_CELL; }

static const char *cell_class(int count, int all, bool reaches)
{
    static const char *const below[] = {"", "cell b1", "cell b2", "cell b3"};
    static const char *const reached[] = {"", "cell r1", "cell r2", "cell r3"};
    int shade = count == 0 ? 0 : 3 * count > 2 * all ? 3 : 3 * count > all ? 2 : 1;
    return reaches ? reached[shade] : below[shade];
}

/* Below the cells with figures: that of no answer, and a band for the levels. */
static void add_ground(Html *html)
{
    int levels = cell_x(1);
    svg_rect(html, "h0", 0, 3, SVG_STRIP_CELL - 1, SVG_STRIP_HEIGHT - 6);
    svg_rect(html, "h0", levels, 3, cell_x(SVG_STRIP_CELLS) - 1 - levels, SVG_STRIP_HEIGHT - 6);
}

void svg_strip_chart(Html *html, const int counts[/*SVG_STRIP_CELLS*/], int target, const char *title, const char *desc)
{
    int all = 0;
    for (int cell = 0; cell < SVG_STRIP_CELLS; cell++) all += counts[cell];
    svg_chart(html, "strip", SVG_STRIP_WIDTH, SVG_STRIP_HEIGHT, title, desc);
    add_ground(html);
    for (int cell = 0; cell < SVG_STRIP_CELLS; cell++) {
        const char *class_name = cell_class(counts[cell], all, cell > target);
        if (counts[cell] == 0) continue;
        svg_rect(html, class_name, cell_x(cell), 3, SVG_STRIP_CELL - 1, SVG_STRIP_HEIGHT - 6);
        svg_number(html, class_name, cell_x(cell) + SVG_STRIP_CELL / 2, 16, counts[cell]);
    }
    svg_line(html, "target", cell_x(target + 1) - 1, 0, cell_x(target + 1) - 1, SVG_STRIP_HEIGHT);
    svg_end(html);
}

void svg_strip_head(Html *html)
{
    static const char *const names[SVG_STRIP_CELLS] = {"?", "0", "1", "2", "3", "4", "5"};
    svg_mark(html, "strip head", SVG_STRIP_WIDTH, 14);
    for (int cell = 0; cell < SVG_STRIP_CELLS; cell++)
        svg_text(html, "axis", cell_x(cell) + SVG_STRIP_CELL / 2, 11, names[cell]);
    svg_end(html);
}
