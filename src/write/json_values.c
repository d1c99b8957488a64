#include "write/json_values.h"

#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "base/text_buffer.h"

void json_memory_use(void) { json_set_alloc_funcs(memory_get, memory_free); }

json_t *json_lenient(const char *text, Arena *arena)
{
    TextBuffer clean = {.arena = arena};
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    for (utf8proc_ssize_t left = (utf8proc_ssize_t)strlen(text), n; left > 0; left -= n, bytes += n) {
        utf8proc_int32_t code_point;
        n = utf8proc_iterate(bytes, left, &code_point);
        if (n < 0)
            buffer_add(&clean, "\xef\xbf\xbd");
        else
            buffer_add_n(&clean, (const char *)bytes, (size_t)n);
        if (n < 0) n = 1;
    }
    return clean.lost ? NULL : json_stringn(clean.bytes.n ? clean.bytes.items : "", (size_t)clean.bytes.n);
}

static json_t *json_message(const CadreMessage *message, Arena *arena)
{
    static const char *const severities[] = {[CADRE_ERROR] = "error", [CADRE_WARNING] = "warning", [CADRE_NOTE] = "note"};
    return json_pack("{s:s, s:o, s:i, s:i, s:o}", "severity", severities[message->severity], "file",
                     json_lenient(message->file, arena), "line", message->line, "column", message->column, "text",
                     json_lenient(message->text, arena));
}

json_t *json_messages(const CadreMessage *messages, int n, Arena *arena)
{
    json_t *array = json_array();
    for (int i = 0; array && i < n; i++) {
        if (json_array_append_new(array, json_message(&messages[i], arena)) == 0) continue;
        json_decref(array);
        array = NULL;
    }
    return array;
}

static int add_to_buffer(const char *bytes, size_t size, void *buffer)
{
    buffer_add_n(buffer, bytes, size);
    return 0;
}

CadreStatus json_finish(const char **text, json_t *value, Arena *arena, CadreError *err)
{
    TextBuffer buffer = {.arena = arena};
    if (!value) return error_no_memory(err);
    int failed = json_dump_callback(value, add_to_buffer, &buffer, JSON_SORT_KEYS | JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    json_decref(value);
    if (failed) return error_no_memory(err);
    buffer_add_byte(&buffer, '\n');
    return buffer_text(text, &buffer, err);
}
