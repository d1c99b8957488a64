#include "write/screen.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Also what turns the direction of the rest of a line around. */
static bool is_control(utf8proc_int32_t code_point)
{
    return code_point < ' ' || (code_point >= 0x7f && code_point < 0xa0) || (code_point >= 0x202a && code_point <= 0x202e) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

/* The bytes of the first code point of `text`, which is not empty, and the columns it takes; a control character, and a byte
 * that is no UTF-8, is shown as a blank: *columns is negative then. */
static size_t first_code_point(const char *text, int *columns)
{
    utf8proc_int32_t code_point;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code_point);
    *columns = n < 1 || is_control(code_point) ? -1 : utf8proc_charwidth(code_point);
    return n < 1 ? 1 : (size_t)n;
}

/* The bytes of `text` that fit into `limit` columns; *width: the columns they take. */
static size_t fitting_bytes(const char *text, int limit, int *width)
{
    size_t done = 0;
    *width = 0;
    while (text[done]) {
        int columns;
        size_t n = first_code_point(text + done, &columns);
        columns = abs(columns);
        if (*width + columns > limit) break;
        *width += columns;
        done += n;
    }
    return done;
}

int screen_width(const char *text)
{
    int width;
    fitting_bytes(text, INT_MAX, &width);
    return width;
}

static void add_plain(TextBuffer *out, const char *text, size_t size)
{
    for (size_t done = 0, n; done < size; done += n) {
        int columns;
        n = first_code_point(text + done, &columns);
        if (columns < 0)
            buffer_add_byte(out, ' ');
        else
            buffer_add_n(out, text + done, n);
    }
}

void screen_add(TextBuffer *out, const char *text) { add_plain(out, text, strlen(text)); }

void screen_add_cut(TextBuffer *out, const char *text, int columns)
{
    int width = screen_width(text);
    bool cut = width > columns;
    add_plain(out, text, fitting_bytes(text, cut ? columns - 1 : columns, &width));
    if (cut) buffer_add(out, "…");
}

const char *screen_cut(Arena *arena, const char *text, int columns)
{
    TextBuffer cut = {.arena = arena};
    const char *whole;
    CadreError err;
    screen_add_cut(&cut, text, columns);
    return buffer_text(&whole, &cut, &err) == CADRE_OK ? whole : NULL;
}

/* The end of `text` that takes at most `limit` of its `width` columns. */
static const char *fitting_end(const char *text, int limit, int width)
{
    while (width > limit) {
        int columns;
        text += first_code_point(text, &columns);
        width -= abs(columns);
    }
    return text;
}

void screen_add_column(TextBuffer *out, const char *text, int columns)
{
    int width = screen_width(text);
    if (width <= columns) {
        add_plain(out, text, strlen(text));
    } else {
        int head;
        const char *end = fitting_end(text, columns / 3, width);
        add_plain(out, text, fitting_bytes(text, columns - 1 - screen_width(end), &head));
        buffer_add(out, "…");
        add_plain(out, end, strlen(end));
        width = head + 1 + screen_width(end);
    }
    buffer_fill(out, ' ', columns - width);
}

static void add_word(TextBuffer *out, const char *word, size_t size, int columns)
{
    const char *text = arena_copy_n(out->arena, word, size);
    if (text)
        screen_add_cut(out, text, columns);
    else
        out->lost = true;
}

void screen_add_paragraph(TextBuffer *out, const char *text, int indent, int width)
{
    static const char blanks[] = " \t\r\n";
    int used = indent;
    bool begun = false;
    buffer_fill(out, ' ', indent);
    for (size_t size; *(text += strspn(text, blanks)); text += size) {
        int columns = 0;
        size = strcspn(text, blanks);
        for (size_t done = 0, n; done < size; done += n) {
            int one;
            n = first_code_point(text + done, &one);
            columns += abs(one);
        }
        if (begun && used + 1 + columns > width) {
            buffer_add_byte(out, '\n');
            buffer_fill(out, ' ', indent + 2);
            used = indent + 2;
            begun = false;
        }
        if (begun) buffer_add_byte(out, ' ');
        used += begun;
        add_word(out, text, size, width - used);
        used += columns;
        begun = true;
    }
    buffer_add_byte(out, '\n');
}
