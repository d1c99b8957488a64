/* Answers on word scales: each line is asked of every scale. */
#include <stdlib.h>

#include "fuzz_input.h"
#include "read/scales.h"

static const Scales *built_in(void)
{
    static Scales *scales;
    static Arena *arena; /* for the whole process */
    if (scales) return scales;
    CadreError error = {0};
    Messages *messages;
    arena = fuzz_start(&messages);
    if (scales_read(&scales, NULL, arena, messages, &error) != CADRE_OK) abort();
    return scales;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const Scales *scales = built_in();
    Table table;
    Messages *messages;
    Arena *arena = fuzz_start(&messages);
    bool readable = fuzz_column(&table, bytes, size, arena);
    for (int row = 0; readable && row < table.n_rows; row++) {
        const char *answer = table_cell(&table, row, 0);
        int number = scales_number(answer);
        if (number < -1) abort();
        scales_no_answer(scales, answer);
        scales_nearest(scales, answer);
        for (int scale = 0; scale < scales_count(scales); scale++)
            if (scales_value(scales, scale, answer) < SCALE_UNKNOWN) abort();
    }
    fuzz_end(arena, messages);
    return 0;
}
