/* verify_cells.h: cells of a result as text: what they must say, and rows found by their names. */
#ifndef VERIFY_VERIFY_CELLS_H
#define VERIFY_VERIFY_CELLS_H

#include "verify/verify_judge.h"

enum { NUMBER_SIZE = 32 }; /* room for any number that a cell can hold */

/* Hundredths as a plain decimal without trailing zeros: 4, 3.5, 0.25. */
const char *verify_hours_text(char text[NUMBER_SIZE], int64_t hundredths);

/* `text` fit for one line of a message: quoted, control characters blanked, cut after 80 bytes; "blank" where it is "". */
const char *verify_show(Judge *judge, const char *text);

/* Whether a table has exactly these columns; a message where not. */
bool verify_header(Judge *judge, const Table *table, const char *const header[], int n_columns);

/* The cell must say this; else a message. */
void verify_cell_text(Judge *judge, const Table *table, int row, int column, const char *expected);
void verify_cell_number(Judge *judge, const Table *table, int row, int column, int64_t expected);
void verify_cell_points(Judge *judge, const Table *table, int row, int column, int expected); /* blank below 0 */
void verify_cell_hours(Judge *judge, const Table *table, int row, int column, int64_t hundredths);

/* A violation at a cell (column -1: the row). */
#define VERIFY_FAIL(judge, table, row, column, ...)                                                                            \
    messages_add((judge)->messages, CADRE_ERROR, table_origin((table), (row), (column)), __VA_ARGS__)
/* A violation of a file as a whole. */
#define VERIFY_FAIL_FILE(judge, path, ...) messages_add((judge)->messages, CADRE_ERROR, (Origin){(path), 0, 0}, __VA_ARGS__)

/* The person or group that a cell names, exactly as results print it: -1, with a message that names the nearest known one,
 * where unknown. Cost O(log n). */
int verify_cell_person(Judge *judge, const Table *table, int row, int column);
int verify_cell_group(Judge *judge, const Table *table, int row, int column);

/* The row of each group or person in a table whose first column holds them: -1 where it is missing. Unknown, repeated,
 * misplaced and missing rows are messages. NULL where there is no memory. */
int *verify_group_rows(Judge *judge, const Table *table);
int *verify_person_rows(Judge *judge, const Table *table);

/* Group n items by keys[i] in 0..n_keys-1; a negative key leaves the item out. False where there is no memory. */
bool verify_buckets(Judge *judge, Buckets *out, const int *keys, int n, int n_keys);

const char *verify_site_text(const Model *model, int site); /* "" for -1 */

#endif
