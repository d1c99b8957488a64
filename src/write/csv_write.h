/* csv_write.h: one CSV text, row by row: comma-separated, quoted only where a cell needs it, lines ended by LF. */
#ifndef WRITE_CSV_WRITE_H
#define WRITE_CSV_WRITE_H

#include "base/text_buffer.h"

typedef struct CsvWriter {
    TextBuffer text;
    bool row_begun;
} CsvWriter;

/* A cell of our own words, which no spreadsheet takes for a formula: a header, yes, no. */
void csv_word(CsvWriter *csv, const char *word);

/* A cell of text from people: where it begins with = + - @ tab CR or ', one ' goes before it, so that no spreadsheet runs it.
 */
void csv_text(CsvWriter *csv, const char *text);

void csv_number(CsvWriter *csv, int64_t number);
void csv_hundredths(CsvWriter *csv, int hundredths); /* 4, 3.5, 0.25 */
void csv_blank(CsvWriter *csv);
void csv_number_or_blank(CsvWriter *csv, int64_t number, bool is_there);
void csv_end_row(CsvWriter *csv);

/* The row of column names. */
void csv_header(CsvWriter *csv, const char *const *names, int n);

#define CSV_HEADER(csv, ...)                                                                                                   \
    do {                                                                                                                       \
        static const char *const names[] = {__VA_ARGS__};                                                                      \
        csv_header((csv), names, (int)(sizeof names / sizeof *names));                                                         \
    } while (0)

#endif
