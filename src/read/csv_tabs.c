#include "read/csv_tabs.h"

#include <string.h>

static bool ends_cell(const char *text, size_t size, size_t at) { return at == size || strchr("\t\r\n", text[at]); }

/* The end of the quoted cell whose opening quote is at `start`: past its closing quote; 0 where a quote is amiss. */
static size_t quoted_end(const char *text, size_t size, size_t start)
{
    for (size_t i = start + 1; i < size; i++) {
        if (text[i] != '"') continue;
        if (i + 1 < size && text[i + 1] == '"')
            i++;
        else
            return ends_cell(text, size, i + 1) ? i + 1 : 0;
    }
    return 0;
}

static size_t cell_end(const char *text, size_t size, size_t start)
{
    while (!ends_cell(text, size, start)) start++;
    return start;
}

static bool is_whole(const char *cell, size_t length) { return length > 1 && quoted_end(cell, length, 0) == length; }

/* Whether any cell, taken to end at the next tab or line end, stands in quotes as a whole. */
static bool any_quoted(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        size_t end = cell_end(text, size, i);
        if (text[i] == '"' && is_whole(text + i, end - i)) return true;
        i = end;
    }
    return false;
}

bool tab_quotes_are_text(const char *text, size_t size, bool *some_quoted)
{
    *some_quoted = false;
    for (size_t i = 0; i < size; i++) {
        size_t end = text[i] == '"' ? quoted_end(text, size, i) : cell_end(text, size, i);
        if (end == 0 || memchr(text + i + 1, '"', text[i] == '"' || end == i ? 0 : end - i - 1)) {
            *some_quoted = any_quoted(text, size);
            return true;
        }
        i = end;
    }
    return false;
}

TabCell tab_cell_unquote(char *cell, size_t length)
{
    const char *first = memchr(cell, '"', length);
    if (first != cell && first != cell + length - 1) return TAB_CELL_PLAIN; /* none, or words in quotes */
    if (!is_whole(cell, length)) return TAB_CELL_HALF_QUOTED;
    size_t kept = 0;
    for (size_t i = 1; i < length - 1; i++) {
        cell[kept++] = cell[i];
        i += cell[i] == '"';
    }
    cell[kept] = '\0';
    return TAB_CELL_QUOTED;
}
