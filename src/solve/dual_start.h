/* dual_start.h: good duals before the first relaxation, so that column generation starts near its end. */
#ifndef SOLVE_DUAL_START_H
#define SOLVE_DUAL_START_H

#include "solve/bundle_prices.h"

/**
 * The volume algorithm (F. Barahona, R. Anbil: "The volume algorithm: producing primal solutions with a subgradient method",
 * Mathematical Programming 87, 2000) on the Lagrangian dual of the master.
 * target: a value that a solution has, or a guess; sets the length of the first steps.
 * keep:   called after each pricing; true: go on, and `is_late` says that the bundles are good columns by now.
 * Errors: CADRE_NO_MEMORY. Cost O(DUAL_START_ROUNDS pricings).
 */
CadreStatus dual_start_run(BundlePrices *prices, double target, void (*keep)(void *data, Scaled bound, bool is_late),
                           void *data, double seconds_end, Arena *arena, CadreError *err);

#endif
