/* folders.h: what files.c and folders.c share behind files.h; for no one else. */
#ifndef BASE_FOLDERS_H
#define BASE_FOLDERS_H

#include "base/files.h"

/* Whether a test wants this operation to fail; errno is set then. Counts the operation. */
bool files_refused(void);

/* "PATH: " and what errno says. */
CadreStatus files_fault(CadreError *err, const char *path);

/* Sync the folder that holds `path`. */
CadreStatus folder_sync_parent(const char *path, CadreError *err);

#endif
