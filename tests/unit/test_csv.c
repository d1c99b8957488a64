#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "base/memory.h"
#include "read/csv_read.h"
#include "unit/reading_support.h"

static Reading reading;
static Table table;

static void start(void) { reading_start(&reading); }
static void end(void)
{
    memory_fail_after(-1);
    reading_end(&reading);
}

TestSuite(csv, .init = start, .fini = end);

static void read_bytes(const char *bytes, size_t size, bool survey)
{
    const char *path = reading_file(&reading, "a.csv", bytes, size);
    cr_assert_eq(csv_read(&table, path, survey, reading.arena, reading.messages, &reading.err), CADRE_OK);
}

static void read_text(const char *text) { read_bytes(text, strlen(text), false); }

static void expect_messages(const char *expected)
{
    const char *messages = reading_messages(&reading);
    cr_expect_str_eq(messages, expected);
}

Test(csv, cells_lines_and_numbers)
{
    read_text("a,b,c\r\n1, two words ,\"x, \"\"y\"\"\"\r\n\r\n\"line\r\nbreak\",,3\r\n4,5,6");
    expect_messages("");
    cr_assert_eq(table.n_columns, 3);
    cr_assert_eq(table.n_rows, 3);
    cr_expect_str_eq(table.base_name, "a.csv");
    cr_expect_str_eq(table.header[2], "c");
    cr_expect_str_eq(table_cell(&table, 0, 1), "two words");
    cr_expect_str_eq(table_cell(&table, 0, 2), "x, \"y\"");
    cr_expect_str_eq(table_cell(&table, 1, 0), "line\r\nbreak");
    const int lines[] = {2, 4, 6}, numbers[] = {2, 4, 5};
    cr_expect_arr_eq(table.line, lines, sizeof lines);
    cr_expect_arr_eq(table.row_number, numbers, sizeof numbers);
    cr_expect_eq(table.header_line, 1);
}

Test(csv, line_ends_of_all_kinds)
{
    read_text("a,b\r1,2\n3,4\r\n\r\n\"5\r6\",7\r8,9");
    expect_messages("");
    cr_assert_eq(table.n_rows, 4);
    const int lines[] = {2, 3, 5, 7};
    cr_expect_arr_eq(table.line, lines, sizeof lines);
}

Test(csv, blank_rows_are_skipped_and_counted)
{
    read_text("\n \n,,\na,b\n,\n \t\n1,2\n , \n");
    expect_messages("");
    cr_assert_eq(table.n_rows, 1);
    cr_expect_eq(table.header_line, 4);
    cr_expect_eq(table.line[0], 7);
    cr_expect_eq(table.row_number[0], 4);
}

Test(csv, ragged_rows)
{
    read_text("a,b,c,,\n1,2,3\n1,2,3,,,,,\n1,2\n1,2,3,,,x\n1\n");
    cr_expect_eq(table.n_columns, 3); /* the blank ones at the end are gone */
    cr_expect_eq(table.n_rows, 5);
    expect_messages("error a.csv:2:4: the row has 3 cells; expected 5, as the header has\n"
                    "error a.csv:3:6: the row has 8 cells; expected 5, as the header has\n"
                    "error a.csv:4:3: the row has 2 cells; expected 5, as the header has\n"
                    "error a.csv:5:6: the row has 6 cells; expected 5, as the header has\n"
                    "error a.csv:6:2: the row has 1 cell; expected 5, as the header has\n");
}

Test(csv, one_width_for_all_rows)
{
    read_text("a,b,,\n1,2\n3,4\n"); /* blank names that no row reaches */
    expect_messages("");
    cr_expect_eq(table.n_columns, 2);
    read_text("a,b,\n1,2,\n3,4,\n");
    expect_messages("");
    cr_expect_eq(table.n_columns, 2);
    read_text("Our survey\na,b\n1,2\n3,4\n");
    expect_messages("error a.csv:1:2: the header has 1 cell, but 3 of the 3 rows below it have 2; expected the column names in "
                    "the first row, one for each cell below, and one table in the file\n");
    read_text("a,b\n1,2,\n");
    expect_messages("error a.csv:2:3: the row has 3 cells; expected 2, as the header has\n");
}

