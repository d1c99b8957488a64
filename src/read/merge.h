/* merge.h: one person's rows -> one answer to each thing (DESIGN section 3: the latest answer to a survey as a whole; over
 * surveys the later non-blank answer, thing by thing). */
#ifndef READ_MERGE_H
#define READ_MERGE_H

#include "read/row_answers.h"

enum { MERGER_SPARE = 3 }; /* the first row of a person and another, compared; and one to find a column with */

typedef struct Merger {
    const PeopleReader *reader;
    Things things;
    RowAnswers *surveys; /* [n_surveys] the row that counts of each survey that the person answered */
    IdentityRow *chosen; /* [n_chosen] */
    int *n_rows;         /* [n_chosen] how many of that survey are the person's */
    int n_chosen;
    RowAnswers spare[MERGER_SPARE];
    int *values; /* [things.n] what counts; -1 = no answer */
    int *source; /* [things.n] index into surveys of the answer that counts; -1 */
} Merger;

/* Errors: CADRE_NO_MEMORY. */
CadreStatus merger_create(Merger *out, const PeopleReader *reader);

/* Set `values` and `source` for a person. Answers that no time stamp orders, where they differ, are errors.
 * Cost O(rows * (columns + things)). */
void merger_run(Merger *merger, const Identity *person);

#endif
