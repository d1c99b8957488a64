/* overview_write.h: an overview and what was found beside it, as text for a terminal and as JSON; and the reminder list. */
#ifndef WRITE_OVERVIEW_WRITE_H
#define WRITE_OVERVIEW_WRITE_H

#include "explain/overview.h"

/* All that `cadre check` has to tell. */
typedef struct CheckReport {
    const Overview *overview; /* NULL where the people cannot be told from the input */
    int errors, warnings, notes;
    const CadreMessage *messages; /* for the JSON object */
    int n_messages;
    const char *reminders; /* the file for the reminder list, NULL where none is asked for */
} CheckReport;

enum { REPORT_WIDTH = 80 };

/* A text in lines of at most `width` columns, and of at most REPORT_WIDTH, so that it is the same wherever there are so many.
 * Of each list it shows the first few; the JSON object has all. */
CadreStatus check_report_text(const char **text, const CheckReport *report, int width, Arena *arena, CadreError *err);
CadreStatus check_report_json(const char **text, const CheckReport *report, Arena *arena, CadreError *err);

/* Whether there is anything to tell of who has not answered, so that a list can be written. */
bool reminders_known(const Overview *overview); /* NULL is allowed */

/* The reminder list as CSV, a row for each person who has not answered everything: person, name, email, site, missing. */
CadreStatus reminders_text(const char **text, size_t *size, const Overview *overview, Arena *arena, CadreError *err);

/* Whether the list may be put at `path`: nothing is there, or an earlier list. Errors: CADRE_INPUT for a path that must not be
 * replaced; CADRE_IO, CADRE_NO_MEMORY. */
CadreStatus reminders_target_check(const char *path, Arena *arena, CadreError *err);

#endif
