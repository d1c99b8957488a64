/* names.h: names -> indices 0, 1, 2, ... in the order of their first mention. */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include "base/arena.h"

typedef enum NameStyle {
    NAME_STYLE_NAME,   /* compared by text_name_key */
    NAME_STYLE_HEADER, /* compared by text_header_key */
    NAME_STYLE_EXACT,  /* compared byte by byte */
} NameStyle;

typedef struct Names Names;

Names *names_create(Arena *arena, NameStyle style); /* NULL where there is no memory */

/* The index of `name`, added where it is new; -1 where there is no memory. `name` is copied, spelled as first seen with outer
 * blanks trimmed. Cost O(length), expected. */
int names_add(Names *names, const char *name);
int names_find(const Names *names, const char *name); /* -1 where unknown (or there is no memory for the key) */
int names_count(const Names *names);
const char *names_get(const Names *names, int index); /* the spelling first seen */
const char *names_key(const Names *names, int index); /* the key it is compared by */

/* The known name nearest to `name` by edits of the key, or NULL where none is near (over a third of the length). Of equally
 * near ones that with the least key. Cost O(n * length^2). */
const char *names_nearest(const Names *names, const char *name);

#endif
