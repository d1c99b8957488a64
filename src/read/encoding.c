#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

enum { BINARY_BYTES = 4, BINARY_SHARE = 100 }; /* binary: over 4 control bytes, and over one in a hundred */

typedef struct Magic {
    const char *bytes;
    size_t size;
    const char *what;
} Magic;

static const Magic magics[] = {
    {"PK\x03\x04", 4, "a workbook (or another zip archive)"},
    {"\xD0\xCF\x11\xE0", 4, "an Excel 97 workbook"},
    {"%PDF-", 5, "a PDF"},
    {"\x1F\x8B", 2, "a gzip archive"},
    {"{\\rtf", 5, "a text document of a word processor (RTF)"},
    {"\xFF\xFE\0\0", 4, "UTF-32 text, which is not read here"},
    {"\0\0\xFE\xFF", 4, "UTF-32 text, which is not read here"},
};

static const char *const web_pages[] = {"<!doctype html", "<html", "<?xml"};

static const char *magic_find(const char *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (size >= magics[i].size && memcmp(bytes, magics[i].bytes, magics[i].size) == 0) return magics[i].what;
    while (size > 0 && *bytes && strchr(" \r\n\t\xEF\xBB\xBF", *bytes)) bytes++, size--;
    for (size_t i = 0; i < sizeof web_pages / sizeof *web_pages; i++)
        if (strncasecmp(bytes, web_pages[i], strlen(web_pages[i])) == 0) return "a web page or XML";
    return NULL;
}

/* What a text has no use for: control characters but for tab and line ends (a soft line end, a page break and those of
 * spreadsheets among them). */
static bool is_control(unsigned char byte)
{
    return ((byte < ' ') & ((unsigned char)(byte - '\t') > '\r' - '\t')) | (byte == 0x7F);
}

/* How many bytes of text, from the first on, are plain: ASCII, no control characters, eight at a time. A byte that is not
 * shows in its highest bit, or in that of the byte with 1 added (0x7F) or a blank taken away. Carries go upwards only, so that
 * the lowest such bit is exact. */
static size_t plain_run(const char *text, size_t size)
{
    const uint64_t each = 0x0101010101010101u, high = 0x80 * each;
    size_t n = 0;
    for (; n + sizeof each <= size; n += sizeof each) {
        uint64_t bytes;
        memcpy(&bytes, text + n, sizeof bytes);
        uint64_t odd = (bytes | (bytes + each) | (bytes - ' ' * each)) & high;
        if (odd) return n + (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? (size_t)__builtin_ctzll(odd) / 8 : 0);
    }
    return n;
}

/* The length of the UTF-8 character at bytes[0..size), 0 where it is none. */
static size_t character_length(const char *bytes, size_t size)
{
    if (size > 1 && (unsigned char)bytes[0] >= 0xC2 && (unsigned char)bytes[0] < 0xE0 && (bytes[1] & 0xC0) == 0x80) return 2;
    utf8proc_int32_t code;
    utf8proc_ssize_t room = size > 4 ? 4 : (utf8proc_ssize_t)size;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)bytes, room, &code);
    return length > 0 ? (size_t)length : 0;
}

/* Whether any byte is beyond ASCII, and whether any such is part of valid UTF-8. */
static void look_beyond_ascii(const char *bytes, size_t size, bool *any, bool *any_valid)
{
    *any = *any_valid = false;
    for (size_t i = 0; i < size && !*any_valid; i++) {
        i += plain_run(bytes + i, size - i);
        if (i == size || (unsigned char)bytes[i] < 0x80) continue;
        *any = true;
        *any_valid = character_length(bytes + i, size - i) > 0;
    }
}

/* Put the marks in: every byte of `text` that is no UTF-8, every NUL and control character. The number of the latter two. */
static size_t mark_damage(EncodedText *out)
{
    char *text = out->text;
    size_t n_control = 0;
    for (size_t i = 0; i < out->size;) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0x80 && !is_control(byte)) {
            i++;
            if (byte >= ' ') i += plain_run(text + i, out->size - i);
            continue;
        }
        size_t length = byte < 0x80 ? 0 : character_length(text + i, out->size - i);
        if (length == 0) {
            text[i] = (char)(byte == 0 ? ENCODING_NUL : byte < 0x80 ? ENCODING_CONTROL : ENCODING_BAD_BYTE);
            out->damaged = true;
            n_control += byte < 0x80;
        }
        i += length ? length : 1;
    }
    return n_control;
}

