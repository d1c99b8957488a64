#include "read/survey_read.h"

#include "model/reminder_list.h"
#include "read/csv_read.h"

CadreStatus survey_read(Table *out, const char *path, Arena *arena, Messages *messages, CadreError *err)
{
    TRY(csv_read(out, path, true, arena, messages, err));
    if (is_reminder_list(out->header, out->n_columns))
        messages_add(messages, CADRE_ERROR, (Origin){path, 0, 0},
                     "is a list of who has not answered, which cadre check has written; expected a survey's export");
    return CADRE_OK;
}
