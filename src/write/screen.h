/* screen.h: text measured and cut in the columns of a terminal (utf8proc), not in bytes. */
#ifndef WRITE_SCREEN_H
#define WRITE_SCREEN_H

#include "base/text_buffer.h"

int screen_width(const char *text);

/* Control characters become blanks in all of these, so that no name can move the cursor. */

void screen_add(TextBuffer *out, const char *text);

/* `text` in at most `columns` columns; what does not fit ends in an ellipsis. */
void screen_add_cut(TextBuffer *out, const char *text, int columns);

/* The same as a text of its own; NULL where there is no memory. */
const char *screen_cut(Arena *arena, const char *text, int columns);

/* `text` in exactly `columns` columns. What does not fit loses its middle, as names often differ only at their ends. */
void screen_add_column(TextBuffer *out, const char *text, int columns);

/* `text` broken at blanks into lines of `width` columns, each ended: the first after `indent` blanks, the others after two
 * more. A word that fits no line is cut. Cost O(length). */
void screen_add_paragraph(TextBuffer *out, const char *text, int indent, int width);

#endif
