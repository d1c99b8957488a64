/* guess_rankings.h: questions that have their rows put into an order: each row's column holds its place, 1 for the first. */
#ifndef READ_GUESS_RANKINGS_H
#define READ_GUESS_RANKINGS_H

#include "read/guess_column.h"

/* Set `ranked` of every column of such a question. columns: [n], by survey, column. Errors: CADRE_NO_MEMORY. Cost O(cells of
 * grids of numbers). */
CadreStatus guess_rankings(GuessColumn columns[], int n, Arena *scratch, CadreError *err);

#endif
