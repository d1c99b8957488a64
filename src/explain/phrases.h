/* phrases.h: the table of phrases, for wording.c alone. */
#ifndef EXPLAIN_PHRASES_H
#define EXPLAIN_PHRASES_H

#include "explain/wording.h"

extern const char *const phrases[PHRASES];

#endif
