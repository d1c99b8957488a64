#include "read/result_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/files.h"
#include "base/hash.h"

CadreStatus result_file_same(bool *same, bool *there, const SnapshotFile *file, Arena *arena, CadreError *err)
{
    char *bytes, sha256[65];
    size_t size;
    CadreError unread;
    Arena *passing = arena_create(arena);
    if (!passing) return error_no_memory(err);
    CadreStatus status = file_exists(file->path) ? file_read(&bytes, &size, file->path, passing, &unread) : CADRE_IO;
    if (status == CADRE_OK) hash_sha256(sha256, bytes, size);
    arena_release(passing);
    if (status == CADRE_NO_MEMORY) return error_no_memory(err);
    *there = status == CADRE_OK;
    *same = *there && strcmp(sha256, file->sha256) == 0;
    return CADRE_OK;
}

static CadreStatus count_same(int *n, const ResultSnapshot *snapshot, Arena *arena, CadreError *err)
{
    *n = 0;
    for (int i = 0; i < snapshot->files.n; i++) {
        bool same, there;
        TRY(result_file_same(&same, &there, &snapshot->files.items[i], arena, err));
        *n += same;
    }
    return CADRE_OK;
}

static bool path_move(const char **path, const char *base, Arena *arena)
{
    if (**path != '/') *path = arena_print(arena, "%s%s%s", base, strcmp(base, "/") == 0 ? "" : "/", *path);
    return *path != NULL;
}

/* The snapshot with the paths that its command took from `base`. */
static CadreStatus snapshot_move(ResultSnapshot *out, const ResultSnapshot *snapshot, const char *base, Arena *arena,
                                 CadreError *err)
{
    *out = *snapshot;
    bool moved = path_move(&out->plan, base, arena);
    if (out->from) moved = moved && path_move(&out->from, base, arena);
    out->files.items = ARENA_ARRAY(arena, SnapshotFile, snapshot->files.n);
    out->surveys.items = ARENA_ARRAY(arena, const char *, snapshot->surveys.n);
    out->scenarios.items = ARENA_ARRAY(arena, const char *, snapshot->scenarios.n);
    if (!out->files.items || !out->surveys.items || !out->scenarios.items) return error_no_memory(err);
    for (int i = 0; i < snapshot->files.n; i++) {
        out->files.items[i] = snapshot->files.items[i];
        moved = moved && path_move(&out->files.items[i].path, base, arena);
    }
    for (int i = 0; i < snapshot->surveys.n; i++) {
        out->surveys.items[i] = snapshot->surveys.items[i];
        moved = moved && path_move(&out->surveys.items[i], base, arena);
    }
    for (int i = 0; i < snapshot->scenarios.n; i++) {
        out->scenarios.items[i] = snapshot->scenarios.items[i];
        moved = moved && path_move(&out->scenarios.items[i], base, arena);
    }
    return moved ? CADRE_OK : error_no_memory(err);
}

/* `path` without its last part; false where it has none. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');
    if (!slash || strcmp(path, "/") == 0) return false;
    slash[slash == path ? 1 : 0] = '\0';
    return true;
}

CadreStatus result_place_find(ResultSnapshot *out, const ResultSnapshot *snapshot, const char *folder, Arena *arena,
                              CadreError *err)
{
    int best, n, all = snapshot->files.n;
    *out = *snapshot;
    TRY(count_same(&best, snapshot, arena, err));
    char *resolved = best == all ? NULL : realpath(folder, NULL), *base = resolved ? arena_copy(arena, resolved) : NULL;
    bool lost = resolved && !base;
    free(resolved);
    if (lost) return error_no_memory(err);
    while (base && best < all && go_up(base)) {
        ResultSnapshot moved;
        TRY(snapshot_move(&moved, snapshot, base, arena, err));
        TRY(count_same(&n, &moved, arena, err));
        if (n <= best) continue;
        *out = moved;
        best = n;
    }
    return CADRE_OK;
}
