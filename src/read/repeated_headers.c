/* repeated_headers.c: a form with branches asks one question in several columns, of which a row answers one. A row that gives
 * two different answers is told of: one of the columns may mean something else. */
#include "base/names.h"
#include "read/people_reader.h"

static bool has_one_value(const SurveyColumn *column)
{
    return means_is_level(column->meaning->means) || means_is_amount(column->meaning->means);
}

static int value_in(const SurveyColumn *column, int row)
{
    int answer = column->answers.of_row[row];
    return answer < 0 ? -1 : column->values[answer];
}

/* next[]: of each column the next of the same header and meaning, -1. Two columns in which a row says different things; `other`
 * -1 where it does not. */
static void find_difference(int *column, int *other, const SurveyColumn *columns, const int next[], int first, int row)
{
    *column = *other = -1;
    for (int i = first; i >= 0 && *other < 0; i = next[i]) {
        int value = value_in(&columns[i], row);
        if (value < 0) continue;
        if (*column < 0)
            *column = i;
        else if (value != value_in(&columns[*column], row))
            *other = i;
    }
}

static void check_chain(const PeopleReader *reader, const SurveyColumn *columns, const int next[], int first)
{
    const Table *table = columns[first].table;
    int n_rows = 0, first_row = -1, column = -1, other = -1;
    for (int row = 0; row < table->n_rows; row++) {
        int a, b;
        find_difference(&a, &b, columns, next, first, row);
        if (b < 0 || n_rows++ > 0) continue;
        first_row = row;
        column = a;
        other = b;
    }
    if (n_rows == 0) return;
    int at = columns[column].meaning->column;
    messages_add(reader->messages, CADRE_WARNING, table_origin(table, -1, columns[other].meaning->column),
                 "\"%.200s\" is the header of column %d too, and %d row%s say%s different things in the two, the first in line "
                 "%d: the highest counts; expected another header for one of them where they ask different things",
                 table->header[at], at + 1, n_rows, n_rows == 1 ? "" : "s", n_rows == 1 ? "s" : "", table->line[first_row]);
}

static CadreStatus check_survey(const PeopleReader *reader, int survey)
{
    const SurveyColumn *columns = reader->columns + reader->first_column[survey];
    int n = reader->first_column[survey + 1] - reader->first_column[survey];
    Names *headers = names_create(reader->scratch, NAME_STYLE_HEADER);
    int *next = ARENA_ARRAY(reader->scratch, int, n + 1);
    int *first = ARENA_ARRAY(reader->scratch, int, n + 1), *last = ARENA_ARRAY(reader->scratch, int, n + 1);
    if (!headers || !next || !first || !last) return error_no_memory(reader->err);
    for (int i = 0; i < n; i++) {
        next[i] = -1;
        if (!has_one_value(&columns[i])) continue;
        int known = names_count(headers), header = names_add(headers, columns[i].table->header[columns[i].meaning->column]);
        if (header < 0) return error_no_memory(reader->err);
        if (header == known)
            first[header] = i;
        else if (columns[i].meaning->means == columns[last[header]].meaning->means &&
                 columns[i].subject == columns[last[header]].subject)
            next[last[header]] = i;
        else
            continue;
        last[header] = i;
    }
    for (int header = 0; header < names_count(headers); header++)
        if (first[header] != last[header]) check_chain(reader, columns, next, first[header]);
    return CADRE_OK;
}

CadreStatus repeated_headers_check(const PeopleReader *reader)
{
    for (int survey = 0; survey < reader->n_surveys; survey++) TRY(check_survey(reader, survey));
    return CADRE_OK;
}
