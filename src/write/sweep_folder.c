/* A sweep is written into `.NAME.cadre-PROCESS` beside its place, as a result is (result_folder.c); the results within it are
 * written and judged there one by one. */
#include "write/sweep_folder.h"

#include <stdio.h>
#include <string.h>

#include "base/files.h"
#include "write/csv_write.h"
#include "write/frontier_html.h"
#include "write/frontier_write.h"
#include "write/place.h"
#include "write/write.h"

static const char frontier_csv[] = "frontier.csv", frontier_svg[] = "frontier.svg", page_name[] = "report.html",
                  outcome_mark[] = "outcome-", scenario_end[] = ".scenario.csv";

const char *sweep_outcome_name(int number, int n_outcomes, Arena *arena)
{
    int width = n_outcomes > 999 ? 4 : n_outcomes > 99 ? 3 : 2;
    return arena_print(arena, "%s%0*d", outcome_mark, width, number);
}

/* --- what may be replaced --- */

/* Whether an entry is an outcome's, by its name: `rest` is what comes after the number. */
static bool is_outcome(const char *name, const char **rest)
{
    size_t mark = sizeof outcome_mark - 1, digits;
    if (strncmp(name, outcome_mark, mark) != 0) return false;
    digits = strspn(name + mark, "0123456789");
    *rest = name + mark + digits;
    return digits > 0;
}

/* stranger: what in the folder `name` is no part of a result, or that itself where it is no folder; NULL: nothing. */
static CadreStatus result_folder_stranger(const char **stranger, const char *folder, const char *name, Arena *arena,
                                          CadreError *err)
{
    const char *const *names, *path = arena_print(arena, "%s/%s", folder, name), *inner = NULL;
    PathKind kind;
    int n;
    if (!path) return error_no_memory(err);
    *stranger = name;
    TRY(path_look_itself(&kind, path, err));
    if (kind != PATH_FOLDER) return CADRE_OK;
    TRY(folder_list(&names, &n, path, arena, err));
    for (int i = 0; i < n && !inner; i++) TRY(result_stranger(&inner, names[i], path, arena, err));
    *stranger = inner ? arena_print(arena, "%s/%s", name, inner) : NULL;
    return inner && !*stranger ? error_no_memory(err) : CADRE_OK;
}

/* The same of a sweep: NULL where the entry is one of its own. */
static CadreStatus sweep_stranger(const char **stranger, const char *folder, const char *name, Arena *arena, CadreError *err)
{
    const char *rest = "";
    bool is = strcmp(name, frontier_csv) == 0 || strcmp(name, frontier_svg) == 0 || strcmp(name, page_name) == 0 ||
              place_litter(name) || (is_outcome(name, &rest) && strcmp(rest, scenario_end) == 0);
    *stranger = is ? NULL : name;
    if (is || *rest || !is_outcome(name, &rest)) return CADRE_OK;
    return result_folder_stranger(stranger, folder, name, arena, err);
}

static CadreStatus check_replaceable(const char *path, Arena *arena, CadreError *err)
{
    const char *const *names;
    int n;
    bool has_frontier = false, has_own = false;
    TRY(folder_list(&names, &n, path, arena, err));
    for (int i = 0; i < n; i++) {
        const char *stranger;
        TRY(sweep_stranger(&stranger, path, names[i], arena, err));
        if (stranger)
            return error_set(err, CADRE_INPUT,
                             "%s: holds \"%s\", which is no part of a sweep; expected a new folder or a sweep", path, stranger);
        has_frontier = has_frontier || strcmp(names[i], frontier_csv) == 0;
        has_own = has_own || !place_litter(names[i]);
    }
    if (has_own && !has_frontier)
        return error_set(err, CADRE_INPUT, "%s: holds files but no %s; expected a new folder or a sweep", path, frontier_csv);
    return CADRE_OK;
}

static CadreStatus check_target(const Place *target, Arena *arena, CadreError *err)
{
    PathKind kind;
    TRY(path_look(&kind, target->path, err));
    if (kind == PATH_FOLDER) return check_replaceable(target->path, arena, err);
    if (kind == PATH_FILE) return error_set(err, CADRE_INPUT, "%s: is a file; expected a new folder or a sweep", target->path);
    return CADRE_OK;
}

/* --- aside --- */

