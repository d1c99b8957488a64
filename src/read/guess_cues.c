#include "read/guess_cues.h"

#include <string.h>

#include "base/text.h"
#include "read/guess_cue_table.h"

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* The bytes of a mark beyond ASCII at `text` (an opening question mark, a dash, a curly quote): 0 where there is none. */
static size_t mark_length(const char *text)
{
    if (strncmp(text, "\u00BF", 2) == 0 || strncmp(text, "\u00A1", 2) == 0) return 2;
    return strncmp(text, "\xE2\x80", 2) == 0 && text[2] ? 3 : 0;
}

char *cue_words(Arena *arena, const char *text)
{
    char *key = text_name_key(arena, text);
    char *words = key ? arena_get(arena, strlen(key) + 3) : NULL;
    if (!words) return NULL;
    size_t n = 0;
    words[n++] = ' ';
    for (size_t length; *key; key += length ? length : 1) {
        length = mark_length(key);
        if (*key == '\'' || strncmp(key, "\u2019", 3) == 0) continue; /* teacher's */
        if (is_word_byte(*key) && length == 0)
            words[n++] = *key;
        else if (words[n - 1] != ' ')
            words[n++] = ' ';
    }
    if (words[n - 1] != ' ') words[n++] = ' ';
    words[n] = '\0';
    return words;
}

/* The bytes that a hint takes of `at`, the blank before a word: 0 where it does not stand there, else up to the next blank. */
static size_t cue_length(const Cue *cue, const char *at)
{
    size_t length = strlen(cue->words);
    bool open = cue->words[length - 1] == '*';
    if (open) length--;
    if (strncmp(at + 1, cue->words, length) != 0) return 0;
    if (!open) return at[1 + length] == ' ' ? 1 + length : 0;
    return 1 + length + strcspn(at + 1 + length, " ");
}

/* The longest hint of these kinds at one word; NULL where there is none. */
static const Cue *longest_cue(const char *at, int kinds, size_t *length)
{
    const Cue *best = NULL;
    *length = 0;
    for (size_t i = 0; i < cue_ratings.n + cue_people.n; i++) {
        const Cue *cue = i < cue_ratings.n ? &cue_ratings.items[i] : &cue_people.items[i - cue_ratings.n];
        if (!(cue->kinds & kinds)) continue;
        size_t here = cue_length(cue, at);
        if (here <= *length) continue;
        *length = here;
        best = cue;
    }
    return best;
}

CueHit cues_first(const char *words, int kinds)
{
    for (const char *at = words; at[0] && at[1];) {
        size_t length;
        const Cue *cue = longest_cue(at, kinds | CUE_MASK, &length);
        if (cue && cue->kinds != CUE_MASK) return (CueHit){cue->kinds & kinds, (int)(at - words), cue->field};
        at += cue ? length : 1 + strcspn(at + 1, " ");
    }
    return (CueHit){0};
}

int cues_count_words(const char *words)
{
    int n = 0;
    for (const char *at = words; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) n++;
    return n;
}

bool cues_cover(const char *words, int kinds)
{
    for (const char *at = words; at[0] && at[1];) {
        size_t length;
        if (!longest_cue(at, kinds, &length)) return false;
        at += length;
    }
    return true;
}
