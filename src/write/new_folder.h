/* new_folder.h: a folder of files that people will go on working in: it is made once, and never written over. */
#ifndef WRITE_NEW_FOLDER_H
#define WRITE_NEW_FOLDER_H

#include "base/files.h"

typedef struct FolderFile {
    const char *name; /* in the folder; the part before a `/` is a folder in it */
    const char *text;
    bool may_lack; /* an earlier folder that is replaced may be without it */
} FolderFile;

/**
 * Write a folder complete or not at all: aside, synced, then brought to `path`, where there may be nothing or an empty folder.
 * files: [n] sorted by name. Errors: CADRE_INPUT where anything else is there; CADRE_IO, CADRE_NO_MEMORY. Nothing is left
 * behind then.
 */
CadreStatus new_folder_write(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err);

/**
 * The same where a folder of files of all these names but those that it may lack, and no others, may be there too: it is
 * replaced. The files' names hold no folders. The check alone tells before the work is done.
 */
CadreStatus renewed_folder_write(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err);
CadreStatus renewed_folder_check(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err);

#endif
