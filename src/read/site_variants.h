/* site_variants.h: spellings that people give one school. */
#ifndef READ_SITE_VARIANTS_H
#define READ_SITE_VARIANTS_H

#include "base/error.h"

/**
 * of: [n] the index of the spelling that stands for each: itself, or the most frequent of its variants. Two spellings are one
 * site where one's words begin or are all among the other's and no other site has them ("Lincoln" is neither where there are a
 * Lincoln Elementary and a Lincoln High), or where a rare one is a slip of a frequent one; different numbers part them.
 * The first n_fixed stay what they are: `of` says on
 * entry which of them each stands for. Errors: CADRE_NO_MEMORY. Cost O(n^2 * words).
 */
CadreStatus site_variants(int of[], const char *const spellings[], const int counts[], int n, int n_fixed, Arena *scratch,
                          CadreError *err);

#endif
