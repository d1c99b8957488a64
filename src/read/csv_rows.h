/* csv_rows.h: CSV text -> rows of cells with their places. The only user of libcsv, which counts no lines: it is fed one
 * physical line at a time, so that the line on which a row begins is known. */
#ifndef READ_CSV_ROWS_H
#define READ_CSV_ROWS_H

#include "read/encoding.h"

typedef struct CsvRow {
    size_t first; /* its cells are CsvRows.cells[first .. first + n) */
    int n;
    int line;   /* physical line on which it begins */
    int number; /* as a spreadsheet counts, the first row that is not blank being 1 */
} CsvRow;

/* A cell that as a whole stands in apostrophes or curly quotes, which quote nothing in CSV. */
typedef struct CsvOddQuote {
    int line, column, number; /* column from 1, number of the row */
} CsvOddQuote;

typedef struct CsvRows {
    const char **cells; /* white space around an unquoted cell is gone */
    size_t n_cells;
    LIST(CsvRow) rows; /* without those that are blank or hold a fault */
    LIST(CsvOddQuote) odd_quotes;
    bool faulty; /* something was wrong, and told */
} CsvRows;

/**
 * Split text into rows. The cells are packed into the text's own bytes, so that `text` is used up. Stray or unclosed quotes,
 * undecodable bytes and rows or cells that are too long are messages; the row is left out and reading goes on with the next
 * line. Between tabs a quote is text, unless every quote of the file stands as CSV has it.
 * Errors: CADRE_NO_MEMORY. Cost O(size); memory 8 bytes a cell beyond the text.
 */
CadreStatus csv_rows_split(CsvRows *out, const char *file, const EncodedText *text, char separator, Arena *arena,
                           Messages *messages, CadreError *err);

static inline const char *csv_row_cell(const CsvRows *rows, const CsvRow *row, int column)
{
    return rows->cells[row->first + (size_t)column];
}

#endif
