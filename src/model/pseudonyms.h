/* pseudonyms.h: names in the place of names, the same under the same key whatever else there is, but for two that would be
 * alike: those are made longer. */
#ifndef MODEL_PSEUDONYMS_H
#define MODEL_PSEUDONYMS_H

#include "base/error.h"
#include "base/hash.h"

/**
 * One for each of `texts` [n], all different: `prefix` and so many letters of hash_keyed_letters as tell it from the others,
 * `shortest` at least. Errors: CADRE_NO_MEMORY. Cost O(n log n).
 */
CadreStatus pseudonyms_make(const char ***out, const char *const texts[], int n, const HashKey *key, const char *kind,
                            const char *prefix, int shortest, Arena *arena, CadreError *err);

#endif
