/* result_facts_read.h: a result folder -> ResultFacts. */
#ifndef READ_RESULT_FACTS_READ_H
#define READ_RESULT_FACTS_READ_H

#include "model/result_facts.h"
#include "model/result_files.h"

/* No number of a result is larger: their sums and differences are numbers then. */
#define FACT_MOST INT64_C(1000000000000000)

/**
 * Read the folder. What is missing or damaged is a message, all of it; the facts are to be used only where messages_errors is
 * 0 afterwards. Files of earlier versions (without leading.csv, or a run.json that names the inputs) are read too. Errors:
 * CADRE_NO_MEMORY, CADRE_IO. Cost O(cells log rows).
 */
CadreStatus result_facts_read(ResultFacts *out, const char *folder, Arena *arena, Messages *messages, CadreError *err);

/* What result.json says. */
CadreStatus result_facts_json(ResultFacts *out, const ResultFiles *files, Arena *arena, Messages *messages, CadreError *err);

#endif