static const char *survey_text(const char *above, const char *within)
{
    return arena_print(reading.arena,
                       "%sWhen,Email,Skill [A],Note\n2024-01-01 9:00,a@x.org,3,\n%s2024-01-02 9:00,b@x.org,4,\n"
                       "2024-01-03 9:00,c@x.org,3,late\n2024-01-04 9:00,d@x.org,2,\n",
                       above, within);
}

static void expect_survey(const char *text, const char *messages)
{
    read_bytes(text, strlen(text), true);
    expect_messages(messages);
}

Test(csv, one_header_and_no_more)
{
    expect_survey(survey_text("", ""), "");
    expect_survey(strchr(survey_text("", ""), '\n') + 1,
                  "error a.csv:1:1: \"2024-01-01 9:00\" stands where the column's name should be and looks like an answer; "
                  "expected a header row of column names above the first answer\n");
    expect_survey(survey_text("", "When,Email,Skill [A],Note\n"),
                  "error a.csv:3:1: the header stands here again; expected one header, in the first row, and one table in the "
                  "file\n");
    expect_survey(survey_text("", "Start,Address,Level,Remarks\n"),
                  "error a.csv:3:2: the row looks like a header (\"Address\" among e-mail addresses); expected one header, in "
                  "the first row with nothing above it, and one table in the file\n");
    expect_survey(survey_text("Answers,,,\n", ""), "error a.csv:1:2: 3 columns with cells in them have no name, and 1 has one; "
                                                   "expected the column names in the first row and nothing above them\n");
    expect_survey(survey_text("", "Elm School,,,\n"),
                  "error a.csv:3:1: the row holds one cell only, and no answer; expected no titles, remarks or sums among the "
                  "answers\n");
    expect_survey("1,2,3\n4,5,4\n3,3,3\n1,2,2\n", ""); /* questions may have numbers for names */
}

Test(csv, other_separators_and_quotes_are_told)
{
    read_text("a|b\n1|2\n");
    expect_messages(
        "error a.csv:1:1: the cells seem to be separated by '|'; expected commas, semicolons or tabs (a sheet saved "
        "as CSV UTF-8)\n");
    read_text("a, b;c\n1,5;2\n");
    expect_messages("error a.csv:1:1: the rows are a table whether commas or semicolons separate the cells; expected a first "
                    "line \"sep=,\" or the like, that says which\n");
    read_text("sep=;\na, b;c\n1,5;2\n");
    expect_messages("note a.csv:0:0: read as UTF-8, separated by semicolons\n");
    read_text("a,b\n'1','2'\n3,4\n5,6\n7,8\n9,10\n");
    expect_messages(
        "error a.csv:2:1: the cell stands in quotes that are no CSV quotes, as others do; expected \" around it, or "
        "nothing\n");
    read_text("a,b\n1,'2'\n3,4\n5,6\n7,8\n9,10\n");
    expect_messages("warning a.csv:2:2: the cell stands in quotes that are no CSV quotes, which are taken as text (1 cell); "
                    "expected \" or nothing around it\n");
}

Test(csv, bytes_of_other_encodings)
{
    read_text("name\nNi\xC3\xB1o\nNi\xF1o\n"); /* two encodings in one file */
    expect_messages("error a.csv:3:1: the cell holds bytes that are not valid UTF-8; expected a sheet saved as CSV UTF-8\n");
    read_text("name\ncaf\x8E\n"); /* Mac Roman */
    expect_messages("note a.csv:0:0: read as Windows-1252, separated by commas\n"
                    "error a.csv:2:1: the cell holds bytes that are not valid Windows-1252; expected a sheet saved as CSV "
                    "UTF-8\n");
    read_text("name\na\033b\n");
    expect_messages("error a.csv:2:1: the cell holds a control character; expected text\n");
    read_text(" <!DOCTYPE html>\n<html></html>\n");
    expect_messages("error a.csv:0:0: is a web page or XML, not text; expected a sheet saved as CSV UTF-8\n");
}

