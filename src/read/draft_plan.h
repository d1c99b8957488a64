/* draft_plan.h: a plan drafted from the surveys' own headers and answers. */
#ifndef READ_DRAFT_PLAN_H
#define READ_DRAFT_PLAN_H

#include "model/draft.h"
#include "read/read.h"

/**
 * Draft the sheets of the plan in `inputs` (a folder that need not exist, or NULL; scenarios play no part). A sheet that is
 * there stays as it is: with `update` what the surveys bring beyond it is added (columns that columns.csv does not name,
 * answers that no scale knows, spellings of sites, groups for new focus areas), else nothing. Problems of surveys and of sheets
 * that are there are messages; the draft is to be used only where messages_errors is 0 afterwards. Errors: CADRE_IO,
 * CADRE_NO_MEMORY. Cost O(cells of the surveys), expected.
 */
CadreStatus draft_make(Draft *out, const CadreInputs *inputs, bool update, Arena *arena, Messages *messages, CadreError *err);

#endif
