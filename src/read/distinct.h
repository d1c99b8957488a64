/* distinct.h: the different answers in one survey column, so that each is interpreted once. */
#ifndef READ_DISTINCT_H
#define READ_DISTINCT_H

#include "base/table.h"

typedef struct Distinct {
    int n;
    const char **text; /* [n] trimmed answers, not blank; the cells differ by their bytes, the trimmed texts may agree */
    int *first_row;    /* [n] the first row that holds it */
    int *count;        /* [n] how many rows hold it */
    int *of_row;       /* [n_rows] which answer, -1 where the cell is blank */
} Distinct;

/* Of several columns at once: in the order in which the cells lie. Errors: CADRE_NO_MEMORY leaves `out` as it was. Cost O(bytes
 * of the columns), expected. */
CadreStatus distinct_columns(Distinct *const out[], const Table *table, const int columns[], int n_columns, Arena *arena,
                             CadreError *err);
CadreStatus distinct_column(Distinct *out, const Table *table, int column, Arena *arena, CadreError *err);

#endif
