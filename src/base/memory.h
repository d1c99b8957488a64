/* memory.h: the one seam through which all of Cadre's own memory is obtained, so that a test can make any request fail. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

void *memory_get(size_t size);                 /* NULL when there is none */
void *memory_get_zeroed(size_t size);          /* all bytes 0; large blocks cost nothing until they are used */
void *memory_resize(void *block, size_t size); /* as realloc */
void memory_free(void *block);

/* Tests: let `n` more requests succeed, then fail every one; negative: never fail. Not for use while threads run. */
void memory_fail_after(long n);

#endif
