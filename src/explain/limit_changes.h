/* limit_changes.h: what would have to be raised for a person to take one role more beside all that they do. */
#ifndef EXPLAIN_LIMIT_CHANGES_H
#define EXPLAIN_LIMIT_CHANGES_H

#include "explain/holdings.h"
#include "model/alteration.h"

enum { LIMIT_CHANGES_MOST = 3, WHOLE_HOUR = 100 /* hundredths */ };

/* The limits of the person that keep them from it, each raised to what is enough; hours by whole hours. Returns how many.
 * *steps: hours, groups and leading roles that they are raised by. */
int limit_changes(Alteration changes[LIMIT_CHANGES_MOST], int *steps, const Holdings *holdings, int person, int role);

#endif
