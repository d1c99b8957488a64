/* report_left_out.h: the part of "How this was decided" that names people. */
#ifndef WRITE_REPORT_LEFT_OUT_H
#define WRITE_REPORT_LEFT_OUT_H

#include "write/report_section.h"

/* How many answered, and everyone without a part with the reason; who is away or was not heard. Errors: CADRE_NO_MEMORY. */
CadreStatus report_left_out(Html *page, const Report *report, CadreError *err);

#endif
