/* survey_questions.h: what each column asks, whatever form tool wrote the export: rows of one question as `Question [Row]`, and
 * the questions' texts that Qualtrics writes under its short headers (Q2_1). */
#ifndef READ_SURVEY_QUESTIONS_H
#define READ_SURVEY_QUESTIONS_H

#include "base/table.h"

/**
 * What each column asks: [n_columns], its header, or in a Qualtrics export the text under it. `Question - Row`, `Question: Row`
 * and the like are `Question [Row]` where a neighbour asks the same about another row. Only a Qualtrics export is read again.
 * Errors: CADRE_IO, CADRE_NO_MEMORY. Cost O(columns), else O(bytes).
 */
CadreStatus survey_questions(const char *const **out, const Table *table, Arena *arena, CadreError *err);

#endif
