/* encoding.h: the bytes of an export -> UTF-8. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "base/error.h"

/* Bytes that no UTF-8 text has stand for what could not be decoded, so that the parser can say in which cell it is. */
enum { ENCODING_BAD_BYTE = 0xC0, ENCODING_NUL = 0xC1, ENCODING_CONTROL = 0xF5 };

typedef struct EncodedText {
    char *text; /* UTF-8 without BOM, NUL-terminated, but for the three bytes above; "" where it is no text at all */
    size_t size;
    const char *name; /* "UTF-8", "UTF-16", "Windows-1252" */
    bool damaged;     /* holds one of the three bytes above */
} EncodedText;

/**
 * Detect the encoding (a BOM; else UTF-8 where any character beyond ASCII is valid UTF-8 or there is none; else Windows-1252)
 * and convert; UTF-8 is taken in place. Bytes that are no character of it become ENCODING_BAD_BYTE, and so do letters and
 * signs that Windows-1252 text does not have where they stand (`caf\x82` of a DOS code page, Cyrillic). A binary file, a
 * workbook, an archive, a web page or UTF-32 is a message, and `out->text` is then NULL.
 * bytes: [size + 1], the last 0; used up.
 * Errors: CADRE_NO_MEMORY; CADRE_IO where the system cannot convert. Cost O(size).
 */
CadreStatus encoding_decode(EncodedText *out, const char *file, char *bytes, size_t size, Arena *arena, Messages *messages,
                            CadreError *err);

#endif
