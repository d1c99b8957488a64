/* columns.c: columns.csv against the surveys' headers. A row for one survey beats a row for any; two rows of one rank that say
 * different things of one column are an error, whatever their order. A header that a survey repeats (a form with branches)
 * means the same in each of its columns. */
#include "read/columns.h"

#include <string.h>
#include <strings.h>

#include "base/names.h"
#include "read/columns_guess.h"

enum { MANY_COLUMNS = 8 };

/* A row of columns.csv. */
typedef struct MeaningRow {
    ColumnMeaning meaning; /* survey, column unset */
    int header;            /* ColumnsReader.headers */
    int file;              /* ColumnsReader.files; -1: any survey */
    int name;              /* ColumnsReader.names */
    bool good;
    bool unseen; /* none of its surveys has the header */
} MeaningRow;

typedef struct ColumnsReader {
    const Sheet *sheet;
    const Table *surveys;
    int n_surveys;
    const Scales *scales;
    Arena *arena;
    Messages *messages;
    Names *headers;       /* of surveys and columns.csv */
    Names *any_header;    /* of all surveys */
    Names **file_headers; /* [files] of the surveys called so */
    Names *files;         /* base names of the surveys */
    Names *absent;        /* of surveys that rows name and that are not given: each told once */
    Names *means;
    Names *names;
    Names *single_fields; /* fields of which a person has one value: site, position */
    MeaningRow *rows;
    int *first_row, *next_row; /* [headers], [rows]: the rows of one header, -1 at the end */
} ColumnsReader;

static Origin row_place(const ColumnsReader *reader, int row, int column) { return sheet_origin(reader->sheet, row, column); }

static void tell_unknown(const ColumnsReader *reader, CadreSeverity severity, Origin origin, const char *what, const char *text,
                         const char *expected, const char *nearest)
{
    messages_add(reader->messages, severity, origin, "unknown %s \"%.200s\"; expected %s%s%.200s%s", what, text, expected,
                 nearest ? ", the nearest is \"" : "", nearest ? nearest : "", nearest ? "\"" : "");
}

/* What the scale cell may say depends on the meaning. */
static bool scale_fits(const ColumnsReader *reader, MeansKind means, const char *scale)
{
    if (*scale == '\0') return true;
    if (means == MEANS_TIMESTAMP) return strcmp(scale, "dmy") == 0 || strcmp(scale, "mdy") == 0;
    if (means_is_checklist(means)) return means != MEANS_FIELDS && strlen(scale) == 1 && *scale >= '0' && *scale <= '5';
    if (means_is_level(means))
        return strcmp(scale, "0-5") == 0 || strcmp(scale, "0-10") == 0 || scales_find(reader->scales, scale) >= 0;
    if (means_is_amount(means)) return scales_find(reader->scales, scale) >= 0;
    return means == MEANS_IGNORE;
}

static void check_scale(const ColumnsReader *reader, int row, MeaningRow *out)
{
    MeansKind means = out->meaning.means;
    for (int i = 0; i < 2 && means == MEANS_TIMESTAMP; i++) {
        static const char *const orders[] = {"dmy", "mdy"};
        if (strcasecmp(out->meaning.scale, orders[i]) == 0) out->meaning.scale = orders[i];
    }
    const char *scale = out->meaning.scale;
    if (scale_fits(reader, means, scale)) return;
    Origin origin = row_place(reader, row, COLUMNS_SCALE);
    out->good = false;
    if (means_is_level(means) || means_is_amount(means))
        tell_unknown(reader, CADRE_ERROR, origin, "scale", scale,
                     means_is_level(means) ? "a scale of scales.csv, 0-5 or 0-10, or blank" : "a scale of scales.csv, or blank",
                     scales_nearest(reader->scales, scale));
    else
        messages_add(reader->messages, CADRE_ERROR, origin, "\"scale\" is \"%.100s\"; expected %s", scale,
                     means == MEANS_TIMESTAMP    ? "dmy or mdy, or blank"
                     : means == MEANS_FIELDS     ? "a blank cell for fields"
                     : means_is_checklist(means) ? "the level of a tick, 0 to 5, or blank"
                                                 : "a blank cell for this meaning");
}

