#include "write/csv_write.h"

#include <inttypes.h>
#include <string.h>

static void begin_cell(CsvWriter *csv)
{
    if (csv->row_begun) buffer_add_byte(&csv->text, ',');
    csv->row_begun = true;
}

static bool needs_quotes(const char *text)
{
    size_t length = strlen(text);
    if (length == 0) return false;
    return strpbrk(text, ",;\t\"\r\n") || text[0] == ' ' || text[length - 1] == ' ';
}

static void add_cell(CsvWriter *csv, const char *guard, const char *text)
{
    begin_cell(csv);
    if (!needs_quotes(text)) {
        buffer_add(&csv->text, guard);
        buffer_add(&csv->text, text);
        return;
    }
    buffer_add_byte(&csv->text, '"');
    buffer_add(&csv->text, guard);
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        buffer_add_n(&csv->text, text, (size_t)(quote - text));
        buffer_add(&csv->text, "\"\"");
    }
    buffer_add(&csv->text, text);
    buffer_add_byte(&csv->text, '"');
}

void csv_word(CsvWriter *csv, const char *word) { add_cell(csv, "", word); }

void csv_text(CsvWriter *csv, const char *text)
{
    bool formula = text[0] != '\0' && strchr("=+-@\t\r'", text[0]);
    add_cell(csv, formula ? "'" : "", text);
}

void csv_number(CsvWriter *csv, int64_t number)
{
    begin_cell(csv);
    buffer_print(&csv->text, "%" PRId64, number);
}

void csv_hundredths(CsvWriter *csv, int hundredths)
{
    const char *sign = hundredths < 0 ? "-" : "";
    int64_t size = hundredths < 0 ? -(int64_t)hundredths : hundredths;
    begin_cell(csv);
    buffer_print(&csv->text, "%s%" PRId64, sign, size / 100);
    if (size % 10 != 0)
        buffer_print(&csv->text, ".%02d", (int)(size % 100));
    else if (size % 100 != 0)
        buffer_print(&csv->text, ".%d", (int)(size % 100 / 10));
}

void csv_blank(CsvWriter *csv) { begin_cell(csv); }

void csv_end_row(CsvWriter *csv)
{
    buffer_add_byte(&csv->text, '\n');
    csv->row_begun = false;
}

void csv_number_or_blank(CsvWriter *csv, int64_t number, bool is_there)
{
    if (is_there)
        csv_number(csv, number);
    else
        csv_blank(csv);
}

void csv_header(CsvWriter *csv, const char *const *names, int n)
{
    for (int i = 0; i < n; i++) csv_word(csv, names[i]);
    csv_end_row(csv);
}
