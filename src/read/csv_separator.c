#include "read/csv_separator.h"

#include <stdbool.h>
#include <strings.h>

enum { ROWS_LOOKED_AT = 100 };

/* Count the cells of the row that begins at `start` and return where the next one begins. */
static size_t count_cells(int *n_cells, const char *text, size_t start, size_t size, char separator)
{
    bool quoted = false, quotes = separator != '\t';
    size_t i = start;
    *n_cells = 1;
    for (; i < size; i++) {
        if (quotes && text[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (text[i] == '\n' || text[i] == '\r') break;
        *n_cells += text[i] == separator;
    }
    while (i < size && (text[i] == '\n' || text[i] == '\r')) i++;
    return i;
}

/* The rows, of the first ROWS_LOOKED_AT, that have as many cells as the header. */
static int count_even_rows(int *n_header, const char *text, size_t size, char separator)
{
    size_t at = 0;
    while (at < size && (text[at] == '\n' || text[at] == '\r')) at++;
    at = count_cells(n_header, text, at, size, separator);
    int n_even = 0;
    for (int row = 0; row < ROWS_LOOKED_AT && at < size; row++) {
        int n_cells;
        at = count_cells(&n_cells, text, at, size, separator);
        n_even += n_cells == *n_header;
    }
    return n_even;
}

char csv_separator_find(const char *text, size_t size)
{
    static const char candidates[] = {',', ';', '\t'};
    char best = ',';
    int best_even = -1, best_header = 1;
    for (size_t i = 0; i < sizeof candidates; i++) {
        int n_header, n_even = count_even_rows(&n_header, text, size, candidates[i]);
        if (n_header < 2 || n_even < best_even || (n_even == best_even && n_header <= best_header)) continue;
        best = candidates[i];
        best_even = n_even;
        best_header = n_header;
    }
    return best;
}

char csv_separator_named(const char *text, size_t size)
{
    if (size < CSV_SEPARATOR_MARK || strncasecmp(text, "sep=", CSV_SEPARATOR_MARK - 1) != 0) return '\0';
    char separator = text[CSV_SEPARATOR_MARK - 1];
    bool ends = size == CSV_SEPARATOR_MARK || text[CSV_SEPARATOR_MARK] == '\n' || text[CSV_SEPARATOR_MARK] == '\r';
    return ends && (separator == ',' || separator == ';' || separator == '\t') ? separator : '\0';
}
