#include "model/file_changes.h"

#include <string.h>

const char *const file_change_words[] = {[FILE_NEW] = "new", [FILE_EDITED] = "edited", [FILE_GONE] = "no longer read"};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const SnapshotFile *find_file(const ResultSnapshot *snapshot, const char *path)
{
    for (int i = 0; i < snapshot->files.n; i++)
        if (strcmp(base_name(snapshot->files.items[i].path), base_name(path)) == 0) return &snapshot->files.items[i];
    return NULL;
}

CadreStatus file_changes(FileChange **out, int *n, const ResultSnapshot *before, const ResultSnapshot *after, Arena *arena,
                         CadreError *err)
{
    FileChange *changes = ARENA_ARRAY(arena, FileChange, before->files.n + after->files.n);
    if (!changes) return error_no_memory(err);
    *n = 0;
    for (int i = 0; i < after->files.n; i++) {
        const SnapshotFile *file = &after->files.items[i], *earlier = find_file(before, file->path);
        if (!earlier || strcmp(earlier->sha256, file->sha256) != 0)
            changes[(*n)++] = (FileChange){base_name(file->path), earlier ? FILE_EDITED : FILE_NEW};
    }
    for (int i = 0; i < before->files.n; i++)
        if (!find_file(after, before->files.items[i].path))
            changes[(*n)++] = (FileChange){base_name(before->files.items[i].path), FILE_GONE};
    *out = changes;
    return CADRE_OK;
}
