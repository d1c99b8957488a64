/* comparison_page.h: a comparison while it is written to be read. Want of memory is remembered in `out`. */
#ifndef WRITE_COMPARISON_PAGE_H
#define WRITE_COMPARISON_PAGE_H

#include "write/comparison_write.h"

enum {
    COMPARISON_LINES = 12, /* at most, of people, groups and shortages each */
    COMPARISON_NAMES = 8,  /* at most, of who leaves or joins one group */
};

typedef struct ComparisonPage {
    TextBuffer *out;
    Arena *arena;
    const Comparison *at;
    int width;
} ComparisonPage;

void comparison_paragraph(const ComparisonPage *page, TextBuffer *sentence, int indent);
const char *comparison_amount(const ComparisonPage *page, int64_t number); /* with separators; NULL: no memory */
const char *comparison_count(const ComparisonPage *page, int64_t number);  /* without */

/* Of n lines those after the most are in a file of the folder. */
void comparison_more(const ComparisonPage *page, int n, const char *file);

void comparison_matches_add(const ComparisonPage *page); /* who is not known by the same key, in a sentence each */
void comparison_people_add(const ComparisonPage *page);
void comparison_groups_add(const ComparisonPage *page);

#endif
