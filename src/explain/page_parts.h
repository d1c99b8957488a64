/* page_parts.h: what the kinds of page share. Running out of memory is remembered in `lost`. */
#ifndef EXPLAIN_PAGE_PARTS_H
#define EXPLAIN_PAGE_PARTS_H

#include "explain/page.h"
#include "explain/wording.h"

typedef struct Paging {
    Page *page;
    Arena *arena;
    const Explanation *explanation;
    bool lost;
} Paging;

/* A line begins with line_begin and ends with line_end; its text is made in between. */
TextBuffer line_begin(const Paging *paging);
void line_end(Paging *paging, int indent, TextBuffer *text);

/* Who moves, what is newly short or no longer, a line each. */
void difference_lines(Paging *paging, int indent, const Holdings *holdings, const Difference *difference);

/* "it would cost 12 points, of 3,456 in all." */
void price_add(TextBuffer *text, const WhatIf *what_if, const WhatIfAnswer *answer);

void why_lines(Paging *paging, const WhyNot *why);
void seat_lines(Paging *paging, const SeatLoss *seat);
void shortage_lines(Paging *paging, const ShortageStory *story);

#endif
