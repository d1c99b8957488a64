#include "read/guess_rankings.h"

#include <string.h>

#include "base/text.h"

enum {
    LEAST_ROWS = 3, /* of a question: two rows rated 1 and 2 say nothing */
    LEAST_ANSWERS = 3,
    MOSTLY = 90 /* percent of the answers that use every place once */
};

/* The place that a cell gives, 1 to n; 0 where it gives none. */
static int place_of(const GuessColumn *column, int row, int n)
{
    int answer = column->shape.answers.of_row[row];
    int64_t place;
    if (answer < 0 || !text_to_whole(column->shape.answers.text[answer], &place)) return 0;
    return place >= 1 && place <= n ? (int)place : 0;
}

/* Whether the answer in `row` gives the n columns the places 1 to n. taken: [n + 1], scratch. */
static bool is_order(const GuessColumn columns[], int n, int row, bool taken[])
{
    memset(taken, 0, sizeof *taken * ((size_t)n + 1));
    for (int i = 0; i < n; i++) {
        int place = place_of(&columns[i], row, n);
        if (place == 0 || taken[place]) return false;
        taken[place] = true;
    }
    return true;
}

/* Whether the n columns of one question are a ranking. */
static bool is_ranking(const GuessColumn columns[], int n, bool taken[])
{
    int n_orders = 0, n_answers = 0;
    for (int row = 0; row < columns->table->n_rows; row++) {
        bool any = false;
        for (int i = 0; i < n; i++) any |= columns[i].shape.answers.of_row[row] >= 0;
        n_answers += any;
        n_orders += any && is_order(columns, n, row, taken);
    }
    return n_orders >= LEAST_ANSWERS && 100 * n_orders >= MOSTLY * n_answers;
}

/* How many columns from the first on are rows of its question and hold numbers. */
static int question_length(const GuessColumn columns[], int n)
{
    int length = 0;
    while (length < n && columns[length].grid && columns[length].shape.numbers && columns[length].table == columns->table &&
           strcmp(columns[length].question, columns->question) == 0)
        length++;
    return length;
}

CadreStatus guess_rankings(GuessColumn columns[], int n, Arena *scratch, CadreError *err)
{
    bool *taken = ARENA_ARRAY(scratch, bool, n + 1);
    if (!taken) return error_no_memory(err);
    for (int i = 0, length; i < n; i += length ? length : 1) {
        length = question_length(columns + i, n - i);
        bool ranked = length >= LEAST_ROWS && is_ranking(columns + i, length, taken);
        for (int row = 0; row < length; row++) columns[i + row].ranked = ranked;
    }
    return CADRE_OK;
}
