/* plan_rows.h: the rows of a sheet of two plans by their keys, for plan_differences. */
#ifndef READ_PLAN_ROWS_H
#define READ_PLAN_ROWS_H

#include "model/input_difference.h"
#include "model/people_match.h"
#include "read/input_tables.h"
#include "read/scenario_key.h"

typedef struct KeyedRow {
    const Sheet *sheet;
    int row;
    const KeyForm *form;
    const char *same[KEY_FORMS_MAX]; /* by form: equal where the keys are; NULL: the form does not apply */
    const char *key;                 /* of its form, as the sheet spells it */
    const char *equal;               /* of its form */
    const char *cells;               /* the others, as text */
    bool matched;                    /* it has the key of the first's row about who is matched by name */
} KeyedRow;

typedef LIST(KeyedRow) KeyedRows;

/* A sheet of two plans while it is compared. */
typedef struct Comparing {
    InputDifferences *out;
    SheetKind kind;
    const Sheet *first, *other;
    Names *fields;              /* further columns of either, where the sheet may have some */
    const PeopleMatch *matches; /* of the roster; NULL: none */
    bool same_surveys;
    Arena *arena;
    CadreError *err;
} Comparing;

bool plan_row_is_key(const KeyForm *form, int column);
int plan_row_columns(const Comparing *at);
const char *plan_row_column(const Comparing *at, int column); /* its name */
const char *plan_row_cell(const Comparing *at, const Sheet *sheet, int row, int column);

/**
 * The rows of both plans with the form of their keys chosen, sorted by key: where the first form does not tell two rows of one
 * plan apart, or is blank, the second holds. On the roster the rows of those matched by name have one key. Errors:
 * CADRE_NO_MEMORY. Cost O(cells log rows).
 */
CadreStatus plan_rows(KeyedRows *out, Comparing *at);

#endif