static CadreStatus sweep_left_behind(const Place *target, Arena *arena, CadreError *err)
{
    const char *const *names;
    int n;
    TRY(folder_list(&names, &n, target->holder, arena, err));
    for (int i = 0; i < n; i++) {
        bool is_old = false;
        PathKind kind;
        if (!place_left_behind(names[i], target, &is_old)) continue;
        const char *path = arena_print(arena, "%s%s", target->parent, names[i]);
        if (!path) return error_no_memory(err);
        TRY(path_look(&kind, target->path, err));
        if (is_old && kind == PATH_ABSENT)
            TRY(folder_exchange(path, target->path, err));
        else
            TRY(place_remove(path, arena, err));
    }
    return CADRE_OK;
}

CadreStatus sweep_target_check(const char *path, Arena *arena, CadreError *err)
{
    Place target = {0};
    PathKind kind;
    const char *aside;
    TRY(place_split(&target, path, "sweep", "sweep", arena, err));
    TRY(path_look(&kind, target.holder, err));
    if (kind != PATH_FOLDER)
        return error_set(err, CADRE_INPUT, "%s: the folder that would hold it is not there; expected one that is", path);
    TRY(sweep_left_behind(&target, arena, err));
    TRY(check_target(&target, arena, err));
    TRY(sweep_open(&aside, path, arena, err)); /* told now, not after the work */
    return error_retell(err, folder_remove(aside, err), aside, target.path);
}

CadreStatus sweep_open(const char **aside, const char *path, Arena *arena, CadreError *err)
{
    Place target = {0};
    TRY(place_split(&target, path, "sweep", "sweep", arena, err));
    *aside = place_aside(&target, arena);
    if (!*aside) return error_no_memory(err);
    return error_retell(err, folder_create(*aside, err), *aside, target.path);
}

void sweep_discard(const char *aside, Arena *arena)
{
    CadreError not_removed; /* the next run to the same place sweeps what stays */
    place_remove(aside, arena, &not_removed);
}

/* --- files --- */

const char *sweep_scenario_path(const char *outcome, Arena *arena) { return arena_print(arena, "%s%s", outcome, scenario_end); }

CadreStatus sweep_scenario_write(const char **text, const char *outcome, const char *const cells[], int n, Arena *arena,
                                 CadreError *err)
{
    CsvWriter csv = {.text = {.arena = arena}};
    const char *path = sweep_scenario_path(outcome, arena);
    if (!path) return error_no_memory(err);
    buffer_add(&csv.text, "sheet,key,column,value\n");
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < 4; j++) csv_word(&csv, cells[4 * i + j]);
        csv_end_row(&csv);
    }
    TRY(buffer_text(text, &csv.text, err));
    return file_write(path, *text, strlen(*text), err);
}

static CadreStatus write_in(const char *folder, const char *name, const char *text, Arena *arena, CadreError *err)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    return path ? file_write(path, text, strlen(text), err) : error_no_memory(err);
}

static CadreStatus commit(const char *aside, const Place *target, const Frontier *frontier, Arena *arena, CadreError *err)
{
    const char *csv, *svg, *page;
    TRY(frontier_csv_text(&csv, frontier, arena, err));
    TRY(frontier_svg_text(&svg, frontier, arena, err));
    TRY(frontier_html_text(&page, frontier, arena, err));
    TRY(write_in(aside, frontier_csv, csv, arena, err));
    TRY(write_in(aside, frontier_svg, svg, arena, err));
    TRY(write_in(aside, page_name, page, arena, err));
    TRY(folder_sync(aside, err));
    TRY(check_target(target, arena, err)); /* it may have changed during the work */
    return folder_exchange(aside, target->path, err);
}

/* What stood there before holds folders, which folder_exchange leaves. */
static void remove_earlier(const char *aside, Arena *arena)
{
    const char *old = arena_print(arena, "%s.old", aside);
    if (folder_exists(aside)) sweep_discard(aside, arena);
    if (old && folder_exists(old)) sweep_discard(old, arena);
}

CadreStatus sweep_commit(const char *aside, const char *path, const Frontier *frontier, Arena *arena, CadreError *err)
{
    Place target = {0};
    CadreStatus status = place_split(&target, path, "sweep", "sweep", arena, err);
    if (status == CADRE_OK) status = error_retell(err, commit(aside, &target, frontier, arena, err), aside, target.path);
    remove_earlier(aside, arena);
    return status;
}
