/* plan_differences.h: in which rows and cells two plans differ, with the scenarios laid over each, row by key (scenario_key.h),
 * and in which answers two models do. */
#ifndef READ_PLAN_DIFFERENCES_H
#define READ_PLAN_DIFFERENCES_H

#include "model/input_difference.h"
#include "model/people_match.h"
#include "read/read.h"

enum { DIFFERENCES_FEW = 10 }; /* a sheet with more of them has one for all of them too */

/**
 * Add every difference of the sheets but settings.csv, sheet by sheet, people last; previous.csv is one, and so are
 * sites.csv and columns.csv where only one of the plans has them; each with the
 * scenario lines that make it of the first plan. Rows that no key tells apart are paired where they are equal, and the rest is
 * told without lines. Of `matches`, whom the plans call by different keys, the rows of the roster are compared. same_surveys:
 * the sheets that say how surveys are read stand for themselves. No order of rows bears on it. Errors: CADRE_NO_MEMORY. Cost
 * O(cells log rows).
 */
CadreStatus plan_differences(InputDifferences *out, const InputTables *first, const InputTables *other,
                             const PeopleMatch *matches, bool same_surveys, Arena *arena, CadreError *err);

/**
 * Add every level, interest, rating and choice in which people of both models answer otherwise, by person; `matches` are those
 * whom the models call by different keys. Errors: CADRE_NO_MEMORY. Cost O(staff * (skills + topics)).
 */
CadreStatus answer_differences(InputDifferences *out, const Model *first, const Model *other, const PeopleMatch *matches,
                               Arena *arena, CadreError *err);

#endif
