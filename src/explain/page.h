/* page.h: an explanation as lines to read. */
#ifndef EXPLAIN_PAGE_H
#define EXPLAIN_PAGE_H

#include "explain/explanation.h"

typedef struct PageLine {
    int indent; /* 0: a heading, with a blank line before it */
    const char *text;
} PageLine;

typedef struct Page {
    Arena *arena;
    LIST(PageLine) lines;
} Page;

/* Errors: CADRE_NO_MEMORY. */
CadreStatus page_make(Page *out, const Explanation *explanation, Arena *arena, CadreError *err);

#endif
