/* pool_set.h: the bundle pools of a program, or of each of the parts that it falls into, by who and what is in them. */
#ifndef SOLVE_POOL_SET_H
#define SOLVE_POOL_SET_H

#include "solve/solve.h"

/* Make room for the pools of n parts. Errors: CADRE_NO_MEMORY. */
CadreStatus pool_set_room(PoolSet *set, int n, CadreError *err);

/* The empty pool of part `number`, whose people and roles are those of `model`. Parts are numbered by the name of their first
 * group. Several threads may ask, each about other parts. Errors: CADRE_NO_MEMORY. */
CadreStatus pool_set_open(BundlePool **pool, PoolSet *set, int number, const Model *model, CadreError *err);

/* The pool of a part with exactly these people and roles, so that indices mean the same; NULL where there is none that holds
 * anything. Cost O(staff + roles + log parts). */
const BundlePool *pool_set_find(const PoolSet *set, const Model *model);

/* Keep what part `number` came to, once its pool is open. Errors: CADRE_NO_MEMORY. */
CadreStatus pool_set_answer_keep(PoolSet *set, int number, const SolveOutcome *outcome, const Settings *settings,
                                 CadreError *err);

/* What the part with exactly these people and roles came to, where it is proved, its settings are as loose as the model's or
 * looser, and no weight or reward differs: whatever the model allows was allowed there and worth as much or more. NULL where
 * there is none. The program must not differ in anything but settings. Cost as pool_set_find. */
const SolveOutcome *pool_set_answer(const PoolSet *set, const Model *model);

#endif
