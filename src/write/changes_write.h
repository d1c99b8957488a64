/* changes_write.h: what is different between a result and the one before. */
#ifndef WRITE_CHANGES_WRITE_H
#define WRITE_CHANGES_WRITE_H

#include "base/text_buffer.h"
#include "model/result_snapshot.h"

/* The files that changed, and up to `n_shown` assignments that came and went. Errors: CADRE_NO_MEMORY. Cost O(seats + files),
 * expected. */
CadreStatus changes_text(const char **text, const ResultSnapshot *before, const ResultSnapshot *after, int n_shown,
                         Arena *arena, CadreError *err);

#endif
