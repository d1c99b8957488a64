/* overview_page.h: what the parts of the overview's text share; private to write/overview_*.c. */
#ifndef WRITE_OVERVIEW_PAGE_H
#define WRITE_OVERVIEW_PAGE_H

#include "base/text_buffer.h"
#include "explain/labels.h"
#include "write/overview_write.h"

typedef struct OverviewPage {
    TextBuffer out;
    const Overview *overview;
    Labels labels;
    int width;
    bool reminders; /* a list for reminders is written */
} OverviewPage;

/* Each adds its paragraphs, with a blank line before, or nothing where there is nothing to say. */
CadreStatus page_add_spreads(OverviewPage *page, CadreError *err);
CadreStatus page_add_gaps(OverviewPage *page, CadreError *err);
CadreStatus page_add_odd_answers(OverviewPage *page, CadreError *err); /* late, repeated, one answer to a whole grid */
CadreStatus page_add_plan(OverviewPage *page, CadreError *err);        /* lacks and closed roles */

/* A heading, with a blank line before where it is not the first. */
void page_heading(OverviewPage *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A paragraph of a list, indented. */
void page_item(OverviewPage *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "  and 3 more", where there are more. */
void page_more(OverviewPage *page, int n, int shown, const char *what);

/* People with a note behind the name of each (or NULL, also for all). Of those whom only a survey's rows tell apart, `survey`
 * is the one that is spoken of, or NULL. */
typedef struct PeopleNoted {
    const int *people;
    const char *const *notes;
    int n;
    const char *survey;
} PeopleNoted;

/* "Ann, Bo (3 times) and 3 more", of at most `most` names, in an item that begins with `before`. */
CadreStatus page_people(OverviewPage *page, const char *before, PeopleNoted noted, int most, CadreError *err);

static inline const char *plural(int n) { return n == 1 ? "" : "s"; }

#endif
