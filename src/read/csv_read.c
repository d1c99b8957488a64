/* csv_read.c: file -> bytes -> UTF-8 -> rows -> a rectangular table, or messages that say why not. */
#include "read/csv_read.h"

#include <string.h>

#include "base/files.h"
#include "base/names.h"
#include "base/text.h"
#include "read/csv_rows.h"
#include "read/csv_separator.h"

const CsvLimits csv_limits = {
    .max_bytes = (size_t)1 << 30, .max_cell_bytes = (size_t)1 << 20, .max_columns = 4096, .max_rows = 5000000};

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

static void note_format(const char *path, const EncodedText *text, char separator, Messages *messages)
{
    if (strcmp(text->name, "UTF-8") == 0 && separator == ',') return;
    messages_add(messages, CADRE_NOTE, file_origin(path), "read as %s, separated by %s", text->name,
                 separator == ','   ? "commas"
                 : separator == ';' ? "semicolons"
                                    : "tabs");
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
    char separator = csv_separator_named(text.text, text.size);
    if (separator) {
        text.text += CSV_SEPARATOR_MARK; /* a blank line is left, so that lines are counted as they stand */
        text.size -= CSV_SEPARATOR_MARK;
    } else {
        separator = csv_separator_find(text.text, text.size);
    }
    note_format(path, &text, separator, messages);
    return csv_rows_split(out, path, &text, separator, arena, messages, err);
}

static int count_cells(const CsvRow *row)
{
    int n = row->n;
    while (n > 0 && text_is_blank(row->cells[n - 1])) n--;
    return n;
}

/* Qualtrics writes the questions' texts and {"ImportId": ...} under the header. */
static bool has_import_ids(const CsvRows *rows)
{
    if (rows->rows.n < 3) return false;
    const CsvRow *third = &rows->rows.items[2];
    for (int i = 0; i < third->n; i++)
        if (!text_is_blank(third->cells[i])) return third->cells[i][0] == '{' && strstr(third->cells[i], "\"ImportId\"");
    return false;
}

/* Every row must reach to the last header; what lies beyond the header's own cells must be blank. */
static void check_widths(const CsvRows *rows, const char *path, Messages *messages)
{
    const CsvRow *header = &rows->rows.items[0];
    int n_least = count_cells(header);
    for (int i = 1; i < rows->rows.n; i++) {
        const CsvRow *row = &rows->rows.items[i];
        if (row->n >= n_least && count_cells(row) <= header->n) continue;
        int column = 1 + (row->n < header->n ? row->n : header->n); /* the first cell missing or too many */
        messages_add(messages, CADRE_ERROR, (Origin){path, row->line, column},
                     "the row has %d cell%s; expected %d, as the header has", row->n, row->n == 1 ? "" : "s", header->n);
    }
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
    int n_most = rows->rows.items[0].n, n_columns = 0; /* longer rows are told by check_widths */
    for (int i = 0; i < rows->rows.n; i++) {
        int n = count_cells(&rows->rows.items[i]);
        if (n > n_columns && n <= n_most) n_columns = n;
    }
    return n_columns;
}

/* Copy rows [first, n) of `rows`, each padded or cut to table->n_columns, under the header. */
static CadreStatus fill_table(Table *table, const CsvRows *rows, int first, Arena *arena, CadreError *err)
{
    size_t n_columns = (size_t)table->n_columns, n_rows = (size_t)(rows->rows.n - first);
    const char **header = ARENA_ARRAY(arena, const char *, n_columns);
    const char **cells = ARENA_ARRAY(arena, const char *, n_rows *n_columns);
    int *line = ARENA_ARRAY(arena, int, n_rows), *number = ARENA_ARRAY(arena, int, n_rows);
    if (!header || !cells || !line || !number) return error_no_memory(err);
    const CsvRow *top = &rows->rows.items[0];
    for (size_t i = 0; i < n_columns; i++) header[i] = i < (size_t)top->n ? top->cells[i] : "";
    for (size_t row = 0; row < n_rows; row++) {
        const CsvRow *source = &rows->rows.items[(size_t)first + row];
        for (size_t i = 0; i < n_columns; i++) cells[row * n_columns + i] = i < (size_t)source->n ? source->cells[i] : "";
        line[row] = source->line;
        number[row] = source->number;
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
        check_widths(&rows, path, messages);
        table.n_columns = count_columns(&rows);
        int first = survey && has_import_ids(&rows) ? 3 : 1;
        TRY(fill_table(&table, &rows, first, arena, err));
        if (!survey) TRY(check_headers(&table, arena, messages, err));
        if (survey && table.n_rows == 0)
            messages_add(messages, CADRE_WARNING, file_origin(path),
                         "has a header but no answers; expected one row per answer");
    }
    *out = table;
    return CADRE_OK;
}
