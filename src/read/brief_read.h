/* brief_read.h: a plan's sheets, as far as they are there, and an inventory's results -> what two forms should ask. */
#ifndef READ_BRIEF_READ_H
#define READ_BRIEF_READ_H

#include "model/brief.h"

/**
 * Read the brief. `inputs->plan` may be NULL and need not be complete, for the forms come before it; `inputs->surveys`, none or
 * the inventory's exports, are read by the plan's columns.csv and, beyond that, as `cadre init` guesses; its rows about other
 * surveys play no part. Only what the forms hang on is checked: `cadre check` does the rest. Problems are messages; the brief
 * is to be used only where messages_errors is 0 afterwards. Errors: CADRE_IO, CADRE_NO_MEMORY. Cost O(rows * groups + cells of
 * the surveys).
 */
CadreStatus brief_read(Brief *out, const CadreInputs *inputs, Arena *arena, Messages *messages, CadreError *err);

#endif
