#include "read/csv_rows.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "read/csv_read.h"
#include "read/csv_tabs.h"

enum {
    NO_QUOTE = 0xFF,   /* a byte that decoded text never has: in tab-separated files quotes are text */
    CELL_BUFFER = 4096 /* libcsv grows its buffer by this much */
};

typedef struct Splitter {
    struct csv_parser parser;
    const char *file;
    const EncodedText *text;
    char separator;
    bool quotes_are_text; /* between tabs */
    bool some_quoted;     /* then: but a cell stands in quotes as a whole */
    Arena *arena;
    Messages *messages;
    CsvRows *out;
    char *packed;     /* where the next cell goes: behind what libcsv has taken, which every cell and its end outweigh */
    char *row_packed; /* where the row began */
    const char *next_lf, *next_cr; /* the next line ends from where it was last looked for */
    size_t row_start;              /* of CsvRows.cells */
    int n_odd_before;              /* odd quotes before this row */
    int line;                      /* present physical line */
    int row_line, cell_line;       /* where the present row and cell begin */
    int number;                    /* spreadsheet number of the last row; 0 before the header */
    bool row_faulty, row_ended, no_memory;
} Splitter;

static int cells_in_row(const Splitter *splitter) { return (int)(splitter->out->n_cells - splitter->row_start); }

static Origin cell_origin(const Splitter *splitter)
{
    return (Origin){splitter->file, splitter->cell_line, cells_in_row(splitter) + 1};
}

static void fault(Splitter *splitter, const char *text)
{
    messages_add(splitter->messages, CADRE_ERROR, cell_origin(splitter), "%s", text);
    splitter->row_faulty = splitter->out->faulty = true;
}

/* A cell where quotes are text: one that as a whole stands in quotes is taken without them, and one that only begins with a
 * quote is told. */
static void unquote(Splitter *splitter, char *cell, size_t length)
{
    if (tab_cell_unquote(cell, length) != TAB_CELL_HALF_QUOTED) return;
    if (splitter->some_quoted)
        fault(splitter, "the cell has a quote at one end only, and others stand in quotes; expected a quote at both ends");
    else if (cell[0] == '"')
        messages_add(splitter->messages, CADRE_WARNING, cell_origin(splitter),
                     "a quote begins the cell and none ends it, so it is taken as text; expected a quote at both ends");
}

static void check_damage(Splitter *splitter, const char *cell)
{
    if (strchr(cell, ENCODING_NUL)) fault(splitter, "the cell holds a NUL character; expected text");
    if (strchr(cell, ENCODING_CONTROL)) fault(splitter, "the cell holds a control character; expected text");
    if (!strchr(cell, ENCODING_BAD_BYTE)) return;
    const char *text =
        arena_print(splitter->arena, "the cell holds bytes that are not valid %s; expected a sheet saved as CSV UTF-8",
                    splitter->text->name);
    splitter->no_memory |= !text;
    fault(splitter, text ? text : "");
}

static bool ends_with(const char *cell, size_t length, const char *end, size_t end_length)
{
    return length >= end_length && memcmp(cell + length - end_length, end, end_length) == 0;
}

/* Whether the cell stands in apostrophes, accents or curly quotes. Two apostrophes, or one before what a formula begins with,
 * are Cadre's own guard. */
static bool is_oddly_quoted(const char *cell, size_t length)
{
    if (cell[0] == '`') return length > 2 && cell[length - 1] == '`';
    if (cell[0] == '\'') return length > 2 && cell[length - 1] == '\'' && !strchr("'=+-@", cell[1]);
    return strncmp(cell, "\u201C", 3) == 0 && ends_with(cell, length, "\u201D", 3);
}

/* Whether nothing is amiss with a cell, by what nearly all cells show at once. */
static inline bool is_plain(const Splitter *splitter, const char *cell, size_t length)
{
    bool marked = cell[0] == '\'' || cell[0] == '`' || cell[0] == '\xE2';
    return !marked && !splitter->text->damaged && !splitter->quotes_are_text && length <= csv_limits.max_cell_bytes;
}

static void check_cell(Splitter *splitter, char *cell, size_t length)
{
    if (length > csv_limits.max_cell_bytes)
        fault(splitter, "the cell is over 1 MiB long; expected a closing quote before that");
    if (splitter->text->damaged) check_damage(splitter, cell);
    if (is_oddly_quoted(cell, length)) {
        CsvOddQuote odd = {splitter->cell_line, cells_in_row(splitter) + 1, splitter->number + 1};
        if (!LIST_PUSH(splitter->arena, &splitter->out->odd_quotes, odd)) splitter->no_memory = true;
    }
    if (splitter->quotes_are_text) unquote(splitter, cell, length);
}

