/* half_cuts.h: cuts by adding up rows, halving and rounding down ({0, 1/2}-Chvatal-Gomory cuts; A. Caprara, M. Fischetti,
 * Mathematical Programming 74, 1996), found by elimination modulo 2 (A. Koster, A. Zymolka, M. Kutschka, Algorithmica 55,
 * 2009). All in whole numbers: a cut is as true as the rows it comes from. */
#ifndef SOLVE_HALF_CUTS_H
#define SOLVE_HALF_CUTS_H

#include "solve/near_program.h"

/**
 * Add up to `most` rows to near->linear that every whole point keeps and this one does not.
 * value: [columns], the point of a relaxation. high: [columns]: every point of interest lies between 0 and it.
 * Running out of memory is remembered in linear.lost.
 * Errors: CADRE_NO_MEMORY. Cost O(rows * columns that are not whole * words of a row).
 */
CadreStatus half_cuts_add(int *n_added, NearProgram *near, const double *value, const int64_t *high, int most, Arena *scratch,
                          CadreError *err);

#endif
