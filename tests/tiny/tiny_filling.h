/* tiny_filling.h: tables of a result folder, filled cell by cell. */
#ifndef TINY_TINY_FILLING_H
#define TINY_TINY_FILLING_H

#include "base/table.h"
#include "tiny/tiny_rules.h"

typedef struct Filling {
    Arena *arena;
    const char **cells;
    int *lines;
    int n_columns, n_cells;
    const char *file;
    const char *const *header;
} Filling;

Filling tiny_fill(Arena *arena, const char *file, const char *const *header, size_t n_columns);

#define TINY_FILL(arena, file, header) tiny_fill((arena), (file), (header), sizeof(header) / sizeof(header)[0])

/* The next cell. tiny_put ends the program where `text` is NULL: no memory is nothing that a test could go on from. */
void tiny_put(Filling *filling, const char *text);
void tiny_put_number(Filling *filling, int64_t number);
void tiny_put_or_blank(Filling *filling, int number);  /* blank for TINY_NONE */
void tiny_put_hours(Filling *filling, int hundredths); /* without trailing zeros */

Table tiny_filled(const Filling *filling);

#endif
