/* survey_tally.h: Model.surveys, filled while answers are merged; private to the reading of people. */
#ifndef READ_SURVEY_TALLY_H
#define READ_SURVEY_TALLY_H

#include "read/merge.h"

/* Every survey with its answers and their days, all of them left out so far. Errors: CADRE_NO_MEMORY. Cost O(rows * columns).
 */
CadreStatus survey_tally_open(PeopleReader *reader);

/* The answers of one person; merger: just run for the person. Cost O(rows of the person * (surveys + columns)). */
void survey_tally_add(PeopleReader *reader, const Merger *merger, const Identity *person);

#endif
