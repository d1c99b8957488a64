/* left_out.h: why a person has no role: what kept them from the role that suits them best, and who holds it with what more. */
#ifndef EXPLAIN_LEFT_OUT_H
#define EXPLAIN_LEFT_OUT_H

#include "explain/rival.h"

/* One sentence; of those who serve their load. best_role: -1 where no role is open to them. Cost that of rivalry_find. */
CadreStatus reason_for_person(const char **reason, const Rivals *rivals, int person, int best_role, Arena *arena,
                              CadreError *err);

#endif
