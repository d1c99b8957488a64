#include <criterion/criterion.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/names.h"

static Arena *arena;

static void start(void) { arena = arena_create(NULL); }
static void end(void)
{
    memory_fail_after(-1);
    arena_release(arena);
}

TestSuite(names, .init = start, .fini = end);

Test(names, first_spelling_and_order_hold)
{
    Names *names = names_create(arena, NAME_STYLE_NAME);
    cr_expect_eq(names_add(names, " Niño  Literacy "), 0);
    cr_expect_eq(names_add(names, "Data"), 1);
    cr_expect_eq(names_add(names, "NINO literacy"), 0);
    cr_expect_eq(names_count(names), 2);
    cr_expect_str_eq(names_get(names, 0), "Niño  Literacy");
    cr_expect_str_eq(names_key(names, 0), "nino literacy");
    cr_expect_eq(names_find(names, "DATA "), 1);
    cr_expect_eq(names_find(names, "Maths"), -1);
}

Test(names, styles)
{
    Names *headers = names_create(arena, NAME_STYLE_HEADER);
    cr_expect_eq(names_add(headers, "max_size"), 0);
    cr_expect_eq(names_find(headers, "Max Size"), 0);
    Names *exact = names_create(arena, NAME_STYLE_EXACT);
    cr_expect_eq(names_add(exact, " p1"), 0);
    cr_expect_eq(names_find(exact, "p1"), -1);
    cr_expect_str_eq(names_get(exact, 0), " p1");
}

Test(names, nearest)
{
    Names *names = names_create(arena, NAME_STYLE_NAME);
    cr_expect_null(names_nearest(names, "anything"));
    names_add(names, "Reading B");
    names_add(names, "Reading A");
    names_add(names, "Literacy");
    cr_expect_str_eq(names_nearest(names, "litercay"), "Literacy");
    cr_expect_str_eq(names_nearest(names, "Reading C"), "Reading A"); /* equally near: the least key */
    cr_expect_null(names_nearest(names, "Budget"));
}

Test(names, many)
{
    Names *names = names_create(arena, NAME_STYLE_NAME);
    for (int i = 0; i < 20000; i++) cr_assert_eq(names_add(names, arena_print(arena, "Person %d", i)), i);
    for (int i = 0; i < 20000; i++) cr_assert_eq(names_find(names, arena_print(arena, "person  %d", i)), i);
}

/* Whichever request for memory fails, what was there stays and the new name is in or out as a whole. */
Test(names, survives_every_failed_allocation)
{
    for (long allowed = 0; allowed < 12; allowed++) {
        Arena *own = arena_create(NULL);
        cr_assert(own);
        memory_fail_after(allowed);
        Names *names = names_create(own, NAME_STYLE_NAME);
        for (int i = 0; names && i < 3000; i++) {
            char name[32];
            snprintf(name, sizeof name, "Persön %d", i % 1500);
            int count = names_count(names), index = names_add(names, name);
            if (index >= 0) continue;
            cr_expect_eq(names_count(names), count);
            memory_fail_after(-1);
            cr_expect_geq(names_add(names, name), 0);
            memory_fail_after(allowed);
        }
        memory_fail_after(-1);
        for (int i = 0; names && i < names_count(names); i++) cr_expect_eq(names_find(names, names_get(names, i)), i);
        arena_release(own);
    }
}
