#include "base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>

static atomic_long requests_left = -1;

static int refused(void)
{
    long left = atomic_load(&requests_left);
    if (left < 0) return 0;
    if (left == 0) return 1;
    atomic_fetch_sub(&requests_left, 1);
    return 0;
}

void *memory_get(size_t size) { return refused() ? NULL : malloc(size ? size : 1); }

void *memory_get_zeroed(size_t size) { return refused() ? NULL : calloc(1, size ? size : 1); }

void *memory_resize(void *block, size_t size) { return refused() ? NULL : realloc(block, size ? size : 1); }

void memory_free(void *block) { free(block); }

void memory_fail_after(long n) { atomic_store(&requests_left, n); }
