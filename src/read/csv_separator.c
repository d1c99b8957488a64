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

/* How the first rows look under one separator. */
typedef struct RowShape {
    int n_header, n_rows, n_even; /* cells of the header; rows looked at; those with as many cells */
    int width, lead;              /* below the header: the commonest width by a vote, and by how many rows it leads */
} RowShape;

static RowShape shape_rows(const char *text, size_t size, char separator)
{
    RowShape shape = {0};
    size_t at = 0;
    while (at < size && (text[at] == '\n' || text[at] == '\r')) at++;
    at = count_cells(&shape.n_header, text, at, size, separator);
    for (; shape.n_rows < ROWS_LOOKED_AT && at < size; shape.n_rows++) {
        int n_cells;
        at = count_cells(&n_cells, text, at, size, separator);
        shape.n_even += n_cells == shape.n_header;
        if (shape.lead == 0) shape.width = n_cells;
        shape.lead += n_cells == shape.width ? 1 : -1;
    }
    return shape;
}

static bool is_table(RowShape shape) { return shape.n_header > 1 && shape.n_rows > 0 && shape.n_even == shape.n_rows; }

/* A table but for its first line: a title, or a header that is written otherwise. */
static bool is_table_below(RowShape shape) { return shape.n_header == 1 && shape.width > 1 && shape.lead * 2 > shape.n_rows; }

/* What else separates the cells of some files. Blanks and colons stand in texts too: they must give a wider table. */
static char find_foreign(const char *text, size_t size)
{
    static const struct {
        char byte;
        int least_columns, least_rows;
    } foreign[] = {{'|', 2, 1}, {'^', 2, 1}, {'~', 2, 1}, {'\\', 2, 1}, {'!', 3, 2}, {'#', 3, 2},
                   {'*', 3, 2}, {':', 3, 2}, {'/', 3, 2}, {'_', 3, 2},  {'-', 3, 2}, {' ', 3, 2}};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        RowShape shape = shape_rows(text, size, foreign[i].byte);
        if (is_table(shape) && shape.n_header >= foreign[i].least_columns && shape.n_rows >= foreign[i].least_rows)
            return foreign[i].byte;
    }
    return '\0';
}

CsvSeparator csv_separator_find(const char *text, size_t size)
{
    static const char candidates[] = {',', ';', '\t'};
    CsvSeparator best = {.byte = ','};
    char below = '\0';
    RowShape best_shape = {.n_header = 1, .n_even = -1};
    for (size_t i = 0; i < sizeof candidates; i++) {
        RowShape shape = shape_rows(text, size, candidates[i]);
        if (candidates[i] == '\t' && is_table(shape)) return (CsvSeparator){.byte = '\t'}; /* texts hold no tabs */
        if (!below && is_table_below(shape)) below = candidates[i];
        if (is_table(shape) && is_table(best_shape)) best.rival = candidates[i];
        if (shape.n_header < 2 || shape.n_even < best_shape.n_even ||
            (shape.n_even == best_shape.n_even && shape.n_header <= best_shape.n_header))
            continue;
        if (best.rival) best.rival = best.byte;
        best.byte = candidates[i];
        best_shape = shape;
    }
    if (best_shape.n_header > 1) return best;
    if (below)
        best.byte = below;
    else
        best.foreign = find_foreign(text, size);
    return best;
}

char csv_separator_named(const char *text, size_t size)
{
    if (size < CSV_SEPARATOR_MARK || strncasecmp(text, "sep=", CSV_SEPARATOR_MARK - 1) != 0) return '\0';
    char separator = text[CSV_SEPARATOR_MARK - 1];
    bool ends = size == CSV_SEPARATOR_MARK || text[CSV_SEPARATOR_MARK] == '\n' || text[CSV_SEPARATOR_MARK] == '\r';
    return ends && (separator == ',' || separator == ';' || separator == '\t') ? separator : '\0';
}
