/* redact.h: a model in which nobody is named, for results that others may see.
 *
 * People have pseudonyms for keys, and neither names nor addresses. What people wrote themselves is gone: a value of a field
 * that fewer than REDACT_FEW share is "other", unless the plan names it or, for its years, it is told in bands; where `each` of
 * the plan asks for it, it keeps a rule of its own under a pseudonym. So does a site with as few people and no group. A skill
 * that no need names and that fewer have or want is left out, and of a survey that fewer are known to have answered nothing is
 * told. A position is told of a person where enough share it at their site. What the plan says, and with it every assignment's
 * points and every rule, stays as it was. */
#ifndef MODEL_REDACT_H
#define MODEL_REDACT_H

#include "base/hash.h"
#include "model/solution.h"

enum { REDACT_FEW = 5 };

/* Where skills and values of fields went. */
typedef struct RedactMap {
    const int *skill;        /* [n_skills] -> the new model's, -1: left out */
    const int *const *value; /* [fields][values of each] */
} RedactMap;

/* What tells one key from another and gives away neither. NULL: no memory. */
const char *redact_mark(const HashKey *key, Arena *arena);

/* The people keep their order, which is now none: redact_order is to follow. Errors: CADRE_NO_MEMORY. Cost O(model). */
CadreStatus model_redact(Model *out, RedactMap *map, const Model *model, const HashKey *key, Arena *arena, CadreError *err);

void redact_shortage(Shortage *shortage, const RedactMap *map);

/* The people by their new keys. place: [n_staff] where each is now. Errors: CADRE_NO_MEMORY. Cost O(n log n + model). */
CadreStatus redact_order(Model *out, const int **place, const Model *model, Arena *arena, CadreError *err);

/* The same assignments among people so placed. Errors: CADRE_NO_MEMORY. */
CadreStatus redact_solution(Solution *out, const Solution *solution, const int place[], Arena *arena, CadreError *err);

/* Private to model/redact*.c: the values of all fields, and the people's. */
CadreStatus redact_values(Model *out, RedactMap *map, const Model *model, const HashKey *key, Arena *arena, CadreError *err);

#endif
