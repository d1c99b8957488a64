/* report_told.h: who must be told what, where a result is mended: a part of "What changes". */
#ifndef WRITE_REPORT_TOLD_H
#define WRITE_REPORT_TOLD_H

#include "write/report_figures.h"

/* Whether the page tells of the person: all pages but those of another site. */
bool report_told_here(const Report *report, int person);

/* A row for each of them. */
void report_told(Html *page, const Report *report, const Notices *notices);

#endif
