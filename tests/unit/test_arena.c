#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

enum { SMALL = 40, LARGE = 300 * 1024, ROUNDS = 2000 };

static bool is_zero(const char *piece, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (piece[i]) return false;
    return true;
}

/* Small and large pieces in turn, each filled, so that memory that is used again shows. */
Test(arena, pieces_are_zero_aligned_and_apart)
{
    for (int round = 0; round < 3; round++) {
        Arena *arena = arena_create(NULL);
        char *first = arena_get(arena, LARGE); /* no block before it */
        memset(first, 1, LARGE);
        for (int i = 0; i < ROUNDS; i++) {
            size_t size = i % 100 == 7 ? LARGE : (size_t)(i % SMALL);
            char *piece = arena_get(arena, size);
            cr_assert(is_zero(piece, size));
            cr_assert_eq((uintptr_t)piece % _Alignof(max_align_t), 0);
            memset(piece, i, size);
        }
        for (int i = 0; i < LARGE; i++) cr_assert_eq(first[i], 1);
        arena_release(arena);
    }
}

Test(arena, no_memory_is_null)
{
    Arena *arena = arena_create(NULL);
    cr_assert_not_null(arena_get(arena, SMALL));
    memory_fail_after(0);
    cr_expect_null(arena_get(arena, LARGE));
    cr_expect_not_null(arena_get(arena, SMALL), "there is room in the block");
    memory_fail_after(-1);
    cr_expect_null(arena_get(arena, SIZE_MAX));
    cr_expect_null(arena_get_array(arena, SIZE_MAX / 2, SMALL));
    arena_release(arena);
}
