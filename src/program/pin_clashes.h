/* pin_clashes.h: must pins of one person that cannot all be kept. */
#ifndef PROGRAM_PIN_CLASHES_H
#define PROGRAM_PIN_CLASHES_H

#include "program/program.h"

/* An error that names the pins, the rules that they clash with and what would do, one row out of the way. Every pin names a
 * role that is open to the person. Errors: CADRE_NO_MEMORY. Cost: a search of bounded length. */
CadreStatus pin_clash_report(const Program *program, int person, Arena *arena, Messages *messages, CadreError *err);

#endif
