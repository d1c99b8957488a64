#include "read/scenario_key.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "read/selector.h"

enum {
    SLASHES_MAX = 16,      /* in one key */
    SCORE_FIT = 1 << 28,   /* every part can be what it stands for */
    SCORE_SLASH = 1 << 21, /* more than any group's length: a cell is at most 1 MiB */
};

#define ONE(column, kind)                                                                                                      \
    {                                                                                                                          \
        1,                                                                                                                     \
        {                                                                                                                      \
            {                                                                                                                  \
                column, kind                                                                                                   \
            }                                                                                                                  \
        }                                                                                                                      \
    }

const KeyForms key_forms[SHEET_COUNT] = {
    [SHEET_COLUMNS] = {.n = 2,
                       .forms = {{2, {{COLUMNS_HEADER, PART_HEADER}, {COLUMNS_MEANS, PART_FIELD}}},
                                 {3,
                                  {{COLUMNS_SURVEY, PART_FILE}, {COLUMNS_HEADER, PART_HEADER}, {COLUMNS_MEANS, PART_FIELD}}}}},
    [SHEET_SCALES] = {.once = true, .n = 1, .forms = {{2, {{SCALES_SCALE, PART_WORD}, {SCALES_ANSWER, PART_NAME}}}}},
    [SHEET_OPTIONS] = {.once = true, .n = 1, .forms = {{2, {{OPTIONS_HEADER, PART_FIELD}, {OPTIONS_OPTION, PART_NAME}}}}},
    [SHEET_GROUPS] = {.once = true, .n = 1, .forms = {ONE(GROUPS_GROUP, PART_NAME)}},
    [SHEET_ROLES] = {.once = true, .n = 1, .forms = {{2, {{ROLES_GROUP, PART_GROUP}, {ROLES_ROLE, PART_NAME}}}}},
    [SHEET_NEEDS] =
        {.n = 2,
         .forms =
             {{3, {{NEEDS_GROUP, PART_GROUP}, {NEEDS_ROLE, PART_ROLE}, {NEEDS_SKILL, PART_NAME}}},
              {4, {{NEEDS_GROUP, PART_GROUP}, {NEEDS_ROLE, PART_ROLE}, {NEEDS_SKILL, PART_NAME}, {NEEDS_LEVEL, PART_NUMBER}}}}},
    [SHEET_MIX] = {.n = 1, .forms = {{3, {{MIX_GROUP, PART_GROUP}, {MIX_FIELD, PART_FIELD}, {MIX_VALUE, PART_NAME}}}}},
    [SHEET_PEOPLE] = {.once = true, .n = 2, .forms = {ONE(PEOPLE_ID, PART_NAME), ONE(PEOPLE_EMAIL, PART_NAME)}},
    [SHEET_SITES] = {.once = true, .n = 1, .forms = {ONE(SITES_SITE, PART_NAME)}},
    [SHEET_PINS] =
        {.n = 2,
         .forms = {{3, {{PINS_PERSON, PART_WORD}, {PINS_GROUP, PART_GROUP}, {PINS_RULE, PART_WORD}}},
                   {4, {{PINS_PERSON, PART_WORD}, {PINS_GROUP, PART_GROUP}, {PINS_ROLE, PART_ROLE}, {PINS_RULE, PART_WORD}}}}},
    [SHEET_PAIRS] =
        {.n = 2,
         .forms =
             {{3, {{PAIRS_PERSON, PART_WORD}, {PAIRS_OTHER, PART_WORD}, {PAIRS_RULE, PART_WORD}}},
              {4, {{PAIRS_PERSON, PART_WORD}, {PAIRS_OTHER, PART_WORD}, {PAIRS_RULE, PART_WORD}, {PAIRS_GROUP, PART_GROUP}}}}},
    [SHEET_PREVIOUS] = {.n = 1,
                        .forms = {{3,
                                   {{PREVIOUS_PERSON, PART_WORD}, {PREVIOUS_GROUP, PART_GROUP}, {PREVIOUS_ROLE, PART_NAME}}}}},
    [SHEET_SETTINGS] = {.once = true, .n = 1, .forms = {ONE(SETTINGS_SETTING, PART_HEADER)}},
};

const char *key_describe(SheetKind kind, Arena *arena)
{
    const KeyForms *forms = &key_forms[kind];
    const char *text = "";
    for (int i = 0; text && i < forms->n; i++)
        for (int j = 0; text && j < forms->forms[i].n; j++)
            text = arena_print(arena, "%s%s%s", text,
                               j   ? "/"
                               : i ? " or "
                                   : "",
                               sheet_specs[kind].columns[forms->forms[i].parts[j].column].name);
    return text;
}

static int count_slashes(const char *text)
{
    int n = 0;
    for (; *text; text++) n += *text == '/';
    return n;
}

static CadreStatus same_part(bool *same, KeyPartKind kind, const char *a, const char *b, Arena *arena, CadreError *err)
{
    char *(*key_of)(Arena *, const char *) = kind == PART_HEADER || kind == PART_FIELD ? text_header_key : text_name_key;
    const char *key_a = key_of(arena, a), *key_b = key_of(arena, b);
    if (!key_a || !key_b) return error_no_memory(err);
    *same = strcmp(key_a, key_b) == 0;
    return CADRE_OK;
}

