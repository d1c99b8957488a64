#include "read/vocabulary.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct Spelling {
    SpellingRank rank;
    int count;
} Spelling;

struct Vocabulary {
    Arena *arena;
    Names *names;     /* by key: the provisional numbers */
    Names *spellings; /* byte by byte */
    LIST(Spelling) ranks;
    LIST(int) best; /* [names] its best spelling so far */
};

Vocabulary *vocabulary_create(Arena *arena, NameStyle style)
{
    Vocabulary *vocabulary = ARENA_NEW(arena, Vocabulary);
    if (!vocabulary) return NULL;
    vocabulary->arena = arena;
    vocabulary->names = names_create(arena, style);
    vocabulary->spellings = names_create(arena, NAME_STYLE_EXACT);
    return vocabulary->names && vocabulary->spellings ? vocabulary : NULL;
}

static bool spelling_beats(const Vocabulary *vocabulary, int a, int b)
{
    Spelling left = vocabulary->ranks.items[a], right = vocabulary->ranks.items[b];
    if (left.rank != right.rank) return left.rank < right.rank;
    if (left.count != right.count) return left.count > right.count;
    return strcmp(names_get(vocabulary->spellings, a), names_get(vocabulary->spellings, b)) < 0;
}

/* Count a spelling of a known name and keep the best one. A count only grows, so the best so far is the only rival. */
static bool spelling_count(Vocabulary *vocabulary, int name, const char *text, SpellingRank rank, int count)
{
    int at = names_add(vocabulary->spellings, text);
    if (at < 0) return false;
    if (at == vocabulary->ranks.n && !LIST_PUSH(vocabulary->arena, &vocabulary->ranks, (Spelling){rank, 0})) return false;
    Spelling *spelling = &vocabulary->ranks.items[at];
    if (rank < spelling->rank) *spelling = (Spelling){rank, 0};
    if (rank == spelling->rank) spelling->count += count;
    int *best = &vocabulary->best.items[name];
    if (*best < 0 || spelling_beats(vocabulary, at, *best)) *best = at;
    return true;
}

int vocabulary_add(Vocabulary *vocabulary, const char *name, SpellingRank rank, int count)
{
    int number = names_add(vocabulary->names, name);
    if (number < 0) return -1;
    if (number == vocabulary->best.n && !LIST_PUSH(vocabulary->arena, &vocabulary->best, -1)) return -1;
    return spelling_count(vocabulary, number, name, rank, count) ? number : -1;
}

int vocabulary_spell(Vocabulary *vocabulary, const char *name)
{
    int number = names_find(vocabulary->names, name);
    return number < 0 || spelling_count(vocabulary, number, name, SPELLING_SHEET, 1);
}

int vocabulary_find(const Vocabulary *vocabulary, const char *name) { return names_find(vocabulary->names, name); }

int vocabulary_count(const Vocabulary *vocabulary) { return names_count(vocabulary->names); }

const char *vocabulary_spelling(const Vocabulary *vocabulary, int number)
{
    return names_get(vocabulary->spellings, vocabulary->best.items[number]);
}

typedef struct Keyed {
    const char *key;
    int number;
} Keyed;

static int by_key(const void *left, const void *right)
{
    return strcmp(((const Keyed *)left)->key, ((const Keyed *)right)->key);
}

Names *vocabulary_finish(const Vocabulary *vocabulary, NameStyle style, int n_fixed, int **final_of, Arena *arena)
{
    int n = vocabulary_count(vocabulary);
    Keyed *order = ARENA_ARRAY(arena, Keyed, n + 1);
    int *numbers = ARENA_ARRAY(arena, int, n + 1);
    Names *names = names_create(arena, style);
    if (!order || !numbers || !names) return NULL;
    for (int i = 0; i < n; i++) order[i] = (Keyed){names_key(vocabulary->names, i), i};
    if (n > n_fixed) qsort(order + n_fixed, (size_t)(n - n_fixed), sizeof *order, by_key);
    for (int i = 0; i < n; i++) {
        if (names_add(names, vocabulary_spelling(vocabulary, order[i].number)) != i) return NULL;
        numbers[order[i].number] = i;
    }
    *final_of = numbers;
    return names;
}
