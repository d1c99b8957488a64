/* json_values.h: what all of Cadre's JSON texts share: jansson over our own memory, sorted keys, a newline at the end. */
#ifndef WRITE_JSON_VALUES_H
#define WRITE_JSON_VALUES_H

#include <jansson.h>

#include "base/error.h"

/* Take jansson's memory from memory_get from now on. Call before any value is made. */
void json_memory_use(void);

/* A string; bytes that are no UTF-8 (in a path) become U+FFFD. NULL without memory. */
json_t *json_lenient(const char *text, Arena *arena);

/* Findings as an array of {severity, file, line, column, text}. NULL without memory. */
json_t *json_messages(const CadreMessage *messages, int n, Arena *arena);

/* The text of `value`, which is released. A NULL value is a want of memory. */
CadreStatus json_finish(const char **text, json_t *value, Arena *arena, CadreError *err);

#endif
