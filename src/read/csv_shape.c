/* csv_shape.c: widths of rows and odd quotes; the look of the header is in csv_header.c. */
#include "read/csv_shape.h"

#include "base/text.h"

int csv_count_cells(const CsvRows *rows, const CsvRow *row)
{
    int n = row->n;
    while (n > 0 && text_is_blank(csv_row_cell(rows, row, n - 1))) n--;
    return n;
}

/* The width that more than half of the rows below the header have, 0 where none has. */
static int common_width(const CsvRows *rows, int *n_common)
{
    int width = 0, lead = 0;
    for (int i = 1; i < rows->rows.n; i++) { /* Boyer and Moore's vote */
        int n = rows->rows.items[i].n;
        if (lead == 0) width = n;
        lead += n == width ? 1 : -1;
    }
    *n_common = 0;
    for (int i = 1; i < rows->rows.n; i++) *n_common += rows->rows.items[i].n == width;
    return *n_common > (rows->rows.n - 1) / 2 ? width : 0;
}

static void tell_ragged(const CsvRow *row, int width, const char *file, Messages *messages)
{
    int column = 1 + (row->n < width ? row->n : width); /* the first cell missing or too many */
    messages_add(messages, CADRE_ERROR, (Origin){file, row->line, column},
                 "the row has %d cell%s; expected %d, as the header has", row->n, row->n == 1 ? "" : "s", width);
}

bool csv_check_widths(const CsvRows *rows, const char *file, Messages *messages)
{
    const CsvRow *header = &rows->rows.items[0];
    int n_common, width = common_width(rows, &n_common), n_rows = rows->rows.n - 1;
    if (n_common == n_rows && width < header->n && csv_count_cells(rows, header) <= width) return true;
    if (n_rows > 1 && width > 0 && width != header->n) {
        messages_add(messages, CADRE_ERROR, (Origin){file, header->line, 1 + (header->n < width ? header->n : width)},
                     "the header has %d cell%s, but %d of the %d rows below it have %d; expected the column names in the first "
                     "row, one for each cell below, and one table in the file",
                     header->n, header->n == 1 ? "" : "s", n_common, n_rows, width);
        return false;
    }
    bool even = true;
    for (int i = 1; i <= n_rows; i++) {
        const CsvRow *row = &rows->rows.items[i];
        if (row->n == header->n) continue;
        tell_ragged(row, header->n, file, messages);
        even = false;
    }
    return even;
}

static bool is_error(const CsvRows *rows, int i)
{
    const CsvOddQuote *odd = &rows->odd_quotes.items[i];
    bool paired = i + 1 < rows->odd_quotes.n && odd[1].number == odd->number;
    return paired || odd->number <= rows->rows.items[0].number || rows->odd_quotes.n * 2 >= rows->rows.n - 1;
}

void csv_check_quotes(const CsvRows *rows, const char *file, Messages *messages)
{
    for (int i = 0; i < rows->odd_quotes.n; i++) {
        if (!is_error(rows, i)) continue;
        messages_add(messages, CADRE_ERROR, (Origin){file, rows->odd_quotes.items[i].line, rows->odd_quotes.items[i].column},
                     "the cell stands in quotes that are no CSV quotes, as others do; expected \" around it, or nothing");
        return;
    }
    if (rows->odd_quotes.n > 0)
        messages_add(messages, CADRE_WARNING, (Origin){file, rows->odd_quotes.items[0].line, rows->odd_quotes.items[0].column},
                     "the cell stands in quotes that are no CSV quotes, which are taken as text (%d cell%s); expected \" or "
                     "nothing around it",
                     rows->odd_quotes.n, rows->odd_quotes.n == 1 ? "" : "s");
}
