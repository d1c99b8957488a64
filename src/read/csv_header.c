/* csv_header.c: is the first row the header, and no other row one? A typed column is one whose first rows hold numbers, times
 * or e-mail addresses nearly everywhere; few of them are looked at over all rows. */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/csv_shape.h"

enum {
    ROWS_LOOKED_AT = 256,
    TYPED_MOST = 4,  /* typed columns looked at over all rows */
    TYPED_LEAST = 3, /* cells that make a column typed, and three in four of those that are not blank */
    SURE_ROWS = 10,
    SEQUENCE_LEAST = 3, /* columns called 1, 2, 3 */
    LEAST_TIME_DIGITS = 4
};

typedef enum CellKind { KIND_BLANK, KIND_TEXT, KIND_NUMBER, KIND_TIME, KIND_EMAIL } CellKind;

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    return at && at > text && at[1] && !strchr(at + 1, '@') && !strpbrk(text, " \t\r\n,;");
}

/* Runs of digits, each parted from the next by one of `/-.:`, as a date or a time begins. */
static bool is_time(const char *text)
{
    int n_digits = 0, n_runs = 0;
    while (isdigit((unsigned char)*text)) {
        n_runs++;
        while (isdigit((unsigned char)*text)) text++, n_digits++;
        if (*text && strchr("/-.:", *text)) text++;
    }
    return n_runs > 1 && n_digits >= LEAST_TIME_DIGITS;
}

static bool is_number(const char *text)
{
    if (*text == '+' || *text == '-') text++;
    size_t whole = strspn(text, "0123456789");
    if (whole == 0) return false;
    text += whole;
    if (*text == '.' || *text == ',') text += 1 + strspn(text + 1, "0123456789");
    text += *text == '%';
    return text[strspn(text, " \t\r\n")] == '\0';
}

static CellKind cell_kind(const char *text)
{
    text += strspn(text, " \t\r\n");
    if (*text == '\0' || text_is_blank(text)) return KIND_BLANK;
    if (is_number(text)) return KIND_NUMBER;
    if (is_time(text)) return KIND_TIME;
    return is_email(text) ? KIND_EMAIL : KIND_TEXT;
}

static int rows_looked_at(const Table *table) { return table->n_rows < ROWS_LOOKED_AT ? table->n_rows : ROWS_LOOKED_AT; }

/* The kind of nearly all cells of a column, KIND_TEXT where there is none. */
static CellKind column_kind(const Table *table, int column)
{
    int count[KIND_EMAIL + 1] = {0}, n = rows_looked_at(table);
    for (int row = 0; row < n; row++) count[cell_kind(table_cell(table, row, column))]++;
    n -= count[KIND_BLANK];
    for (CellKind kind = KIND_NUMBER; kind <= KIND_EMAIL; kind++)
        if (count[kind] >= TYPED_LEAST && count[kind] * 4 >= n * 3) return kind;
    return KIND_TEXT;
}

/* Whether the cell's text is in another of the first rows of its column, not counting its neighbours: a header may have two
 * rows alike. */
static bool recurs(const Table *table, int row, int column)
{
    const char *text = table_cell(table, row, column);
    int n = rows_looked_at(table);
    for (int other = 0; other < n; other++)
        if (abs(other - row) > 1 && strcmp(table_cell(table, other, column), text) == 0) return true;
    return false;
}

/* Columns may be called 1, 2, 3 and so on. */
static bool headers_count_up(const Table *table, const CellKind kinds[], int *n_numbers)
{
    long previous = 0;
    *n_numbers = 0;
    for (int column = 0; column < table->n_columns; column++) {
        if (kinds[column] != KIND_NUMBER || cell_kind(table->header[column]) != KIND_NUMBER) continue;
        long number = strtol(table->header[column], NULL, 10);
        if ((*n_numbers)++ > 0 && (previous == LONG_MAX || number != previous + 1)) return false;
        previous = number;
    }
    return *n_numbers >= SEQUENCE_LEAST;
}