Test(csv, stray_quotes_are_told_and_reading_goes_on)
{
    read_text("a,b\n1,2 \"x\"\n\"y\" z,1\n3,4\n\"p\nq\"r,5\n6\n7,\"open\nand on\n");
    expect_messages(
        "error a.csv:2:2: a quote stands inside an unquoted cell; expected the cell in quotes and the quote doubled\n"
        "error a.csv:3:1: text follows the closing quote of the cell (on line 3); expected the end of the cell, or the quote "
        "doubled if it belongs to the text\n"
        "error a.csv:5:1: text follows the closing quote of the cell (on line 6); expected the end of the cell, or the quote "
        "doubled if it belongs to the text\n"
        "error a.csv:7:2: the row has 1 cell; expected 2, as the header has\n"
        "error a.csv:8:2: the quote that opens the cell is never closed; expected a closing quote\n");
}

Test(csv, a_fault_in_the_header_leaves_no_table)
{
    read_text("a,\"b\"c\n1,2,3\n");
    cr_expect_eq(table.n_columns, 0);
    expect_messages(
        "error a.csv:1:2: text follows the closing quote of the cell (on line 1); expected the end of the cell, or the "
        "quote doubled if it belongs to the text\n");
}

Test(csv, no_text_at_all)
{
    read_text("");
    expect_messages("error a.csv:0:0: the file is empty; expected a header row\n");
    read_text(" \n\n,,\n");
    expect_messages("error a.csv:0:0: the file is empty; expected a header row\n");
    read_bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0", 29, false);
    cr_expect_eq(table.n_columns, 0);
    expect_messages("error a.csv:0:0: is a binary file, not text; expected a sheet saved as CSV UTF-8\n");
    read_text("PK\x03\x04 and so on");
    expect_messages("error a.csv:0:0: is a workbook (or another zip archive), not text; expected a sheet saved as CSV UTF-8\n");
}

Test(csv, damaged_cells_are_placed)
{
    const char bytes[] = "a,b\n1,x\0y\n\"two\nlines\",\"\xC3\xA9\xC3\xA9\xC3\"\n3,4\n";
    read_bytes(bytes, sizeof bytes - 1, false);
    cr_expect_eq(table.n_rows, 1);
    expect_messages("error a.csv:2:2: the cell holds a NUL character; expected text\n"
                    "error a.csv:4:2: the cell holds bytes that are not valid UTF-8; expected a sheet saved as CSV UTF-8\n");
}

Test(csv, encodings)
{
    read_text("\xEF\xBB\xBFname\nNi\xC3\xB1o\n");
    expect_messages("");
    cr_expect_str_eq(table.header[0], "name");
    read_text("name,x\nNi\xF1o,\x80\n");
    cr_expect_str_eq(table_cell(&table, 0, 0), "Niño");
    cr_expect_str_eq(table_cell(&table, 0, 1), "€");
    expect_messages("note a.csv:0:0: read as Windows-1252, separated by commas\n");
    read_bytes("\xFF\xFEn\0;\0x\0\n\0\xF1\0;\0\x22\x6C\n\0", 18, false);
    cr_expect_str_eq(table.header[1], "x");
    cr_expect_str_eq(table_cell(&table, 0, 0), "ñ");
    cr_expect_str_eq(table_cell(&table, 0, 1), "\u6c22");
    expect_messages("note a.csv:0:0: read as UTF-16, separated by semicolons\n");
    read_bytes("\xFE\xFF\0n\0\n\0z\xD8\0\0q\0\n", 14, false);
    expect_messages("note a.csv:0:0: read as UTF-16, separated by commas\n"
                    "error a.csv:2:1: the cell holds bytes that are not valid UTF-16; expected a sheet saved as CSV UTF-8\n");
}

Test(csv, separators)
{
    read_text("What, if anything;b\nx;\"1;2\"\n,y;3\n");
    cr_expect_eq(table.n_columns, 2);
    cr_expect_str_eq(table_cell(&table, 0, 1), "1;2");
    expect_messages("note a.csv:0:0: read as UTF-8, separated by semicolons\n");
    read_text("a;b? (pick; any),c\n1,2\n3,4\n");
    cr_expect_str_eq(table.header[0], "a;b? (pick; any)");
    expect_messages("");
}

