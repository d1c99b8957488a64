#include "base/findings.h"

#include <string.h>

#include "base/names.h"

CadreStatus findings_sort(CadreMessage findings[], int n, Arena *arena, CadreError *err)
{
    CadreMessage *sorted = ARENA_ARRAY(arena, CadreMessage, n + 1);
    int n_sorted = 0;
    if (!sorted) return error_no_memory(err);
    for (int severity = CADRE_ERROR; severity <= CADRE_NOTE; severity++)
        for (int i = 0; i < n; i++)
            if ((int)findings[i].severity == severity) sorted[n_sorted++] = findings[i];
    for (int i = 0; i < n; i++) findings[i] = sorted[i];
    return CADRE_OK;
}

/* What a finding expects, which those of one kind have in common: its text behind the last semicolon, or all of it. */
static const char *expectation(const CadreMessage *finding)
{
    const char *mark = strrchr(finding->text, ';');
    return mark ? mark + 1 + strspn(mark + 1, " ") : finding->text;
}

/* The kind of each warning, by file and expectation; of other findings -1. */
static CadreStatus find_kinds(int kinds[], int *n_kinds, const CadreMessage findings[], int n, Arena *arena, CadreError *err)
{
    Names *names = names_create(arena, NAME_STYLE_EXACT);
    if (!names) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        kinds[i] = -1;
        if (findings[i].severity != CADRE_WARNING) continue;
        const char *name = arena_print(arena, "%s\x1f%s", findings[i].file, expectation(&findings[i]));
        kinds[i] = name ? names_add(names, name) : -1;
        if (kinds[i] < 0) return error_no_memory(err);
    }
    *n_kinds = names_count(names);
    return CADRE_OK;
}

CadreStatus findings_fold(CadreMessage **out, int *n_out, const CadreMessage findings[], int n, int most, Arena *arena,
                          CadreError *err)
{
    CadreMessage *kept = ARENA_ARRAY(arena, CadreMessage, n + 1);
    int *kinds = ARENA_ARRAY(arena, int, n + 1), *total = ARENA_ARRAY(arena, int, n + 1);
    int *seen = ARENA_ARRAY(arena, int, n + 1), n_kinds = 0, n_kept = 0;
    if (!kept || !kinds || !total || !seen) return error_no_memory(err);
    TRY(find_kinds(kinds, &n_kinds, findings, n, arena, err));
    for (int i = 0; i < n; i++)
        if (kinds[i] >= 0) total[kinds[i]]++;
    for (int i = 0; i < n; i++) {
        int place = kinds[i] < 0 ? 0 : ++seen[kinds[i]], more = kinds[i] < 0 ? 0 : total[kinds[i]] - most;
        if (most == 0 || place <= most || more == 1) kept[n_kept++] = findings[i]; /* one more is as short as saying so */
        if (most == 0 || place != most + 1 || more == 1) continue;
        kept[n_kept] = (CadreMessage){CADRE_WARNING, findings[i].file, 0, 0, NULL};
        kept[n_kept].text =
            arena_print(arena, "and %d more like these (%s); --json lists all", more, expectation(&findings[i]));
        if (!kept[n_kept++].text) return error_no_memory(err);
    }
    *out = kept;
    *n_out = n_kept;
    return CADRE_OK;
}
