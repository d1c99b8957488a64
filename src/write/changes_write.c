#include "write/changes_write.h"

#include "base/names.h"
#include "model/file_changes.h"

static CadreStatus add_files(TextBuffer *out, const ResultSnapshot *before, const ResultSnapshot *after, CadreError *err)
{
    FileChange *changes;
    int n;
    TRY(file_changes(&changes, &n, before, after, out->arena, err));
    for (int i = 0; i < n; i++)
        buffer_print(out, "%s%s (%s)", i ? ", " : "Changed   ", changes[i].name, file_change_words[changes[i].kind]);
    buffer_add(out, n ? "\n" : "Changed   no file since the last run\n");
    return CADRE_OK;
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
    TRY(add_files(&out, before, after, err));
    if (n_gone + n_come == 0)
        buffer_add(&out, "Seats     the same as before\n");
    else
        buffer_print(&out, "Seats     %d given up (-), %d new (+)%s\n%s", n_gone, n_come,
                     n_gone > n_shown || n_come > n_shown ? ", the first of them:" : "", lines);
    return buffer_text(text, &out, err);
}
