#include "base/text_buffer.h"

#include <limits.h>
#include <string.h>

/* Room for `size` more bytes, or NULL where there is none. */
static char *buffer_room(TextBuffer *buffer, size_t size)
{
    size_t needed = (size_t)buffer->bytes.n + size;
    if (buffer->lost || needed > INT_MAX / 2) {
        buffer->lost = true;
        return NULL;
    }
    if (needed > (size_t)buffer->bytes.capacity) {
        size_t capacity = needed < 256 ? 256 : 2 * needed;
        char *grown = arena_get(buffer->arena, capacity);
        if (!grown) {
            buffer->lost = true;
            return NULL;
        }
        if (buffer->bytes.n) memcpy(grown, buffer->bytes.items, (size_t)buffer->bytes.n);
        buffer->bytes.items = grown;
        buffer->bytes.capacity = (int)capacity;
    }
    return buffer->bytes.items + buffer->bytes.n;
}

void buffer_add_n(TextBuffer *buffer, const char *bytes, size_t size)
{
    char *room = buffer_room(buffer, size);
    if (!room) return;
    if (size) memcpy(room, bytes, size);
    buffer->bytes.n += (int)size;
}

void buffer_add(TextBuffer *buffer, const char *text) { buffer_add_n(buffer, text, strlen(text)); }

void buffer_add_byte(TextBuffer *buffer, char byte) { buffer_add_n(buffer, &byte, 1); }

void buffer_fill(TextBuffer *buffer, char byte, int n)
{
    for (int i = 0; i < n; i++) buffer_add_byte(buffer, byte);
}

void buffer_print(TextBuffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_print_v(buffer->arena, format, arguments);
    va_end(arguments);
    if (text)
        buffer_add(buffer, text);
    else
        buffer->lost = true;
}

CadreStatus buffer_text(const char **text, TextBuffer *buffer, CadreError *err)
{
    char *end = buffer_room(buffer, 1);
    if (!end) return error_no_memory(err);
    *end = '\0';
    *text = buffer->bytes.items;
    return CADRE_OK;
}
