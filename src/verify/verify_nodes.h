/* verify_nodes.h: values of result.json as they must be. jansson gives no places within a sound file, so the line of a key is
 * looked up in the text. Private to verify/. */
#ifndef VERIFY_VERIFY_NODES_H
#define VERIFY_VERIFY_NODES_H

#include <jansson.h>

#include "verify/verify_cells.h"

/* One object of the file; parent is its key, NULL for the file itself. Of equal keys behind the parent's, as in the objects of
 * an array, the nth is meant, from 0. */
typedef struct JsonNode {
    Judge *judge;
    const json_t *object;
    const char *parent;
    int nth;
} JsonNode;

/* Where a key of the node stands (the node itself for NULL); the file alone where it does not. */
Origin verify_key_origin(const JsonNode *node, const char *key);

#define VERIFY_FAIL_NODE(node, key, ...)                                                                                       \
    messages_add((node)->judge->messages, CADRE_ERROR, verify_key_origin((node), (key)), __VA_ARGS__)

/* The value of a key, or NULL with a message. */
const json_t *verify_need(const JsonNode *node, const char *key, const char *expected);

/* The same of one kind; a message where the value is of another or not as expected. */
bool verify_need_whole(const JsonNode *node, const char *key, int64_t *out);
void verify_need_number(const JsonNode *node, const char *key, int64_t expected);
bool verify_need_flag(const JsonNode *node, const char *key);
JsonNode verify_need_object(const JsonNode *node, const char *key); /* .object is NULL where it is none */
/* allowed: ends with NULL; NULL: anything but blanks. */
void verify_need_text(const JsonNode *node, const char *key, const char *const allowed[], const char *expected);

/* The object `leading`: counts, and the comparisons of those who lead with those who could. */
void verify_leading_json(const JsonNode *root);

#endif
