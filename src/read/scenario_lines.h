/* scenario_lines.h: the lines of a scenario: which sheet, row and cell each is about. */
#ifndef READ_SCENARIO_LINES_H
#define READ_SCENARIO_LINES_H

#include "read/scenario_draft.h"

typedef enum LineMeans { LINE_PASSED, LINE_SET, LINE_ADD, LINE_DROP } LineMeans;

typedef struct ScenarioLine {
    LineMeans means;
    SheetKind kind;
    int column; /* of the draft, for LINE_SET */
    int row;    /* of the draft, for LINE_DROP; -1 where the key names none */
} ScenarioLine;

typedef struct ScenarioWork {
    PlanSheets *plan;
    Sheet sheet;                    /* the scenario's own */
    ScenarioLine *lines;            /* one a row of it */
    SheetDraft drafts[SHEET_COUNT]; /* open once a line, or what goes with a dropped group, needs them */
    Names *groups, *roles;          /* known ones, to cut the keys of new rows */
    Arena *arena;
    Messages *messages;
    CadreError *err;
} ScenarioWork;

/* Lines are counted from 0; columns are SCENARIO_SHEET and so on. */
const char *line_cell(const ScenarioWork *work, int line, int column);
Origin line_origin(const ScenarioWork *work, int line, int column);

/* Whether a sheet of the plan is absent or could be read, so that keys can be looked up. */
bool lines_can_reach(const Sheet *sheet);
CadreStatus lines_open_sheet(ScenarioWork *work, SheetKind kind);

/* Read what each line asks for, and open the sheets with all their columns. Unknown sheets and columns are messages. Lines
 * with a required cell blank (told by the sheet) and about a sheet that could not be read are passed over. */
CadreStatus lines_read(ScenarioWork *work);

/* The row that the key of a line names; -1 with a message where there is not one. */
CadreStatus lines_find_row(int *row, ScenarioWork *work, int line);

/* Small texts for messages; "" where there is no memory. */
const char *lines_or_blank(const char *text);
const char *lines_place(Origin origin, Arena *arena); /* FILE:LINE */

#endif
