/* screen.h: text measured and cut in the columns of a terminal (utf8proc), not in bytes. */
#ifndef WRITE_SCREEN_H
#define WRITE_SCREEN_H

#include "base/text_buffer.h"

int screen_width(const char *text);

/* Control characters become blanks in all of these, so that no name can move the cursor. */

void screen_add(TextBuffer *out, const char *text);

/* `text` in at most `columns` columns; what does not fit ends in an ellipsis. */
void screen_add_cut(TextBuffer *out, const char *text, int columns);

/* `text` in exactly `columns` columns. What does not fit loses its middle, as names often differ only at their ends. */
void screen_add_column(TextBuffer *out, const char *text, int columns);

#endif
