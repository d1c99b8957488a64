/* csv_read.c: file -> bytes -> UTF-8 -> rows -> a rectangular table, or messages that say why not. */
#include "read/csv_read.h"

#include <string.h>

#include "base/files.h"
#include "base/names.h"
#include "base/text.h"
#include "read/csv_rows.h"
#include "read/csv_separator.h"
#include "read/csv_shape.h"

const CsvLimits csv_limits = {.max_bytes = (size_t)1 << 30,
                              .max_row_bytes = (size_t)1 << 24,
                              .max_cell_bytes = (size_t)1 << 20,
                              .max_columns = 4096,
                              .max_rows = 5000000};

static Origin file_origin(const char *path) { return (Origin){path, 0, 0}; }

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A fault of reading as a message: what the file seam says, without the path that it begins with. */
static void tell_unreadable(const char *path, const CadreError *err, Messages *messages)
{
    const char *text = err->text;
    size_t length = strlen(path);
    if (strncmp(text, path, length) == 0 && strncmp(text + length, ": ", 2) == 0) text += length + 2;
    messages_add(messages, CADRE_ERROR, file_origin(path), "cannot be read: %s; expected a CSV file", text);
}

static const char *plural(char separator) { return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs"; }

static void note_format(const char *path, const EncodedText *text, char separator, Messages *messages)
{
    if (strcmp(text->name, "UTF-8") == 0 && separator == ',') return;
    messages_add(messages, CADRE_NOTE, file_origin(path), "read as %s, separated by %s", text->name, plural(separator));
}

/* The separator; '\0' where there is none to go by, which is told. */
static char find_separator(const char *path, EncodedText *text, Messages *messages)
{
    char named = csv_separator_named(text->text, text->size);
    if (named) {
        text->text += CSV_SEPARATOR_MARK; /* a blank line is left, so that lines are counted as they stand */
        text->size -= CSV_SEPARATOR_MARK;
        return named;
    }
    CsvSeparator found = csv_separator_find(text->text, text->size);
    if (found.rival) {
        messages_add(messages, CADRE_ERROR, (Origin){path, 1, 1},
                     "the rows are a table whether %s or %s separate the cells; expected a first line \"sep=%c\" or the like, "
                     "that says which",
                     plural(found.byte), plural(found.rival), found.byte == '\t' ? found.rival : found.byte);
        return '\0';
    }
    if (found.foreign) {
        messages_add(messages, CADRE_ERROR, (Origin){path, 1, 1},
                     "the cells seem to be separated by '%c'; expected commas, semicolons or tabs (a sheet saved as CSV UTF-8)",
                     found.foreign);
        return '\0';
    }
    return found.byte;
}

/* The rows of the file; none where its contents are no rows. */
static CadreStatus load_rows(CsvRows *out, const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    *out = (CsvRows){.faulty = true};
    char *bytes;
    size_t size;
    CadreError fault;
    CadreStatus status = file_read(&bytes, &size, path, arena, &fault);
    if (status == CADRE_IO) {
        tell_unreadable(path, &fault, messages);
        return CADRE_OK;
    }
    if (status != CADRE_OK) return error_set(err, status, "%s", fault.text);
    if (size > csv_limits.max_bytes) {
        messages_add(messages, CADRE_ERROR, file_origin(path), "is over 1 GiB; expected a smaller file");
        return CADRE_OK;
    }
    EncodedText text;
    TRY(encoding_decode(&text, path, bytes, size, arena, messages, err));
    if (!text.text) return CADRE_OK;
    char separator = find_separator(path, &text, messages);
    if (!separator) return CADRE_OK;
    note_format(path, &text, separator, messages);
    return csv_rows_split(out, path, &text, separator, arena, messages, err);
}

/* Qualtrics writes the questions' texts and {"ImportId": ...} under the header. */
static bool has_import_ids(const CsvRows *rows)
{
    if (rows->rows.n < 3) return false;
    const CsvRow *third = &rows->rows.items[2];
    for (int i = 0; i < third->n; i++) {
        const char *cell = csv_row_cell(rows, third, i);
        if (!text_is_blank(cell)) return cell[0] == '{' && strstr(cell, "\"ImportId\"");
    }
    return false;
}

/* Whether there is a header to go by and no limit is passed. */
static bool check_shape(const CsvRows *rows, const char *path, Messages *messages)
{
    const CsvRow *header = rows->rows.n > 0 ? &rows->rows.items[0] : NULL;
    if (!header && !rows->faulty)
        messages_add(messages, CADRE_ERROR, file_origin(path), "the file is empty; expected a header row");
    if (!header || header->number != 1) return false;
    if (header->n > csv_limits.max_columns) {
        messages_add(messages, CADRE_ERROR, (Origin){path, header->line, 0}, "the header has %d columns; expected at most %d",
                     header->n, csv_limits.max_columns);
        return false;
    }
    if (rows->rows.n - 1 > csv_limits.max_rows) {
        messages_add(messages, CADRE_ERROR, file_origin(path), "has %d rows; expected at most %d", rows->rows.n - 1,
                     csv_limits.max_rows);
        return false;
    }
    return true;
}

/* The columns in use: those of the header but for blank ones at its end that no row fills. */
static int count_columns(const CsvRows *rows)
{
    int n_most = rows->rows.items[0].n, n_columns = 0; /* longer rows are told by csv_check_widths */
    for (int i = 0; i < rows->rows.n && n_columns < n_most; i++) {
        int n = csv_count_cells(rows, &rows->rows.items[i]);
        if (n > n_columns && n <= n_most) n_columns = n;
    }
    return n_columns;
}

/* Whether the rows from `first` on lie one behind the other as the table's cells are to lie. */
static bool rows_lie_ready(const CsvRows *rows, int first, int n_columns)
{
    for (int i = first; i < rows->rows.n; i++)
        if (rows->rows.items[i].n != n_columns) return false;
    return true;
}

/* The cells of rows [first, n), each row padded or cut to `n_columns`; NULL where there is no memory. */
static const char **lay_cells(const CsvRows *rows, int first, size_t n_columns, Arena *arena)
{
    if (first == rows->rows.n || rows_lie_ready(rows, first, (int)n_columns))
        return first < rows->rows.n ? rows->cells + rows->rows.items[first].first : rows->cells;
    const char **cells = ARENA_ARRAY(arena, const char *, (size_t)(rows->rows.n - first) * n_columns), **end = cells;
    for (int i = first; cells && i < rows->rows.n; i++) {
        const CsvRow *row = &rows->rows.items[i];
        for (int column = 0; column < (int)n_columns; column++) *end++ = column < row->n ? csv_row_cell(rows, row, column) : "";
    }
    return cells;
}

static CadreStatus fill_table(Table *table, const CsvRows *rows, int first, Arena *arena, CadreError *err)
{
    size_t n_columns = (size_t)table->n_columns, n_rows = (size_t)(rows->rows.n - first);
    const char **header = ARENA_ARRAY(arena, const char *, n_columns), **cells = lay_cells(rows, first, n_columns, arena);
    int *line = ARENA_ARRAY(arena, int, n_rows), *number = ARENA_ARRAY(arena, int, n_rows);
    if (!header || !cells || !line || !number) return error_no_memory(err);
    const CsvRow *top = &rows->rows.items[0];
    for (size_t i = 0; i < n_columns; i++) header[i] = i < (size_t)top->n ? csv_row_cell(rows, top, (int)i) : "";
    for (size_t row = 0; row < n_rows; row++) {
        line[row] = rows->rows.items[(size_t)first + row].line;
        number[row] = rows->rows.items[(size_t)first + row].number;
    }
    table->n_rows = (int)n_rows;
    table->header = header;
    table->cells = cells;
    table->line = line;
    table->row_number = number;
    table->header_line = top->line;
    return CADRE_OK;
}

/* In a plan's sheet a column is known by its header: no two alike, and none blank over cells that are not. */
static CadreStatus check_headers(const Table *table, Arena *arena, Messages *messages, CadreError *err)
{
    Names *seen = names_create(arena, NAME_STYLE_HEADER);
    int *first = ARENA_ARRAY(arena, int, table->n_columns);
    if (!seen || !first) return error_no_memory(err);
    for (int column = 0; column < table->n_columns; column++) {
        if (text_is_blank(table->header[column])) {
            int row = 0;
            while (row < table->n_rows && text_is_blank(table_cell(table, row, column))) row++;
            if (row < table->n_rows)
                messages_add(messages, CADRE_ERROR, table_origin(table, row, column),
                             "the cell stands under a blank header; expected a column name in line %d", table->header_line);
            continue;
        }
        int n_before = names_count(seen), index = names_add(seen, table->header[column]);
        if (index < 0) return error_no_memory(err);
        if (index == n_before)
            first[index] = column;
        else
            messages_add(messages, CADRE_ERROR, table_origin(table, -1, column),
                         "the column \"%s\" is there twice; expected it only once (column %d)", names_get(seen, index),
                         first[index] + 1);
    }
    return CADRE_OK;
}

CadreStatus csv_read(Table *out, const char *path, bool survey, Arena *arena, Messages *messages, CadreError *err)
{
    CsvRows rows;
    TRY(load_rows(&rows, path, arena, messages, err));
    Table table = {.file = path, .base_name = last_part(path)};
    if (check_shape(&rows, path, messages)) {
        bool even = csv_check_widths(&rows, path, messages);
        csv_check_quotes(&rows, path, messages);
        table.n_columns = count_columns(&rows);
        bool has_ids = survey && has_import_ids(&rows);
        if (has_ids)
            messages_add(messages, CADRE_NOTE, file_origin(path), "read as Qualtrics writes it, with three header rows");
        TRY(fill_table(&table, &rows, has_ids ? 3 : 1, arena, err));
        if (!survey) TRY(check_headers(&table, arena, messages, err));
        if (even) TRY(csv_check_header(&table, survey, arena, messages, err));
        if (survey && table.n_rows == 0)
            messages_add(messages, CADRE_WARNING, file_origin(path),
                         "has a header but no answers; expected one row per answer");
    }
    *out = table;
    return CADRE_OK;
}
