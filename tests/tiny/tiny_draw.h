/* tiny_draw.h: random draws of the tests over tiny cases; `state` may start anywhere. The same on every machine. */
#ifndef TINY_TINY_DRAW_H
#define TINY_TINY_DRAW_H

#include <stdbool.h>
#include <stdint.h>

int tiny_draw(uint64_t *state, int low, int high); /* low to high */
bool tiny_chance(uint64_t *state, int percent);

#endif
