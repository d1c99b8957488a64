/* reminder_list.h: the columns of the list of who has not answered, between the writer of it and the reader, which must not
 * take it for a survey. */
#ifndef MODEL_REMINDER_LIST_H
#define MODEL_REMINDER_LIST_H

#include <stdbool.h>
#include <string.h>

enum { REMINDER_COLUMNS = 5 };

static const char *const reminder_columns[REMINDER_COLUMNS] = {"person", "name", "email", "site", "missing"};

/* Whether a header is that of such a list. */
static inline bool is_reminder_list(const char *const header[], int n_columns)
{
    bool same = n_columns == REMINDER_COLUMNS;
    for (int i = 0; same && i < REMINDER_COLUMNS; i++) same = strcmp(header[i], reminder_columns[i]) == 0;
    return same;
}

#endif
