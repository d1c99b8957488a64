/* csv_separator.h: which of comma, semicolon and tab separates the cells of a file. */
#ifndef READ_CSV_SEPARATOR_H
#define READ_CSV_SEPARATOR_H

#include <stddef.h>

typedef struct CsvSeparator {
    char byte;    /* ',' ';' or '\t' */
    char rival;   /* another of them under which the rows are a table just as well; '\0' where there is none */
    char foreign; /* what seems to separate the cells where none of the three does; '\0' where nothing does */
} CsvSeparator;

/* The separator under which most of the first 100 rows have as many cells as the header has; of equal ones that which gives
 * the header most cells; a comma where none gives it two. Cost O(bytes of those rows). */
CsvSeparator csv_separator_find(const char *text, size_t size);

enum { CSV_SEPARATOR_MARK = 5 }; /* bytes of `sep=;` */

/* The separator that a first line `sep=;` names, as Excel reads it (of comma, semicolon and tab); '\0' where there is none. */
char csv_separator_named(const char *text, size_t size);

#endif
