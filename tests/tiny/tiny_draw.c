#include "tiny/tiny_draw.h"

/* splitmix64 (Steele, Lea, Flood, OOPSLA 2014). */
static uint64_t draw_bits(uint64_t *state)
{
    uint64_t bits = (*state += 0x9e3779b97f4a7c15u);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

int tiny_draw(uint64_t *state, int low, int high) { return low + (int)(draw_bits(state) % (uint64_t)(high - low + 1)); }

bool tiny_chance(uint64_t *state, int percent) { return tiny_draw(state, 0, 99) < percent; }