Test(csv, quotes_are_text_between_tabs)
{
    read_text("a, b\tc \"d\"\n5\" pipe\t\"x, \"\"y\"\"\"\nx\topen\n");
    expect_messages("note a.csv:0:0: read as UTF-8, separated by tabs\n");
    cr_expect_str_eq(table.header[1], "c \"d\"");
    cr_expect_str_eq(table_cell(&table, 0, 0), "5\" pipe");
    cr_expect_str_eq(table_cell(&table, 0, 1), "x, \"y\"");
    read_text("a\tb\n\"open\tx\n5\" pipe\ty\n");
    cr_expect_str_eq(table_cell(&table, 0, 0), "\"open");
    expect_messages(
        "note a.csv:0:0: read as UTF-8, separated by tabs\n"
        "warning a.csv:2:1: a quote begins the cell and none ends it, so it is taken as text; expected a quote at both ends\n");
    read_text("a\tb\n\"open\tx\n\"5, 6\"\ty\n");
    expect_messages(
        "note a.csv:0:0: read as UTF-8, separated by tabs\n"
        "error a.csv:2:1: the cell has a quote at one end only, and others stand in quotes; expected a quote at both ends\n");
}

Test(csv, excel_quotes_between_tabs)
{
    read_text("a\tb\n\"two\nlines\"\t\"a tab\there\"\n");
    expect_messages("note a.csv:0:0: read as UTF-8, separated by tabs\n");
    cr_expect_str_eq(table_cell(&table, 0, 0), "two\nlines");
    cr_expect_str_eq(table_cell(&table, 0, 1), "a tab\there");
}

Test(csv, headers_of_sheets_and_surveys)
{
    const char *text = "Name,,name ,\n1,2,3,\n";
    read_text(text);
    expect_messages("error a.csv:1:3: the column \"Name\" is there twice; expected it only once (column 1)\n"
                    "error a.csv:2:2: the cell stands under a blank header; expected a column name in line 1\n");
    read_bytes(text, strlen(text), true);
    expect_messages("");
    cr_expect_eq(table.n_columns, 3);
}

Test(csv, qualtrics_header_rows_are_skipped)
{
    const char *text = "StartDate,Q1\nStart Date,\"Rate, please\"\n"
                       "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n2024-01-02,4\n";
    read_bytes(text, strlen(text), true);
    expect_messages("note a.csv:0:0: read as Qualtrics writes it, with three header rows\n");
    cr_assert_eq(table.n_rows, 1);
    cr_expect_str_eq(table_cell(&table, 0, 1), "4");
    cr_expect_eq(table.row_number[0], 4);
    read_bytes("q\n", 2, true);
    expect_messages("warning a.csv:0:0: has a header but no answers; expected one row per answer\n");
}

