/* column_names.c: what a header says by itself: its question, its brackets, its rank. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/columns.h"

const char *const means_names[MEANS_COUNT] = {
    [MEANS_IGNORE] = "ignore",         [MEANS_ID] = "id",
    [MEANS_EMAIL] = "email",           [MEANS_NAME] = "name",
    [MEANS_TIMESTAMP] = "timestamp",   [MEANS_SITE] = "site",
    [MEANS_POSITION] = "position",     [MEANS_HOURS] = "hours",
    [MEANS_MAX_GROUPS] = "max_groups", [MEANS_MAX_LEADS] = "max_leads",
    [MEANS_FIELD] = "field",           [MEANS_FIELDS] = "fields",
    [MEANS_SKILL] = "skill",           [MEANS_INTEREST] = "interest",
    [MEANS_FOCUS] = "focus",           [MEANS_SKILLS] = "skills",
    [MEANS_INTERESTS] = "interests",   [MEANS_FOCUSES] = "focuses",
    [MEANS_CHOICE] = "choice",
};

/* The last `]` and the `[` that it closes; false where there are none. */
static bool last_brackets(const char *header, size_t *open, size_t *close)
{
    const char *end = strrchr(header, ']');
    if (!end) return false;
    int depth = 1;
    for (const char *at = end; at-- > header;) {
        if (*at == ']') depth++;
        if (*at == '[' && --depth == 0) {
            *open = (size_t)(at - header);
            *close = (size_t)(end - header);
            return true;
        }
    }
    return false;
}

/* header[from, to) trimmed, or the whole header trimmed where that is blank. */
static char *part_or_all(Arena *arena, const char *header, size_t from, size_t to)
{
    const char *part = arena_copy_n(arena, header + from, to - from);
    if (!part) return NULL;
    return text_trim(arena, text_is_blank(part) ? header : part);
}

char *columns_default_name(Arena *arena, const char *header)
{
    size_t open, close;
    if (!last_brackets(header, &open, &close)) return text_trim(arena, header);
    return part_or_all(arena, header, open + 1, close);
}

char *columns_question(Arena *arena, const char *header)
{
    size_t open, close;
    if (!last_brackets(header, &open, &close)) return text_trim(arena, header);
    return part_or_all(arena, header, 0, open);
}

const char *columns_after_code(const char *header)
{
    size_t length = strcspn(header, " ");
    if (length < 2 || header[length] != ' ' || !strchr(".:)", header[length - 1])) return header;
    size_t digit = strcspn(header, "0123456789");
    return digit < length ? header + length + 1 : header;
}

int columns_rank(const char *name)
{
    enum { WORDS = 5 };
    static const char *const ordinals[][WORDS] = {{"first", "primera", "primero", "primer", "top"},
                                                  {"second", "segunda", "segundo"},
                                                  {"third", "tercera", "tercero", "tercer"},
                                                  {"fourth", "cuarta", "cuarto"},
                                                  {"fifth", "quinta", "quinto"},
                                                  {"sixth", "sexta", "sexto"}};
    const char *digit = strpbrk(name, "0123456789");
    if (digit) {
        char *end;
        long rank = strtol(digit, &end, 10);
        bool is_whole = end[0] != '.' || !isdigit((unsigned char)end[1]);
        return is_whole && rank >= 1 && rank <= 1000 ? (int)rank : 0;
    }
    for (size_t rank = 0; rank < sizeof ordinals / sizeof *ordinals; rank++)
        for (int i = 0; i < WORDS && ordinals[rank][i]; i++)
            for (const char *at = strcasestr(name, ordinals[rank][i]); at; at = strcasestr(at + 1, ordinals[rank][i])) {
                size_t length = strlen(ordinals[rank][i]);
                bool starts = at == name || !isalpha((unsigned char)at[-1]);
                if (starts && !isalpha((unsigned char)at[length])) return (int)rank + 1;
            }
    return 0;
}