static void check_separator(const ColumnsReader *reader, int row, MeaningRow *out)
{
    const char *separator = sheet_cell(reader->sheet, row, COLUMNS_SEPARATOR);
    if (*separator == '\0') return;
    Origin origin = row_place(reader, row, COLUMNS_SEPARATOR);
    if (strcmp(separator, ",") != 0 && strcmp(separator, ";") != 0) {
        messages_add(reader->messages, CADRE_ERROR, origin, "\"separator\" is \"%.100s\"; expected , or ; or blank", separator);
        out->good = false;
    } else if (!means_is_checklist(out->meaning.means)) {
        messages_add(reader->messages, CADRE_WARNING, origin,
                     "\"separator\" plays no part in a column that is %s; expected it for checklists only",
                     means_names[out->meaning.means]);
    } else {
        out->meaning.separator = *separator;
    }
}

/* What the column is about: a rank, a field or a name. A field called site or position is just that. */
static void check_name(const ColumnsReader *reader, int row, MeaningRow *out)
{
    ColumnMeaning *meaning = &out->meaning;
    const char *name = meaning->name;
    if (meaning->means == MEANS_CHOICE && (meaning->rank = columns_rank(name)) == 0) {
        messages_add(
            reader->messages, CADRE_ERROR, row_place(reader, row, COLUMNS_NAME),
            "a choice has no rank in \"%.100s\"; expected \"name\" to be 1 for the first choice, 2 for the second, ...", name);
        out->good = false;
    }
    int field = names_find(reader->single_fields, name);
    if (meaning->means == MEANS_FIELD && field >= 0) meaning->means = field == 0 ? MEANS_SITE : MEANS_POSITION;
    if (meaning->means == MEANS_FIELDS && field >= 0) {
        messages_add(reader->messages, CADRE_ERROR, row_place(reader, row, COLUMNS_NAME),
                     "\"%s\" cannot be a checklist, a person has one; expected means %s or another name", name,
                     names_get(reader->single_fields, field));
        out->good = false;
    }
    bool named = means_is_level(meaning->means) || meaning->means == MEANS_FIELD || meaning->means == MEANS_FIELDS;
    if (!named) meaning->name = "";
}

/* The surveys' headers that a row may name. */
static const Names *headers_of_row(const ColumnsReader *reader, const MeaningRow *row)
{
    return row->file >= 0 ? reader->file_headers[row->file] : reader->any_header;
}

/* The row's header and file by number; a survey that is not given is a message at its first row. */
static CadreStatus place_row(const ColumnsReader *reader, int row, MeaningRow *out, CadreError *err)
{
    const char *header = sheet_cell(reader->sheet, row, COLUMNS_HEADER), *file = sheet_cell(reader->sheet, row, COLUMNS_SURVEY);
    out->header = names_add(reader->headers, header);
    if (out->header < 0) return error_no_memory(err);
    out->file = *file ? names_find(reader->files, file) : -1;
    if (*file && out->file < 0) {
        int n_absent = names_count(reader->absent), absent = names_add(reader->absent, file);
        if (absent < 0) return error_no_memory(err);
        out->good = false;
        if (absent < n_absent) return CADRE_OK;
        tell_unknown(reader, CADRE_WARNING, row_place(reader, row, COLUMNS_SURVEY), "survey", file,
                     "the base name of a survey that is given", names_nearest(reader->files, file));
        return CADRE_OK;
    }
    out->unseen = names_find(headers_of_row(reader, out), header) < 0;
    out->good &= !out->unseen;
    return CADRE_OK;
}

/* Forms call who answered, and when, by different names in different exports (Email Address, Username): of the rows that mean
 * it one is enough. */
