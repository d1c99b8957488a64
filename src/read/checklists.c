/* checklists.c: a cell is split at every separator; then the parts of each option that holds separators are found again as a
 * run of parts, so that an option is only ever taken out between separators. */
#include "read/checklists.h"

#include <stdlib.h>
#include <string.h>

/* A piece of a cell, or an option as the pieces it falls into. */
typedef struct Part {
    const char *text, *key; /* key only where there are options to find */
    bool listed;
} Part;

typedef LIST(Part) PartList;

typedef struct Option {
    const char *text, *key;
    PartList parts;
} Option;

static char find_separator(const Distinct *answers, char named)
{
    if (named) return named;
    for (int i = 0; i < answers->n; i++)
        if (strchr(answers->text[i], ';')) return ';';
    return ',';
}

/* Split at the separator; blank parts are left out. */
static bool split(PartList *out, const char *text, char separator, bool with_keys, Arena *arena)
{
    const char ends[] = {separator, '\0'};
    for (const char *at = text; at;) {
        size_t length = strcspn(at, ends);
        const char *piece = arena_copy_n(arena, at, length);
        piece = piece ? text_trim(arena, piece) : NULL;
        at = at[length] ? at + length + 1 : NULL;
        if (!piece) return false;
        if (*piece == '\0') continue;
        Part part = {.text = piece, .key = with_keys ? text_name_key(arena, piece) : ""};
        if (!part.key || !LIST_PUSH(arena, out, part)) return false;
    }
    return true;
}

static int longest_first(const void *left, const void *right)
{
    const Option *a = left, *b = right;
    size_t length_a = strlen(a->key), length_b = strlen(b->key);
    if (length_a != length_b) return length_a > length_b ? -1 : 1;
    return strcmp(a->key, b->key);
}

static bool option_at(const PartList *parts, int at, const Option *option)
{
    if (parts->n - at < option->parts.n) return false;
    for (int i = 0; i < option->parts.n; i++)
        if (parts->items[at + i].listed || strcmp(parts->items[at + i].key, option->parts.items[i].key) != 0) return false;
    return true;
}

/* Put every run of parts that is the option together again. */
static void take_option(PartList *parts, const Option *option)
{
    int kept = 0;
    for (int at = 0; at < parts->n; kept++) {
        if (option_at(parts, at, option)) {
            parts->items[kept] = (Part){option->text, option->key, true};
            at += option->parts.n;
        } else {
            parts->items[kept] = parts->items[at++];
        }
    }
    parts->n = kept;
}

static Option *make_options(const char *const texts[], int n, char separator, Arena *arena)
{
    Option *options = ARENA_ARRAY(arena, Option, n + 1);
    if (!options) return NULL;
    for (int i = 0; i < n; i++) {
        options[i] = (Option){.text = texts[i], .key = text_name_key(arena, texts[i])};
        if (!options[i].key || !split(&options[i].parts, texts[i], separator, true, arena)) return NULL;
    }
    if (n) qsort(options, (size_t)n, sizeof *options, longest_first);
    return options;
}

CadreStatus checklist_read(Checklist *out, const Distinct *answers, char separator, const char *const texts[], int n_options,
                           const Scales *scales, Arena *arena, CadreError *err)
{
    separator = find_separator(answers, separator);
    Option *options = make_options(texts, n_options, separator, arena);
    int *first = ARENA_ARRAY(arena, int, answers->n + 1);
    LIST(const char *) ticks = {0};
    LIST(bool) listed = {0};
    PartList parts = {0};
    if (!options || !first) return error_no_memory(err);
    for (int i = 0; i < answers->n; i++) {
        first[i] = ticks.n;
        parts.n = 0;
        if (scales_no_answer(scales, answers->text[i])) continue;
        if (!split(&parts, answers->text[i], separator, n_options > 0, arena)) return error_no_memory(err);
        for (int option = 0; option < n_options; option++)
            if (options[option].parts.n > 0) take_option(&parts, &options[option]);
        for (int part = 0; part < parts.n; part++) {
            if (!parts.items[part].listed && scales_no_answer(scales, parts.items[part].text)) continue;
            if (!LIST_PUSH(arena, &ticks, parts.items[part].text) || !LIST_PUSH(arena, &listed, parts.items[part].listed))
                return error_no_memory(err);
        }
    }
    first[answers->n] = ticks.n;
    *out = (Checklist){first, ticks.items, listed.items};
    return CADRE_OK;
}
