/* frontier_html.h: the page of a sweep, report.html in its folder: what report.h says of pages holds here too. */
#ifndef WRITE_FRONTIER_HTML_H
#define WRITE_FRONTIER_HTML_H

#include "explain/frontier.h"

/* It links to report.html of each outcome's folder. Errors: CADRE_NO_MEMORY. Cost O(points^2). */
CadreStatus frontier_html_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err);

#endif
