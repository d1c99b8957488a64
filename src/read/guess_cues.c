#include "read/guess_cues.h"

#include <string.h>

#include "base/text.h"
#include "read/guess_cue_table.h"

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* The bytes of a mark beyond ASCII at `text` (an opening question mark, a degree sign, a dash, a curly quote): 0 where there is
 * none. */
static size_t mark_length(const char *text)
{
    if (strncmp(text, "\u00BF", 2) == 0 || strncmp(text, "\u00A1", 2) == 0 || strncmp(text, "\u00B0", 2) == 0) return 2;
    return strncmp(text, "\xE2\x80", 2) == 0 && text[2] ? 3 : 0;
}

/* `text` with the words of `HaveWorkedWith` parted, where no blank parts any. NULL where there is no memory. */
static const char *part_words(Arena *arena, const char *text)
{
    size_t length = strlen(text), n = 0;
    if (strchr(text, ' ')) return text;
    char *parted = arena_get(arena, 2 * length + 1);
    for (size_t i = 0; parted && i < length; i++) {
        if (i > 0 && text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z') parted[n++] = ' ';
        parted[n++] = text[i];
    }
    return parted;
}

char *cue_words(Arena *arena, const char *text)
{
    const char *parted = part_words(arena, text);
    char *key = parted ? text_name_key(arena, parted) : NULL;
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

/* The bytes that the word at `at`, a blank before it, takes where it is one of choice[0, length), parted by `|`; else 0. */
static size_t word_length(const char *choice, size_t length, const char *at)
{
    size_t word = strcspn(at + 1, " ");
    for (const char *end = choice + length; choice < end;) {
        size_t here = strcspn(choice, "| ?");
        bool open = choice[here - 1] == '*';
        size_t fixed = here - open;
        if (word >= fixed && (open || word == fixed) && strncmp(at + 1, choice, fixed) == 0) return 1 + word;
        choice += here + 1;
    }
    return 0;
}

/* The bytes that a phrase takes of `at`, the blank before a word: -1 where it does not stand there, else up to the next blank.
 */
static int phrase_length(const char *phrase, const char *at)
{
    if (!*phrase) return 0;
    size_t length = strcspn(phrase, " ");
    const char *rest = phrase + length + (phrase[length] == ' ');
    bool optional = phrase[length - 1] == '?';
    size_t taken = at[0] && at[1] ? word_length(phrase, length - optional, at) : 0;
    int more = taken ? phrase_length(rest, at + taken) : -1;
    if (more >= 0) return (int)taken + more;
    return optional ? phrase_length(rest, at) : -1;
}

/* The family of the longest hint of these kinds at one word; NULL where there is none. */
static const CueFamily *longest_cue(const char *at, int kinds, size_t *length)
{
    const CueFamily *best = NULL;
    *length = 0;
    for (size_t i = 0; i < cue_ratings.n + cue_people.n; i++) {
        const CueFamily *family = i < cue_ratings.n ? &cue_ratings.items[i] : &cue_people.items[i - cue_ratings.n];
        if (!(family->kinds & kinds)) continue;
        for (const char *const *phrase = family->phrases; *phrase; phrase++) {
            int here = phrase_length(*phrase, at);
            if (here <= (int)*length) continue;
            *length = (size_t)here;
            best = family;
        }
    }
    return best;
}

CueHit cues_first(const char *words, int kinds)
{
    for (const char *at = words; at[0] && at[1];) {
        size_t length;
        const CueFamily *cue = longest_cue(at, kinds | CUE_MASK, &length);
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
