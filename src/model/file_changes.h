/* file_changes.h: which input files of one result are new, edited or gone in another. */
#ifndef MODEL_FILE_CHANGES_H
#define MODEL_FILE_CHANGES_H

#include "model/result_snapshot.h"

typedef enum FileChangeKind { FILE_NEW, FILE_EDITED, FILE_GONE } FileChangeKind;

typedef struct FileChange {
    const char *name; /* without its folder: plans may be in different ones */
    FileChangeKind kind;
} FileChange;

extern const char *const file_change_words[]; /* by kind */

/* New and edited ones in the order of the later result, then those that are gone. Errors: CADRE_NO_MEMORY. Cost O(files^2). */
CadreStatus file_changes(FileChange **out, int *n, const ResultSnapshot *before, const ResultSnapshot *after, Arena *arena,
                         CadreError *err);

#endif
