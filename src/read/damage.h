/* damage.h: cells that a spreadsheet has changed on its own when a file was opened and saved there: what each looks like, and
 * how to get it back. */
#ifndef READ_DAMAGE_H
#define READ_DAMAGE_H

#include "base/names.h"
#include "base/table.h"
#include "read/sheets.h"

typedef enum Damage {
    DAMAGE_NONE,
    DAMAGE_DATE,      /* `3-5` taken for a day: 5-Mar, 05-mar, Mar-05, 5. mar; nobody types that as an answer */
    DAMAGE_FULL_DATE, /* the same with a year: 2026-03-05, 3/5/2026, 5-Mar-26; it may also be a date that was meant */
    DAMAGE_SERIAL,    /* the same as spreadsheets count days: 46086; it may also be a number that was meant */
    DAMAGE_FAULT,     /* a text taken for a formula, or wider than its column: #NAME?, ##### */
} Damage;

/* What a trimmed text looks like. Cost O(length), and next to none for most texts. */
Damage damage_of(const char *text);

static inline bool damage_is_date(Damage damage) { return damage == DAMAGE_DATE || damage == DAMAGE_FULL_DATE; }

/* Whether an id is in scientific notation, 1.23E+05: its other digits are gone. */
bool damage_is_scientific(const char *text);

/* Tell of a survey's answer, or, where `sheet`, of a plan's cell, with the remedy. */
void damage_tell(Messages *messages, CadreSeverity severity, Origin origin, const char *text, int n_cells, Damage damage,
                 bool sheet);

/* The texts of one column, where any text might be one: those that look damaged are noted, then told together. */
typedef struct DamageNotes {
    const Table *table;
    int column;
    bool sheet; /* of a plan */
    Arena *arena;
    Names *texts;  /* those noted */
    LIST(int) row; /* [texts] the first that has it */
    LIST(int) count;
    bool has_range; /* some text is a range as 6-8 or K-2, so that a full date may have been one too */
} DamageNotes;

/* `count` cells have the text, the first in `row`. False where there is no memory. Cost O(length), expected. */
bool damage_note(DamageNotes *notes, const char *text, int row, int count);

/* A warning for each text noted; of full dates only where the column has ranges. */
void damage_notes_tell(const DamageNotes *notes, Messages *messages);

/* Warn of damaged cells in all sheets of a plan. Errors: CADRE_NO_MEMORY. Cost O(cells). */
CadreStatus damage_in_sheets(const PlanSheets *plan, Arena *scratch, Messages *messages, CadreError *err);

#endif
