/* The folder half of files.h. Names in a folder are reached through its descriptor, so no path is ever put together here. */
#include "base/folders.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_MODE = 0700 };

static atomic_bool no_exchange = false;

void files_without_exchange(bool without) { atomic_store(&no_exchange, without); }

CadreStatus folder_create(const char *path, CadreError *err)
{
    if (files_refused() || mkdir(path, FOLDER_MODE) != 0) return files_fault(err, path);
    return CADRE_OK;
}

CadreStatus path_follow(const char **followed, const char *path, Arena *arena, CadreError *err)
{
    struct stat about;
    char resolved[PATH_MAX];
    bool is_link = !files_refused() && lstat(path, &about) == 0 && S_ISLNK(about.st_mode); /* any fault is told on use */
    if (is_link && (files_refused() || !realpath(path, resolved))) return files_fault(err, path);
    *followed = arena_copy(arena, is_link ? resolved : path);
    return *followed ? CADRE_OK : error_no_memory(err);
}

CadreStatus folder_sync(const char *path, CadreError *err)
{
    int folder = files_refused() ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return files_fault(err, path);
    CadreStatus status = CADRE_OK;
    if (files_refused() || fsync(folder) != 0) status = files_fault(err, path);
    close(folder); /* opened for reading: nothing can be lost here */
    return status;
}

static bool is_dots(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

/* Sync one file of an open folder: 0, or -1 with errno. */
static int sync_file(DIR *folder, const char *name)
{
    int file = files_refused() ? -1 : openat(dirfd(folder), name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return -1;
    int done = files_refused() ? -1 : fsync(file), error_number = errno;
    close(file); /* opened for reading: nothing can be lost here */
    errno = error_number;
    return done;
}

static int sync_files(DIR *folder)
{
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        if (!entry) return errno ? -1 : 0;
        if (!is_dots(entry->d_name) && sync_file(folder, entry->d_name) != 0) return -1;
    }
}

CadreStatus folder_sync_files(const char *path, CadreError *err)
{
    DIR *folder = files_refused() ? NULL : opendir(path);
    if (!folder) return files_fault(err, path);
    CadreStatus status = sync_files(folder) == 0 ? CADRE_OK : files_fault(err, path);
    closedir(folder); /* only read */
    return status == CADRE_OK ? folder_sync(path, err) : status;
}

CadreStatus folder_sync_parent(const char *path, CadreError *err)
{
    char parent[PATH_MAX];
    const char *slash = strrchr(path, '/');
    if (!slash) return folder_sync(".", err);
    int length = snprintf(parent, sizeof parent, "%.*s", (int)(slash - path) + 1, path);
    if (length >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return files_fault(err, path);
    }
    return folder_sync(parent, err);
}

/* Remove all files of an open folder: 0, or -1 with errno. */
static int remove_files(DIR *folder)
{
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        if (!entry) return errno ? -1 : 0;
        if (!is_dots(entry->d_name) && unlinkat(dirfd(folder), entry->d_name, 0) != 0) return -1;
    }
}

/* Never through a link: what it leads to is somebody else's. NULL with errno. */
static DIR *open_itself(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW);
    DIR *folder = file >= 0 ? fdopendir(file) : NULL;
    if (folder || file < 0) return folder;
    int error_number = errno;
    close(file);
    errno = error_number;
    return NULL;
}

CadreStatus folder_remove(const char *path, CadreError *err)
{
    DIR *folder = open_itself(path);
    if (!folder) return files_fault(err, path);
    CadreStatus status = remove_files(folder) == 0 ? CADRE_OK : files_fault(err, path);
    closedir(folder); /* only read */
    if (status == CADRE_OK && rmdir(path) != 0) status = files_fault(err, path);
    return status;
}

typedef LIST(const char *) NameList;

static int bytewise(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static CadreStatus list_open_folder(NameList *names, DIR *folder, const char *path, Arena *arena, CadreError *err)
{
    for (;;) {
        errno = 0;
        struct dirent *entry = files_refused() ? NULL : readdir(folder);
        if (!entry) return errno ? files_fault(err, path) : CADRE_OK;
        if (is_dots(entry->d_name)) continue;
        const char *name = arena_copy(arena, entry->d_name);
        if (!name || !LIST_PUSH(arena, names, name)) return error_no_memory(err);
    }
}

CadreStatus folder_list(const char *const **names, int *n, const char *path, Arena *arena, CadreError *err)
{
    DIR *folder = files_refused() ? NULL : opendir(path);
    if (!folder) return files_fault(err, path);
    NameList list = {0};
    CadreStatus status = list_open_folder(&list, folder, path, arena, err);
    closedir(folder); /* only read */
    if (status != CADRE_OK) return status;
    if (list.n) qsort(list.items, (size_t)list.n, sizeof *list.items, bytewise);
    *names = list.items;
    *n = list.n;
    return CADRE_OK;
}

/* Swap two paths in one step: 0, or -1 with errno. */
static int swap(const char *a, const char *b)
{
    if (atomic_load(&no_exchange)) {
        errno = ENOSYS;
        return -1;
    }
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

/* Where a file system cannot swap: what stood at `path` waits at `old` for the moment between two renames. */
static int rename_twice(const char *fresh, const char *path, const char *old)
{
    if (files_refused() || rename(path, old) != 0) return -1;
    if (!files_refused() && rename(fresh, path) == 0) return 0;
    int error_number = errno;
    rename(old, path);
    errno = error_number;
    return -1;
}

/* Bring `fresh` to `path`; afterwards `old` names where the former folder is ("" where there was none). */
static int move_in(char old[PATH_MAX], const char *fresh, const char *path)
{
    struct stat about;
    old[0] = '\0';
    if (files_refused()) return -1;
    if (lstat(path, &about) != 0) {
        if (errno != ENOENT) return -1;
        return files_refused() ? -1 : rename(fresh, path);
    }
    if (files_refused()) return -1;
    if (swap(fresh, path) == 0) {
        snprintf(old, PATH_MAX, "%s", fresh);
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return -1;
    if (snprintf(old, PATH_MAX, "%s.old", fresh) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return rename_twice(fresh, path, old);
}

/* Undo move_in. */
static void move_back(const char *old, const char *fresh, const char *path)
{
    if (!old[0]) {
        rename(path, fresh);
    } else if (strcmp(old, fresh) == 0) {
        swap(fresh, path);
    } else {
        rename(path, fresh);
        rename(old, path);
    }
}

CadreStatus folder_exchange(const char *fresh, const char *path, CadreError *err)
{
    char old[PATH_MAX];
    if (move_in(old, fresh, path) != 0) return files_fault(err, path);
    CadreStatus status = folder_sync_parent(path, err);
    if (status != CADRE_OK) {
        move_back(old, fresh, path);
        return status;
    }
    CadreError not_removed; /* the exchange is done and safe; whoever finds the old folder may remove it */
    if (old[0]) folder_remove(old, &not_removed);
    return CADRE_OK;
}
