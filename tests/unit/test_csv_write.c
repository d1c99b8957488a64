#include "write/csv_write.h"

#include <criterion/criterion.h>

#include "base/memory.h"

static Arena *arena;
static CsvWriter csv;
static CadreError err;

static void set_up(void)
{
    arena = arena_create(NULL);
    csv = (CsvWriter){.text.arena = arena};
}

static void tear_down(void)
{
    memory_fail_after(-1);
    arena_release(arena);
}

TestSuite(csv_write, .init = set_up, .fini = tear_down);

static void expect_row(const char *expected)
{
    const char *text;
    csv_end_row(&csv);
    cr_assert_eq(buffer_text(&text, &csv.text, &err), CADRE_OK);
    cr_assert_str_eq(text, expected);
    csv = (CsvWriter){.text.arena = arena};
}

Test(csv_write, cells_are_separated_and_rows_ended)
{
    csv_text(&csv, "Ana");
    csv_blank(&csv);
    csv_number(&csv, -12);
    csv_end_row(&csv);
    csv_text(&csv, "");
    csv_word(&csv, "yes");
    expect_row("Ana,,-12\n,yes\n");
}

Test(csv_write, quotes_only_where_needed)
{
    csv_text(&csv, "plain text");
    csv_text(&csv, "a,b");
    csv_text(&csv, "say \"hi\"");
    csv_text(&csv, "two\nlines");
    csv_text(&csv, "a;b");
    csv_text(&csv, " padded");
    expect_row("plain text,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"a;b\",\" padded\"\n");
}

Test(csv_write, formulas_are_guarded)
{
    static const struct {
        const char *text, *row;
    } cases[] = {
        {"=1+1", "'=1+1\n"},   {"+1", "'+1\n"},        {"-1", "'-1\n"},           {"@SUM(A1)", "'@SUM(A1)\n"},
        {"\tx", "\"'\tx\"\n"}, {"\rx", "\"'\rx\"\n"},  {"'quoted", "''quoted\n"}, {"=A1,\"x\"", "\"'=A1,\"\"x\"\"\"\n"},
        {"a=1", "a=1\n"},      {"O'Hara", "O'Hara\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        csv_text(&csv, cases[i].text);
        expect_row(cases[i].row);
    }
}

Test(csv_write, numbers_are_never_guarded)
{
    csv_number(&csv, -1);
    csv_hundredths(&csv, -150);
    expect_row("-1,-1.5\n");
}

Test(csv_write, hundredths_are_short)
{
    csv_hundredths(&csv, 400);
    csv_hundredths(&csv, 350);
    csv_hundredths(&csv, 25);
    csv_hundredths(&csv, 5);
    csv_hundredths(&csv, 0);
    expect_row("4,3.5,0.25,0.05,0\n");
}

Test(csv_write, want_of_memory_is_told)
{
    const char *text;
    memory_fail_after(0);
    for (int i = 0; i < 100000; i++) csv_text(&csv, "some text that needs a block more");
    memory_fail_after(-1);
    cr_assert_eq(buffer_text(&text, &csv.text, &err), CADRE_NO_MEMORY);
}
