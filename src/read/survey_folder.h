/* survey_folder.h: which files of a folder are surveys. */
#ifndef READ_SURVEY_FOLDER_H
#define READ_SURVEY_FOLDER_H

#include "read/read.h"

/**
 * The .csv and .tsv files of `folder` that are neither sheets of a plan nor scenarios nor lists of who has not answered, sorted
 * by name. An older export of a form (the same headers, and every row of it is in another file too) is left out with a note; so
 * are scenarios and such lists. A folder without surveys is an error message. Errors: CADRE_IO, CADRE_NO_MEMORY. Cost O(bytes).
 */
CadreStatus survey_folder_list(const char *const **paths, int *n, const char *folder, Arena *arena, Messages *messages,
                               CadreError *err);

#endif
