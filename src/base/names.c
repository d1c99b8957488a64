/* names.c: a uthash table from keys to indices. The keys and spellings live in the arena; uthash's own blocks are released
 * when the arena goes. */
#include "base/names.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/text_key.h"

#define uthash_malloc(size)        memory_get(size)
#define uthash_free(block, size)   memory_free(block)
#define HASH_NONFATAL_OOM          1
#define uthash_nonfatal_oom(entry) ((entry)->refused = true)
#include <uthash.h>

enum { SHORT_KEY = 256 };

typedef struct NameEntry {
    const char *key;
    const char *name;
    int index;
    bool refused; /* uthash had no memory for it */
    UT_hash_handle hh;
} NameEntry;

struct Names {
    Arena *arena;
    NameStyle style;
    NameEntry *table;
    LIST(NameEntry *) entries;
};

static void names_clear(void *object)
{
    Names *names = object;
    HASH_CLEAR(hh, names->table);
}

Names *names_create(Arena *arena, NameStyle style)
{
    Names *names = ARENA_NEW(arena, Names);
    if (!names || !arena_defer(arena, names_clear, names)) return NULL;
    names->arena = arena;
    names->style = style;
    return names;
}

static const char *make_key(NameStyle style, Arena *arena, const char *name)
{
    if (style == NAME_STYLE_EXACT) return arena_copy(arena, name);
    return style == NAME_STYLE_HEADER ? text_header_key(arena, name) : text_name_key(arena, name);
}

static NameEntry *find_key(const Names *names, const char *key)
{
    NameEntry *entry = NULL;
    HASH_FIND(hh, names->table, key, strlen(key), entry);
    return entry;
}

/* The key of `name` in `buffer`, or where that is too small in a new arena, *more, that the caller releases. */
static const char *lookup_key(const Names *names, const char *name, char buffer[SHORT_KEY], Arena **more)
{
    *more = NULL;
    if (names->style == NAME_STYLE_EXACT) return name;
    if (text_key_ascii(buffer, SHORT_KEY, name, names->style == NAME_STYLE_HEADER)) return buffer;
    *more = arena_create(NULL);
    return *more ? make_key(names->style, *more, name) : NULL;
}

int names_find(const Names *names, const char *name)
{
    char buffer[SHORT_KEY];
    Arena *more;
    const char *key = lookup_key(names, name, buffer, &more);
    NameEntry *entry = key ? find_key(names, key) : NULL;
    arena_release(more);
    return entry ? entry->index : -1;
}

int names_add(Names *names, const char *name)
{
    int known = names_find(names, name);
    if (known >= 0) return known;
    NameEntry *entry = ARENA_NEW(names->arena, NameEntry);
    if (!entry) return -1;
    entry->key = make_key(names->style, names->arena, name);
    if (!entry->key) return -1;
    NameEntry *twin = find_key(names, entry->key); /* where names_find had no memory for the key */
    if (twin) return twin->index;
    entry->name = names->style == NAME_STYLE_EXACT ? entry->key : text_trim(names->arena, name);
    entry->index = names->entries.n;
    if (!entry->name || !LIST_PUSH(names->arena, &names->entries, entry)) return -1;
    HASH_ADD_KEYPTR(hh, names->table, entry->key, strlen(entry->key), entry);
    if (entry->refused) {
        names->entries.n--;
        return -1;
    }
    return entry->index;
}

int names_count(const Names *names) { return names->entries.n; }

const char *names_get(const Names *names, int index) { return names->entries.items[index]->name; }

const char *names_key(const Names *names, int index) { return names->entries.items[index]->key; }

/* The entry nearest to `key`, or NULL where all are over a third of its length away. */
static const NameEntry *nearest_entry(const Names *names, const char *key)
{
    const NameEntry *best = NULL;
    int limit = (int)(strlen(key) / 3);
    for (int i = 0; i < names->entries.n; i++) {
        const NameEntry *entry = names->entries.items[i];
        int distance = text_distance(key, entry->key, limit);
        if (distance > limit) continue;
        if (best && distance == limit && strcmp(entry->key, best->key) > 0) continue;
        best = entry;
        limit = distance;
    }
    return best;
}

const char *names_nearest(const Names *names, const char *name)
{
    char buffer[SHORT_KEY];
    Arena *more;
    const char *key = lookup_key(names, name, buffer, &more);
    const NameEntry *best = key ? nearest_entry(names, key) : NULL;
    arena_release(more);
    return best ? best->name : NULL;
}
