#include <criterion/criterion.h>
#include <string.h>

#include "base/text.h"

static Arena *arena;

static void start(void) { arena = arena_create(NULL); }
static void end(void) { arena_release(arena); }

TestSuite(text, .init = start, .fini = end);

Test(text, name_key_forgets_case_accents_and_blanks)
{
    cr_expect_str_eq(text_name_key(arena, "  Maple \t Street\n"), "maple street");
    cr_expect_str_eq(text_name_key(arena, "Niño  PÉREZ"), "nino perez");
    cr_expect_str_eq(text_name_key(arena, "Pe\u0301rez"), "perez"); /* e and a combining acute */
    cr_expect_str_eq(text_name_key(arena, "Stra\u00dfe"), "strasse");
    cr_expect_str_eq(text_name_key(arena, "a\u00a0\u00a0b\u2003c"), "a b c");
    cr_expect_str_eq(text_name_key(arena, "\ufeffLiteracy"), "literacy");
    cr_expect_str_eq(text_name_key(arena, "\ufb01ve"), "five"); /* a ligature */
    cr_expect_str_eq(text_name_key(arena, " \u00a0 "), "");
    cr_expect_str_eq(text_name_key(arena, "max_size"), "max_size");
    cr_expect_str_eq(text_name_key(arena, "Ni\xF1o.csv"), "Ni\xF1o.csv"); /* no UTF-8 */
    cr_expect_str_eq(text_name_key(arena, "\u4e2d\u6587"), "\u4e2d\u6587");
}

Test(text, header_key_also_forgets_inner_blanks_and_underscores)
{
    cr_expect_str_eq(text_header_key(arena, " Max_ Size "), "maxsize");
    cr_expect_str_eq(text_header_key(arena, "Grado\u00a0 Escol\u00e1r_"), "gradoescolar");
}

Test(text, trims)
{
    cr_expect_str_eq(text_trim(arena, " \t\u00a0 Two  words\u00e9 \ufeff\r\n"), "Two  words\u00e9");
    cr_expect_str_eq(text_trim(arena, "\u00e9"), "\u00e9");
    cr_expect_str_eq(text_trim(arena, "  "), "");
    cr_expect(text_is_blank(" \u00a0\ufeff\t"));
    cr_expect(text_is_blank(""));
    cr_expect_not(text_is_blank(" \u00e9"));
}

Test(text, whole_numbers)
{
    int64_t value = 77;
    cr_expect(text_to_int64(" 42 ", &value) && value == 42);
    cr_expect(text_to_int64("-9223372036854775808", &value) && value == INT64_MIN);
    cr_expect(text_to_int64("9223372036854775807", &value) && value == INT64_MAX);
    cr_expect(text_to_int64("+7", &value) && value == 7);
    value = 77;
    const char *const none[] = {"", " ", "-", "4.0", "4x", "9223372036854775808", "0x10", "1 2", "1e3", "\u0664"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) cr_expect_not(text_to_int64(none[i], &value), "%s", none[i]);
    cr_expect_eq(value, 77);
    cr_expect(text_to_whole("4.0", &value) && value == 4);
    cr_expect(text_to_whole("-7", &value) && value == -7);
    cr_expect_not(text_to_whole("4.5", &value));
}

Test(text, hundredths)
{
    int64_t value = 77;
    cr_expect(text_to_hundredths("4", &value) && value == 400);
    cr_expect(text_to_hundredths(" 1.5 ", &value) && value == 150);
    cr_expect(text_to_hundredths("0,25", &value) && value == 25);
    cr_expect(text_to_hundredths(".5", &value) && value == 50);
    cr_expect(text_to_hundredths("1.2500", &value) && value == 125);
    cr_expect(text_to_hundredths("0.500", &value) && value == 50);
    cr_expect(text_to_hundredths("1000.000", &value) && value == 100000);
    cr_expect(text_to_hundredths("92233720368547758.07", &value) && value == INT64_MAX);
    value = 77;
    const char *const none[] = {"",    ".",   "-1",    "1.255", "1.2.3",  "1,000.5", "4h", "92233720368547758.08",
                                "nan", "1e2", "1,000", "1.000", "12.500", "999,000"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) cr_expect_not(text_to_hundredths(none[i], &value), "%s", none[i]);
    cr_expect_eq(value, 77);
}

Test(text, distance_counts_edits_up_to_a_limit)
{
    cr_expect_eq(text_distance("literacy", "literacy", 0), 0);
    cr_expect_eq(text_distance("literacy", "litracy", 3), 1);
    cr_expect_eq(text_distance("literacy", "litreacy", 3), 1); /* a swap */
    cr_expect_eq(text_distance("ca", "abc", 5), 3);
    cr_expect_eq(text_distance("abcdef", "uvwxyz", 2), 3);
    cr_expect_eq(text_distance("", "abc", 5), 3);
    cr_expect_eq(text_distance("", "abcdef", 5), 6);
}

/* The same by the definition, without the limit and the rows. */
static int distance_by_definition(const char *a, size_t n, const char *b, size_t m)
{
    if (n == 0 || m == 0) return (int)(n + m);
    int best = distance_by_definition(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    int other = distance_by_definition(a, n - 1, b, m) + 1;
    if (other < best) best = other;
    other = distance_by_definition(a, n, b, m - 1) + 1;
    if (other < best) best = other;
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1]) {
        other = distance_by_definition(a, n - 2, b, m - 2) + 1;
        if (other < best) best = other;
    }
    return best;
}

Test(text, distance_agrees_with_its_definition)
{
    unsigned state = 1;
    for (int trial = 0; trial < 2000; trial++) {
        char words[2][6] = {{0}};
        for (int w = 0; w < 2; w++)
            for (unsigned i = 0, length = (state = state * 1103515245u + 12345u) >> 16 & 3; i < length + 2; i++)
                words[w][i] = (char)('a' + ((state = state * 1103515245u + 12345u) >> 16) % 3);
        int exact = distance_by_definition(words[0], strlen(words[0]), words[1], strlen(words[1]));
        for (int limit = 0; limit < 6; limit++)
            cr_expect_eq(text_distance(words[0], words[1], limit), exact <= limit ? exact : limit + 1, "%s %s %d", words[0],
                         words[1], limit);
    }
}