static bool is_said_elsewhere(const ColumnsReader *reader, int row)
{
    MeansKind means = reader->rows[row].meaning.means;
    if (means != MEANS_ID && means != MEANS_EMAIL && means != MEANS_NAME && means != MEANS_TIMESTAMP) return false;
    for (int other = 0; other < reader->sheet->table.n_rows; other++)
        if (reader->rows[other].good && reader->rows[other].meaning.means == means) return true;
    return false;
}

static void tell_unseen(const ColumnsReader *reader)
{
    for (int row = 0; row < reader->sheet->table.n_rows; row++) {
        if (!reader->rows[row].unseen || is_said_elsewhere(reader, row)) continue;
        const char *header = sheet_cell(reader->sheet, row, COLUMNS_HEADER);
        tell_unknown(reader, CADRE_ERROR, row_place(reader, row, COLUMNS_HEADER), "survey column", header,
                     "a header of the surveys, in full", names_nearest(headers_of_row(reader, &reader->rows[row]), header));
    }
}

static CadreStatus parse_row(const ColumnsReader *reader, int row, MeaningRow *out, CadreError *err)
{
    const Sheet *sheet = reader->sheet;
    const char *header = sheet_cell(sheet, row, COLUMNS_HEADER), *means = sheet_cell(sheet, row, COLUMNS_MEANS);
    *out = (MeaningRow){.header = -1, .file = -1};
    if (*header == '\0' || *means == '\0') return CADRE_OK; /* told when the sheet was read */
    const char *name = sheet_cell(sheet, row, COLUMNS_NAME);
    out->good = true;
    out->meaning = (ColumnMeaning){.name = *name ? name : columns_default_name(reader->arena, header),
                                   .scale = sheet_cell(sheet, row, COLUMNS_SCALE),
                                   .origin = row_place(reader, row, COLUMNS_HEADER)};
    if (!out->meaning.name) return error_no_memory(err);
    out->name = names_add(reader->names, out->meaning.name);
    if (out->name < 0) return error_no_memory(err);
    TRY(place_row(reader, row, out, err));
    int kind = names_find(reader->means, means);
    if (kind < 0) {
        tell_unknown(reader, CADRE_ERROR, row_place(reader, row, COLUMNS_MEANS), "meaning", means,
                     "one that cadre help columns lists", names_nearest(reader->means, means));
        out->good = false;
        return CADRE_OK;
    }
    out->meaning.means = (MeansKind)kind;
    check_name(reader, row, out);
    check_scale(reader, row, out);
    check_separator(reader, row, out);
    return CADRE_OK;
}

static bool same_meaning(const MeaningRow *a, const MeaningRow *b)
{
    bool same_scale = strcmp(a->meaning.scale, b->meaning.scale) == 0 && a->meaning.separator == b->meaning.separator;
    return a->name == b->name && a->meaning.means == b->meaning.means && a->meaning.rank == b->meaning.rank && same_scale;
}

/* The row that speaks of a survey's header, -1 where none; two that disagree are an error at the later one. */
static int row_of_column(const ColumnsReader *reader, int file, int header)
{
    int best = -1;
    for (int row = header < 0 ? -1 : reader->first_row[header]; row >= 0; row = reader->next_row[row]) {
        const MeaningRow *here = &reader->rows[row];
        if (here->file >= 0 && here->file != file) continue;
        if (best < 0 || (here->file >= 0 && reader->rows[best].file < 0)) {
            best = row;
        } else if ((here->file >= 0) == (reader->rows[best].file >= 0) && !same_meaning(here, &reader->rows[best])) {
            messages_add(reader->messages, CADRE_ERROR, here->meaning.origin,
                         "\"%.200s\" has another meaning in line %d; expected one row for a column",
                         names_get(reader->headers, header), reader->rows[best].meaning.origin.line);
        }
    }
    return best;
}

