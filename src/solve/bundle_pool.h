/* bundle_pool.h: the bundles of one total step, and the basis where its relaxation ended, handed on to a program that is much
 * like it. Both are guesses: what the other program does not allow is left out, and its pricing goes on from there. */
#ifndef SOLVE_BUNDLE_POOL_H
#define SOLVE_BUNDLE_POOL_H

#include "solve/bundle_step.h"

/* Take the bundles that pricing has asked for and the basis of the step's first slice. Errors: CADRE_NO_MEMORY. */
CadreStatus bundle_pool_fill(BundlePool *pool, const BundlesStep *at, CadreError *err);

/* Take what another pool holds. Errors: CADRE_NO_MEMORY. */
CadreStatus bundle_pool_copy(BundlePool *pool, const BundlePool *from, CadreError *err);

/* Add the bundles of run->options->pool to at->master. pairs: room for all of the program's. */
void bundle_pool_add(BundlesStep *at, int64_t *pairs);

/* Let at->engine begin with the pool's basis, as far as it fits at->master; where it does not, with none. Errors:
 * CADRE_NO_MEMORY, CADRE_SOLVER. Cost O(rows * log rows + columns). */
CadreStatus bundle_pool_basis(BundlesStep *at, CadreError *err);

#endif
