#include "explain/wording.h"

#include <assert.h>
#include <string.h>

#include "explain/phrases.h"

static bool is_name(const WordPlace *place, const char *name, size_t size)
{
    return strlen(place->name) == size && memcmp(place->name, name, size) == 0;
}

static const char *place_text(const WordPlace *places, int n_places, const char *name, size_t size)
{
    for (int i = 0; i < n_places; i++)
        if (is_name(&places[i], name, size)) return places[i].text;
    assert(0 && "a phrase has a place that is not filled");
    return NULL;
}

/* inside: what stands between the braces. */
static void place_add(TextBuffer *text, const char *inside, size_t size, const WordPlace *places, int n_places)
{
    const char *bar = memchr(inside, '|', size);
    const char *filled = place_text(places, n_places, inside, bar ? (size_t)(bar - inside) : size);
    if (!filled) {
        text->lost = true;
        return;
    }
    if (!bar) {
        buffer_add(text, filled);
        return;
    }
    const char *one = bar + 1, *end = inside + size, *many = memchr(one, '|', (size_t)(end - one));
    assert(many);
    if (strcmp(filled, "1") == 0)
        buffer_add_n(text, one, (size_t)(many - one));
    else
        buffer_add_n(text, many + 1, (size_t)(end - many - 1));
}

const char *const *const phrase_tables[PHRASE_TABLES] = {phrases_result, phrases_explain,   phrases_scenarios,
                                                         phrases_report, phrases_inventory, phrases_pages};

static const char *phrase_text(Phrase phrase)
{
    int table = 0;
    while (!phrase_tables[table][phrase]) table++;
    return phrase_tables[table][phrase];
}

void words_add_n(TextBuffer *text, Phrase phrase, const WordPlace *places, int n_places)
{
    const char *at = phrase_text(phrase);
    for (const char *open; (open = strchr(at, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        assert(close);
        buffer_add_n(text, at, (size_t)(open - at));
        place_add(text, open + 1, (size_t)(close - open - 1), places, n_places);
        at = close + 1;
    }
    buffer_add(text, at);
}

const char *words_plain(Phrase phrase, Arena *arena)
{
    TextBuffer words = {.arena = arena};
    CadreError unheard;
    const char *text;
    words_add_plain(&words, phrase);
    return buffer_text(&text, &words, &unheard) == CADRE_OK ? text : NULL;
}

const char *words_digits(char text[/*WORDS_AMOUNT_SIZE*/], int64_t number, bool grouped)
{
    int at = WORDS_AMOUNT_SIZE - 1, n = 0;
    text[at] = '\0';
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        if (grouped && n > 0 && n % 3 == 0) text[--at] = ',';
        text[--at] = (char)('0' + left % 10);
        left /= 10;
        n++;
    } while (left > 0);
    if (number < 0) text[--at] = '-';
    return text + at;
}

const char *words_number(int64_t number, Arena *arena)
{
    char digits[WORDS_AMOUNT_SIZE];
    return arena_copy(arena, words_digits(digits, number, false));
}

const char *words_amount(int64_t amount, Arena *arena)
{
    char digits[WORDS_AMOUNT_SIZE];
    return arena_copy(arena, words_digits(digits, amount, true));
}

const char *words_row(Origin origin, Arena *arena)
{
    if (!origin.file) return "";
    const char *slash = strrchr(origin.file, '/');
    return arena_print(arena, "%s:%d", slash ? slash + 1 : origin.file, origin.line);
}

const char *words_place(Origin origin, Arena *arena)
{
    const char *row = words_row(origin, arena);
    return row && *row ? arena_print(arena, " (%s)", row) : row;
}
