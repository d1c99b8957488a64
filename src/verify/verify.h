/* verify.h: the independent judge of a result folder. It shares no code with score/, program/ or solve/: own arithmetic, own
 * reading of every rule, from the model and the files' text alone. */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H

#include "model/model.h"
#include "model/result_files.h"

/**
 * Check every cell of the result's files but free text (reason, repair) against the sheets: who may hold what, every limit and
 * rule, points and their parts, groups, people, shortages with their costs, and the objective and its parts in result.json
 * (bound >= objective; proved only with gap < 1 or the gap asked for). Each violation is a message (CADRE_ERROR) at the file,
 * line and cell that is wrong. Errors: CADRE_NO_MEMORY. Cost O(staff * roles of their site or open to all * targets of a
 * role), for best_points; parallel over staff. The rest is near linear in the result.
 */
CadreStatus verify_result(const Model *model, const ResultFiles *result, Arena *arena, Messages *messages, CadreError *err);

#endif