/* The header's text is an answer of its own column, which has others too. */
static bool header_is_answer(const Table *table, int column)
{
    bool same = false, other = false;
    int n = rows_looked_at(table);
    if (cell_kind(table->header[column]) == KIND_BLANK) return false;
    for (int row = 0; row < n; row++) {
        const char *cell = table_cell(table, row, column);
        if (strcmp(cell, table->header[column]) == 0)
            same = true;
        else
            other |= !text_is_blank(cell);
    }
    return same && other;
}

static void tell_no_header(const Table *table, int column, Messages *messages)
{
    messages_add(messages, CADRE_ERROR, table_origin(table, -1, column),
                 "\"%.60s\" stands where the column's name should be and looks like an answer; expected a header row of column "
                 "names above the first answer",
                 table->header[column]);
}

/* Whether the first row is an answer: told. */
static bool check_first_row(const Table *table, const CellKind kinds[], Messages *messages)
{
    int n_named = 0, n_answers = 0, first_answer = -1, n_numbers;
    bool counts_up = headers_count_up(table, kinds, &n_numbers);
    for (int column = 0; column < table->n_columns; column++) {
        CellKind kind = cell_kind(table->header[column]);
        n_named += kind != KIND_BLANK;
        if (kinds[column] != KIND_TEXT && kind == kinds[column] && !(kind == KIND_NUMBER && counts_up)) {
            tell_no_header(table, column, messages);
            return true;
        }
        if (kinds[column] != KIND_TEXT || !header_is_answer(table, column)) continue;
        if (n_answers++ == 0) first_answer = column;
    }
    if (n_answers < 2 || n_answers * 2 < n_named) return false;
    tell_no_header(table, first_answer, messages);
    return true;
}

/* A title above the header, or a header over two rows, leaves most columns without a name. */
static bool check_names(const Table *table, Messages *messages)
{
    int n_named = 0, n_blank = 0, first_blank = 0, n = rows_looked_at(table);
    for (int column = 0; column < table->n_columns; column++) {
        int row = 0;
        if (!text_is_blank(table->header[column])) {
            n_named++;
            continue;
        }
        while (row < n && text_is_blank(table_cell(table, row, column))) row++;
        if (row < n && n_blank++ == 0) first_blank = column;
    }
    if (n_blank < 2 || n_blank <= n_named) return true;
    messages_add(messages, CADRE_ERROR, table_origin(table, -1, first_blank),
                 "%d columns with cells in them have no name, and %d ha%s one; expected the column names in the first row and "
                 "nothing above them",
                 n_blank, n_named, n_named == 1 ? "s" : "ve");
    return false;
}

static const char *without_mark(const char *text) { return strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text; }

static bool is_header_again(const Table *table, int row)
{
    for (int column = 0; column < table->n_columns; column++)
        if (strcmp(without_mark(table_cell(table, row, column)), without_mark(table->header[column])) != 0) return false;
    return true;
}

/* Cells without a blank inside, as ids and dates are. */
static bool is_code_column(const Table *table, int row, int column)
{
    int n = rows_looked_at(table), n_codes = 0;
    for (int other = 0; other < n; other++) {
        const char *cell = table_cell(table, other, column);
        if (other == row || text_is_blank(cell)) continue;
        if (strpbrk(cell, " \n\r")) return false;
        n_codes++;
    }
    return n_codes >= TYPED_LEAST;
}

/* One cell only, and words where the column has ids, numbers, dates or addresses. */
static bool looks_like_title(const Table *table, int row, const CellKind kinds[])
{
    int filled = -1;
    for (int column = 0; column < table->n_columns; column++) {
        if (text_is_blank(table_cell(table, row, column))) continue;
        if (filled >= 0) return false;
        filled = column;
    }
    const char *cell = filled < 0 || table->n_columns < 3 ? "" : table_cell(table, row, filled);
    if (cell_kind(cell) != KIND_TEXT) return false;
    return kinds[filled] != KIND_TEXT || (strchr(cell, ' ') && is_code_column(table, row, filled));
}

/* Words that differ in the typed columns looked at (where times stand one will do), and in the whole row no number, time or
 * address and no answer that another row gives too. In a small table words among numbers alone say little: they may be ways of
 * giving no answer. */
