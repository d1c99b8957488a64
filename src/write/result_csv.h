/* result_csv.h: the sheets of a result, each as one CSV text. */
#ifndef WRITE_RESULT_CSV_H
#define WRITE_RESULT_CSV_H

#include "explain/result.h"

typedef struct ResultSheet {
    const char *file;
    CadreStatus (*make_text)(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);
} ResultSheet;

enum { RESULT_SHEETS = 5 };
extern const ResultSheet result_sheets[RESULT_SHEETS]; /* assignments, groups, people, shortages, leading */

#endif
