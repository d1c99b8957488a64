#include "tiny/tiny_filling.h"

#include <inttypes.h>
#include <stdlib.h>

enum { MOST_ROWS = TINY_PEOPLE * TINY_ROLES > TINY_SHORTS ? TINY_PEOPLE *TINY_ROLES : TINY_SHORTS };

Filling tiny_fill(Arena *arena, const char *file, const char *const *header, size_t n_columns)
{
    return (Filling){.arena = arena,
                     .cells = ARENA_ARRAY(arena, const char *, MOST_ROWS *n_columns),
                     .lines = ARENA_ARRAY(arena, int, MOST_ROWS),
                     .n_columns = (int)n_columns,
                     .file = file,
                     .header = header};
}

void tiny_put(Filling *filling, const char *text)
{
    if (!filling->cells || !text) abort(); /* no memory: nothing that a test could go on from */
    filling->cells[filling->n_cells++] = text;
}

void tiny_put_number(Filling *filling, int64_t number) { tiny_put(filling, arena_print(filling->arena, "%" PRId64, number)); }

void tiny_put_or_blank(Filling *filling, int number)
{
    if (number == TINY_NONE)
        tiny_put(filling, "");
    else
        tiny_put_number(filling, number);
}

void tiny_put_hours(Filling *filling, int hundredths)
{
    int size = abs(hundredths), digits = size % 100 == 0 ? 0 : size % 10 == 0 ? 1 : 2;
    tiny_put(filling, arena_print(filling->arena, "%s%.*f", hundredths < 0 ? "-" : "", digits, size / 100.0));
}

Table tiny_filled(const Filling *filling)
{
    int n_rows = filling->n_cells / filling->n_columns;
    for (int i = 0; i < n_rows && filling->lines; i++) filling->lines[i] = i + 2;
    return (Table){.file = filling->file,
                   .base_name = filling->file,
                   .n_columns = filling->n_columns,
                   .n_rows = filling->lines ? n_rows : 0,
                   .header = filling->header,
                   .cells = filling->cells,
                   .line = filling->lines,
                   .row_number = filling->lines,
                   .header_line = 1};
}
