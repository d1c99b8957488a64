/* scenario_drop.h: the rows that go with a dropped group or role. */
#ifndef READ_SCENARIO_DROP_H
#define READ_SCENARIO_DROP_H

#include "read/scenario_draft.h"

/* Whether a row of groups or roles is dropped; then every sheet that names groups is to be open for the functions below. */
bool drop_concerns_others(const SheetDraft drafts[/*SHEET_COUNT*/]);

/* Before rows are added: drop the rows that name a dropped group, a copy of it or a dropped role, with a note for each sheet.
 * Errors: CADRE_NO_MEMORY. Cost O(rows). */
CadreStatus drop_named(SheetDraft drafts[/*SHEET_COUNT*/], const char *path, Arena *arena, Messages *messages, CadreError *err);

/* After all lines: drop the rows, neither added nor changed, that named a group or role and now name none, with a note for each
 * sheet. Errors: CADRE_NO_MEMORY. Cost O(rows * (groups + rows of roles.csv)). */
CadreStatus drop_stranded(SheetDraft drafts[/*SHEET_COUNT*/], const char *path, Arena *arena, Messages *messages,
                          CadreError *err);

#endif
