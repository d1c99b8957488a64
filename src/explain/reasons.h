/* reasons.h: why a person holds a role, or none, in one sentence made of facts that a colleague can check. */
#ifndef EXPLAIN_REASONS_H
#define EXPLAIN_REASONS_H

#include "explain/holdings.h"

/* Levels, interest, learning, last time, pins. */
CadreStatus reason_for_assignment(const char **reason, const Holdings *holdings, int person, int role, const ScoreParts *parts,
                                  Arena *arena, CadreError *err);

/* The load of those who serve; for the others what kept them from their best role. best_role: -1 where no role is open. */
CadreStatus reason_for_person(const char **reason, const Holdings *holdings, int person, int best_role, int best_points,
                              Arena *arena, CadreError *err);

#endif
