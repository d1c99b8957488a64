#include "read/scales.h"

#include <string.h>
#include <strings.h>

#include "base/names.h"
#include "read/damage.h"

enum { WORD_LENGTH_MAX = 255, LARGEST_LEVEL = 1000000 };

/* What one scale makes of one word; a word's entries are a list. */
typedef struct ScaleWord {
    int scale, value, next; /* next entry of the same word, -1 */
    Origin origin;          /* of scales.csv, else {NULL} */
} ScaleWord;

struct Scales {
    Arena *arena;
    Names *names[3]; /* the scales' names by kind: the two fixed ones, the plan's, the built-in ones */
    Names *words;
    LIST(int) first; /* [words] its first entry */
    LIST(ScaleWord) entries;
};

enum { KIND_FIXED, KIND_PLAN, KIND_BUILT_IN };

static int kind_count(const Scales *scales, int kind) { return names_count(scales->names[kind]); }

int scales_first_word(const Scales *scales) { return SCALE_FIRST_PLAN + kind_count(scales, KIND_PLAN); }

int scales_count(const Scales *scales) { return scales_first_word(scales) + kind_count(scales, KIND_BUILT_IN); }

const char *scales_name(const Scales *scales, int scale)
{
    if (scale < SCALE_FIRST_PLAN) return names_get(scales->names[KIND_FIXED], scale);
    if (scale < scales_first_word(scales)) return names_get(scales->names[KIND_PLAN], scale - SCALE_FIRST_PLAN);
    return names_get(scales->names[KIND_BUILT_IN], scale - scales_first_word(scales));
}

int scales_find(const Scales *scales, const char *name)
{
    static const int search_order[] = {KIND_PLAN, KIND_FIXED, KIND_BUILT_IN};
    for (int i = 0; i < 3; i++) {
        int kind = search_order[i], index = names_find(scales->names[kind], name);
        if (index < 0) continue;
        return index + (kind == KIND_FIXED ? 0 : kind == KIND_PLAN ? SCALE_FIRST_PLAN : scales_first_word(scales));
    }
    return -1;
}

int scales_find_built_in(const Scales *scales, const char *name)
{
    int index = names_find(scales->names[KIND_BUILT_IN], name);
    return index < 0 ? -1 : index + scales_first_word(scales);
}

const char *scales_nearest(const Scales *scales, const char *name)
{
    const char *nearest = names_nearest(scales->names[KIND_PLAN], name);
    return nearest ? nearest : names_nearest(scales->names[KIND_BUILT_IN], name);
}

static const ScaleWord *word_entry(const Scales *scales, int word, int scale)
{
    if (word < 0) return NULL;
    for (int at = scales->first.items[word]; at >= 0; at = scales->entries.items[at].next)
        if (scales->entries.items[at].scale == scale) return &scales->entries.items[at];
    return NULL;
}

static const ScaleWord *find_exactly(const Scales *scales, int scale, const char *text)
{
    return strlen(text) <= WORD_LENGTH_MAX ? word_entry(scales, names_find(scales->words, text), scale) : NULL;
}

