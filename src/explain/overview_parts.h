/* overview_parts.h: the parts of an overview that hang on the plan; private to explain/overview*.c. */
#ifndef EXPLAIN_OVERVIEW_PARTS_H
#define EXPLAIN_OVERVIEW_PARTS_H

#include "explain/overview.h"

CadreStatus overview_lacks(Overview *overview, Arena *arena, CadreError *err);
CadreStatus overview_closed_roles(Overview *overview, Arena *arena, CadreError *err);

#endif
