/* frontier_html.h: the page of a sweep, report.html in its folder: what report.h says of pages holds here too. */
#ifndef WRITE_FRONTIER_HTML_H
#define WRITE_FRONTIER_HTML_H

#include "explain/frontier.h"
#include "write/html.h"

/* It links to report.html of each outcome's folder. Errors: CADRE_NO_MEMORY. Cost O(points^2). */
CadreStatus frontier_html_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err);

typedef struct SweepPage {
    Html *page;
    const Frontier *frontier;
    const char *counted, *counted_are;
    Arena *arena;
} SweepPage;

/* Each point a row, in the order of the grid. */
void frontier_html_table(const SweepPage *at);

#endif
