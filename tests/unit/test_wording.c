/* Phrases are filled by name; numbers are written as people write them. */
#include <criterion/criterion.h>

#include "explain/phrases.h"

static Arena *arena;
static CadreError err;

static void setup(void) { arena = arena_create(NULL); }
static void teardown(void) { arena_release(arena); }
TestSuite(wording, .init = setup, .fini = teardown);

Test(wording, fills_places_by_name)
{
    TextBuffer text = {.arena = arena};
    const char *out;
    words_add(&text, PHRASE_SHORT_ROLE, {"needed", "2"}, {"have", words_number(1, arena)}, {"role", "lead"},
              {"group", "Data Team"});
    cr_assert_eq(buffer_text(&out, &text, &err), CADRE_OK);
    cr_expect_str_eq(out, "Data Team: lead: 1 of 2 seats filled");
}

Test(wording, each_phrase_stands_in_one_table)
{
    for (int phrase = 0; phrase < PHRASES; phrase++) {
        int n = 0;
        for (int table = 0; table < PHRASE_TABLES; table++) n += phrase_tables[table][phrase] != NULL;
        cr_expect_eq(n, 1, "phrase %d stands in %d tables", phrase, n);
    }
}

Test(wording, a_place_without_memory_is_remembered)
{
    TextBuffer text = {.arena = arena};
    const char *out;
    words_add(&text, PHRASE_SHORT_ROLE, {"needed", "2"}, {"have", NULL}, {"role", "lead"}, {"group", "Data Team"});
    cr_expect_eq(buffer_text(&out, &text, &err), CADRE_NO_MEMORY);
}

static const char *of_number(Phrase phrase, int n)
{
    TextBuffer text = {.arena = arena};
    const char *out;
    words_add(&text, phrase, {"n", words_number(n, arena)});
    cr_assert_eq(buffer_text(&out, &text, &err), CADRE_OK);
    return out;
}

Test(wording, one_that_is_left_out_is_told_as_one)
{
    static const char end[] = "not met is in the result's file shortages.csv.";
    cr_expect_str_eq(of_number(PHRASE_REPORT_EXAMPLE_MORE, 1), "and 1 more skill, counted in the same way");
    cr_expect_str_eq(of_number(PHRASE_REPORT_EXAMPLE_MORE, 2), "and 2 more skills, counted in the same way");
    cr_expect_str_eq(of_number(PHRASE_REPORT_NEEDS_MORE, 1),
                     arena_print(arena, "1 more need of this group is not shown. What of it is %s", end));
    cr_expect_str_eq(of_number(PHRASE_REPORT_NEEDS_MORE, 2),
                     arena_print(arena, "2 more needs of this group are not shown. What of them is %s", end));
}

Test(wording, amounts_have_separators)
{
    cr_expect_str_eq(words_amount(0, arena), "0");
    cr_expect_str_eq(words_amount(999, arena), "999");
    cr_expect_str_eq(words_amount(-1000, arena), "-1,000");
    cr_expect_str_eq(words_amount(12345678, arena), "12,345,678");
    cr_expect_str_eq(words_amount(INT64_MIN, arena), "-9,223,372,036,854,775,808");
}
