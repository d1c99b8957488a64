/* scenario_draft.h: a sheet of the plan while one scenario is laid over it. Rows are looked up by their cells as they stood, or
 * as they were added, whatever lines have set since. */
#ifndef READ_SCENARIO_DRAFT_H
#define READ_SCENARIO_DRAFT_H

#include "read/scenario_key.h"

typedef struct DraftRow {
    const char *const *was; /* [width], the cells by which the row is known */
    int width;
    const char **cells;  /* [n_columns] as the scenario leaves them; NULL while untouched, as the next two */
    Origin *origins;     /* [1 + n_columns], of the row and of its cells */
    int *set_in;         /* [n_columns], the line that sets the cell, 0 where none does */
    bool changed;        /* a line sets one of its cells */
    const KeyForm *form; /* of the key that added it, else NULL */
    int added, dropped;  /* the line of the scenario that adds or drops it, 0 where none does */
} DraftRow;

/* Rows by key, for one form. Rows of one entry of `names` (equal as headers are) hang together. */
typedef struct KeyIndex {
    Names *names;
    LIST(int) first; /* [names] */
    LIST(int) next;  /* [rows], -1 at the end */
} KeyIndex;

typedef struct SheetDraft {
    Sheet *sheet; /* NULL: not open */
    SheetKind kind;
    int n_columns;            /* with those that the scenario adds */
    Names *columns;           /* the spec's, then others in the file or added */
    LIST(int) place;          /* [columns] -> column of the draft, -1 where there is none yet */
    LIST(const char *) fresh; /* headers of the columns added */
    LIST(DraftRow) rows;
    KeyIndex index[KEY_FORMS_MAX];
    Arena *arena;
} SheetDraft;

/* How well a row answers to a key; the best beat the others. */
typedef enum KeyRank { KEY_OLD, KEY_ADDED, KEY_ADDED_SO /* with a key of this very form */ } KeyRank;

/* The rows that a key names. */
typedef struct KeyMatch {
    int n;          /* rows that are there, of the best rank */
    int row, other; /* the first two of them */
    KeyRank rank;
    int dropped; /* the line that drops a row of this key, 0 where none does */
} KeyMatch;

/* Open the draft of a sheet that could be read, or is absent; false where there is no memory. Cost O(rows). */
bool draft_open(SheetDraft *draft, SheetKind kind, Sheet *sheet, Arena *arena);

/* The draft's column of that header, added where the sheet may have it and lacks it; -1 where it may not. All columns must be
 * asked for before the first row is touched or added. */
CadreStatus draft_column(int *column, SheetDraft *draft, const char *header, CadreError *err);

/* A cell of a spec column as it stood, and as the scenario leaves it. */
const char *draft_was(const SheetDraft *draft, int row, int spec_column);
const char *draft_cell(const SheetDraft *draft, int row, int spec_column);

CadreStatus draft_find(KeyMatch *out, SheetDraft *draft, const char *key, CadreError *err);
const char *draft_nearest(const SheetDraft *draft, const char *key); /* the key of a row, or NULL */

/* Add a row with the cells of a key, which has that origin. */
CadreStatus draft_add(SheetDraft *draft, const KeySplit *split, Origin origin, CadreError *err);
CadreStatus draft_set(SheetDraft *draft, int row, int column, const char *value, Origin origin, CadreError *err);

/* The origin of a row as it stands. */
Origin draft_origin(const SheetDraft *draft, int row);

/* Put what the scenario leaves into the sheet. Cost O(cells). */
CadreStatus draft_store(SheetDraft *draft, CadreError *err);

#endif
