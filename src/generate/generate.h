/* generate.h: made-up schools and districts, written as the sheets and surveys that Cadre reads, with the record of what was
 * meant.
 */
#ifndef GENERATE_GENERATE_H
#define GENERATE_GENERATE_H

#include "base/error.h"
#include "generate/record.h"

#define MAKE_OPTIONS_INIT                                                                                                      \
    {                                                                                                                          \
        .schools = 1, .seed = 1, .max_staff = 300, .staff_per_group = 8, .rules = MADE_ALL_RULES & ~(unsigned)MADE_FLOOR       \
    }

/**
 * Make a district and write it to a new folder: FOLDER/skills.csv and interests.csv (two surveys), FOLDER/plan/ and
 * record.json. print: where the statistics of what was made go, or NULL. Errors: CADRE_IO (also where the folder exists),
 * CADRE_NO_MEMORY. Cost O(staff * skills).
 */
CadreStatus district_write(const char *folder, const MakeOptions *options, FILE *print, CadreError *err);

#endif
