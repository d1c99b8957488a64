/* scenario_names.h: what the names in a plan's sheets mean before staff and sites are known: enough to tell whether a row names
 * any group, and any role of one. */
#ifndef READ_SCENARIO_NAMES_H
#define READ_SCENARIO_NAMES_H

#include "read/scenario_draft.h"

typedef struct PlanNames PlanNames;

/* The groups and roles as they stood (`before`), or as the scenario leaves them; there a row that it changes is known by its
 * old cells too. NULL where there is no memory. Cost O(rows). */
PlanNames *plan_names_create(const SheetDraft *groups, const SheetDraft *roles, bool before, Arena *arena);

/* Whether `group` (a group, a copy, kind:NAME or *) names a group that has `role`, blank for any. Groups that no row of roles
 * reaches have the roles of the short form. Cost O(groups + groups named * rows of roles). */
bool plan_names_something(PlanNames *names, const char *group, const char *role);
bool plan_names_lost(const PlanNames *names); /* an answer may be wrong, for there was no memory */

#endif
