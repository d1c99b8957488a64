/* csv_tabs.h: quotes in tab-separated files. Excel quotes there as in CSV, a form's export does not quote at all. */
#ifndef READ_CSV_TABS_H
#define READ_CSV_TABS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether quotes are text: unless every quote of the file opens a cell, closes it or stands doubled within one. `some_quoted`:
 * a cell on one line stands in quotes as a whole all the same. Cost O(size). */
bool tab_quotes_are_text(const char *text, size_t size, bool *some_quoted);

typedef enum TabCell { TAB_CELL_PLAIN, TAB_CELL_QUOTED, TAB_CELL_HALF_QUOTED } TabCell;

/* Take the quotes off a cell (cell[0..length), then '\0', length > 0) that stands in quotes as a whole, in place. One that
 * otherwise begins with a quote, or ends with its only one, is half quoted. */
TabCell tab_cell_unquote(char *cell, size_t length);

#endif
