/* draft_options.c: options of checklists, and those that hold the separator themselves. Forms write the ticked options of a
 * cell in the order of the question, so the parts of one option always stand side by side. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/checklists.h"
#include "read/drafter.h"

enum { OFTEN = 5, LONGEST_RUN = 8 };

/* The parts of all cells of a column. */
typedef struct Parts {
    Names *names;
    LIST(int) count;      /* [names] cells that have it */
    LIST(int) follower;   /* [names] the one part that ever follows it; -1 none yet, -2 several or the end of a cell */
    LIST(int) leader;     /* the same before it */
    LIST(int) n_followed; /* how often follower follows */
    int n_upper;          /* parts that begin with a capital or a digit */
} Parts;

static int open_brackets(const char *text)
{
    int depth = 0;
    for (; *text; text++) depth += (*text == '(') - (*text == ')');
    return depth;
}

static bool begins_small(const char *text) { return *text >= 'a' && *text <= 'z'; }

static int part_number(Parts *parts, const char *text, Arena *arena)
{
    int at = names_add(parts->names, text);
    if (at < 0 || at < parts->count.n) return at;
    parts->n_upper += !begins_small(text);
    bool kept = LIST_PUSH(arena, &parts->count, 0) && LIST_PUSH(arena, &parts->follower, -1) &&
                LIST_PUSH(arena, &parts->leader, -1) && LIST_PUSH(arena, &parts->n_followed, 0);
    return kept ? at : -1;
}

static void note(int *known, int seen) { *known = *known == -1 || *known == seen ? seen : -2; }

static void follow(Parts *parts, int part, int next, int count)
{
    if (part >= 0) {
        note(&parts->follower.items[part], next < 0 ? -2 : next);
        parts->n_followed.items[part] += next >= 0 ? count : 0;
    }
    if (next >= 0) note(&parts->leader.items[next], part < 0 ? -2 : part);
}

static bool parts_read(Parts *parts, const Distinct *answers, const int order[], char separator, Arena *arena)
{
    const char ends[] = {separator, '\0'};
    if (!(parts->names = names_create(arena, NAME_STYLE_NAME))) return false;
    for (int i = 0; i < answers->n; i++) {
        int before = -1;
        for (const char *at = answers->text[order[i]]; at;) {
            size_t length = strcspn(at, ends);
            char *raw = arena_copy_n(arena, at, length), *part = raw ? text_trim(arena, raw) : NULL;
            if (!part) return false;
            at = at[length] ? at + length + 1 : NULL;
            if (!*part) continue;
            int here = part_number(parts, part, arena);
            if (here < 0) return false;
            parts->count.items[here] += answers->count[order[i]];
            follow(parts, before, here, answers->count[order[i]]);
            before = here;
        }
        follow(parts, before, -1, answers->count[order[i]]);
    }
    return true;
}

/* Whether `part` and what follows it are one option cut in two. */
static bool is_cut(const Parts *parts, int part)
{
    int next = parts->follower.items[part];
    if (next < 0) return false;
    const char *text = names_get(parts->names, part), *after = names_get(parts->names, next);
    if (parts->leader.items[next] != part) return false;
    if (open_brackets(text) > 0) return true;
    int n = names_count(parts->names);
    bool continues = begins_small(after) && 2 * parts->n_upper > n;
    bool said_so = strncmp(after, "and ", 4) == 0 || strncmp(after, "or ", 3) == 0 || strncmp(after, "y ", 2) == 0 ||
                   strncmp(after, "etc", 3) == 0 || strncmp(after, "e.g", 3) == 0;
    return said_so || (continues && parts->count.items[part] >= 2);
}

/* Inside brackets the parts may recur elsewhere ("e.g.", "other)"): text decides, cell by cell. */
static CadreStatus add_bracketed(Names *found, const Drafter *drafter, const DraftColumn *column)
{
    const Distinct *answers = &column->answers;
    const char ends[] = {column->separator, '\0'};
    const int *order = drafter_sorted(drafter, answers);
    if (!order) return error_no_memory(drafter->err);
    for (int i = 0; i < answers->n; i++)
        for (const char *at = answers->text[order[i]]; at && *at;) {
            size_t length = strcspn(at, ends), first = length;
            for (int n = 0; at[length] && n < LONGEST_RUN; n++) {
                char *piece = arena_copy_n(drafter->scratch, at, length);
                if (!piece) return error_no_memory(drafter->err);
                if (open_brackets(piece) <= 0) break;
                length += 1 + strcspn(at + length + 1, ends);
            }
            char *raw = arena_copy_n(drafter->scratch, at, length), *option = raw ? text_trim(drafter->scratch, raw) : NULL;
            if (!option) return error_no_memory(drafter->err);
            if (length == first || open_brackets(option) != 0)
                length = first;
            else if (names_add(found, option) < 0)
                return error_no_memory(drafter->err);
            at = at[length] ? at + length + 1 : NULL;
        }
    return CADRE_OK;
}

