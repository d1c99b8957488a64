/* draw.h: random draws that are the same on every machine: splitmix64 (Steele, Lea, Flood, OOPSLA 2014), whole numbers only. */
#ifndef GENERATE_DRAW_H
#define GENERATE_DRAW_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Draw {
    uint64_t state;
} Draw;

Draw draw_start(uint64_t seed, uint64_t stream); /* streams of one seed are independent */
uint64_t draw_bits(Draw *draw);
int draw_between(Draw *draw, int low, int high); /* both ends included */
bool draw_chance(Draw *draw, int percent);
int draw_bell(Draw *draw, int spread); /* about normal with mean 0 and standard deviation `spread`; within 3.5 of them */

#endif
