/* folder_case.h: a test with memory, messages and a scratch folder of its own. */
#ifndef TESTS_FOLDER_CASE_H
#define TESTS_FOLDER_CASE_H

#include "base/error.h"
#include "base/files.h"

extern Arena *arena;
extern Messages *messages;
extern CadreError err;

const char *path_of(const char *name); /* in the folder */
void put(const char *name, const char *text);
void make_folder(const char *name);

void folder_case_begin(void);
void folder_case_end(void); /* the folder goes */

#endif