/* The bytes of the white space at `text`, a no-break blank too; 0 where there is none. */
static size_t blank_length(const char *text)
{
    if (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n') return 1;
    return strncmp(text, "\u00a0", 2) == 0 ? 2 : 0;
}

static const char *skip_blanks(const char *text)
{
    for (size_t length; (length = blank_length(text)) > 0;) text += length;
    return text;
}

/* The bytes of the dash at `text`, also of one typed by a word processor; 0 where there is none. */
static size_t dash_length(const char *text)
{
    if (*text == '-') return 1;
    return strncmp(text, "\u2013", 3) == 0 || strncmp(text, "\u2014", 3) == 0 ? 3 : 0;
}

/* Whether what follows a word at `text` sets it apart from a remark. */
static bool starts_remark(const char *text)
{
    if (*text == '(' || *text == ':' || strncmp(text, "--", 2) == 0) return true;
    size_t blank = blank_length(text), dash = blank ? dash_length(text + blank) : 0;
    return dash > 0 && blank_length(text + blank + dash) > 0;
}

/* The entry of the answer, else of the longest known word that a remark follows. */
static const ScaleWord *find_word(const Scales *scales, int scale, const char *answer)
{
    const ScaleWord *entry = find_exactly(scales, scale, answer);
    size_t length = strlen(answer);
    if (length > WORD_LENGTH_MAX) length = WORD_LENGTH_MAX;
    for (size_t end = length; !entry && end-- > 1;) {
        if (!starts_remark(answer + end)) continue;
        char word[WORD_LENGTH_MAX + 1];
        memcpy(word, answer, end);
        word[end] = '\0';
        entry = find_exactly(scales, scale, word);
    }
    return entry;
}

int scales_value(const Scales *scales, int scale, const char *answer)
{
    const ScaleWord *entry = find_word(scales, scale, answer);
    return entry ? entry->value : SCALE_UNKNOWN;
}

bool scales_no_answer(const Scales *scales, const char *answer)
{
    return find_exactly(scales, SCALE_OF_NO_ANSWER, answer) != NULL;
}

static bool word_add(Scales *scales, int scale, const char *answer, int value, Origin origin)
{
    int word = names_add(scales->words, answer);
    if (word < 0) return false;
    if (word == scales->first.n && !LIST_PUSH(scales->arena, &scales->first, -1)) return false;
    ScaleWord entry = {scale, value, scales->first.items[word], origin};
    if (!LIST_PUSH(scales->arena, &scales->entries, entry)) return false;
    scales->first.items[word] = scales->entries.n - 1;
    return true;
}

/* The value of a level cell; SCALE_UNKNOWN where it is none. */
static int level_value(const char *text)
{
    int64_t value;
    if (text_is_blank(text)) return SCALE_NO_ANSWER;
    return text_to_hundredths(text, &value) && value <= LARGEST_LEVEL ? (int)value : SCALE_UNKNOWN;
}

static bool plan_row_add(Scales *scales, const Sheet *sheet, int row, Messages *messages)
{
    const char *name = sheet_cell(sheet, row, SCALES_SCALE), *answer = sheet_cell(sheet, row, SCALES_ANSWER);
    Origin origin = sheet_origin(sheet, row, SCALES_LEVEL);
    int value = level_value(sheet_cell(sheet, row, SCALES_LEVEL));
    int scale = scales_find(scales, name);
    if (*name == '\0' || *answer == '\0') return true; /* told when the sheet was read */
    if (value == SCALE_UNKNOWN) {
        messages_add(messages, CADRE_ERROR, origin, "\"level\" is \"%s\"; expected a whole number from 0 to 5, or blank",
                     sheet_cell(sheet, row, SCALES_LEVEL));
        return true;
    }
    if (scale == SCALE_OF_NO_ANSWER && value != SCALE_NO_ANSWER) {
        messages_add(messages, CADRE_ERROR, origin, "the scale \"no answer\" has a level; expected a blank one");
        return true;
    }
    const ScaleWord *known = find_exactly(scales, scale, answer);
    if (known && known->value == value) return true;
    if (known && known->origin.file) {
        messages_add(messages, CADRE_ERROR, origin, "\"%s\" has another level on this scale in line %d; expected one level",
                     answer, known->origin.line);
        return true;
    }
    return word_add(scales, scale, answer, value, origin);
}

/* Names first: the numbers of the built-in scales come after those of the plan. */
static bool plan_read_scales(Scales *scales, const Sheet *sheet, Messages *messages)
{
    for (int row = 0; row < sheet->table.n_rows; row++) {
        const char *name = sheet_cell(sheet, row, SCALES_SCALE);
        if (*name && names_find(scales->names[KIND_FIXED], name) < 0 && names_add(scales->names[KIND_PLAN], name) < 0)
            return false;
    }
    for (int row = 0; row < sheet->table.n_rows; row++)
        if (!plan_row_add(scales, sheet, row, messages)) return false;
    return true;
}

/* The next cell of the embedded table, unquoted, into cell[]; the position after its comma or line end. */
static const char *table_next_cell(const char *at, char cell[WORD_LENGTH_MAX + 1])
{
    size_t n = 0;
    bool quoted = *at == '"';
    for (at += quoted; *at && n < WORD_LENGTH_MAX; at++) {
        if (quoted && *at == '"' && *++at != '"') quoted = false;
        if (!quoted && (*at == ',' || *at == '\n' || *at == '\0')) break;
        if (*at != '\r') cell[n++] = *at;
    }
    cell[n] = '\0';
    return *at ? at + 1 : at;
}

static bool built_in_row_add(Scales *scales, const char *name, const char *answer, const char *level)
{
    int scale = names_find(scales->names[KIND_FIXED], name);
    if (scale < 0) {
        scale = names_add(scales->names[KIND_BUILT_IN], name);
        if (scale < 0) return false;
        scale += scales_first_word(scales);
    }
    return word_add(scales, scale, answer, level_value(level), (Origin){0});
}

static bool built_in_read(Scales *scales)
{
    static const char *const yes_no[2][6] = {{"yes", "y", "true", "s\u00ed", "x"}, {"no", "n", "false"}};
    for (int is_no = 0; is_no < 2; is_no++)
        for (const char *const *word = yes_no[is_no]; *word; word++)
            if (!word_add(scales, SCALE_OF_YES_NO, *word, is_no ? 0 : SCALE_TICK, (Origin){0})) return false;

    char name[WORD_LENGTH_MAX + 1], answer[WORD_LENGTH_MAX + 1], level[WORD_LENGTH_MAX + 1];
    const char *at = memchr(scales_text, '\n', scales_size); /* after the header */
    for (at = at ? at + 1 : ""; *at;) {
        at = table_next_cell(at, name);
        at = table_next_cell(at, answer);
        at = table_next_cell(at, level);
        if (*name && !built_in_row_add(scales, name, answer, level)) return false;
    }
    return true;
}

static Scales *scales_create(Arena *arena)
{
    Scales *scales = ARENA_NEW(arena, Scales);
    if (!scales || !(scales->words = names_create(arena, NAME_STYLE_NAME))) return NULL;
    scales->arena = arena;
    for (int kind = 0; kind < 3; kind++)
        if (!(scales->names[kind] = names_create(arena, NAME_STYLE_NAME))) return NULL;
    bool named = names_add(scales->names[KIND_FIXED], "no answer") == SCALE_OF_NO_ANSWER &&
                 names_add(scales->names[KIND_FIXED], "yes/no") == SCALE_OF_YES_NO;
    return named ? scales : NULL;
}

CadreStatus scales_read(Scales **out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err)
{
    Scales *scales = scales_create(arena);
    bool read = scales && (!plan || !plan->sheets[SHEET_SCALES].present ||
                           plan_read_scales(scales, &plan->sheets[SHEET_SCALES], messages));
    if (!read || !built_in_read(scales)) return error_no_memory(err);
    *out = scales;
    return CADRE_OK;
}

void scales_check_levels(const Scales *scales, const bool large[], Messages *messages)
{
    for (int i = 0; i < scales->entries.n; i++) {
        const ScaleWord *entry = &scales->entries.items[i];
        if (!entry->origin.file || large[entry->scale]) continue;
        if (entry->value > 5 * SCALE_UNIT || (entry->value > 0 && entry->value % SCALE_UNIT != 0))
            messages_add(messages, CADRE_ERROR, entry->origin,
                         "\"level\" is " SCALE_FORMAT
                         "; expected a whole number from 0 to 5, more only on a scale for hours or "
                         "limits",
                         SCALE_PRINTED(entry->value));
    }
}

/* Whether a digit follows a word that stands between two amounts, as in `3 or 4`. */
static bool is_between(const char *text)
{
    static const char *const words[] = {"or", "to", "and", "o", "u", "a", "y"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncasecmp(text, words[i], length) != 0 || blank_length(text + length) == 0) continue;
        const char *next = skip_blanks(text + length);
        return *next >= '0' && *next <= '9';
    }
    return false;
}

