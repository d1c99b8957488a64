#include "write/place.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

CadreStatus place_split(Place *out, const char *path, const char *what, const char *example, Arena *arena, CadreError *err)
{
    TRY(path_follow(&path, path, arena, err));
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') length--;
    char *trimmed = arena_copy_n(arena, path, length);
    if (!trimmed) return error_no_memory(err);
    const char *slash = strrchr(trimmed, '/');
    size_t parent_length = slash ? (size_t)(slash - trimmed) + 1 : 0;
    const char *name = trimmed + parent_length;
    if (!name[0] || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return error_set(err, CADRE_INPUT, "\"%s\" is no name for a %s; expected one such as %s or a/%s", path, what, example,
                         example);
    char *parent = arena_copy_n(arena, trimmed, parent_length);
    if (!parent) return error_no_memory(err);
    *out = (Place){.path = trimmed, .parent = parent, .holder = parent[0] ? parent : ".", .name = name};
    return CADRE_OK;
}

const char *place_aside(const Place *place, Arena *arena)
{
    return arena_print(arena, "%s.%s.cadre-%ld", place->parent, place->name, (long)getpid());
}

/* A process of our own number can only be an earlier one. */
bool place_left_behind(const char *entry, const Place *place, bool *is_old)
{
    static const char mark[] = ".cadre-";
    size_t length = strlen(place->name);
    if (entry[0] != '.' || strncmp(entry + 1, place->name, length) != 0) return false;
    const char *rest = entry + 1 + length;
    if (strncmp(rest, mark, sizeof mark - 1) != 0) return false;
    char *end;
    long process = strtol(rest + sizeof mark - 1, &end, 10);
    *is_old = strcmp(end, ".old") == 0;
    if (process < 1 || (*end && !*is_old)) return false;
    return process == getpid() || (kill((pid_t)process, 0) != 0 && errno == ESRCH);
}

/* Folders within, as deep as that. */
static CadreStatus remove_within(const char *path, int depth, Arena *arena, CadreError *err)
{
    const char *const *names;
    int n;
    TRY(folder_list(&names, &n, path, arena, err));
    for (int i = 0; i < n; i++) {
        const char *inner = arena_print(arena, "%s/%s", path, names[i]);
        PathKind kind;
        if (!inner) return error_no_memory(err);
        TRY(path_look_itself(&kind, inner, err));
        if (kind == PATH_FOLDER) TRY(depth > 1 ? remove_within(inner, depth - 1, arena, err) : folder_remove(inner, err));
    }
    return folder_remove(path, err);
}

CadreStatus place_remove(const char *path, Arena *arena, CadreError *err)
{
    enum { DEPTH = 2 };
    return remove_within(path, DEPTH, arena, err);
}

bool place_litter(const char *name)
{
    return strncmp(name, ".~lock.", 7) == 0 || strcmp(name, ".DS_Store") == 0 || strcmp(name, "Thumbs.db") == 0;
}
