/* comparison_html.h: the page of a comparison, report.html in its folder: what report.h says of pages holds here too. */
#ifndef WRITE_COMPARISON_HTML_H
#define WRITE_COMPARISON_HTML_H

#include "write/comparison_words.h"
#include "write/report_figures.h"

enum { /* rows of one page, shared by its comparisons; all of them are in the CSV files */
       COMPARISON_PEOPLE_MOST = 2000,
       COMPARISON_GROUPS_MOST = 1000,
       COMPARISON_SHORTAGES_MOST = 600,
       COMPARISON_CAUSES_MOST = 400,
       COMPARISON_LEAST = 20, /* of each comparison at least */
};

/* comparisons: [n] of one first result. Errors: CADRE_NO_MEMORY. Cost O(length of the page + rows log rows). */
CadreStatus comparisons_html_text(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err);

/* --- its parts, a file each --- */

typedef struct ComparisonHtml {
    Html *page;
    const Comparison *all;
    int n;
    Arena *arena;
} ComparisonHtml;

/* Figures of all results, the first's before the others'; the parts in which a total differs; a plot of all totals. */
void comparison_html_table(const ComparisonHtml *at);
void comparison_html_parts(const ComparisonHtml *at, const Comparison *of);
void comparison_html_plot(const ComparisonHtml *at);

/* Who and what is otherwise in one result. */
void comparison_html_people(const ComparisonHtml *at, const Comparison *of);
void comparison_html_groups(const ComparisonHtml *at, const Comparison *of);
void comparison_html_shortages(const ComparisonHtml *at, const Comparison *of);

/* What differs in the inputs, and what each difference is worth by itself. */
CadreStatus comparison_html_why(const ComparisonHtml *at, const Comparison *of, CadreError *err);

/* A sentence of words of ours and of people, in an element of its own. */
void comparison_html_told(const ComparisonHtml *at, const char *element, const char *class_names, TextBuffer *words);

/* How many rows of `most` one comparison may have. */
int comparison_html_most(const ComparisonHtml *at, int most);

/* That `n` rows more are in a file. */
void comparison_html_more(const ComparisonHtml *at, int n, const char *file);

#endif
