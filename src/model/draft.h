/* draft.h: a drafted plan as rows of text, between the reader, which guesses it, and the writer, which knows CSV. */
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include <stdbool.h>

#include "base/arena.h"

/* A sheet as it is to stand in the plan's folder: its own rows first, as they were, then the drafted ones. */
typedef struct DraftSheet {
    const char *name;          /* "columns"; the file is columns.csv */
    const char *const *header; /* [n_columns] */
    int n_columns;
    LIST(const char *) cells; /* [n_rows][n_columns], rows one after another */
    int n_old_rows;           /* those that the plan had */
    bool existed, changed;    /* changed: rows were added, or an old one was completed */
} DraftSheet;

/* A line of what was found: a word, and what it is about. */
typedef struct DraftLine {
    const char *label; /* "Columns"; of what is to be looked at the sheet: "columns.csv" */
    const char *text;
} DraftLine;

/* What a survey column is taken for. */
typedef struct DraftGuess {
    const char *survey, *header; /* the survey's base name */
    const char *means, *name;    /* as columns.csv spells them */
    int sure;                    /* percent; 100 where columns.csv says it */
} DraftGuess;

typedef struct Draft {
    DraftSheet *sheets;
    int n_sheets;
    LIST(DraftGuess) guesses; /* every column that has a header */
    LIST(DraftLine) found;
    LIST(DraftLine) doubts; /* what to look at, the least sure first */
} Draft;

static inline int draft_rows(const DraftSheet *sheet) { return sheet->n_columns ? sheet->cells.n / sheet->n_columns : 0; }

#endif
