/* report_figures.h: shares, lists of names and plain bar charts, for the sections that count. */
#ifndef WRITE_REPORT_FIGURES_H
#define WRITE_REPORT_FIGURES_H

#include "write/report_section.h"

/* "27" for 266 tenths of one per cent, of a mean or of what stands for a share. NULL: no memory. */
const char *report_percent(int tenths, Arena *arena);

/* A share in whole per cent, rounded once: 43 of 47 is 91.49, "91"; whole > 0. NULL: no memory. */
const char *report_share_percent(int part, int whole, Arena *arena);

/* A cell "27% (12 of 45)" that sorts by its share; "no answers" where there is nothing to have a share of. data_name: the
 * attribute that holds `part`. */
void report_share_cell(Html *page, const char *data_name, int part, int whole);

/* Names joined by commas, the first `most` of them, for a place of a phrase. */
typedef struct NameList {
    TextBuffer text;
    int n, most;
} NameList;
void report_list_add(Html *page, NameList *list, const char *name);
const char *report_list_words(Html *page, NameList *list); /* and how many more; NULL: no memory */

/* Bars, one below the other, with a label before and a figure behind each. */
typedef struct ReportBar {
    const char *label; /* our own words, short */
    int count;
    const char *words; /* in the place of the figure, or NULL */
} ReportBar;
void report_bars(Html *page, const char *class_names, Phrase title, const ReportBar bars[], int n);

void report_note(Html *page, Phrase note);
void report_row_head(Html *page, const char *name); /* <th scope="row"> with a name of people, closed */

#endif
