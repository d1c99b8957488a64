/* report_inputs.h: what a result was made from, a part of "How this was decided". */
#ifndef WRITE_REPORT_INPUTS_H
#define WRITE_REPORT_INPUTS_H

#include "write/report_section.h"

/* The surveys with their answers and days, and the files that were read, by name: the same for equal runs wherever they lie.
 * Errors: CADRE_NO_MEMORY. */
CadreStatus report_inputs(Html *page, const Report *report, CadreError *err);

#endif
