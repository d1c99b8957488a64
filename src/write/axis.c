#include "write/axis.h"

enum { TICKS = 6 };

/* The least of 1, 2, 5, 10, 20, ... by which `span` is covered in less than TICKS steps. */
static int64_t tick_step(int64_t span)
{
    static const int64_t factors[] = {1, 2, 5};
    for (int64_t unit = 1; unit < INT64_MAX / 100; unit *= 10)
        for (int i = 0; i < 3; i++)
            if (span / (factors[i] * unit) < TICKS) return factors[i] * unit;
    return INT64_MAX;
}

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;
    return rest < 0 ? value - rest - step : value - rest;
}

Axis axis_of(int64_t low, int64_t high)
{
    Axis axis = {.step = tick_step(high - low)};
    axis.low = floor_to(low, axis.step);
    axis.high = floor_to(high, axis.step) + (floor_to(high, axis.step) < high || high == low ? axis.step : 0);
    return axis;
}

int axis_place(const Axis *axis, int64_t value, int from, int to)
{
    return from + (int)((double)(value - axis->low) * (to - from) / (double)(axis->high - axis->low));
}
