#include "verify/verify_nodes.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"

static const char *find_key(const char *text, const char *key)
{
    size_t length = strlen(key);
    for (const char *at = strchr(text, '"'); at; at = strchr(at + 1, '"')) {
        if (strncmp(at + 1, key, length) != 0 || at[length + 1] != '"') continue;
        const char *next = at + length + 2;
        if (next[strspn(next, " \t\r\n")] == ':') return at;
    }
    return NULL;
}

Origin verify_key_origin(const JsonNode *node, const char *key)
{
    const ResultFiles *files = node->judge->files;
    const char *at = node->parent ? find_key(files->json, node->parent) : files->json;
    for (int i = 0; at && key && i <= node->nth; i++) at = find_key(at + (i > 0), key);
    Origin origin = {files->json_path, at && (key || node->parent) ? 1 : 0, 0};
    for (const char *from = files->json; at && from < at; from++) origin.line += *from == '\n';
    return origin;
}

const json_t *verify_need(const JsonNode *node, const char *key, const char *expected)
{
    const json_t *value = json_object_get(node->object, key);
    if (!value) VERIFY_FAIL_NODE(node, NULL, "\"%s\" is missing; expected %s", key, expected);
    return value;
}

bool verify_need_whole(const JsonNode *node, const char *key, int64_t *out)
{
    const json_t *value = verify_need(node, key, "a whole number");
    if (value && !json_is_integer(value)) VERIFY_FAIL_NODE(node, key, "\"%s\" is no whole number; expected one", key);
    if (!value || !json_is_integer(value)) return false;
    *out = json_integer_value(value);
    return true;
}

void verify_need_number(const JsonNode *node, const char *key, int64_t expected)
{
    int64_t value;
    if (verify_need_whole(node, key, &value) && value != expected)
        VERIFY_FAIL_NODE(node, key, "\"%s\" is %" PRId64 "; expected %" PRId64, key, value, expected);
}

bool verify_need_flag(const JsonNode *node, const char *key)
{
    const json_t *value = verify_need(node, key, "true or false");
    if (value && !json_is_boolean(value))
        VERIFY_FAIL_NODE(node, key, "\"%s\" is neither true nor false; expected one of them", key);
    return json_is_true(value);
}

JsonNode verify_need_object(const JsonNode *node, const char *key)
{
    const json_t *value = verify_need(node, key, "an object");
    if (value && !json_is_object(value)) VERIFY_FAIL_NODE(node, key, "\"%s\" is no object; expected one", key);
    return (JsonNode){node->judge, json_is_object(value) ? value : NULL, key, 0};
}

void verify_need_text(const JsonNode *node, const char *key, const char *const allowed[], const char *expected)
{
    const json_t *value = verify_need(node, key, expected);
    if (!value) return;
    const char *text = json_is_string(value) ? json_string_value(value) : "";
    bool known = !allowed && !text_is_blank(text);
    for (int i = 0; allowed && allowed[i] && !known; i++) known = strcmp(allowed[i], text) == 0;
    if (!known) VERIFY_FAIL_NODE(node, key, "\"%s\" is %s; expected %s", key, verify_show(node->judge, text), expected);
}
