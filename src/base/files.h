/* files.h: the one seam through which Cadre touches the file system, so that a test can make any operation fail.
 * Every fault is a status with one line "PATH: what went wrong". */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include "base/arena.h"
#include "base/error.h"

/* The whole file; a 0 byte follows the last. A directory, a device or a file over 2 GB is refused. */
CadreStatus file_read(char **bytes, size_t *size, const char *path, Arena *arena, CadreError *err);

/* Its first `most` bytes, or as many as it has: *size. */
CadreStatus file_read_start(char bytes[], size_t *size, size_t most, const char *path, CadreError *err);

/* Whether anything is there, a folder too, or might be (a fault other than absence): file_read then says what is wrong. */
bool file_exists(const char *path);
bool folder_exists(const char *path);

/* Whether both are there and one and the same. */
bool path_same(const char *path, const char *other);

typedef enum PathKind { PATH_ABSENT, PATH_FILE, PATH_FOLDER } PathKind;

/* What is at `path`; a fault where that cannot be told. */
CadreStatus path_look(PathKind *kind, const char *path, CadreError *err);

/* The same before anything is removed: a link is a file, wherever it leads. */
CadreStatus path_look_itself(PathKind *kind, const char *path, CadreError *err);

/* Where a link leads, else `path` as it is. */
CadreStatus path_follow(const char **followed, const char *path, Arena *arena, CadreError *err);

/* Write a whole new file (mode 0600, parents must exist), synced to disk. A file that exists is replaced. */
CadreStatus file_write(const char *path, const char *bytes, size_t size, CadreError *err);

/* The same but not synced, for many files of a folder that folder_sync_files brings to the disk together: one by one each waits
 * for it. */
CadreStatus file_write_unsynced(const char *path, const char *bytes, size_t size, CadreError *err);

/* As file_write, but nothing may be there yet. */
CadreStatus file_write_new(const char *path, const char *bytes, size_t size, CadreError *err);

/* Whether nobody but its owner can read or write the file. */
CadreStatus file_is_private(bool *is_private, const char *path, CadreError *err);

/* As file_write but complete or not at all: written aside as a neighbour and renamed over what was there. */
CadreStatus file_replace(const char *path, const char *bytes, size_t size, CadreError *err);

/* Undo a write: neither counted nor refused, and no fault where nothing is there. */
void file_remove(const char *path);

CadreStatus folder_create(const char *path, CadreError *err);     /* mode 0700; must not exist */
CadreStatus folder_remove(const char *path, CadreError *err);     /* with the plain files in it; it must hold no folders */
CadreStatus folder_sync(const char *path, CadreError *err);       /* its entries reach the disk */
CadreStatus folder_sync_files(const char *path, CadreError *err); /* and what its plain files hold */

/* Names of the entries in a folder, sorted bytewise, without "." and "..". */
CadreStatus folder_list(const char *const **names, int *n, const char *path, Arena *arena, CadreError *err);

/* Put folder `fresh` in the place of `path`, complete or not at all: a rename where `path` is absent, else an exchange
 * (RENAME_EXCHANGE; where the file system has none, two renames) and removal of the old, first at FRESH.old. What stood there
 * survives any fault; after CADRE_OK an old folder that could not be removed may remain at `fresh` or FRESH.old. */
CadreStatus folder_exchange(const char *fresh, const char *path, CadreError *err);

/* Tests: let `n` more operations succeed, then fail every one with `error_number`; negative: never fail. Undoing
 * (folder_remove, and what a failed operation does to leave nothing half done) is neither counted nor refused. */
void files_fail_after(long n, int error_number);

/* Tests: behave as on a file system without RENAME_EXCHANGE. */
void files_without_exchange(bool without);

#endif
