/* findings.h: the findings of a whole run, made fit to be read one after another. */
#ifndef BASE_FINDINGS_H
#define BASE_FINDINGS_H

#include "base/error.h"

/* Errors first, then warnings, then notes, each in the order they had. Errors: CADRE_NO_MEMORY leaves them as they were. */
CadreStatus findings_sort(CadreMessage findings[], int n, Arena *arena, CadreError *err);

/**
 * Of warnings that expect the same of one file keep the first `most`, and in place of the others one that says how many there
 * are; 0 keeps all. Errors: CADRE_NO_MEMORY. Cost O(bytes), expected.
 */
CadreStatus findings_fold(CadreMessage **out, int *n_out, const CadreMessage findings[], int n, int most, Arena *arena,
                          CadreError *err);

#endif
