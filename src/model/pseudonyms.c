#include "model/pseudonyms.h"

#include <stdlib.h>
#include <string.h>

typedef struct Letters {
    char text[HASH_KEYED_SIZE + 1];
    int of;
} Letters;

static int by_text(const void *left, const void *right)
{
    const Letters *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->of > b->of) - (a->of < b->of);
}

/* How many letters two have in common from the start. */
static int alike(const Letters *a, const Letters *b)
{
    int n = 0;
    while (n < HASH_KEYED_SIZE && a->text[n] == b->text[n]) n++;
    return n;
}

CadreStatus pseudonyms_make(const char ***out, const char *const texts[], int n, const HashKey *key, const char *kind,
                            const char *prefix, int shortest, Arena *arena, CadreError *err)
{
    Letters *letters = ARENA_ARRAY(arena, Letters, n);
    const char **names = ARENA_ARRAY(arena, const char *, n);
    if (!letters || !names) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        hash_keyed_letters(letters[i].text, key, kind, texts[i]);
        letters[i].of = i;
    }
    if (n > 1) qsort(letters, (size_t)n, sizeof *letters, by_text);
    for (int i = 0; i < n; i++) {
        int length = shortest, before = i > 0 ? alike(&letters[i], &letters[i - 1]) : 0;
        int after = i + 1 < n ? alike(&letters[i], &letters[i + 1]) : 0;
        if (before >= length) length = before + 1;
        if (after >= length) length = after + 1;
        names[letters[i].of] = arena_print(arena, "%s%.*s", prefix, length, letters[i].text);
        if (!names[letters[i].of]) return error_no_memory(err);
    }
    *out = names;
    return CADRE_OK;
}
