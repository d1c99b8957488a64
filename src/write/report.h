/* report.h: the result as one page that a principal opens: report.html, which holds all that it needs and asks nothing of a
 * network. Everything can be read without the script, which only sorts, filters and searches.
 *
 * The same result gives the same bytes: no dates of the run, no threads, no folders. */
#ifndef WRITE_REPORT_H
#define WRITE_REPORT_H

#include "explain/result.h"

typedef struct RunFile RunFile;

/* What a result's files are made from. */
typedef struct ReportInput {
    const Model *model;
    const ResultRows *rows;
    const SolveOutcome *outcome;
    int64_t gap_asked;
    const RunFile *files; /* that were read, [n_files]; of their paths only the last part is the same for equal runs */
    int n_files;
    int threads; /* that make pages; 0: one */
} ReportInput;

/**
 * Write the report into a folder: report.html, and where that would be too large or there are many sites its other pages in a
 * folder `report` there (report_book.h). No page depends on the number of threads.
 *
 * Errors: CADRE_IO, CADRE_NO_MEMORY. Cost O(length of the pages), and of memory a page's for each thread.
 */
CadreStatus report_write(const char *folder, const ReportInput *input, Arena *arena, CadreError *err);

/**
 * The page of one site (Model.sites), or of all (SCOPE_ALL of result_index.h).
 * Errors: CADRE_NO_MEMORY. Cost O(length of the page + rows log rows).
 */
CadreStatus report_text(const char **text, const ReportInput *input, int site, Arena *arena, CadreError *err);

#endif
