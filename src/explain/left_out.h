/* left_out.h: why a person has no role: what kept them from the role that suits them best, and who holds it with what more. */
#ifndef EXPLAIN_LEFT_OUT_H
#define EXPLAIN_LEFT_OUT_H

#include "base/text_buffer.h"
#include "explain/rival.h"

/* One sentence; of those who serve their load. best_role: -1 where no role is open to them. Cost that of rivalry_find. */
CadreStatus reason_for_person(const char **reason, const Rivals *rivals, int person, int best_role, Arena *arena,
                              CadreError *err);

/* Why the person was not taken as one more in the role: a limit of their own keeps them from it, or it has room and they would
 * add nothing. It goes on from the person's name to the end of the sentence. */
void add_not_taken(TextBuffer *text, const Rivals *rivals, int person, int role);

#endif
