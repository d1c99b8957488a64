/* columns_guess.h: what survey columns mean where no columns.csv says so; `cadre init` drafts columns.csv from the same. */
#ifndef READ_COLUMNS_GUESS_H
#define READ_COLUMNS_GUESS_H

#include "read/columns.h"

/**
 * Guess every column of every survey from its header, its answers and the names in the plan's sheets (`plan` may lack any of
 * them). drafting: rows of scales.csv will be drafted too, so that amounts may be in words. `out` as columns_read returns it:
 * one item a column, sorted, what cannot be guessed MEANS_IGNORE, `origin` the header cell. Adds no messages: the caller tells
 * of the guesses. Errors: CADRE_NO_MEMORY leaves `out` as it was. Cost O(cells).
 */
CadreStatus columns_guess(ColumnMeanings *out, const PlanSheets *plan, const Table *surveys, int n_surveys,
                          const Scales *scales, bool drafting, Arena *arena, CadreError *err);

#endif