static bool looks_like_header(const Table *table, int row, const int typed[], const CellKind kinds[], int n_typed)
{
    const char *first = NULL;
    bool differ = false, sure = table->n_rows >= SURE_ROWS;
    int n_filled = 0;
    for (int i = 0; i < n_typed; i++) {
        const char *cell = table_cell(table, row, typed[i]);
        CellKind kind = cell_kind(cell);
        if (kind > KIND_TEXT) return false;
        if (kind == KIND_BLANK) continue;
        sure |= kinds[typed[i]] != KIND_NUMBER;
        differ |= kinds[typed[i]] == KIND_TIME || (first && strcmp(first, cell) != 0);
        first = cell;
    }
    for (int column = 0; differ && column < table->n_columns; column++) {
        CellKind kind = cell_kind(table_cell(table, row, column));
        if (kind == KIND_BLANK) continue;
        if (kind != KIND_TEXT || recurs(table, row, column)) return false;
        n_filled++;
    }
    return n_filled * 2 >= table->n_columns && differ && sure;
}

static void check_rows(const Table *table, const CellKind kinds[], bool survey, Messages *messages)
{
    int typed[TYPED_MOST], n_typed = 0;
    for (int kind = KIND_EMAIL; survey && kind > KIND_TEXT; kind--)
        for (int column = 0; column < table->n_columns && n_typed < TYPED_MOST; column++)
            if (kinds[column] == (CellKind)kind) typed[n_typed++] = column;
    for (int row = 0; row < table->n_rows; row++) {
        if (is_header_again(table, row))
            messages_add(messages, CADRE_ERROR, table_origin(table, row, 0),
                         "the header stands here again; expected one header, in the first row, and one table in the file");
        else if (n_typed > 0 && looks_like_header(table, row, typed, kinds, n_typed))
            messages_add(messages, CADRE_ERROR, table_origin(table, row, typed[0]),
                         "the row looks like a header (\"%.60s\"%s); expected one header, in the first row with nothing above "
                         "it, and one table in the file",
                         table_cell(table, row, typed[0]),
                         kinds[typed[0]] == KIND_EMAIL    ? " among e-mail addresses"
                         : kinds[typed[0]] == KIND_NUMBER ? " among numbers"
                                                          : " among dates");
        else if (survey && looks_like_title(table, row, kinds))
            messages_add(messages, CADRE_ERROR, table_origin(table, row, 0),
                         "the row holds one cell only, and no answer; expected no titles, remarks or sums among the answers");
    }
}

/* A file whose lines end in something that is no line end is one long header with answers in it. */
static void check_lone_header(const Table *table, const CellKind kinds[], Messages *messages)
{
    int n_numbers;
    bool counts_up = headers_count_up(table, kinds, &n_numbers);
    for (int column = 0; column < table->n_columns; column++) {
        const char *header = table->header[column];
        CellKind kind = cell_kind(header);
        bool has_mark = strpbrk(header, "\v\f") || strstr(header, "\xC2\x85") || strstr(header, "\u2028");
        if (!has_mark && (kind <= KIND_TEXT || (kind == KIND_NUMBER && counts_up))) continue;
        messages_add(messages, CADRE_ERROR, table_origin(table, -1, column),
                     "no row follows the header, and \"%.60s\" in it is no column name; expected lines that end in LF or CRLF",
                     header);
        return;
    }
}

CadreStatus csv_check_header(const Table *table, bool survey, Arena *arena, Messages *messages, CadreError *err)
{
    CellKind *kinds = ARENA_ARRAY(arena, CellKind, table->n_columns);
    if (!kinds) return error_no_memory(err);
    for (int column = 0; column < table->n_columns; column++)
        kinds[column] = table->n_rows > 0 ? column_kind(table, column) : KIND_NUMBER;
    if (table->n_rows == 0) {
        check_lone_header(table, kinds, messages);
        return CADRE_OK;
    }
    if (survey && (!check_names(table, messages) || check_first_row(table, kinds, messages))) return CADRE_OK;
    check_rows(table, kinds, survey, messages);
    return CADRE_OK;
}
