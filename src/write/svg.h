/* svg.h: drawings inside a page. Every length is a whole number of the drawing's own units, so that all machines write the same
 * bytes; colours are classes of report.css, in light and dark; whatever a colour says a text says too.
 *
 * A chart is an image with a title and a description for who does not see it. A mark is a drawing beside a text that says the
 * same, hidden from readers of the text. */
#ifndef WRITE_SVG_H
#define WRITE_SVG_H

#include "write/html.h"

/* Begin a drawing of width x height units, which is shown at no more than that many pixels. title, desc: texts in which words
 * of people are isolated (svg_name). */
void svg_chart(Html *html, const char *class_names, int width, int height, const char *title, const char *desc);
void svg_mark(Html *html, const char *class_names, int width, int height);
void svg_end(Html *html);

/* Shapes. */
void svg_rect(Html *html, const char *class_name, int x, int y, int width, int height);
void svg_line(Html *html, const char *class_name, int x1, int y1, int x2, int y2);
void svg_dot(Html *html, const char *class_name, int x, int y, int radius);
void svg_text(Html *html, const char *class_name, int x, int y, const char *text); /* words of people: svg_name */
void svg_number(Html *html, const char *class_name, int x, int y, int64_t number);

/* Words of people for a title, a description or a label; NULL: no memory. */
const char *svg_name(Html *html, const char *text);

/* How far `value` of `most` reaches along `length` units, to the nearest; never 0 where there is anything, nor beyond the end.
 */
int svg_length(int64_t value, int64_t most, int length);

/* A bar of `value` on a track of `most`, over the whole width; values beyond are drawn full, with class "over". */
void svg_bar(Html *html, int x, int y, int width, int height, int64_t value, int64_t most);

/* A bar from the middle of the width, where a line stands: to the right above 0, to the left below; `most` reaches the end. */
void svg_signed_bar(Html *html, int x, int y, int width, int height, int64_t value, int64_t most);

/* The same for what lies somewhere between two values. */
void svg_signed_range(Html *html, int x, int y, int width, int height, int64_t low, int64_t high, int64_t most);

/* How many people there are at each level: a cell each, no answer first, shaded by its share, its number inside, and a line
 * before the cell of the target level. */
enum {
    SVG_STRIP_CELLS = 7,
    SVG_STRIP_CELL = 26,
    SVG_STRIP_HEIGHT = 24,
    SVG_STRIP_WIDTH = SVG_STRIP_CELLS * SVG_STRIP_CELL + 8
};
void svg_strip_chart(Html *html, const int counts[/*SVG_STRIP_CELLS*/], int target, const char *title, const char *desc);
void svg_strip_head(Html *html); /* what the cells are, for above the strips of one table */

#endif