/* libcsv's callback at the end of a cell. */
static void take_cell(void *bytes, size_t length, void *data)
{
    Splitter *splitter = data;
    const char *cell = "";
    if (length > 0) {
        char *copy = splitter->packed;
        memcpy(copy, bytes, length);
        copy[length] = '\0';
        splitter->packed += length + 1;
        assert(splitter->packed <= splitter->text->text + splitter->text->size + 1);
        if (!is_plain(splitter, copy, length)) check_cell(splitter, copy, length);
        cell = copy;
    }
    splitter->out->cells[splitter->out->n_cells++] = cell;
    splitter->cell_line = splitter->line;
}

static bool row_is_blank(const Splitter *splitter)
{
    for (size_t i = splitter->row_start; i < splitter->out->n_cells; i++)
        if (!text_is_blank(splitter->out->cells[i])) return false;
    return true;
}

static void check_row(Splitter *splitter)
{
    if ((size_t)(splitter->packed - splitter->row_packed) <= csv_limits.max_row_bytes) return;
    messages_add(splitter->messages, CADRE_ERROR, (Origin){splitter->file, splitter->row_line, 1},
                 "the row is over 16 MiB long; expected a line end before that");
    splitter->row_faulty = splitter->out->faulty = true;
}

/* libcsv's callback at the end of a row. */
static void take_row(int terminator, void *data)
{
    (void)terminator;
    Splitter *splitter = data;
    CsvRows *out = splitter->out;
    check_row(splitter);
    bool blank = !splitter->row_faulty && row_is_blank(splitter);
    if (!blank || splitter->number > 0) splitter->number++;
    if (blank || splitter->row_faulty) {
        out->n_cells = splitter->row_start;
        out->odd_quotes.n = splitter->n_odd_before;
    } else {
        CsvRow row = {splitter->row_start, cells_in_row(splitter), splitter->row_line, splitter->number};
        if (!LIST_PUSH(splitter->arena, &out->rows, row)) splitter->no_memory = true;
    }
    splitter->row_start = out->n_cells;
    splitter->n_odd_before = out->odd_quotes.n;
    splitter->row_packed = splitter->packed;
    splitter->row_faulty = false;
    splitter->row_ended = true;
}

static CadreStatus parser_start(Splitter *splitter, CadreError *err)
{
    struct csv_parser *parser = &splitter->parser;
    if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return error_no_memory(err);
    csv_set_delim(parser, (unsigned char)splitter->separator);
    if (splitter->quotes_are_text) csv_set_quote(parser, NO_QUOTE);
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

/* Where `byte` is next, `end` where it is no more; `known` is the last answer. */
static const char *find_next(const char *known, int byte, const char *at, const char *end)
{
    if (known >= at) return known;
    const char *found = memchr(at, byte, (size_t)(end - at));
    return found ? found : end;
}

/* The length of the physical line at `start`, its end (CRLF, LF or CR) included. */
static size_t line_length(Splitter *splitter, const char *start, const char *end)
{
    const char *lf = splitter->next_lf = find_next(splitter->next_lf, '\n', start, end);
    const char *cr = splitter->next_cr = find_next(splitter->next_cr, '\r', start, end);
    const char *at = lf < cr ? lf : cr;
    if (at == cr && cr + 1 == lf && lf < end) at = lf;
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
        size_t length = line_length(splitter, at, end);
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

/* Every cell but the last ends with a separator or a line end. */
static size_t most_cells(const EncodedText *text, char separator)
{
    size_t n = 1;
    for (size_t i = 0; i < text->size; i++)
        n += (size_t)((text->text[i] == separator) | (text->text[i] == '\n') | (text->text[i] == '\r'));
    return n;
}

CadreStatus csv_rows_split(CsvRows *out, const char *file, const EncodedText *text, char separator, Arena *arena,
                           Messages *messages, CadreError *err)
{
    *out = (CsvRows){.cells = ARENA_ARRAY(arena, const char *, most_cells(text, separator))};
    if (!out->cells) return error_no_memory(err);
    Splitter splitter = {.file = file, .text = text, .separator = separator, .arena = arena, .messages = messages, .out = out};
    splitter.packed = splitter.row_packed = text->text;
    if (separator == '\t') splitter.quotes_are_text = tab_quotes_are_text(text->text, text->size, &splitter.some_quoted);
    TRY(parser_start(&splitter, err));
    CadreStatus status = split_lines(&splitter, err);
    csv_free(&splitter.parser);
    return status;
}
