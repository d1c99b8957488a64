/* veil.h: what a redacted report tells of counts of people. Where any of some counts that belong together is under REDACT_FEW
 * and not 0, none of them is told, so that none can be had by subtraction: shares take the middle of their quarter. Of one
 * site among several no count is told at all, as the whole less the others would give it away. */
#ifndef EXPLAIN_VEIL_H
#define EXPLAIN_VEIL_H

#include "explain/result_index.h"
#include "model/redact.h"

enum { VEIL_QUARTERS = 4 };

static inline bool veil_few(int64_t n) { return n > 0 && n < REDACT_FEW; }

/* Whether these counts [n] of a page's site (SCOPE_ALL of all) are not told; never of a report that is not redacted. */
bool veil_hides(const Model *model, int site, const int counts[], int n);

/* The quarter that a share lies in, 0 to VEIL_QUARTERS - 1; -1 where it is of under REDACT_FEW people. */
int veil_quarter(int part, int whole);

/* Whether a share of those who answered is not told; `silent` gave no answer, which the staff less the whole would give away.
 */
bool veil_hides_share(const Model *model, int site, int part, int whole, int silent);

/* That share in tenths of one per cent: the middle of its quarter where it is not told, -1 where that is of too few. */
int veil_share(const Model *model, int site, int part, int whole, int silent);

#endif
