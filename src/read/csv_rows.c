#include "read/csv_rows.h"

#include <csv.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "read/csv_read.h"

enum {
    NO_QUOTE = 0xFF,   /* a byte that decoded text never has: in tab-separated files quotes are text */
    CELL_BUFFER = 4096 /* libcsv grows its buffer by this much */
};

typedef struct Splitter {
    struct csv_parser parser;
    const char *file;
    const EncodedText *text;
    char separator;
    Arena *arena;
    Messages *messages;
    CsvRows *out;
    LIST(const char *) cells; /* of the row being read */
    int line;                 /* present physical line */
    int row_line, cell_line;  /* where the present row and cell begin */
    int number;               /* spreadsheet number of the last row; 0 before the header */
    bool row_faulty, row_ended, no_memory;
} Splitter;

static void fault(Splitter *splitter, const char *text)
{
    Origin origin = {splitter->file, splitter->cell_line, splitter->cells.n + 1};
    messages_add(splitter->messages, CADRE_ERROR, origin, "%s", text);
    splitter->row_faulty = splitter->out->faulty = true;
}

/* A cell of a tab-separated file that as a whole stands in quotes, as Excel writes one with a comma in it: without them. */
static const char *unquote(Splitter *splitter, char *cell, size_t length)
{
    if (splitter->separator != '\t' || length < 2 || cell[0] != '"' || cell[length - 1] != '"') return cell;
    for (size_t i = 1; i < length - 1; i++)
        if (cell[i] == '"' && (++i == length - 1 || cell[i] != '"')) return cell;
    size_t kept = 0;
    for (size_t i = 1; i < length - 1; i++) {
        cell[kept++] = cell[i];
        if (cell[i] == '"') i++;
    }
    cell[kept] = '\0';
    return cell;
}

static void check_cell(Splitter *splitter, const char *cell, size_t length)
{
    if (length > csv_limits.max_cell_bytes)
        fault(splitter, "the cell is over 1 MiB long; expected a closing quote before that");
    if (!splitter->text->damaged) return;
    if (strchr(cell, ENCODING_NUL)) fault(splitter, "the cell holds a NUL character; expected text");
    if (strchr(cell, ENCODING_BAD_BYTE)) {
        const char *text =
            arena_print(splitter->arena, "the cell holds bytes that are not valid %s; expected a sheet saved as CSV UTF-8",
                        splitter->text->name);
        splitter->no_memory |= !text;
        fault(splitter, text ? text : "");
    }
}

/* libcsv's callback at the end of a cell. */
static void take_cell(void *bytes, size_t length, void *data)
{
    Splitter *splitter = data;
    const char *cell = "";
    if (length > 0) {
        char *copy = arena_copy_n(splitter->arena, bytes, length);
        if (!copy) {
            splitter->no_memory = true;
            return;
        }
        check_cell(splitter, copy, length);
        cell = unquote(splitter, copy, length);
    }
    if (!LIST_PUSH(splitter->arena, &splitter->cells, cell)) splitter->no_memory = true;
    splitter->cell_line = splitter->line;
}

static bool row_is_blank(const Splitter *splitter)
{
    for (int i = 0; i < splitter->cells.n; i++)
        if (!text_is_blank(splitter->cells.items[i])) return false;
    return true;
}

static void keep_row(Splitter *splitter)
{
    size_t n = (size_t)splitter->cells.n;
    const char **cells = ARENA_ARRAY(splitter->arena, const char *, n);
    if (!cells) {
        splitter->no_memory = true;
        return;
    }
    memcpy(cells, splitter->cells.items, n * sizeof *cells);
    CsvRow row = {cells, splitter->cells.n, splitter->row_line, splitter->number};
    if (!LIST_PUSH(splitter->arena, &splitter->out->rows, row)) splitter->no_memory = true;
}

/* libcsv's callback at the end of a row. */
static void take_row(int terminator, void *data)
{
    (void)terminator;
    Splitter *splitter = data;
    bool blank = row_is_blank(splitter) && !splitter->row_faulty;
    if (!blank || splitter->number > 0) splitter->number++;
    if (!blank && !splitter->row_faulty) keep_row(splitter);
    splitter->cells.n = 0;
    splitter->row_faulty = false;
    splitter->row_ended = true;
}

