/* A result is written into `.NAME.cadre-PROCESS` beside its target (place.h). `.NAME.cadre-PROCESS.old` is an earlier result on
 * a file system that cannot exchange: where the target is missing, the run died between its two renames and the earlier result
 * goes back to its place. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/files.h"
#include "explain/result_index.h"
#include "write/page_shell.h"
#include "write/place.h"
#include "write/report_book.h"
#include "write/result_csv.h"
#include "write/write.h"

static const char result_json_name[] = "result.json", run_json_name[] = "run.json", report_name[] = REPORT_FILE;

bool result_has_file(const char *name)
{
    for (int i = 0; i < RESULT_SHEETS; i++)
        if (strcmp(name, result_sheets[i].file) == 0) return true;
    return strcmp(name, result_json_name) == 0 || strcmp(name, run_json_name) == 0 || strcmp(name, report_name) == 0;
}

/* Whether a file in the folder of pages is one of them, or litter. */
static CadreStatus is_page(bool *is, const char *folder, const char *name, Arena *arena, CadreError *err)
{
    char start[SHELL_MARKED];
    size_t size;
    PathKind kind;
    *is = place_litter(name);
    if (*is || !report_has_page(name)) return CADRE_OK;
    const char *path = arena_print(arena, "%s/%s", folder, name);
    if (!path) return error_no_memory(err);
    TRY(path_look(&kind, path, err));
    if (kind != PATH_FILE) return CADRE_OK;
    TRY(file_read_start(start, &size, sizeof start, path, err));
    *is = shell_is_page(start, size, name);
    return CADRE_OK;
}

