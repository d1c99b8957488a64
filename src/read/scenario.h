/* scenario.h: a scenario, one sheet `sheet, key, column, value` of changes, laid over the sheets of a plan before anything in
 * them is interpreted.
 *
 * - A line with a column's name sets one cell of the row that the key names; a column that the file lacks is added. In people
 *   and sites a new name is a new field.
 * - `+` adds a row: the key gives the cells of the key's columns, further lines with the same key the others. `-` drops the
 *   row. The value of both is blank. In settings a line sets the value, whether the row is there or not (`+` too).
 * - The order of the lines means nothing: rows are dropped first, then added, then cells set, and keys are looked up in the
 *   plan as it stood (with all earlier scenarios laid over it) and among the rows added. A key that names an added row and an
 *   older one means the added one. Two lines for one cell or row are an error.
 * - A key is the starred columns joined by `/` (scenario_key.h); parts compare as the names or headers that they are. A name
 *   may itself hold `/`: a row's own cells say how its key is cut; for a row to be added the cut is taken that makes group and
 *   role known ones.
 * - With a group go all rows that name it or a copy of it, in roles, needs, mix, pins, pairs and previous; with a role the
 *   rows of needs and pins on this role of this group (previous.csv is history: it still says who was in the group). Then the
 *   rows that named something only through what was dropped: `kind:PLC` when the last PLC goes, `PLC 1/chair` when the role of
 *   kind:PLC goes. Rows that the scenario adds or changes stay, so that the reader can tell what is wrong with them. */
#ifndef READ_SCENARIO_H
#define READ_SCENARIO_H

#include "read/sheets.h"

/**
 * Lay the scenario at `path` over `plan`. Cells and rows that it sets or adds have their origin in its lines. What is wrong
 * with it is a message, and the rest is applied; lines about a sheet that could not be read are passed over.
 * Errors: CADRE_NO_MEMORY. Cost O(cells of the sheets touched), where groups or roles are dropped also O(rows that name a
 * group * (groups + rows of roles.csv)).
 */
CadreStatus scenario_apply(PlanSheets *plan, const char *path, Arena *arena, Messages *messages, CadreError *err);

/* The same of a scenario that is no file: a table with the columns sheet, key, column, value; scenario_table makes one. */
CadreStatus scenario_lay(PlanSheets *plan, const Table *table, Arena *arena, Messages *messages, CadreError *err);

#endif