/* Whether what follows a number leaves it a number. */
static bool number_ends(const char *rest)
{
    if (*rest == '\0' || strchr("(=:)", *rest)) return true;
    if (*rest == '.') return rest[1] == '\0' || blank_length(rest + 1) > 0;
    if (blank_length(rest) == 0) return false;
    rest = skip_blanks(rest);
    size_t dash = dash_length(rest);
    if (dash == 0) return !is_between(rest);
    while (dash > 0) {
        rest += dash;
        dash = dash_length(rest);
    }
    rest = skip_blanks(rest);
    return *rest < '0' || *rest > '9'; /* "10 - 100" is a range */
}

int scales_number(const char *answer)
{
    static const char digits[] = "0123456789";
    size_t length = strspn(answer, digits);
    if (length == 0 || damage_is_date(damage_of(answer))) return -1;
    if (answer[length] == '.' || answer[length] == ',') {
        size_t decimals = strspn(answer + length + 1, digits);
        if (decimals > 0) length += 1 + decimals;
    }
    char number[16];
    int64_t value;
    if (length >= sizeof number || !number_ends(answer + length)) return -1;
    memcpy(number, answer, length);
    number[length] = '\0';
    return text_to_hundredths(number, &value) && value <= INT32_MAX / 2 ? (int)value : -1;
}
