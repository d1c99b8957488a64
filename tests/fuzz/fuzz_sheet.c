/* A sheet of the plan: the first byte says which. */
#include "fuzz_input.h"
#include "read/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0) return 0;
    CadreError error = {0};
    Sheet sheet;
    Messages *messages;
    Arena *arena = fuzz_start(&messages);
    const SheetSpec *spec = &sheet_specs[bytes[0] % SHEET_COUNT];
    if (sheet_read(&sheet, spec, fuzz_path(bytes + 1, size - 1), arena, messages, &error) == CADRE_OK)
        for (int row = 0; row < sheet.table.n_rows; row++)
            for (int column = 0; column < spec->n_columns; column++) {
                sheet_int(&sheet, row, column, 0, 1000, 0, messages);
                sheet_hundredths(&sheet, row, column, 10000, 0, messages);
                sheet_yes(&sheet, row, column, false, messages);
            }
    fuzz_end(arena, messages);
    return 0;
}
