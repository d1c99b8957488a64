/* csv_rows.h: CSV text -> rows of cells with their places. The only user of libcsv, which counts no lines: it is fed one
 * physical line at a time, so that the line on which a row begins is known. */
#ifndef READ_CSV_ROWS_H
#define READ_CSV_ROWS_H

#include "read/encoding.h"

typedef struct CsvRow {
    const char *const *cells; /* [n]; white space around an unquoted cell is gone */
    int n;
    int line;   /* physical line on which it begins */
    int number; /* as a spreadsheet counts, the first row that is not blank being 1 */
} CsvRow;

typedef struct CsvRows {
    LIST(CsvRow) rows; /* without those that are blank or hold a fault */
    bool faulty;       /* something was wrong, and told */
} CsvRows;

/**
 * Split text into rows. Stray or unclosed quotes, undecodable bytes and cells that are too long are messages; the row is left
 * out and reading goes on with the next line.
 * Errors: CADRE_NO_MEMORY. Cost O(size).
 */
CadreStatus csv_rows_split(CsvRows *out, const char *file, const EncodedText *text, char separator, Arena *arena,
                           Messages *messages, CadreError *err);

#endif
