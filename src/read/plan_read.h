/* plan_read.h: the plan's sheets -> settings and the groups half of the Model (DESIGN section 3, "The plan"). */
#ifndef READ_PLAN_READ_H
#define READ_PLAN_READ_H

#include "read/people_read.h"

/* settings.csv over the defaults. */
CadreStatus settings_read(Settings *out, const PlanSheets *plan, Arena *arena, Messages *messages, CadreError *err);

/* Every setting with its default, for `cadre help settings`. */
void settings_print_help(FILE *out);

/**
 * Fill groups (`each` spread), roles, targets, bars, coverages, mixes, pins, pairs, previous: every cell of the sheets checked
 * and every precedence rule applied. The staff half must be there. Topics that name no group or focus are warnings. Problems
 * are messages. Errors: CADRE_NO_MEMORY. Cost O(rows * groups matched + staff log staff).
 */
CadreStatus plan_read(Model *model, const TopicOrigins *topics, const PlanSheets *plan, Arena *arena, Messages *messages,
                      CadreError *err);

#endif
