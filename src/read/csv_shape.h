/* csv_shape.h: is what was split into rows one table with one header above it? What is not is told and never read as if it
 * were. */
#ifndef READ_CSV_SHAPE_H
#define READ_CSV_SHAPE_H

#include "base/table.h"
#include "read/csv_rows.h"

/* The cells of a row up to the last that is not blank. */
int csv_count_cells(const CsvRows *rows, const CsvRow *row);

/* Every row must have as many cells as the header; all may have fewer alike, or more, where what that leaves out is blank
 * names. Ragged rows are messages, one where most rows are alike and only the header differs. False where there are any. */
bool csv_check_widths(const CsvRows *rows, const char *file, Messages *messages);

/* Cells in apostrophes or curly quotes: an error where they seem to be the file's way of quoting (in the header, two in one
 * row, half the rows), else a warning at the first. */
void csv_check_quotes(const CsvRows *rows, const char *file, Messages *messages);

/**
 * Of a table whose rows have the header's width: the header again further down and, of a survey, a title above the header, an
 * answer in the header's place, a second header or a second table. What a header is shows by the columns of numbers, times and
 * e-mail addresses: no header holds one over a column of them, and no answer words in all of them. Messages.
 * Errors: CADRE_NO_MEMORY. Cost O(rows + cells of the first 256 rows).
 */
CadreStatus csv_check_header(const Table *table, bool survey, Arena *arena, Messages *messages, CadreError *err);

#endif
