/* people_read.h: surveys, roster and sites -> the staff half of the Model (DESIGN section 3, "Surveys").
 *
 * Steps, each in files of its own: columns (what each survey column means: columns.csv, or guessed), identity (which rows are
 * one person), scales (answer text -> level), times (which answer is later), answers (merging), sites. */
#ifndef READ_PEOPLE_READ_H
#define READ_PEOPLE_READ_H

#include "model/model.h"
#include "model/responses.h"
#include "read/sheets.h"

/* A topic as first mentioned, for warnings about choices of unknown groups; Names and origins side by side. */
typedef struct TopicOrigins {
    Origin *origins;    /* [names_count(model->topics)] of the first mention, in the order of surveys, rows, columns */
    bool *only_choice;  /* [same]: never a column or option, only ranked choices */
    Names *ignored;     /* what the survey columns that are ignored would be about; NULL: not known */
    Origin *ignored_at; /* [names_count(ignored)] the header of the first */
} TopicOrigins;

/**
 * Fill the staff half of `model`: staff, sites, skills, levels, interests, topics, fields, attributes. `model->settings` must
 * be read already. Without columns.csv the meaning of each column is guessed and every guess is a note. Problems are messages.
 * responses: filled too where it is not NULL; it lives in `arena`. Errors: CADRE_NO_MEMORY, CADRE_IO. Cost O(cells) expected.
 */
CadreStatus people_read(Model *model, TopicOrigins *topics, Responses *responses, const PlanSheets *plan, const Table *surveys,
                        int n_surveys, Arena *arena, Messages *messages, CadreError *err);

#endif
