#include "write/changes_write.h"

#include <string.h>

#include "base/names.h"

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

static void add_file(TextBuffer *out, int *n, const char *path, const char *what)
{
    buffer_print(out, "%s%s (%s)", (*n)++ ? ", " : "Changed   ", base_name(path), what);
}

static void add_files(TextBuffer *out, const ResultSnapshot *before, const ResultSnapshot *after)
{
    int n = 0;
    for (int i = 0; i < after->files.n; i++) {
        const SnapshotFile *file = &after->files.items[i], *earlier = find_file(before, file->path);
        if (!earlier)
            add_file(out, &n, file->path, "new");
        else if (strcmp(earlier->sha256, file->sha256) != 0)
            add_file(out, &n, file->path, "edited");
    }
    for (int i = 0; i < before->files.n; i++)
        if (!find_file(after, before->files.items[i].path)) add_file(out, &n, before->files.items[i].path, "no longer read");
    buffer_add(out, n ? "\n" : "Changed   no file since the last run\n");
}

static CadreStatus seat_names(Names **out, const ResultSnapshot *snapshot, Arena *arena, CadreError *err)
{
    Names *names = names_create(arena, NAME_STYLE_EXACT);
    if (!names) return error_no_memory(err);
    for (int i = 0; i < snapshot->seats.n; i++) {
        const SnapshotSeat *seat = &snapshot->seats.items[i];
        const char *key = arena_print(arena, "%s\x1f%s\x1f%s", seat->person, seat->group, seat->role);
        if (!key || names_add(names, key) < 0) return error_no_memory(err);
    }
    *out = names;
    return CADRE_OK;
}

/* Seats of one result that the other does not have; how many there are. */
static CadreStatus add_seats(int *n, TextBuffer *out, const ResultSnapshot *here, const Names *there, char sign, int n_shown,
                             CadreError *err)
{
    *n = 0;
    for (int i = 0; i < here->seats.n; i++) {
        const SnapshotSeat *seat = &here->seats.items[i];
        const char *key = arena_print(out->arena, "%s\x1f%s\x1f%s", seat->person, seat->group, seat->role);
        if (!key) return error_no_memory(err);
        if (names_find(there, key) >= 0 || (*n)++ >= n_shown) continue;
        buffer_print(out, "  %c %s: %s, %s\n", sign, *seat->name ? seat->name : seat->person, seat->group, seat->role);
    }
    return CADRE_OK;
}

CadreStatus changes_text(const char **text, const ResultSnapshot *before, const ResultSnapshot *after, int n_shown,
                         Arena *arena, CadreError *err)
{
    TextBuffer out = {.arena = arena}, seats = {.arena = arena};
    Names *old_seats, *new_seats;
    int n_gone, n_come;
    const char *lines;
    TRY(seat_names(&old_seats, before, arena, err));
    TRY(seat_names(&new_seats, after, arena, err));
    TRY(add_seats(&n_gone, &seats, before, new_seats, '-', n_shown, err));
    TRY(add_seats(&n_come, &seats, after, old_seats, '+', n_shown, err));
    TRY(buffer_text(&lines, &seats, err));
    buffer_add_byte(&out, '\n');
    add_files(&out, before, after);
    if (n_gone + n_come == 0)
        buffer_add(&out, "Seats     the same as before\n");
    else
        buffer_print(&out, "Seats     %d given up (-), %d new (+)%s\n%s", n_gone, n_come,
                     n_gone > n_shown || n_come > n_shown ? ", the first of them:" : "", lines);
    return buffer_text(text, &out, err);
}
