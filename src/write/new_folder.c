#include "write/new_folder.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "write/place.h"

static bool is_whole(const char *const *names, int n_names, const FolderFile files[], int n)
{
    for (int i = 0, k; i < n; i++) {
        for (k = 0; k < n_names && strcmp(names[k], files[i].name) != 0;) k++;
        if (k == n_names && !files[i].may_lack) return false;
    }
    return true;
}

static bool is_among(const char *name, const FolderFile files[], int n)
{
    for (int i = 0; i < n; i++)
        if (strcmp(files[i].name, name) == 0) return true;
    return false;
}

/* Whether the folder at the place holds files of these names alone, so that it is an earlier one. */
static CadreStatus check_earlier(const Place *place, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    PathKind kind;
    const char *const *names = NULL;
    int n_names = 0;
    TRY(path_look(&kind, place->holder, err));
    if (kind != PATH_FOLDER)
        return error_set(err, CADRE_INPUT, "%s: the folder that would hold it is not there; expected one that is", place->path);
    TRY(path_look(&kind, place->path, err));
    if (kind == PATH_FILE)
        return error_set(err, CADRE_INPUT, "%s: is a file; expected a new folder or an earlier one like it", place->path);
    if (kind == PATH_FOLDER) TRY(folder_list(&names, &n_names, place->path, arena, err));
    for (int i = 0; i < n_names; i++)
        if (!is_among(names[i], files, n))
            return error_set(err, CADRE_INPUT,
                             "%s: holds \"%s\", which it would not; expected a new folder or an earlier one like it",
                             place->path, names[i]);
    if (n_names > 0 && !is_whole(names, n_names, files, n))
        return error_set(err, CADRE_INPUT,
                         "%s: holds files but not all of them; expected a new folder or an earlier one like it", place->path);
    return CADRE_OK;
}

static CadreStatus check_place(const Place *place, Arena *arena, CadreError *err)
{
    PathKind kind;
    const char *const *names;
    int n = 0;
    TRY(path_look(&kind, place->holder, err));
    if (kind != PATH_FOLDER)
        return error_set(err, CADRE_INPUT, "%s: the folder that would hold it is not there; expected one that is", place->path);
    TRY(path_look(&kind, place->path, err));
    if (kind == PATH_FOLDER) TRY(folder_list(&names, &n, place->path, arena, err));
    if (kind == PATH_FILE || n > 0)
        return error_set(err, CADRE_INPUT, "%s: is there already%s, and is not written over; expected a new folder",
                         place->path, n > 0 ? " with files in it" : " as a file");
    return CADRE_OK;
}

static CadreStatus sweep(const Place *place, Arena *arena, CadreError *err)
{
    const char *const *names;
    int n;
    bool is_old;
    TRY(folder_list(&names, &n, place->holder, arena, err));
    for (int i = 0; i < n; i++) {
        if (!place_left_behind(names[i], place, &is_old)) continue;
        const char *path = arena_print(arena, "%s%s", place->parent, names[i]);
        if (!path) return error_no_memory(err);
        TRY(place_remove(path, arena, err));
    }
    return CADRE_OK;
}

/* Call `act` for each folder within `aside` that the files name; its first fault is returned, but all are called. A path that
 * is too long to be one is none. */
static CadreStatus each_inner(const char *aside, const FolderFile files[], int n,
                              CadreStatus (*act)(const char *path, CadreError *err), CadreError *err)
{
    CadreStatus first = CADRE_OK;
    for (int i = 0; i < n; i++) {
        const char *slash = strchr(files[i].name, '/');
        size_t length = slash ? (size_t)(slash - files[i].name) + 1 : 0;
        char path[PATH_MAX];
        if (!slash || (i > 0 && strncmp(files[i - 1].name, files[i].name, length) == 0)) continue;
        if (snprintf(path, sizeof path, "%s/%.*s", aside, (int)length - 1, files[i].name) >= (int)sizeof path) continue;
        CadreError fault;
        CadreStatus status = act(path, &fault);
        if (status == CADRE_OK || first != CADRE_OK) continue;
        first = status;
        *err = fault;
    }
    return first;
}

static CadreStatus write_files(const char *aside, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    TRY(each_inner(aside, files, n, folder_create, err));
    for (int i = 0; i < n; i++) {
        const char *path = arena_print(arena, "%s/%s", aside, files[i].name);
        if (!path) return error_no_memory(err);
        TRY(file_write(path, files[i].text, strlen(files[i].text), err));
    }
    TRY(each_inner(aside, files, n, folder_sync, err));
    return folder_sync(aside, err);
}

/* Aside, then to its place. */
static CadreStatus write_place(const Place *place, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    TRY(sweep(place, arena, err));
    const char *aside = place_aside(place, arena);
    if (!aside) return error_no_memory(err);
    TRY(error_retell(err, folder_create(aside, err), aside, place->path));
    CadreStatus status = write_files(aside, files, n, arena, err);
    if (status == CADRE_OK) status = folder_exchange(aside, place->path, err);
    if (status == CADRE_OK) return status;
    CadreError not_removed; /* the next run to the same place sweeps what stays */
    each_inner(aside, files, n, folder_remove, &not_removed);
    folder_remove(aside, &not_removed);
    return error_retell(err, status, aside, place->path);
}

CadreStatus new_folder_write(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    Place place = {0};
    TRY(place_split(&place, path, "folder", "forms", arena, err));
    TRY(check_place(&place, arena, err));
    return write_place(&place, files, n, arena, err);
}

CadreStatus renewed_folder_check(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    Place place = {0};
    TRY(place_split(&place, path, "folder", "comparison", arena, err));
    return check_earlier(&place, files, n, arena, err);
}

CadreStatus renewed_folder_write(const char *path, const FolderFile files[], int n, Arena *arena, CadreError *err)
{
    Place place = {0};
    TRY(place_split(&place, path, "folder", "comparison", arena, err));
    TRY(check_earlier(&place, files, n, arena, err));
    return write_place(&place, files, n, arena, err);
}
