/* report_balance_parts.h: the parts of the balance, a file each. */
#ifndef WRITE_REPORT_BALANCE_PARTS_H
#define WRITE_REPORT_BALANCE_PARTS_H

#include "explain/balance.h"
#include "write/report_figures.h"

/* Shares of the staff, of those with a part and of the leading roles, field by field. */
void report_shares(Html *page, const Report *report, const Balance *balance);

/* Whether expertise decides who leads, or rank and years. */
void report_leading(Html *page, const Report *report, const Balance *balance);

#endif
