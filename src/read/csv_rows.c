#include "read/csv_rows.h"

#include <assert.h>
#include <csv.h>
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "read/csv_read.h"
#include "read/csv_tabs.h"

enum {
    NO_QUOTE = 0xFF,      /* a byte that decoded text never has: in tab-separated files quotes are text */
    COUNTED_AT_ONCE = 192 /* bytes; so few that their count fits a byte */
};

/* libcsv writes each cell straight to its place: its buffer is the text itself, behind what it has taken, which every cell and
 * its end outweigh. It is moved on after each cell and never grows. */
typedef struct Splitter {
    struct csv_parser parser;
    const char *file;
    const EncodedText *text;
    char separator;
    bool quotes_are_text; /* between tabs */
    bool some_quoted;     /* then: but a cell stands in quotes as a whole */
    size_t longest_plain; /* a longer cell may have something amiss; 0 where any may */
    Arena *arena;
    Messages *messages;
    CsvRows *out;
    const unsigned char *row_packed; /* where the row began in libcsv's buffer */
    const char *next_lf, *next_cr;   /* the next line ends from where it was last looked for */
    size_t row_start;                /* of CsvRows.cells */
    int n_odd_before;                /* odd quotes before this row */
    int line;                        /* present physical line */
    int row_line, cell_line;         /* where the present row and cell begin */
    int number;                      /* spreadsheet number of the last row; 0 before the header */
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

static const bool begins_odd_quote[UCHAR_MAX + 1] = {['\''] = true, ['`'] = true, [0xE2] = true};

/* Whether the cell stands in apostrophes, accents or curly quotes. Two apostrophes, or one before what a formula begins with,
 * are Cadre's own guard. */
static bool is_oddly_quoted(const char *cell, size_t length)
{
    if (cell[0] == '`') return length > 2 && cell[length - 1] == '`';
    if (cell[0] == '\'') return length > 2 && cell[length - 1] == '\'' && !strchr("'=+-@", cell[1]);
    return strncmp(cell, "\u201C", 3) == 0 && ends_with(cell, length, "\u201D", 3);
}

/* Not inlined: the registers that it needs would be saved for every cell. */
__attribute__((noinline)) static void check_cell(Splitter *splitter, char *cell, size_t length)
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

/* libcsv's callback at the end of a cell, which is ended by a '\0'. */
static void take_cell(void *bytes, size_t length, void *data)
{
    Splitter *splitter = data;
    char *cell = bytes;
    if (length > 0) {
        assert(bytes == splitter->parser.entry_buf);
        if (length > splitter->longest_plain || begins_odd_quote[(unsigned char)cell[0]]) check_cell(splitter, cell, length);
        splitter->parser.entry_buf += length + 1;
    }
    splitter->out->cells[splitter->out->n_cells++] = length > 0 ? cell : "";
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
    if ((size_t)(splitter->parser.entry_buf - splitter->row_packed) <= csv_limits.max_row_bytes) return;
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
    splitter->row_packed = splitter->parser.entry_buf;
    splitter->row_faulty = false;
    splitter->row_ended = true;
}

/* Begin with a row whose cells go to `buffer`. */
static void parser_start(Splitter *splitter, unsigned char *buffer)
{
    struct csv_parser *parser = &splitter->parser;
    int refused = csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    assert(refused == 0); /* only without a parser */
    (void)refused;
    csv_set_delim(parser, (unsigned char)splitter->separator);
    if (splitter->quotes_are_text) csv_set_quote(parser, NO_QUOTE);
    parser->entry_buf = buffer;
    parser->entry_size = splitter->text->size + 1;
}

/* After a stray quote: say so, leave the row out and begin anew with the next line. */
static void skip_stray_quote(Splitter *splitter)
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
    take_row(0, splitter);
    parser_start(splitter, splitter->parser.entry_buf);
}

static CadreStatus feed_line(Splitter *splitter, const char *start, size_t length, CadreError *err)
{
    splitter->row_ended = false;
    size_t taken = csv_parse(&splitter->parser, start, length, take_cell, take_row, splitter);
    if (taken < length && !splitter->no_memory) skip_stray_quote(splitter);
    return splitter->no_memory ? error_no_memory(err) : CADRE_OK;
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
    if (csv_fini(&splitter->parser, take_cell, take_row, splitter) != 0)
        fault(splitter, "the quote that opens the cell is never closed; expected a closing quote");
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
    for (size_t start = 0; start < text->size; start += COUNTED_AT_ONCE) {
        size_t end = text->size - start < COUNTED_AT_ONCE ? text->size : start + COUNTED_AT_ONCE;
        unsigned char ends = 0; /* so narrow that the compiler counts many bytes at once */
        for (size_t i = start; i < end; i++) {
            char byte = text->text[i];
            ends = (unsigned char)(ends + ((byte == separator) | (byte == '\n') | (byte == '\r')));
        }
        n += ends;
    }
    return n;
}

CadreStatus csv_rows_split(CsvRows *out, const char *file, const EncodedText *text, char separator, Arena *arena,
                           Messages *messages, CadreError *err)
{
    *out = (CsvRows){.cells = ARENA_ARRAY(arena, const char *, most_cells(text, separator))};
    if (!out->cells) return error_no_memory(err);
    Splitter splitter = {.file = file, .text = text, .separator = separator, .arena = arena, .messages = messages, .out = out};
    if (separator == '\t') splitter.quotes_are_text = tab_quotes_are_text(text->text, text->size, &splitter.some_quoted);
    splitter.longest_plain = text->damaged || splitter.quotes_are_text ? 0 : csv_limits.max_cell_bytes;
    parser_start(&splitter, (unsigned char *)text->text);
    splitter.row_packed = splitter.parser.entry_buf;
    return split_lines(&splitter, err);
}
