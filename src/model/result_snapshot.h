/* result_snapshot.h: what an earlier and a later result of one folder are compared by. */
#ifndef MODEL_RESULT_SNAPSHOT_H
#define MODEL_RESULT_SNAPSHOT_H

#include <stdbool.h>
#include <string.h>

#include "base/table.h"

typedef struct SnapshotFile {
    const char *path, *sha256;
} SnapshotFile;

/* A person, group and role of assignments.csv. */
typedef struct SnapshotSeat {
    const char *person, *name, *group, *role;
} SnapshotSeat;

typedef struct ResultSnapshot {
    bool there; /* false: there is no result, or none that can be read */
    LIST(SnapshotFile) files;
    const char *redacted; /* the mark of the key of its pseudonyms, NULL: people have their names */
    const char *plan;     /* as the command named it, with the next two; NULL where run.json does not say */
    LIST(const char *) surveys, scenarios;
    const char *from; /* the result that it mends, NULL: none */
    LIST(SnapshotSeat) seats;
} ResultSnapshot;

/* Whether people are called the same in both: neither is redacted, or both with one key. */
static inline bool result_same_names(const ResultSnapshot *a, const ResultSnapshot *b)
{
    return a->redacted && b->redacted ? strcmp(a->redacted, b->redacted) == 0 : !a->redacted && !b->redacted;
}

#endif
