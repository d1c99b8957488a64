/* sheet_help.c: the reference of each sheet, from the same tables that the reader uses. */
#include <string.h>

#include "read/csv_read.h"
#include "read/plan_read.h"

/* The definitive word scales, compiled in. */
extern const unsigned char scales_text[];
extern const unsigned long scales_size;

/* The sheets of a plan, and the one that is laid over it. */
static const SheetSpec *spec_at(int index)
{
    if (index < SHEET_COUNT) return &sheet_specs[index];
    return index == SHEET_COUNT ? &scenario_spec : NULL;
}

const char *cadre_sheet_name(int index) { return spec_at(index) ? spec_at(index)->name : NULL; }

const char *cadre_sheet_summary(int index) { return spec_at(index) ? spec_at(index)->help : NULL; }

static void print_sheet(const SheetSpec *spec, FILE *out)
{
    fprintf(out, "%s.csv: %s\n\n", spec->name, spec->help);
    int width = 0;
    for (int i = 0; i < spec->n_columns; i++) {
        int length = (int)strlen(spec->columns[i].name);
        width = length > width ? length : width;
    }
    for (int i = 0; i < spec->n_columns; i++) {
        const ColumnSpec *column = &spec->columns[i];
        fprintf(out, "  %s%c%*s  %s\n", column->name, column->required ? '*' : ' ', width - (int)strlen(column->name), "",
                column->help);
    }
    fputs("\nColumns marked * are required.", out);
    if (spec->open) fputs(" Other columns are allowed.", out);
    fputc('\n', out);
    cadre_limits_help(out);
}

void cadre_limits_help(FILE *out)
{
    fprintf(out, "A file, a survey's too, has at most %zu MiB, %d rows and %d columns, a row %zu MiB and a cell %zu MiB.\n",
            csv_limits.max_bytes >> 20, csv_limits.max_rows, csv_limits.max_columns, csv_limits.max_row_bytes >> 20,
            csv_limits.max_cell_bytes >> 20);
}

bool cadre_sheet_help(const char *name, FILE *out)
{
    for (int i = 0; spec_at(i); i++) {
        if (strcmp(spec_at(i)->name, name) != 0) continue;
        print_sheet(spec_at(i), out);
        if (i == SHEET_SETTINGS) settings_print_help(out);
        if (i == SHEET_SCALES) {
            fputs("\nThe scales that Cadre knows (blank = no answer):\n\n", out);
            fwrite(scales_text, 1, scales_size, out);
        }
        return true;
    }
    return false;
}
