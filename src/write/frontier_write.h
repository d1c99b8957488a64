/* frontier_write.h: the points of a sweep as a sheet, a figure, JSON, and on the terminal. */
#ifndef WRITE_FRONTIER_WRITE_H
#define WRITE_FRONTIER_WRITE_H

#include "explain/frontier.h"

/* A row a point, in the order of the grid. */
CadreStatus frontier_csv_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err);

/* What is counted beside total and shortages: "changes" or "moves", and which assignments these are. NULL: no memory. */
const char *frontier_counted(const Frontier *frontier, Arena *arena);
const char *frontier_counted_are(const Frontier *frontier, Arena *arena);

/* What is counted (frontier_distance) against total. Efficient points are diamonds with the number of their outcome, the others
 * rings. Whole numbers only, so that it is the same everywhere. */
CadreStatus frontier_svg_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err);

CadreStatus frontier_json_text(const char **text, const Frontier *frontier, Arena *arena, CadreError *err);

/* The efficient points as a table, and where the rest is. Lines are cut to `width` columns. */
CadreStatus frontier_terminal_text(const char **text, const Frontier *frontier, const char *path, int width, Arena *arena,
                                   CadreError *err);

#endif
