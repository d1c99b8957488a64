/* repairs.h: a shortage in words, and what would come nearest to mending it. */
#ifndef EXPLAIN_REPAIRS_H
#define EXPLAIN_REPAIRS_H

#include "explain/holdings.h"

/* "Data Team: 1 of 2 people with Data at level 4 or above". */
CadreStatus shortage_words(const char **words, const Model *model, const Shortage *shortage, Arena *arena, CadreError *err);

/* Who comes nearest and what stands in the way, in one sentence. Cost O(staff of the group's site, or all where it has
 * none, * roles of the group * log roles). */
CadreStatus shortage_repair(const char **repair, const Holdings *holdings, const Shortage *shortage, Arena *arena,
                            CadreError *err);

#endif
