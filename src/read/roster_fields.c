/* roster_fields.c: sites, positions and fields of people.csv; networks and fields of sites.csv. */
#include "read/people_reader.h"

typedef enum CellKind { CELL_SITE, CELL_FIELD } CellKind;

/* values[row * stride]: the number of each row's cell, -1 where it is blank or an error has been told. */
static CadreStatus sheet_values(PeopleReader *reader, const Table *table, int column, CellKind kind, int field,
                                SpellingRank rank, int values[], int stride)
{
    Distinct answers;
    TRY(distinct_column(&answers, table, column, reader->scratch, reader->err));
    int *numbers = ARENA_ARRAY(reader->scratch, int, answers.n + 1);
    if (!numbers) return error_no_memory(reader->err);
    for (int i = 0; i < answers.n; i++) {
        Origin origin = table_origin(table, answers.first_row[i], column);
        if (kind == CELL_SITE) {
            TRY(sites_resolve(&numbers[i], &reader->sites, answers.text[i], rank, answers.count[i], origin, reader->messages,
                              reader->err));
        } else {
            numbers[i] = field_value_add(reader, field, answers.text[i], rank, answers.count[i]);
            if (numbers[i] < 0) return error_no_memory(reader->err);
        }
    }
    for (int row = 0; row < table->n_rows; row++)
        values[(size_t)row * (size_t)stride] = answers.of_row[row] < 0 ? -1 : numbers[answers.of_row[row]];
    return CADRE_OK;
}

static int *blank_values(const PeopleReader *reader, int n_rows, int n_columns)
{
    size_t n = (size_t)n_rows * (size_t)n_columns;
    int *values = ARENA_ARRAY(reader->scratch, int, n + 1);
    for (size_t i = 0; values && i < n; i++) values[i] = -1;
    return values;
}

/* A column of people.csv or sites.csv that is a field, into place `at` of `stride`. */
static CadreStatus field_column_read(PeopleReader *reader, const Sheet *sheet, int column, SpellingRank rank, int *field,
                                     int *values, int stride)
{
    *field = field_add(reader, sheet->table.header[column], rank);
    if (*field < 0) return error_no_memory(reader->err);
    return sheet_values(reader, &sheet->table, column, CELL_FIELD, *field, rank, values, stride);
}

static CadreStatus roster_read(PeopleReader *reader, const Sheet *sheet)
{
    int n_rows = sheet->present ? sheet->table.n_rows : 0, n_others = sheet->present ? sheet->n_other_columns : 0;
    reader->roster_sites = blank_values(reader, n_rows, 1);
    reader->roster_positions = blank_values(reader, n_rows, 1);
    reader->roster_values = blank_values(reader, n_rows, n_others);
    reader->roster_fields = ARENA_ARRAY(reader->scratch, int, n_others + 1);
    if (!reader->roster_sites || !reader->roster_positions || !reader->roster_values || !reader->roster_fields)
        return error_no_memory(reader->err);
    if (!sheet->present) return CADRE_OK;
    if (sheet->column[PEOPLE_SITE] >= 0)
        TRY(sheet_values(reader, &sheet->table, sheet->column[PEOPLE_SITE], CELL_SITE, FIELD_SITE, SPELLING_ROSTER,
                         reader->roster_sites, 1));
    if (sheet->column[PEOPLE_POSITION] >= 0)
        TRY(sheet_values(reader, &sheet->table, sheet->column[PEOPLE_POSITION], CELL_FIELD, FIELD_POSITION, SPELLING_ROSTER,
                         reader->roster_positions, 1));
    for (int i = 0; i < n_others; i++)
        TRY(field_column_read(reader, sheet, sheet->other_columns[i], SPELLING_ROSTER, &reader->roster_fields[i],
                              reader->roster_values + i, n_others));
    return CADRE_OK;
}

static CadreStatus site_fields_read(PeopleReader *reader, const Sheet *sheet)
{
    int n_rows = reader->sites.fixed ? sheet->table.n_rows : 0, n = 1 + (reader->sites.fixed ? sheet->n_other_columns : 0);
    reader->site_values = blank_values(reader, n_rows, n);
    reader->site_fields = ARENA_ARRAY(reader->scratch, int, n);
    if (!reader->site_values || !reader->site_fields) return error_no_memory(reader->err);
    reader->site_fields[0] = FIELD_NETWORK;
    if (!reader->sites.fixed) return CADRE_OK;
    if (sheet->column[SITES_NETWORK] >= 0)
        TRY(sheet_values(reader, &sheet->table, sheet->column[SITES_NETWORK], CELL_FIELD, FIELD_NETWORK, SPELLING_SHEET,
                         reader->site_values, n));
    for (int i = 1; i < n; i++)
        TRY(field_column_read(reader, sheet, sheet->other_columns[i - 1], SPELLING_SHEET, &reader->site_fields[i],
                              reader->site_values + i, n));
    return CADRE_OK;
}

CadreStatus roster_fields_read(PeopleReader *reader)
{
    TRY(roster_read(reader, &reader->plan->sheets[SHEET_PEOPLE]));
    return site_fields_read(reader, &reader->plan->sheets[SHEET_SITES]);
}
