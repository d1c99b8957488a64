/* drafter.h: what the drafting of the single sheets shares. draft_plan.c makes one Drafter and calls the functions below in
 * their order. */
#ifndef READ_DRAFTER_H
#define READ_DRAFTER_H

#include "read/columns.h"
#include "read/distinct.h"
#include "read/draft_plan.h"

typedef struct DraftColumn {
    ColumnMeaning meaning; /* as the plan says, else guessed */
    bool of_plan;          /* columns.csv names it */
    Distinct answers;
    const char *header;
    char separator; /* of a checklist: ',' or ';' */
    Names *options; /* of a checklist, those that hold the separator; NULL: none */
} DraftColumn;

typedef struct Drafter {
    Draft *draft;
    bool update;
    PlanSheets plan; /* the sheets that are there */
    const Table *surveys;
    int n_surveys;
    const Scales *scales; /* with those drafted */
    Names *scale_answers; /* that scales.csv has rows for, old and drafted */
    DraftColumn *columns; /* by survey, column */
    int n_columns;
    Arena *arena;   /* the draft's */
    Arena *scratch; /* released when draft_make returns */
    CadreError *err;
} Drafter;

/* Whether rows may be added to a sheet. */
bool drafter_may_write(const Drafter *drafter, SheetKind kind);

/* Add a row: cells by the spec's columns, NULL for blank. Columns that the file lacks and the row needs are added. */
CadreStatus drafter_add(Drafter *drafter, SheetKind kind, const char *const cells[]);

/* Set a cell of an old row. */
CadreStatus drafter_set(Drafter *drafter, SheetKind kind, int row, int column, const char *text);

/* Lines for the report; NULL-safe printing, out of memory is a fault. */
CadreStatus drafter_tell(Drafter *drafter, bool doubt, const char *label, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Rows of scales.csv for the word scales of questions whose answers no table knows: found before the columns are guessed, kept
 * for columns that turn out to be ratings. */
typedef struct WordScale {
    const char *name;
    Names *answers;
    int *level; /* [answers] 0-5, -1: no answer */
    int survey;
    const char *question;
    bool used;
} WordScale;
typedef struct WordScales {
    LIST(WordScale) items;
} WordScales;

enum { DRAFTER_LONGEST_ANSWER = 255 }; /* bytes of an answer that scales.csv may have a row for */

/* The level that the first scale to know the answer gives it; -1 where none does. */
int drafter_any_level(const Scales *scales, const char *answer);

/* Errors of all: CADRE_NO_MEMORY. */
CadreStatus draft_word_scales(WordScales *out, Drafter *drafter);
CadreStatus draft_scales_sheet(Drafter *drafter, WordScales *scales);
CadreStatus draft_columns_sheet(Drafter *drafter);
CadreStatus draft_options_sheet(Drafter *drafter);
CadreStatus draft_sites_sheet(Drafter *drafter);
CadreStatus draft_groups_sheets(Drafter *drafter);

/* The answers of a column in an order that no order of rows changes: indices into answers.text. NULL: no memory. */
int *drafter_sorted(const Drafter *drafter, const Distinct *answers);

/* The options of a checklist, most ticked first. */
typedef struct TickedOption {
    const char *text;
    int count;
} TickedOption;
CadreStatus drafter_options(TickedOption **out, int *n, const Drafter *drafter, const DraftColumn *column);

#endif
