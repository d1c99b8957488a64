/* result_known.h: a result that the judge has passed, as a solution of the model, and what a question about it names. */
#ifndef READ_RESULT_KNOWN_H
#define READ_RESULT_KNOWN_H

#include "model/result_files.h"
#include "model/solution.h"

typedef struct ResultKnown {
    Solution solution;
    bool is_best; /* result.json says that it is proved, with nothing better by a point */
    int floor;    /* the floor that it says, -1 */
} ResultKnown;

/* files: without a violation. Errors: CADRE_NO_MEMORY; CADRE_INPUT where a cell names nobody or nothing after all. */
CadreStatus result_known(ResultKnown *out, const ResultFiles *files, const Model *model, Arena *arena, CadreError *err);

/* Texts as a user gives them, NULL where not given; and the indices, -1. */
typedef struct ResultNames {
    const char *person, *group, *role;
    int person_at, group_at, role_at; /* Model.staff, Model.groups, Model.roles */
} ResultNames;

/**
 * Find what is named: a person by key, id, e-mail or unique name; a group by full name, or by the name that its copies share,
 * of which the person's own is meant; a role of that group. What is not there is a message that names the nearest. Errors:
 * CADRE_NO_MEMORY.
 */
CadreStatus result_names_find(ResultNames *names, const Model *model, Arena *arena, Messages *messages, CadreError *err);

#endif
