#include "base/arena.h"

#include <assert.h>
#include <limits.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK_SIZE = 64 * 1024 };

typedef struct Block {
    struct Block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
} Block;

typedef struct Deferred {
    struct Deferred *next;
    void (*release)(void *);
    void *object;
} Deferred;

struct Arena {
    Block *blocks;
    Deferred *deferred;
    Arena *parent, *children, *next_sibling, *previous_sibling;
};

Arena *arena_create(Arena *parent)
{
    Arena *arena = memory_get(sizeof *arena);
    if (!arena) return NULL;
    *arena = (Arena){.parent = parent};
    if (parent) {
        arena->next_sibling = parent->children;
        if (parent->children) parent->children->previous_sibling = arena;
        parent->children = arena;
    }
    return arena;
}

static void unlink_from_parent(Arena *arena)
{
    if (arena->previous_sibling)
        arena->previous_sibling->next_sibling = arena->next_sibling;
    else if (arena->parent)
        arena->parent->children = arena->next_sibling;
    if (arena->next_sibling) arena->next_sibling->previous_sibling = arena->previous_sibling;
}

void arena_release(Arena *arena)
{
    if (!arena) return;
    while (arena->children) arena_release(arena->children);
    for (Deferred *deferred = arena->deferred; deferred; deferred = deferred->next) deferred->release(deferred->object);
    unlink_from_parent(arena);
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        memory_free(block);
    }
    memory_free(arena);
}

/* A large piece has a block of its own, zeroed by the system; the present one stays in use. */
static void *get_large(Arena *arena, size_t size)
{
    Block *fresh = memory_get_zeroed(sizeof *fresh + size);
    if (!fresh) return NULL;
    fresh->used = fresh->size = size;
    Block **place = arena->blocks ? &arena->blocks->next : &arena->blocks;
    fresh->next = *place;
    *place = fresh;
    return fresh->bytes;
}

void *arena_get(Arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX / 2) return NULL;
    if (size > BLOCK_SIZE) return get_large(arena, size);
    size = (size + unit - 1) / unit * unit;
    Block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        Block *fresh = memory_get(sizeof *fresh + BLOCK_SIZE);
        if (!fresh) return NULL;
        *fresh = (Block){.next = block, .size = BLOCK_SIZE};
        arena->blocks = block = fresh;
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    return memset(piece, 0, size);
}

void *arena_get_array(Arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size) return NULL;
    return arena_get(arena, n * size);
}

char *arena_copy_n(Arena *arena, const char *text, size_t length)
{
    char *copy = arena_get(arena, length + 1);
    return copy ? memcpy(copy, text, length) : NULL;
}

char *arena_copy(Arena *arena, const char *text) { return arena_copy_n(arena, text, strlen(text)); }

char *arena_print_v(Arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) return NULL;
    char *text = arena_get(arena, (size_t)length + 1);
    if (text) vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_print(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_print_v(arena, format, arguments);
    va_end(arguments);
    return text;
}

int arena_defer(Arena *arena, void (*release)(void *object), void *object)
{
    Deferred *deferred = ARENA_NEW(arena, Deferred);
    if (!deferred) return 0;
    *deferred = (Deferred){.next = arena->deferred, .release = release, .object = object};
    arena->deferred = deferred;
    return 1;
}

int arena_list_room(Arena *arena, void **items, int n, int *capacity, size_t size)
{
    if (n < *capacity) return 1;
    if (*capacity > INT_MAX / 2) return 0;
    int wanted = *capacity ? 2 * *capacity : 8;
    void *grown = arena_get_array(arena, (size_t)wanted, size);
    if (!grown) return 0;
    if (n) memcpy(grown, *items, (size_t)n * size);
    *items = grown;
    *capacity = wanted;
    return 1;
}