/* Convert by iconv into at most `room` bytes; what it cannot convert becomes ENCODING_BAD_BYTE, `unit` bytes at a time. */
static CadreStatus convert(EncodedText *out, const char *charset, size_t unit, char *bytes, size_t size, size_t room,
                           Arena *arena, CadreError *err)
{
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return error_set(err, CADRE_IO, "cannot convert from %s: %s", charset, strerror(errno));
    char *text = arena_get(arena, room + 1);
    if (!text) {
        iconv_close(converter);
        return error_no_memory(err);
    }
    char *in = bytes, *end = text;
    size_t left = size;
    while (left > 0 && iconv(converter, &in, &left, &end, &room) == (size_t)-1) {
        *end++ = (char)ENCODING_BAD_BYTE;
        room--;
        in += left < unit ? left : unit;
        left -= left < unit ? left : unit;
    }
    iconv_close(converter);
    out->text = text;
    out->size = (size_t)(end - text);
    return CADRE_OK;
}

enum {
    NO_CHARACTER = 0x81, /* Windows-1252 has none here */
    FIRST_LETTER = 0xA1,
    LONGEST_RUN = 5 /* of different characters beyond ASCII in a word of a Western language */
};

/* What may stand between a letter and a small letter in Windows-1252: small letters, dashes, apostrophes and the like. */
static bool fits_in_word(unsigned char byte)
{
    static const unsigned char others[] = {0x85, 0x91, 0x92, 0x96, 0x97, 0x9A, 0x9C, 0x9E, 0xA0,
                                           0xAA, 0xAB, 0xAD, 0xB4, 0xB7, 0xBA, 0xBB, 0xBF};
    return byte >= 0xDF ? byte != 0xF7 : memchr(others, byte, sizeof others) != NULL;
}

static bool is_capital(unsigned char byte)
{
    return byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x9F || (byte >= 0xC0 && byte <= 0xDE && byte != 0xD7);
}

static bool is_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
static bool is_letter(char byte) { return is_small_letter(byte) || (byte >= 'A' && byte <= 'Z'); }

/* Whether Windows-1252 text does not have `byte` between its neighbours. */
static bool is_misplaced(char before, unsigned char byte, char after)
{
    return (is_letter(before) && is_small_letter(after) && !fits_in_word(byte)) ||
           (is_small_letter(before) && is_capital(byte) && !(after >= 'A' && after <= 'Z') &&
            !is_capital((unsigned char)after));
}

/* Other encodings of one byte a letter, and East Asian ones of two, show by what stands inside words: mark it as no
 * character. */
static void mark_foreign(char *bytes, size_t size)
{
    size_t run = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        run = byte < FIRST_LETTER ? 0 : run + (run == 0 || bytes[i] != bytes[i - 1]);
        bool foreign = run > LONGEST_RUN;
        if (byte >= 0x80 && i > 0) foreign |= is_misplaced(bytes[i - 1], byte, bytes[i + 1]);
        if (foreign) bytes[i] = (char)NO_CHARACTER;
    }
}

static size_t count_beyond_ascii(const char *bytes, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++) n += (unsigned char)bytes[i] >= 0x80;
    return n;
}

static CadreStatus decode_text(EncodedText *out, char *bytes, size_t size, Arena *arena, CadreError *err)
{
    bool has_bom = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    bool beyond = false, valid = false;
    if (!has_bom) look_beyond_ascii(bytes, size, &beyond, &valid);
    if (beyond && !valid) {
        out->name = "Windows-1252";
        mark_foreign(bytes, size);
        return convert(out, "WINDOWS-1252", 1, bytes, size, size + 2 * count_beyond_ascii(bytes, size), arena, err);
    }
    out->name = "UTF-8";
    out->size = has_bom ? size - 3 : size;
    out->text = has_bom ? bytes + 3 : bytes;
    return CADRE_OK;
}

static void tell_no_text(const char *file, const char *what, Messages *messages)
{
    messages_add(messages, CADRE_ERROR, (Origin){file, 0, 0}, "is %s, not text; expected a sheet saved as CSV UTF-8", what);
}

CadreStatus encoding_decode(EncodedText *out, const char *file, char *bytes, size_t size, Arena *arena, Messages *messages,
                            CadreError *err)
{
    *out = (EncodedText){0};
    const char *magic = magic_find(bytes, size);
    if (magic) {
        tell_no_text(file, magic, messages);
        return CADRE_OK;
    }
    bool little = size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0;
    bool big = size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0;
    if (little || big) {
        out->name = "UTF-16";
        TRY(convert(out, little ? "UTF-16LE" : "UTF-16BE", 2, bytes + 2, size - 2, 2 * size, arena, err));
    } else {
        TRY(decode_text(out, bytes, size, arena, err));
    }
    size_t n_control = mark_damage(out);
    if (!little && !big && n_control > BINARY_BYTES && n_control > size / BINARY_SHARE) {
        tell_no_text(file, "a binary file", messages);
        *out = (EncodedText){0};
    }
    return CADRE_OK;
}
