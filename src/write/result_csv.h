/* result_csv.h: the sheets of a result, each as one CSV text. */
#ifndef WRITE_RESULT_CSV_H
#define WRITE_RESULT_CSV_H

#include "explain/result.h"

typedef struct ResultSheet {
    const char *file;
    bool mending; /* only of a result that mends another */
    CadreStatus (*make_text)(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);
} ResultSheet;

enum { RESULT_SHEETS = 8 };
extern const ResultSheet result_sheets[RESULT_SHEETS]; /* assignments, groups, people, shortages, leading; mending, notices, and
                                                          the scenario with which the result can be judged and made again */

/* Those of mending_csv.c. */
CadreStatus mending_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);
CadreStatus notices_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);
CadreStatus mending_scenario_text(const char **text, const Model *model, const ResultRows *rows, Arena *arena, CadreError *err);

#endif
