/* Every operation asks `refused` first. Undoing what a fault has left half done does not ask: a test that makes all operations
 * fail looks whether the undoing held. */
#include "base/files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folders.h"

enum { FILE_MODE = 0600 };
static const off_t size_max = INT_MAX; /* 2 GB */

static atomic_long operations_left = -1;
static atomic_int refusal = EIO;

void files_fail_after(long n, int error_number)
{
    atomic_store(&refusal, error_number);
    atomic_store(&operations_left, n);
}

bool files_refused(void)
{
    long left = atomic_load(&operations_left);
    if (left < 0) return false;
    if (left > 0) {
        atomic_fetch_sub(&operations_left, 1);
        return false;
    }
    errno = atomic_load(&refusal);
    return true;
}

CadreStatus files_fault(CadreError *err, const char *path)
{
    return error_set(err, errno == ENOMEM ? CADRE_NO_MEMORY : CADRE_IO, "%s: %s", path, strerror(errno));
}

/* 0, or -1 with errno. Links are followed. */
static int look_at(struct stat *about, const char *path) { return files_refused() ? -1 : stat(path, about); }

static bool surely_absent(int error_number) { return error_number == ENOENT || error_number == ENOTDIR; }

bool file_exists(const char *path)
{
    struct stat about;
    return look_at(&about, path) == 0 || !surely_absent(errno);
}

bool folder_exists(const char *path)
{
    struct stat about;
    return look_at(&about, path) == 0 && S_ISDIR(about.st_mode);
}

