/* table.h: a sheet as text: a header and rows of cells, each with its place. Filled by read/csv_read. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/error.h"

typedef struct Table {
    const char *file;          /* as the user named it */
    const char *base_name;     /* the last part of the path, with its extension */
    int n_columns, n_rows;     /* rows without the header */
    const char *const *header; /* [n_columns] */
    const char *const *cells;  /* [n_rows][n_columns], valid UTF-8, never NULL; as in the file but for quoting */
    const int *line;           /* [n_rows], physical line on which the row begins */
    const int *row_number;     /* [n_rows], as a spreadsheet counts: the header is row 1, blank lines count */
    int header_line;
    const Origin *const *moved; /* [n_rows][1 + n_columns], or NULL, also for single rows: where the row and its cells come from
                                   instead (a scenario) */
} Table;

static inline const char *table_cell(const Table *table, int row, int column)
{
    return table->cells[(size_t)row * (size_t)table->n_columns + (size_t)column];
}

/* The place of a cell; column -1 means the row as a whole. */
static inline Origin table_origin(const Table *table, int row, int column)
{
    if (row >= 0 && table->moved && table->moved[row]) return table->moved[row][1 + column];
    return (Origin){table->file, row < 0 ? table->header_line : table->line[row], column + 1};
}

#endif
