/* result_inputs.h: the inputs that a result was made from, where they are still there as they were. */
#ifndef READ_RESULT_INPUTS_H
#define READ_RESULT_INPUTS_H

#include "model/input_difference.h"
#include "model/result_facts.h"
#include "read/read.h"

typedef struct ResultInputs {
    InputsState state; /* of the rest only where they are there */
    InputTables *tables;
    const Model *model;
} ResultInputs;

/**
 * Read the plan, surveys and scenarios that run.json names, from the present folder or one above the result
 * (result_place_find), where each has the checksum that it had. Anything else is no error but a fault in `state`. Errors:
 * CADRE_NO_MEMORY. Cost O(bytes).
 */
CadreStatus result_inputs_open(ResultInputs *out, const ResultFacts *facts, Arena *arena, CadreError *err);

/* Whether both mend no result, or the same. */
bool result_inputs_same_mended(const ResultInputs *a, const ResultInputs *b);

/* Whether two results have the same surveys, in the same order. */
bool result_inputs_same_surveys(const ResultSnapshot *a, const ResultSnapshot *b);

#endif