CadreStatus result_stranger(const char **stranger, const char *name, const char *folder, Arena *arena, CadreError *err)
{
    const char *const *names;
    PathKind kind;
    int n;
    bool is = result_has_file(name) || place_litter(name);
    *stranger = is ? NULL : name;
    if (is || strcmp(name, REPORT_FOLDER) != 0) return CADRE_OK;
    const char *path = arena_print(arena, "%s/%s", folder, name);
    if (!path) return error_no_memory(err);
    TRY(path_look_itself(&kind, path, err));
    if (kind != PATH_FOLDER) return CADRE_OK;
    TRY(folder_list(&names, &n, path, arena, err));
    *stranger = NULL;
    for (int i = 0; i < n && !*stranger; i++) {
        TRY(is_page(&is, path, names[i], arena, err));
        if (is) continue;
        *stranger = arena_print(arena, "%s/%s", name, names[i]);
        if (!*stranger) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* A result and the folder of its pages; neither needs memory. A path that is too long to be one is none. */
static CadreStatus remove_result(const char *path, CadreError *err)
{
    char pages[PATH_MAX];
    CadreError not_there; /* few results have that folder, and what stays in it is told of when it is removed */
    if (snprintf(pages, sizeof pages, "%s/" REPORT_FOLDER, path) < (int)sizeof pages) folder_remove(pages, &not_there);
    return folder_remove(path, err);
}

/* An existing folder may be replaced where it is empty, or an earlier result with nothing else in it. */
static CadreStatus check_replaceable(const char *path, Arena *arena, CadreError *err)
{
    const char *const *names;
    const char *stranger = NULL;
    int n, n_result = 0, n_json = 0;
    TRY(folder_list(&names, &n, path, arena, err));
    for (int i = 0; i < n; i++) {
        n_result += result_has_file(names[i]);
        n_json += strcmp(names[i], result_json_name) == 0;
        if (!stranger) TRY(result_stranger(&stranger, names[i], path, arena, err));
    }
    if (stranger)
        return error_set(err, CADRE_INPUT, "%s: holds \"%s\", which is no part of a result; expected a new folder or a result",
                         path, stranger);
    if (n_result > 0 && n_json == 0)
        return error_set(err, CADRE_INPUT, "%s: holds files but no %s; expected a new folder or a result", path,
                         result_json_name);
    return CADRE_OK;
}

static CadreStatus check_target(const Place *target, Arena *arena, CadreError *err)
{
    PathKind kind;
    TRY(path_look(&kind, target->path, err));
    if (kind == PATH_FOLDER) return check_replaceable(target->path, arena, err);
    if (kind == PATH_FILE) return error_set(err, CADRE_INPUT, "%s: is a file; expected a new folder or a result", target->path);
    return CADRE_OK;
}

/* Remove one folder left behind, or put it back where it is all that is left of an earlier result. */
static CadreStatus sweep_folder(const char *path, bool is_old, const Place *target, CadreError *err)
{
    PathKind kind, target_kind;
    TRY(path_look(&kind, path, err));
    TRY(path_look(&target_kind, target->path, err));
    if (kind != PATH_FOLDER) return CADRE_OK;
    if (is_old && target_kind == PATH_ABSENT) return folder_exchange(path, target->path, err);
    return remove_result(path, err);
}

static CadreStatus sweep(const Place *target, Arena *arena, CadreError *err)
{
    const char *const *names;
    int n;
    TRY(folder_list(&names, &n, target->holder, arena, err));
    for (int i = 0; i < n; i++) {
        bool is_old = false;
        if (!place_left_behind(names[i], target, &is_old)) continue;
        const char *path = arena_print(arena, "%s%s", target->parent, names[i]);
        if (!path) return error_no_memory(err);
        TRY(sweep_folder(path, is_old, target, err));
    }
    return CADRE_OK;
}

/* A fault in the folder aside is told of the place that the user named. */
static CadreStatus retell(CadreStatus status, const char *aside, const char *path, CadreError *err)
{
    return error_retell(err, status, aside, path);
}

CadreStatus result_target_check(const char *path, Arena *arena, CadreError *err)
{
    Place target = {0};
    PathKind kind;
    TRY(place_split(&target, path, "result", "result", arena, err));
    TRY(path_look(&kind, target.holder, err));
    if (kind != PATH_FOLDER)
        return error_set(err, CADRE_INPUT, "%s: the folder that would hold it is not there; expected one that is", path);
    TRY(sweep(&target, arena, err));
    TRY(check_target(&target, arena, err));
    const char *aside = place_aside(&target, arena);
    if (!aside) return error_no_memory(err);
    TRY(retell(folder_create(aside, err), aside, target.path, err)); /* told now, not after the work */
    return retell(folder_remove(aside, err), aside, target.path, err);
}

static CadreStatus write_in(const char *folder, const char *name, const char *text, Arena *arena, CadreError *err)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    if (!path) return error_no_memory(err);
    return file_write(path, text, strlen(text), err);
}

static CadreStatus write_files(const char *aside, const ReportInput *result, Arena *arena, CadreError *err)
{
    const char *text;
    for (int i = 0; i < RESULT_SHEETS; i++) {
        if (result_sheets[i].mending && !result->rows->mending) continue;
        TRY(result_sheets[i].make_text(&text, result->model, result->rows, arena, err));
        TRY(write_in(aside, result_sheets[i].file, text, arena, err));
    }
    TRY(result_json_text(&text, result->model, result->rows, result->outcome, result->gap_asked, arena, err));
    TRY(write_in(aside, result_json_name, text, arena, err));
    TRY(report_write(aside, result, arena, err));
    return folder_sync(aside, err);
}

void result_discard(const char *aside)
{
    CadreError not_removed; /* the next run to the same place sweeps what stays */
    remove_result(aside, &not_removed);
}

CadreStatus result_write_aside(const char **aside, const char *path, const ReportInput *result, Arena *arena, CadreError *err)
{
    Place target = {0};
    TRY(place_split(&target, path, "result", "result", arena, err));
    const char *fresh = place_aside(&target, arena);
    if (!fresh) return error_no_memory(err);
    TRY(retell(folder_create(fresh, err), fresh, target.path, err));
    CadreStatus status = write_files(fresh, result, arena, err);
    if (status != CADRE_OK) {
        result_discard(fresh);
        return retell(status, fresh, target.path, err);
    }
    *aside = fresh;
    return CADRE_OK;
}

static CadreStatus commit(const char *aside, const Place *target, const RunFacts *facts, Arena *arena, CadreError *err)
{
    const char *text = "";
    TRY(run_json_text(&text, facts, arena, err));
    TRY(retell(write_in(aside, run_json_name, text, arena, err), aside, target->path, err));
    TRY(retell(folder_sync(aside, err), aside, target->path, err));
    TRY(check_target(target, arena, err)); /* it may have changed during the work */
    return folder_exchange(aside, target->path, err);
}

/* What stood there before may hold a folder of pages, which folder_exchange leaves. */
static void remove_earlier(const char *aside)
{
    char old[PATH_MAX];
    result_discard(aside);
    if (snprintf(old, sizeof old, "%s.old", aside) < (int)sizeof old) result_discard(old);
}

CadreStatus result_commit(const char *aside, const char *path, const RunFacts *facts, Arena *arena, CadreError *err)
{
    Place target = {0};
    CadreStatus status = place_split(&target, path, "result", "result", arena, err);
    if (status == CADRE_OK) status = commit(aside, &target, facts, arena, err);
    if (status == CADRE_OK)
        remove_earlier(aside);
    else
        result_discard(aside); /* and nothing else: an earlier result may still wait beside it */
    return status;
}
