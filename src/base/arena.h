/* arena.h: memory with one owner. All that a run makes lives in its arena and goes with it; nothing is freed singly.
 * An arena serves one thread at a time; threads get child arenas. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct Arena Arena;

/* A new arena, or NULL where there is no memory. With a parent it is released with it at the latest. Making a child is not
 * thread-safe with regard to the parent. */
Arena *arena_create(Arena *parent);
void arena_release(Arena *arena); /* NULL is allowed */

/* `size` bytes set to 0 and aligned for any type; NULL where there is no memory. */
void *arena_get(Arena *arena, size_t size);
/* The same for n elements; NULL also where n * size overflows. Cost O(n * size). */
void *arena_get_array(Arena *arena, size_t n, size_t size);
char *arena_copy(Arena *arena, const char *text); /* NULL where there is no memory */
char *arena_copy_n(Arena *arena, const char *text, size_t length);
char *arena_print(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_print_v(Arena *arena, const char *format, va_list arguments);

/* Call `release(object)` when the arena goes; 0 where there is no memory (then `release` is not called). */
int arena_defer(Arena *arena, void (*release)(void *object), void *object);

#define ARENA_NEW(arena, Type)      ((Type *)arena_get((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, n) ((Type *)arena_get_array((arena), (size_t)(n), sizeof(Type)))

/* A growable array: any struct with `Type *items; int n, capacity;`. LIST_PUSH is 1, or 0 where there is no memory (the list
 * is then as it was). Growth doubles inside the arena: at most twice the final size is used. */
#define LIST(Type)                                                                                                             \
    struct {                                                                                                                   \
        Type *items;                                                                                                           \
        int n, capacity;                                                                                                       \
    }
#define LIST_PUSH(arena, list, ...)                                                                                            \
    (arena_list_room((arena), (void **)&(list)->items, (list)->n, &(list)->capacity, sizeof *(list)->items)                    \
         ? ((list)->items[(list)->n++] = (__VA_ARGS__), 1)                                                                     \
         : 0)

int arena_list_room(Arena *arena, void **items, int n, int *capacity, size_t size); /* for LIST_PUSH */

#endif
