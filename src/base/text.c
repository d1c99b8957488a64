#include "base/text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text_key.h"

enum { DISTANCE_LENGTH = 511 };

/* NFKC + case folding - marks, and without what has no width (BOM, soft hyphen, joiners). */
static const utf8proc_option_t key_options = UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                             UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;

static bool is_space(utf8proc_int32_t code)
{
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    if (code == 0x85 || code == 0xFEFF || code == 0x200B) return true;
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* One step of a key: put `code` at codes[n] unless the style drops it; the new n. */
static utf8proc_ssize_t key_put(utf8proc_int32_t *codes, utf8proc_ssize_t n, utf8proc_int32_t code, bool header)
{
    if (is_space(code)) {
        if (header || n == 0 || codes[n - 1] == ' ') return n;
        code = ' ';
    } else if (header && code == '_') {
        return n;
    }
    codes[n] = code;
    return n + 1;
}

static char *key_of(Arena *arena, const char *text, bool header)
{
    size_t length = strlen(text);
    char *ascii = arena_get(arena, length + 1);
    if (!ascii || text_key_ascii(ascii, length + 1, text, header)) return ascii;

    utf8proc_ssize_t room = utf8proc_decompose((const utf8proc_uint8_t *)text, 0, NULL, 0, key_options);
    if (room < 0) return arena_copy(arena, text); /* no UTF-8, as a file's name may be: only equal to itself */
    utf8proc_int32_t *codes = ARENA_ARRAY(arena, utf8proc_int32_t, room + 1);
    if (!codes) return NULL;
    utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)text, 0, codes, room, key_options);
    n = n < 0 ? n : utf8proc_normalize_utf32(codes, n, key_options);
    if (n < 0) return NULL;

    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) kept = key_put(codes, kept, codes[i], header);
    if (kept > 0 && codes[kept - 1] == ' ') kept--;
    return utf8proc_reencode(codes, kept, key_options) < 0 ? NULL : (char *)codes;
}

bool text_key_ascii(char *key, size_t capacity, const char *text, bool header)
{
    size_t n = 0;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte >= 0x80 || n + 1 >= capacity) return false;
        if (is_space(byte)) {
            if (header || n == 0 || key[n - 1] == ' ') continue;
            byte = ' ';
        } else if (header && byte == '_') {
            continue;
        } else if (byte >= 'A' && byte <= 'Z') {
            byte = (unsigned char)(byte + ('a' - 'A'));
        }
        key[n++] = (char)byte;
    }
    if (n > 0 && key[n - 1] == ' ') n--;
    key[n] = '\0';
    return true;
}

char *text_name_key(Arena *arena, const char *text) { return key_of(arena, text, false); }

char *text_header_key(Arena *arena, const char *text) { return key_of(arena, text, true); }

/* The bytes of the character at `text` where it is white space (or has no width), else 0. */
static size_t space_length(const char *text)
{
    if ((unsigned char)*text < 0x80) return *text && is_space(*text) ? 1 : 0;
    utf8proc_int32_t code;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
    return length > 0 && is_space(code) ? (size_t)length : 0;
}

char *text_trim(Arena *arena, const char *text)
{
    for (size_t length; (length = space_length(text)) > 0;) text += length;
    size_t end = 0; /* after the last character that is no white space */
    for (size_t i = 0; text[i];) {
        size_t length = space_length(text + i);
        i += length ? length : 1;
        if (!length) end = i;
    }
    return arena_copy_n(arena, text, end);
}

bool text_is_blank(const char *text)
{
    for (size_t length; (length = space_length(text)) > 0;) text += length;
    return *text == '\0';
}

static const char *skip_ascii_blanks(const char *text)
{
    while (*text == ' ' || (*text >= '\t' && *text <= '\r')) text++;
    return text;
}

/* Append a decimal digit to *value; false where it would not fit. */
static bool push_digit(int64_t *value, int digit)
{
    return !__builtin_mul_overflow(*value, 10, value) && !__builtin_sub_overflow(*value, digit, value);
}

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool text_to_int64(const char *text, int64_t *value)
{
    text = skip_ascii_blanks(text);
    bool negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    if (!is_digit(*text)) return false;
    int64_t sum = 0; /* kept negative: that side reaches one further */
    for (; is_digit(*text); text++)
        if (!push_digit(&sum, *text - '0')) return false;
    if (*skip_ascii_blanks(text) || (!negative && sum == INT64_MIN)) return false;
    *value = negative ? sum : -sum;
    return true;
}

static int count_digits(const char *text)
{
    int n = 0;
    while (is_digit(text[n])) n++;
    return n;
}

bool text_may_be_thousands(const char *text)
{
    text = skip_ascii_blanks(text);
    int n = count_digits(text);
    return n >= 1 && n <= 3 && *text != '0' && (text[n] == '.' || text[n] == ',') && count_digits(text + n + 1) == 3;
}

bool text_to_hundredths(const char *text, int64_t *value)
{
    text = skip_ascii_blanks(text);
    if (text_may_be_thousands(text)) return false;
    int64_t sum = 0; /* kept negative, as above */
    int digits = 0, decimals = 0;
    for (; is_digit(*text); text++, digits++)
        if (!push_digit(&sum, *text - '0')) return false;
    if (*text == '.' || *text == ',') {
        for (text++; is_digit(*text); text++, digits++) {
            if (decimals == 2 && *text != '0') return false;
            if (decimals < 2 && !push_digit(&sum, *text - '0')) return false;
            if (decimals < 2) decimals++;
        }
    }
    for (; decimals < 2; decimals++)
        if (!push_digit(&sum, 0)) return false;
    if (digits == 0 || *skip_ascii_blanks(text) || sum == INT64_MIN) return false;
    *value = -sum;
    return true;
}

bool text_to_whole(const char *text, int64_t *value)
{
    int64_t hundredths;
    if (text_to_int64(text, value)) return true;
    if (!text_to_hundredths(text, &hundredths) || hundredths % 100 != 0) return false;
    *value = hundredths / 100;
    return true;
}

bool text_is_date(const char *text)
{
    static const int month_days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
    if (text[10]) return false;
    int year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1 || month < 1 || month > 12 || day < 1) return false;
    return day <= month_days[month - 1] + (month == 2 && leap);
}

static int least(int a, int b) { return a < b ? a : b; }

/* Optimal string alignment by three rolling rows. */
int text_distance(const char *a, const char *b, int limit)
{
    size_t length_a = strlen(a), length_b = strlen(b);
    size_t apart = length_a > length_b ? length_a - length_b : length_b - length_a;
    if (strcmp(a, b) == 0) return 0;
    if (limit < 0 || apart > (size_t)limit || length_a > DISTANCE_LENGTH || length_b > DISTANCE_LENGTH) return limit + 1;

    int rows[3][DISTANCE_LENGTH + 1];
    int *before = rows[0], *above = rows[1], *here = rows[2];
    for (int j = 0; j <= (int)length_b; j++) above[j] = j;
    for (int i = 1; i <= (int)length_a; i++) {
        int row_least = here[0] = i;
        for (int j = 1; j <= (int)length_b; j++) {
            here[j] = least(least(above[j], here[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) here[j] = least(here[j], before[j - 2] + 1);
            row_least = least(row_least, here[j]);
        }
        if (row_least > limit + 1) return limit + 1;
        int *spare = before;
        before = above, above = here, here = spare;
    }
    return least(above[length_b], limit + 1);
}
