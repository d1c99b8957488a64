/* sheet_cells.c: cells of a plan's sheets as values. */
#include <string.h>

#include "base/text.h"
#include "base/text_key.h"
#include "read/sheets.h"

enum { WORD_SIZE = 16 };

const char *sheet_cell(const Sheet *sheet, int row, int spec_column)
{
    int column = sheet->column[spec_column];
    return column < 0 ? "" : table_cell(&sheet->table, row, column);
}

Origin sheet_origin(const Sheet *sheet, int row, int spec_column)
{
    return table_origin(&sheet->table, row, sheet->column[spec_column]);
}

static const char *column_name(const Sheet *sheet, int spec_column) { return sheet->spec->columns[spec_column].name; }

int sheet_int(const Sheet *sheet, int row, int spec_column, int low, int high, int fallback, Messages *messages)
{
    const char *cell = sheet_cell(sheet, row, spec_column);
    int64_t value;
    if (!*cell) return fallback;
    if (text_to_whole(cell, &value) && value >= low && value <= high) return (int)value;
    messages_add(messages, CADRE_ERROR, sheet_origin(sheet, row, spec_column),
                 "\"%s\" is \"%s\"; expected a whole number from %d to %d", column_name(sheet, spec_column), cell, low, high);
    return fallback;
}

int sheet_hundredths(const Sheet *sheet, int row, int spec_column, int high, int fallback, Messages *messages)
{
    const char *cell = sheet_cell(sheet, row, spec_column);
    int64_t value;
    if (!*cell) return fallback;
    if (text_to_hundredths(cell, &value) && value <= high) return (int)value;
    messages_add(messages, CADRE_ERROR, sheet_origin(sheet, row, spec_column),
                 "\"%s\" is \"%s\"; expected a number from 0 to %d with at most two decimals", column_name(sheet, spec_column),
                 cell, high / 100);
    return fallback;
}

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(word, *words) == 0) return true;
    return false;
}

bool sheet_yes(const Sheet *sheet, int row, int spec_column, bool fallback, Messages *messages)
{
    static const char *const yes[] = {"yes",     "y",       "true",    "1",       "x",         "si",
                                      "s\u00ed", "S\u00cd", "s\u00cd", "S\u00ed", "verdadero", NULL};
    static const char *const no[] = {"no", "n", "false", "0", "falso", NULL};
    const char *cell = sheet_cell(sheet, row, spec_column);
    if (!*cell) return fallback;
    char word[WORD_SIZE];
    const char *known = text_key_ascii(word, WORD_SIZE, cell, false) ? word : cell;
    if (is_one_of(known, yes)) return true;
    if (is_one_of(known, no)) return false;
    messages_add(messages, CADRE_ERROR, sheet_origin(sheet, row, spec_column), "\"%s\" is \"%s\"; expected yes or no",
                 column_name(sheet, spec_column), cell);
    return fallback;
}