static CadreStatus add_chains(Names *found, const Drafter *drafter, const DraftColumn *column, const Parts *parts)
{
    int n = names_count(parts->names);
    bool *inner = ARENA_ARRAY(drafter->scratch, bool, n + 1);
    if (!inner) return error_no_memory(drafter->err);
    for (int i = 0; i < n; i++)
        if (is_cut(parts, i)) inner[parts->follower.items[i]] = true;
    for (int i = 0; i < n; i++) {
        if (inner[i] || !is_cut(parts, i)) continue;
        const char *text = names_get(parts->names, i);
        int part = i;
        for (int length = 0; is_cut(parts, part) && length < LONGEST_RUN && text; length++) {
            part = parts->follower.items[part];
            text = arena_print(drafter->arena, "%s%c %s", text, column->separator, names_get(parts->names, part));
        }
        if (!text || names_add(found, text) < 0) return error_no_memory(drafter->err);
    }
    return CADRE_OK;
}

static CadreStatus add_row(Drafter *drafter, const char *header, const char *option)
{
    const Sheet *sheet = &drafter->plan.sheets[SHEET_OPTIONS];
    char *key = text_name_key(drafter->scratch, option), *own = text_header_key(drafter->scratch, header);
    if (!key || !own) return error_no_memory(drafter->err);
    for (int row = 0; sheet->present && row < sheet->table.n_rows; row++) {
        char *there = text_name_key(drafter->scratch, sheet_cell(sheet, row, OPTIONS_OPTION));
        char *its = text_header_key(drafter->scratch, sheet_cell(sheet, row, OPTIONS_HEADER));
        if (!there || !its) return error_no_memory(drafter->err);
        if (strcmp(there, key) == 0 && strcmp(its, own) == 0) return CADRE_OK;
    }
    const char *cells[] = {[OPTIONS_HEADER] = header, [OPTIONS_OPTION] = option};
    return drafter_add(drafter, SHEET_OPTIONS, cells);
}

static CadreStatus options_of(Drafter *drafter, DraftColumn *column)
{
    Parts parts = {0};
    Names *found = names_create(drafter->arena, NAME_STYLE_NAME);
    if (!column->separator) column->separator = ','; /* in no cell */
    const int *order = drafter_sorted(drafter, &column->answers);
    if (!found || !order || !parts_read(&parts, &column->answers, order, column->separator, drafter->scratch))
        return error_no_memory(drafter->err);
    TRY(add_bracketed(found, drafter, column));
    TRY(add_chains(found, drafter, column, &parts));
    int n = names_count(found);
    column->options = found;
    for (int i = 0; i < n && drafter_may_write(drafter, SHEET_OPTIONS); i++)
        TRY(add_row(drafter, column->header, names_get(found, i)));
    if (n == 0) return CADRE_OK;
    return drafter_tell(drafter, true, "options.csv", "%d option%s of \"%.80s\" hold%s the separator, as \"%.60s\"", n,
                        n == 1 ? "" : "s", column->header, n == 1 ? "s" : "", names_get(found, 0));
}

static int by_count(const void *left, const void *right)
{
    const TickedOption *a = left, *b = right;
    return a->count != b->count ? (a->count < b->count) - (a->count > b->count) : strcmp(a->text, b->text);
}

CadreStatus drafter_options(TickedOption **out, int *n, const Drafter *drafter, const DraftColumn *column)
{
    Checklist list;
    int n_whole = column->options ? names_count(column->options) : 0;
    const char **whole = ARENA_ARRAY(drafter->scratch, const char *, n_whole + 1);
    Names *names = names_create(drafter->arena, NAME_STYLE_NAME);
    if (!whole || !names) return error_no_memory(drafter->err);
    for (int i = 0; i < n_whole; i++) whole[i] = names_get(column->options, i);
    TRY(checklist_read(&list, &column->answers, column->separator, whole, n_whole, drafter->scales, drafter->scratch,
                       drafter->err));
    int n_ticks = list.first[column->answers.n];
    TickedOption *options = ARENA_ARRAY(drafter->arena, TickedOption, n_ticks + 1);
    if (!options) return error_no_memory(drafter->err);
    for (int i = 0; i < column->answers.n; i++)
        for (int tick = list.first[i]; tick < list.first[i + 1]; tick++) {
            int at = names_add(names, list.texts[tick]);
            if (at < 0) return error_no_memory(drafter->err);
            options[at] = (TickedOption){names_get(names, at), options[at].count + column->answers.count[i]};
        }
    *n = names_count(names);
    qsort(options, (size_t)*n, sizeof *options, by_count);
    *out = options;
    return CADRE_OK;
}

CadreStatus draft_options_sheet(Drafter *drafter)
{
    for (int i = 0; i < drafter->n_columns; i++)
        if (means_is_checklist(drafter->columns[i].meaning.means) && !drafter->columns[i].of_plan)
            TRY(options_of(drafter, &drafter->columns[i]));
    return CADRE_OK;
}