Test(csv, files_that_cannot_be_read)
{
    const char *path = arena_print(reading.arena, "%s/gone.csv", reading.folder);
    cr_assert_eq(csv_read(&table, path, false, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_expect_eq(table.n_columns, 0);
    cr_assert_eq(csv_read(&table, reading.folder, false, reading.arena, reading.messages, &reading.err), CADRE_OK);
    const char *messages = reading_messages(&reading);
    cr_expect(strstr(messages, "error gone.csv:0:0: cannot be read: "), "%s", messages);
    cr_expect(strstr(messages, "error :0:0: cannot be read: "), "%s", messages);
    cr_expect_eq(messages_errors(reading.messages), 2);
}

/* `row` and then `part` over and over, `size` bytes in all. */
static void read_long(const char *row, const char *part, size_t size)
{
    size_t done = strlen(row), step = strlen(part);
    char *text = arena_get(reading.arena, size + step + 1);
    cr_assert(text);
    memcpy(text, row, done);
    for (; done < size; done += step) memcpy(text + done, part, step);
    read_bytes(text, done, false);
}

Test(csv, limits_are_enforced)
{
    read_long("a\n", "x", csv_limits.max_cell_bytes + 2);
    expect_messages("");
    cr_expect_eq(table.n_rows, 1);
    read_long("a\n", "x", csv_limits.max_cell_bytes + 3);
    expect_messages("error a.csv:2:1: the cell is over 1 MiB long; expected a closing quote before that\n");
    read_long("a,b\n", "x, y,", csv_limits.max_row_bytes + (csv_limits.max_row_bytes >> 1));
    expect_messages("error a.csv:2:1: the row is over 16 MiB long; expected a line end before that\n");
    read_long("", "x,", 2 * (size_t)csv_limits.max_columns);
    expect_messages("error a.csv:1:0: the header has 4097 columns; expected at most 4096\n");
}

Test(csv, no_memory_is_a_status)
{
    const char *path = reading_text(&reading, "a.csv", "a;b\nNi\xF1o;\"x\ny\"\n");
    CadreStatus status = CADRE_NO_MEMORY;
    for (long allowed = 0; status != CADRE_OK; allowed++) {
        cr_assert_lt(allowed, 100);
        Arena *arena = arena_create(NULL);
        Messages *messages = messages_create(arena);
        memory_fail_after(allowed);
        status = csv_read(&table, path, false, arena, messages, &reading.err);
        memory_fail_after(-1);
        cr_expect(status == CADRE_OK || status == CADRE_NO_MEMORY);
        arena_release(arena);
    }
}

/* csv-spectrum: every file against its JSON. One of its files has stray quotes, and its JSON is of another file. */
static void check_spectrum(const char *root, const char *name)
{
    const char *path = arena_print(reading.arena, "%s/csv/csvs/%s.csv", root, name);
    cr_assert_eq(csv_read(&table, path, true, reading.arena, reading.messages, &reading.err), CADRE_OK);
    if (strcmp(name, "location_coordinates") == 0) {
        cr_expect(strstr(reading_messages(&reading), ":2:2: a quote stands inside an unquoted cell; "));
        return;
    }
    cr_expect_str_eq(reading_messages(&reading), "", "%s", name);
    json_error_t fault;
    json_t *rows = json_load_file(arena_print(reading.arena, "%s/csv/json/%s.json", root, name), 0, &fault);
    cr_assert(rows, "%s: %s", name, fault.text);
    cr_expect_eq((size_t)table.n_rows, json_array_size(rows), "%s", name);
    for (int row = 0; row < table.n_rows; row++)
        for (int column = 0; column < table.n_columns; column++) {
            json_t *cell = json_object_get(json_array_get(rows, (size_t)row), table.header[column]);
            cr_expect_str_eq(table_cell(&table, row, column), json_string_value(cell), "%s", name);
        }
    json_decref(rows);
}

Test(csv, spectrum)
{
    const char *root = getenv("CADRE_REAL_DATA");
    if (!root) cr_skip("CADRE_REAL_DATA is not set");
    static const char *const names[] = {
        "comma_in_quotes", "empty",         "empty_crlf",           "escaped_quotes",      "json",
        "newlines",        "newlines_crlf", "location_coordinates", "quotes_and_newlines", "simple",
        "simple_crlf",     "utf8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) check_spectrum(root, names[i]);
}

/* Every real export is read without an error. */
Test(csv, real_surveys)
{
    const char *root = getenv("CADRE_REAL_DATA");
    if (!root) cr_skip("CADRE_REAL_DATA is not set");
    static const struct {
        const char *name;
        int n_rows, n_columns;
    } surveys[] = {
        {"carpentries_amy_applications.csv", 2231, 7},     {"dask2019_googleform.csv", 259, 24},
        {"g2g_teacher_pre_survey_googleform.csv", 17, 30}, {"learningr2018_en_formresponses.tsv", 3062, 43},
        {"pstat197_background-clean.csv", 51, 30},         {"pstat197_interest-clean.csv", 52, 5},
        {"rse2018_public_merged.csv", 1838, 332},          {"spack2020_googleform.csv", 170, 48},
    };
    for (size_t i = 0; i < sizeof surveys / sizeof *surveys; i++) {
        const char *path = arena_print(reading.arena, "%s/surveys/%s", root, surveys[i].name);
        cr_assert_eq(csv_read(&table, path, true, reading.arena, reading.messages, &reading.err), CADRE_OK);
        cr_expect_eq(table.n_rows, surveys[i].n_rows, "%s %d", surveys[i].name, table.n_rows);
        cr_expect_eq(table.n_columns, surveys[i].n_columns, "%s %d", surveys[i].name, table.n_columns);
    }
    cr_expect_eq(messages_errors(reading.messages), 0);
}
