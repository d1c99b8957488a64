/* explain_write.h: an explanation as text to read, and as JSON for other programs. */
#ifndef WRITE_EXPLAIN_WRITE_H
#define WRITE_EXPLAIN_WRITE_H

#include "explain/explanation.h"

/* Lines are broken at `width` columns. Errors: CADRE_NO_MEMORY. */
CadreStatus explanation_text(const char **text, const Explanation *explanation, int width, Arena *arena, CadreError *err);

/* Every question that was put to the solver stands there with its changes, value and bound. Errors: CADRE_NO_MEMORY. */
CadreStatus explanation_json(const char **text, const Explanation *explanation, Arena *arena, CadreError *err);

#endif
