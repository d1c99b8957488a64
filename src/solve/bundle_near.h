/* bundle_near.h: a master narrowed down to all bundles that a solution near a bound can use. */
#ifndef SOLVE_BUNDLE_NEAR_H
#define SOLVE_BUNDLE_NEAR_H

#include "solve/bundle_rounds.h"

/**
 * Narrow a master down to what a solution of value `least` or more can use: its bundles, all of them, columns made where they
 * are missing; slacks and convexity rows tightened from where they stand; other columns fixed at 0. Value: that of the step of
 * prices->master, whose slacks may lie where `master` has them, at whose prices everybody was priced, and whose bound is
 * `bound`. *whole is false, and the master as it was, where there are more than limits->bundles or the time is up. n_near: how
 * many bundles. Errors: CADRE_NO_MEMORY. Cost O(bundles found * columns of a person and partial bundles above the threshold),
 * enumeration parallel over people.
 */
CadreStatus bundle_narrow(BundleMaster *master, bool *whole, int *n_near, const BundlePrices *prices, Scaled bound,
                          int64_t least, const RoundLimits *limits, Arena *arena, CadreError *err);

#endif
