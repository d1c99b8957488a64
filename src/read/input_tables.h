/* input_tables.h: what read_tables reads, for those who look into it. */
#ifndef READ_INPUT_TABLES_H
#define READ_INPUT_TABLES_H

#include "read/read.h"
#include "read/sheets.h"

typedef struct Inputs {
    PlanSheets plan;
    Table *surveys; /* [n_surveys] */
    int n_surveys;
    bool same_names; /* two surveys have one base name */
} Inputs;

struct InputTables {
    Inputs read;
    ReadResult files;
};

#endif