bool path_same(const char *path, const char *other)
{
    struct stat a, b;
    return look_at(&a, path) == 0 && look_at(&b, other) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* looked: what stat or lstat said of it. */
static CadreStatus path_kind(PathKind *kind, int looked, const struct stat *about, const char *path, CadreError *err)
{
    if (looked == 0)
        *kind = S_ISDIR(about->st_mode) ? PATH_FOLDER : PATH_FILE;
    else if (surely_absent(errno))
        *kind = PATH_ABSENT;
    else
        return files_fault(err, path);
    return CADRE_OK;
}

CadreStatus path_look(PathKind *kind, const char *path, CadreError *err)
{
    struct stat about;
    int looked = look_at(&about, path);
    return path_kind(kind, looked, &about, path, err);
}

CadreStatus path_look_itself(PathKind *kind, const char *path, CadreError *err)
{
    struct stat about;
    int looked = files_refused() ? -1 : lstat(path, &about);
    return path_kind(kind, looked, &about, path, err);
}

static CadreStatus plain_file_check(const struct stat *about, const char *path, CadreError *err)
{
    if (S_ISDIR(about->st_mode)) return error_set(err, CADRE_IO, "%s: is a folder, not a file", path);
    if (!S_ISREG(about->st_mode)) return error_set(err, CADRE_IO, "%s: is a device or a pipe, not a file saved on disk", path);
    if (about->st_size > size_max) return error_set(err, CADRE_IO, "%s: has over 2 GB, more than Cadre reads", path);
    return CADRE_OK;
}

/* read(2) until `size` bytes are there or the file ends: the number of bytes, or -1 with errno. */
static ssize_t read_all(int file, char *bytes, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = files_refused() ? -1 : read(file, bytes + done, size - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        if (n == 0) break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

static CadreStatus read_open_file(char **bytes, size_t *size, int file, const char *path, Arena *arena, CadreError *err)
{
    struct stat about;
    if (files_refused() || fstat(file, &about) != 0) return files_fault(err, path);
    TRY(plain_file_check(&about, path, err));
    char *text = arena_get(arena, (size_t)about.st_size + 1);
    if (!text) return error_no_memory(err);
    ssize_t length = read_all(file, text, (size_t)about.st_size);
    if (length < 0) return files_fault(err, path);
    text[length] = '\0';
    *bytes = text;
    *size = (size_t)length;
    return CADRE_OK;
}

CadreStatus file_read_start(char bytes[], size_t *size, size_t most, const char *path, CadreError *err)
{
    int file = files_refused() ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) return files_fault(err, path);
    ssize_t length = read_all(file, bytes, most);
    CadreStatus status = length < 0 ? files_fault(err, path) : CADRE_OK;
    close(file);
    if (status == CADRE_OK) *size = (size_t)length;
    return status;
}

CadreStatus file_read(char **bytes, size_t *size, const char *path, Arena *arena, CadreError *err)
{
    int file = files_refused() ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); /* a pipe must not block */
    if (file < 0) return files_fault(err, path);
    CadreStatus status = read_open_file(bytes, size, file, path, arena, err);
    close(file); /* nothing was written, so nothing can be lost here */
    return status;
}

/* write(2) of all bytes: 0, or -1 with errno. */
static int write_all(int file, const char *bytes, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = files_refused() ? -1 : write(file, bytes + done, size - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        done += (size_t)n;
    }
    return 0;
}

/* A new file, which must not be there yet; nothing of it remains after a fault. */
static CadreStatus create_file(const char *path, const char *told_path, const char *bytes, size_t size, bool sync,
                               CadreError *err)
{
    int file = files_refused() ? -1 : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    if (file < 0) return files_fault(err, told_path);
    CadreStatus status = CADRE_OK;
    if (write_all(file, bytes, size) != 0 || (sync && (files_refused() || fsync(file) != 0)))
        status = files_fault(err, told_path);
    if (close(file) != 0 && status == CADRE_OK) status = files_fault(err, told_path);
    if (status != CADRE_OK) unlink(path);
    return status;
}

static CadreStatus write_anew(const char *path, const char *bytes, size_t size, bool sync, CadreError *err)
{
    struct stat about;
    if (look_at(&about, path) == 0) {
        TRY(plain_file_check(&about, path, err));
        if (files_refused() || unlink(path) != 0) return files_fault(err, path);
    } else if (errno != ENOENT) {
        return files_fault(err, path);
    }
    return create_file(path, path, bytes, size, sync, err);
}

CadreStatus file_write(const char *path, const char *bytes, size_t size, CadreError *err)
{
    return write_anew(path, bytes, size, true, err);
}

CadreStatus file_write_unsynced(const char *path, const char *bytes, size_t size, CadreError *err)
{
    return write_anew(path, bytes, size, false, err);
}

CadreStatus file_write_new(const char *path, const char *bytes, size_t size, CadreError *err)
{
    return create_file(path, path, bytes, size, true, err);
}

CadreStatus file_is_private(bool *is_private, const char *path, CadreError *err)
{
    struct stat about;
    if (look_at(&about, path) != 0) return files_fault(err, path);
    *is_private = (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return CADRE_OK;
}

void file_remove(const char *path) { unlink(path); }

/* The name of a neighbour of `path` that no other process uses; false where it is too long. */
static bool neighbour_name(char neighbour[PATH_MAX], const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder_length = slash ? (int)(slash - path) + 1 : 0;
    int length = snprintf(neighbour, PATH_MAX, "%.*s.%s.cadre-%ld", folder_length, path, path + folder_length, (long)getpid());
    return length > 0 && length < PATH_MAX;
}

static CadreStatus replace_resolved(const char *path, const char *told_path, const char *bytes, size_t size, CadreError *err)
{
    char fresh[PATH_MAX];
    if (!neighbour_name(fresh, path)) {
        errno = ENAMETOOLONG;
        return files_fault(err, told_path);
    }
    unlink(fresh); /* of a killed run that had this process number */
    TRY(create_file(fresh, told_path, bytes, size, true, err));
    if (files_refused() || rename(fresh, path) != 0) {
        CadreStatus status = files_fault(err, told_path);
        unlink(fresh);
        return status;
    }
    return folder_sync_parent(path, err);
}

CadreStatus file_replace(const char *path, const char *bytes, size_t size, CadreError *err)
{
    struct stat about;
    char resolved[PATH_MAX];
    if (look_at(&about, path) != 0) {
        if (errno != ENOENT) return files_fault(err, path);
        return replace_resolved(path, path, bytes, size, err);
    }
    TRY(plain_file_check(&about, path, err));
    if (files_refused() || !realpath(path, resolved)) return files_fault(err, path); /* a link itself is never replaced */
    return replace_resolved(resolved, path, bytes, size, err);
}
