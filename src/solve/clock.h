/* clock.h: time, for the user's time limit alone; nothing else may depend on it. */
#ifndef SOLVE_CLOCK_H
#define SOLVE_CLOCK_H

#include <stdbool.h>
#include <time.h>

static inline double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static inline bool clock_past(double deadline_s) { return deadline_s > 0 && clock_seconds() >= deadline_s; }

/* Seconds that are left, hardly any where it has passed; 0 where there is no deadline. */
static inline double clock_left(double deadline_s)
{
    if (deadline_s <= 0) return 0;
    double left = deadline_s - clock_seconds();
    return left > 1e-3 ? left : 1e-3;
}

#endif
