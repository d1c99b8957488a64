/* level_changes.h: the levels that a person would have to reach to be eligible for a role. */
#ifndef EXPLAIN_LEVEL_CHANGES_H
#define EXPLAIN_LEVEL_CHANGES_H

#include "model/alteration.h"

enum { LEVEL_CHANGES_MOST = 3 };

/* All that the role requires and the person lacks, a skill once; returns how many, 0 also where they are more than
 * LEVEL_CHANGES_MOST. *steps: the levels in sum. */
int level_changes(Alteration changes[LEVEL_CHANGES_MOST], int *steps, const Model *model, int person, int role);

/* The person's level, no answer being 0. */
int level_held(const Model *model, int person, int skill);

#endif
