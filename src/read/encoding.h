/* encoding.h: the bytes of an export -> UTF-8. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "base/error.h"

/* Bytes that no UTF-8 text has stand for what could not be decoded, so that the parser can say in which cell it is. */
enum { ENCODING_BAD_BYTE = 0xC0, ENCODING_NUL = 0xC1 };

typedef struct EncodedText {
    char *text; /* UTF-8 without BOM, NUL-terminated, but for the two bytes above; "" where it is no text at all */
    size_t size;
    const char *name; /* "UTF-8", "UTF-16", "Windows-1252" */
    bool damaged;     /* holds one of the two bytes above */
} EncodedText;

/**
 * Detect the encoding (a BOM, else valid UTF-8, else Windows-1252 unless most of what is beyond ASCII is valid UTF-8) and
 * convert. A binary file, a workbook or an archive is a message, and `out->text` is then NULL.
 * Errors: CADRE_NO_MEMORY; CADRE_IO where the system cannot convert. Cost O(size).
 */
CadreStatus encoding_decode(EncodedText *out, const char *file, const char *bytes, size_t size, Arena *arena,
                            Messages *messages, CadreError *err);

#endif
