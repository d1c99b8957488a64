#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
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
};

static const char *magic_find(const char *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (size >= magics[i].size && memcmp(bytes, magics[i].bytes, magics[i].size) == 0) return magics[i].what;
    return NULL;
}

static bool is_binary(const char *bytes, size_t size)
{
    size_t n_control = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        n_control += byte < ' ' && (byte < '\t' || byte > '\r');
    }
    return n_control > BINARY_BYTES && n_control > size / BINARY_SHARE;
}

/* The length of the UTF-8 character at bytes[0..size), 0 where it is none. */
static size_t character_length(const char *bytes, size_t size)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t room = size > 4 ? 4 : (utf8proc_ssize_t)size;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)bytes, room, &code);
    return length > 0 ? (size_t)length : 0;
}

/* How many characters beyond ASCII there are, and how many bytes that belong to none. */
static void count_utf8(const char *bytes, size_t size, size_t *n_good, size_t *n_bad)
{
    *n_good = *n_bad = 0;
    for (size_t i = 0; i < size;) {
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            continue;
        }
        size_t length = character_length(bytes + i, size - i);
        *n_good += length > 0;
        *n_bad += length == 0;
        i += length ? length : 1;
    }
}

/* Put the marks in: every byte of `text` that is no UTF-8 and every NUL. */
static void mark_damage(EncodedText *out)
{
    for (size_t i = 0; i < out->size;) {
        size_t length = out->text[i] ? character_length(out->text + i, out->size - i) : 0;
        if (length == 0) {
            out->text[i] = (char)(out->text[i] ? ENCODING_BAD_BYTE : ENCODING_NUL);
            out->damaged = true;
        }
        i += length ? length : 1;
    }
}

/* Convert by iconv; what it cannot convert becomes ENCODING_BAD_BYTE, `unit` bytes at a time. */
static CadreStatus convert(EncodedText *out, const char *charset, size_t unit, const char *bytes, size_t size, Arena *arena,
                           CadreError *err)
{
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return error_set(err, CADRE_IO, "cannot convert from %s: %s", charset, strerror(errno));
    size_t room = 3 * size;
    char *text = arena_get(arena, room + 1);
    if (!text) {
        iconv_close(converter);
        return error_no_memory(err);
    }
    char *in = (char *)bytes, *end = text;
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

static CadreStatus decode_text(EncodedText *out, const char *bytes, size_t size, Arena *arena, CadreError *err)
{
    bool has_bom = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    size_t n_good = 0, n_bad = 0;
    if (!has_bom) count_utf8(bytes, size, &n_good, &n_bad);
    if (n_bad > n_good) {
        out->name = "Windows-1252";
        return convert(out, "WINDOWS-1252", 1, bytes, size, arena, err);
    }
    out->name = "UTF-8";
    out->size = has_bom ? size - 3 : size;
    out->text = arena_copy_n(arena, has_bom ? bytes + 3 : bytes, out->size);
    return out->text ? CADRE_OK : error_no_memory(err);
}

CadreStatus encoding_decode(EncodedText *out, const char *file, const char *bytes, size_t size, Arena *arena,
                            Messages *messages, CadreError *err)
{
    *out = (EncodedText){0};
    bool little = size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0;
    bool big = size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0;
    const char *magic = magic_find(bytes, size);
    if (magic || (!little && !big && is_binary(bytes, size))) {
        messages_add(messages, CADRE_ERROR, (Origin){file, 0, 0}, "is %s, not text; expected a sheet saved as CSV UTF-8",
                     magic ? magic : "a binary file");
        return CADRE_OK;
    }
    if (little || big) {
        out->name = "UTF-16";
        TRY(convert(out, little ? "UTF-16LE" : "UTF-16BE", 2, bytes + 2, size - 2, arena, err));
    } else {
        TRY(decode_text(out, bytes, size, arena, err));
    }
    mark_damage(out);
    return CADRE_OK;
}
