/* survey_read.h: a survey's file -> Table. */
#ifndef READ_SURVEY_READ_H
#define READ_SURVEY_READ_H

#include "base/table.h"

/* As csv_read does; a list of who has not answered, which is no survey, is a message. Errors: CADRE_IO, CADRE_NO_MEMORY. */
CadreStatus survey_read(Table *out, const char *path, Arena *arena, Messages *messages, CadreError *err);

#endif
