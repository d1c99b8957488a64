/* draft_write.h: a drafted plan -> the text of its sheets, and what is printed of it. */
#ifndef WRITE_DRAFT_WRITE_H
#define WRITE_DRAFT_WRITE_H

#include "base/text_buffer.h"
#include "model/draft.h"

/* The sheet as CSV. Cells are written as they are, without the formula guard: the reader compares headers and answers with the
 * survey's own. Errors: CADRE_NO_MEMORY. */
CadreStatus draft_sheet_text(const char **text, size_t *size, const DraftSheet *sheet, Arena *arena, CadreError *err);

/* Every column's meaning, every sheet and all that is to be looked at, as JSON. Errors: CADRE_NO_MEMORY. */
CadreStatus draft_json_text(const char **text, const Draft *draft, Arena *arena, CadreError *err);

/* What was found, which sheets were written, and what to look at first, at most `n_doubts`. Errors: CADRE_NO_MEMORY. */
CadreStatus draft_report_text(const char **text, const Draft *draft, const char *folder, int n_doubts, Arena *arena,
                              CadreError *err);

#endif
