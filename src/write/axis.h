/* axis.h: one axis of a plot: from which value to which, and how far apart the ticks are. Whole numbers, so that it is the same
 * everywhere. */
#ifndef WRITE_AXIS_H
#define WRITE_AXIS_H

#include <stdint.h>

typedef struct Axis {
    int64_t low, high, step;
} Axis;

/* Round ends about the values from `low` to `high`, and few ticks: steps of 1, 2, 5, 10, 20 ... */
Axis axis_of(int64_t low, int64_t high);

/* Where a value lies between two ends. */
int axis_place(const Axis *axis, int64_t value, int from, int to);

#endif
