/* person_index.h: a person by id, e-mail or unique name, as every sheet may say it. */
#ifndef READ_PERSON_INDEX_H
#define READ_PERSON_INDEX_H

#include "model/model.h"

enum { PERSON_UNKNOWN = -1, PERSON_AMBIGUOUS = -2 };

typedef struct PersonIndex PersonIndex;

/* NULL where there is no memory. Cost O(staff) expected. */
PersonIndex *person_index_create(const Model *model, Arena *arena);

/* Index into Model.staff by id, else e-mail, else name; PERSON_UNKNOWN, PERSON_AMBIGUOUS (several have the name). */
int person_index_find(const PersonIndex *people, const char *text);
/* The same for what a result prints: first the key, exactly. */
int person_index_find_printed(const PersonIndex *people, const char *text);
const char *person_index_nearest(const PersonIndex *people, const char *text);

#endif
