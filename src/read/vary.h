/* vary.h: what `cadre sweep --vary X=VALUES` asks for: a grid of changes to a plan.
 *
 * X is a setting, or SHEET:KEY:COLUMN as in the lines of a scenario; it ends at the first `=`, SHEET at the first `:` and
 * COLUMN begins after the last. VALUES are separated by commas: each is a cell's text, nothing for a blank cell, or a range
 * `LOW..HIGH:STEP` of numbers with at most two decimals (`LOW..HIGH` is by 1). They are put into order, blank, numbers, then
 * texts, each once, so that nothing hangs on how they were written. */
#ifndef READ_VARY_H
#define READ_VARY_H

#include "base/table.h"
#include "read/read.h"

enum { VARY_POINTS_MAX = 1000 };

typedef struct Vary {
    const char *name; /* X as written */
    const char *sheet, *key, *column;
    const char *const *values; /* [n] */
    int n;
} Vary;

/* Every combination of the values, the last Vary's running fastest. */
typedef struct VaryGrid {
    Vary *varies; /* [n] as in the command */
    int n, n_points;
} VaryGrid;

/* Errors: CADRE_INPUT with what is wrong in `err`, also where there are more than VARY_POINTS_MAX points; CADRE_NO_MEMORY. */
CadreStatus vary_parse(VaryGrid *out, const char *const *texts, int n, Arena *arena, CadreError *err);

const char *vary_value(const VaryGrid *grid, int point, int vary);

/* The point next to it from whose bundles it is best solved; -1 for the one where that begins. All lead there. */
int vary_neighbour(const VaryGrid *grid, int point);

/* Whether all is settings that read_settings_changed knows how to lay over a model. */
bool vary_settings_only(const VaryGrid *grid, Arena *arena);

/* The changes of a point as read_changed takes them. Each has its origin in `--vary X=VALUE`, whatever the point. Errors:
 * CADRE_NO_MEMORY. */
CadreStatus vary_table(Table *out, const VaryGrid *grid, int point, Arena *arena, CadreError *err);

/* The same of one value alone. */
CadreStatus vary_table_of_value(Table *out, const VaryGrid *grid, int vary, int value, Arena *arena, CadreError *err);

#endif
