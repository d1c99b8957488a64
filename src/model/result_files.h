/* result_files.h: a result folder as text, between the reader, which knows CSV, and the judge, which knows the rules. */
#ifndef MODEL_RESULT_FILES_H
#define MODEL_RESULT_FILES_H

#include "base/table.h"

typedef struct ResultFiles {
    Table assignments, groups, people, shortages, leading; /* cells with the formula guard `'` removed */
    const char *json;                                      /* result.json, NUL-terminated */
    size_t json_size;
    const char *json_path;
} ResultFiles;

#endif