static CadreStatus parser_start(Splitter *splitter, CadreError *err)
{
    struct csv_parser *parser = &splitter->parser;
    if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return error_no_memory(err);
    csv_set_delim(parser, (unsigned char)splitter->separator);
    if (splitter->separator == '\t') csv_set_quote(parser, NO_QUOTE);
    csv_set_realloc_func(parser, memory_resize);
    csv_set_free_func(parser, memory_free);
    csv_set_blk_size(parser, CELL_BUFFER);
    return CADRE_OK;
}

/* After a stray quote: say so, leave the row out and begin anew with the next line. */
static CadreStatus skip_stray_quote(Splitter *splitter, CadreError *err)
{
    if (splitter->parser.quoted) {
        const char *text = arena_print(splitter->arena,
                                       "text follows the closing quote of the cell (on line %d); expected the end of the cell, "
                                       "or the quote doubled if it belongs to the text",
                                       splitter->line);
        splitter->no_memory |= !text;
        fault(splitter, text ? text : "");
    } else {
        fault(splitter, "a quote stands inside an unquoted cell; expected the cell in quotes and the quote doubled");
    }
    csv_free(&splitter->parser);
    take_row(0, splitter);
    return parser_start(splitter, err);
}

static CadreStatus feed_line(Splitter *splitter, const char *start, size_t length, CadreError *err)
{
    splitter->row_ended = false;
    size_t taken = csv_parse(&splitter->parser, start, length, take_cell, take_row, splitter);
    if (splitter->no_memory) return error_no_memory(err);
    if (taken == length) return CADRE_OK;
    if (csv_error(&splitter->parser) != CSV_EPARSE) return error_no_memory(err);
    return skip_stray_quote(splitter, err);
}

/* The length of the physical line at `start`, its end (CRLF, LF or CR) included. */
static size_t line_length(const char *start, const char *end)
{
    const char *at = start;
    while (at < end && *at != '\n' && *at != '\r') at++;
    if (at < end && *at == '\r' && at + 1 < end && at[1] == '\n') at++;
    return (size_t)(at - start) + (at < end);
}

static bool line_is_blank(const char *start, size_t length, char separator)
{
    for (size_t i = 0; i < length; i++)
        if (start[i] == separator || !strchr(" \t\r\n", start[i])) return false;
    return true;
}

static CadreStatus finish(Splitter *splitter, CadreError *err)
{
    if (csv_fini(&splitter->parser, take_cell, take_row, splitter) != 0) {
        if (csv_error(&splitter->parser) != CSV_EPARSE) return error_no_memory(err);
        fault(splitter, "the quote that opens the cell is never closed; expected a closing quote");
    }
    return splitter->no_memory ? error_no_memory(err) : CADRE_OK;
}

static CadreStatus split_lines(Splitter *splitter, CadreError *err)
{
    const char *at = splitter->text->text, *end = at + splitter->text->size;
    splitter->row_ended = true;
    for (splitter->line = 1; at < end; splitter->line++) {
        size_t length = line_length(at, end);
        if (splitter->row_ended && line_is_blank(at, length, splitter->separator)) {
            splitter->number += splitter->number > 0;
        } else {
            if (splitter->row_ended) splitter->row_line = splitter->cell_line = splitter->line;
            TRY(feed_line(splitter, at, length, err));
        }
        at += length;
    }
    return finish(splitter, err);
}

CadreStatus csv_rows_split(CsvRows *out, const char *file, const EncodedText *text, char separator, Arena *arena,
                           Messages *messages, CadreError *err)
{
    *out = (CsvRows){0};
    Splitter splitter = {.file = file, .text = text, .separator = separator, .arena = arena, .messages = messages, .out = out};
    TRY(parser_start(&splitter, err));
    CadreStatus status = split_lines(&splitter, err);
    csv_free(&splitter.parser);
    return status;
}