/* Chains in the order of the sheet's rows. */
static bool chain_rows(ColumnsReader *reader)
{
    int n_rows = reader->sheet->table.n_rows, n_headers = names_count(reader->headers);
    reader->first_row = ARENA_ARRAY(reader->arena, int, n_headers + 1);
    reader->next_row = ARENA_ARRAY(reader->arena, int, n_rows + 1);
    if (!reader->first_row || !reader->next_row) return false;
    for (int i = 0; i < n_headers; i++) reader->first_row[i] = -1;
    for (int row = n_rows - 1; row >= 0; row--) {
        int header = reader->rows[row].header;
        if (header < 0 ||
            (!reader->rows[row].good && reader->rows[row].file < 0 && *sheet_cell(reader->sheet, row, COLUMNS_SURVEY)))
            continue; /* blank, or of a survey that is not given */
        reader->next_row[row] = reader->first_row[header];
        reader->first_row[header] = row;
    }
    return true;
}

static bool gather_headers(ColumnsReader *reader, const Table *table)
{
    int file = names_add(reader->files, table->base_name);
    if (file < 0) return false;
    Names **own = &reader->file_headers[file];
    if (!*own && !(*own = names_create(reader->arena, NAME_STYLE_HEADER))) return false;
    for (int i = 0; i < table->n_columns; i++) {
        const char *header = table->header[i];
        if (text_is_blank(header)) continue;
        if (names_add(reader->headers, header) < 0 || names_add(reader->any_header, header) < 0 || names_add(*own, header) < 0)
            return false;
    }
    return true;
}

static bool reader_open(ColumnsReader *reader)
{
    Names **const header_names[] = {&reader->headers, &reader->any_header, &reader->means, &reader->single_fields};
    for (int i = 0; i < 4; i++)
        if (!(*header_names[i] = names_create(reader->arena, NAME_STYLE_HEADER))) return false;
    reader->files = names_create(reader->arena, NAME_STYLE_NAME);
    reader->absent = names_create(reader->arena, NAME_STYLE_NAME);
    reader->names = names_create(reader->arena, NAME_STYLE_NAME);
    reader->rows = ARENA_ARRAY(reader->arena, MeaningRow, reader->sheet->table.n_rows + 1);
    reader->file_headers = ARENA_ARRAY(reader->arena, Names *, reader->n_surveys + 1);
    if (!reader->files || !reader->absent || !reader->names || !reader->rows || !reader->file_headers) return false;
    if (names_add(reader->single_fields, "site") != 0 || names_add(reader->single_fields, "position") != 1) return false;
    for (int i = 0; i < MEANS_COUNT; i++)
        if (names_add(reader->means, means_names[i]) != i) return false;
    for (int survey = 0; survey < reader->n_surveys; survey++)
        if (!gather_headers(reader, &reader->surveys[survey])) return false;
    return true;
}

static bool column_is_empty(const Table *table, int column)
{
    if (!text_is_blank(table->header[column])) return false;
    for (int row = 0; row < table->n_rows; row++)
        if (!text_is_blank(table_cell(table, row, column))) return false;
    return true;
}

/* Columns that columns.csv does not name: each by itself, or, where there are many, together. */
static void tell_unnamed(const Table *table, const bool unnamed[], Messages *messages)
{
    int n_unnamed = 0, first = -1;
    for (int column = 0; column < table->n_columns; column++) {
        n_unnamed += unnamed[column];
        if (unnamed[column] && first < 0) first = column;
    }
    if (n_unnamed > MANY_COLUMNS) {
        messages_add(messages, CADRE_WARNING, table_origin(table, -1, first),
                     "%d columns of %d are ignored, from \"%.80s\" on; expected columns.csv to name each", n_unnamed,
                     table->n_columns, table->header[first]);
        return;
    }
    for (int column = 0; column < table->n_columns; column++) {
        if (!unnamed[column]) continue;
        Origin origin = table_origin(table, -1, column);
        if (text_is_blank(table->header[column]))
            messages_add(messages, CADRE_WARNING, origin,
                         "the column has no header and is ignored; expected one, for columns.csv to name");
        else
            messages_add(messages, CADRE_WARNING, origin, "\"%.200s\" is ignored; expected columns.csv to name it",
                         table->header[column]);
    }
}

