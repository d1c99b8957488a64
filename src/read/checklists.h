/* checklists.h: cells that hold several options -> which options each cell ticks. */
#ifndef READ_CHECKLISTS_H
#define READ_CHECKLISTS_H

#include "read/distinct.h"
#include "read/scales.h"

/* The ticks of each different answer of a column. */
typedef struct Checklist {
    int *first;         /* [answers->n + 1]: the ticks of answer i are texts[first[i]] to texts[first[i + 1] - 1] */
    const char **texts; /* trimmed, not blank, no words of `no answer` */
    bool *listed;       /* [same]: spelled by options.csv */
} Checklist;

/**
 * separator: ',' or ';', 0 = `;` where any cell has one, else `,`. options: those of options.csv for this column; where one
 * holds the separator its parts are put together again, of several the longest first. Errors: CADRE_NO_MEMORY. Cost O(bytes *
 * options that hold the separator).
 */
CadreStatus checklist_read(Checklist *out, const Distinct *answers, char separator, const char *const options[], int n_options,
                           const Scales *scales, Arena *arena, CadreError *err);

#endif
