#include "generate/draw.h"

Draw draw_start(uint64_t seed, uint64_t stream)
{
    Draw draw = {seed * 0xd1342543de82ef95u + stream * 0x2545f4914f6cdd1du + 1};
    draw_bits(&draw);
    return draw;
}

uint64_t draw_bits(Draw *draw)
{
    uint64_t bits = (draw->state += 0x9e3779b97f4a7c15u);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

int draw_between(Draw *draw, int low, int high) { return low + (int)(draw_bits(draw) % (uint64_t)(high - low + 1)); }

bool draw_chance(Draw *draw, int percent) { return draw_between(draw, 0, 99) < percent; }

int draw_bell(Draw *draw, int spread)
{
    int64_t sum = 0; /* of four uniform draws from -1000 to 1000: standard deviation 1155 */
    for (int i = 0; i < 4; i++) sum += draw_between(draw, -1000, 1000);
    return (int)(sum * spread / 1155);
}
