/* reasons.h: why a person holds a role, in one sentence made of facts that a colleague can check.
 *
 * It goes from what the person brings (needs met and at what level, interest) to what decided: of a leader what sets them apart
 * from the best person not chosen, who is named; of a member the same where somebody free has more points, else the rule that
 * would be short without them; and what the person could not do because of it. */
#ifndef EXPLAIN_REASONS_H
#define EXPLAIN_REASONS_H

#include "explain/rival.h"

/* Cost that of rivalry_find and advantages_find, and O(roles open to the person). */
CadreStatus reason_for_assignment(const char **reason, const Rivals *rivals, int person, int role, const ScoreParts *parts,
                                  Arena *arena, CadreError *err);

#endif
