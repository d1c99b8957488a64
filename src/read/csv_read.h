/* csv_read.h: bytes of a spreadsheet export -> Table. The only user of libcsv. */
#ifndef READ_CSV_READ_H
#define READ_CSV_READ_H

#include "base/table.h"

typedef struct CsvLimits {
    size_t max_bytes, max_row_bytes, max_cell_bytes;
    int max_columns, max_rows;
} CsvLimits;

extern const CsvLimits csv_limits; /* 1 GiB, 16 MiB, 1 MiB, 4096, 5,000,000 */

/**
 * Read a CSV file: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252; separated by commas, semicolons or tabs. What was
 * detected (where it is not UTF-8 and commas) is a note. Between tabs a quote inside a cell is text, and a cell that stands in
 * quotes as a whole is taken without them; in others only a quote inside a quoted cell, doubled, is allowed. Blank lines are
 * skipped, trailing blank columns dropped. Physical lines are counted over CRLF, LF and CR, within quoted cells too.
 * survey: a survey's blank or repeated headers are allowed, and Qualtrics' second and third header rows are skipped.
 *
 * Problems of the file's contents (ragged row, stray quote, NUL, undecodable byte, other separators and quotes, no header or a
 * second one, a title, two tables, empty file, ...) are messages with line and column, all of them, and CADRE_OK is then
 * returned all the same, so that what else is wrong can be told too: a ragged row is padded or cut, a row that cannot be read
 * is left out, and where there is no header to go by n_columns is 0. Rows with blank cells only are skipped. White space around
 * an unquoted cell is gone.
 * Errors: CADRE_IO, CADRE_NO_MEMORY leave `out` as it was. An unreadable file is a message too (CADRE_ERROR at the file).
 * Cost O(bytes).
 */
CadreStatus csv_read(Table *out, const char *path, bool survey, Arena *arena, Messages *messages, CadreError *err);

#endif
