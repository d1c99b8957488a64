/* text_buffer.h: a text that grows piece by piece in an arena. Running out of memory is remembered and told once, by
 * buffer_text. */
#ifndef BASE_TEXT_BUFFER_H
#define BASE_TEXT_BUFFER_H

#include "base/error.h"

typedef struct TextBuffer {
    Arena *arena;
    LIST(char) bytes;
    bool lost; /* there was no memory for a piece */
} TextBuffer;

void buffer_add(TextBuffer *buffer, const char *text);
void buffer_add_n(TextBuffer *buffer, const char *bytes, size_t size);
void buffer_add_byte(TextBuffer *buffer, char byte);
void buffer_fill(TextBuffer *buffer, char byte, int n); /* nothing where n <= 0 */
void buffer_print(TextBuffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The whole text, NUL-terminated. It stays valid, but not the same, while the buffer grows on. */
CadreStatus buffer_text(const char **text, TextBuffer *buffer, CadreError *err);

#endif