static CadreStatus meanings_of_survey(ColumnMeaning *out, const ColumnsReader *reader, int survey, CadreError *err)
{
    const Table *table = &reader->surveys[survey];
    bool *unnamed = ARENA_ARRAY(reader->arena, bool, table->n_columns + 1);
    if (!unnamed) return error_no_memory(err);
    int file = names_find(reader->files, table->base_name);
    for (int column = 0; column < table->n_columns; column++) {
        const char *header = table->header[column];
        int row = text_is_blank(header) ? -1 : row_of_column(reader, file, names_find(reader->headers, header));
        out[column] = (ColumnMeaning){.name = "", .scale = "", .origin = table_origin(table, -1, column)};
        if (row >= 0 && reader->rows[row].good) out[column] = reader->rows[row].meaning;
        out[column].survey = survey;
        out[column].column = column;
        unnamed[column] = row < 0 && !column_is_empty(table, column);
    }
    tell_unnamed(table, unnamed, reader->messages);
    return CADRE_OK;
}

static void tell_guesses(const ColumnMeanings *meanings, const Table *surveys, Messages *messages)
{
    for (int i = 0; i < meanings->n; i++) {
        const ColumnMeaning *meaning = &meanings->items[i];
        const Table *table = &surveys[meaning->survey];
        Origin origin = table_origin(table, -1, meaning->column);
        if (column_is_empty(table, meaning->column)) continue;
        const char *header = table->header[meaning->column];
        if (meaning->means == MEANS_IGNORE)
            messages_add(messages, CADRE_NOTE, origin, "\"%.200s\" is ignored; columns.csv can say otherwise", header);
        else if (meaning->rank)
            messages_add(messages, CADRE_NOTE, origin, "\"%.200s\" is taken for choice %d; columns.csv can say otherwise",
                         header, meaning->rank);
        else if (*meaning->name)
            messages_add(messages, CADRE_NOTE, origin, "\"%.200s\" is taken for %s \"%.200s\"; columns.csv can say otherwise",
                         header, means_names[meaning->means], meaning->name);
        else
            messages_add(messages, CADRE_NOTE, origin, "\"%.200s\" is taken for %s; columns.csv can say otherwise", header,
                         means_names[meaning->means]);
    }
}

CadreStatus columns_read(ColumnMeanings *out, const PlanSheets *plan, const Table *surveys, int n_surveys, const Scales *scales,
                         Arena *arena, Messages *messages, CadreError *err)
{
    const Sheet *sheet = &plan->sheets[SHEET_COLUMNS];
    if (!sheet->present) {
        TRY(columns_guess(out, plan, surveys, n_surveys, scales, false, arena, err));
        tell_guesses(out, surveys, messages);
        return CADRE_OK;
    }
    ColumnsReader reader = {
        .sheet = sheet, .surveys = surveys, .n_surveys = n_surveys, .scales = scales, .arena = arena, .messages = messages};
    if (!reader_open(&reader)) return error_no_memory(err);
    int n_columns = 0;
    for (int survey = 0; survey < n_surveys; survey++) n_columns += surveys[survey].n_columns;
    ColumnMeaning *items = ARENA_ARRAY(arena, ColumnMeaning, n_columns + 1);
    if (!items) return error_no_memory(err);
    for (int row = 0; row < sheet->table.n_rows; row++) TRY(parse_row(&reader, row, &reader.rows[row], err));
    tell_unseen(&reader);
    if (!chain_rows(&reader)) return error_no_memory(err);
    *out = (ColumnMeanings){items, n_columns};
    for (int survey = 0, first = 0; survey < n_surveys; first += surveys[survey++].n_columns)
        TRY(meanings_of_survey(items + first, &reader, survey, err));
    return CADRE_OK;
}
