#include "read/distinct.h"

#include <stdint.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

enum { FIRST_SLOTS = 64 };

/* Open addressing: a slot holds an answer's number + 1. */
typedef struct Slots {
    int *items;
    uint64_t mask;
} Slots;

static bool slots_make(Slots *slots, Arena *arena, uint64_t size)
{
    *slots = (Slots){ARENA_ARRAY(arena, int, size), size - 1};
    return slots->items != NULL;
}

static int *slot_of(const Slots *slots, const char *const *raw, const char *text)
{
    uint64_t at = hash_text(text, 0) & slots->mask;
    while (slots->items[at] && strcmp(raw[slots->items[at] - 1], text) != 0) at = (at + 1) & slots->mask;
    return &slots->items[at];
}

static bool slots_grow(Slots *slots, const char *const *raw, int n, Arena *arena)
{
    Slots grown;
    if (!slots_make(&grown, arena, 2 * (slots->mask + 1))) return false;
    for (int i = 0; i < n; i++) *slot_of(&grown, raw, raw[i]) = i + 1;
    *slots = grown;
    return true;
}

typedef struct Gather {
    LIST(const char *) raw;
    LIST(const char *) text;
    LIST(int) first_row;
    LIST(int) count;
    Slots slots;
} Gather;

/* The number of the answer in a cell, -1 where it is blank, -2 where there is no memory. */
static int gather_cell(Gather *gather, const char *cell, int row, Arena *arena)
{
    if (text_is_blank(cell)) return -1;
    int *slot = slot_of(&gather->slots, gather->raw.items, cell);
    if (*slot) {
        gather->count.items[*slot - 1]++;
        return *slot - 1;
    }
    const char *trimmed = text_trim(arena, cell);
    if (!trimmed || !LIST_PUSH(arena, &gather->raw, cell) || !LIST_PUSH(arena, &gather->text, trimmed) ||
        !LIST_PUSH(arena, &gather->first_row, row) || !LIST_PUSH(arena, &gather->count, 1))
        return -2;
    int number = gather->raw.n - 1;
    *slot = number + 1;
    if ((uint64_t)gather->raw.n * 2 > gather->slots.mask &&
        !slots_grow(&gather->slots, gather->raw.items, gather->raw.n, arena))
        return -2;
    return number;
}

CadreStatus distinct_columns(Distinct *const out[], const Table *table, const int columns[], int n_columns, Arena *arena,
                             CadreError *err)
{
    Gather *gathers = ARENA_ARRAY(arena, Gather, n_columns);
    int **of_row = ARENA_ARRAY(arena, int *, n_columns);
    if (!gathers || !of_row) return error_no_memory(err);
    for (int i = 0; i < n_columns; i++) {
        of_row[i] = ARENA_ARRAY(arena, int, table->n_rows);
        if (!of_row[i] || !slots_make(&gathers[i].slots, arena, FIRST_SLOTS)) return error_no_memory(err);
    }
    for (int row = 0; row < table->n_rows; row++) /* row by row, as the cells lie in memory */
        for (int i = 0; i < n_columns; i++) {
            of_row[i][row] = gather_cell(&gathers[i], table_cell(table, row, columns[i]), row, arena);
            if (of_row[i][row] < -1) return error_no_memory(err);
        }
    for (int i = 0; i < n_columns; i++) {
        const Gather *gather = &gathers[i];
        *out[i] = (Distinct){gather->text.n, gather->text.items, gather->first_row.items, gather->count.items, of_row[i]};
    }
    return CADRE_OK;
}

CadreStatus distinct_column(Distinct *out, const Table *table, int column, Arena *arena, CadreError *err)
{
    return distinct_columns(&out, table, &column, 1, arena, err);
}
