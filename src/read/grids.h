/* grids.h: questions with several rows to rate, and who gave one answer to all of them. */
#ifndef READ_GRIDS_H
#define READ_GRIDS_H

#include "read/people_reader.h"

/* Columns `Question [row]`, or `Q2_1`, `Q2_2` and so on, or ratings of one kind side by side, as some forms export a grid. */
typedef struct Grid {
    int survey;
    const char *question;
    LIST(int) columns; /* PeopleReader.columns, in the file's order */
} Grid;

typedef struct Grids {
    LIST(Grid) items; /* by survey, first column */
} Grids;

/* The grids in which one answer to all rows says something: of five rows or more, with three levels or more in use. A grid to
 * tick, or of yes and no, is none. The questions' texts live in the model's arena. Errors: CADRE_NO_MEMORY. Cost O(columns +
 * different answers). */
CadreStatus grids_find(Grids *out, const PeopleReader *reader);

/* The answer that the row gives to all rows of the grid; NULL where there is none such. Cost O(columns), most often less. */
const char *grid_same_answer(const Grid *grid, const PeopleReader *reader, int row);

#endif
