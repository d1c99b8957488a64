/* comparison_write.h: comparisons of one result with others as a table to read, as JSON, and as a folder of CSV
 * files and a page. */
#ifndef WRITE_COMPARISON_WRITE_H
#define WRITE_COMPARISON_WRITE_H

#include "base/text_buffer.h"
#include "explain/comparison.h"

/* What a principal asks first: what is better and worse, who is affected, why. Lines of `width` columns. */
CadreStatus comparisons_text(const char **text, const Comparison *comparisons, int n, int width, Arena *arena, CadreError *err);

/* Of one comparison: what differs in the inputs, and what each difference is worth. */
void comparison_causes_add(TextBuffer *out, const Comparison *at, int width);

/* A difference of inputs as a sentence without its end. */
void comparison_difference_add(TextBuffer *out, const InputDifference *difference);

CadreStatus comparisons_json(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err);

enum { COMPARISON_SHEETS = 6 };

typedef struct ComparisonSheet {
    const char *file;
    CadreStatus (*make_text)(const char **text, const Comparison *comparisons, int n, Arena *arena, CadreError *err);
} ComparisonSheet;

extern const ComparisonSheet comparison_sheets[COMPARISON_SHEETS]; /* by name; report.html among them */

/* Whether a folder of them can be put at `path`: nothing is there, an empty folder, or an earlier comparison and nothing else.
 * Errors: CADRE_INPUT, CADRE_IO, CADRE_NO_MEMORY. */
CadreStatus comparisons_target_check(const char *path, Arena *arena, CadreError *err);

/* Write it, complete or not at all; an earlier one stays on any fault. Errors: the same. */
CadreStatus comparisons_write(const char *path, const Comparison *comparisons, int n, Arena *arena, CadreError *err);

#endif