/* The end of the part that begins at `start` and holds n_slashes of its own; NULL where the key has not so many. */
static const char *part_end(const char *start, int n_slashes)
{
    const char *end = start + strcspn(start, "/");
    for (; n_slashes > 0; n_slashes--) {
        if (!*end) return NULL;
        end += 1 + strcspn(end + 1, "/");
    }
    return end;
}

CadreStatus key_fits(bool *fits, const KeyForm *form, const char *const cells[], const char *key, Arena *arena, CadreError *err)
{
    *fits = false;
    for (int i = 0; i < form->n; i++) {
        const char *end = part_end(key, count_slashes(cells[i]));
        if (!end || (i == form->n - 1) != !*end) return CADRE_OK;
        const char *part = arena_copy_n(arena, key, (size_t)(end - key));
        bool same = false;
        if (!part) return error_no_memory(err);
        TRY(same_part(&same, form->parts[i].kind, part, cells[i], arena, err));
        if (!same) return CADRE_OK;
        key = end + 1;
    }
    *fits = true;
    return CADRE_OK;
}

typedef struct Splitter {
    const Names *groups, *roles;
    Arena *arena;
    KeySplit now, best;
    int best_score;
    bool lost; /* there was no memory */
} Splitter;

static bool is_group(Splitter *splitter, const char *text)
{
    if (!*text || strcmp(text, "*") == 0 || selector_names_kind(text)) return true;
    const char *at = strstr(text, " @ ");
    if (names_find(splitter->groups, text) >= 0 || !at) return names_find(splitter->groups, text) >= 0;
    const char *base = arena_copy_n(splitter->arena, text, (size_t)(at - text));
    splitter->lost |= !base;
    return base && names_find(splitter->groups, base) >= 0;
}

static bool is_number(const char *text)
{
    for (; *text; text++)
        if (!isdigit((unsigned char)*text)) return false;
    return true;
}

/* Whether the text can be what the part stands for. */
static bool part_can_be(Splitter *splitter, KeyPartKind kind, const char *text)
{
    switch (kind) {
    case PART_NAME:
    case PART_HEADER:
        return true;
    case PART_WORD:
    case PART_FIELD:
        return !strchr(text, '/');
    case PART_GROUP:
        return is_group(splitter, text);
    case PART_ROLE:
        return !*text || names_find(splitter->roles, text) >= 0;
    case PART_NUMBER:
        return *text && is_number(text);
    case PART_FILE:
        return !*text || (strchr(text, '.') && !strchr(text, '/'));
    }
    return false;
}

/* -1: this cut is none. */
static int score_cut(Splitter *splitter)
{
    const KeyForm *form = splitter->now.form;
    int n_slashes = 0, group_length = 0;
    bool fit = true;
    for (int i = 0; i < form->n; i++) {
        const char *cell = splitter->now.cells[i];
        n_slashes += count_slashes(cell);
        fit = fit && part_can_be(splitter, form->parts[i].kind, cell);
        if (form->parts[i].kind == PART_GROUP) group_length = (int)strlen(cell);
    }
    if (fit) return SCORE_FIT - n_slashes * SCORE_SLASH + group_length;
    return n_slashes == 0 ? 0 : -1;
}

/* Try every cut of `rest` into the parts from `part` on; false where there is no memory. */
static bool try_cuts(Splitter *splitter, int part, const char *rest)
{
    bool last = part == splitter->now.form->n - 1 || part == KEY_PARTS_MAX - 1;
    for (size_t length = last ? strlen(rest) : strcspn(rest, "/"); last || rest[length];
         length += 1 + strcspn(rest + length + 1, "/")) {
        const char *raw = arena_copy_n(splitter->arena, rest, length);
        if (!raw || !(splitter->now.cells[part] = text_trim(splitter->arena, raw))) return false;
        if (last) break;
        if (!try_cuts(splitter, part + 1, rest + length + 1)) return false;
    }
    int score = last ? score_cut(splitter) : -1;
    if (score > splitter->best_score) {
        splitter->best_score = score;
        splitter->best = splitter->now;
    }
    return true;
}

CadreStatus key_split(KeySplit *out, SheetKind kind, const char *key, const Names *groups, const Names *roles, Arena *arena,
                      CadreError *err)
{
    const KeyForms *forms = &key_forms[kind];
    Splitter splitter = {.groups = groups, .roles = roles, .arena = arena, .best_score = -1};
    /* a person's key is an e-mail or an id, which its text says; all other sheets' forms are told apart by their parts */
    int first = kind == SHEET_PEOPLE && strchr(key, '@') ? 1 : 0, end = kind == SHEET_PEOPLE ? first + 1 : forms->n;
    for (int i = first; i < end && count_slashes(key) <= SLASHES_MAX; i++) {
        splitter.now.form = &forms->forms[i];
        if (!try_cuts(&splitter, 0, key) || splitter.lost) return error_no_memory(err);
    }
    *out = splitter.best;
    return CADRE_OK;
}
