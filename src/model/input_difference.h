/* input_difference.h: one thing in which the inputs of two results differ, and what it is worth by itself. */
#ifndef MODEL_INPUT_DIFFERENCE_H
#define MODEL_INPUT_DIFFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/scenario_change.h"

typedef enum DifferenceAbout {
    ABOUT_SETTING,  /* sheet settings, column value */
    ABOUT_CELL,     /* a cell of a row that both plans have */
    ABOUT_IDENTITY, /* the id or e-mail on the roster of who is matched by name; it has no price */
    ABOUT_READING,  /* a row of a sheet that says how the surveys are read, where these differ; priced with all answers */
    ABOUT_ADDED,    /* a row that only the other has; column "+" */
    ABOUT_DROPPED,  /* a row that only the first has; column "-" */
    ABOUT_SHEET,    /* all of a sheet, which is priced in the place of the first's */
    ABOUT_MENDED,   /* the result that is mended, with the limit on changes that then holds */
    ABOUT_ALL,      /* all differences of a sheet that has many, besides each of them; priced as ABOUT_SHEET */
    ABOUT_ANSWERS,  /* all surveys */
    ABOUT_ANSWER,   /* what one person answered about one thing; priced with all answers only */
} DifferenceAbout;

typedef enum PriceState {
    PRICE_NOT_ASKED,  /* it has none by itself, or the inputs of a result are gone */
    PRICE_TOGETHER,   /* it says how the surveys are read, and is priced with all answers */
    PRICE_LEFT_OUT,   /* after the most that are priced */
    PRICE_KNOWN,      /* between low and high; exact where they are equal */
    PRICE_UNKNOWN,    /* a limit stopped the solve where no bound holds */
    PRICE_NOT_ALONE,  /* laid alone over the first's plan it is no sound plan: `why` */
    PRICE_IMPOSSIBLE, /* the rules of the first's plan with it cannot all be kept */
} PriceState;

typedef struct InputDifference {
    DifferenceAbout about;
    const char *sheet, *key, *column;
    const char *before, *after;  /* of a row its other cells, as "column: value; column: value" */
    const ScenarioChange *lines; /* [n_lines], which make it where they are laid over the first's plan */
    int n_lines;
    const char *with; /* a sheet of the other plan that is priced with it, as it says nothing without; NULL: none */
    PriceState price;
    int64_t low, high; /* the best with it less the best of the first */
    const char *why;
} InputDifference;

typedef LIST(InputDifference) InputDifferences;

/* What keeps the inputs of a result from being read as they were. */
typedef enum InputFaultKind {
    INPUT_GONE,
    INPUT_CHANGED,
    INPUT_NEW,        /* a sheet that was not there then */
    INPUT_UNREADABLE, /* `text` says why */
    INPUT_UNNAMED,    /* run.json does not name them, as in results of earlier versions */
    INPUT_REDACTED,   /* likewise, on purpose: the result is redacted, and so is what it is compared with */
} InputFaultKind;

typedef struct InputFault {
    InputFaultKind kind;
    const char *text; /* the path */
} InputFault;

/* Whether the inputs of a result are still as they were; else all that is otherwise. */
typedef struct InputsState {
    bool there;
    LIST(InputFault) faults;
} InputsState;

#endif
