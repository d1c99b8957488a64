/* error.h: faults (a status and one line) and findings about the input (messages, all of a run's at once). */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/arena.h"
#include "cadre/cadre.h"

/* Fill `err` and return `status`, for `return error_set(...)`. */
CadreStatus error_set(CadreError *err, CadreStatus status, const char *format, ...) __attribute__((format(printf, 3, 4)));
CadreStatus error_no_memory(CadreError *err);

/* Tell a fault of another place: where its text begins with `from`, `to` takes that place. Returns `status`. */
CadreStatus error_retell(CadreError *err, CadreStatus status, const char *from, const char *to);

#define TRY_OR(label, call)                                                                                                    \
    do {                                                                                                                       \
        if ((status = (call)) != CADRE_OK) goto label;                                                                         \
    } while (0)
#define TRY(call)                                                                                                              \
    do {                                                                                                                       \
        CadreStatus try_status_ = (call);                                                                                      \
        if (try_status_ != CADRE_OK) return try_status_;                                                                       \
    } while (0)

/* A place in an input file. line counts physical lines from 1 (that on which the cell begins); column counts cells from 1;
 * 0 where there is none. `file` is as the user named it, for a plan's sheet FOLDER/SHEET.csv. */
typedef struct Origin {
    const char *file;
    int line, column;
} Origin;

typedef struct Messages Messages;

Messages *messages_create(Arena *arena); /* NULL where there is no memory */

/* Add a finding, "what is wrong; what was expected". Running out of memory is remembered and told by messages_status. The
 * same text at the same place is kept once. */
void messages_add(Messages *messages, CadreSeverity severity, Origin origin, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

int messages_errors(const Messages *messages);
int messages_count(const Messages *messages);

/* Hand all findings not yet handed out to the listener, ordered by file (first seen first), line, column; CADRE_INPUT where
 * any error was ever added, CADRE_NO_MEMORY where one was lost. Cost O(n log n). */
CadreStatus messages_flush(Messages *messages, const CadreListener *listener, CadreError *err);

#endif
