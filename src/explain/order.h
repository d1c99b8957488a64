/* order.h: comparing for qsort: -1, 0 or 1. */
#ifndef EXPLAIN_ORDER_H
#define EXPLAIN_ORDER_H

#include <stdint.h>
#include <string.h>

#include "base/names.h"

static inline int order_of(int64_t a, int64_t b) { return (a > b) - (a < b); }

/* By the names' keys, so that nothing hangs on the order of their first mention; -1, none, comes first. */
static inline int order_by_name(const Names *names, int a, int b)
{
    return a < 0 || b < 0 ? order_of(a, b) : strcmp(names_key(names, a), names_key(names, b));
}

#endif
